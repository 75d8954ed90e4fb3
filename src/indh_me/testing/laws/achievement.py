"""What must hold of a rate of achievement."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Direction, Method

from .figures import NUMBER_OR_NONE, figures, read_number
from .law import Law, hold
from .probe import Contract, Probe
from .words import above_zero, known_words

__all__ = ["assert_achievement_laws"]

Rate = Probe[float | None]

CONTRACT = Contract(("actual", "target", "baseline", "direction"), NUMBER_OR_NONE, read_number)
INCREASE, DECREASE = Direction.INCREASE.value, Direction.DECREASE.value
METHODS = (Method.BASELINE_ADJUSTED.value, Method.TARGET_RATIO.value)
SHARE = 1024  # parts of the way, which computers divide exactly by


@frozen
class _Way:
    """A way from a baseline to a target, and how much of it has been gone."""

    baseline: float
    target: float
    share: float

    @property
    def direction(self) -> str:
        return INCREASE if self.target > self.baseline else DECREASE

    @property
    def actual(self) -> float:
        return self.baseline + self.share * (self.target - self.baseline)

    @property
    def figures(self) -> tuple[float, float, float]:
        return self.actual, self.target, self.baseline


@st.composite
def _ways(draw: DrawFn, directions: Sequence[str], shares: tuple[float, float]) -> _Way:
    ends = draw(st.tuples(figures(), figures()).filter(lambda pair: pair[0] != pair[1]))
    low, high = min(ends), max(ends)
    up = draw(st.sampled_from(directions)) == INCREASE
    first, last = (round(each * SHARE) for each in shares)
    share = draw(st.integers(first, last)) / SHARE
    return _Way(low if up else high, high if up else low, share)


def assert_achievement_laws(
    function: Callable[[float | None, float | None, float | None, str], object],
    *,
    method: Method | str = Method.BASELINE_ADJUSTED,
    directions: str | Iterable[str] = (INCREASE, DECREASE),
    whole: float = 1.0,
    max_examples: int | None = None,
) -> None:
    r"""Hold a function that computes rates of achievement to what must hold of every rate.

    Parameters
    ----------
    function
        Is called ``function(actual, target, baseline, direction)``: three figures in one unit,
        each `None` where there is none, and ``"increase"`` or ``"decrease"``. It answers the
        rate, or `None` where there is none. Neither capped nor rounded: that is for whoever
        shows it.
    method
        ``baseline_adjusted`` or ``target_ratio``: which of the two it computes.
    directions
        Those that it is made for: one or both.
    whole
        What it answers when the target is reached: 1, or 100 for percent.
    max_examples
        How many examples each law is tried on; by default as the profile of Hypothesis says.

    Raises
    ------
    LawBrokenError
        With each law that is broken: its sentence, the simplest example found, what was expected
        and what came. So too when the function raises, changes what it is given, or answers
        anything but a finite number or `None`.
    InvalidInputError
        For a method or a direction that there are no laws for.

    Notes
    -----
    With A the actual, T the target and B the baseline, the rate is

    - ``baseline_adjusted``: (A - B) / (T - B), none where T = B. Without a baseline it is A / T
      for what should increase, and there is none for what should decrease;
    - ``target_ratio``: A / T whatever the baseline, for what should increase; none where T = 0,
      and none for what should decrease, as it reads backwards.

    A figure that is not reported is not zero: without A or T there is no rate.

    Examples
    --------
    >>> from indh_me.testing import assert_achievement_laws
    >>> def rate(actual, target, baseline, direction):
    ...     if actual is None or target is None or (target == 0 and baseline is None):
    ...         return None
    ...     if baseline is None:
    ...         return actual / target if direction == "increase" else None
    ...     return None if target == baseline else (actual - baseline) / (target - baseline)
    >>> assert_achievement_laws(rate)
    >>> def capped(actual, target, baseline, direction):
    ...     made = rate(actual, target, baseline, direction)
    ...     return None if made is None else min(made, 1)
    >>> try:
    ...     assert_achievement_laws(capped, directions="increase")
    ... except AssertionError as broken:
    ...     print(broken.breaches[0])
    Beyond the target the rate is more than 1, not capped.
      example:  capped(actual=0.1251220703125, target=0.125, baseline=0.0, direction='increase')
      expected: 1.0009765625
      got:      1.0
    """
    (name,) = known_words(_word(method), METHODS, "method")
    ways = known_words(directions, (INCREASE, DECREASE), "directions")
    full = above_zero(whole, "whole")
    made = _adjusted(ways, full) if name == METHODS[0] else _ratio(ways, full)
    hold(function, CONTRACT, [*made, *_absent(ways)], max_examples)


def _word(method: Method | str) -> str:
    return str(method.value) if isinstance(method, Enum) else method


def _adjusted(directions: Sequence[str], whole: float) -> Iterator[Law[float | None]]:
    """Give the laws of progress from a baseline."""

    def shared(sentence: str, first: float, last: float) -> Law[float | None]:
        def judge(rate: Rate, way: _Way) -> None:
            rate(*way.figures, way.direction).must_be(whole * way.share)

        return Law(sentence, _ways(directions, (first, last)), judge)

    def mirrored(rate: Rate, way: _Way) -> None:
        top = max(way.figures)
        turned = (top - each for each in way.figures)
        other = DECREASE if way.direction == INCREASE else INCREASE
        rate(*turned, other).must_be_as(rate(*way.figures, way.direction))

    def changed(rate: Rate, example: tuple[_Way, int, float]) -> None:
        way, scale, shift = example
        moved = (scale * each + shift for each in way.figures)
        rate(*moved, way.direction).must_be_as(rate(*way.figures, way.direction))

    def level(rate: Rate, example: tuple[float, float, str]) -> None:
        actual, target, direction = example
        rate(actual, target, target, direction).must_be(None)

    def to_zero(rate: Rate, way: _Way) -> None:
        start = way.baseline
        rate(start * way.share, 0.0, start, DECREASE).must_be(whole * (1 - way.share))

    every = _ways(directions, (0, 2))
    yield shared("Where nothing has moved from the baseline, the rate is 0.", 0, 0)
    yield shared("Where the target is reached exactly, the rate is 1.", 1, 1)
    yield shared("The rate is the share of the way that is gone, not rounded.", 0, 1)
    yield shared("Beyond the target the rate is more than 1, not capped.", 1, 3)
    yield shared("Behind the baseline the rate is below 0, not cut off.", -2, 0)
    if len(directions) > 1:
        yield Law("A decrease is an increase seen in a mirror.", every, mirrored)
    units = st.tuples(every, st.integers(1, 100), figures())
    yield Law("Another unit, or another zero, changes no rate.", units, changed)
    at_rest = st.tuples(figures(), figures(), st.sampled_from(directions))
    yield Law("Where the target is the baseline, there is no rate.", at_rest, level)
    if DECREASE in directions:
        # The way down to zero: baselines above it, and a target that is false to Python.
        down = _ways((DECREASE,), (0, 1))
        yield Law("A target of 0 is a target.", down, to_zero)
        bare = st.tuples(figures(), figures(1))
        law = "Without a baseline, what should decrease has no rate."
        yield Law(law, bare, lambda rate, pair: rate(*pair, None, DECREASE).must_be(None))
    if INCREASE in directions:
        law = "Without a baseline, the rate is the share of the target."
        yield _share_of_target(law, st.none(), whole)
        yield _nothing_aimed_at(st.none())


def _ratio(directions: Sequence[str], whole: float) -> Iterator[Law[float | None]]:
    """Give the laws of the share of a target."""
    any_start = st.none() | figures()
    if INCREASE in directions:
        law = "The rate is the share of the target, whatever the baseline."
        yield _share_of_target(law, any_start, whole)
        yield _nothing_aimed_at(any_start)
    if DECREASE in directions:
        law = "What should decrease has no such rate: it would read backwards."
        bare = st.tuples(figures(), figures(1), any_start)
        yield Law(law, bare, lambda rate, three: rate(*three, DECREASE).must_be(None))


def _share_of_target(
    law: str, starts: SearchStrategy[float | None], whole: float
) -> Law[float | None]:
    def judge(rate: Rate, example: tuple[float, int, float | None]) -> None:
        target, parts, start = example
        actual = target * parts / SHARE
        rate(actual, target, start, INCREASE).must_be(whole * parts / SHARE)

    return Law(law, st.tuples(figures(1), st.integers(0, 3 * SHARE), starts), judge)


def _nothing_aimed_at(starts: SearchStrategy[float | None]) -> Law[float | None]:
    def judge(rate: Rate, example: tuple[float, float | None]) -> None:
        actual, start = example
        rate(actual, 0.0, start, INCREASE).must_be(None)

    return Law("There is no share of a target of 0.", st.tuples(figures(), starts), judge)


def _absent(directions: Sequence[str]) -> Iterator[Law[float | None]]:
    """Give the laws of figures that are not there."""
    every = _ways(directions, (0, 2))
    yield Law(
        "A figure that is not reported has no rate: missing is not zero.",
        every,
        lambda rate, way: rate(None, way.target, way.baseline, way.direction).must_be(None),
    )
    yield Law(
        "Without a target there is no rate.",
        every,
        lambda rate, way: rate(way.actual, None, way.baseline, way.direction).must_be(None),
    )
