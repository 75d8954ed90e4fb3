import pytest

from indh_me.compute.check.series_rules import falling_totals, sudden_zeros, tenfold_jumps
from ledgers import flow, ledger, seen, told
from refusals import Strange

RUNNING = flow(accumulation="running_total")
LEVEL = flow(unit="percent", accumulation="latest")


def _years(*values: float | str, group: str = "", code: str = "A") -> list[Strange]:
    """Give figures of one year after the other, from 2001."""
    return [
        seen(str(2001 + number), value, group, code=code) for number, value in enumerate(values)
    ]


def test_falling_running_total() -> None:
    """A running total below an earlier one is found, with both and their periods."""
    rows = _years(120, 310, 180, group="sex=female")
    (found,) = falling_totals(ledger(RUNNING, *rows))

    assert (
        "ME041 error: A: the running total falls from '310' in 2002 sex=female to '180' in 2003 "
        "sex=female\n"
        '  where: observations.A."2003 sex=female"\n'
        "  mend:  correct one of the two; if each report counts its own period alone, "
        'state accumulation = "sum"'
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("values", "falls"),
    [
        ([10, 20, 30], []),
        ([10, 20, 20], []),
        ([10, 20, 19], [(2002, 2003)]),
        ([10, 200, 30, 40, 250], [(2002, 2003)]),
        ([20, 3, 2, 1], [(2001, 2002), (2001, 2003), (2001, 2004)]),
        ([20, 3, 15, 4], [(2001, 2002), (2001, 2004)]),
        ([20, 3, 15, 15], [(2001, 2002)]),
        ([20, 3, 25, 5], [(2001, 2002), (2003, 2004)]),
        ([20, 20, 5], [(2002, 2003)]),
        ([20, ">=5", 10], [(2001, 2003)]),
        ([">=20", 10], [(2001, 2002)]),
        (["<=20", 10], []),
        (["15..20", 15], []),
        (["15..20", 14], [(2001, 2002)]),
        ([20, "18..20"], []),
        ([20, "18..19"], [(2001, 2002)]),
        ([20, "<=19", "<=18"], [(2001, 2002)]),
        ([20, "not_reported", 10], [(2001, 2003)]),
        ([10], []),
        ([], []),
        ([0, -5], [(2001, 2002)]),
    ],
)
def test_totals_fall_for_certain(values: list[float | str], falls: list[tuple[int, int]]) -> None:
    """Each fall is told once, from the highest earlier total, where no values within fit."""
    found = [
        each.message.split(" in ") for each in falling_totals(ledger(RUNNING, *_years(*values)))
    ]

    assert falls == [(int(words[1][:4]), int(words[2])) for words in found]


def test_only_running_totals_may_not_fall() -> None:
    """Flows and levels may fall."""
    for accumulation in ("sum", "latest", "mean", "peak", "ratio"):
        made = ledger(flow(accumulation=accumulation), *_years(20, 10))
        assert [] == list(falling_totals(made))


def test_totals_of_other_groups_and_indicators_do_not_count() -> None:
    """A running total is held against those of the same indicator and categories alone."""
    rows = [
        *_years(310, 320),
        *_years(40, 50, group="sex=female"),
        *_years(5, 6, code="B"),
        *_years(3, 2, group="sex=male", code="B"),
    ]
    both = ledger(RUNNING, flow("B", accumulation="running_total"), *rows)

    assert ["B: the running total falls from '3' in 2001 sex=male to '2' in 2002 sex=male"] == told(
        falling_totals(both)
    )


def test_totals_that_end_together_are_not_in_order() -> None:
    """Of totals that end on the same day, none is the earlier one; both come after others."""
    together = [seen("2005/2007", 30), seen("2007", 10), seen("2008", 40)]
    after = [seen("2006", 35), *together]

    assert [] == list(falling_totals(ledger(RUNNING, *together)))
    assert [
        "A: the running total falls from '35' in 2006 to '30' in 2005/2007",
        "A: the running total falls from '35' in 2006 to '10' in 2007",
    ] == told(falling_totals(ledger(RUNNING, *after)))


def test_figures_given_twice_are_left_out() -> None:
    """Of two totals for one period nobody knows which holds: neither falls, none falls from it."""
    twice = [seen("2001", 10), seen("2002", 50), seen("2002", 5), seen("2003", 20)]

    assert [] == list(falling_totals(ledger(RUNNING, *twice)))


