"""Projection of many series at once."""

import math
from functools import partial

import numpy as np
import numpy.typing as npt
from attrs import evolve

from indh_me.compute.bounds import Floats
from indh_me.errors import Fault, InvalidInputError

from .methods import (
    AUTO,
    Choice,
    Link,
    Prior,
    Technique,
    between_steps,
    choice_of,
    from_link,
    link_slope,
    shrunken_drift,
    to_link,
    unlinked,
)
from .outcome import REASONS, WORDS, PanelProjection
from .panel import (
    UNEVENNESS,
    Block,
    Forecast,
    Panel,
    ProjectionReason,
    Series,
    blocks_of,
    bounds_of,
    level_of,
    season_of,
)
from .sampling import with_errors
from .student import t_quantile

__all__ = ["project_panel"]

#: Methods whose drifts can be judged by those of the other series.
POOLED = (AUTO, "shrunken_drift")
CODE_OF_REASON = {reason: code for code, reason in enumerate(REASONS)}
CODE_OF_WORD = {word: code for code, word in enumerate(WORDS)}


def project_panel(
    values: npt.ArrayLike,
    times: npt.ArrayLike | None = None,
    horizon: int | None = None,
    *,
    at: npt.ArrayLike | None = None,
    method: str = AUTO,
    season: int | None = None,
    bounds: tuple[float | None, float | None] | None = None,
    level: float = 0.95,
    errors: npt.ArrayLike | None = None,
    pooled: bool = False,
) -> PanelProjection:
    """Give where the values of many series will lie, with intervals and chances of meeting targets.

    Parameters
    ----------
    values
        Figures, of shape (series, time), NaN or masked where there is none. One dimension is one
        series.
    times
        Dates, of shape (time,) or (series, time): years, decimal or whole, or `numpy.datetime64`.
        At any distances, but forward. By default 0, 1, 2 ...
    horizon
        Steps to project to, from the last figure of each series on. A step is the median of the
        years between its dates; 1 for the default dates, and for a single point.
    at
        Dates to project to instead, of shape (steps,) or (series, steps).
    method
        ``auto`` for the policy below, or the word of a method: ``last``, ``drift``,
        ``half_drift``, ``shrunken_drift``, ``ols``, ``theil_sen``, ``theil_sen_anchored``,
        ``ses``, ``holt``, ``damped_holt``, ``theta``, ``logit_trend``, ``logit_trend_adjusted``,
        ``log_linear``, ``combination``, ``seasonal_last``, ``seasonal_drift``.
    season
        Steps of a year's season: 4 for quarters, 12 for months. `None`, or 1, where there is none,
        as for yearly figures. Only the policy and the two seasonal methods look at it, and the
        length of a step: a year has so many.
    bounds
        Lowest and highest value that a figure can have, such as (0, 100) of a percentage; `None`
        where there is no such bound. Points and intervals are clipped to them.
    level
        Share of outcomes that the intervals should hold.
    errors
        Standard errors of the figures, such as those of a survey: of the same shape and in the
        same unit; zero where there is none, NaN or masked where it is not known. They leave the
        points as they are, and let no interval be narrower than they alone make it. A method that
        gives no interval gives none with them.
    pooled
        Whether drifts are judged by those of all series of the panel, instead of each alone: for
        twenty and more *like* series, such as one indicator in many places. With fewer, each
        stands alone. For ``auto`` and ``shrunken_drift``.

    Returns
    -------
    PanelProjection
        With ``point``, ``low`` and ``high``, of shape (series, steps), and for each series the
        ``method`` or the ``reason`` why there is none. A series is never an error for the others.

    Raises
    ------
    InvalidInputError
        For arguments that are wrong for every series: an unknown method, shapes that do not fit,
        not exactly one of horizon and at, bounds that hold nothing, a logit without both bounds,
        pooled with a method that cannot be.

    Notes
    -----
    The policy takes the last value of two points, without an interval; ``half_drift`` of three,
    whose drift says too little of itself; and ``shrunken_drift`` from four points on. One point is
    no trend. With a season, it takes ``seasonal_drift`` of two whole seasons or more, and nothing
    of fewer. It was chosen by measure on yearly series, where it beats the straight line in its
    error, and in how often its interval holds the outcome.

    An interval is f ± q s with the projection f, its scale s and the quantile q of Student's t;
    for logarithms and logits, its ends are brought back. Each method's formula stands beside it.

    With standard errors e_i of the figures y_i, s² = max(s₀² + max(S - N, 0), S), with s₀ the
    method's own scale, S = Σ (∂f/∂y_i)² e_i² + v the variance by sampling errors alone, v the mean
    of the e_i² for the figure to come, and N the part of S that is in s₀² already: the scatter
    that a method measures has the errors in it. For yearly figures, s₀ holds them all one year
    ahead and more, but by chance; ``with_errors`` in the module ``sampling`` has the details.

    Gaps are left out, and dates count as they are: a series with gaps is projected as the series
    without them. Methods that step from date to date (``ses``, ``holt``, ``damped_holt``,
    ``theta``, ``combination``, and the seasonal ones) refuse dates whose steps differ by more than
    a tenth. The seasonal ones take a date to project to for the step that it is within a tenth of,
    and refuse one between two steps.

    References
    ----------
    Makridakis and Hibon (2000), International Journal of Forecasting 16, 451-476: the series of the
    M3 competition.

    Examples
    --------
    >>> made = project_panel([[60, 62, 65, 67, 70]], [2003, 2004, 2005, 2006, 2007], at=[2010])
    >>> made.point.round(1).item(), made.low.round(1).item(), made.high.round(1).item()
    (77.5, 59.5, 95.5)
    >>> made.method.item(), made.probability(75, "increase").round(2).item()
    ('shrunken_drift', 0.65)

    One figure is no trend:

    >>> project_panel([[60]], horizon=1).reason.item().value
    'too_few_points'
    """
    steps = season_of(season)
    choice, limits, held = choice_of(method, steps), bounds_of(bounds), level_of(level)
    asked = choice.technique
    if asked is not None and asked.needs_bounds and not all(map(math.isfinite, limits)):
        mend = "give bounds, such as (0, 100)"
        raise InvalidInputError(Fault(f"'{method}' needs both bounds", "bounds", mend))
    if pooled and method not in POOLED:
        mend = "leave it out, or take 'auto' or 'shrunken_drift'"
        what = f"'{method}' judges each series alone"
        raise InvalidInputError(Fault(what, "pooled", mend))
    panel = Panel.of(values, times, horizon, at, errors, season=steps)
    found = _Findings(panel, choice, limits, held)
    with np.errstate(all="ignore"):
        if pooled:
            found.prior = Prior.of(panel, limits)
        for block in blocks_of(panel):
            found.add(block)
    return found.outcome()


