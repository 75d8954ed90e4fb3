import math
from decimal import Decimal
from fractions import Fraction
from functools import partial

import numpy as np
import pytest

from indh_me.errors import Fault, ParseError
from indh_me.model import Absence, Quantity
from indh_me.model.quantity import format_number, parse_value, to_quantity, to_value
from refusals import Strange, refusal, refusals


def quantity(text: str) -> Quantity:
    """Return a quantity by its written form."""
    return Quantity.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", Quantity.exactly(9)),
        ("0", Quantity.exactly(0)),
        ("-5", Quantity.exactly(-5)),
        ("+5", Quantity.exactly(5)),
        ("0.64", Quantity.exactly(0.64)),
        ("1e+20", Quantity.exactly(1e20)),
        (" 9 ", Quantity.exactly(9)),
        (">=18000", Quantity.at_least(18_000)),
        (">= 18000", Quantity.at_least(18_000)),
        ("<=5", Quantity.at_most(5)),
        ("69..73", Quantity.between(69, 73)),
        ("69 .. 73", Quantity.between(69, 73)),
        ("-2..-1.5", Quantity.between(-2, -1.5)),
        ("69..", Quantity.at_least(69)),
        ("..73", Quantity.at_most(73)),
        ("..", Quantity()),
        ("0.64 (0.58..0.70)", Quantity.between(0.58, 0.70, best=0.64)),
        ("0.64(0.58 .. 0.70)", Quantity.between(0.58, 0.70, best=0.64)),
        ("0.64 (..)", Quantity(0.64)),
        ("0.64 (0.5..)", Quantity(0.64, 0.5)),
        ("64 (64..64)", Quantity.exactly(64)),
        ("64 [16/25]", Quantity(64, 64, 64, numerator=16, denominator=25)),
        ("64 [n=25]", Quantity.exactly(64).with_sample(25)),
        ("64[16/25;n=25]", Quantity(64, 64, 64, numerator=16, denominator=25, n=25)),
        ("64 [ 16 / 25 ; n = 25 ]", Quantity(64, 64, 64, numerator=16, denominator=25, n=25)),
        ("64 [; n=25]", Quantity.exactly(64).with_sample(25)),
        (">=1 [n=0]", Quantity.at_least(1).with_sample(0)),
    ],
)
def test_every_written_form_is_read(text: str, expected: Quantity) -> None:
    """Every written form, spaced or not, is read as what it says."""
    assert expected == quantity(text)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (Quantity.exactly(18_000), "18000"),
        (Quantity.exactly(-0.0), "0"),
        (Quantity.exactly(0.1), "0.1"),
        (Quantity.exactly(2.0**53), "9007199254740992.0"),
        (Quantity.at_least(18_000), ">=18000"),
        (Quantity.at_most(5), "<=5"),
        (Quantity.between(69, 73), "69..73"),
        (Quantity.between(5, 5), "5..5"),
        (Quantity(), ".."),
        (Quantity.between(0.58, 0.7, best=0.64), "0.64 (0.58..0.7)"),
        (Quantity(0.64), "0.64 (..)"),
        (Quantity(0.64, high=0.7), "0.64 (..0.7)"),
        (Quantity.fraction(16, 25, per=100), "64 [16/25]"),
        (Quantity.fraction(16, 25, per=100).with_sample(25), "64 [16/25; n=25]"),
    ],
)
def test_written_form(made: Quantity, text: str) -> None:
    """A quantity is written in its shortest form."""
    assert text == str(made)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "18 000",
        "18,000",
        "0,64",
        "64 %",
        ".5",
        "5.",
        "1_000",
        "nan",
        "inf",
        "٩",
        "≥5",
        ">5",
        "5 (..",
        "5..6..7",
        "(5..6)",
        "64 []",
        "64 [ ; ]",
        "64 [16]",
        "64 [16/25; 25]",
        "64 [n=25; 16/25]",
        "64 [16/25; n=25",
        "64 16/25]",
        "]",
        "9" * 400,
        "1" + " " * 100_000 + "x",
    ],
)
def test_other_texts_are_refused(text: str) -> None:
    """A text that has none of the forms is refused, and the forms are shown."""
    fault = refusal(lambda: quantity(text), ParseError)

    assert fault.what.endswith("is not a quantity")
    assert "'>=18000'" in fault.mend


@pytest.mark.parametrize("text", ["0,64", "18,000", "18 000"])
def test_commas_and_spaces_are_not_guessed_at(text: str) -> None:
    """Who writes a comma or a space in a number is told why it is not read."""
    assert "thousands sign" in refusal(lambda: quantity(text), ParseError).mend


