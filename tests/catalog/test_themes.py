import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from indh_me.catalog.themes import LANGUAGES, THEMES, in_languages, theme
from indh_me.compute import Severity, check
from indh_me.model import Accumulation, Direction, Indicator, Observations, UnitKind
from indh_me.read import library

INDICATORS = library().indicators
#: What a reference sheet asks for, in words.
TEXTS = (
    "name",
    "definition",
    "unit_label",
    "rationale",
    "calculation",
    "means_of_verification",
    "collection_method",
    "responsible",
    "use",
    "limitations",
)
#: Texts that are sentences, and those that are phrases.
SENTENCES = {
    *("definition", "rationale", "calculation", "collection_method", "use", "limitations"),
    "note",
}
ARABIC = re.compile("[\u0600-\u06ff]")
LATIN = re.compile("[A-Za-z]+")
#: Rules that find targets and baselines missing: those are the programme's own.
TO_BE_SET = {"ME019", "ME020"}
LONGEST_NAME = 60  # characters: it stands in a column of the workbook


def _texts(tables: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every text of a theme, with the path of its key."""
    for key, value in tables.items():
        if isinstance(value, Mapping):
            if set(value) & set(LANGUAGES):
                yield f"{path}{key}", dict(value)
            else:
                yield from _texts(value, f"{path}{key}.")


ALL = [(f"{name}: {path}", text) for name in THEMES for path, text in _texts(theme(name))]
WORDS = [(path, tag, text[tag]) for path, text in ALL for tag in text]


def _key(path: str) -> str:
    return path.rpartition(".")[2]


def test_library_is_large_enough() -> None:
    """There are indicators for a whole programme of each theme."""
    counts = Counter(each.code.partition(".")[0] for each in INDICATORS)

    assert {"training", "communication"} == set(counts)
    assert counts["training"] >= 16
    assert counts["communication"] >= 12


def test_file_holds_its_own_theme() -> None:
    """The code of each indicator begins with the theme of its file, and so does its framework's."""
    for name in THEMES:
        assert name == theme(name)["framework"]["code"]
        assert {name} == {code.partition(".")[0] for code in theme(name)["indicators"]}


@pytest.mark.parametrize("section", ["sources", "dimensions", "results", "indicators"])
def test_what_two_themes_share_is_the_same(section: str) -> None:
    """A part of two themes is the same in both, so that they can be taken together."""
    training, communication = (theme(name)[section] for name in THEMES)

    assert [] == [
        code for code in training if code in communication and training[code] != communication[code]
    ]


def test_every_text_is_in_all_languages() -> None:
    """Every text of the library is in French, English and Arabic, and in nothing else."""
    assert [] == [path for path, text in ALL if set(text) != set(LANGUAGES)]
    assert len(ALL) > 400


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.code)
def test_reference_sheet_is_whole(indicator: Indicator) -> None:
    """No indicator lacks anything that a reference sheet asks for."""
    assert [] == [name for name in TEXTS if getattr(indicator, name) is None]
    assert indicator.result is not None
    assert indicator.frequency is not None
    assert len(indicator.dimensions) > 0 or indicator.unit.kind is not UnitKind.PERCENT


def test_words_are_of_their_language() -> None:
    """Arabic is written in Arabic letters, but for acronyms; French and English in none of them."""
    arabic = [(path, words) for path, tag, words in WORDS if tag == "ar"]

    assert [] == [path for path, words in arabic if ARABIC.search(words) is None]
    assert [] == [
        (path, word)
        for path, words in arabic
        for word in LATIN.findall(words)
        if not word.isupper()
    ]
    assert [] == [path for path, tag, words in WORDS if tag != "ar" and ARABIC.search(words)]


def test_no_language_stands_for_another() -> None:
    """No text is the same in two languages."""
    assert [] == [
        path
        for path, text in ALL
        if len({words.casefold() for words in text.values()}) < len(LANGUAGES)
    ]


def test_figures_are_the_same_in_all_languages() -> None:
    """The figures of a text stand in all its languages: none has been lost in translation."""
    figures = {
        path: {frozenset(re.findall("[0-9]+", words)) for words in text.values()}
        for path, text in ALL
    }

    assert {} == {path: each for path, each in figures.items() if len(each) > 1}


