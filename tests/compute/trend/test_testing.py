import pytest

import indh_me as me
from indh_me.compute.projection import mann_kendall
from plans import level, plan

YEARS = [str(year) for year in range(2000, 2008)]


@pytest.mark.parametrize(
    "figures",
    [(4, 6, 5, 9, 10, 12, 11, 15), (15, 11, 12, 10, 9, 5, 6, 4), (1, 5, 2, 4, 3, 6, 0, 5)],
)
def test_a_test_is_that_of_the_panel(figures: tuple[float, ...]) -> None:
    """Word, p-value and tau are those of the Mann-Kendall test of the same figures."""
    made = me.project(dict(zip(YEARS, figures, strict=True)), to="2010").trend_test
    found = mann_kendall([figures])

    assert made is not None
    assert (made.trend, made.p, made.tau) == (found.trend[0], found.p[0], found.tau[0])


def test_figures_that_are_all_equal_have_no_tau() -> None:
    """Where nothing changes there is a test, and no tau."""
    made = me.project(dict.fromkeys(YEARS, 5), to="2010").trend_test

    assert made is not None
    assert (me.Monotone.NONE, None) == (made.trend, made.tau)


def test_each_indicator_has_its_own() -> None:
    """Of figures on other dates, each indicator is tested by its own."""
    seen = me.Observations.concatenate(
        me.Observations.from_columns(["A"] * 6, YEARS[:6], [9, 8, 7, 5, 4, 2]),
        me.Observations.from_columns(["B"] * 5, YEARS[3:], [1, 2, 4, 5, 7]),
    )
    made = me.projections(plan(level("A"), level("B")), seen, to="2010")
    tests = [each.trend_test for each in made]

    assert [me.Monotone.DECREASING, me.Monotone.INCREASING] == [
        None if each is None else each.trend for each in tests
    ]
