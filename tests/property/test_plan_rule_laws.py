"""Rules over the plan find what a plain search over all values and all pairs finds."""

from datetime import timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.compute.check.baseline_rules import targets_against_direction
from indh_me.compute.check.calendar_rules import overlapping_targets, parts_and_wholes
from indh_me.model import Baseline, Direction, Indicator, Period, Quantity, Target
from plans import flow, level, places, plan

#: Wider than all figures below: what has no bound reaches there.
WIDE = 9
NUMBERS = st.integers(-4, 4)
BOUNDED = st.one_of(
    NUMBERS.map(Quantity.exactly),
    NUMBERS.map(Quantity.at_least),
    NUMBERS.map(Quantity.at_most),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: Quantity.between(min(pair), max(pair))),
)


def _values(quantity: Quantity) -> range:
    """Give the whole numbers that a quantity may be."""
    low = -WIDE if quantity.low is None else int(quantity.low)
    return range(low, (WIDE if quantity.high is None else int(quantity.high)) + 1)


@given(BOUNDED, BOUNDED, st.sampled_from([Direction.INCREASE, Direction.DECREASE]))
def test_direction_is_wrong_for_all_values(
    start: Quantity, aim: Quantity, direction: Direction
) -> None:
    """A target is against the direction where no two values inside the bounds fit together."""
    sign = 1 if direction is Direction.INCREASE else -1
    fits = any(sign * (to - by) >= 0 for to in _values(aim) for by in _values(start))
    indicator = level(
        direction=direction,
        baseline=Baseline(start),
        targets=[Target(period=Period.year(2008), value=aim)],
    )

    assert fits != bool(places(targets_against_direction, indicator))


@st.composite
def _calendars(draw: DrawFn) -> Indicator:
    """Give flows with targets for some of the months of a year, many of them side by side."""
    cuts = draw(st.lists(st.integers(2, 12), max_size=3, unique=True))
    months = [1, *sorted(cuts), 13]
    spans = [(1, 13), *pairwise(months)]
    spans += draw(
        st.lists(
            st.tuples(st.integers(1, 12), st.integers(2, 13)).filter(lambda at: at[0] < at[1]),
            max_size=3,
        )
    )
    return flow(
        targets=[
            Target(
                period=Period.parse(f"2008-{first:02d}/2008-{last - 1:02d}"),
                # Mostly a figure for each month, so that many of them add up.
                value=last - first + draw(st.sampled_from([0, 0, 0, 1])),
            )
            for first, last in draw(st.permutations(sorted(set(spans))))
        ]
    )


def _overlap(one: Period, other: Period) -> bool:
    return one.overlaps(other) and one not in other and other not in one


@given(_calendars())
def test_overlaps_are_found(indicator: Indicator) -> None:
    """Something is found where two periods overlap of which none holds the other, and what is found
    is such a pair.
    """
    periods = [each.period for each in indicator.targets]
    pairs = {
        f"A: the targets for {one} and {other} overlap, and neither holds the other"
        for one, other in combinations(sorted(periods), 2)
        if _overlap(one, other)
    }
    messages = [each.message for each in overlapping_targets(plan(indicator))]

    assert bool(pairs) == bool(messages)
    assert set(messages) <= pairs
    assert len(set(messages)) == len(messages)


def _misses(whole: Target, targets: list[Target]) -> bool:
    """Tell by plain search whether the parts directly below a target fill it, but miss it."""
    inside = [each for each in targets if each.period in whole.period and each is not whole]
    parts = sorted(
        (
            each
            for each in inside
            if not any(each.period in other.period for other in inside if other is not each)
        ),
        key=lambda each: each.period,
    )
    return (
        len(parts) > 1
        and (parts[0].period.start, parts[-1].period.end) == (whole.period.start, whole.period.end)
        and all(
            one.period.end + timedelta(days=1) == other.period.start
            for one, other in pairwise(parts)
        )
        and sum(each.value.best or 0 for each in parts) != whole.value.best
    )


@given(_calendars())
def test_parts_that_miss_their_whole_are_found(indicator: Indicator) -> None:
    """Parts that miss their whole are found wherever no periods overlap; elsewhere some are."""
    targets = list(indicator.targets)
    expected = {f"indicators.A.targets.{each.period}" for each in targets if _misses(each, targets)}
    found = {path.replace('"', "") for path in places(parts_and_wholes, indicator)}

    assert found <= expected
    if not places(overlapping_targets, indicator):
        assert expected == found
