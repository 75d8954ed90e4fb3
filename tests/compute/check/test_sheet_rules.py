from indh_me.compute.check.rule import Subject
from indh_me.compute.check.sheet_rules import (
    incomplete_sheets,
    missing_names,
    undated_milestones,
)
from indh_me.model import (
    Absence,
    Categories,
    Framework,
    Indicator,
    Observation,
    Period,
    Quantity,
    Result,
    Text,
)
from indh_me.model.quantity import Value
from plans import flow, found, level, places, plan, subject
from refusals import Strange

WORDS = Text.of(fr="mots")
COMPLETE: dict[str, Strange] = {
    "definition": WORDS,
    "frequency": "annual",
    "means_of_verification": WORDS,
    "responsible": WORDS,
}


def test_reference_sheets() -> None:
    """What a reference sheet lacks is found once an indicator: a count also needs its unit in
    words, a milestone only evidence and who is responsible.
    """
    everything = "definition, frequency, means_of_verification, responsible"
    of_count = everything.replace("definition", "definition, unit_label")

    assert [
        ("indicators.A", f"the reference sheet of A lacks {of_count}", f"add {of_count}", "A"),
        ("indicators.B", f"the reference sheet of B lacks {everything}", f"add {everything}", "B"),
        (
            "indicators.C",
            "the reference sheet of C lacks means_of_verification, responsible",
            "add means_of_verification, responsible",
            "C",
        ),
    ] == found(incomplete_sheets(plan(flow("A"), level("B"), Indicator.milestone("C"))))


def test_complete_reference_sheets() -> None:
    """One missing key is named, and nothing is found where all are given."""
    milestone = Indicator(
        code="C", unit="milestone", means_of_verification=WORDS, responsible=WORDS
    )
    assert [] == places(incomplete_sheets, flow(**COMPLETE, unit_label=WORDS))
    assert [] == places(incomplete_sheets, level(**COMPLETE))
    assert [] == places(incomplete_sheets, milestone)

    (one,) = incomplete_sheets(plan(flow(**COMPLETE)))
    assert "the reference sheet of A lacks unit_label" == one.message


def test_names_that_are_missing() -> None:
    """A framework without a title, a result without a statement and an indicator without a name
    are found.
    """
    results = [Result(code="R", level="output"), Result(code="S", level="output", statement=WORDS)]
    framework = plan(flow("A"), flow("B", name=WORDS), results=results)

    assert [
        ("framework", "the framework has no title", "add framework.title", None),
        ("results.R", "result R has no statement", "add results.R.statement", None),
        ("indicators.A", "indicator A has no name", "add indicators.A.name", "A"),
    ] == found(missing_names(framework))


def test_title_is_enough_for_a_framework() -> None:
    """A framework with a title and no parts lacks no name."""
    assert [] == places(missing_names, title=WORDS)


def _reported(framework: Framework, *values: Value, group: str = "") -> Subject:
    rows = [
        Observation(
            indicator="M",
            period=Period.year(2008 + number),
            value=value,
            categories=Categories.parse(group),
        )
        for number, value in enumerate(values)
    ]
    return subject(framework, *rows)


def test_milestones_without_a_due_date() -> None:
    """A milestone without a due date is found, one that has a date and other indicators are not."""
    dated = Indicator.milestone("N", due=Period.year(2008))
    framework = plan(Indicator.milestone("M"), dated, flow())

    assert [
        (
            "indicators.M",
            "milestone M has no due date",
            "set a target of true for the period by whose end it should be done",
            "M",
        )
    ] == found(undated_milestones(_reported(framework)))


def test_what_is_done_needs_no_date() -> None:
    """A milestone that is reported done needs no due date any more."""
    framework = plan(Indicator.milestone("M"))
    done, undone = Quantity.exactly(1), Quantity.exactly(0)

    assert [] == list(undated_milestones(_reported(framework, undone, done)))
    assert 1 == len(list(undated_milestones(_reported(framework, undone))))
    assert 1 == len(list(undated_milestones(_reported(framework, Absence.NOT_REPORTED))))
    assert 1 == len(list(undated_milestones(_reported(framework, done, group="sex=female"))))


def test_done_elsewhere_does_not_count() -> None:
    """Only what is reported of the milestone itself says that it is done."""
    framework = plan(Indicator.milestone("L"), Indicator.milestone("M"))
    found_in = undated_milestones(_reported(framework, Quantity.exactly(1)))

    assert ["L"] == [each.indicator for each in found_in]
