from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import indh_me as me
from indh_me import testing

SEX = me.Dimension.of("sex", "female", "male")


@pytest.mark.parametrize("accumulation", [*me.Accumulation, "peak"], ids=str)
@given(data=st.data())
def test_indicators_are_as_asked(data: DataObject, accumulation: me.Accumulation | str) -> None:
    """Indicators have the code, unit, direction and accumulation that were asked for."""
    made = data.draw(
        testing.indicators(
            code="trained", unit="percent", direction="decrease", accumulation=accumulation
        )
    )

    assert me.Accumulation(accumulation) is made.accumulation
    assert ("trained", "percent", "decrease") == (made.code, str(made.unit), made.direction.value)


@given(testing.indicators(["fr"], results=["skills"], dimensions=[SEX], sources=["briefing"]))
def test_indicators_refer_to_what_they_may(made: me.Indicator) -> None:
    """Indicators refer to the results, dimensions and sources that are given, and no other."""
    framework = me.Framework(
        code="DEMO",
        languages=["fr"],
        dimensions=[SEX],
        results=[me.Result(code="skills", level="outcome")],
        sources=[me.Source(code="briefing")],
        indicators=[made],
    )

    assert made == framework.indicator(made.code)


@given(testing.frameworks(min_indicators=2, max_indicators=4))
def test_frameworks_have_as_many_indicators_as_asked(made: me.Framework) -> None:
    """Frameworks have as many indicators as was asked for."""
    assert 2 <= len(made.indicators) <= 4


@given(st.data())
def test_observations_fit_their_framework(data: DataObject) -> None:
    """Observations of a framework are of its indicators, groups and sources, as many as asked."""
    framework = data.draw(testing.frameworks(min_indicators=1))
    table = data.draw(testing.observations(framework, min_size=1, max_size=3))
    sources = {source.code for source in framework.sources}

    assert 1 <= len(table) <= 3
    assert me.assess(framework, table, as_of=date(2026, 1, 1)).rows
    assert all(row.source is None or row.source.code in sources for row in table)


def test_no_observations_of_nothing() -> None:
    """A framework without indicators has no observations."""
    empty = me.Framework(code="DEMO", languages=["fr"])

    assert 0 == len(testing.simplest(testing.observations(empty)))


@given(testing.days(date(1960, 1, 1), date(1960, 12, 31)), testing.days(first=date(2049, 1, 1)))
def test_days_lie_between_their_ends(before: date, after: date) -> None:
    """Days lie between the first and the last, wherever those are."""
    assert 1960 == before.year
    assert 2049 <= after.year


@given(testing.whole_periods(2000, 2001))
def test_whole_periods_are_made_of_months(period: me.Period) -> None:
    """Whole periods begin on the first day of a month of the years that are given."""
    assert 1 == period.start.day
    assert 2000 <= period.start.year <= 2001
