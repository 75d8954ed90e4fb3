"""Terms: what rates of achievement are made of, as arrays."""

from collections.abc import Iterator
from math import prod

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Quantity

from .bounds import Bounds, Floats, Positions, has_infinite, numbers

__all__ = ["Figures", "Terms", "blocks"]

#: Figures computed at a time: so few that all that is made of them stays in the processor's cache.
BLOCK = 1 << 16
ABSENT = Bounds.exactly(np.array(np.nan))
MEND = "leave gaps as NaN; make quantities bounds with Bounds.of([...])"
#: What may be given as figures: a number, a quantity, or many of either.
Figures = npt.ArrayLike | Quantity | Bounds


@frozen(eq=False, kw_only=True)
class Terms:
    """What the rates of many figures are made of, as arrays of shapes that broadcast.

    Parameters
    ----------
    actual, target, baseline
        In one unit; NaN where there is none. For ``milestone`` the target is the next one.
    band
        Lower and upper edge of the band to stay in, infinite where it is open; NaN where there
        is none.
    years, target_years
        Years from the baseline to the actual, and from the baseline to the target; NaN where
        that is not known.
    """

    actual: Bounds
    target: Bounds
    baseline: Bounds
    band: Bounds
    years: Floats
    target_years: Floats

    @classmethod
    def of(
        cls,
        actual: Figures,
        target: Figures | None,
        baseline: Figures | None,
        *,
        band: Quantity | Bounds | tuple[npt.ArrayLike, npt.ArrayLike] | None,
        years: npt.ArrayLike | None,
        target_years: npt.ArrayLike | None,
    ) -> "Terms":
        """Take terms as `indh_me.achievement_rate` is given them, and bring them to one shape.

        Raises
        ------
        InvalidInputError
            For shapes that do not broadcast, infinite numbers, what is no number, and a band whose
            lower edge is above its upper one.
        """
        return _broadcast(
            cls(
                actual=_figures(actual, "actual"),
                target=_figures(target, "target"),
                baseline=_figures(baseline, "baseline"),
                band=_edges(band),
                years=numbers(years, "years", MEND),
                target_years=numbers(target_years, "target_years", MEND),
            )
        )

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape that all of them are broadcast to."""
        figures = (self.actual.low, self.target.low, self.baseline.low, self.band.low)
        arrays = (*figures, self.years, self.target_years)
        return np.broadcast_shapes(*(each.shape for each in arrays))

    def refuse_infinite(self) -> None:
        """Refuse infinite numbers; bounds may be, they are open there.

        Raises
        ------
        InvalidInputError
            For the first.
        """
        figures = {name: getattr(self, name) for name in ("actual", "target", "baseline")}
        numbers = {name: each.low for name, each in figures.items() if each.is_exact}
        spans = {"years": self.years, "target_years": self.target_years}
        for name, values in (numbers | spans).items():
            if has_infinite(values):
                mend = "leave gaps as NaN; give what is unbounded as a Quantity"
                first = values[np.isinf(values)][0]
                raise InvalidInputError(Fault(f"'{first}' is not a figure", name, mend))

    def part(self, place: tuple[int | slice, ...] | Positions) -> "Terms":
        """Give a part: a place in the arrays, or some positions.

        What is one for all is so for the part; the arrays all have the common shape.
        """

        def figures(whole: Bounds) -> Bounds:
            return whole if whole.low.ndim == 0 else whole.part(place)

        def spans(whole: Floats) -> Floats:
            return whole if whole.ndim == 0 else whole[place]

        return Terms(
            actual=figures(self.actual),
            target=figures(self.target),
            baseline=figures(self.baseline),
            band=figures(self.band),
            years=spans(self.years),
            target_years=spans(self.target_years),
        )


def _figures(values: Figures | None, name: str) -> Bounds:
    """Take figures of any kind for bounds."""
    if values is None or isinstance(values, Quantity | Bounds):
        return _bounds(values)
    return Bounds.exactly(numbers(values, name, MEND))


def _bounds(values: Quantity | Bounds | None) -> Bounds:
    """Take what is known within bounds for bounds without a shape of their own."""
    if values is None:
        return ABSENT
    if isinstance(values, Bounds):
        return values
    made = Bounds.of([values])
    return Bounds(*(np.reshape(each, ()) for each in (made.low, made.best, made.high)))


def _edges(band: Quantity | Bounds | tuple[npt.ArrayLike, npt.ArrayLike] | None) -> Bounds:
    """Take a band, or its two edges, for bounds."""
    if band is None or isinstance(band, Quantity | Bounds):
        return _bounds(band)
    try:
        least, most = band
    except (TypeError, ValueError):
        mend = "give Quantity.between(90, 95), or (90, 95)"
        raise InvalidInputError(Fault(f"{quoted(band)} is no band", "band", mend)) from None
    low, high = numbers(least, "band", MEND), numbers(most, "band", MEND)
    try:
        wrong = np.asarray(low > high)
    except ValueError:
        raise _unfit([("lower edge", low.shape), ("upper edge", high.shape)]) from None
    low, high = (np.broadcast_to(each, wrong.shape) for each in (low, high))
    if wrong.any():
        edges = f"'{low[wrong][0]}' of the band is above its upper edge '{high[wrong][0]}'"
        raise InvalidInputError(
            Fault(f"the lower edge {edges}", "band", "give the lower edge first")
        )
    return Bounds(low, low, high)


def _broadcast(terms: Terms) -> Terms:
    """Bring the arrays among the terms to the common shape, without copying them."""
    shapes = {
        name: getattr(terms, name).low.shape for name in ("actual", "target", "baseline", "band")
    }
    shapes |= {name: getattr(terms, name).shape for name in ("years", "target_years")}
    try:
        shape = np.broadcast_shapes(*shapes.values())
    except ValueError:
        raise _unfit([pair for pair in shapes.items() if pair[1] != ()]) from None

    def spread(figures: Bounds) -> Bounds:
        if figures.low.ndim == 0:
            return figures
        low = np.broadcast_to(figures.low, shape)
        if figures.is_exact:
            return Bounds.exactly(low)
        best, high = (np.broadcast_to(each, shape) for each in (figures.best, figures.high))
        return Bounds(low, best, high)

    return Terms(
        actual=spread(terms.actual),
        target=spread(terms.target),
        baseline=spread(terms.baseline),
        band=spread(terms.band),
        years=spread(Bounds.exactly(terms.years)).low,
        target_years=spread(Bounds.exactly(terms.target_years)).low,
    )


def _unfit(shapes: list[tuple[str, tuple[int, ...]]]) -> InvalidInputError:
    listed = ", ".join(f"{name} '{shape}'" for name, shape in shapes)
    mend = "give arrays of one length, or single numbers"
    return InvalidInputError(Fault(f"shapes that do not fit each other: {listed}", mend=mend))


def blocks(shape: tuple[int, ...]) -> Iterator[tuple[int | slice, ...]]:
    """Cut a shape into places of few figures each.

    Parameters
    ----------
    shape
        Of arrays of any size.

    Examples
    --------
    >>> list(blocks((3, 10_000)))
    [()]
    """
    inner = prod(shape[1:])
    if len(shape) == 0 or prod(shape) <= BLOCK:
        yield ()
    elif inner > BLOCK:
        for first in range(shape[0]):
            for rest in blocks(shape[1:]):
                yield (first, *rest)
    else:
        step = max(1, BLOCK // max(1, inner))
        for first in range(0, shape[0], step):
            yield (slice(first, first + step),)
