from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from broken_laws import broken
from indh_me.compute import breakdown
from indh_me.errors import InvalidInputError
from indh_me.model import (
    TOTAL,
    Absence,
    Categories,
    Dimension,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
)
from indh_me.testing import assert_disaggregation_laws

Groups = dict[str | None, Any]
Total = Callable[[Groups], Any]


def groups_of(figures: Groups) -> list[Any]:
    """Give the figures of the groups, without the total."""
    return [value for name, value in figures.items() if name is not None]


def counted(figures: Groups) -> Any:  # noqa: ANN401 - a number or nothing
    """Make the total of counts by its plain definition."""
    if figures.get(None) is not None:
        return figures[None]
    values = groups_of(figures)
    return None if None in values or not values else sum(values)


def pooled(figures: Groups, factor: float = 100) -> Any:  # noqa: ANN401 - a number or nothing
    """Make the total of percentages by its plain definition."""
    values = groups_of(figures)
    if figures.get(None) is not None:
        values = [figures[None]]
    if None in values or not values:
        return None
    return factor * sum(n for n, _ in values) / sum(d for _, d in values)


def overlapping(figures: Groups) -> Any:  # noqa: ANN401 - a number or nothing
    """Give the total only where it was reported."""
    return figures.get(None)


def library(unit: str, *, overlap: bool = False) -> Total:
    """Make totals as the library does; it says *at least* where they are not known."""

    def total(figures: Groups) -> Any:  # noqa: ANN401 - a number or nothing
        names = sorted(name for name in figures if name is not None) or ["other"]
        group = Dimension.of("group", *names)
        group = Dimension(code="group", categories=group.categories, overlapping=overlap)
        indicator = Indicator(
            code="A",
            unit=unit,
            direction="increase",
            accumulation="ratio" if unit == "percent" else "sum",
            dimensions=["group"],
        )
        framework = Framework(
            code="DEMO", languages=["en"], dimensions=[group], indicators=[indicator]
        )
        rows = [
            Observation(
                indicator="A",
                period=Period.year(2008),
                value=Absence.NOT_REPORTED
                if value is None
                else Quantity.fraction(value[0], value[1], per=100)
                if isinstance(value, tuple)
                else value,
                categories=TOTAL if name is None else Categories.of(group=name),
            )
            for name, value in figures.items()
        ]
        made = breakdown(framework, Observations.of(*rows), "A", as_of=date(2009, 1, 1))
        return None if made.total.quantity is None else made.total.quantity.best

    return total


@pytest.mark.parametrize(
    ("unit", "function"),
    [("count", counted), ("currency MAD", counted), ("percent", pooled)],
)
def test_good_functions_pass(unit: str, function: Total) -> None:
    """Totals made by their plain definition keep all laws."""
    assert_disaggregation_laws(function, unit=unit)


def test_ratio_has_its_own_factor() -> None:
    """A ratio per 1000 is multiplied by 1000."""
    assert_disaggregation_laws(lambda figures: pooled(figures, 1000), unit="ratio per 1000")


@pytest.mark.parametrize("unit", ["count", "currency MAD", "percent"])
def test_library_passes(unit: str) -> None:
    """The library's own totals keep all laws, of groups that overlap too."""
    assert_disaggregation_laws(library(unit), unit=unit, max_examples=10)
    assert_disaggregation_laws(
        library(unit, overlap=True), unit=unit, overlapping=True, max_examples=10
    )


def _counts_twice(figures: Groups) -> Any:  # noqa: ANN401
    values = [value for value in figures.values() if value is not None]
    return sum(values) if len(values) == len(figures) > 0 else None


def _missing_is_zero(figures: Groups) -> Any:  # noqa: ANN401
    values = [value or 0 for value in groups_of(figures)]
    return figures.get(None) if figures.get(None) is not None else sum(values) if values else None


def _zero_is_missing(figures: Groups) -> Any:  # noqa: ANN401
    if figures.get(None) is not None:
        return figures[None]
    values = groups_of(figures)
    return sum(values) if values and all(values) else None


def _mean(figures: Groups) -> Any:  # noqa: ANN401
    values = groups_of(figures) if figures.get(None) is None else [figures[None]]
    if None in values or not values:
        return None
    return sum(100 * n / d for n, d in values) / len(values)


def _first_group(figures: Groups) -> Any:  # noqa: ANN401
    if figures.get(None) is not None:
        return figures[None]
    values = groups_of(figures)
    return None if None in values or not values else values[0]


def _silent_total_is_zero(figures: Groups) -> Any:  # noqa: ANN401
    is_silent = None in figures and figures[None] is None and len(figures) > 1
    return 0.0 if is_silent else counted(figures)


def _rounds(figures: Groups) -> Any:  # noqa: ANN401
    made = counted(figures)
    return None if made is None else round(made)


def _pops_the_total(figures: Groups) -> Any:  # noqa: ANN401
    reported = figures.pop(None, None)
    return counted(figures) if reported is None else reported


EXAMPLES = 25  # are enough to find what was planted
PLANTED = [
    ("count", _counts_twice, "A total that was reported stands: its groups are not added to it."),
    ("count", _missing_is_zero, "A group that was not reported is not zero: "),
    ("count", _zero_is_missing, "Zero is a figure: the total with a group of zero is known."),
    ("percent", _mean, "Numerators and denominators are pooled; "),
    ("percent", _mean, "A group that is divided in two leaves the total as it was."),
    ("count", _first_group, "Groups add up to their total."),
    ("count", _first_group, "The order of the groups makes no difference."),
    ("count", _silent_total_is_zero, "A total that was not reported is not zero."),
    ("count", _rounds, "Groups add up to their total."),
    ("count", _pops_the_total, "The function leaves what it is given as it was."),
]


@pytest.mark.parametrize(("unit", "function", "law"), PLANTED)
def test_planted_error_is_found(unit: str, function: Total, law: str) -> None:
    """Each error that was planted in a total breaks the law that forbids it."""
    told = broken(lambda: assert_disaggregation_laws(function, unit=unit, max_examples=EXAMPLES))

    assert any(each.startswith(law) for each in told), told


def test_groups_that_overlap_do_not_add_up() -> None:
    """A function that adds groups up breaks the law of those that overlap."""
    assert_disaggregation_laws(overlapping, overlapping=True)
    told = broken(lambda: assert_disaggregation_laws(counted, overlapping=True))

    assert ["Groups that overlap do not add up: without a reported total there is none."] == list(
        told
    )


@pytest.mark.parametrize("unit", ["score 1..5", "milestone", "percentage"])
def test_no_laws_for_what_does_not_follow(unit: str) -> None:
    """For scores and milestones, and for what is no unit, the mend is told."""
    with pytest.raises(InvalidInputError) as caught:
        assert_disaggregation_laws(counted, unit=unit)

    assert caught.value.faults[0].mend != ""
