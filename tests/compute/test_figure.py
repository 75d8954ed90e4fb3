from datetime import date

from indh_me.compute.figure import Figure, figures_in_windows, figures_to_date
from indh_me.compute.reason import Reason
from indh_me.compute.reporting import reporting_set
from indh_me.compute.window import Window
from indh_me.model import (
    TOTAL,
    Absence,
    Categories,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
)

END = date(2008, 12, 31)
WOMEN, MEN = Categories.of(sex="female"), Categories.of(sex="male")


def _flow(code: str) -> Indicator:
    return Indicator(code=code, unit="count", direction="increase", accumulation="sum")


FLOWS = [_flow("A"), _flow("B"), _flow("C")]


def _figure(value: float, until: date = END, group: Categories = TOTAL) -> Figure:
    return Figure(categories=group, quantity=Quantity.exactly(value), reason=None, until=until)


def _absent(reason: Reason) -> Figure:
    return Figure(categories=TOTAL, quantity=None, reason=reason)


def test_figures_to_date() -> None:
    """Each indicator has its total first, or why there is none, then its groups in order."""
    table = Observations.from_columns(
        ["A", "A", "A", "A", "B"],
        ["2007", "2008", "2008", "2008", "2008"],
        [5, 4, 3, 1, 2],
        categories=[TOTAL, TOTAL, MEN, WOMEN, MEN],
    )

    assert [
        (_figure(9), _figure(1, group=WOMEN), _figure(3, group=MEN)),
        (_absent(Reason.NO_TOTAL), _figure(2, group=MEN)),
        (_absent(Reason.NOT_REPORTED),),
    ] == figures_to_date(reporting_set(table, END), FLOWS)


def test_figures_in_windows() -> None:
    """Towards a target counts what lies in its window, and of the total alone."""
    table = Observations.from_columns(
        ["A", "A", "A", "B", "C"],
        ["2007", "2008", "2008", "2007", "2008"],
        [5, 4, 3, 6, 7],
        categories=[TOTAL, TOTAL, MEN, TOTAL, TOTAL],
    )
    of_2008 = Window(first=date(2008, 1, 1), last=END, by_last_day=False)

    assert [_figure(4), _absent(Reason.NOT_REPORTED), _absent(Reason.NOT_REPORTED)] == (
        figures_in_windows(reporting_set(table, END), FLOWS, [of_2008, of_2008, None])
    )


def test_window_from_the_start() -> None:
    """A window without a first day takes in everything up to its last."""
    table = Observations.from_columns(["A", "A", "A"], ["0001", "2007", "2008"], [1, 5, 4])
    to_2007 = Window(first=None, last=date(2007, 12, 31), by_last_day=False)

    assert [_figure(6, date(2007, 12, 31))] == figures_in_windows(
        reporting_set(table, END), FLOWS[:1], [to_2007]
    )


def test_no_indicators() -> None:
    """No indicators have no figures."""
    reporting = reporting_set(Observations(), END)

    assert [] == figures_to_date(reporting, [])
    assert [] == figures_in_windows(reporting, [], [])


def test_absence_reaches_to_no_day() -> None:
    """A figure reaches to the last day that was reported, not to one that is said to be absent."""
    table = Observations.of(
        Observation(indicator="A", period=Period.year(2007), value=5),
        Observation(indicator="A", period=Period.year(2008), value=Absence.NOT_REPORTED),
        Observation(indicator="B", period=Period.year(2008), value=Absence.NOT_REPORTED),
    )
    found = figures_to_date(reporting_set(table, END), FLOWS)

    assert [date(2007, 12, 31), None, None] == [total.until for total, *_ in found]
