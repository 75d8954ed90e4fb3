import pytest

from indh_me.compute.gap import gaps
from ledgers import reporting, seen


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        ((), []),
        (("2008",), []),
        (("2007", "2008"), []),
        (("2007", "2009"), ["2008"]),
        (("2009", "2007"), ["2008"]),
        (("2007", "2008-01-02/2008-12-31"), ["2008-01-01"]),
        (("2005", "2007", "2009"), ["2006", "2008"]),
        (("2005", "2007", "2005/2008"), []),
        (("2005", "2007", "2006/2008"), []),
        (("2005", "2008", "2007/2009"), ["2006"]),
        (("2005/2007", "2006", "2009"), ["2008"]),
        (("2008", "2008"), []),
        (("0001-01-01", "9999-12-31"), ["0001-01-02/9999-12-30"]),
    ],
)
def test_days_that_nothing_covers(periods: tuple[str, ...], found: list[str]) -> None:
    """Days between the periods of a group are gaps, unless a longer period covers them."""
    made = gaps(reporting(*map(seen, periods)))

    assert found == [str(made.period(at)) for at in range(len(made.group))]


def test_groups_have_gaps_of_their_own() -> None:
    """Periods of other groups cover nothing, and each gap knows its group."""
    rows = [
        *(seen(period) for period in ("2005", "2008")),
        *(seen(period, group="sex=male") for period in ("2006", "2007", "2009")),
        *(seen(period, code="B") for period in ("2001", "2003", "2005")),
    ]
    made = gaps(reporting(*rows))

    assert [(0, "2006/2007"), (1, "2008"), (2, "2002"), (2, "2004")] == [
        (int(group), str(made.period(at))) for at, group in enumerate(made.group)
    ]