@pytest.mark.parametrize("text", ["٩", "≥5"])
def test_other_scripts_are_explained(text: str) -> None:
    """Who writes other digits or signs is told which to use."""
    assert refusal(lambda: quantity(text), ParseError).mend.startswith("use the digits 0-9")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5..2", "bounds out of order"),
        ("9 (1..5)", "bounds out of order"),
        ("64 [16/0]", "share of a denominator of '0.0'"),
        ("64 [n=-1]", "a sample of '-1.0'"),
    ],
)
def test_forms_without_sense_are_refused(text: str, reason: str) -> None:
    """A text of the right form that makes no sense is refused with the reason."""
    assert refusal(lambda: quantity(text), ParseError).what.startswith(
        f"'{text}' is no quantity: {reason}"
    )


def test_too_large_to_read() -> None:
    """A number beyond the largest one is refused, not made infinite."""
    assert "'inf' is not a figure" in refusal(lambda: quantity("1e999"), ParseError).what


@pytest.mark.parametrize("text", [9, 9.5, None, True, ["9"]])
def test_only_text_is_parsed(text: Strange) -> None:
    """What is no text is refused, numbers too."""
    assert "is not a quantity" in refusal(lambda: Quantity.parse(text), ParseError).what


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 10**400])
@pytest.mark.parametrize("name", ["best", "low", "high", "numerator", "denominator", "n"])
def test_only_finite_numbers(name: str, number: float) -> None:
    """NaN, infinities and what is as large stand in no field of a quantity."""
    fields: Strange = {name: number}
    fault = refusal(lambda: Quantity(**fields))

    assert "is not a figure" in fault.what
    assert "leave out what is not known" in fault.mend


@pytest.mark.parametrize("number", [True, "9", Decimal(9), 1j, [9], np.bool_(True)])  # noqa: FBT003 - the value
def test_only_numbers(number: Strange) -> None:
    """What is no number is not taken for one."""
    assert "is not a number" in refusal(lambda: Quantity.exactly(number)).what


@pytest.mark.parametrize("number", [9, Fraction(9), np.int64(9), np.float32(9), np.float64(9)])
def test_every_number_becomes_a_plain_one(number: Strange) -> None:
    """Whole numbers, fractions and numpy's numbers are kept as Python's own floats."""
    best = Quantity.exactly(number).best

    assert float is type(best)
    assert 9.0 == best


@pytest.mark.parametrize("bounds", [(5, 6, None), (5, None, 4), (None, 5, 4), (5, 1, 4), (5, 6, 7)])
def test_bounds_are_in_order(bounds: tuple[float | None, float | None, float | None]) -> None:
    """Low is not above best, nor best above high, and known bounds hold without a best."""
    fault = refusal(lambda: Quantity(*bounds))

    assert "bounds out of order" in fault.what
    assert "low <= best <= high must hold" == fault.mend


def test_half_a_fraction_is_refused() -> None:
    """A numerator needs a denominator, and the other way round."""
    for half in ({"numerator": 16}, {"denominator": 25}):
        assert "half a fraction" == refusal(partial(Quantity, 64, **half)).what


def test_all_faults_of_a_quantity_are_told() -> None:
    """A quantity with several faults is refused with all of them."""
    faults = refusals(lambda: Quantity(5, 6, numerator=1, n=-1))

    assert 3 == len(faults)


def test_share_is_made_of_counts() -> None:
    """A share is its counts divided, by a hundred for a percentage."""
    share = Quantity.fraction(16, 25, per=100)

    assert (64, 16, 25) == (share.best, share.numerator, share.denominator)
    assert share.is_exact


@pytest.mark.parametrize(
    "make", [Quantity.exactly, Quantity.at_least, Quantity.at_most, partial(Quantity.between, 1)]
)
def test_constructors_need_a_number(make: Strange) -> None:
    """What is not known is no number: a named constructor does not make an unknown of it."""
    assert "'None' is not a number" == refusal(lambda: make(None)).what


def test_no_share_of_nothing() -> None:
    """A share of nobody is refused: it is not applicable, and not zero."""
    fault = refusal(lambda: Quantity.fraction(0, 0))

    assert "share of a denominator of '0.0'" == fault.what
    assert "not_applicable" in fault.mend


def test_with_sample_makes_another() -> None:
    """Giving a sample leaves the first quantity as it was."""
    first = Quantity.exactly(64)
    sampled = first.with_sample(25)

    assert first.n is None
    assert 25 == sampled.n