class _Findings:
    """Arrays of the whole panel, filled block by block."""

    def __init__(
        self, panel: Panel, choice: Choice, bounds: tuple[float, float], level: float
    ) -> None:
        count, shape = len(panel.values), (len(panel.values), panel.steps)
        self.panel, self.choice, self.bounds, self.level = panel, choice, bounds, level
        self.prior: Prior | None = None
        self.point, self.low, self.high, self.scale = np.empty((4, *shape))
        plain = choice.link is Link.IDENTITY and all(map(math.isinf, bounds))
        self.centre = self.point if plain else np.empty(shape)
        self.df, self.ends, self.spacing = (np.empty(count) for _ in range(3))
        self.weight: Floats | None = None
        self.n = np.empty(count, dtype=np.intp)
        self.why, self.how = (np.zeros(count, dtype=np.int8) for _ in range(2))

    def add(self, block: Block) -> None:
        rows = block.rows
        self.n[rows], self.ends[rows], self.spacing[rows] = block.points, block.ends, block.spacing
        why = np.zeros(len(self.n[rows]), dtype=np.int8)
        for where, reason in block.refused:
            _mark(why, where, reason)
        technique = None
        if block.series is not None:
            technique = self.choice.of(block.series.points)
            if technique is None:
                # What is wrong with the dates is said first.
                late = why == CODE_OF_REASON[ProjectionReason.HORIZON_BEFORE_END]
                why[late] = 0
                _mark(why, np.True_, self.choice.shortage)
        if block.series is None or technique is None:
            self._leave_out(rows, why)
            return
        self._project(rows, block.series, technique, why, block.errors)

    def _leave_out(self, rows: "npt.NDArray[np.intp] | slice", why: "npt.NDArray[np.int8]") -> None:
        for each in (self.point, self.low, self.high, self.scale, self.centre, self.df):
            each[rows] = np.nan
        if self.weight is not None:
            self.weight[rows] = np.nan
        self.why[rows] = why

    def _project(
        self,
        rows: "npt.NDArray[np.intp] | slice",
        series: Series,
        technique: Technique,
        why: "npt.NDArray[np.int8]",
        errors: Floats | None,
    ) -> None:
        values = series.values
        if not all(map(math.isinf, self.bounds)):
            outside = (values < self.bounds[0]).any(axis=1) | (values > self.bounds[1]).any(axis=1)
            _mark(why, outside, ProjectionReason.OUTSIDE_BOUNDS)
        where, reason = unlinked(technique.link, values, self.bounds)
        if where is not None:
            _mark(why, where, reason)
        if technique.is_even:
            gaps = series.gaps
            middle = np.median(gaps, axis=1, keepdims=True)
            uneven = (np.abs(gaps - middle) > UNEVENNESS * middle).any(axis=1)
            _mark(why, uneven, ProjectionReason.UNEVEN_DATES)
        if technique.is_seasonal:
            _mark(why, between_steps(series), ProjectionReason.UNEVEN_DATES)
        series = evolve(series, values=to_link(technique.link, values, self.bounds))
        project = technique.project
        if self.prior is not None and technique.word == "shrunken_drift":
            project = partial(shrunken_drift, prior=self.prior)
        made = project(series)
        if errors is not None:
            spread = errors * link_slope(technique.link, values, self.bounds)
            made = with_errors(made, project, series, spread)
        self._write(rows, made, technique, why)

    def _write(
        self,
        rows: "npt.NDArray[np.intp] | slice",
        made: Forecast,
        technique: Technique,
        why: "npt.NDArray[np.int8]",
    ) -> None:
        link, bounds = technique.link, self.bounds
        quantile = t_quantile(made.df, self.level)
        self.point[rows] = point = from_link(link, made.centre, bounds)
        if self.centre is self.point and isinstance(rows, slice):
            # Made where they stay: new memory would take longer than the sums.
            low = np.multiply(made.scale, quantile, out=self.low[rows])
            np.add(point, low, out=self.high[rows])
            np.subtract(point, low, out=low)
        else:
            reach = made.scale * quantile
            self.low[rows] = from_link(link, made.centre - reach, bounds)
            self.high[rows] = from_link(link, made.centre + reach, bounds)
        if self.centre is not self.point:
            self.centre[rows] = made.centre
        # A sum that is a number has none in it that is not; one that is not is looked at closely.
        if not np.isfinite(point.sum() + (0.0 if math.isnan(made.df) else made.scale.sum())):
            scale_is_wild = ~np.isfinite(made.scale) & (not math.isnan(made.df))
            wild = (~np.isfinite(point) | scale_is_wild).any(axis=1)
            _mark(why, wild, ProjectionReason.TOO_LARGE)
        self.scale[rows], self.df[rows] = made.scale, made.df
        if made.weight is not None and self.weight is None:
            self.weight = np.full(len(self.n), np.nan)
        if self.weight is not None:
            self.weight[rows] = np.nan if made.weight is None else made.weight
        self.how[rows] = CODE_OF_WORD[technique.word]
        refused = why != 0
        if refused.any():
            at = np.arange(len(self.n))[rows][refused]
            self._leave_out(at, why[refused])
            self.how[at] = 0

    def outcome(self) -> PanelProjection:
        low, high = self.bounds
        if self.choice.link is Link.LOG:
            low = max(low, 0.0)
        return PanelProjection(
            point=self.point,
            low=self.low,
            high=self.high,
            scale=self.scale,
            df=self.df,
            n=self.n,
            level=self.level,
            bounds=(low, high),
            link=self.choice.link,
            prior=self.prior,
            centre=self.centre,
            weight=self.weight,
            at=self.panel.at,
            ends=self.ends,
            spacing=self.spacing,
            why=self.why,
            how=self.how,
        )


def _mark(
    why: "npt.NDArray[np.int8]",
    where: "npt.NDArray[np.bool_] | np.bool_",
    reason: ProjectionReason,
) -> None:
    """Give a reason where there is none yet."""
    if where.any():
        why[(why == 0) & where] = CODE_OF_REASON[reason]
