import pytest

from indh_me.compute.disaggregation.parts import differ


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (0.1 + 0.2, 0.3, False),
        (0, 1e-13, False),
        (0, 1.5e-12, True),
        (1e13, 1e13 + 1, False),
        (1e13, 1e13 + 100, True),
        (40, 41, True),
    ],
)
def test_rounding_is_no_difference(one: float, other: float, *, expected: bool) -> None:
    """Sums differ by more than a billionth of a thousandth of them, and of one at the least."""
    assert (expected, expected) == (differ(one, other), differ(other, one))
