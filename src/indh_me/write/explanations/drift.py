"""Drifts: the last figure and its share of the average change, put into their formula."""

import math

from attrs import evolve, field, frozen

from indh_me.compute import Projection
from indh_me.model import Accumulation
from indh_me.write.digits import rounded

from .equation import years_decimals

__all__ = ["Drift", "drift_of"]

#: Share of the average change that each method takes; the result says that of the others.
SHARES = {"drift": 1.0, "half_drift": 0.5}
SHRUNKEN = "shrunken_drift"
#: Figures that make a change.
FEWEST = 2
SLACK = 1e-9


@frozen(kw_only=True)
class Drift:
    """The numbers of a projection by drift.

    Parameters
    ----------
    first, last
        First and last figure; of a flow, what came a year.
    span, ahead
        Years between them, and from the last to the period projected to.
    share
        Of the average change that is taken.
    length
        Years of the period projected to, where figures are those of a year; else 1.
    change
        Average change a year.

    Examples
    --------
    >>> made = Drift(first=60, last=66, span=3, ahead=2, share=0.5, length=1)
    >>> made.change, made.projected
    (2.0, 68.0)
    """

    first: float
    last: float
    span: float
    ahead: float
    share: float
    length: float
    change: float = field()

    @change.default
    def _average(self) -> float:
        return (self.last - self.first) / self.span

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
        read = self._as_read(most)
        again = (read.last - read.first) / read.span
        return rounded(again, most) == read.change and rounded(read.projected) == rounded(
            self.projected
        )

    def _as_read(self, most: int) -> "Drift":
        years = years_decimals(most)
        return evolve(
            self,
            first=rounded(self.first, most),
            last=rounded(self.last, most),
            span=rounded(self.span, years),
            ahead=rounded(self.ahead, years),
            share=rounded(self.share, years),
            length=rounded(self.length, years),
            change=rounded(self.change, most),
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
        first=known[0],
        last=known[-1],
        span=last - first,
        ahead=history.year_of(made.period) - last,
        share=share,
        length=history.length_of(made.period),
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
