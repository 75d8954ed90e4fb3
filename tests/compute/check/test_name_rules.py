import pytest

from indh_me.compute.check.name_rules import duplicate_names, untranslated_copies
from indh_me.model import (
    Category,
    Dimension,
    Framework,
    Indicator,
    Result,
    Source,
    Text,
    Thresholds,
)
from plans import flow, found, subject
from refusals import Strange

APART = "say in each what sets it apart: whom, what, where or when"
AR = "مؤشر"
LATIN = "Les personnes formées en poste"


def _framework(*indicators: Indicator, **parts: Strange) -> Framework:
    usual = {"code": "F", "languages": ["ar", "en", "fr"]}
    return Framework(indicators=indicators, **{**usual, **parts})


def test_names_given_twice() -> None:
    """Indicators of one name, and results of one statement, are found with the first of them and
    the languages, whatever the capitals and spaces.
    """
    framework = _framework(
        flow("A", name=Text.of(fr="Personnes formées", en="People trained")),
        flow("B", name=Text.of(fr=" personnes  FORMÉES\n", en="people trained")),
        flow("C", name=Text.of(fr="Personnes formées", en="Trainers")),
        flow("D", name=Text.of(fr="Formateurs", en="Trainers")),
        results=[
            Result(code="P", level="output", statement=Text.of(fr="Personnes formées")),
            Result(code="Q", level="output", statement=Text.of(fr="Personnes formées")),
        ],
    )

    assert [
        ("results.Q.statement", "result Q has the same statement as P, in fr", APART, None),
        ("indicators.B.name", "indicator B has the same name as A, in en, fr", APART, "B"),
        ("indicators.C.name", "indicator C has the same name as A, in fr", APART, "C"),
        ("indicators.D.name", "indicator D has the same name as C, in en", APART, "D"),
    ] == found(duplicate_names(framework))


def test_same_words_in_two_languages_are_no_name_twice() -> None:
    """A name is compared with those of its own language, and a missing one with none."""
    framework = _framework(
        flow("A", name=Text.of(fr="Participants")),
        flow("B", name=Text.of(en="Participants")),
        flow("C"),
        flow("D"),
    )

    assert [] == list(duplicate_names(framework))


def test_name_that_is_another_one_in_each_language() -> None:
    """A name that stands for two others is found once for each of them."""
    framework = _framework(
        flow("A", name=Text.of(fr="Formateurs", en="Teachers")),
        flow("B", name=Text.of(fr="Maîtres", en="Trainers")),
        flow("C", name=Text.of(fr="Formateurs", en="Trainers")),
    )

    assert [
        "indicator C has the same name as B, in en",
        "indicator C has the same name as A, in fr",
    ] == [each.message for each in duplicate_names(framework)]


def test_words_that_were_copied() -> None:
    """The same words in two languages are found, and Arabic words without an Arabic letter."""
    framework = _framework(
        flow("A", name=Text.of(fr=LATIN, en=LATIN, ar=AR)),
        flow("B", name=Text.of(fr=LATIN, en="People trained", ar="People trained")),
        title=Text.of(fr=LATIN, en=LATIN, ar=LATIN),
    )

    assert [
        (
            "framework.title",
            "words in ar without an Arabic letter",
            "translate what stands in ar",
            None,
        ),
        (
            "framework.title",
            "the same words in en and fr",
            "translate what stands in en or fr",
            None,
        ),
        (
            "indicators.A.name",
            "the same words in en and fr",
            "translate what stands in en or fr",
            "A",
        ),
        (
            "indicators.B.name",
            "words in ar without an Arabic letter",
            "translate what stands in ar",
            "B",
        ),
    ] == found(untranslated_copies(subject(framework)))


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("Communication", False),
        ("INDH 2005/2010", False),
        ("Plan Maroc Vert", False),
        ("Plan Maroc Vert 2020", False),
        ("Taux de satisfaction élevé", True),
        ("a b c d", False),
        ("12 13 14 15 16", False),
        ("l'eau, la terre", False),
    ],
)
def test_a_few_words_may_be_a_name(words: str, *, is_found: bool) -> None:
    """The same words in two languages are a copy from four on: fewer may be a name."""
    framework = _framework(title=Text.of(fr=words, en=words, ar=AR))

    assert is_found == bool(list(untranslated_copies(subject(framework))))


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("INDH", False),
        ("Agadir", False),
        ("2008 - 2010 %", False),
        ("People trained", True),
        ("الأشخاص", False),
        ("INDH people الأشخاص", False),
        ("1. ", False),
        ("Office 365", False),
        ("٢٠٠٨ people trained", True),
        ("ﻣﺆﺷﺮ people trained", False),
        ("پروگرام people trained", False),
    ],
)
def test_arabic_words_have_arabic_letters(words: str, *, is_found: bool) -> None:
    """Two words without any letter of the script were not translated; one may be a name."""
    framework = _framework(title=Text.of(ar=words))

    assert is_found == bool(list(untranslated_copies(subject(framework))))


@pytest.mark.parametrize(
    ("language", "is_found"),
    [
        ("ar", True),
        ("ar-MA", True),
        ("fa", True),
        ("ur", True),
        ("ar-Latn", False),
        ("ar-latn-MA", False),
        ("shi-Arab", True),
        ("shi-arab-MA", True),
        ("shi", False),
        ("ar-1994", True),
        ("he", False),
        ("fr", False),
    ],
)
def test_script_of_a_language(language: str, *, is_found: bool) -> None:
    """A script named in the tag decides, else the usual script of the language does."""
    framework = _framework(languages=["zgh", language], title=Text({language: "People trained"}))

    assert is_found == bool(list(untranslated_copies(subject(framework))))


def test_variants_of_a_language_share_their_words() -> None:
    """French is the same in France and in Morocco, and languages beside the framework's are not
    its business.
    """
    languages = ["fr", "fr-CA", "fr-MA"]
    variants = _framework(languages=languages, title=Text(dict.fromkeys(languages, LATIN)))
    beside = _framework(languages=["fr"], title=Text.of(fr=LATIN, en=LATIN, ar=LATIN))

    assert [] == list(untranslated_copies(subject(variants)))
    assert [] == list(untranslated_copies(subject(beside)))


def test_names_that_stay_the_same() -> None:
    """Titles of documents, and names of places and organisations, are not translated into
    languages of the same script.
    """
    same = Text.of(fr=LATIN, en=LATIN, ar=AR)
    foreign = Text.of(ar=LATIN)
    framework = _framework(
        flow("A", owner=same),
        flow("B", owner=foreign, note=same),
        sources=[Source(code="s", label=same), Source(code="t", label=foreign)],
        dimensions=[
            Dimension(code="d", name=same, categories=[Category("c", same), Category("e", foreign)])
        ],
        thresholds=Thresholds(basis=same),
    )

    assert [
        "thresholds.basis",
        "dimensions.d.name",
        "dimensions.d.categories.e",
        "indicators.B.owner",
        "indicators.B.note",
    ] == [each.place.path for each in untranslated_copies(subject(framework))]
