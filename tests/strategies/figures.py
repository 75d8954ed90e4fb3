"""Numbers, quantities, absences and units."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Absence, Quantity, Unit
from indh_me.model.quantity import Value

from .words import maybe

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


@cache
def maybe_count() -> SearchStrategy[float | None]:
    return maybe(st.integers(0, 10**6).map(float))


@cache
def numbers() -> SearchStrategy[float]:
    """Give finite numbers: whole ones, decimals, and the largest and smallest there are."""
    whole = st.integers(-(10**6), 10**6).map(float)
    return whole | small_numbers() | st.floats(allow_nan=False, allow_infinity=False)


@cache
def small_numbers() -> SearchStrategy[float]:
    """Give numbers that a few sums and products leave finite, zero often among them."""
    return st.sampled_from([0.0, 1.0, -1.0]) | st.floats(-LARGEST, LARGEST)


def exact_quantities(figures: SearchStrategy[float] | None = None) -> SearchStrategy[Quantity]:
    """Give figures that are known exactly."""
    return (numbers() if figures is None else figures).map(Quantity.exactly)


@cache
@st.composite
def quantities(
    draw: DrawFn, figures: SearchStrategy[float] | None = None, *, sampled: bool = True
) -> Quantity:
    """Give quantities of every form; ``sampled``: some with numerator, denominator or n."""
    figures = numbers() if figures is None else figures
    bounds: tuple[float | None, float | None, float | None]
    if draw(st.booleans()):
        number = draw(figures)
        bounds = number, number, number
    else:
        low, best, high = sorted([draw(figures), draw(figures), draw(figures)])
        known = draw(st.integers(0, 7))
        bounds = (
            best if known & 1 else None,
            low if known & 2 else None,
            high if known & 4 else None,
        )
    if not sampled:
        return Quantity(*bounds)
    numerator = draw(maybe_count())
    denominator = None if numerator is None else float(draw(st.integers(1, 10**6)))
    return Quantity(*bounds, numerator=numerator, denominator=denominator, n=draw(maybe_count()))


@cache
def absences() -> SearchStrategy[Absence]:
    """Give the absences that can be reported: all but *not due*."""
    return st.sampled_from([Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])


def values(figures: SearchStrategy[Quantity] | None = None) -> SearchStrategy[Value]:
    """Give what may stand where a figure is reported."""
    return (quantities() if figures is None else figures) | absences()


@cache
def units() -> SearchStrategy[Unit]:
    """Give units of every kind."""
    positive = st.sampled_from([1.0, 1000.0, 100_000.0]) | st.floats(1e-9, 1e9)
    ends = st.tuples(small_numbers(), small_numbers()).filter(lambda pair: pair[0] != pair[1])
    return st.one_of(
        st.just(Unit.count()),
        st.just(Unit.percent()),
        st.just(Unit.milestone()),
        positive.map(Unit.ratio),
        ends.map(lambda pair: Unit.score(min(pair), max(pair))),
        st.from_regex(r"[A-Z]{3}", fullmatch=True).map(Unit.money),
    )