def test_exact_is_one_number() -> None:
    """Exact are those of which low, best and high are one number."""
    texts = ["9", "9 (9..9)", "9 (..)", ">=9", "9..9", "9 (8..9)", "9 [n=1]", ".."]
    exact = [text for text in texts if quantity(text).is_exact]

    assert ["9", "9 (9..9)", "9 [n=1]"] == exact


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (quantity("1..2") + quantity("10..20"), "11..22"),
        (quantity(">=18000") + 75_000, ">=93000"),
        (1 + quantity("<=5"), "<=6"),
        (quantity("5 (4..6)") + quantity("1"), "6 (5..7)"),
        (quantity("5 (4..6)") + quantity("1..2"), "5..8"),
        (-quantity(">=5"), "<=-5"),
        (-quantity("5 (4..7)"), "-5 (-7..-4)"),
        (quantity("1..2") - quantity("10..20"), "-19..-8"),
        (10 - quantity(">=4"), "<=6"),
        (quantity(">=5") - quantity(">=4"), ".."),
        (quantity("-1..2") * quantity("10..20"), "-20..40"),
        (3 * quantity(">=2"), ">=6"),
        (quantity(">=2") * -3, "<=-6"),
        (quantity("..") * 0, "0..0"),
        (quantity(">=2") * quantity(">=3"), ">=6"),
        (quantity("6 (5..7)") * 2, "12 (10..14)"),
        (quantity("10..20") / quantity("2..5"), "2..10"),
        (20_000 / quantity(">=6000"), "0..3.3333333333333335"),
        (quantity(">=10") / quantity("-5..-2"), "<=-2"),
        (quantity("10") / quantity("-1..1"), ".."),
        (quantity("10") / quantity("0..1"), ".."),
        (quantity("10") / quantity("2 (-1..4)"), "5 (..)"),
        (quantity("10") / quantity("0 (-1..4)"), ".."),
        (quantity("..") / quantity(">=2"), ".."),
        (quantity("9 [n=5]") + 0, "9"),
        (sum([quantity("1"), quantity(">=2")]), ">=3"),
    ],
)
def test_arithmetic_is_on_bounds(made: object, text: str) -> None:
    """Sums, differences, products and quotients are those of the bounds."""
    assert text == str(made)


def test_no_division_by_zero() -> None:
    """A division by exactly zero is refused, with what was to be divided."""
    fault = refusal(lambda: quantity(">=5") / 0)

    assert Fault("division of '>=5' by zero", mend="there is no such rate") == fault


def test_unknown_bounds_are_no_zero() -> None:
    """A divisor of which nothing is known is not taken for zero."""
    assert Quantity() == quantity("10") / Quantity()


def test_results_stay_finite() -> None:
    """A result that no number holds is refused."""
    for make in (
        lambda: quantity("1e308") * 10,
        lambda: quantity("1e308") + quantity("1e308"),
        lambda: quantity(">=1e308") * 10,
        lambda: quantity("<=-1e308") * 10,
    ):
        assert "a result too large for a number" == refusal(make).what


def test_bound_too_large_is_no_bound() -> None:
    """A bound that no number holds is left open, as nothing is known of it."""
    assert ">=1e+308" == str(quantity("1e308..1.5e308") * quantity("1..10"))


@pytest.mark.parametrize("other", ["5", None, Absence.NOT_REPORTED])
def test_arithmetic_needs_numbers(other: Strange) -> None:
    """Only quantities and numbers are added, an absence is not taken for zero."""
    assert "is not a number" in refusal(lambda: quantity("5") + other).what


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (18_000, "18000"),
        (-3.0, "-3"),
        (0.1, "0.1"),
        (np.float64(0.2), "0.2"),
        (2.0**53 - 1, "9007199254740991"),
        (1e16, "1e+16"),
        (1e-7, "1e-07"),
    ],
)
def test_number_is_written_shortly(number: float, text: str) -> None:
    """A whole number is written without a point, as far as all whole numbers are floats."""
    assert text == format_number(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9", Quantity.exactly(9)),
        ("not_reported", Absence.NOT_REPORTED),
        (" not_applicable ", Absence.NOT_APPLICABLE),
    ],
)
def test_value_is_a_quantity_or_an_absence(text: str, value: object) -> None:
    """The words of absence are read beside quantities."""
    assert value == parse_value(text)


def test_not_due_is_not_reported() -> None:
    """Not due follows from the as-of date, nobody reports it."""
    what = "'not_due' is not reported, it follows from the as-of date"

    assert what == refusal(lambda: parse_value(" not_due"), ParseError).what
    assert what == refusal(lambda: to_value(Absence.NOT_DUE)).what


@pytest.mark.parametrize("text", ["none", "", 9, None, []])
def test_other_values_are_refused(text: Strange) -> None:
    """What is neither a quantity nor a word of absence is refused."""
    assert "is not a quantity" in refusal(lambda: parse_value(text), ParseError).what


def test_numbers_become_quantities() -> None:
    """Where a figure is wanted, a number is taken for an exact one, and the rest passes."""
    of_numpy: Strange = np.int64(9)

    assert Quantity.exactly(9) == to_quantity(9) == to_value(of_numpy)
    assert Quantity.at_least(9) == to_quantity(Quantity.at_least(9))
    assert Absence.NOT_REPORTED is to_value(Absence.NOT_REPORTED)


@pytest.mark.parametrize("value", ["9", None, True, Absence.NOT_REPORTED])
def test_nothing_else_becomes_a_quantity(value: Strange) -> None:
    """Texts, booleans and absences are not turned into figures."""
    assert "is not a number" in refusal(lambda: to_quantity(value)).what
