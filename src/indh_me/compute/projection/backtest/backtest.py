"""Back-test: what projections would have said earlier, against what has happened since."""

from collections import Counter
from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.projection.projection import project_panel
from indh_me.errors import Fault, InvalidInputError

from .conformal import NoConformal
from .projected import Project, Range
from .reliability import Reliability, brier, reliability
from .score import Score
from .scores import coverage, interval_width, mase, msis, smape
from .windows import Trial, Windows

__all__ = ["Backtest", "backtest"]


@frozen(eq=False, slots=False, kw_only=True)
class Backtest:
    """How good projections would have been.

    Parameters
    ----------
    level
        Share of outcomes that intervals should hold.
    horizon
        How many steps ahead.
    windows
        The cases: one for each series and origin that could be tested.
    left_out
        Pairs of series and origin that were not tested, by the reason: a `NoWindow`, or what the
        method gave.
    no_conformal
        Projections without a conformal interval, by the reason.

    Examples
    --------
    >>> import indh_me as me
    >>> made = me.backtest([[60, 62, 61, 65, 67, 70, 71]], horizon=1)
    >>> made.windows.point.shape, made.mase.count
    ((3, 1), 3)

    Of forty series, what is said of the intervals of the method and of the conformal ones:

    >>> rising = np.cumsum(np.random.default_rng(1).normal(1, 2, (40, 12)), axis=1)
    >>> made = me.backtest(rising, horizon=2, level=0.8)
    >>> [round(each.value, 2) for each in (made.mase, made.smape, made.brier)]
    [1.35, 43.74, 0.09]
    >>> [round(each.value, 2) for each in (made.coverage, made.width, made.msis)]
    [0.81, 4.61, 6.63]
    >>> conformal = made.conformal_coverage, made.conformal_width, made.conformal_msis
    >>> [round(each.value, 2) for each in conformal]
    [0.82, 4.44, 6.35]
    >>> round(made.reliability.worst, 2), made.to_columns()["mase_count"]
    (0.18, [320, 280, 600])
    """

    level: float
    horizon: int
    windows: Windows
    left_out: Mapping[Hashable, int]
    no_conformal: Mapping[NoConformal, int]

    @cached_property
    def mase(self) -> Score:
        """Absolute errors, in mean changes of what was seen."""
        made = self.windows
        return mase(made.outcome, made.point, made.training_scale)

    @cached_property
    def smape(self) -> Score:
        """Symmetric percentage errors, in percent, 0 to 200."""
        return smape(self.windows.outcome, self.windows.point)

    @cached_property
    def coverage(self) -> Score:
        """Share of the outcomes inside the intervals that the method gave."""
        return coverage(self.windows.outcome, self.windows.low, self.windows.high)

    @cached_property
    def width(self) -> Score:
        """Widths of those intervals, in mean changes of what was seen."""
        made = self.windows
        return interval_width(made.low, made.high, made.training_scale)

    @cached_property
    def msis(self) -> Score:
        """Interval scores of those intervals, in mean changes of what was seen."""
        made = self.windows
        return msis(made.outcome, made.low, made.high, made.training_scale, self.level)

    @cached_property
    def conformal_coverage(self) -> Score:
        """Share of the outcomes inside the pooled conformal intervals."""
        made = self.windows
        return coverage(made.outcome, made.conformal_low, made.conformal_high)

    @cached_property
    def conformal_width(self) -> Score:
        """Widths of the pooled conformal intervals, in mean changes of what was seen."""
        made = self.windows
        return interval_width(made.conformal_low, made.conformal_high, made.training_scale)

    @cached_property
    def conformal_msis(self) -> Score:
        """Interval scores of the pooled conformal intervals, in mean changes of what was seen."""
        made = self.windows
        ends = made.conformal_low, made.conformal_high
        return msis(made.outcome, *ends, made.training_scale, self.level)

    @cached_property
    def brier(self) -> Score:
        """Squared errors of the stated probabilities of reaching the targets drawn."""
        return brier(self.windows.probability, self.windows.met)

    @cached_property
    def reliability(self) -> Reliability:
        """Stated probabilities against the shares that reached their targets."""
        return reliability(self.windows.probability, self.windows.met)

    def to_columns(self) -> dict[str, list[Any]]:
        """Give scores by column for any dataframe library: a row a horizon, then one of all.

        Returns
        -------
        dict[str, list]
            For each score its mean, `None` where there is none, and under ``..._count`` how many
            projections it is the mean of. The horizon of the last row is `None`.
        """
        columns: dict[str, list[Any]] = {"horizon": [*range(1, self.horizon + 1), None]}
        for name in SCORES:
            score: Score = getattr(self, name)
            columns[name] = [*score.by_horizon, score.value]
            columns[f"{name}_count"] = [*score.count_by_horizon, score.count]
        return columns


