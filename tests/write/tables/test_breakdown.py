from datetime import date

from drafts import flow, seen
from indh_me.compute import Breakdown, breakdown, suppress
from indh_me.model import (
    Categories,
    Category,
    Dimension,
    Framework,
    Observation,
    Observations,
    Text,
)
from indh_me.write.tables import Column, Table, breakdown_table, publication_table
from indh_me.write.words import Words

WOMEN, MEN = Categories.of(sex="female"), Categories.of(sex="male")
SEX = Dimension(
    code="sex",
    name=Text.of(fr="Sexe", en="Sex"),
    categories=[
        Category("female", Text.of(fr="Femmes", en="Women")),
        Category("male", Text.of(fr="Hommes", en="Men")),
    ],
)
AGE = Dimension.of("age", "young", "old")


def _made(*rows: Observation, by: tuple[str, ...] = ("sex",), unit: str = "count") -> Breakdown:
    framework = Framework(
        code="DEMO",
        languages=["fr", "en"],
        dimensions=[SEX, AGE],
        indicators=[flow("A", name=Text.of(en="people", fr="personnes"), unit=unit)],
    )
    return breakdown(framework, Observations.of(*rows), "A", as_of=date(2008, 12, 31), by=by)


def _cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def test_row_of_a_group() -> None:
    """Each group has a row, the total first, and what is not disaggregated stands last."""
    made = _made(seen("A", "2008", 100), seen("A", "2008", 40, WOMEN), seen("A", "2008", 50, MEN))
    table = breakdown_table(made, Words("en"))

    assert "A  people\nAs of 2008-12-31" == table.title
    assert (Column("Sex"), Column("To date", figures=True), Column("Note")) == table.columns
    assert [
        ("Total", "100", ""),
        ("Women", "40", ""),
        ("Men", "50", ""),
        ("Not disaggregated", "10", ""),
    ] == _cells(table)
    assert () == table.notes


def test_words_of_another_language() -> None:
    """Headings and categories are in the language."""
    made = _made(seen("A", "2008", 1), seen("A", "2008", 1, WOMEN))
    table = breakdown_table(made, Words("fr"))

    assert "A  personnes\nSituation arrêtée au 2008-12-31" == table.title
    assert ["Sexe", "Valeur à date", "Remarque"] == [each.heading for each in table.columns]
    assert [("Total", "1", ""), ("Femmes", "1", ""), ("Non désagrégé", "0", "")] == _cells(table)


def test_figures_that_follow_from_others() -> None:
    """A figure that was derived says so, and an absent one says why."""
    made = _made(seen("A", "2008", 40, WOMEN), seen("A", "2008", "not_reported", MEN))

    assert [
        ("Total", "at least 40", "Derived from the categories"),
        ("Women", "40", ""),
        ("Men", "", "no figure has been reported"),
    ] == _cells(breakdown_table(made, Words("en")))


def test_two_dimensions() -> None:
    """Each dimension has a column; one without a name is called by its code."""
    both = Categories.of(sex="female", age="young")
    made = _made(seen("A", "2008", 40, both), seen("A", "2008", 70), by=("sex", "age"))
    table = breakdown_table(made, Words("en"))

    assert ["Sex", "age"] == [each.heading for each in table.columns[:2]]
    assert ("Women", "young", "40", "") in _cells(table)
    assert ("Women", "Total", "at least 40", "Derived from the categories") in _cells(table)
    assert ("Not disaggregated", "Total", "at most 30", "") in _cells(table)
    assert ("Total", "Not disaggregated", "at most 30", "") in _cells(table)


def test_contradictions_stand_under_the_table() -> None:
    """Categories that exceed the total are told in their row, and with a mend under the table."""
    made = _made(seen("A", "2008", 80), seen("A", "2008", 40, WOMEN), seen("A", "2008", 50, MEN))
    table = breakdown_table(made, Words("en"))

    assert (
        *("Not disaggregated", "-10"),
        "the categories come to more than the total reported",
    ) == table.rows[-1].cells
    assert [
        "the categories of 'sex' come to 10 more than the total",
        "  where: observations.A",
        "  mend:  correct the total or its categories",
    ] == [line for note in table.notes for line in note.split("\n")]


def test_figures_keep_their_unit() -> None:
    """A percentage has its sign."""
    made = _made(seen("A", "2008", 80), unit="percent")

    assert [("Total", "80 %", "")] == _cells(breakdown_table(made, Words("en")))


def test_publication_withholds() -> None:
    """A withheld figure is a word, an absent one has its reason, and a line says what is hidden."""
    made = _made(
        seen("A", "2008", 90),
        seen("A", "2008", 3, WOMEN),
        seen("A", "2008", 50, MEN),
    )
    table = publication_table(suppress(made, below=5), Words("en"))

    assert "A  people\nAs of 2008-12-31" == table.title
    assert (Column("Sex"), Column("To date", figures=True), Column("Note")) == table.columns
    assert [
        ("Total", "90", ""),
        ("Women", "Withheld", ""),
        ("Men", "50", ""),
        ("Not disaggregated", "Withheld", ""),
    ] == _cells(table)
    assert (
        "Counts above zero and below 5 are withheld, and so is what would give them away.",
    ) == table.notes


def test_publication_of_an_absent_figure() -> None:
    """A figure that is not there has its reason, also where small ones are withheld."""
    made = _made(seen("A", "2008", 40, WOMEN), seen("A", "2008", "not_reported", MEN))
    table = publication_table(suppress(made, below=2.5), Words("fr"))

    assert ("Hommes", "", "aucun chiffre n'a été communiqué") == table.rows[-1].cells
    assert table.notes[0].startswith("Les effectifs supérieurs à zéro et inférieurs à 2,5 sont")
