"""The rules that look at observations find the same however they are given, and what is there."""

import itertools
import math
import random
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from indh_me.compute.check import (
    Finding,
    breakdown_rules,
    collection_rules,
    figure_rules,
    progress_rules,
    schedule_rules,
    series_rules,
    share_rules,
)
from indh_me.compute.check.rule import Subject
from indh_me.compute.gap import gaps
from indh_me.model import (
    TOTAL,
    Accumulation,
    Baseline,
    Categories,
    Direction,
    Framework,
    Frequency,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Target,
    Text,
    Unit,
)
from indh_me.model.quantity import Value
from indh_me.testing import absences, days, frameworks, numbers, observations, quantities
from ledgers import flow, ledger, plan, reporting, seen

FILES = (
    breakdown_rules,
    collection_rules,
    figure_rules,
    progress_rules,
    schedule_rules,
    series_rules,
    share_rules,
)
CHECKS = [check for file in FILES for check in file.CHECKS]
Plan = tuple[Framework, Observations]

#: Few of each, so that figures meet.
NAMES = ("2005/2007", "2006", "2007", "2008", "2008-S1", "2008-S2", "2008-Q1", "2008-03-27", "2009")
PERIODS = st.sampled_from([Period.parse(name) for name in NAMES])
DAYS = st.sampled_from([date(2007, 12, 31), date(2008, 3, 27), date(2009, 12, 31), date.max])
GROUPS = st.sampled_from(
    [TOTAL, TOTAL, *map(Categories.parse, ("sex=male", "sex=female", "place=north; sex=male"))]
)
UNITS = st.sampled_from(
    [*map(Unit.parse, ("count", "percent", "ratio per 1000", "score 0..10", "currency MAD"))]
)
NUMBERS = st.sampled_from([0.0, 0.5, 1.0, 3.0, 20.0, 200.0, 2000.0, -7.0])
FIGURES = st.one_of(
    NUMBERS.map(Quantity.exactly),
    NUMBERS.map(Quantity.at_least),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: Quantity.between(min(pair), max(pair))),
    st.tuples(NUMBERS, st.integers(1, 9)).map(
        lambda pair: Quantity(*[pair[0]] * 3, numerator=pair[0], denominator=pair[1])
    ),
    quantities(),
)
SCOPE = st.sampled_from([None, Text.of(en="in part")])


@st.composite
def _indicators(draw: DrawFn, code: str) -> Indicator:
    targets = st.builds(
        Target, period=PERIODS, value=FIGURES, categories=GROUPS, cumulative=st.booleans()
    )
    return Indicator(
        code=code,
        unit=draw(UNITS),
        direction=draw(st.sampled_from(Direction)),
        accumulation=draw(st.sampled_from(Accumulation)),
        frequency=draw(st.none() | st.sampled_from(Frequency)),
        baseline=draw(st.none() | st.builds(Baseline, FIGURES | absences(), st.none() | PERIODS)),
        dimensions=draw(st.sampled_from([(), ("sex",), ("place", "sex")])),
        targets=draw(
            st.lists(targets, max_size=3, unique_by=lambda each: (each.period, each.categories))
        ),
    )


@st.composite
def _plans(draw: DrawFn) -> Plan:
    """Give a framework and observations, of unknown indicators too, one a period and group."""
    framework = plan(*(draw(_indicators(code)) for code in "CAB"[: draw(st.integers(0, 3))]))
    rows = st.builds(
        Observation,
        indicator=st.sampled_from(["A", "B", "C", "A", "B", "X"]),
        period=PERIODS,
        value=FIGURES | FIGURES | absences(),
        categories=GROUPS,
        scope=SCOPE,
        collected=st.none() | DAYS,
    )
    found = draw(
        st.lists(
            rows,
            max_size=12,
            unique_by=lambda each: (each.indicator, each.period, each.categories),
        )
    )
    return framework, Observations.from_iterable(found)


PLANS = _plans()


def _findings(framework: Framework, table: Observations, as_of: date | None) -> list[Finding]:
    subject = Subject(framework, table, as_of)
    return [finding for _, search in CHECKS for finding in search(subject)]


@given(PLANS, st.none() | DAYS, st.randoms(use_true_random=False))
def test_order_of_observations_does_not_matter(
    given_plan: Plan, as_of: date | None, chance: random.Random
) -> None:
    """The order in which observations stand changes no finding."""
    framework, table = given_plan
    shuffled = table.select(chance.sample(range(len(table)), len(table)))
    one, other = (
        sorted(map(str, _findings(framework, rows, as_of)))
        for rows in (table, Observations.from_iterable(shuffled))
    )

    assert one == other


@given(PLANS, st.none() | DAYS)
def test_indicators_are_judged_alone(given_plan: Plan, as_of: date | None) -> None:
    """What is found of an indicator follows from its own observations, and from no other's."""
    framework, table = given_plan
    together = _findings(framework, table, as_of)
    for indicator in framework.indicators:
        own = table.select([each.indicator == indicator.code for each in table])
        alone = _findings(plan(indicator), own, as_of)
        assert sorted(map(str, alone)) == sorted(
            str(each) for each in together if each.indicator == indicator.code
        )
    assert {each.indicator for each in together} <= {each.code for each in framework.indicators}


