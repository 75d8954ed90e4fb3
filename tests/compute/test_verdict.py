import pytest

from indh_me.compute import Verdict
from indh_me.compute.verdict import verdict
from indh_me.model import Direction, Quantity

MET, NOT_MET, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL


def _parsed(text: str | None) -> Quantity | None:
    return None if text is None else Quantity.parse(text)


@pytest.mark.parametrize(
    ("actual", "target", "direction", "expected"),
    [
        ("20", "20", "increase", MET),
        ("19", "20", "increase", NOT_MET),
        (">=20", "20", "increase", MET),
        (">=19", "20", "increase", OPEN),
        ("<=20", "20", "increase", OPEN),
        ("<=19", "20", "increase", NOT_MET),
        ("18..21", "20", "increase", OPEN),
        ("25", "20..30", "increase", OPEN),
        ("30", "20..30", "increase", MET),
        ("20", "20", "decrease", MET),
        ("21", "20", "decrease", NOT_MET),
        ("<=20", "20", "decrease", MET),
        (">=20", "20", "decrease", OPEN),
        ("25", "20..30", "decrease", OPEN),
        ("..", "20", "increase", OPEN),
        (None, "20", "increase", None),
        ("20", None, "increase", None),
    ],
)
def test_verdicts(
    actual: str | None, target: str | None, direction: str, expected: Verdict | None
) -> None:
    """A target is met or not met when it is so for all values within the bounds."""
    assert expected is verdict(_parsed(actual), _parsed(target), Direction(direction))


@pytest.mark.parametrize(
    ("actual", "band", "expected"),
    [
        ("90", "90..100", MET),
        ("100", "90..100", MET),
        ("89", "90..100", NOT_MET),
        ("101", "90..100", NOT_MET),
        ("95..105", "90..100", OPEN),
        ("95", ">=90", MET),
        ("95", "<=90", NOT_MET),
        (">=95", "90..100", OPEN),
        ("95", None, None),
        (None, "90..100", None),
    ],
)
def test_bands(actual: str | None, band: str | None, expected: Verdict | None) -> None:
    """What is to be maintained is so inside of its band, both ends included."""
    target = Quantity.exactly(0)

    assert expected is verdict(_parsed(actual), target, Direction.MAINTAIN, _parsed(band))
