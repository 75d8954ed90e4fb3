from datetime import date

from drafts import content, flow, seen
from indh_me.compute import compare_indicator, compare_methods
from indh_me.model import Method, Observations, Text
from indh_me.write.tables import Column, comparison_table
from indh_me.write.words import Words


def test_row_of_a_method() -> None:
    """Each method has a row with its word in files, its name, and its rate or reason."""
    table = comparison_table(compare_methods(64, 80, 60, direction="increase"), Words("en"))

    assert "The same figures by each method" == table.title
    assert (
        Column("Key"),
        Column("Method"),
        Column("Achievement rate", figures=True),
        Column("Verdict"),
        Column("Reason"),
    ) == table.columns
    assert [each.value for each in Method] == [row.cells[0] for row in table.rows]
    assert ("target_ratio", "Actual / target", "80 %", "Not met", "") == table.rows[0].cells
    assert () == table.notes


def test_row_of_a_method_without_a_rate() -> None:
    """A method that gives no rate says why, beside the verdict that holds all the same."""
    table = comparison_table(compare_methods(80, 80, direction="increase"), Words("en"))

    assert (
        *("baseline_adjusted", "Progress from the baseline", "", "Met"),
        "there is no baseline",
    ) == table.rows[1].cells


def test_method_of_the_indicator() -> None:
    """With an indicator its name stands above the table, and its own method below."""
    trained = flow("A", {"2010": 10}, name=Text.of(fr="personnes"))
    made = content([trained], [seen("A", "2010", 9)], languages=["fr"]).assessment
    table = Observations.of(seen("A", "2010", 9))
    compared = compare_indicator(trained, table, as_of=date(2010, 12, 31))
    shown = comparison_table(compared, Words("fr"), row=made["A"])

    assert "A  personnes\nLes mêmes chiffres selon chaque méthode" == shown.title
    assert ("Méthode de l'évaluation : Réalisé / cible",) == shown.notes
    assert "90 %" == shown.rows[0].cells[2]


def test_no_method_at_all() -> None:
    """An indicator without a target has no method to tell, and no verdicts."""
    made = content([flow("A")]).assessment
    compared = compare_indicator(flow("A"), Observations(), as_of=date(2010, 12, 31))
    shown = comparison_table(compared, Words("en"), row=made["A"])

    assert ("A\nThe same figures by each method", ()) == (shown.title, shown.notes)
    assert {("", "", "there is no target")} == {row.cells[2:] for row in shown.rows}
