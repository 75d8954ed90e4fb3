from datetime import date

import pytest

from drafts import content, flow, seen, values
from indh_me.model import Categories, Dimension, Indicator, Observation
from indh_me.write.content import Content
from indh_me.write.sheets import DataEntry, Figures
from indh_me.write.sheets.accumulation import COLUMNS

NAMES = list(COLUMNS)


def figures_of(made: Content) -> Figures:
    """Start the sheet."""
    return Figures(made, DataEntry(made))


def row(
    indicator: Indicator, *observations: Observation, windowed: bool = False
) -> dict[str, object]:
    """Give what the row of an indicator shows: to date, or in the window of its target."""
    made = content([indicator], observations)
    figures = figures_of(made)
    figures.add(indicator, made.cases[indicator.code][0].counted.window if windowed else None)
    shown = values(figures.sheet())
    return {name: shown[1, NAMES.index(name)] for name in NAMES if (1, NAMES.index(name)) in shown}


def test_headings_and_place() -> None:
    """The sheet is hidden, and names its columns."""
    sheet = figures_of(content([])).sheet()

    assert ("_figures", "hidden", True) == (sheet.name, sheet.visibility, sheet.protected)
    assert NAMES == [cell.value for cell in sheet.cells]


def test_figure_to_date() -> None:
    """Everything that counts is accumulated, bound by bound."""
    assert {
        "code": "A",
        "count": 2,
        "low": 14,
        "best": "",
        "high": "",
        "reason": "",
        "shown": 14,
        "mark": "at least",
    } == row(flow(), seen("A", "2008", 5), seen("A", "2009", ">=9"), seen("A", "2011", 7))


def test_figure_in_a_window() -> None:
    """In the window of a target only its days count."""
    shown = row(
        flow(targets={"2009": 10}), seen("A", "2008", 5), seen("A", "2009", 9), windowed=True
    )

    assert (date(2009, 1, 1), date(2009, 12, 31)) == (shown["first"], shown["last"])
    assert (1, 9, 9) == (shown["count"], shown["best"], shown["shown"])


@pytest.mark.parametrize(
    ("observations", "expected"),
    [
        ((), "Not reported"),
        ((seen("A", "2008", "not_reported"), seen("A", "2009", "not_applicable")), "Not reported"),
        ((seen("A", "2008", "not_applicable"),), "Not applicable"),
        ((seen("A", "2008", ".."),), "unknown"),
        ((seen("A", "2008", 1), seen("A", "2008-Q1", 1)), "Undefined"),
        ((seen("A", "2008", 1, Categories.of(sex="female")),), "Not reported"),
    ],
)
def test_words_where_there_is_no_number(
    observations: tuple[Observation, ...], expected: str
) -> None:
    """Where there is no figure, the word says why; it is never zero."""
    sex = Dimension.of("sex", "female")
    made = content([flow(dimensions=["sex"])], observations, dimensions=[sex])

    assert expected == figures_of(made).add(made.numeric[0]).shown


@pytest.mark.parametrize(
    ("accumulation", "periods", "collisions"),
    [
        ("sum", ("2008", "2008-Q1", "2009"), 1),
        ("latest", ("2008", "2008-Q4", "2009"), 0),
        ("latest", ("2008", "2008-Q4"), 1),
    ],
)
def test_collisions(accumulation: str, periods: tuple[str, ...], collisions: int) -> None:
    """Figures that must not stand beside each other are counted."""
    shown = row(flow(accumulation=accumulation), *(seen("A", each, 1) for each in periods))

    assert collisions == shown["collisions"]


def test_collisions_that_nothing_came_to() -> None:
    """Rows that could collide, but are blank, do not."""
    silent = [seen("A", period, "not_reported") for period in ("2008", "2008-Q4")]

    assert (-1, 0) == (
        row(flow(accumulation="latest"), *silent)["collisions"],
        row(flow(), *silent)["collisions"],
    )


