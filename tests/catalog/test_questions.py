import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from indh_me.catalog.questions import MODULES, module, scales
from indh_me.model import Direction, Text
from indh_me.read import library
from indh_me.survey import Instrument, Item, Moment, QuestionKind, Section, Stage, Statistic, bank
from indh_me.survey.measure import ReviewStatus

LANGUAGES = ("ar", "en", "fr")
BANK = bank()
ITEMS = BANK.every
GRIDS = [each.code for each in BANK.modules if each.heading is not None]
#: Names and terms that belong to others.
PROTECTED = re.compile(
    r"net promoter|\bnps\b|kirkpatrick|thalheimer|ltem|smile sheet", re.IGNORECASE
)
LONGEST_ID = 20  # characters: longer ones LimeSurvey does not take
LONGEST_GRID = 7  # rows
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
#: All that a text in Arabic is written with: letters, digits, its own marks, and no other letters.
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u064b0-9 .:،؛؟()«»]+")
#: French words that melt with an article after them.
MELTING = re.compile(r"\b(?:à|de|d'|du|au|aux|des|qu') ?\{", re.IGNORECASE)
#: Arabic prepositions that melt with the word after them: nothing stands right before a brace.
ATTACHED = re.compile(r"[\u0621-\u064a]\{")


def _texts() -> Iterator[tuple[str, Text]]:
    """Yield everything that is read, with its place."""
    for each in BANK.modules:
        yield f"{each.code}.title", each.title
        if each.heading is not None:
            yield f"{each.code}.heading", each.heading
    for item in ITEMS:
        for part in ("label", "hint", "constraint_message"):
            text = getattr(item.question, part)
            if text is not None:
                yield f"{item.id}.{part}", text
    for scale in BANK.scales:
        for choice in scale.choices:
            if choice.label is not None:
                yield f"{scale.name}.{choice.code}", choice.label


ALL = dict(_texts())
WORDS = [(path, tag, words) for path, text in ALL.items() for tag, words in text.words]


def _questions() -> Iterator[tuple[str, dict[str, str]]]:
    for path, text in ALL.items():
        if path.endswith(".label"):
            yield path, dict(text.words)


def test_bank_is_whole() -> None:
    """Every module of training and communication is there, in order, with items of its own."""
    assert list(MODULES) == [each.code for each in BANK.modules]
    assert [] == [code for code in MODULES if len(BANK.items(code)) == 0]
    assert [] == [code for code in MODULES if module(code)["module"]["code"] != code]
    assert len({each.name for each in BANK.modules}) == len(MODULES)


def test_no_file_is_left_out() -> None:
    """Each file of the bank is a module that is read, or the scales."""
    found = {each.name for each in files("indh_me.catalog").joinpath("items").iterdir()}

    assert {"scales.toml", *(f"{code.lower()}.toml" for code in MODULES)} == found


def test_no_key_is_left_unread() -> None:
    """Tables hold nothing but the keys that the bank reads: a misspelt one would be lost."""
    known = {
        *("kind", "choices", "moments", "required", "relevant", "constraint", "calculation"),
        *("kirkpatrick", "ltem", "stage", "construct", "direction", "acceptable_from"),
        *("statistic", "indicator", "review", "label", "hint", "constraint_message"),
    }
    tables = [each for code in MODULES for each in module(code)["items"].values()]

    assert set() == {key for each in tables for key in each} - known
    assert {"choices", "is_scale", "review"} == {key for each in scales().values() for key in each}


def test_every_text_is_in_all_languages() -> None:
    """Every title, question, hint, message and answer is in Arabic, French and English."""
    assert [] == [path for path, text in ALL.items() if text.languages != LANGUAGES]
    assert [] == [
        f"{scale.name}.{choice.code}"
        for scale in BANK.scales
        for choice in scale.choices
        if choice.label is None
    ]
    assert len(ALL) > 250


def test_ids_are_short_and_unique() -> None:
    """An id is a name that every channel takes, and stands once in the bank."""
    ids = [item.id for item in ITEMS]

    assert [] == [each for each in ids if re.fullmatch("[a-z][a-z0-9_]*", each) is None]
    assert [] == [each for each in ids if len(each) > LONGEST_ID]
    assert [] == [each for each, times in Counter(ids).items() if times > 1]
    assert set() == set(ids) & {scale.name for scale in BANK.scales} - {
        "sex",
        "age_band",
        "obstacles",
    }


@pytest.mark.parametrize("moment", Moment)
def test_items_of_a_moment_make_a_form(moment: Moment) -> None:
    """The items of a moment stand in one form: lists exist, logic looks back, codes are choices."""
    sections = [
        Section(name=each.name, label=each.title, items=[item.question for item in items])
        for each in BANK.modules
        if (items := BANK.items(each.code, moment))
    ]
    offered = {item.question.choices for item in BANK.items(moment=moment)} - {None}
    form = Instrument(
        code="all",
        title=Text.of(ar="الكل", fr="Tout", en="All"),
        version="2026112301",
        languages=LANGUAGES,
        sections=sections,
        choice_lists=[scale for scale in BANK.scales if scale.name in offered],
        moment=moment,
    )

    assert len(form.questions) == len(BANK.items(moment=moment)) > 10


