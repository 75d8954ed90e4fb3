import pytest

from indh_me.catalog import labels
from indh_me.compute import Achievement
from indh_me.compute.progress import AGAINST_A_VALUE
from indh_me.model import Method, Quantity, Unit
from indh_me.write.explanations.equation import as_read, bracketed
from indh_me.write.explanations.substitution import FORMULAS, Substitution
from indh_me.write.words import Words

ENGLISH, ARABIC = Words("en"), Words("ar")


def test_every_method_has_its_formula() -> None:
    """No method is left without a formula to put figures into."""
    assert set(Method) == set(FORMULAS)


def test_every_method_on_the_way_has_its_name() -> None:
    """The methods that hold a figure against an expected value have a name that says so."""
    assert {each.value for each in AGAINST_A_VALUE} == set(labels()["method_on_the_way"])


def test_figures_have_their_unit() -> None:
    """Figures stand in the formula with their unit."""
    done = Achievement.of(64, 80, 60, direction="increase", level=True)

    assert (
        "(64 % - 60 %) / (80 % - 60 %) = 20 %"
        == Substitution(done, ENGLISH, Unit.percent()).equation
    )


def test_rate_keeps_its_side_of_an_edge() -> None:
    """A rate is not rounded across an edge, and the figures have decimals enough to see why."""
    done = Achievement.of(7.9996, 10, direction="increase")

    assert ("80 %", 2) == _seen(Substitution(done, ENGLISH))
    assert ("79.996 %", 4) == _seen(Substitution(done, ENGLISH, edges=(0.8,)))


def _seen(substitution: Substitution) -> tuple[str, int]:
    return substitution.rate, substitution.decimals


def test_figures_without_the_rate() -> None:
    """The formula alone, for a column beside the rates."""
    done = Achievement.of(30, 20, direction="decrease", method="two_minus_ratio")

    assert "2 - 30 / 20" == Substitution(done, ENGLISH).figures
    assert "\u20662 - 30 / 20\u2069" == Substitution(done, ARABIC).figures


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("5", "5"),
        ("-5", "(-5)"),
        ("0", "0"),
        (">=5", "[at least 5]"),
        ("5..6", "[between 5 and 6]"),
        ("5..5", "5"),
        ("-5..-5", "(-5)"),
        ("5 (..)", "[about 5]"),
    ],
)
def test_brackets(quantity: str, expected: str) -> None:
    """Words and signs stand in brackets, a plain number does not."""
    assert expected == bracketed(ENGLISH, Quantity.parse(quantity))


def test_no_figure_to_bracket() -> None:
    """Where there is no figure, nothing is written."""
    assert "" == bracketed(ENGLISH, None)


def test_words_in_a_formula_keep_their_direction() -> None:
    """Arabic words inside a formula read from right to left, and the brackets around them not."""
    assert "[\u20675 على الأقل\u2069]" == bracketed(ARABIC, Quantity.at_least(5))


def test_what_is_read() -> None:
    """Each bound is read as it is written."""
    assert Quantity(1.25, 1.13, 1.38) == as_read(Quantity(1.25, 1.1251, 1.3751), 2)
    assert Quantity(None, 1.125, None) == as_read(Quantity(None, 1.1251, None), 3)
