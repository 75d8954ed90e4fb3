from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from broken_laws import broken
from indh_me.compute import assess
from indh_me.errors import InvalidInputError
from indh_me.model import (
    Absence,
    Accumulation,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
)
from indh_me.testing import assert_accumulation_laws

Values = list[Any]
LAST = "The figure of the last period that was reported stands; those before it do not count."


def reported(values: Values) -> Values:
    """Leave out what was not reported."""
    return [value for value in values if value is not None]


BY_HAND: dict[str, Callable[[Values], Any]] = {
    "sum": sum,
    "running_total": lambda known: known[-1],
    "latest": lambda known: known[-1],
    "peak": max,
    "mean": lambda known: sum(known) / len(known),
    "ratio": lambda known: 100 * sum(n for n, _ in known) / sum(d for _, d in known),
}


def by_hand(kind: str) -> Callable[[Values], Any]:
    """Give the plain definition of an accumulation."""

    def made(values: Values) -> Any:  # noqa: ANN401 - a number or nothing
        known = reported(values)
        return BY_HAND[kind](known) if known else None

    return made


def library(kind: str) -> Callable[[Values], Any]:
    """Give an accumulation as the library makes it."""
    unit = "percent" if kind == "ratio" else "count"
    indicator = Indicator(code="A", unit=unit, direction="increase", accumulation=kind)
    framework = Framework(code="DEMO", languages=["en"], indicators=[indicator])

    def figure(value: object) -> Any:  # noqa: ANN401 - what an observation takes
        if value is None:
            return Absence.NOT_REPORTED
        return Quantity.fraction(value[0], value[1], per=100) if isinstance(value, tuple) else value

    def made(values: Values) -> Any:  # noqa: ANN401 - a number or nothing
        rows = [
            Observation(indicator="A", period=Period.year(2001 + year), value=figure(value))
            for year, value in enumerate(values)
        ]
        found = assess(framework, Observations.of(*rows), as_of=date(2030, 1, 1))["A"].to_date
        return None if found.quantity is None else found.quantity.best

    return made


@pytest.mark.parametrize("kind", [each.value for each in Accumulation])
def test_good_functions_pass(kind: str) -> None:
    """The library's own accumulations, and plain definitions, keep all laws."""
    assert_accumulation_laws(by_hand(kind), kind)
    assert_accumulation_laws(library(kind), kind, max_examples=10)


def _missing_is_zero(values: Values) -> Any:  # noqa: ANN401
    known = [value or 0 for value in values]
    return sum(known) / len(known) if known else None


def _zero_is_missing(values: Values) -> Any:  # noqa: ANN401
    known = [value for value in values if value]
    return sum(known) / len(known) if known else None


def _mean_of_percentages(values: Values) -> Any:  # noqa: ANN401
    known = [100 * n / d for n, d in reported(values)]
    return sum(known) / len(known) if known else None


def _rounds(values: Values) -> Any:  # noqa: ANN401
    made = by_hand("sum")(values)
    return None if made is None else round(made, 1)


def _sorts(values: Values) -> Any:  # noqa: ANN401
    values.sort(key=lambda value: -1 if value is None else value)
    return values[-1] if reported(values) else None


def _last_even_if_silent(values: Values) -> Any:  # noqa: ANN401
    return values[-1] if values else None


def _nothing_is_zero(values: Values) -> float:
    return sum(reported(values))


def _forgets_the_first(values: Values) -> Any:  # noqa: ANN401
    known = reported(values)
    return sum(known[1:]) if len(known) > 1 else known[0] if known else None


MISSING = "A period that was not reported changes nothing: missing is not zero."
EXAMPLES = 25  # are enough to find what was planted
PLANTED = [
    ("running_total", by_hand("sum"), "The last report includes the earlier ones: "),
    ("latest", by_hand("peak"), LAST),
    ("latest", by_hand("sum"), LAST),
    ("peak", by_hand("latest"), "The largest figure stands, whenever it was."),
    ("sum", by_hand("latest"), "The figures of the periods add up."),
    ("mean", _missing_is_zero, MISSING),
    ("latest", _last_even_if_silent, MISSING),
    ("mean", _zero_is_missing, "Zero is a figure: a period of zero counts."),
    ("ratio", _mean_of_percentages, "Numerators and denominators are pooled; "),
    ("sum", _rounds, "A period that stands alone keeps its figure, not rounded."),
    ("peak", _sorts, "The function leaves what it is given as it was."),
    ("sum", _nothing_is_zero, "Where nothing was reported, there is no figure."),
    ("sum", _forgets_the_first, "The order of the periods makes no difference."),
]


@pytest.mark.parametrize(
    ("kind", "function", "law"),
    PLANTED,
    ids=[f"{number}: {law}" for number, (_, _, law) in enumerate(PLANTED)],
)
def test_planted_error_is_found(kind: str, function: Callable[[Values], Any], law: str) -> None:
    """Each error that was planted in an accumulation breaks the law that forbids it."""
    told = broken(lambda: assert_accumulation_laws(function, kind, max_examples=EXAMPLES))

    assert any(each.startswith(law) for each in told), told


@pytest.mark.parametrize(("kind", "whole"), [("total", 100.0), ("ratio", 0.0)])
def test_no_laws_for_what_is_unknown(kind: str, whole: float) -> None:
    """For an accumulation that there is none of, or a whole of nothing, the mend is told."""
    with pytest.raises(InvalidInputError) as caught:
        assert_accumulation_laws(by_hand("sum"), kind, whole=whole)

    assert caught.value.faults[0].mend != ""
