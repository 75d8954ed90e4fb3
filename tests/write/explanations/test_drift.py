import pytest

from indh_me.compute import project
from indh_me.write.explanations.drift import Drift, drift_of
from projected import drafted, drifting
from refusals import Strange


def _drift(**said: Strange) -> Drift:
    figures, years = (60, 62, 65, 67), (0, 1, 2, 3)
    numbers = {"figures": figures, "years": years, "ahead": 4, "share": 0.5, "length": 1}
    return Drift(**{**numbers, **said})


def test_formula() -> None:
    """The last figure and a share of the average change, for the years of the period."""
    # 67 + 7 / 3 * 0.5 * 4 = 71.67, and half of it in half a year.
    assert pytest.approx(7 / 3) == _drift().change
    assert pytest.approx(71 + 2 / 3) == _drift().projected
    assert pytest.approx((71 + 2 / 3) / 2) == _drift(length=0.5).projected


def test_newer_changes_count_for_more() -> None:
    """Weighted, each change counts the years in all and those to its middle."""
    # 1 in the first year, 3 in the two that follow: (3.5 * 1 + 5 * 3) / (1.5 * 9).
    made = _drift(figures=(60, 61, 64), years=(0, 1, 3), is_weighted=True)

    assert ((3.5, 5), (1, 3)) == (made.weights, made.moves)
    assert pytest.approx(18.5 / 13.5) == made.change
    assert pytest.approx(sum(a * g for a, g in zip(made.weights, (1, 2), strict=True))) == 1.5 * 9


def test_decimals_that_it_takes() -> None:
    """With as many decimals as it takes, what is read comes to the projection that is read."""
    # 67 + 0.9608 * 2.33 * 4 is 75.95, with 2.333 it is 75.97.
    made = _drift(share=49 / 51)

    assert [False, True] == [made.comes_out(most) for most in (2, 3)]


def test_large_change_over_broken_years() -> None:
    """Years have more decimals than figures, so that a large change over them comes out."""
    # 1 477 in 1 005 days is 536.42 a year; with 2.7534 years it would be 536.43.
    made = _drift(figures=(100, 1577), years=(0, 1005 / 365), ahead=1)

    assert next(most for most in range(2, 12) if made.comes_out(most)) <= 3


@pytest.mark.parametrize(
    ("method", "share"),
    [("drift", 1), ("half_drift", 0.5), ("shrunken_drift", 0.969349)],
)
def test_numbers_of_a_projection(method: str, share: float) -> None:
    """The numbers are those of the projection, and the formula comes to it."""
    made = drifting(method=method)
    drift = drift_of(made)

    assert drift is not None
    assert made.last is not None
    assert made.last.quantity.best is not None
    assert ((60, 62, 65, 67), (0, 1, 2, 3)) == (drift.figures, drift.years)
    assert (4, 1, method == "shrunken_drift") == (drift.ahead, drift.length, drift.is_weighted)
    assert pytest.approx(share, abs=1e-6) == drift.share
    assert drift.comes_to(made.last.quantity.best)
    assert not drift.comes_to(made.last.quantity.best + 0.001)


@pytest.mark.parametrize("method", ["last", "ols", "combination", "theil_sen_anchored"])
def test_what_is_no_drift(method: str) -> None:
    """Other methods have no such numbers, even those that take a share of the change as well."""
    assert None is drift_of(drifting(method=method))


def test_what_comes_from_no_single_formula() -> None:
    """Figures within bounds have several readings; a refusal has none."""
    seen: Strange = {"2004": 60, "2005": "60..64", "2006": 67}

    assert None is drift_of(drafted(seen, to="2010", accumulation="latest"))
    assert None is drift_of(project({"2006": 67}, to="2010"))


def test_projection_that_is_held_at_a_limit() -> None:
    """At a bound, or at the last figure of a running total, the formula stands for what is held."""
    counted = {"2005": 2, "2006": 40, "2007": 41}
    above = drifting(bounds=(0, 70))
    falling = drafted({"2005": 30, "2006": 20, "2007": 2}, to="2010", accumulation="latest")
    total = drafted({**counted, "2008": 30}, to="2012", accumulation="running_total")

    for made, limit in ((above, 70), (falling, 0), (total, 30)):
        drift = drift_of(made)
        assert drift is not None
        assert made.last is not None
        assert limit == made.last.quantity.best or drift.comes_to(made.last.quantity.best or 0)
