from datetime import date
from pathlib import Path

import pytest

from drafts import content, flow, seen
from indh_me.compute import band, outlook
from indh_me.errors import UnknownCodeError
from indh_me.model import (
    Accumulation,
    Categories,
    Citation,
    Dimension,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Text,
)
from indh_me.read import read_framework, read_observations
from indh_me.write import explain, explain_indicator
from refusals import Strange

INDH = Path(__file__).parents[2] / "examples" / "indh" / "framework.toml"


def explained(indicator: Indicator, *observations: Observation, **said: Strange) -> list[str]:
    """Give the lines that explain an indicator."""
    made = content([indicator], observations, **said)
    text = explain_indicator(
        made.assessment, made.observations, indicator.code, said.get("language", "en")
    )
    return text.splitlines()


def test_nothing_to_say() -> None:
    """Without a target there is a reason, and no verdict."""
    row = content([flow()]).assessment["A"]

    assert "rate undefined: there is no target" == explain(row.achievement)
    assert "Status: No target" == explain(row)


def test_row_that_is_not_due() -> None:
    """A target that is not due is not held against anything when nothing was reported for it."""
    row = content([flow(targets={"2011": 5})], [seen("A", "2010", 3)]).assessment["A"]

    assert "The target of 2011 is not due.\nStatus: Not due" == explain(row)


def test_band_is_what_maintain_is_held_against() -> None:
    """An indicator to be kept in a band is held against the band, not the target."""
    kept = flow(
        targets={"2010": 50},
        direction="maintain",
        accumulation="latest",
        band=Quantity.between(40, 60),
    )
    row = content([kept], [seen("A", "2010", 45)]).assessment["A"]

    assert (
        "Staying within the band: the figure (45) is inside the band (between 40 and 60): 100 %\n"
        "Status: Achieved"
    ) == explain(row)


def test_reason_of_an_undefined_status() -> None:
    """When bounds lie on both sides of a threshold, the status says why it is undefined."""
    row = content([flow(targets={"2010": 10})], [seen("A", "2010", ">=1")]).assessment["A"]

    assert (
        "Reason: the bounds of the known figure lie on both sides of a threshold"
        == explain(row).splitlines()[-1]
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("not_reported", ["due on 2007-12-31", "days overdue: 87", "Status: Overdue"]),
        (1, ["due on 2007-12-31", "Status: Achieved"]),
    ],
)
def test_milestones(value: float | str, expected: list[str]) -> None:
    """A milestone says when it is due, and by how many days it is overdue."""
    due = Indicator.milestone("M", due=Period.year(2007))
    row = content([due], [seen("M", "2007", value)], as_of=date(2008, 3, 27)).assessment["M"]

    assert expected == explain(row).splitlines()


def test_milestone_without_a_due_date() -> None:
    """Without a due date there is only the status."""
    assert "Status: No target" == explain(content([Indicator.milestone("M")]).assessment["M"])


def test_outlook_without_a_pace() -> None:
    """Where nothing was done so far there is no pace to compare with."""
    indicator = flow(targets={"2011": 5})
    table = Observations.of(seen("A", "2010", 0))
    ahead = outlook(indicator, table, as_of=date(2010, 12, 31))

    assert ahead is not None
    assert "If all targets are met, the total through 2011 is 5." == explain(ahead)


def test_everything_behind_an_indicator() -> None:
    """Each figure is told with scope, source and quote; one that does not count says so."""
    women = Categories.of(sex="female")
    lines = explained(
        flow(targets={"2010": 10}, name=Text.of(en="people trained"), dimensions=["sex"]),
        seen(
            "A",
            "2009",
            ">=4",
            scope=Text.of(en="without the north"),
            source=Citation("plan", quote=Text.of(ar="أكثر من 4")),
        ),
        seen("A", "2010", 9, source=Citation("plan")),
        seen("A", "2010", 5, women),
        seen("A", "2011", 2),
        seen("A", "2008", 2, collected=date(2011, 1, 1)),
        dimensions=[Dimension.of("sex", "female", "male")],
    )

    assert [
        "A  people trained",
        "As of 2010-12-31",
        "  2009: at least 4",
        "    scope: without the north",
        "    source: plan",
        '    "أكثر من 4"',
        "  2010: 9",
        "    source: plan",
        "  2010 (sex=female): 5",
        "  2011: 2 (does not count yet)",
        "  2008: 2 (does not count yet)",
        "Value to 2010-12-31: at least 13 (Sum of the periods).",
        "Actual / target: 9 / 10 = 90 %",
        "The target is not met: actual 9, target 10.",
        "Status: On track",
    ] == [line for line in lines if not line.startswith("ME")]


def test_indicator_without_name_and_figures() -> None:
    """What is not known is left out."""
    assert ["A", "As of 2010-12-31", "Status: No target"] == explained(flow())


def test_findings_are_told() -> None:
    """What the rules find in the figures of an indicator is told with it."""
    lines = explained(flow(), seen("A", "2009", 4), seen("A", "2009-Q1", 4))

    assert any(line.startswith("ME") for line in lines)


def test_briefing_of_the_example() -> None:
    """T-R1 comes to at least 93 000 through 2010, and 2008 asks for at most 3.33 times the pace."""
    framework, table = read_framework(INDH), read_observations(INDH)
    ahead = outlook(framework.indicator("T-R1"), table, as_of=date(2008, 3, 27))

    assert ahead is not None
    assert (
        "Si toutes les cibles sont atteintes, le total à la fin de la période 2010 atteint "
        "au moins 93 000.\n"
        "La période 2008 demande au plus 3,33 fois le rythme annuel de la période 2005/2007."
    ) == explain(ahead, "fr")


def test_unknown_code() -> None:
    """An unknown indicator is refused with the nearest one."""
    made = content([flow("T-R1")])

    with pytest.raises(UnknownCodeError, match="did you mean 'T-R1'"):
        explain_indicator(made.assessment, made.observations, "T-R")


@pytest.mark.parametrize("strange", [5, {"A": 5}, {5: 5}, None, []])
def test_what_cannot_be_explained(strange: Strange) -> None:
    """Anything but a result of the library is refused, and what is one is listed."""
    with pytest.raises(TypeError, match=f"cannot explain {type(strange).__name__}: give an Ach"):
        explain(strange)


def test_classes_and_accumulations_are_not_mixed() -> None:
    """A mapping is of one kind, or refused."""
    row = content([flow()]).assessment["A"]
    mixed: Strange = {Accumulation.SUM: row.to_date, "A": band("undp_irrf", 1)}

    with pytest.raises(TypeError, match="cannot explain dict"):
        explain(mixed)


def test_nothing_classified() -> None:
    """Of no indicators there is nothing to explain."""
    assert "" == explain({})