@settings(max_examples=25)  # Whole frameworks with all their words take long to make.
@given(frameworks(), st.data(), st.none() | days())
def test_rules_never_raise(framework: Framework, data: DataObject, as_of: date | None) -> None:
    """Whatever is reported, of known indicators or not, once or twice, rules give findings."""
    fitting, strange = data.draw(observations(framework)), data.draw(observations())
    table = Observations.concatenate(fitting, strange, fitting)
    ids = {rule.id for rule, _ in CHECKS}

    assert {each.id for each in _findings(framework, table, as_of)} <= ids


@given(PLANS)
def test_figures_given_twice_never_raise(given_plan: Plan) -> None:
    """Figures may be given twice; what is found of them is found of indicators that there are."""
    framework, table = given_plan
    found = _findings(framework, Observations.concatenate(table, table), date(2009, 12, 31))

    assert {each.indicator for each in found} <= {each.code for each in framework.indicators}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), max_size=8))
def test_gaps_are_the_days_that_nothing_covers(spans: list[tuple[int, int]]) -> None:
    """Gaps are just the days between the first and the last one that no period covers."""
    first_day = date(2008, 1, 1)
    covered = {day for start, length in spans for day in range(start, start + length + 1)}
    rows = [
        Observation(
            indicator="A",
            period=Period(*(first_day + timedelta(days=day) for day in (start, start + length))),
            value=1,
        )
        for start, length in spans
    ]
    made = gaps(reporting(*rows))
    found = [made.period(at) for at in range(len(made.group))]
    inside = [(day - first_day).days for each in found for day in _days_of(each)]

    assert sorted(inside) == sorted(_between(covered) - covered)
    assert [] == [
        (one, other)
        for one, other in itertools.pairwise(found)
        if (other.start - one.end).days <= 1
    ]


def _days_of(period: Period) -> list[date]:
    return [each.start for each in period.split("day")]


def _between(covered: set[int]) -> set[int]:
    return set(range(min(covered), max(covered) + 1)) if covered else set()


@given(st.lists(FIGURES | absences(), max_size=6))
def test_totals_fall_where_a_later_one_is_lower(figures: Sequence[Value]) -> None:
    """Running totals fall where some later figure is certainly below an earlier one."""
    rows = [seen(str(2001 + at)).with_value(each) for at, each in enumerate(figures)]
    made = ledger(flow(accumulation="running_total"), *rows)
    given_figures = [each for each in figures if isinstance(each, Quantity)]
    falls = any(
        one.low is not None and other.high is not None and other.high < one.low
        for one, other in itertools.combinations(given_figures, 2)
    )

    assert falls == (list(series_rules.falling_totals(made)) != [])


@given(st.integers(0, 10_000), st.integers(1, 10_000), st.integers(0, 12), st.integers(-3, 3))
def test_shares_may_be_rounded_to_any_digit(
    numerator: int, denominator: int, digits: int, off: int
) -> None:
    """A share rounded to any digit passes; some units of that digit off, it does not."""
    exact = Fraction(100 * numerator, denominator)
    value = round(exact, digits) + off * Fraction(1, 10**digits)
    made = Quantity(*[float(value)] * 3, numerator=numerator, denominator=denominator)
    found = list(
        share_rules.shares_not_of_their_counts(
            ledger(flow(unit="percent"), seen("2008").with_value(made))
        )
    )
    shown = next(each for each in range(digits + 1) if (value * 10**each).denominator == 1)
    wrong = abs(value - exact) > Fraction(1, 2 * 10**shown)

    # What differs by less than floating-point arithmetic rounds is the same.
    if not math.isclose(float(value), float(exact), rel_tol=1e-8):
        assert wrong == (found != [])


@given(
    st.sampled_from([each for each in Frequency if each is not Frequency.ONCE]),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 14)), min_size=1, max_size=4),
    days(date(2005, 1, 1), date(2009, 12, 31)),
)
def test_missing_reports_are_those_that_nothing_covers(
    frequency: Frequency, spans: list[tuple[int, int]], as_of: date
) -> None:
    """Of reports by the calendar, those are missing that are over and come after all others."""
    length = MONTHS[frequency]
    rows = [seen(_months(start * length, (start + more + 1) * length)) for start, more in spans]
    reported = [each.period for each in rows]
    calendar = [Period.parse(_months(at, at + length)) for at in range(0, 12 * 10, length)]
    first = min(period.start for period in reported)
    over = [each for each in calendar if each.end <= as_of and each.start >= first]
    missing = list(
        itertools.takewhile(
            lambda each: not any(each.overlaps(other) for other in reported), reversed(over)
        )
    )
    found = schedule_rules.missing_reports(ledger(flow(frequency=frequency), *rows), as_of)

    assert [str(each) for each in missing[-1:]] == [
        each.message.rpartition(" for ")[2] for each in found
    ]


MONTHS = {
    Frequency.ANNUAL: 12,
    Frequency.SEMIANNUAL: 6,
    Frequency.FOUR_MONTHLY: 4,
    Frequency.QUARTERLY: 3,
    Frequency.MONTHLY: 1,
}


def _months(first: int, after: int) -> str:
    """Name the months from one to that before another, counted from January 2000."""
    last = after - 1
    return f"{2000 + first // 12}-{first % 12 + 1:02d}/{2000 + last // 12}-{last % 12 + 1:02d}"


@given(numbers(), numbers())
def test_percentages_are_outside_or_not(one: float, other: float) -> None:
    """A percentage within bounds is found where its bounds leave no value from 0 to 100."""
    low, high = min(one, other), max(one, other)
    row = seen("2008").with_value(Quantity.between(low, high))
    found = list(figure_rules.percent_outside_bounds(ledger(flow(unit="percent"), row)))

    assert (high < 0 or low > 100) == (found != [])
