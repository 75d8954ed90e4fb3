from explained import lines
from indh_me.compute import project
from indh_me.model import Quantity
from projected import drafted

HEADING = "Official rates of the same figures, which are no projections:"


def _official(told: list[str]) -> list[str]:
    return told[told.index(HEADING) + 1 :] if HEADING in told else []


def test_growth_comes_out() -> None:
    """Growth is told with as many decimals of the figures as it takes to get it."""
    # 1.006 / 1.003 - 1 = 0.299 %, while 1.01 / 1 - 1 would be 1 %.
    told = _official(lines(project({"2005": 1.003, "2006": 1.006}, to="2010")))

    assert "  compound annual growth rate (CAGR): (1.006 / 1.003)^(1/1) - 1 = 0.3 %" == told[0]


def test_rates_of_a_flow_are_those_of_a_year() -> None:
    """A flow's figures of several years count by the year."""
    told = _official(lines(drafted({"2004/2005": 20, "2006": 12, "2007": 14}, to="2010")))

    # From the turn of 2005 to the middle of 2007.
    assert "  compound annual growth rate (CAGR): (14 / 10)^(1/2.5) - 1 = 14.4 %" == told[0]


def test_fall_is_a_reduction() -> None:
    """A fall by a tenth each year is a reduction of 10 %."""
    told = _official(lines(project({"2005": 100, "2006": 90, "2007": 81}, to="2010")))

    assert [
        "  compound annual growth rate (CAGR): (81 / 100)^(1/2) - 1 = -10 %",
        "  average annual rate of reduction (AARR), above zero when figures fall: 10 %",
        "  Open SDG, without a target: 1.5 / 0.5 / 0 % a year: Deterioration (-10 %)",
    ] == told


def test_class_of_figures_within_bounds() -> None:
    """Without best estimates there are no rates; a class may hold for all readings."""
    seen = {"2005": Quantity.exactly(60), "2006": Quantity.at_least(70)}
    told = _official(lines(project(seen, to="2010", target=72)))

    assert 1 == len(told)
    assert told[0].startswith("  Open SDG, with a target: 95 / 60 / 0: On track (at least ")


def test_nothing_official() -> None:
    """Where no rate can be computed there is no heading either."""
    assert HEADING not in lines(drafted({"2005": 5}, to="2010"))
