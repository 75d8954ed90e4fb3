from datetime import date

import pytest
from hypothesis import given

from indh_me.errors import InvalidInputError
from indh_me.model import Absence, Period, Quantity, Text, Unit
from indh_me.testing import small_numbers
from indh_me.write.words import Words

ARABIC, FRENCH, ENGLISH = Words("ar"), Words("fr"), Words("en")
MARK = "\u200e"


def test_language_must_be_one() -> None:
    """A word that is no language tag is refused, not taken for English in silence."""
    with pytest.raises(InvalidInputError, match="'english' is not a language tag"):
        Words("english")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "Statut"),
        ("fr-MA", "Statut"),
        ("ar-MA", "الوضعية"),
        ("es", "Status"),
        ("zgh", "Status"),
    ],
)
def test_labels_fall_back_to_english(language: str, expected: str) -> None:
    """A label comes in the language or the one it is a variant of, else in English."""
    assert expected == Words(language, ("ar",)).label("heading", "status")


def test_texts_say_which_language_they_were_taken_from() -> None:
    """A text of another language than the one asked for is marked with its tag."""
    text = Text.of(fr="cible", ar="هدف")

    assert "cible" == FRENCH.text(text)
    assert "هدف [ar]" == Words("en", ("ar", "fr")).text(text)
    assert "" == ENGLISH.text(None)


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        (ENGLISH, 18_000, "18 000"),
        (ENGLISH, 1234.5, "1 234.5"),
        (FRENCH, 1234.5, "1 234,5"),
        (ARABIC, 93_000, "93\u00a0000"),
        (ENGLISH, 2 / 3, "0.67"),
        (ENGLISH, 0, "0"),
        (ENGLISH, -0.0, "0"),
        (ENGLISH, -5, "-5"),
        (ARABIC, -5, f"{MARK}-5"),
        (ENGLISH, 0.004, "0.004"),
        (ENGLISH, -0.00026, "-0.00026"),
        (ENGLISH, 1e-7, "1.0e-07"),
        (FRENCH, 1e-7, "1,0e-07"),
        (ENGLISH, 1e6, "1 000 000"),
    ],
)
def test_numbers_are_written_for_reading(words: Words, number: float, expected: str) -> None:
    """Numbers are grouped and rounded; spaces that must not break hold Arabic ones together."""
    assert expected == words.number(number)


@given(number=small_numbers())
def test_no_number_is_rounded_to_zero(number: float) -> None:
    """Only zero is written as zero, and never with a minus sign."""
    written = ENGLISH.number(number)

    assert (number == 0) == (written == "0")
    assert written != "-0"


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        (0.2, "20 %"),
        (0.9133333, "91.3 %"),
        (1, "100 %"),
        (0, "0 %"),
        (0.9996, "99.96 %"),
        (0.999_999_999, "99.9999999 %"),
        (0.000_4, "0.04 %"),
        (1e-15, "1.0e-13 %"),
        (1.0004, "100.04 %"),
        (-0.5, "-50 %"),
        (12, "1 200 %"),
    ],
)
def test_percentages_are_never_rounded_to_0_or_100(fraction: float, expected: str) -> None:
    """Only what is 0 or 100 % is written so."""
    assert expected == ENGLISH.percent(fraction)


@pytest.mark.parametrize(
    ("words", "fraction", "expected"),
    [
        (ENGLISH, 0.7996, "79.96 %"),
        (FRENCH, 0.7996, "79,96 %"),
        (ARABIC, 0.7996, "79,96\u00a0%"),
        (ENGLISH, 0.79, "79 %"),
        (ARABIC, -0.7996, f"{MARK}-80\u00a0%"),
        (FRENCH, 1234.56, "123 456 %"),
    ],
)
def test_percentages_keep_their_side_of_an_edge(
    words: Words, fraction: float, expected: str
) -> None:
    """A percentage has as many decimals as it takes not to cross a threshold."""
    assert expected == words.percent(fraction, [0.8])


def test_bounds_of_a_rate_keep_their_side_of_an_edge() -> None:
    """Each bound of a rate stays on its side of each threshold."""
    rate = Quantity.between(0.59996, 0.79996)

    assert "between 59.996 % and 79.996 %" == ENGLISH.rate(rate, iter([0.8, 0.6]))
    assert "between 60 % and 80 %" == ENGLISH.rate(rate)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("9", "9"),
        (">=18000", "at least 18 000"),
        ("<=5", "at most 5"),
        ("69..73", "between 69 and 73"),
        ("0.64 (0.58..0.70)", "about 0.64 (between 0.58 and 0.7)"),
        ("0.64 (0.58..)", "about 0.64 (at least 0.58)"),
        ("0.64 (..0.70)", "about 0.64 (at most 0.7)"),
        ("0.64 (..)", "about 0.64"),
        ("..", "unknown"),
        ("5..5", "5"),
    ],
)
def test_quantities_are_written_in_words(quantity: str, expected: str) -> None:
    """What is known of a figure is said in words, whole: no bound is left out."""
    assert expected == ENGLISH.quantity(Quantity.parse(quantity))


