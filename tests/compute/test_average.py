import pytest

from indh_me.compute.average import capped, least, mean
from indh_me.model import Quantity

HUGE = 1.7976931348623157e308


def _read(*rates: str) -> list[Quantity]:
    return [Quantity.parse(each) for each in rates]


@pytest.mark.parametrize(
    ("rate", "inside"),
    [
        ("0.5", "0.5"),
        ("1.5", "1"),
        ("-0.5", "0"),
        ("0.9 (0.5..1.5)", "0.9 (0.5..1)"),
        (">=0.9", "0.9..1"),
        (">=1.2", "1"),
        ("<=0.2", "0..0.2"),
        ("1.2 (..)", "1 (0..1)"),
    ],
)
def test_rate_brought_into_the_range(rate: str, inside: str) -> None:
    """Each bound is brought into 0..1; what is known on one side only ends at the other end."""
    assert Quantity.parse(inside) == capped(Quantity.parse(rate))


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        (("0.8", "0.5"), "0.5"),
        (("0.8", ">=0.5"), "0.5..0.8"),
        ((">=0.8", ">=0.5"), ">=0.5"),
        (("0.7 (0.6..0.9)", "0.8 (0.5..0.95)"), "0.7 (0.5..0.9)"),
    ],
)
def test_least_bound_by_bound(rates: tuple[str, ...], expected: str) -> None:
    """The least of some rates is that of their bounds, with a best estimate if all have one."""
    assert Quantity.parse(expected) == least(_read(*rates))


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        (("1", "0", "0.5"), "0.5"),
        (("1", "0..0.5"), "0.5..0.75"),
        (("1", ">=0"), ">=0.5"),
        (("1 (..2)", "0.5 (0.25..0.5)"), "0.75 (..1.25)"),
    ],
)
def test_mean_bound_by_bound(rates: tuple[str, ...], expected: str) -> None:
    """The mean of some rates is that of their bounds, with a best estimate if all have one."""
    assert Quantity.parse(expected) == mean(_read(*rates))


def test_mean_by_weights() -> None:
    """Weights say how much each rate counts."""
    assert "0.75" == str(mean(_read("1", "0"), [75, 25]))


def test_mean_of_the_largest_numbers() -> None:
    """The mean of the largest number with itself is that number."""
    assert Quantity.exactly(HUGE) == mean([Quantity.exactly(HUGE)] * 3)


def test_every_rate_has_a_weight() -> None:
    """Weights that are not as many as the rates are refused: no rate is left out in silence."""
    with pytest.raises(ValueError, match="longer"):
        mean(_read("1", "0"), [75, 25, 10])


def test_nothing_has_no_mean() -> None:
    """Of no rates there is neither mean nor least."""
    assert mean([]) is None
    assert least([]) is None