def test_every_list_is_offered() -> None:
    """No list of answers is without a question."""
    assert {scale.name for scale in BANK.scales} == {item.question.choices for item in ITEMS} - {
        None
    }


@pytest.mark.parametrize("code", GRIDS)
def test_grid_is_read_easily(code: str) -> None:
    """The rows of a grid share their answers, stand under no condition and are seven at most."""
    rows = [item.question for item in BANK.items(code)]

    assert {QuestionKind.SCALE} == {row.kind for row in rows}
    assert 1 == len({row.choices for row in rows})
    assert {None} == {row.relevant for row in rows} | {row.constraint for row in rows}
    assert 2 <= len(rows) <= LONGEST_GRID


def test_scale_has_a_standard() -> None:
    """What is answered on a scale says which way is better and from where on it is acceptable."""
    scaled = [item for item in ITEMS if item.question.kind is QuestionKind.SCALE]

    assert [] == [item.id for item in scaled if item.measures.direction is None]
    assert [] == [
        item.id
        for item in scaled
        if item.measures.acceptable_from not in BANK.scale(item.question.choices or "").codes
    ]
    assert [] == [
        item.id for item in scaled if not BANK.scale(item.question.choices or "").is_scale
    ]
    assert [] == [
        item.id
        for item in ITEMS
        if item.question.kind is not QuestionKind.SCALE
        and item.measures.acceptable_from is not None
    ]


def test_standard_leaves_both_sides() -> None:
    """On every scale some answers are acceptable and some are not."""
    for item in ITEMS:
        if item.question.kind is QuestionKind.SCALE:
            scale = BANK.scale(item.question.choices or "")
            codes = [choice.code for choice in scale.choices if choice.is_substantive]
            verdicts = {item.measures.accepts(code, codes) for code in codes}
            assert {True, False} == verdicts, item.id


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_level_is_that_of_the_module(item: Item) -> None:
    """Training has a level and a tier, communication a stage, and who answers has none of them."""
    measures = item.measures
    levels = {"M1": 1, "M2": 1, "M3": 2, "M4": 2, "M5": 2, "M6": 1, "M7": 3, "M8": 4}
    tiers = {1: {3}, 2: {3, 4, 5}, 3: {7}, 4: {8}}

    assert measures.item == item.id
    assert measures.construct is not None
    assert levels.get(item.module or "") == measures.kirkpatrick
    assert (measures.kirkpatrick is None) == (measures.ltem is None)
    assert measures.kirkpatrick is None or measures.ltem in tiers[measures.kirkpatrick]
    assert (item.stage is not None) is (item.module or "").startswith("C")


def test_opinion_is_never_learning() -> None:
    """Only what is tested stands on a tier of learning: what people say of themselves does not."""
    learning = {item.id for item in ITEMS if item.measures.ltem in {4, 5, 6}}

    assert {item.id for item in BANK.items("M5")} == learning
    assert {Statistic.GAIN} == {BANK.item(each).statistic for each in learning}


def test_stage_is_that_of_the_module() -> None:
    """An event sheet tells of outputs, recall of outputs and out-takes, practices of outcomes."""
    stages = {code: {item.stage for item in BANK.items(code)} for code in MODULES if code[0] == "C"}

    assert {
        "C1": {Stage.OUTPUT, Stage.OUT_TAKE},
        "C2": {Stage.OUT_TAKE},
        "C3": {Stage.OUTCOME},
        "C4": {Stage.OUTPUT},
    } == stages


def test_answers_are_reported_by_something() -> None:
    """Each item that somebody answers says by what it is reported; notes do not."""
    assert [] == [
        item.id
        for item in ITEMS
        if (item.statistic is None) is not (item.question.kind is QuestionKind.NOTE)
    ]
    assert set(Statistic) == {item.statistic for item in ITEMS} - {None}


def test_words_are_drafts() -> None:
    """No native specialist has signed yet, and the bank says so of each text in each language."""
    reviews = [
        *(item.measures.review for item in ITEMS),
        *(each.review for each in BANK.modules),
        *(review for _, review in BANK.scale_reviews),
    ]

    assert {tuple((tag, ReviewStatus.DRAFT.value) for tag in LANGUAGES)} == set(reviews)
    for tag in LANGUAGES:
        assert len(ITEMS) + len(BANK.modules) + len(BANK.scales) == len(BANK.drafts(tag))


def test_no_words_of_others() -> None:
    """No text and no comment of the bank names the protected instruments, which it is not."""
    folder = files("indh_me.catalog").joinpath("items")
    told = {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()}

    # The names of the levels and tiers are keys, and stand at the beginning of their line.
    keys = re.compile(r"^(?:kirkpatrick|ltem) = \d$", re.MULTILINE)
    assert {} == {
        name: found
        for name, text in told.items()
        if (found := PROTECTED.findall(keys.sub("", text)))
    }
    assert [] == [path for path, _, words in WORDS if PROTECTED.search(words)]


