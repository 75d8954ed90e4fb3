"""What must hold of a projection."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.errors import Fault, InvalidInputError

from .law import Law, hold
from .probe import Answer, Contract, Misshapen, Probe, Words, number

__all__ = ["assert_projection_laws"]

#: Point, low and high of a period ahead.
Step = tuple[float, float, float]
Steps = tuple[Step, ...]
Projected = Probe[Steps | None]

SHAPE = "a row of point, low and high (finite numbers) for each period ahead, or None"
MOST = 9  # figures of a series
AHEAD = 6  # periods
PARTS = 10_000  # between the bounds: figures as they are reported
MOVES = 2  # figures without which nothing is known to have moved
TOLERANCE = 1e-6  # of the size of the figures: iterated fits end at about that


@frozen
class _Series:
    """What is projected, and how far."""

    values: list[float]
    horizon: int

    @property
    def size(self) -> float:
        """Size of the figures, of which rounding errors are a part."""
        return max([1.0, *map(abs, self.values)])


def assert_projection_laws(
    function: Callable[[list[Any], int], object],
    *,
    bounds: tuple[float, float] | None = None,
    least: int = 3,
    gaps: bool = False,
    max_examples: int | None = None,
) -> None:
    r"""Hold a function that projects series to what must hold of every projection.

    Parameters
    ----------
    function
        Is called ``function(values, horizon)`` with the list of a series' figures, one a period
        in the order of time, and with how many periods ahead to look. It answers one row of
        (point, low, high) for each of them, as rows of an array or a list, or `None` where it
        refuses to project.
    bounds
        What the figures cannot leave, as 0 and 100 for percentages; by default they are free.
    least
        Figures that it must be given before it projects: fewer are no trend, and it refuses.
    gaps
        Whether `None` may stand among the values, for periods that were not reported.
    max_examples
        How many examples each law is tried on; by default as the profile of Hypothesis says.

    Raises
    ------
    LawBrokenError
        With each law that is broken: its sentence, the simplest example found, what was expected
        and what came. So too when the function raises, changes the list, answers in another
        shape or with NaN, or answers twice otherwise, as simulations do without a seed.
    InvalidInputError
        For bounds in the wrong order, and a least number below 1.

    Notes
    -----
    That an interval never gets narrower with time is asked for without bounds only: against a
    bound it must. A refusal is never a breach where figures suffice, except that what is moved,
    turned or looked at farther ahead is refused exactly when the series itself is.

    Examples
    --------
    >>> from indh_me.testing import assert_projection_laws
    >>> def last(values, horizon):
    ...     if len(values) < 3:
    ...         return None
    ...     steps = [abs(after - before) for before, after in zip(values, values[1:])]
    ...     wide = 2 * max(steps)
    ...     return [(values[-1], values[-1] - wide, values[-1] + wide) for _ in range(horizon)]
    >>> assert_projection_laws(last)
    >>> try:
    ...     assert_projection_laws(last, bounds=(0, 100))
    ... except AssertionError as broken:
    ...     print(broken.breaches[0])
    Nothing is projected beyond the bounds.
      example:  last(values=[0.0, 0.0, 0.01], horizon=1)
      expected: all from 0 to 100
      got:      ((0.01, -0.01, 0.03),)
    """
    if bounds is not None and not bounds[0] < bounds[1]:
        what = f"bounds from '{bounds[0]}' to '{bounds[1]}'"
        raise InvalidInputError(Fault(what, "bounds", "name the lower one first: (0, 100)"))
    if least < 1:
        raise InvalidInputError(Fault(f"least '{least}'", "least", "it is 1 or more"))
    contract = Contract(("values", "horizon"), SHAPE, _read)
    hold(function, contract, _laws(bounds, least, gaps=gaps), max_examples)


def _read(value: object) -> Steps | None:
    """Read the rows of a projection, of lists or of an array, or nothing."""
    if value is None:
        return None
    if not isinstance(value, Iterable):
        raise Misshapen
    return tuple(_step(row) for row in value)


def _step(row: object) -> Step:
    if not isinstance(row, Iterable):
        raise Misshapen
    cells = [number(cell) for cell in row]
    if len(cells) != len(("point", "low", "high")):
        raise Misshapen
    return cells[0], cells[1], cells[2]


def _laws(
    bounds: tuple[float, float] | None, least: int, *, gaps: bool
) -> Iterator[Law[Steps | None]]:
    low, high = (0.0, 100.0) if bounds is None else bounds
    some = _series(low, high, least)
    yield Law("There is one row for each period ahead.", some, _as_long)
    yield Law("The point lies within its interval.", some, _ordered)
    if bounds is None:
        yield from _free(some)
    else:
        yield from _bounded(some, bounds)
    yield Law("A longer look ahead begins as the shorter one.", some, _begins_alike)
    still = st.builds(_still, _figures(low, high), st.integers(max(least, MOVES), MOST))
    yield Law("What has never moved goes on as it was.", still, _goes_on)
    if least > 1:
        law = f"Fewer than {least} figures are no trend: nothing is projected."
        yield Law(law, _series(low, high, 0, least - 1), _refused)
    if gaps:
        law = "Periods before the first figure that were not reported change nothing."
        yield Law(law, some, _gapped)


def _free(some: SearchStrategy[_Series]) -> Iterator[Law[Steps | None]]:
    """Give the laws of figures that nothing bounds."""
    yield Law("Farther ahead nothing is surer: no interval gets narrower.", some, _widening)
    shifted = st.tuples(some, st.integers(-1000, 1000).map(float))
    yield Law("More to each figure is as much more to what is projected.", shifted, _shifted)
    scaled = st.tuples(some, st.integers(-4, 4).map(lambda power: 2.0**power))
    yield Law("Another unit of the figures changes the unit of the projection.", scaled, _scaled)
    law = "Figures seen in a mirror are projected as in a mirror."
    yield Law(law, some, lambda project, series: _mirrored(project, series, 0.0))


def _bounded(
    some: SearchStrategy[_Series], bounds: tuple[float, float]
) -> Iterator[Law[Steps | None]]:
    """Give the laws of figures that cannot leave their bounds."""
    low, high = bounds

    def inside(project: Projected, series: _Series) -> None:
        made = _called(project, series)
        cells = [cell for step in made.value or () for cell in step]
        made.must(all(low <= cell <= high for cell in cells), Words(f"all from {low} to {high}"))

    yield Law("Nothing is projected beyond the bounds.", some, inside)
    law = "Figures seen in the mirror of their bounds are projected as in it."
    yield Law(law, some, lambda project, series: _mirrored(project, series, low + high))


def _called(project: Projected, series: _Series) -> Answer[Steps | None]:
    return project(list(series.values), series.horizon)


def _as_long(project: Projected, series: _Series) -> None:
    made = _called(project, series)
    expected = f"{series.horizon} rows" if series.horizon > 1 else "1 row"
    made.must(made.value is None or len(made.value) == series.horizon, Words(expected))


def _ordered(project: Projected, series: _Series) -> None:
    made = _called(project, series)
    near = TOLERANCE * series.size
    held = (low - near <= point <= high + near for point, low, high in made.value or ())
    made.must(all(held), Words("low <= point <= high in each row"))


def _widening(project: Projected, series: _Series) -> None:
    made = _called(project, series)
    widths = [high - low for _, low, high in made.value or ()]
    near = TOLERANCE * series.size
    held = all(after >= before - near for before, after in pairwise(widths))
    made.must(held, Words(f"widths that never fall, not {widths}"))


def _begins_alike(project: Projected, series: _Series) -> None:
    longer = _Series(series.values, series.horizon + 1)
    shorter, made = _called(project, series), _called(project, longer)
    begun = None if made.value is None else made.value[: series.horizon]
    _must_be(shorter, begun, series.size, f"as the rows from {made.call}")


def _shifted(project: Projected, example: tuple[_Series, float]) -> None:
    series, more = example
    _moved(project, series, lambda figure: figure + more, series.size + abs(more))


def _scaled(project: Projected, example: tuple[_Series, float]) -> None:
    series, factor = example
    _moved(project, series, lambda figure: factor * figure, series.size * max(1.0, factor))


def _moved(
    project: Projected, series: _Series, move: Callable[[float], float], size: float
) -> None:
    made = _called(project, series)
    moved = _called(project, _Series([move(each) for each in series.values], series.horizon))
    expected = None
    if made.value is not None:
        expected = tuple((move(step[0]), move(step[1]), move(step[2])) for step in made.value)
    _must_be(moved, expected, size, f"moved alike from {made.call}")


def _mirrored(project: Projected, series: _Series, ends: float) -> None:
    made = _called(project, series)
    turned = _called(project, _Series([ends - each for each in series.values], series.horizon))
    expected = None
    if made.value is not None:
        expected = tuple((ends - point, ends - high, ends - low) for point, low, high in made.value)
    _must_be(turned, expected, series.size + abs(ends), f"the mirror of {made.call}")


def _goes_on(project: Projected, series: _Series) -> None:
    made = _called(project, series)
    figure = series.values[0]
    held = (abs(point - figure) <= TOLERANCE * series.size for point, _, _ in made.value or ())
    made.must(all(held), Words(f"the point {figure} in each row"))


def _refused(project: Projected, series: _Series) -> None:
    made = _called(project, series)
    made.must(made.value is None, None)


def _gapped(project: Projected, series: _Series) -> None:
    made = _called(project, series)
    gapped = project([None, *series.values], series.horizon)
    _must_be(gapped, made.value, series.size, f"as from {made.call}")


def _must_be(answer: Answer[Steps | None], expected: Steps | None, size: float, told: str) -> None:
    """Say that a law is broken unless an answer is a projection, but for rounding."""
    made = answer.value
    if made is None or expected is None:
        held = made is expected
    else:
        held = len(made) == len(expected) and all(
            abs(one - other) <= TOLERANCE * size
            for mine, theirs in zip(made, expected, strict=True)
            for one, other in zip(mine, theirs, strict=True)
        )
    answer.must(held, Words(f"{expected!r}, {told}"))


def _figures(low: float, high: float) -> SearchStrategy[float]:
    """Give figures between two ends, as they are reported: in steps of a hundredth of a part."""
    return st.integers(0, PARTS).map(lambda part: low + (high - low) * part / PARTS)


def _still(figure: float, count: int) -> _Series:
    return _Series([figure] * count, AHEAD)


@st.composite
def _series(draw: DrawFn, low: float, high: float, least: int, most: int = MOST) -> _Series:
    values = st.lists(_figures(low, high), min_size=least, max_size=max(least, most))
    return _Series(draw(values), draw(st.integers(1, AHEAD)))
