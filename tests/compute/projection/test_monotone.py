"""The test of Mann and Kendall, against other programmes and counts by hand."""

import itertools
import math
from typing import Any, TypeAlias

import numpy as np
import pytest
from scipy import stats

from indh_me.compute.projection import MannKendall, Monotone, mann_kendall
from indh_me.errors import InvalidInputError

NAN, INF = np.nan, np.inf
#: Figures and dates as they may be given.
Anything: TypeAlias = Any


def words(made: MannKendall) -> list[str]:
    """Give the word of each series, of its trend or of its reason."""
    pairs = zip(made.trend, made.reason, strict=True)
    assert all((trend is None) != (reason is None) for trend, reason in pairs)
    return [(trend or reason).value for trend, reason in zip(made.trend, made.reason, strict=True)]


@pytest.mark.parametrize(
    ("values", "tau", "p"),
    [
        ([1, 2, 3, 4, 5], 1.0, 0.016666666666666666),
        ([5, 1, 4, 2, 3], -0.2, 0.8166666666666667),
        ([3, 1, 4, 2, 5, 6], 0.6, 0.1361111111111111),
        ([5, 3, 8, 1, 9, 2, 7], 0.04761904761904762, 1.0),
        ([2.1, 3.4, 3.0, 4.8, 5.2, 4.9, 6.1, 7.0], 0.8571428571428571, 0.001736111111111111),
        ([9, 7, 8, 5, 6, 3, 4, 1, 2, 0], -0.8222222222222222, 0.0003576940035273369),
    ],
)
def test_exact_as_scipy_gives_it(values: list[float], tau: float, p: float) -> None:
    """Tau and p are those of scipy 1.17.1: kendalltau(range(n), values, method='exact')."""
    made = mann_kendall(values)

    assert tau == pytest.approx(made.tau.item(), rel=1e-14)
    assert p == pytest.approx(made.p.item(), rel=1e-13)


def test_ties_as_published() -> None:
    """S, its variance and z of fourteen figures with a tie are those of a published hand count.

    J. Little, College of the Holy Cross, "A Mann-Kendall Example (By Hand)": S = 54,
    V = (14 · 13 · 33 - 2 · 1 · 9) / 18, z = 2.9058, one-sided p = .0018.
    """
    y = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]
    made = mann_kendall(y)
    z = 53 / math.sqrt((14 * 13 * 33 - 18) / 18)

    assert 2.9058 == pytest.approx(z, abs=1e-4)
    assert 54.0 == made.s.item()
    assert 0.0018 == pytest.approx(made.p.item() / 2, abs=5e-5)
    assert math.erfc(z / math.sqrt(2)) == pytest.approx(made.p.item(), rel=1e-13)
    assert 54 / math.sqrt(90 * 91) == pytest.approx(made.tau.item(), rel=1e-14)
    assert ["increasing"] == words(made)


def test_a_long_rise_as_published() -> None:
    """1 to 100 has S = 4950, V = 112750 and z = 14.7387, as MannKendall.jl tests of itself."""
    made = mann_kendall(np.arange(100.0))

    assert 4950.0 == made.s.item()
    assert math.erfc(14.73869998208331 / math.sqrt(2)) == pytest.approx(made.p.item(), rel=1e-9)


def test_ties_by_hand() -> None:
    """Of 1 3 3 2 5 the pairs rise 7 times, fall twice and are tied once."""
    made = mann_kendall([1.0, 3, 3, 2, 5])
    z = 4 / math.sqrt((5 * 4 * 15 - 2 * 1 * 9) / 18)

    assert 5.0 == made.s.item()
    assert 5 / math.sqrt(9 * 10) == pytest.approx(made.tau.item(), rel=1e-15)
    assert math.erfc(z / math.sqrt(2)) == pytest.approx(made.p.item(), rel=1e-14)


def test_two_groups_of_ties_by_hand() -> None:
    """4 4 4 2 2 1 falls eleven times; its ties, of three and of two, take 66 and 18 from 18 V."""
    made = mann_kendall([4.0, 4, 4, 2, 2, 1])
    z = 10 / math.sqrt((6 * 5 * 17 - 66 - 18) / 18)

    assert -11.0 == made.s.item()
    assert -11 / math.sqrt(11 * 15) == pytest.approx(made.tau.item(), rel=1e-15)
    assert math.erfc(z / math.sqrt(2)) == pytest.approx(made.p.item(), rel=1e-14)
    assert ["decreasing"] == words(made)


@pytest.mark.parametrize("points", range(2, 7))
def test_exact_is_the_share_of_all_orders(points: int) -> None:
    """P is the share of all orders of the figures whose S is as far from zero."""
    orders = np.array(list(itertools.permutations(range(points))), dtype=np.float64)
    made = mann_kendall(orders)
    shares = [(np.abs(made.s) >= each).mean() for each in np.abs(made.s)]

    np.testing.assert_allclose(made.p, shares, rtol=1e-13)


@pytest.mark.parametrize("points", [10, 11])
def test_exact_up_to_ten(points: int) -> None:
    """Ten points without ties are counted out, eleven are approximated."""
    y = np.random.default_rng(points).normal(size=points)
    made = mann_kendall(y)
    exact = stats.kendalltau(range(points), y, method="exact")
    v = points * (points - 1) * (2 * points + 5) / 18
    normal = math.erfc((abs(made.s.item()) - 1) / math.sqrt(2 * v))
    expected = exact.pvalue if points == 10 else normal

    assert expected == pytest.approx(made.p.item(), rel=1e-12)
    assert exact.statistic == pytest.approx(made.tau.item(), rel=1e-12)
    assert abs(exact.pvalue - normal) > 1e-6