def test_collisions_outside_the_window() -> None:
    """A figure that reaches into the window from before is not one of it, nor collides in it."""
    shown = row(
        flow(targets={"2009": 10}),
        seen("A", "2008-07/2009-06", 5),
        seen("A", "2009", 9),
        windowed=True,
    )

    assert (1, 0, 9) == (shown["count"], shown["collisions"], shown["best"])


def test_last_figure_counts() -> None:
    """For a level the figure of the last period counts, and its last day is found."""
    shown = row(
        flow(accumulation="latest"),
        seen("A", "2009", 9),
        seen("A", "2008", 5),
        seen("A", "2007", 3),
    )

    assert (3, 40_178, 9) == (shown["count"], shown["last_end"], shown["best"])  # 2009-12-31


@pytest.mark.parametrize(
    ("indicator", "observations", "expected"),
    [
        (flow(), (), "no figure has been reported"),
        (
            flow(),
            (seen("A", "2008", "not_applicable"),),
            "the indicator does not apply to this period",
        ),
        (flow(), (seen("A", "2008", 5),), ""),
        (
            flow(),
            (seen("A", "2008", 1), seen("A", "2008-Q1", 1)),
            "the periods of the figures overlap",
        ),
        (
            flow(accumulation="ratio", unit="percent"),
            (seen("A", "2008", 1), seen("A", "2009", 1)),
            "numerator and denominator are missing, and percentages are not averaged",
        ),
    ],
)
def test_reasons_for_no_figure(
    indicator: Indicator, observations: tuple[Observation, ...], expected: str
) -> None:
    """A row says why there is no figure, and nothing where there is one."""
    assert expected == row(indicator, *observations)["reason"]


def test_categories_without_a_total() -> None:
    """Where only categories are reported, nothing is reported of the total."""
    sex = Dimension.of("sex", "female")
    female = seen("A", "2008", 1, Categories.of(sex="female"))
    made = content([flow(dimensions=["sex"])], [female], dimensions=[sex])
    figure = figures_of(made).add(made.numeric[0])

    assert (0, "no figure has been reported") == (figure.count, figure.reason)


@pytest.mark.parametrize(
    ("indicator", "asked"),
    [
        (flow(targets={"2009": 10}), False),
        (flow(targets={"2011": 10}), True),
        (flow(targets={"2009": 10}, method="milestone"), True),
        (flow(targets={"2009": 10}, method="growth_ratio"), True),
        (flow(accumulation="latest"), True),
    ],
)
def test_last_day_is_looked_for_where_it_matters(indicator: Indicator, *, asked: bool) -> None:
    """The last day that figures reach to decides what is expected, the years that have gone by,
    and which target comes next.
    """
    assert asked is ("last_end" in row(indicator, seen("A", "2009", 5)))


def test_figure_is_accumulated_once() -> None:
    """Whoever asks for a figure again is given the row that is there."""
    made = content([flow(targets={"2009": 10})], [seen("A", "2009", 9)])
    figures, indicator = figures_of(made), made.numeric[0]
    window = made.cases["A"][0].counted.window
    first, again = figures.add(indicator, window), figures.add(indicator, window)

    assert first is again
    assert "'_figures'!$G$2" == first.reference("low")
    assert 2 == figures.add(indicator).row


def test_day_that_figures_reach_to() -> None:
    """The last day is found in the row of the figure to date, written once; 0 for no figure."""
    made = content([flow("A"), flow("B")], [seen("A", "2009", 4), seen("A", "2008", 2)])
    figures = figures_of(made)
    first, other = made.numeric
    reached = figures.reaches_to(first)

    assert (2, "'_figures'!$E$2", 40178) == (reached[0].count, *reached[1:])
    assert reached == figures.reaches_to(first)
    assert (0, 0) == (figures.reaches_to(other)[0].count, figures.reaches_to(other)[2])
    days = [cell for cell in figures.sheet().cells if cell.column == NAMES.index("last_end")]
    assert [0, 1, 2] == [cell.row for cell in days]