@pytest.mark.parametrize(
    ("unit", "number", "expected"),
    [
        ("percent", 64, "64 %"),
        ("currency MAD", 1_500, "1 500 MAD"),
        ("count", 3, "3"),
        ("milestone", 1, "Done"),
        ("milestone", 0, "Not done"),
    ],
)
def test_units_are_written_behind(unit: str, number: float, expected: str) -> None:
    """Percentages and amounts have their unit; milestones their word."""
    assert expected == ENGLISH.quantity(Quantity.exactly(number), Unit.parse(unit))


def test_decimals_of_a_quantity() -> None:
    """Every bound has the decimals that are asked for, in its unit."""
    surveyed = Quantity.between(1.23456, 2)

    assert "between 1.235 % and 2 %" == ENGLISH.quantity(surveyed, Unit.percent(), 3)
    assert "between 1.23 and 2" == ENGLISH.quantity(surveyed)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ENGLISH, "at least -3 points"),
        (FRENCH, "au moins -3 points"),
        (ARABIC, f"{MARK}-3\u00a0نقطة مئوية على الأقل"),
    ],
)
def test_difference_of_percentages_is_in_points(words: Words, expected: str) -> None:
    """The difference of two percentages is not a percentage."""
    assert expected == words.quantity(Quantity.at_least(-3), Unit.percent(), difference=True)


def test_difference_in_other_units() -> None:
    """The difference of two counts or amounts is a count or an amount."""
    two = Quantity.exactly(2)

    assert "2" == ENGLISH.quantity(two, Unit.count(), difference=True)
    assert "2 MAD" == ENGLISH.quantity(two, Unit.parse("currency MAD"), difference=True)


def test_rates_are_percentages_in_words() -> None:
    """A rate known only within bounds is written with them."""
    assert "au moins 90 %" == FRENCH.rate(Quantity.at_least(0.9))


def test_absence_is_written_as_its_kind() -> None:
    """An absence has its word, a figure its number; nothing where nothing is asked."""
    assert "Non communiqué" == FRENCH.value(Absence.NOT_REPORTED)
    assert "5" == FRENCH.value(Quantity.exactly(5))
    assert "" == FRENCH.value(None)


def test_days_keep_their_order_in_arabic() -> None:
    """Between Arabic words, days and periods start with a left-to-right mark."""
    day, period = date(2008, 3, 27), Period.parse("2008-S1")

    assert (f"{MARK}2008-03-27", f"{MARK}2008-S1") == (ARABIC.day(day), ARABIC.period(period))
    assert ("2008-03-27", "2008-S1") == (FRENCH.day(day), FRENCH.period(period))


def test_formulas_keep_their_order_in_arabic() -> None:
    """Between Arabic words, a formula stands in an isolate that reads from left to right."""
    assert "\u2066(64 - 60) / 20\u2069" == ARABIC.isolated("(64 - 60) / 20")
    assert "(64 - 60) / 20" == FRENCH.isolated("(64 - 60) / 20")


def test_words_in_formulas_keep_their_order_in_arabic() -> None:
    """Arabic words inside a formula stand in an isolate that reads from right to left."""
    assert "\u206764 على الأقل\u2069" == ARABIC.in_formula("64 على الأقل")
    assert "au moins 64" == FRENCH.in_formula("au moins 64")


def test_words_of_another_catalogue() -> None:
    """Words that stand elsewhere than among the labels are chosen alike."""
    found = {"fr": "Vert", "en": "Green"}

    assert ("Vert", "Vert", "Green") == (
        FRENCH.chosen(found),
        Words("fr-MA").chosen(found),
        ARABIC.chosen(found),
    )


def test_colons_and_commas_are_those_of_the_language() -> None:
    """French has a space before a colon, Arabic its own comma and semicolon."""
    assert "Statut : Atteint" == FRENCH.labelled("status", "Atteint")
    assert "Status: Achieved" == ENGLISH.labelled("status", "Achieved")
    assert ("أ، ب", "a, b") == (ARABIC.listed("أب"), FRENCH.listed("ab"))
    assert ("؛", " ;", ";", "؛") == (
        ARABIC.semicolon,
        FRENCH.semicolon,
        ENGLISH.semicolon,
        Words("ar-MA").semicolon,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("people", "people"),
        ("two\nlines", "two lines"),
        ("a\x07b\ufffe\u2028c", "a b c"),
        ("people trained", "people tr…"),
        ("كت\u200cب", "كت\u200cب"),
    ],
)
def test_texts_are_made_to_fit(text: str, expected: str) -> None:
    """A text for one line loses line ends and controls, and is cut where there is no more room."""
    assert expected == Words.shortened(text, 10)


def test_both_languages() -> None:
    """A text stands in both languages where it has both, and never twice in one."""
    words = Words("fr", ("ar", "en"), "ar")

    assert "formation\nتكوين" == words.both(Text.of(fr="formation", ar="تكوين"))
    assert "formation" == words.both(Text.of(fr="formation", en="training"))
    assert "تكوين [ar]" == words.both(Text.of(ar="تكوين", en="training"))
    assert "INDH" == words.both(Text.of(fr="INDH", ar="INDH"))
    assert ("", "formation") == (words.both(None), Words("fr").both(Text.of(fr="formation")))


def test_headings_in_both_languages() -> None:
    """A heading stands in both languages, once where it is the same."""
    words = Words("fr", second="en")

    assert ("Cible\nTarget", "Code") == (words.heading("target"), words.heading("code"))
    assert "Cible" == Words("fr").heading("target")
