"""The linter and the assessment take whatever a framework and its observations may be."""

import itertools
import json
import math
import random
import re
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from indh_me._codec.framework import framework_to_plain
from indh_me.compute import Severity, Status, assess, check, outlook
from indh_me.compute.check import RULES
from indh_me.errors import key_path
from indh_me.model import (
    TOTAL,
    Absence,
    Accumulation,
    Baseline,
    Categories,
    Category,
    Dimension,
    Direction,
    Framework,
    Indicator,
    Method,
    Observation,
    Observations,
    Period,
    Quantity,
    Target,
    Text,
    UnitKind,
)
from indh_me.testing import days, frameworks, observations

IDS = [rule.id for rule in RULES]
Plan = tuple[Framework, Observations]

#: Few of each, so that figures meet: the same period twice, a part and its whole, a day in common.
PERIODS = st.sampled_from(
    [
        Period.parse(name)
        for name in ("2005/2007", "2007", "2008", "2008-S1", "2008-S2", "2008-Q1", "2008-03-27")
    ]
)
DAYS = st.sampled_from([date(2007, 12, 31), date(2008, 3, 27), date(2008, 12, 31), date.max])
PLACE = Dimension(
    code="place",
    categories=[
        Category("south", Text.of(en="South")),
        Category("dakhla", Text.of(en="Dakhla"), "south"),
        Category("harbour", Text.of(en="Harbour"), "dakhla"),
        Category("north", Text.of(en="North")),
    ],
)
SEX = Dimension.of("sex", "female", "male")
GROUPS = st.sampled_from(
    [
        *([TOTAL] * 4),
        *(Categories.of(place=code) for code in PLACE.codes),
        *(Categories.of(sex=code) for code in SEX.codes),
        Categories.of(place="dakhla", sex="female"),
    ]
)
NUMBERS = st.integers(-2, 12).map(float)
FIGURES = st.one_of(
    NUMBERS.map(Quantity.exactly),
    NUMBERS.map(Quantity.at_least),
    NUMBERS.map(Quantity.at_most),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: Quantity.between(min(pair), max(pair))),
    st.tuples(NUMBERS, st.integers(1, 9)).map(
        lambda pair: Quantity(pair[0], numerator=pair[0], denominator=pair[1])
    ),
)
#: Steps of a path: a key, as it is or in quotes, or a number in brackets.
STEP = re.compile(r'("(?:[^"\\]|\\.)*"|[^."\[\]]+)|\[([0-9]+)\]')
DONE = st.sampled_from([0, 1]).map(Quantity.exactly)
ABSENT = st.sampled_from([Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])


@st.composite
def _indicators(draw: DrawFn, code: str) -> Indicator:
    unit = draw(st.sampled_from(["count", "percent", "milestone"]))
    figures = DONE if unit == "milestone" else FIGURES
    targets = st.builds(
        Target, period=PERIODS, value=figures, categories=GROUPS, cumulative=st.booleans()
    )
    return Indicator(
        code=code,
        unit=unit,
        direction=draw(st.sampled_from(Direction)),
        accumulation=draw(st.sampled_from(Accumulation)),
        method=draw(st.none() | st.sampled_from(Method)),
        band=draw(st.none() | FIGURES),
        baseline=draw(st.none() | st.builds(Baseline, figures | ABSENT)),
        dimensions=["place", "sex"],
        targets=draw(
            st.lists(
                targets, max_size=3, unique_by=lambda target: (target.period, target.categories)
            )
        ),
    )


@st.composite
def _plans(draw: DrawFn) -> Plan:
    """Give a framework without words, and observations that fit it."""
    codes = ["A", "B", "C"][: draw(st.integers(0, 3))]
    indicators = [draw(_indicators(code)) for code in codes]
    rows = [
        Observation(
            indicator=indicator.code,
            period=draw(PERIODS),
            value=draw(ABSENT | (DONE if indicator.unit.is_milestone else FIGURES)),
            categories=draw(GROUPS),
            collected=draw(st.none() | DAYS),
        )
        for indicator in indicators
        for _ in range(draw(st.integers(0, 5)))
    ]
    framework = Framework(
        code="F", languages=["fr"], dimensions=[PLACE, SEX], indicators=indicators
    )
    return framework, Observations.from_iterable(rows)


PLANS = _plans()


@settings(max_examples=25)  # Whole frameworks with all their words take long to make.
@given(frameworks(), st.data(), st.none() | days())
def test_linter_never_raises(framework: Framework, data: DataObject, as_of: date | None) -> None:
    """Whatever the framework and the observations, the linter gives findings, in order of rules."""
    fitting, strange = data.draw(observations(framework)), data.draw(observations())
    found = check(framework, Observations.concatenate(fitting, strange), as_of=as_of)
    order = [IDS.index(finding.id) for finding in found]

    assert sorted(order) == order
    assert [] == [each for each in found if "" in {each.message, each.mend, str(each.place)}]


@settings(max_examples=25)
@given(frameworks(), st.data())
def test_findings_stand_somewhere(framework: Framework, data: DataObject) -> None:
    """Each place in a plan names a table, key or item that its file has, and each indicator is one
    of the framework's.
    """
    found = check(framework, data.draw(observations(framework)))
    plain = framework_to_plain(framework)
    places = [str(each.place) for each in found]

    assert [] == [
        place
        for place in places
        if not place.startswith("observations") and not _exists(plain, _steps(place))
    ]
    assert {each.code for each in framework.indicators} >= {
        each.indicator for each in found if each.indicator is not None
    }


