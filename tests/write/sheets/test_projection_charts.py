from collections.abc import Mapping

from drafts import flow, values
from indh_me.compute import assess
from indh_me.model import Framework, Indicator
from indh_me.write.content import Content
from indh_me.write.grid import Chart, Sheet
from indh_me.write.sheets.projection_charts import CHART_ROWS, POSITION, ProjectionCharts
from indh_me.write.words import Words
from yearly import AS_OF, YEARLY, projected_framework, share

Rows = list[tuple[object, ...]]


def drawn(
    *indicators: Indicator,
    figures: Mapping[str, Mapping[str, float | str]] | None = None,
    language: str = "en",
) -> tuple[list[Chart], Sheet, ProjectionCharts]:
    """Draw the projections of a framework, from row 9 on."""
    framework = Framework(code="DEMO", languages=["en"], indicators=indicators)
    table, made = projected_framework(framework, figures or {"A": YEARLY})
    words = Words(language, framework.languages)
    assessment = assess(framework, table, as_of=AS_OF)
    charts = ProjectionCharts(Content(assessment, table, words, made), made)
    return list(charts.drawn(9)), charts.sheet(), charts


def rows_of(sheet: Sheet) -> Rows:
    """Give the rows of the hidden sheet below its headings."""
    shown = values(sheet)
    last = max(row for row, _ in shown)
    return [tuple(shown[row, column] for column in range(7)) for row in range(1, last + 1)]


def test_band_starts_at_the_last_figure() -> None:
    """The band has no width along the figures, and goes on from the last one with the line."""
    _, sheet, _ = drawn(share(targets={"2012": 72}))
    rows = rows_of(sheet)

    assert ("A", "2005", 54, None, None, 54, 0) == rows[0]
    assert ("A", "2010", 66, None, 66, 66, 0) == rows[5]
    assert ["2011", "2012"] == [row[1] for row in rows[6:]]
    assert [None, 72] == [row[3] for row in rows[6:]]


def test_band_is_what_lies_between_the_ends() -> None:
    """An area that is not seen carries the interval: from its lower end to its upper one."""
    _, made = projected_framework(
        Framework(code="DEMO", languages=["en"], indicators=[share(targets={"2012": 72})]),
        {"A": YEARLY},
    )
    interval = made.rows[0].figures[-1].interval
    charts, sheet, _ = drawn(share(targets={"2012": 72}))
    carrier, width = rows_of(sheet)[-1][5:]

    assert interval is not None
    assert isinstance(width, float)
    assert isinstance(carrier, float)
    assert (interval.low, interval.high) == (carrier, carrier + width)
    assert [None] == [
        each.colour for each in charts[0].series if each.values.block.first_column == 5
    ]


def test_series() -> None:
    """Areas at the back, then figures, projection (dashed) and targets, all with their words."""
    (chart,), _, _ = drawn(share(targets={"2012": 72}))

    assert [
        ("area", "95 % interval", False),
        ("area", "95 % interval", False),
        ("line", "Actual", False),
        ("line", "Projected", True),
        ("line", "Target", False),
    ] == [(each.kind, each.name, each.dashed) for each in chart.series]
    assert {"_projection"} == {each.values.sheet for each in chart.series}
    assert "Probability of meeting the target of 2012 (72 %): " in chart.alt_text


def test_what_is_not_there_is_not_drawn() -> None:
    """Without interval, target or a number that is projected, the chart has no series of it."""
    (chart,), _, _ = drawn(share(targets={"2012": 72}), figures={"A": {"2009": 1, "2010": 2}})
    ranged: dict[str, float | str] = {**YEARLY, "2009": "60..65"}
    (bounded,), sheet, _ = drawn(share(targets={"2012": 72}), figures={"A": ranged})

    assert ["Actual", "Projected", "Target"] == [each.name for each in chart.series]
    assert "Projected" not in [each.name for each in bounded.series]
    assert {None} == {row[POSITION["projection"]] for row in rows_of(sheet)}


def test_open_interval_fills_to_the_edge() -> None:
    """An interval without an upper end is drawn to the end of the axis."""
    made = flow(targets={"2011": 100}, accumulation="latest")
    (chart,), sheet, _ = drawn(made, figures={"A": {**YEARLY, "2010": ">=66"}})
    carrier, width = rows_of(sheet)[-1][5:]

    assert isinstance(width, float)
    assert isinstance(carrier, float)
    assert chart.maximum == carrier + width


def test_figures_too_large_for_a_band() -> None:
    """Where a band would be too wide for a number, there is none, and still a chart."""
    huge = {"2005": -1e305, "2006": 1e305, "2007": -1e305, "2008": 1e305}
    charts, _, _ = drawn(share(unit="ratio per 1", targets={"2012": 72}), figures={"A": huge})

    assert [] == [each for chart in charts for each in chart.series if each.kind == "area"]


def test_charts_stand_side_by_side() -> None:
    """Two charts stand beside one another under their titles, the third below the first."""
    codes = ("A", "B", "C")
    charts, sheet, made = drawn(
        *(share(code, targets={"2012": 72}) for code in codes),
        figures=dict.fromkeys(codes, YEARLY),
    )

    assert [(10, 0), (10, 6), (10 + CHART_ROWS, 0)] == [(each.row, each.column) for each in charts]
    assert ["A", "B", "C"] == [cell.value for cell in made.titles]
    assert 3 * 8 == len(rows_of(sheet))


def test_sign_of_an_arabic_legend() -> None:
    """A mark keeps the percent sign of an Arabic legend on its side."""
    (chart,), _, _ = drawn(share(targets={"2012": 72}), language="ar")

    assert str(chart.series[0].name).endswith("%\u200f")