#: In the order of the columns.
SCORES = (
    "mase",
    "smape",
    "coverage",
    "width",
    "msis",
    "conformal_coverage",
    "conformal_width",
    "conformal_msis",
    "brier",
)


def backtest(
    values: npt.ArrayLike,
    times: npt.ArrayLike | None = None,
    *,
    horizon: int = 5,
    project: Project = project_panel,
    least: int = 4,
    points: int | None = None,
    step: int = 1,
    level: float = 0.95,
    bounds: Range | None = None,
    seed: int = 0,
) -> Backtest:
    """Project each series from earlier times, and compare with what has happened since.

    Parameters
    ----------
    values
        Series x time; NaN where nothing was reported.
    times
        Of the columns, increasing; by default equal steps.
    horizon
        How many columns ahead to project.
    project
        What is tested: called once for each origin, with the columns before it alone.
    least
        Figures that a series must have before the origin.
    points
        How many columns before the origin are seen; by default all.
    step
        Columns from one origin to the next.
    level
        Share of outcomes that intervals should hold.
    bounds
        Least and most that there can be, for projection and intervals.
    seed
        Of the targets drawn.

    Returns
    -------
    Backtest
        Scores by horizon and overall, and what could not be tested.

    Raises
    ------
    InvalidInputError
        For a panel that is no table, times that do not fit or do not increase, and counts below
        one.

    Notes
    -----
    Origins are the times after which at least ``least`` and all but one of the columns lie behind.
    A series is tested from those at which it has a figure. Its conformal interval there is taken
    from the errors, of all series, whose outcomes were known at that time, at the same horizon.

    For each window a target y + 3 r z is drawn, with the last figure y, the root mean squared
    change r of what was seen, and z from a standard normal distribution; the probability is that
    of an outcome at or above it. A series that never moved gives no target.

    References
    ----------
    .. [1] Tashman (2000), "Out-of-sample tests of forecasting accuracy", International Journal of
       Forecasting 16, 437-450.

    Examples
    --------
    The last value as a projection, give or take 2:

    >>> from types import SimpleNamespace
    >>> def last_value(values, times=None, horizon=None, **_):
    ...     point = np.repeat(values[:, -1:], horizon, axis=1)
    ...     return SimpleNamespace(
    ...         point=point,
    ...         low=point - 2,
    ...         high=point + 2,
    ...         scale=np.ones(len(values)),
    ...         reason=[None] * len(values),
    ...         probability=lambda target, direction: np.full(point.shape, 0.5),
    ...     )
    >>> found = backtest([[60, 61, 62, 63, 64, 65]], horizon=3, project=last_value)
    >>> found.to_columns()["mase"], found.coverage.by_horizon, found.brier.value
    ([1.0, 2.0, None, 1.3333333333333333], (1.0, 1.0, None), 0.25)
    >>> {reason.value: count for reason, count in found.no_conformal.items()}
    {'too_few_series': 6}
    """
    trial = Trial.of(
        values, times, horizon=horizon, least=least, points=points, level=level, bounds=bounds
    )
    if step < 1:
        raise InvalidInputError(Fault(f"step '{step}'", "step", "give 1 or more"))
    origins = range(least, trial.values.shape[1], step)
    draws = np.random.default_rng(seed).standard_normal((len(origins), len(trial.values)))
    made = Windows.none(horizon)
    left_out: Counter[Hashable] = Counter()
    no_conformal: Counter[NoConformal] = Counter()
    for origin, drawn in zip(origins, draws, strict=True):
        for found in trial.projected(project, origin, drawn, left_out):
            made = made.with_more(trial.conformal(found, made, origin, no_conformal))
    return Backtest(
        level=level,
        horizon=horizon,
        windows=made,
        left_out={reason: count for reason, count in left_out.items() if count > 0},
        no_conformal={reason: count for reason, count in no_conformal.items() if count > 0},
    )
