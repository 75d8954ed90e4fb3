"""What must hold of this programme's own indicators, and of its plan with any figures."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indicators import people_by_year, progress, share_applying

import indh_me as me
from indh_me import testing

FRAMEWORK = me.read_framework(Path(__file__).with_name("framework.toml"))


def test_progress_keeps_the_laws() -> None:
    """Progress keeps what must hold of every rate of achievement."""
    testing.assert_achievement_laws(progress)


def test_sums_keep_the_laws() -> None:
    """People add up over the years, and surveys are pooled, never averaged."""
    testing.assert_accumulation_laws(people_by_year, "sum")
    testing.assert_accumulation_laws(share_applying, "ratio")


@given(testing.observations(FRAMEWORK), st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_any_report_can_be_assessed(figures: me.Observations, day: date) -> None:
    """Whatever is reported for the plan, on any day, each indicator has a row."""
    assessment = me.assess(FRAMEWORK, figures, as_of=day)

    assert ["trained", "applying"] == [row.indicator.code for row in assessment.rows]


COUNTS = st.integers(0, 1000)
STARTS = testing.baselines(figures=testing.exact_quantities(COUNTS))


@given(COUNTS, COUNTS, STARTS)
def test_progress_agrees_with_the_library(actual: int, target: int, baseline: me.Baseline) -> None:
    """Progress is what indh-me computes from the same figures, with a baseline and without."""
    start = None if baseline.quantity is None else baseline.quantity.best
    way = "decrease" if start is not None and start > target else "increase"
    made = me.Achievement.of(actual, target, start, direction=way, level=True).rate
    rate = progress(actual, target, start, way)

    assert rate == (None if made is None else pytest.approx(made.best))
