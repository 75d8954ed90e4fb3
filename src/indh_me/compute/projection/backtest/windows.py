"""Windows: what was seen of each series at earlier times, and what has happened since."""

from collections import Counter
from collections.abc import Hashable, Iterator
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import evolve, fields, frozen

from indh_me.compute.bounds import Flags, Floats, Positions
from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Direction

from .conformal import NoConformal, calibrate, errors_needed
from .projected import Project, Range
from .score import checked_level, scaled
from .scores import changes, naive_scale

__all__ = ["NoWindow", "Trial", "Windows"]

#: Series x time.
AXES = 2
#: Standard deviation of the targets drawn, in root mean squared changes of the series.
SPREAD = 3.0


class NoWindow(Enum):
    """Why a series is not tested from an origin.

    Examples
    --------
    >>> from indh_me.compute.projection.backtest import backtest
    >>> made = backtest([[60, 62, 61, float("nan"), 65, 64, 66]], horizon=1)
    >>> [reason.value for reason in made.left_out]
    ['no_figure_at_origin']
    """

    #: It has no figure at the last time before the outcomes.
    NO_FIGURE_AT_ORIGIN = "no_figure_at_origin"
    #: It has fewer figures up to there than asked for.
    TOO_FEW_FIGURES = "too_few_figures"
    #: It has no figure after it, within the horizon.
    NO_OUTCOME = "no_outcome"
    #: The method gave nothing, and did not say why.
    NOT_PROJECTED = "not_projected"


@frozen(eq=False, kw_only=True)
class Windows:
    """The cases of a back-test: one for each series and origin that could be tested.

    Parameters
    ----------
    series, origin
        Row of the panel, and how many of its columns were seen.
    outcome
        What happened, windows x horizons; NaN where nobody knows.
    point, low, high
        What was projected, of the same shape.
    conformal_low, conformal_high
        Intervals by the errors known at the origin; NaN where there is none.
    target
        That was drawn for each window; NaN where none could be.
    probability
        Stated at the origin, of the same shape as the outcomes, that they will reach it.
    training_scale
        Mean absolute change of what was seen, one for each window.
    error_scale
        What the method measures errors by, windows x horizons.

    Examples
    --------
    >>> from indh_me.compute.projection.backtest import backtest
    >>> windows = backtest([[60, 62, 61, 65, 67, 70, 71]], horizon=1).windows
    >>> windows.origin.tolist(), windows.outcome.tolist()
    ([4, 5, 6], [[67.0], [70.0], [71.0]])
    >>> windows.met.tolist() == (windows.outcome >= windows.target[:, np.newaxis]).tolist()
    True
    >>> len(windows.with_more(Windows.none(1))), len(windows.with_more(windows))
    (3, 6)
    """

    series: Positions
    origin: Positions
    outcome: Floats
    point: Floats
    low: Floats
    high: Floats
    conformal_low: Floats
    conformal_high: Floats
    target: Floats
    probability: Floats
    training_scale: Floats
    error_scale: Floats

    @property
    def met(self) -> Floats:
        """1 where the outcome reached the target, 0 where not, NaN where one is missing.

        Windows x horizons.
        """
        target = self.target[:, np.newaxis]
        with np.errstate(invalid="ignore"):
            reached = (self.outcome >= target).astype(np.float64)
        return np.where(np.isfinite(self.outcome) & np.isfinite(target), reached, np.nan)

    @classmethod
    def none(cls, horizon: int) -> "Windows":
        """Give no windows, of some horizon."""
        count, line, table = np.zeros(0, dtype=np.intp), np.zeros(0), np.zeros((0, horizon))
        return cls(
            series=count,
            origin=count,
            outcome=table,
            point=table,
            low=table,
            high=table,
            conformal_low=table,
            conformal_high=table,
            target=line,
            probability=table,
            training_scale=line,
            error_scale=table,
        )

    def with_more(self, other: "Windows") -> "Windows":
        """Give these windows, and the other ones after them."""
        names = [each.name for each in fields(Windows)]
        return Windows(
            **{name: np.concatenate([getattr(self, name), getattr(other, name)]) for name in names}
        )

    def __len__(self) -> int:
        """Count the windows."""
        return len(self.series)


