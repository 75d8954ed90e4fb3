from datetime import UTC, date, datetime

import numpy as np
import pytest

from indh_me.model import TOTAL, Absence, Citation, Observation, Period, Quantity, Text
from refusals import Strange, refusal

YEAR = Period.year(2008)
SEEN = Observation(indicator="C-R4", period=YEAR, value=9)


def test_number_is_an_exact_figure() -> None:
    """A plain number stands for an exact quantity."""
    of_numpy: Strange = np.int32(9)

    assert Quantity.exactly(9) == SEEN.value == SEEN.quantity
    assert SEEN == Observation(indicator="C-R4", period=YEAR, value=of_numpy)


def test_zero_is_a_figure() -> None:
    """Zero was reported; what was not reported has a reason and no figure."""
    zero, absent = SEEN.with_value(0), SEEN.with_value(Absence.NOT_REPORTED)

    assert Quantity.exactly(0) == zero.quantity
    assert absent.quantity is None
    assert zero != absent


def test_not_due_is_not_observed() -> None:
    """That a period is not over is no observation."""
    assert "'not_due' is not reported" in refusal(lambda: SEEN.with_value(Absence.NOT_DUE)).what


@pytest.mark.parametrize("value", ["9", None, True])
def test_other_values_are_refused(value: Strange) -> None:
    """What is neither a figure nor an absence is refused."""
    assert "is not a number" in refusal(lambda: SEEN.with_value(value)).what


def test_with_value_makes_another() -> None:
    """Giving another value leaves the first observation as it was."""
    more = SEEN.with_value(Quantity.at_least(10))

    assert Quantity.exactly(9) == SEEN.value
    assert Quantity.at_least(10) == more.value
    assert SEEN == more.with_value(9)


def test_observation_is_of_the_total() -> None:
    """An observation without categories is of the total."""
    assert TOTAL == SEEN.categories


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("indicator", "C R4", "'C R4' cannot stand as indicator"),
        ("period", "2008", "'2008' is not a Period"),
        ("period", date(2008, 3, 27), "'datetime.date(2008, 3, 27)' is not a Period"),
        ("categories", "sex=female", "'sex=female' is not a Categories"),
        ("scope", "sans 2007", "'sans 2007' is not a Text"),
        ("note", "estimation", "'estimation' is not a Text"),
        ("source", "briefing", "'briefing' is not a Citation"),
        ("collected", "2008-03-27", "'2008-03-27' is not a day"),
    ],
)
def test_observation_has_values_of_its_kinds(name: str, value: Strange, what: str) -> None:
    """A field of an observation that is of another kind is refused, at its place."""
    fields: Strange = {"indicator": "C-R4", "period": YEAR, "value": 9, name: value}
    fault = refusal(lambda: Observation(**fields))

    assert (name, what) == (fault.where.path, fault.what)


def test_collected_on_a_day() -> None:
    """A figure is collected on a day, not at a moment."""
    moment = datetime(2008, 3, 27, 10, tzinfo=UTC)
    fault = refusal(lambda: Observation(indicator="C-R4", period=YEAR, value=9, collected=moment))

    assert "is not a day" in fault.what


def test_observation_says_everything() -> None:
    """An observation keeps scope, source and day of collection."""
    scope = Text.of(fr="sans la formation territoriale de 2007")
    seen = Observation(
        indicator="T-R1",
        period=Period.parse("2005/2007"),
        value=Quantity.at_least(18_000),
        scope=scope,
        source=Citation("briefing"),
        collected=date(2008, 3, 27),
    )

    assert (scope, Citation("briefing")) == (seen.scope, seen.source)
    assert date(2008, 3, 27) == seen.collected