def test_sudden_zero() -> None:
    """A zero between figures far from zero is found, with both of them."""
    (found,) = sudden_zeros(ledger(LEVEL, *_years(71, 0, 74, group="sex=male")))

    assert (
        "ME048 warning: A in 2002 sex=male: '0' stands between '71' in 2001 sex=male and '74' in "
        "2003 sex=male\n"
        '  where: observations.A."2002 sex=male"\n'
        "  mend:  if nothing was reported, write not_reported"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ([71, 0], ["A in 2002: '0' stands after '71' in 2001"]),
        ([5, 0, 5], ["A in 2002: '0' stands between '5' in 2001 and '5' in 2003"]),
        ([4.9, 0, 5], []),
        ([5, 0, 4.9], []),
        ([-5, 0, -5], ["A in 2002: '0' stands between '-5' in 2001 and '-5' in 2003"]),
        ([-4.9, 0, -5], []),
        ([71, 0, 0], []),
        ([71, 0, 0, 71], []),
        ([0, 71], []),
        ([0], []),
        ([71, 0.1, 74], []),
        ([71, "0..1", 74], []),
        ([71, "-1..0", 74], []),
        ([">=5", 0], ["A in 2002: '0' stands after '>=5' in 2001"]),
        ([">=4", 0], []),
        (["<=-5", 0], ["A in 2002: '0' stands after '<=-5' in 2001"]),
        (["<=71", 0], []),
        ([71, "not_reported", 74], []),
        (
            [71, "not_reported", 0, 74],
            ["A in 2003: '0' stands between '71' in 2001 and '74' in 2004"],
        ),
    ],
)
def test_zeros_are_sudden_beside_large_figures(
    values: list[float | str], messages: list[str]
) -> None:
    """A zero is sudden where the figures on both sides are 5 or more for certain."""
    assert messages == told(sudden_zeros(ledger(LEVEL, *_years(*values))))


@pytest.mark.parametrize(
    ("said", "values", "count"),
    [
        ({"accumulation": "sum"}, [71, 0, 74], 0),
        ({"accumulation": "running_total"}, [71, 0, 74], 1),
        ({"accumulation": "mean"}, [71, 0, 74], 1),
        ({"accumulation": "peak"}, [71, 0, 74], 1),
        ({"accumulation": "ratio"}, [71, 0, 74], 1),
        ({"accumulation": "latest", "direction": "decrease"}, [71, 0], 0),
        ({"accumulation": "latest", "direction": "decrease"}, [71, 0, 74], 1),
        ({"accumulation": "latest", "direction": "maintain"}, [71, 0], 1),
    ],
)
def test_zeros_of_flows_and_at_the_aim_are_believed(
    said: Strange, values: list[float | str], count: int
) -> None:
    """A flow may pause; where less is better, a zero at the end may be what was aimed at."""
    assert count == len(list(sudden_zeros(ledger(flow(**said), *_years(*values)))))


def test_zeros_stand_beside_their_own_group() -> None:
    """Figures of another group or indicator are no neighbours."""
    rows = [*_years(71, 72), *_years(0, 0, group="sex=male"), *_years(73, 0, code="B")]
    both = ledger(LEVEL, flow("B", accumulation="latest", direction="decrease"), *rows)

    assert [] == list(sudden_zeros(both))


def test_tenfold_jump() -> None:
    """A figure ten times those around it is found, with both of them."""
    (found,) = tenfold_jumps(ledger(flow(), *_years(180, 1900, 175)))

    assert (
        "ME060 warning: A in 2002: '1900' is at least ten times '180' in 2001 and '175' in 2003\n"
        "  where: observations.A.2002\n"
        "  mend:  check its digits and its unit"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ([180, 18, 180], ["A in 2002: '18' is at most a tenth of '180' in 2001 and '180' in 2003"]),
        ([180, 19, 180], []),
        ([18, 180, 18], ["A in 2002: '180' is at least ten times '18' in 2001 and '18' in 2003"]),
        ([18, 179, 18], []),
        ([18, 180, 19], []),
        ([19, 180, 18], []),
        ([180, 18, 179], []),
        ([179, 18, 180], []),
        ([180, 1900], []),
        ([1900, 180], []),
        ([180, 1900, 1900, 180], []),
        ([18, 180, 1800], []),
        ([1800, 180, 18], []),
        ([5, 50, 5], ["A in 2002: '50' is at least ten times '5' in 2001 and '5' in 2003"]),
        ([4, 50, 5], []),
        ([5, 50, 4], []),
        ([50, 5, 50], ["A in 2002: '5' is at most a tenth of '50' in 2001 and '50' in 2003"]),
        ([50, 4, 50], []),
        (["<=18", ">=180", 18], []),
        (
            ["5..18", ">=180", 18],
            ["A in 2002: '>=180' is at least ten times '5..18' in 2001 and '18' in 2003"],
        ),
        ([18, "<=180", 18], []),
        (
            [180, "5..18", ">=180"],
            ["A in 2002: '5..18' is at most a tenth of '180' in 2001 and '>=180' in 2003"],
        ),
        ([180, ">=18", 180], []),
        ([0, 180, 0], []),
        ([-18, 180, -18], []),
        (
            [18, 180, "not_reported", 18],
            ["A in 2002: '180' is at least ten times '18' in 2001 and '18' in 2004"],
        ),
        (
            [1e307, 1.5e308, 1e307],
            ["A in 2002: '1.5e+308' is at least ten times '1e+307' in 2001 and '1e+307' in 2003"],
        ),
        (
            [1e308, 1e307, 1e308],
            ["A in 2002: '1e+307' is at most a tenth of '1e+308' in 2001 and '1e+308' in 2003"],
        ),
        (
            [1.7e308, 5, 1.7e308],
            ["A in 2002: '5' is at most a tenth of '1.7e+308' in 2001 and '1.7e+308' in 2003"],
        ),
    ],
)
def test_figures_jump_and_come_back(values: list[float | str], messages: list[str]) -> None:
    """A jump is tenfold both ways, for certain, and of counts that are five at least."""
    assert messages == told(tenfold_jumps(ledger(flow(), *_years(*values))))


