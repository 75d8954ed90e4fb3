"""Numbers, quantities, absences and units."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Absence, Quantity, Unit
from indh_me.model.quantity import Value

__all__ = [
    "DONE_OR_NOT",
    "absences",
    "exact_quantities",
    "numbers",
    "quantities",
    "small_numbers",
    "units",
    "values",
]

LARGEST = 1e15  # Far from overflow in any sum or product of a few of them.

#: Figures of a milestone.
DONE_OR_NOT = st.sampled_from([0, 1]).map(Quantity.exactly)
COUNTS = st.integers(0, 10**6).map(float)
ABOVE_ZERO = st.integers(1, 10**6).map(float)
#: Which of best, low and high are known; `None`, every other time: they are one number.
KNOWN = st.sampled_from(
    [
        None,
        *((bool(k & 1), bool(k & 2), bool(k & 4)) for k in (7, 1, 2, 4, 6, 3, 5, 0)),
        *(None for _ in range(7)),
    ]
)
#: Whether there are numerator and denominator, and a sample.
COUNTED = st.sampled_from([(False, False), (True, False), (False, True), (True, True)])


@cache
def numbers() -> SearchStrategy[float]:
    """Give finite numbers: whole ones, decimals, and the largest and smallest there are.

    Examples
    --------
    >>> from indh_me.testing import numbers, simplest
    >>> simplest(numbers(), lambda number: number > 3)
    4.0
    """
    whole = st.integers(-(10**6), 10**6).map(float)
    return whole | small_numbers() | st.floats(allow_nan=False, allow_infinity=False)


@cache
def small_numbers() -> SearchStrategy[float]:
    """Give numbers that a few sums and products leave finite, zero often among them.

    Examples
    --------
    >>> from indh_me.testing import simplest, small_numbers
    >>> simplest(small_numbers(), lambda number: number < 0)
    -1.0
    """
    return st.sampled_from([0.0, 1.0, -1.0]) | st.floats(-LARGEST, LARGEST)


def exact_quantities(figures: SearchStrategy[float] | None = None) -> SearchStrategy[Quantity]:
    """Give figures that are known exactly.

    Parameters
    ----------
    figures
        Gives the numbers; by default `numbers`.

    Examples
    --------
    >>> from indh_me.testing import exact_quantities, simplest
    >>> str(simplest(exact_quantities(), lambda quantity: quantity.best > 3))
    '4'
    """
    return (numbers() if figures is None else figures).map(Quantity.exactly)


@cache
@st.composite
def quantities(
    draw: DrawFn, figures: SearchStrategy[float] | None = None, *, sampled: bool = True
) -> Quantity:
    """Give quantities of every form: exact, with bounds, only bounds, nothing known at all.

    Parameters
    ----------
    figures
        Gives best, low and high; by default `numbers`.
    sampled
        Whether some have numerator and denominator, or n.

    Examples
    --------
    >>> from indh_me.testing import quantities, simplest
    >>> str(simplest(quantities(), lambda quantity: not quantity.is_exact))
    '0 (..)'
    """
    figures = numbers() if figures is None else figures
    known = draw(KNOWN)
    bounds: tuple[float | None, float | None, float | None]
    number = draw(figures)
    if known is None:
        bounds = number, number, number
    else:
        # What takes fewer draws counts as simpler: where nothing is known, one is drawn too.
        more = sum(known) - 1
        rest = iter(sorted([number, *(draw(figures) for _ in range(more))]))
        low = next(rest) if known[1] else None
        best = next(rest) if known[0] else None
        bounds = best, low, next(rest) if known[2] else None
    if not sampled:
        return Quantity(*bounds)
    fraction, sample = draw(COUNTED)
    return Quantity(
        *bounds,
        numerator=draw(COUNTS) if fraction else None,
        denominator=draw(ABOVE_ZERO) if fraction else None,
        n=draw(COUNTS) if sample else None,
    )


@cache
def absences() -> SearchStrategy[Absence]:
    """Give the absences that can be reported: all but *not due*.

    Examples
    --------
    >>> from indh_me.testing import absences, simplest
    >>> simplest(absences()).value
    'not_reported'
    """
    return st.sampled_from([Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])


def values(figures: SearchStrategy[Quantity] | None = None) -> SearchStrategy[Value]:
    """Give what may stand where a figure is reported: a quantity, or why there is none.

    Parameters
    ----------
    figures
        Gives the quantities; by default `quantities`.

    Examples
    --------
    >>> from indh_me.testing import simplest, values
    >>> simplest(values(), lambda value: not isinstance(value, Quantity)).value
    'not_reported'
    """
    return _values(quantities() if figures is None else figures)


@cache
def _values(figures: SearchStrategy[Quantity]) -> SearchStrategy[Value]:
    # A figure is drawn for an absence too, which would otherwise take fewer draws, and so be
    # what everything shrinks to.
    absent = st.sampled_from([None, None, Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])
    return st.builds(lambda figure, none: figure if none is None else none, figures, absent)


@cache
def units() -> SearchStrategy[Unit]:
    """Give units of every kind.

    Examples
    --------
    >>> from indh_me.testing import simplest, units
    >>> [
    ...     str(simplest(units(), lambda unit: unit.kind.value == kind))
    ...     for kind in ("count", "ratio")
    ... ]
    ['count', 'ratio per 1']
    """
    positive = st.sampled_from([1.0, 1000.0, 100_000.0]) | st.floats(1e-9, 1e9)
    ends = st.tuples(small_numbers(), small_numbers()).filter(lambda pair: pair[0] != pair[1])
    return st.one_of(
        st.sampled_from([Unit.count(), Unit.percent(), Unit.milestone()]),
        positive.map(Unit.ratio),
        ends.map(lambda pair: Unit.score(min(pair), max(pair))),
        st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3).map(Unit.money),
    )
