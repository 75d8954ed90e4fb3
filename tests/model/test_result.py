import math

import pytest

from indh_me.errors import Fault, ParseError
from indh_me.model import Level, Result, Text
from refusals import Strange, refusal


@pytest.mark.parametrize("level", list(Level))
def test_level_is_a_word(level: Level) -> None:
    """A level may be given as the word for it."""
    assert Result(code="training", level=level) == Result(code="training", level=level.value)


def test_levels_run_from_far_to_near() -> None:
    """Levels are listed from the impact back to the activity."""
    assert ["impact", "outcome", "output", "activity"] == [level.value for level in Level]


@pytest.mark.parametrize(
    ("level", "mend"),
    [
        ("outcom", "did you mean 'outcome'? known: impact, outcome, output, activity"),
        ("Impact", "did you mean 'impact'? known: impact, outcome, output, activity"),
        (None, "known: impact, outcome, output, activity"),
        ([], "known: impact, outcome, output, activity"),
    ],
)
def test_unknown_level_is_refused(level: Strange, mend: str) -> None:
    """An unknown level is refused with the nearest one."""
    fault = refusal(lambda: Result(code="training", level=level), ParseError)

    assert fault.what.startswith("unknown level '")
    assert ("level", mend) == (fault.where.path, fault.mend)


@pytest.mark.parametrize("weight", [0, 33.3, 100])
def test_weight_is_a_percentage(weight: float) -> None:
    """A weight is a share of the parent, from 0 to 100."""
    assert weight == Result(code="training", level="outcome", weight=weight).weight


@pytest.mark.parametrize("weight", [-0.1, 100.1])
def test_other_weights_are_refused(weight: float) -> None:
    """A weight below 0 or above 100 is no share."""
    fault = refusal(lambda: Result(code="training", level="outcome", weight=weight))

    what = f"weight '{weight}' is no share"
    assert Fault(what, "weight", "weights are 0 to 100 percent") == fault


@pytest.mark.parametrize("weight", [math.nan, math.inf, "30", True])
def test_weight_is_a_number(weight: Strange) -> None:
    """A weight is a finite number."""
    assert "is not a" in refusal(lambda: Result(code="a", level="output", weight=weight)).what


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("code", "a b", "'a b' cannot stand as code"),
        ("parent", "a b", "'a b' cannot stand as parent"),
        ("statement", "Compétences", "'Compétences' is not a Text"),
        ("audiences", "jeunes", "'jeunes' is not a Text"),
        ("assumptions", "budget", "'budget' is not a Text"),
        ("risks", "retard", "'retard' is not a Text"),
        ("period", "2008", "'2008' is not a Period"),
        ("source", "briefing", "'briefing' is not a Citation"),
    ],
)
def test_result_has_values_of_its_kinds(name: str, value: Strange, what: str) -> None:
    """A field of a result that is of another kind is refused, at its place."""
    fields: Strange = {"code": "training", name: value}
    fault = refusal(lambda: Result(level="outcome", **fields))

    assert (name, what) == (fault.where.path, fault.what)


def test_result_keeps_what_it_says() -> None:
    """A result keeps its statement and its parent."""
    statement = Text.of(fr="Les acteurs locaux sont formés", ar="تكوين الفاعلين")
    result = Result(code="training", level="outcome", statement=statement, parent="skills")

    assert (statement, "skills") == (result.statement, result.parent)