def test_arabic_is_pure() -> None:
    """Arabic holds no letter of another script: a client decides the direction by the first."""
    arabic = [(path, PLACEHOLDER.sub("", words)) for path, tag, words in WORDS if tag == "ar"]

    assert [] == [
        (path, words) for path, words in arabic if words and ARABIC.fullmatch(words) is None
    ]


def test_no_arabic_elsewhere() -> None:
    """French and English hold no Arabic letter."""
    arabic = re.compile("[\u0600-\u06ff]")

    assert [] == [path for path, tag, words in WORDS if tag != "ar" and arabic.search(words)]


def test_marks_are_those_of_the_language() -> None:
    """French has a space around its double marks, English none; no spaces are doubled."""
    french = re.compile(r"[^ ][:;?!»%]|«[^ ]")
    english = re.compile(r" [:;?!,.]|[«»]")

    assert [] == [words for _, tag, words in WORDS if tag == "fr" and french.search(words)]
    assert [] == [words for _, tag, words in WORDS if tag == "en" and english.search(words)]
    assert [] == [words for _, _, words in WORDS if "  " in words or words != words.strip()]


def test_questions_end_alike() -> None:
    """A question ends as one in all languages, a statement with a full stop, a row with none."""
    marks = str.maketrans({"؟": "?"})
    ends = {
        path: {
            words.translate(marks)[-1] if words[-1] in ".؟?:" else ""
            for tag, words in texts.items()
        }
        for path, texts in _questions()
    }
    assert {} == {path: each for path, each in ends.items() if len(each) > 1}


def test_hints_and_messages_are_sentences() -> None:
    """A hint and a message end with a full stop or a question mark; answers and titles do not."""
    sentences = {(path, tag): words[-1] in ".؟?" for path, tag, words in WORDS}

    assert [] == [
        key
        for key, ended in sentences.items()
        if key[0].endswith((".hint", ".constraint_message")) is not ended
        and not key[0].endswith((".label", ".heading"))
    ]


def test_placeholders_are_the_same_in_all_languages() -> None:
    """What is filled in stands once in each language: none has been lost in translation."""
    found = {
        path: {tuple(sorted(PLACEHOLDER.findall(words))) for _, words in text.words}
        for path, text in ALL.items()
    }

    assert {} == {path: each for path, each in found.items() if len(each) > 1}
    assert {"{objective}", "{question}", "{statement}", "{indicator}"} < {
        name for each in found.values() for names in each for name in names
    }


def test_figures_are_the_same_in_all_languages() -> None:
    """The figures of a text stand in all its languages."""
    figures = {
        path: {tuple(re.findall("[0-9]+", words)) for _, words in text.words}
        for path, text in ALL.items()
    }

    assert {} == {path: each for path, each in figures.items() if len(each) > 1}


def test_words_can_be_filled_in() -> None:
    """No word before a placeholder would have to change with the words that are filled in."""
    assert [] == [words for _, tag, words in WORDS if tag == "fr" and MELTING.search(words)]
    assert [] == [words for _, tag, words in WORDS if tag == "ar" and ATTACHED.search(words)]


def test_code_is_no_number_that_is_averaged() -> None:
    """Numbers are codes of scales only, in a row without a gap; don't know is never one of them."""
    for scale in BANK.scales:
        numbers = [code for code in scale.codes if code.isdigit()]
        if scale.name == "months":
            assert [f"{month:02}" for month in range(1, 13)] == numbers
        elif scale.is_scale:
            first = int(numbers[0])
            assert [str(first + at) for at in range(len(numbers))] == numbers
            assert first in {0, 1}
            assert set(scale.codes) - set(numbers) <= {"dk", "ref"}
        else:
            assert [] == numbers


@pytest.mark.parametrize(
    ("name", "code", "extra"),
    [
        ("sex", "sex", set()),
        ("age_band", "age_group", set()),
        ("roles", "audience", set()),
        ("channels", "channel", {"none", "other", "dk"}),
    ],
)
def test_codes_are_those_of_the_library(name: str, code: str, extra: set[str]) -> None:
    """Who answered is coded like the dimension that the figures are disaggregated by."""
    dimension = next(each for each in library().dimensions if each.code == code)

    assert set(dimension.codes) | extra == set(BANK.scale(name).codes)


def test_indicators_are_of_the_library() -> None:
    """The indicator that an item makes a value of is in the library, and so is its direction."""
    known = {each.code: each for each in library().indicators}
    named = [item for item in ITEMS if item.indicator is not None]

    assert {item.indicator for item in named} <= set(known)
    assert [] == [
        item.id
        for item in named
        if item.measures.direction not in {None, known[item.indicator or ""].direction}
        and item.id != "recall_decoy"  # Who knows the invented message is taken off.
    ]
    assert len({item.indicator for item in named}) >= 14


def test_one_attitude_is_worded_in_reverse() -> None:
    """Of two attitudes to the same thing one is agreed to by those whom the other is not."""
    plain, reverse = BANK.item("kap_attitude").measures, BANK.item("kap_attitude_rev").measures

    assert plain.construct == reverse.construct
    assert (Direction.INCREASE, Direction.DECREASE) == (plain.direction, reverse.direction)