def _steps(place: str) -> list[str | int]:
    """Cut a path into keys and numbers."""
    return [
        int(number) if number else json.loads(key) if key.startswith('"') else key
        for key, number in STEP.findall(place)
    ]


def _exists(plain: object, steps: Sequence[str | int]) -> bool:
    """Follow a path into plain data; a key in a list may be that of any of its items."""
    if len(steps) == 0:
        return True
    first, rest = steps[0], steps[1:]
    match plain:
        case Mapping():
            return first in plain and _exists(plain[first], rest)
        case list() if isinstance(first, int):
            return first < len(plain) and _exists(plain[first], rest)
        case list():
            return any(_exists(each, steps) for each in plain)
    return False


@given(st.one_of(PLANS, frameworks().map(lambda each: (each, Observations()))), st.data())
def test_order_of_indicators_does_not_matter(plan: Plan, data: DataObject) -> None:
    """The same is found when the indicators stand in another order."""
    framework, table = plan
    order = data.draw(st.permutations(framework.indicators))
    one, other = (
        sorted(map(str, check(each, table)))
        for each in (framework, evolve(framework, indicators=order))
    )

    assert one == other


@given(PLANS)
def test_mismatches_are_found(plan: Plan) -> None:
    """Categories that do not come to their total are found where plain addition finds them."""
    framework, table = plan
    found = [each for each in check(framework, table) if each.id == "ME006"]

    assert _mismatches(framework, table) == sorted(
        (str(each.place), each.message.partition("categories of ")[2].partition(" ")[0])
        for each in found
    )


def _mismatches(framework: Framework, table: Observations) -> list[tuple[str, str]]:
    """Compare each total with its categories, one by one."""
    found = []
    for indicator, dimension in itertools.product(framework.indicators, framework.dimensions):
        figures = {
            (seen.period, seen.categories): seen.quantity
            for seen in table
            if seen.indicator == indicator.code and seen.quantity is not None
        }
        for (period, categories), total in figures.items():
            parts = {
                code: figures[period, Categories({dimension.code: code})]
                for code in dimension.codes
                if (period, Categories({dimension.code: code})) in figures
            }
            adds_up = indicator.unit.kind is UnitKind.COUNT and categories.is_total
            if adds_up and parts and _mismatch(total, parts, dimension):
                place = key_path("observations", indicator.code, str(period))
                found.append((place, dimension.code))
    return sorted(found)


def _mismatch(total: Quantity, parts: Mapping[str, Quantity], dimension: Dimension) -> bool:
    parents = {each.code: each.parent for each in dimension.categories}

    def is_inside(code: str) -> bool:
        above = parents[code]
        return above is not None and (above in parts or is_inside(above))

    outermost = [quantity for code, quantity in parts.items() if not is_inside(code)]
    low, high = (
        math.fsum(without if bound is None else bound for bound in bounds)
        for without, bounds in (
            (-math.inf, [each.low for each in outermost]),
            (math.inf, [each.high for each in outermost]),
        )
    )
    whole = all(code in parts for code, parent in parents.items() if parent is None)
    over = total.high is not None and low > total.high
    return over or (whole and total.low is not None and high < total.low)


@given(PLANS, DAYS)
def test_assessment_has_a_row_each(plan: Plan, as_of: date) -> None:
    """Each indicator gets one row, and a row without a rate a reason or an achieved target."""
    framework, table = plan
    rows = assess(framework, table, as_of=as_of)

    assert list(framework.indicators) == [row.indicator for row in rows]
    assert [] == [row.indicator.code for row in rows if row.rate is None and row.reason is None]


@given(PLANS, DAYS)
def test_assessment_agrees_with_linter(plan: Plan, as_of: date) -> None:
    """Milestones are overdue for the linter exactly where they are for the assessment."""
    framework, table = plan
    found = {each.indicator for each in check(framework, table, as_of=as_of) if each.id == "ME001"}
    rows = assess(framework, table, as_of=as_of)

    assert found == {row.indicator.code for row in rows if row.status is Status.OVERDUE}


@given(PLANS, DAYS)
def test_future_does_not_matter(plan: Plan, as_of: date) -> None:
    """What is collected later, or about days to come, changes nothing in an assessment."""
    framework, table = plan
    known = [
        each.period.is_over(as_of) and (each.collected is None or each.collected <= as_of)
        for each in table
    ]

    assert assess(framework, table.select(known), as_of=as_of) == assess(
        framework, table, as_of=as_of
    )


@given(PLANS, DAYS, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(plan: Plan, as_of: date, chance: random.Random) -> None:
    """The order in which observations stand changes no figure, rate or status."""
    framework, table = plan
    order = chance.sample(range(len(table)), len(table))
    one, other = (
        [(row.to_date, row.achievement, row.status, row.disaggregation) for row in rows]
        for rows in (
            assess(framework, table, as_of=as_of),
            assess(framework, table.select(order), as_of=as_of),
        )
    )

    assert one == other


@given(PLANS, DAYS)
def test_outlook_starts_from_the_assessment(plan: Plan, as_of: date) -> None:
    """An outlook starts from the figure to date that the assessment gives."""
    framework, table = plan
    for row in assess(framework, table, as_of=as_of):
        ahead = outlook(row.indicator, table, as_of=as_of)
        assert ahead is None or ahead.to_date == row.to_date.quantity


@given(PLANS)
def test_errors_name_what_is_wrong(plan: Plan) -> None:
    """Observations that fit their framework give no unknown codes."""
    found = check(*plan)

    assert "ME004" not in {each.id for each in found}
    assert {each.severity for each in found} <= set(Severity)
