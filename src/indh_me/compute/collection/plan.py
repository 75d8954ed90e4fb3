"""Locked cells of the plan held against the framework."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from indh_me.errors import Fault, Place
from indh_me.model import TOTAL, Absence, Categories, Framework, Indicator, Period, Quantity
from indh_me.model.quantity import Value, format_number

from .collection import Key, key_of
from .entered import EnteredWorkbook, EntryFinding, EntryIssue
from .plan_cells import PlanCell, PlanPart, ShownValue
from .shown import Shown

__all__ = ["changed_plan", "same_words"]

MEND = "nothing of it is taken: change the plan in the framework file, or restore the cell"
SLACK = 1 + 1e-9
SHOWN = 60  # characters of a text that is quoted


def changed_plan(workbook: EnteredWorkbook, framework: Framework) -> Iterator[EntryFinding]:
    """Find locked cells that do not say any more what the framework says.

    Parameters
    ----------
    workbook
        What came back.
    framework
        The plan.

    Yields
    ------
    EntryFinding
        One for each cell, with what it says and what the framework says.
    """
    tags = workbook.language, workbook.second_language
    first, *second = (Shown(framework, tag) for tag in tags if tag is not None)
    as_of = date.max if workbook.as_of is None else workbook.as_of
    plans = {each.code: _Plan.of(each, as_of) for each in framework.indicators}
    cells = workbook.plan
    rows = zip(
        cells.indicator,
        cells.part,
        cells.shown,
        cells.period,
        cells.categories,
        cells.tolerance,
        strict=True,
    )
    for number, (code, part, shown, period, categories, tolerance) in enumerate(rows):
        plan = plans.get(code)
        if plan is None:
            continue  # Its figures are told as unknown.
        if part is PlanPart.TARGET or part is PlanPart.BASELINE:
            planned = plan.figure(part, period, categories)
            if not _agree(shown, planned, tolerance):
                yield _changed(workbook, cells[number], _quoted(planned))
        else:
            words = _words(part, plan.indicator, first)
            below = [_words(part, plan.indicator, each) for each in second]
            if not isinstance(shown, str) or not _says(shown, words, below):
                yield _changed(workbook, cells[number], _quoted(words))


@frozen
class _Plan:
    """The figures of an indicator's plan, as they stand on a day."""

    indicator: Indicator
    targets: Mapping[Key, Quantity]

    @classmethod
    def of(cls, indicator: Indicator, as_of: date) -> "_Plan":
        targets = {
            key_of(indicator.code, each.period, each.categories): each.in_force(as_of)
            for each in indicator.targets
        }
        return cls(indicator, targets)

    def figure(self, part: PlanPart, period: Period | None, categories: Categories) -> Value | None:
        if part is PlanPart.BASELINE:
            baseline = self.indicator.baseline
            return None if baseline is None else baseline.value
        if period is None:
            return None
        return self.targets.get(key_of(self.indicator.code, period, categories))


def _words(part: PlanPart, indicator: Indicator, shown: Shown) -> str:
    match part:
        case PlanPart.NAME:
            return shown.name(indicator)
        case PlanPart.DEFINITION:
            return shown.definition(indicator)
    return shown.unit(indicator)


def same_words(one: str, other: str) -> bool:
    r"""Tell whether two texts have the same words, whatever the spaces and line ends.

    Examples
    --------
    >>> same_words("a\r\nb ", "a b")
    True
    """
    return one == other or one.split() == other.split()


def _says(shown: str, words: str, below: Sequence[str]) -> bool:
    """Tell whether a cell says what it should, or that with a second language line by line."""
    if same_words(shown, words):
        return True
    said, first = _lines(shown), _lines(words)
    return len(below) > 0 and first <= said <= first.union(*map(_lines, below))


def _lines(text: str) -> set[str]:
    return {" ".join(line.split()) for line in text.splitlines()}


def _agree(shown: ShownValue, planned: Value | None, tolerance: float) -> bool:
    """Tell whether a figure is the planned one, but for what it may be off as it is shown."""
    if isinstance(shown, float):
        # Bounds that leave one number are shown as that number.
        return (
            isinstance(planned, Quantity)
            and planned.low == planned.high
            and _near(shown, planned.low, tolerance)
        )
    if shown is None or planned is None or isinstance(planned, Absence):
        return shown == planned
    if isinstance(shown, Quantity):
        pairs: list[tuple[float | None, float | None]] = [
            (shown.low, planned.low),
            (shown.best, planned.best),
            (shown.high, planned.high),
        ]
        if planned.best is None and planned.low is not None and planned.low == planned.high:
            pairs = [(each, planned.low) for each in (shown.low, shown.best, shown.high)]
        return all(_near(one, other, tolerance) for one, other in pairs)
    # Words that nothing can be read from: a figure of which nothing is known, but for its counts.
    return (planned.low, planned.best, planned.high) == (None, None, None)


def _near(one: float | None, other: float | None, tolerance: float) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= tolerance * SLACK or math.isclose(one, other, rel_tol=1e-12)


def _changed(workbook: EnteredWorkbook, cell: PlanCell, planned: str) -> EntryFinding:
    what = cell.part.value if cell.period is None else f"{cell.part.value} of {cell.period}"
    group = "" if cell.categories == TOTAL else f" ({cell.categories})"
    words = f"{what}{group} of {cell.indicator} reads {_quoted(cell.shown)}, not {planned}"
    place = Place(cell.path, file=workbook.file)
    return EntryFinding(EntryIssue.PLAN_CHANGED, Fault(words, place, MEND))


def _quoted(value: ShownValue) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, Absence):
        return f"'{value.value}'"
    if isinstance(value, float):
        return f"'{format_number(value)}'"
    if isinstance(value, str) and len(value) > SHOWN:
        return f"{value[:SHOWN]!r}..."
    return f"{value!r}" if isinstance(value, str) else f"'{value}'"
