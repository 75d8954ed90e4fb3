"""Drifts: the last figure and its share of the average change, put into their formula."""

import math
from itertools import pairwise
from operator import mul

from attrs import evolve, field, frozen

from indh_me.compute import Projection
from indh_me.model import Accumulation
from indh_me.write.digits import rounded

from .equation import finer_decimals

__all__ = ["ALL_WEIGHTS", "Drift", "drift_of"]

#: Share of the average change that each method takes; the result says that of the others.
SHARES = {"drift": 1.0, "half_drift": 0.5}
#: The weights of changes, each by its years, come to this times the squared years in all.
ALL_WEIGHTS = 1.5
SHRUNKEN = "shrunken_drift"
#: Figures that make a change.
FEWEST = 2
SLACK = 1e-9


@frozen(kw_only=True)
class Drift:
    """The numbers of a projection by drift.

    Parameters
    ----------
    figures
        Those it starts from, two or more; of a flow, what came a year.
    years
        Years from the first to each of them.
    ahead
        Years from the last to the period projected to.
    share
        Of the change a year that is taken.
    length
        Years of the period projected to, where figures are those of a year; else 1.
    is_weighted
        Whether newer changes count for more.
    change
        Change a year: the last figure less the first over the years between them, or the weighted
        mean of the changes.

    Notes
    -----
    Weighted, the change Δ_i over g_i years counts a_i = T + m_i, with m_i the years from the first
    figure to the middle of it and T those to the last: Σ a_i Δ_i / Σ a_i g_i. The sum of weights
    below is 3/2 T².

    Examples
    --------
    >>> made = Drift(figures=(60, 62, 66), years=(0, 1, 3), ahead=2, share=0.5, length=1)
    >>> made.change, made.projected
    (2.0, 68.0)
    """

    figures: tuple[float, ...]
    years: tuple[float, ...]
    ahead: float
    share: float
    length: float
    is_weighted: bool = False
    change: float = field()

    @change.default
    def _mean(self) -> float:
        if not self.is_weighted:
            return (self.last - self.figures[0]) / self.span
        total: float = sum(map(mul, self.weights, self.moves))
        return total / (ALL_WEIGHTS * self.span * self.span)

    @property
    def last(self) -> float:
        """The last figure."""
        return self.figures[-1]

    @property
    def span(self) -> float:
        """Years from the first figure to the last."""
        return self.years[-1]

    @property
    def moves(self) -> tuple[float, ...]:
        """The changes from each figure to the next."""
        return tuple(late - early for early, late in pairwise(self.figures))

    @property
    def weights(self) -> tuple[float, ...]:
        """What each change counts."""
        return tuple(self.span + (early + late) / 2 for early, late in pairwise(self.years))

    @property
    def projected(self) -> float:
        """What the formula comes to, before any limit."""
        return (self.last + self.share * self.change * self.ahead) * self.length

    def comes_to(self, figure: float) -> bool:
        """Tell whether the formula comes to a figure, but for an error of rounding."""
        return math.isclose(
            self.projected, figure, rel_tol=SLACK, abs_tol=SLACK * abs(self.last * self.length)
        )

    def comes_out(self, most: int) -> bool:
        """Tell whether a reader of so many decimals gets the change and the projection shown.

        Parameters
        ----------
        most
            Decimals of figures; years and share have more.
        """
        years = finer_decimals(most)
        read = evolve(
            self,
            figures=tuple(rounded(each, most) for each in self.figures),
            ahead=rounded(self.ahead, years),
            share=rounded(self.share, years),
            length=rounded(self.length, years),
            change=rounded(self.change, most),
        )
        span = rounded(self.span, years)
        again = (read.last - read.figures[0]) / span
        if self.is_weighted:
            moves = [rounded(each, most) for each in self.moves]
            weights = [rounded(each, years) for each in self.weights]
            again = sum(map(mul, weights, moves)) / (ALL_WEIGHTS * span**2)
        return rounded(again, most) == read.change and rounded(read.projected) == rounded(
            self.projected
        )


def drift_of(result: Projection) -> Drift | None:
    """Give the numbers of a projection by drift; `None` where it does not come from one formula.

    Parameters
    ----------
    result
        Any projection.
    """
    share = result.weight if result.method == SHRUNKEN else SHARES.get(result.method or "")
    history, made = result.history, result.last
    best = [
        None if each.quantity.best is None else each.quantity.best / history.length_of(each.period)
        for each in history.figures
    ]
    known = [each for each in best if each is not None]
    if made is None or made.quantity.best is None or share is None:
        return None
    if len(known) < len(best) or len(best) < FEWEST:
        return None
    first, last = history.figures[0].year, history.figures[-1].year
    drift = Drift(
        figures=tuple(known),
        years=tuple(each.year - first for each in history.figures),
        ahead=history.year_of(made.period) - last,
        share=share,
        length=history.length_of(made.period),
        is_weighted=result.method == SHRUNKEN,
    )
    figure = made.quantity.best
    is_formula = drift.comes_to(figure) or figure in _limits(result, drift.length)
    return drift if is_formula else None


def _limits(result: Projection, length: float) -> list[float]:
    """Give what a projection may be held at: a bound, or the last figure of a running total."""
    history = result.history
    limits = [bound * length for bound in result.bounds if bound is not None]
    if history.accumulation is Accumulation.RUNNING_TOTAL and history.last is not None:
        floor = history.last.quantity.low
        limits += [] if floor is None else [floor]
    return limits
