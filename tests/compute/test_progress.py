from datetime import date

import pytest

from indh_me.compute.figure import Figure
from indh_me.compute.progress import path_method, progress_of
from indh_me.model import (
    TOTAL,
    Baseline,
    Indicator,
    Method,
    Period,
    Quantity,
    Revision,
    Target,
)

DUE = Period.year(2009)
SEEN_ON, AS_OF = date(2007, 12, 31), date(2008, 6, 30)


def _level(method: str | None = None, *targets: Target) -> Indicator:
    """Make a level from 60 at the end of 2006 to its target."""
    return Indicator(
        code="A",
        unit="percent",
        direction="increase",
        accumulation="latest",
        method=method,
        baseline=Baseline(60, Period.year(2006)),
        targets=targets,
    )


@pytest.mark.parametrize(
    ("own", "used"),
    [
        (None, Method.BASELINE_ADJUSTED),
        ("target_ratio", Method.TARGET_RATIO),
        ("inverse_ratio", Method.INVERSE_RATIO),
        ("milestone", Method.BASELINE_ADJUSTED),
        ("growth_ratio", Method.BASELINE_ADJUSTED),
    ],
)
def test_method_on_the_way(own: str | None, used: Method) -> None:
    """A method that compares with one value is kept on the way, others start at the baseline."""
    assert used is path_method(_level(own))


def test_no_method_on_the_way() -> None:
    """Where no method applies there is none on the way either."""
    astray = Indicator(code="A", unit="percent", direction="decrease", accumulation="latest")

    assert path_method(astray) is None


def test_expected_by_the_target_in_force() -> None:
    """A figure is held against its day's share of the target as it is known on the as-of date."""
    revision = Revision(value=90, date=date(2008, 2, 1))
    target = Target(period=DUE, value=80, revisions=[revision])
    level = _level(None, target)
    figure = Figure(categories=TOTAL, quantity=Quantity.exactly(65), reason=None, until=SEEN_ON)
    ((expectation, progress),) = progress_of([level], [target], [figure], AS_OF)

    # 365 of 1096 days: 60 + 30 * 365 / 1096 = 69.99 are expected, and 5 of 9.99 are reached.
    assert "90" == str(expectation.target)
    assert progress is not None
    assert progress.rate is not None
    assert pytest.approx(5 / (30 * 365 / 1096)) == progress.rate.best


def test_one_target_an_indicator() -> None:
    """Targets that are not as many as the figures are refused: none is left out in silence."""
    figure = Figure(categories=TOTAL, quantity=Quantity.exactly(65), reason=None, until=SEEN_ON)
    with pytest.raises(ValueError, match="longer"):
        progress_of([_level()], [], [figure], AS_OF)