def test_tau_is_tau_b() -> None:
    """Tau is the variant b, as scipy gives it of figures with ties."""
    y = np.random.default_rng(1).integers(0, 5, (20, 15))
    made = mann_kendall(y)

    assert [stats.kendalltau(range(15), each, variant="b").statistic for each in y] == (
        pytest.approx(made.tau.tolist(), rel=1e-12)
    )


@pytest.mark.parametrize(
    ("points", "level", "word"),
    [
        (1, 0.95, "too_few_points"),
        (2, 0.95, "too_few_points"),
        (4, 0.95, "too_few_points"),
        (4, 0.8, "too_few_points"),
        (5, 0.95, "increasing"),
        (5, 0.99, "too_few_points"),
        (6, 0.99, "increasing"),
        (10, 0.9999999, "too_few_points"),
        (11, 0.9999, "increasing"),
        (11, 0.99999999, "none"),
    ],
)
def test_too_few_points_are_not_no_trend(points: int, level: float, word: str) -> None:
    """Where even a straight rise could show nothing, points are too few; below five always."""
    made = mann_kendall(np.arange(float(points)), level=level)

    assert [word] == words(made)
    assert (points, level) == (made.n.item(), made.level)
    if points > 1:
        assert 1.0 == made.tau.item()
        assert points * (points - 1) / 2 == made.s.item()
    if 1 < points <= 10:
        assert 2 / math.factorial(points) == pytest.approx(made.p.item(), rel=1e-14)


def test_one_point_has_no_p() -> None:
    """One point has no pair: S is the empty sum, tau and p are not defined."""
    made = mann_kendall([4.0])

    assert 0.0 == made.s.item()
    assert np.isnan([made.tau.item(), made.p.item()]).all()


@pytest.mark.parametrize("points", [5, 10, 11, 30])
def test_a_constant_has_no_trend(points: int) -> None:
    """Figures that are all equal have no trend, with p = 1; tau is not defined."""
    made = mann_kendall(np.full(points, 3.0))

    assert (["none"], 0.0, 1.0) == (words(made), made.s.item(), made.p.item())
    assert np.isnan(made.tau.item())


def test_what_rises_and_falls_has_p_of_one() -> None:
    """Where S is zero, p is one, by count and by approximation."""
    assert [1.0] == mann_kendall([2.0, 4, 1, 3, 2.5]).p.tolist()
    made = mann_kendall([1.0, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1])

    assert (0.0, 1.0) == (made.s.item(), made.p.item())
    assert ["none"] == words(made)


def test_each_series_by_itself() -> None:
    """Gaps are left out; what is no series has a reason, and hides no other."""
    panel = [
        [1, 2, NAN, 3, 4, 5, NAN],
        [7, NAN, 6, 5, 4, 3, 2],
        [3, 1, 2, 5, 4, 1, 3],
        [1, 2, 3, 4, NAN, NAN, NAN],
        [1, 2, INF, 4, 5, 6, 7],
        [NAN] * 7,
    ]
    made = mann_kendall(np.array(panel))

    assert [
        "increasing",
        "decreasing",
        "none",
        "too_few_points",
        "infinite_value",
        "all_missing",
    ] == words(made)
    assert [10.0, -15, 1, 6, NAN, NAN] == pytest.approx(made.s.tolist(), nan_ok=True)
    assert [5, 6, 7, 4, 7, 0] == made.n.tolist()
    assert [False] * 4 + [True] * 2 == np.isnan(made.p).tolist()
    assert [False] * 4 + [True] * 2 == np.isnan(made.tau).tolist()
    assert Monotone.INCREASING is made.trend[0]


@pytest.mark.parametrize(
    ("dates", "word"),
    [
        ([2003, 2004, 2006, 2007, 2008], "increasing"),
        ([2003, 2004, 2006, 2005, 2008], "not_sorted"),
        ([2003, 2004, 2004, 2005, 2008], "repeated_dates"),
        ([2003, 2004, NAN, 2005, 2008], "missing_date"),
        (np.arange("2003-01", "2003-06", dtype="datetime64[M]"), "increasing"),
    ],
)
def test_dates_must_run_forward(dates: Anything, word: str) -> None:
    """Dates give the order of the figures; without an order there is a reason."""
    made = mann_kendall([[1.0, 2, 3, 4, 5], [1.0, 2, 3, 4, 5]], dates)

    assert [word] * 2 == words(made)
    assert (word == "increasing") == bool(np.isfinite(made.p).all())


def test_own_dates() -> None:
    """Each series may have its own dates."""
    made = mann_kendall([[1.0, 2, 3, 4, 5]] * 2, [[1, 2, 3, 4, 5], [1, 2, 4, 3, 5]])

    assert ["increasing", "not_sorted"] == words(made)


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ({"dates": [1, 2]}, "dates"),
        ({"dates": ["a", "b", "c", "d", "e"]}, "dates"),
        ({"level": 1}, "level"),
    ],
)
def test_wrong_arguments(arguments: dict[str, Anything], where: str) -> None:
    """What is wrong for every series is an error."""
    with pytest.raises(InvalidInputError) as error:
        mann_kendall([1.0, 2, 3, 4, 5], **arguments)

    assert [where] == [str(each.where) for each in error.value.faults]


def test_extreme_figures_are_compared() -> None:
    """Figures whose differences no number holds are compared all the same."""
    assert [10.0] == mann_kendall([-1.7e308, -1e308, 0.0, 1e308, 1.7e308]).s.tolist()
