import pytest

from drafts import flow, seen
from indh_me.compute import Projections, projections
from indh_me.model import Framework, Indicator, Observations, Period, Text
from indh_me.write.tables import Table, projection_table
from indh_me.write.words import Words
from projected import briefing

NOTE = (
    "A projection tells what comes if things go on as they have; it is no promise. Of such "
    "intervals about 95 % should hold the figure that comes."
)


def _projections() -> Projections:
    """Project four indicators with invented figures."""
    indicators = [
        flow(
            "A",
            {"2010": 70},
            unit="percent",
            accumulation="latest",
            name=Text.of(en="use what they learned"),
        ),
        flow("B", {"2010": 30_000}),
        flow("C", {"2010": 60}, accumulation="running_total"),
        Indicator.milestone("M", due=Period.year(2008)),
        flow("N", {"2010": 60}),
    ]
    table = Observations.of(
        *(
            seen("A", f"{year}", value)
            for year, value in zip(range(2004, 2008), (52, 55, 56, 60), strict=True)
        ),
        seen("B", "2006", 18_000),
        seen("B", "2007", ">=19500"),
        *(
            seen("C", f"{year}", value)
            for year, value in zip(range(2005, 2008), (20, 41, 63), strict=True)
        ),
        seen("N", "2007", 4),
    )
    framework = Framework(code="DEMO", languages=["en"], indicators=indicators)
    return projections(framework, table)


def _table(language: str = "en") -> Table:
    made = _projections()
    return projection_table(made, Words(language, made.framework.languages))


def test_row_of_each_indicator() -> None:
    """Each indicator has a row: last figure, projection, interval, target, probability, pace."""
    table = _table()

    assert "As of 2007-12-31" == table.title
    assert (
        ("Code", False),
        ("Indicator", False),
        ("Last figure", True),
        ("Projected", True),
        ("Prediction interval", True),
        ("Target", True),
        ("Probability", True),
        ("Expected date", False),
        ("Required / observed pace", True),
        ("Method of projection", False),
    ) == tuple((each.heading, each.figures) for each in table.columns)
    assert [
        (
            *("A", "use what they learned", "60 % (2007)", "66.9 % (2010)"),
            *(
                "between 35.4 % and 98.3 %",
                "70 %",
                "36 %",
                "",
                "1.25",
                "Share of the average change",
            ),
        ),
        (
            *("B", "", "at least 19 500 (2007)", "at least 19 500 (2010)"),
            *("", "30 000", "", "", "at most 1.6", "Last figure"),
        ),
        (
            *("C", "", "63 (2007)", "95.2 (2010)"),
            *("between 63 and 213.1", "60", "100 %", "Met", "", "Half of the average change"),
        ),
        ("M", "", "", "", "", "", "", "", "", "Not projected"),
        ("N", "", "4 (2007)", "", "", "60", "", "", "15", "Not projected"),
    ] == [row.cells for row in table.rows]


def test_notes() -> None:
    """Under the table stands what a projection is worth, and why some indicators have none."""
    assert (
        NOTE,
        "M: not projected: it is done or not, with nothing in between to project; see its status",
        (
            "N: not projected: too few figures, and one is no trend; collect at least two, better "
            "four or more"
        ),
    ) == _table().notes


def test_table_in_french() -> None:
    """Headings, figures and methods are in the language."""
    table = _table("fr")

    assert [
        *("Code", "Indicateur", "Dernier chiffre", "Valeur projetée", "Intervalle de prévision"),
        *("Cible", "Probabilité d'atteinte", "Date d'atteinte attendue"),
        *("Rythme requis / observé", "Méthode de projection"),
    ] == [each.heading for each in table.columns]
    assert (
        *("A", "use what they learned [en]", "60 % (2007)", "66,9 % (2010)"),
        *("entre 35,4 % et 98,3 %", "70 %", "36 %", "", "1,25", "Part de la variation moyenne"),
    ) == table.rows[0].cells


def test_table_in_arabic() -> None:
    """Bounds and periods read right from right to left."""
    cells = _table("ar").rows[1].cells

    assert (
        *("19\u00a0500 على الأقل (\u200e2007)", "19\u00a0500 على الأقل (\u200e2010)"),
        *("", "30\u00a0000", "", "", "1,6 على الأكثر", "آخر رقم"),
    ) == cells[2:]


def test_columns_without_anything() -> None:
    """Of the briefing nothing can be projected: what is empty is left out, reasons are grouped."""
    made = briefing()
    table = projection_table(made, Words("en", made.framework.languages))

    assert [
        *("Code", "Indicator", "Last figure", "Projected", "Target", "Required / observed pace"),
        "Method of projection",
    ] == [each.heading for each in table.columns]
    assert ("at least 18 000 (2005/2007)", "", "30 000", "at most 5", "Not projected") == (
        table.rows[0].cells[2:]
    )
    assert [
        "T-R1: not projected: ",
        "C-R1, C-P1, C-P3, C-P4: not projected: ",
        "C-R2, C-R3, C-R4, C-R5, C-R6: not projected: ",
    ] == [f"{note.split(': ')[0]}: not projected: " for note in table.notes]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_nothing_at_all(language: str) -> None:
    """Without indicators there is an empty table."""
    framework = Framework(code="DEMO", languages=["en"])
    table = projection_table(projections(framework), Words(language))

    assert ("", 3, (), ()) == (table.title, len(table.columns), table.rows, table.notes)
