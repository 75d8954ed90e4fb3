from datetime import date

import pytest

from drafts import content, flow, seen, values
from indh_me.compute import Finding
from indh_me.model import Indicator, Period, Result, Suppression, Text
from indh_me.write.content import Content
from indh_me.write.grid import Area, Sheet
from indh_me.write.layouts.itt import indicator_tracking_table
from indh_me.write.sheets import checks, checks_sheet
from indh_me.write.sheets.checks import HEADER_ROW
from refusals import Strange

FIRST = HEADER_ROW + 1


def late(**said: Strange) -> Content:
    """Draft a milestone that is overdue."""
    milestone = Indicator.milestone("M", due=Period.year(2007))
    return content([milestone], as_of=date(2008, 3, 27), **said)


def rows(sheet: Sheet) -> list[tuple[object, ...]]:
    """Give the rows of findings."""
    shown = values(sheet)
    last = max(row for row, _ in shown)
    return [
        tuple(shown.get((row, column)) for column in range(7)) for row in range(FIRST, last + 1)
    ]


def test_findings_the_worst_first() -> None:
    """Each finding has its severity in words, rule, indicator, place, message and mend."""
    found = rows(checks_sheet(late()))

    assert (
        *("Warning", "ME001", "M", "indicators.M", "milestone M is overdue by 87 days"),
        *("report it done, or revise its target with a rationale", ""),
    ) == found[0]
    order = ["Error", "Warning", "Note"]
    assert sorted(found, key=lambda row: order.index(str(row[0]))) == found


def test_suppressed_findings_have_their_reason() -> None:
    """A finding that the framework suppresses is shown with the reason."""
    reason = Text.of(en="it was called off")
    made = late(suppressions=[Suppression(rule="ME001", reason=reason, place="indicators.M")])
    found = rows(checks_sheet(made))

    assert "it was called off" == next(row[6] for row in found if row[1] == "ME001")
    assert "accepted by the framework with a reason: 1" in str(values(checks_sheet(made))[1, 0])


def test_nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is found, the sheet says so."""
    monkeypatch.setattr("indh_me.write.content.check", lambda *_, **__: ())
    sheet = checks_sheet(content([]))

    assert "Nothing was found that needs mending." == values(sheet)[FIRST, 0]
    assert sheet.autofilter is None


def test_too_many_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many findings the first are shown, and how many more there are."""
    monkeypatch.setattr(checks, "MOST_FINDINGS", 1)
    made = late()
    last = rows(checks_sheet(made))[-1][0]

    assert f"And {len(made.findings) - 1} more: indh-me check shows all of them." == last


def test_links_to_what_findings_are_about() -> None:
    """A place leads to the indicator's row, the result's row or the cell of the figure."""
    made = content(
        [flow("A", targets={"2010": 5}), Indicator.milestone("M", due=Period.year(2007))],
        [seen("A", "2010", 4)],
        results=[Result(code="R", level="impact")],
    )
    book = indicator_tracking_table(made)
    sheet = book.sheet("Checks")
    shown = values(sheet)
    reached = {
        str(shown[link.row, link.column]): values(book.sheet(link.target.sheet))[
            link.target.first_row, link.target.first_column
        ]
        for link in sheet.links
    }

    assert {"indicators.M": "M", "results.R": "R", "observations.A": 4.0}.items() <= reached.items()


@pytest.mark.parametrize(
    ("path", "indicator", "row"),
    [
        ('observations.A."2010 sex=f".scope', None, 7),
        ("observations.A.2011", "A", 5),
        ("sources.plan", None, None),
        ("targets", "B", None),
    ],
)
def test_nearest_place(
    path: str, indicator: str | None, row: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a cell of its own, a finding leads to what it stands in, or to its indicator."""
    finding = Finding(
        id="ME001", place=path, indicator=indicator, message="m", mend="n", severity="info"
    )
    monkeypatch.setattr("indh_me.write.content.check", lambda *_, **__: (finding,))
    places = {
        'observations.A."2010 sex=f"': Area.of_cell("Data", 7, 8),
        "observations.A": Area.of_cell("Data", 5, 8),
        "indicators.A": Area.of_cell("Tracking", 3, 0),
    }
    links = checks_sheet(content([]), [places]).links

    assert ([] if row is None else [row]) == [link.target.first_row for link in links]