@frozen(eq=False, kw_only=True)
class Trial:
    """What is tested, and how."""

    values: Floats
    times: npt.NDArray[Any] | None
    horizon: int
    least: int
    points: int
    level: float
    bounds: Range | None

    @classmethod
    def of(
        cls,
        values: npt.ArrayLike,
        times: npt.ArrayLike | None,
        *,
        horizon: int,
        least: int,
        points: int | None,
        level: float,
        bounds: Range | None,
    ) -> "Trial":
        """Take a panel to test; refuse what cannot be tested."""
        panel = np.asarray(values, dtype=np.float64)
        if panel.ndim != AXES:
            what = f"values of shape '{panel.shape}'"
            raise InvalidInputError(Fault(what, "values", "give a table, series x time"))
        when = None if times is None else np.asarray(times)
        faults = []
        if when is not None and when.shape != panel.shape[1:]:
            what = f"times of shape '{when.shape}' beside '{panel.shape[1]}' columns"
            faults.append(Fault(what, "times", "give one time for each column"))
        elif when is not None and not (when[1:] > when[:-1]).all():
            faults.append(Fault("times that do not increase", "times", "sort the columns by time"))
        if horizon < 1:
            faults.append(Fault(f"horizon '{horizon}'", "horizon", "give 1 or more"))
        if least < 1:
            faults.append(Fault(f"least '{least}'", "least", "give 1 or more"))
        if points is not None and points < least:
            mend = f"give '{least}' or more, the least that a series must have"
            faults.append(Fault(f"points '{points}'", "points", mend))
        if faults:
            raise InvalidInputError(*faults)
        return cls(
            values=panel,
            times=when,
            horizon=horizon,
            least=least,
            points=panel.shape[1] if points is None else points,
            level=checked_level(level),
            bounds=bounds,
        )

    def projected(
        self, project: Project, origin: int, draws: Floats, left_out: Counter[Hashable]
    ) -> Iterator[Windows]:
        """Give the windows at an origin, if there are any, and count what is left out."""
        first = max(0, origin - self.points)
        past = self.values[:, first:origin]
        outcome = self._wide(self.values[:, origin : origin + self.horizon])
        rows = np.flatnonzero(self._tested(past, outcome, left_out))
        if rows.size == 0:
            return
        past, outcome = past[rows], outcome[rows]
        common: dict[str, Any] = {"bounds": self.bounds, "level": self.level}
        if self.times is None:
            made = project(past, None, self.horizon, **common)
        else:
            ahead = self.times[origin : origin + self.horizon]
            made = project(past, self.times[first:origin], at=ahead, **common)
        target = past[:, -1] + SPREAD * _rms_change(past) * draws[rows]
        drawn = np.isfinite(target)
        # Where no target can be drawn any will do: its probability is not used.
        chance = made.probability(np.where(drawn, target, past[:, -1]), Direction.INCREASE)
        chance = np.where(drawn[:, np.newaxis], chance, np.nan)
        point = self._wide(made.point)
        kept = np.isfinite(point).any(axis=1)
        reasons = np.asarray(made.reason, dtype=object)[~kept]
        left_out.update(NoWindow.NOT_PROJECTED if each is None else each for each in reasons)
        nothing = np.full((np.count_nonzero(kept), self.horizon), np.nan)
        yield Windows(
            series=rows[kept],
            origin=np.full(len(nothing), origin),
            outcome=outcome[kept],
            point=point[kept],
            low=self._wide(made.low)[kept],
            high=self._wide(made.high)[kept],
            conformal_low=nothing,
            conformal_high=nothing,
            target=target[kept],
            probability=self._wide(chance)[kept],
            training_scale=naive_scale(past)[kept],
            error_scale=self._wide(scaled(made.scale, made.point)[1])[kept],
        )

    def conformal(
        self, windows: Windows, earlier: Windows, origin: int, missing: Counter[NoConformal]
    ) -> Windows:
        """Give the windows of an origin their intervals by the errors known there."""
        projected = np.isfinite(windows.point)
        if len(self.values) <= errors_needed(self.level):
            missing[NoConformal.TOO_FEW_SERIES] += int(np.count_nonzero(projected))
            return windows
        made = calibrate(
            earlier.outcome,
            earlier.point,
            earlier.error_scale,
            level=self.level,
            # Columns: that of the first outcome is the number of those before it.
            known=earlier.origin[:, np.newaxis] + np.arange(self.horizon),
            by=origin - 1,
        )
        low, high = made.interval(windows.point, windows.error_scale, self.bounds)
        unmoved = projected & ~(windows.error_scale > 0)
        for reason, points, still in zip(made.reasons, projected.T, unmoved.T, strict=True):
            if reason is None:
                missing[NoConformal.NO_SCALE] += int(np.count_nonzero(still))
            else:
                missing[reason] += int(np.count_nonzero(points))
        return evolve(windows, conformal_low=low, conformal_high=high)

    def _tested(self, past: Floats, outcome: Floats, left_out: Counter[Hashable]) -> Flags:
        """Tell which series can be tested, and count why the others cannot; the first reason."""
        checks = (
            (NoWindow.NO_FIGURE_AT_ORIGIN, np.isfinite(past[:, -1])),
            (NoWindow.TOO_FEW_FIGURES, np.isfinite(past).sum(axis=1) >= self.least),
            (NoWindow.NO_OUTCOME, np.isfinite(outcome).any(axis=1)),
        )
        tested = np.ones(len(past), dtype=np.bool_)
        for reason, fulfilled in checks:
            left_out[reason] += int(np.count_nonzero(tested & ~fulfilled))
            tested &= fulfilled
        return tested

    def _wide(self, figures: npt.ArrayLike) -> Floats:
        """Fill up the horizons that lie beyond the panel with NaN."""
        given = np.asarray(figures, dtype=np.float64)
        wide = np.full((len(given), self.horizon), np.nan)
        wide[:, : given.shape[1]] = given
        return wide


def _rms_change(past: Floats) -> Floats:
    """Give the root mean squared change of each series; NaN where it never moved."""
    change, count = changes(past)
    squared = (change**2).sum(axis=1)
    return np.sqrt(np.where(squared > 0, squared, np.nan) / np.maximum(count, 1))
