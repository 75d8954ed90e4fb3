import subprocess
import sys

import pytest
from attrs import evolve

from indh_me.errors import InvalidInputError, ParseError, UnknownCodeError
from indh_me.model import Text
from indh_me.survey import Bank, ChoiceList, Item, Moment, Question, QuestionKind, bank
from indh_me.survey.evaluation import AnswerValue

BANK = bank()
PLAN = Text.of(ar="إعداد مخطط", fr="établir un plan", en="draw up a plan")
LETTERS = ("code_mother", "code_father", "code_birthplace")
ELEMENTS = (*LETTERS, "code_birth_day", "code_birth_month", "code_siblings")


def _accepts(code: str, answer: AnswerValue) -> bool:
    """Tell whether the constraint of an item lets an answer pass."""
    constraint = BANK.item(code).question.constraint
    assert constraint is not None
    return constraint.evaluate({}, answer) is True


def _calculated(code: str, answers: dict[str, AnswerValue]) -> object:
    """Work out a calculated item."""
    calculation = BANK.item(code).question.calculation
    assert calculation is not None
    return calculation.evaluate(answers)


def test_bank_is_read_once() -> None:
    """The bank is read when it is first asked for, and is the same value ever after."""
    assert bank() is BANK


def test_import_reads_no_items() -> None:
    """To import the package reads nothing of the bank, and to import the room no file of it."""
    code = (
        "import sys, indh_me; print('indh_me.catalog.questions' in sys.modules);"
        "import indh_me.survey; from indh_me.catalog.questions import module, scales;"
        "print(module.cache_info().misses, scales.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ["False", "0 0"] == done.stdout.splitlines()


def test_item_is_found_by_id() -> None:
    """An item is a question named by its id, with its module, its moments and its statistic."""
    item = BANK.item("useful_work")

    assert ("useful_work", "M1", (Moment.END,)) == (item.id, item.module, item.moments)
    assert item.question.kind is QuestionKind.SCALE
    assert item.question.choices == "agree5"
    assert item.statistic is not None
    assert "top_two" == item.statistic.value


@pytest.mark.parametrize(
    ("method", "code", "meant"),
    [
        ("item", "recomend", "recommend"),
        ("module", "M11", "M1"),
        ("items", "M11", "M1"),
        ("scale", "agree", "agree5"),
    ],
)
def test_unknown_code_is_told_with_the_nearest(method: str, code: str, meant: str) -> None:
    """A code that the bank does not have is refused, and the nearest is named."""
    with pytest.raises(UnknownCodeError) as caught:
        getattr(BANK, method)(code)

    assert f"did you mean {meant!r}?" in caught.value.faults[0].mend


def test_unhashable_code_is_unknown() -> None:
    """What could be no code at all is refused like one that is not known."""
    with pytest.raises(UnknownCodeError, match="unknown item"):
        BANK.item(["recommend"])  # type: ignore[arg-type]


def test_items_are_chosen_by_module_and_moment() -> None:
    """Items of a module, of a moment, of both, in the order of the bank."""
    knowledge = BANK.items("M5", Moment.PRE)

    assert ["know_fact", "know_statement", "know_decision"] == [item.id for item in knowledge]
    assert () == BANK.items("M1", "pre")
    assert BANK.every == BANK.items()
    assert {"M0", "M5"} == {item.module for item in BANK.items(moment="pre")}
    assert [item for item in BANK.every if Moment.EVENT in item.moments] == list(BANK.items("C4"))


def test_unknown_moment_is_refused() -> None:
    """A moment that does not exist is told with those that do."""
    with pytest.raises(ParseError, match="unknown moment 'after'"):
        BANK.items(moment="after")


def test_words_are_filled_in() -> None:
    """Words stand in for a placeholder in each language by the words of that language."""
    question = BANK.item("able_before").ask("able_before_plan", filling={"objective": PLAN})

    assert "able_before_plan" == question.name
    assert question.label == Text.of(
        ar="قبل الدورة: إعداد مخطط",
        fr="Avant la session : établir un plan",
        en="Before the session: draw up a plan",
    )


def test_missing_language_is_left_out() -> None:
    """A language that the filling lacks is left out of the words, so that it is reported."""
    partly = Text.of(fr="établir un plan")
    question = BANK.item("able_now").ask(filling={"objective": partly})

    assert question.label is not None
    assert ("fr",) == question.label.languages


def test_words_without_a_placeholder_stay_whole() -> None:
    """Only the parts that are filled in lose a language that the filling lacks."""
    unaided = BANK.item("recall_unaided").ask(filling={"topic": Text.of(fr="l'Initiative")})

    assert unaided.label is not None
    assert unaided.hint is not None
    assert ("fr",) == unaided.label.languages
    assert ("ar", "en", "fr") == unaided.hint.languages


def test_language_that_the_template_lacks_is_no_gain() -> None:
    """A language that only the filling has does not appear in the question."""
    question = BANK.item("able_now").ask(filling={"objective": PLAN.with_words(es="hacer")})

    assert question.label is not None
    assert ("ar", "en", "fr") == question.label.languages


def test_filled_words_are_taken_as_they_are() -> None:
    """Braces and backslashes in the words filled in are words, and nothing is put in for them."""
    question = BANK.item("able_now").ask(filling={"objective": Text.of(en=r"use \1 {objective}")})

    assert question.label is not None
    assert r"Today: use \1 {objective}" == question.label.get("en")


@pytest.mark.parametrize("code", [item.id for item in BANK.every if item.placeholders])
def test_placeholder_must_be_filled(code: str) -> None:
    """A template without its words is no question: every gap is told at once."""
    item = BANK.item(code)
    with pytest.raises(InvalidInputError) as caught:
        item.ask()

    assert [f"no words for {{{name}}}" for name in item.placeholders] == [
        fault.what for fault in caught.value.faults
    ]


@pytest.mark.parametrize("item", BANK.every, ids=lambda item: item.id)
def test_every_item_can_be_asked(item: Item) -> None:
    """Each item makes a question without braces, in all languages, that tells what it measures."""
    question = item.ask(filling=dict.fromkeys(item.placeholders, PLAN))

    assert item.id == question.name
    assert question.measures == item.measures
    for text in (question.label, question.hint, question.constraint_message):
        assert text is None or ("ar", "en", "fr") == text.languages
        assert text is None or not any("{" in words for _, words in text.words)


def test_wrong_filling_is_told_at_once() -> None:
    """Words for no placeholder, words that are no text and gaps are told together."""
    filling = {"objectiv": PLAN, "objective": "draw up a plan"}
    with pytest.raises(InvalidInputError) as caught:
        BANK.item("able_now").ask(filling=filling)  # type: ignore[arg-type]

    stray, no_text = caught.value.faults
    assert "did you mean 'objective'?" in stray.mend
    assert "'draw up a plan' is not a Text" == no_text.what


def test_no_language_in_common_is_refused() -> None:
    """Words in none of the languages of the item make no question."""
    with pytest.raises(InvalidInputError, match="no language has all the words"):
        BANK.item("able_now").ask(filling={"objective": Text.of(es="hacer un plan")})


def test_form_sets_other_parts() -> None:
    """A form replaces parts of the question, and adds what it alone knows to the measure."""
    question = BANK.item("know_decision").ask(
        "k1",
        filling={"question": PLAN},
        choices="k1_answers",
        key="b",
        objective="planning",
        feeds="T-R1",
        required=True,
        relevant="${consent} = 'yes'",
    )
    measures = question.measures

    assert ("k1", "k1_answers", True) == (question.name, question.choices, question.required)
    assert "${consent} = 'yes'" == str(question.relevant)
    assert measures is not None
    assert ("b", "planning", "T-R1") == (measures.key, measures.objective, measures.feeds)
    assert ("know_decision", "M5", 5) == (measures.item, measures.module, measures.ltem)


def test_words_of_ones_own_replace_those_of_the_bank() -> None:
    """A label given to `ask` stands in place of the item's."""
    own = Text.of(fr="Pourquoi ?")

    assert own == BANK.item("recommend_why").ask(label=own).label


def test_form_sets_its_own_standard() -> None:
    """A measure given to `ask` stands in place of the item's, with another acceptable answer."""
    item = BANK.item("confidence")
    stricter = evolve(item.measures, acceptable_from="8")

    assert stricter == item.ask(measures=stricter).measures


def test_item_stays_as_it_was() -> None:
    """To ask an item changes nothing in the bank."""
    before = BANK.item("able_now")
    before.ask("other", filling={"objective": PLAN}, key="5")

    assert before.question.name == "able_now"
    assert before.measures.key is None


def test_matching_code_has_six_stable_elements() -> None:
    """Six required questions make the code, each asked in all three forms in the same words."""
    items = [BANK.item(code) for code in ELEMENTS]

    assert [True] * 6 == [item.question.required for item in items]
    assert {(Moment.PRE, Moment.END, Moment.FOLLOW_UP)} == {item.moments for item in items}
    assert {"matching_code"} == {item.measures.construct for item in items}


@pytest.mark.parametrize("code", LETTERS)
def test_letter_is_one_latin_capital(code: str) -> None:
    """The same letter is stored whichever language the form is filled in."""
    assert _accepts(code, "F")
    assert [] == [each for each in ("f", "FA", "ف", "É", "1", " F", "") if _accepts(code, each)]


@pytest.mark.parametrize(
    ("code", "low", "high"),
    [("code_birth_day", 1, 31), ("code_siblings", 0, 20), ("duration_min", 1, 1440)],
)
def test_number_is_in_its_range(code: str, low: int, high: int) -> None:
    """A number is taken from its least to its greatest, and not one beyond."""
    assert _accepts(code, float(low))
    assert _accepts(code, float(high))
    assert not _accepts(code, float(low - 1))
    assert not _accepts(code, float(high + 1))


@pytest.mark.parametrize(
    ("code", "alone"),
    [
        ("obstacles", "none"),
        ("obstacles_met", "none"),
        ("help_received", "none"),
        ("channel", "none"),
        ("channel", "dk"),
    ],
)
def test_nothing_goes_with_no_other_answer(code: str, alone: str) -> None:
    """Who picks *nothing* or *don't know* picks nothing else."""
    others = [
        each for each in BANK.scale(BANK.item(code).question.choices or "").codes if each != alone
    ]

    assert _accepts(code, (alone,))
    assert not _accepts(code, (alone, others[0]))
    assert _accepts(code, tuple(each for each in others if each not in {"none", "dk"}))


@pytest.mark.parametrize(
    ("code", "asked_behind", "asked", "not_asked"),
    [
        ("role_other", "role", "other", "elected"),
        ("obstacles_other", "obstacles", ("time", "other"), ("time",)),
        ("obstacles_met_other", "obstacles_met", ("other",), ("none",)),
        ("help_other", "help_received", ("other",), ("none",)),
        ("channel_other", "channel", ("other",), ("press",)),
        ("trusted_other", "trusted_source", "other", "dk"),
        ("example", "used", "2", "1"),
        ("intends_where", "intends", "yes", "dk"),
    ],
)
def test_more_is_asked_only_behind_its_answer(
    code: str, asked_behind: str, asked: AnswerValue, not_asked: AnswerValue
) -> None:
    """A question that asks for more is asked behind the answer that calls for it, and no other."""
    relevant = BANK.item(code).question.relevant
    assert relevant is not None

    assert relevant.evaluate({asked_behind: asked}) is True
    assert relevant.evaluate({asked_behind: not_asked}) is False
    assert relevant.evaluate({}) is False


def test_totals_of_an_event_add_up() -> None:
    """Those present are added up by sex and together, and held against the invited."""
    groups = ("under_25", "25_34", "35_59", "60")
    answers: dict[str, AnswerValue] = {f"women_{each}": 10.0 for each in groups}
    answers |= {f"men_{each}": 5.0 for each in groups}
    for code in ("present_women", "present_men", "present"):
        total = _calculated(code, answers)
        assert isinstance(total, float)
        answers[code] = total

    assert (40.0, 20.0, 60.0) == tuple(
        answers[each] for each in ("present_women", "present_men", "present")
    )
    assert 75.0 == _calculated("turnout", answers | {"invited": 80.0})
    assert "" == _calculated("turnout", answers)
    assert "" == _calculated("turnout", answers | {"invited": 0.0})


def test_more_present_than_invited_is_noted_and_not_refused() -> None:
    """People come uninvited: a note asks to look again, and no constraint holds them back."""
    note = BANK.item("present_check").question.relevant
    assert note is not None

    assert note.evaluate({"invited": 50.0, "present": 60.0}) is True
    assert note.evaluate({"invited": 60.0, "present": 60.0}) is False
    assert note.evaluate({"present": 60.0}) is False
    assert not any(
        {"invited", "present"} & set(item.question.constraint.references)
        for item in BANK.items("C4")
        if item.question.constraint is not None
    )


def test_drafts_leave_out_what_is_signed() -> None:
    """An item that a native specialist has signed in a language is no draft in it any more."""
    item = BANK.item("recommend")
    signed = Item(
        question=item.question.with_parts(
            measures=item.measures.__class__(item="recommend", review={"ar": "reviewed"})
        )
    )
    small = Bank(modules=(), every=(signed,), scales=())

    assert () == small.drafts("ar")
    assert ("item recommend",) == small.drafts("fr")


def test_scale_is_a_list_of_answers() -> None:
    """A list of the bank is a `ChoiceList` that a form can take as it is."""
    listed = BANK.scale("tfdk")

    assert isinstance(listed, ChoiceList)
    assert ("true", "false", "dk") == listed.codes
    assert not listed.is_scale
    assert listed.choices[2].label is not None


def test_item_wants_a_question() -> None:
    """An item is made of a question, and of nothing else."""
    with pytest.raises(InvalidInputError, match="is not a Question"):
        Item(question="Why?")  # type: ignore[arg-type]


def test_item_of_ones_own() -> None:
    """A question of one's own is asked like those of the bank."""
    own = Item(question=Question(name="why", kind="text", label=Text.of(en="Why {thing}?")))
    asked = own.ask(filling={"thing": Text.of(en="this")})

    assert asked.label == Text.of(en="Why this?")
    assert own.module is None