@pytest.mark.parametrize("name", ["name", "definition", "calculation", "rationale", "limitations"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_indicators_are_told_alike(name: str, language: str) -> None:
    """Within a language no two indicators have the same name, definition, calculation ..."""
    words = [getattr(each, name).get(language).casefold() for each in INDICATORS]

    assert [] == [each for each, times in Counter(words).items() if times > 1]


def test_sentences_end_and_phrases_do_not() -> None:
    """A definition is made of sentences; a name is a phrase that fits its column."""
    ends = {(path, tag): words.endswith(".") for path, tag, words in WORDS if "indicators" in path}

    assert [] == [key for key, ended in ends.items() if ended is not (_key(key[0]) in SENTENCES)]
    assert [] == [
        words for path, _, words in WORDS if _key(path) == "name" and len(words) > LONGEST_NAME
    ]


def test_marks_are_those_of_the_language() -> None:
    """French has a space before its double marks, Arabic its own comma; no spaces are doubled."""
    french = re.compile(r"[^ ][:;?!»%]|«[^ ]")
    arabic = re.compile("[,;?%<>≤≥]")
    addresses = {words for path, _, words in WORDS if _key(path) == "address"}

    assert set() == addresses
    assert [] == [words for _, tag, words in WORDS if tag == "fr" and french.search(words)]
    assert [] == [words for _, tag, words in WORDS if tag == "ar" and arabic.search(words)]
    assert [] == [words for _, _, words in WORDS if "  " in words or words != words.strip()]


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.code)
def test_accumulation_fits_the_unit(indicator: Indicator) -> None:
    """Only counts are summed, shares and amounts a head never; what is maintained has a band."""
    pooled = {Accumulation.RATIO, Accumulation.LATEST}
    allowed = {
        UnitKind.COUNT: set(Accumulation) - {Accumulation.RATIO},
        UnitKind.PERCENT: pooled,
        UnitKind.RATIO: pooled,
        UnitKind.SCORE: pooled,
        UnitKind.CURRENCY: pooled,
        UnitKind.MILESTONE: {Accumulation.LATEST},
    }

    assert indicator.accumulation in allowed[indicator.unit.kind]
    assert (indicator.direction is Direction.MAINTAIN) is (indicator.band is not None)
    assert indicator.band is None or indicator.note is not None


def test_a_pooled_figure_tells_its_two_counts() -> None:
    """What is pooled says what its numerator and its denominator are, in each language."""
    terms = {
        "fr": ("Numérateur : ", "Dénominateur : ", "Chiffre = "),
        "en": ("Numerator: ", "Denominator: ", "Figure = "),
        "ar": ("البسط: ", "المقام: ", "الرقم = "),
    }
    pooled = {
        each.code: each.calculation.as_mapping()
        for each in INDICATORS
        if each.calculation is not None
        and (each.accumulation is Accumulation.RATIO or each.unit.kind is UnitKind.PERCENT)
    }

    assert [] == [
        (code, term)
        for code, calculation in pooled.items()
        for language, wanted in terms.items()
        for term in wanted
        if term not in calculation[language]
    ]
    assert len(pooled) > 20


def test_every_kind_has_an_example() -> None:
    """The library shows every unit, direction and way to accumulate where it is right."""
    assert set(UnitKind) == {each.unit.kind for each in INDICATORS}
    assert set(Direction) == {each.direction for each in INDICATORS}
    assert set(Accumulation) == {each.accumulation for each in INDICATORS}


def test_figures_are_the_programmes_own() -> None:
    """No indicator has a baseline, a target, or a source that would stand behind them."""
    assert [] == [
        each.code
        for each in INDICATORS
        if each.baseline is not None or len(each.targets) > 0 or each.source is not None
    ]


def test_schemes_are_sources() -> None:
    """Each scheme of external codes is a source with its address, and each source a scheme."""
    schemes = {scheme for each in INDICATORS for scheme, _ in each.external_codes}
    sources = {each.code: each.address or "" for each in library().sources}

    assert schemes == set(sources)
    assert [] == [code for code, address in sources.items() if not address.startswith("https://")]


def test_levels_are_those_of_the_schemes() -> None:
    """Kirkpatrick has four levels, LTEM eight tiers, and AMEC the stages that are measured."""
    known = {
        "kirkpatrick": set("1234"),
        "ltem": set("12345678"),
        "dfid": {"cumulative", "peak-year"},
        "amec": {"inputs", "activities", "outputs", "out-takes", "outcomes", "impact"},
    }

    assert [] == [
        each.code
        for each in INDICATORS
        for scheme, code in each.external_codes
        if code not in known[scheme]
    ]


def test_every_result_is_measured() -> None:
    """Every result of the library has an indicator."""
    measured = {each.result for each in INDICATORS}

    assert [] == [each.code for each in library().results if each.code not in measured]


def test_library_passes_its_own_check() -> None:
    """No rule finds an error or a warning in the library, but that figures are yet to be set."""
    found = check(library(), Observations())

    assert [] == [
        str(each)
        for each in found
        if each.severity is not Severity.INFO and each.id not in TO_BE_SET
    ]


def test_other_languages_are_left_out() -> None:
    """Words of other languages go, a text that has no others goes whole, and the rest stays."""
    tables = {"a": {"fr": "un", "en": "one"}, "b": {"en": "two"}, "c": {"d": 3, "e": ["en"]}}

    assert {"a": {"fr": "un"}, "c": {"d": 3, "e": ["en"]}} == in_languages(tables, ["fr"])