@pytest.mark.parametrize(
    ("said", "values", "count"),
    [
        ({"unit": "currency MAD"}, [0.5, 50, 0.5], 1),
        ({"unit": "percent", "accumulation": "latest"}, [0.5, 5, 0.5], 1),
        ({"unit": "currency MAD"}, [0, 50, 0], 0),
        ({"unit": "currency MAD"}, [-1, 50, -1], 0),
        ({"accumulation": "running_total"}, [18, 180, 18], 0),
        ({"accumulation": "peak"}, [18, 180, 18], 1),
    ],
)
def test_jumps_of_other_units(said: Strange, values: list[float | str], count: int) -> None:
    """Amounts and shares may be small, but are above zero; running totals have their own rule."""
    assert count == len(list(tenfold_jumps(ledger(flow(**said), *_years(*values)))))


@pytest.mark.parametrize(
    ("periods", "count"),
    [
        (("2007", "2008", "2009"), 1),
        (("2008-01", "2008-02", "2008-03"), 1),
        (("2008-Q1", "2008-Q2", "2008-Q3"), 1),
        (("2005/2007", "2008", "2009"), 0),
        (("2007", "2008", "2009/2010"), 0),
        (("2007-Q4", "2008", "2009-Q1"), 0),
        (("2008-01-01/2008-01-10", "2008-01-11/2008-01-19", "2008-01-20/2008-01-28"), 1),
        (("2008-01-01/2008-01-09", "2008-01-10/2008-01-19", "2008-01-20/2008-01-29"), 1),
        (("2008-01-01/2008-01-10", "2008-01-11/2008-01-18", "2008-01-19/2008-01-26"), 0),
        (("2008-01-01/2008-01-08", "2008-01-09/2008-01-18", "2008-01-19/2008-01-28"), 0),
        (("2008-01", "2008-07", "2009-01"), 1),
        (("2008-01-01/2008-01-09", "2008-01-10/2008-01-17", "2008-01-18/2008-01-25"), 0),
    ],
)
def test_periods_are_of_one_length(periods: tuple[str, ...], count: int) -> None:
    """Only periods whose days differ by a tenth at most are neighbours to be compared."""
    rows = [seen(period, value) for period, value in zip(periods, (18, 180, 18), strict=True)]

    assert count == len(list(tenfold_jumps(ledger(flow(), *rows))))


def test_seasons_are_no_jumps() -> None:
    """An indicator that jumps more than once does so by nature; another is judged for itself."""
    rows = [
        *_years(18, 180, 18, 180, 18),
        *_years(20, 20, 200, 20, code="B"),
        *_years(18, 180, 18, 18, 180, 18, code="C"),
        *_years(180, 18, 180, code="D"),
    ]
    found = tenfold_jumps(ledger(*map(flow, "DCBA"), *rows))

    assert ["observations.B.2003", "observations.D.2002"] == [str(each.place) for each in found]


def test_periods_further_away_do_not_matter() -> None:
    """A period of another length is no hindrance where it is no neighbour."""
    rows = [
        seen("2005/2006", 18),
        *(seen(period, value) for period, value in (("2007", 18), ("2008", 180), ("2009", 18))),
        seen("2010/2011", 18),
    ]

    assert 1 == len(list(tenfold_jumps(ledger(flow(), *rows))))


def test_jumps_are_of_totals() -> None:
    """Figures of groups are no jumps, nor are those of other indicators neighbours."""
    rows = [*_years(18, 180, 18, group="sex=male"), *_years(18, code="A"), *_years(180, code="B")]
    three = ledger(flow(), flow("B"), flow("C"), *rows, *_years(18, code="C"))

    assert [] == list(tenfold_jumps(three))


def test_no_figures_are_no_series() -> None:
    """Without figures nothing is found."""
    for search in (falling_totals, sudden_zeros, tenfold_jumps):
        assert [] == list(search(ledger(RUNNING)))
        assert [] == list(search(ledger()))
