from datetime import date

import pytest

from drafts import content, flow, seen
from indh_me.compute import Assessment, Status, assess, classify
from indh_me.model import (
    Categories,
    Category,
    Dimension,
    Framework,
    Indicator,
    Observations,
    Period,
    Target,
    Text,
)
from indh_me.write.tables import Table, assessment_table
from indh_me.write.words import Words

MIDYEAR = date(2010, 9, 30)


def _table(made: Assessment, language: str = "en", preset: str | None = None) -> Table:
    words = Words(language, made.framework.languages)
    classes = None if preset is None else classify(made, preset)
    return assessment_table(made, words, classes=classes)


def _headings(table: Table) -> list[str]:
    return [each.heading for each in table.columns]


def _by_heading(table: Table, row: int) -> dict[str, str]:
    return dict(zip(_headings(table), table.rows[row].cells, strict=True))


def test_row_of_an_indicator() -> None:
    """Each indicator has a row in words of the language, and its status may colour it."""
    made = content(
        [
            flow("A", {"2010": 10}, name=Text.of(en="people")),
            flow("B", {"2010": 10}, accumulation="mean"),
            Indicator.milestone("M", due=Period.year(2007)),
            flow("N"),
        ],
        [seen("A", "2010", ">=9"), seen("B", "2010", 1), seen("B", "2010-Q1", 1)],
    ).assessment
    table = _table(made, "fr")

    assert "Situation arrêtée au 2010-12-31" == table.title
    assert (
        ("Code", False),
        ("Indicateur", False),
        ("Période", False),
        ("Cible", True),
        ("Réalisé", True),
        ("Valeur à date", True),
        ("Taux de réalisation", True),
        ("Statut", False),
    ) == tuple((each.heading, each.figures) for each in table.columns)
    assert (
        *("A", "people [en]", "2010", "10", "au moins 9", "au moins 9", "au moins 90 %"),
        "En bonne voie",
    ) == table.rows[0].cells
    assert "les périodes des chiffres se chevauchent" == (_by_heading(table, 1)["Valeur à date"])
    assert "Échéance dépassée (jours de retard : 1096)" == table.rows[2].cells[-1]
    assert ("N", "", "", "", "", "aucun chiffre n'a été communiqué", "", "Sans cible") == (
        table.rows[3].cells
    )
    assert [row.status for row in made] == [row.status for row in table.rows]
    assert () == table.notes


def test_milestone_that_is_done_in_time() -> None:
    """A milestone that is not overdue shows no days."""
    made = content(
        [Indicator.milestone("M", due=Period.year(2010))], [seen("M", "2010-03", 1)]
    ).assessment

    assert "Achieved" == _table(made).rows[0].cells[-1]


def test_expected_value_on_the_way() -> None:
    """With a target on the way there is a column for what was expected by then, else none."""
    made = content(
        [flow("A", {"2010": 100}), flow("B", {"2009": 10})],
        [seen("A", "2010-S1", 40), seen("B", "2009", 9)],
        as_of=MIDYEAR,
    ).assessment
    table = _table(made)

    assert ["Target", "Actual", "Expected value", "To date"] == _headings(table)[3:7]
    assert table.columns[5].figures
    # 181 of the 365 days: 49.589 of 100.
    assert ["49.59", ""] == [row.cells[5] for row in table.rows]


def _grouped(*by: str) -> Assessment:
    sex = Dimension(
        code="sex",
        categories=[
            Category("female", Text.of(fr="Femmes", en="Women")),
            Category("male", Text.of(fr="Hommes", en="Men")),
        ],
    )
    age = Dimension.of("age", "young")
    year = Period.year(2010)
    women, men = Categories.of(sex="female"), Categories.of(sex="male")
    both = Categories.of(age="young", sex="female")
    framework = Framework(
        code="DEMO",
        languages=["fr", "en"],
        dimensions=[sex, age],
        indicators=[
            flow("A").with_targets(Target(period=year, value=8, categories=women)),
            flow("B", {"2010": 10}),
        ],
    )
    table = Observations.of(
        seen("A", "2010", 4, women), seen("A", "2010", 5, men), seen("A", "2010", 2, both)
    )
    return assess(framework, table, as_of=date(2010, 12, 31), by=by)


def test_groups_stand_under_their_indicator() -> None:
    """A group has a row under its indicator, without a code, named by its categories."""
    table = _table(_grouped("sex", "age"))

    assert ["A", "", "", "", "B"] == [row.cells[0] for row in table.rows]
    assert ["", "  Women, young", "  Women", "  Men", ""] == [row.cells[1] for row in table.rows]
    assert ("8", "4", "4", "50 %", "Off track") == table.rows[2].cells[3:]
    assert Status.OFF_TRACK is table.rows[2].status
    assert ["A", "B"] == [row.cells[0] for row in _table(_grouped("age")).rows]


def test_expected_value_of_a_group() -> None:
    """A group that is on the way is reason enough for the column."""
    women = Categories.of(sex="female")
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[Dimension.of("sex", "female")],
        indicators=[
            flow("A").with_targets(Target(period=Period.year(2010), value=100, categories=women))
        ],
    )
    table = Observations.of(seen("A", "2010-S1", 40, women))
    shown = _table(assess(framework, table, as_of=MIDYEAR, by="sex"))

    assert ["", "49.59"] == [row.cells[5] for row in shown.rows]


@pytest.mark.parametrize(
    ("language", "words", "note"),
    [
        ("en", "Yellow", "Class: UNDP, Integrated Results and Resources Framework: 80 / 60"),
        (
            "fr",
            "Jaune",
            "Classe : PNUD, cadre intégré de résultats et d'allocation des ressources : 80 / 60",
        ),
        (
            "ar",
            "أصفر",
            "الصنف: برنامج الأمم المتحدة الإنمائي، الإطار المتكامل للنتائج والموارد: 80 و60",
        ),
    ],
)
def test_classes_of_a_preset(language: str, words: str, note: str) -> None:
    """The classes of a preset have a column in the language, and whose rule it is stands below."""
    made = content([flow("A", {"2010": 10})], [seen("A", "2010", 7)]).assessment
    table = _table(made, language, "undp_irrf")

    assert words == table.rows[0].cells[-1]
    assert (note,) == table.notes
    assert not table.columns[-1].figures


def test_no_class() -> None:
    """Without a class the cell says why, unless there is no figure, which the status says."""
    made = content(
        [
            flow("A", {"2010": 10}),
            flow("B", {"2010": 10}),
            Indicator.milestone("M", due=Period.year(2010)),
        ],
        [seen("A", "2010", "7..9"), seen("M", "2010-03", 1)],
    ).assessment
    table = _table(made, "en", "undp_irrf")

    assert [
        "the bounds of the known figure lie on both sides of a threshold",
        "",
        "",
    ] == [row.cells[-1] for row in table.rows]


def test_groups_have_no_class() -> None:
    """The class is that of the indicator as a whole."""
    table = _table(_grouped("sex"), "en", "undp_irrf")

    assert {""} == {row.cells[-1] for row in table.rows}
    assert "Class" == _headings(table)[-1]


def test_nothing_to_assess() -> None:
    """A framework without indicators has a table without rows, and no rule to name."""
    made = content([]).assessment
    table = _table(made, "en", "undp_irrf")

    assert ((), ()) == (table.rows, table.notes)


def test_rate_beside_its_status() -> None:
    """A rate just below a threshold is not rounded to it beside its status."""
    made = content([flow("A", {"2010": 10_000})], [seen("A", "2010", 7_996)]).assessment

    assert ("79.96 %", "At risk") == _table(made).rows[0].cells[-2:]
