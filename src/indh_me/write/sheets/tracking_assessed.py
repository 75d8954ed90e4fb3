"""The columns of the tracking sheet that say what is assessed, and what comes of it."""

from indh_me.compute import Status
from indh_me.model import Absence, Direction
from indh_me.write.grid import Formula
from indh_me.write.style import PERCENT, STATUS, TEXT, status_style
from indh_me.write.words import Words

from .against_target import PlanCells
from .assessed_columns import AssessedRows
from .precision import mark_formula, number_formula
from .sides import BOUNDS
from .spelling import quoted
from .tracking_cells import TrackingCells
from .tracking_columns import REASON_WIDTH

__all__ = [
    "RATE_FORMAT",
    "STATUS_CELL",
    "shown_parts",
    "write_assessed",
    "write_no_target",
    "write_rate",
]

#: More decimals where rounding would make a rate 100 % or 0 %.
RATE_FORMAT = "[>=0.9995]0.0##%;[<0.0005]0.0##%;0.0%"
STATUS_CELL = status_style("not_due").with_alignment("centre", "top", wrap=True)


def write_no_target(cells: TrackingCells) -> None:
    """Write the columns of an indicator without targets.

    Parameters
    ----------
    cells
        Its row.
    """
    columns, words = cells.columns, cells.words
    cells.blank(columns.assessed, columns.status)
    style = cells.content.style(STATUS["no_target"])
    cells.put(columns.status, words.label("status", Status.NO_TARGET), style)
    cells.put(columns.reason, None, cells.text_style)
    cells.tracking.statuses.append((cells.row, columns.status, Status.NO_TARGET))


def write_assessed(cells: TrackingCells, plan: PlanCells) -> None:
    """Write period, target and actual that are assessed, and what comes of them.

    Parameters
    ----------
    cells
        The row of an indicator with targets.
    plan
        The cells that show its plan.
    """
    tracking, indicator, columns = cells.tracking, cells.indicator, cells.columns
    cases = cells.content.cases[indicator.code]
    rows = tracking.assessed.add(indicator, plan)
    shown = rows.values
    at, code_style = columns.assessed, cells.content.code_style
    centred = code_style(TEXT.with_alignment("centre", "top", wrap=True))
    if plan.target is not None:
        cells.put(at, str(cases[0].target.period), centred)
        cells.plan(at + 1, cases[0].value)
    else:
        # Which target it is depends on the figures.
        cells.put(at, Formula(f"={rows.reference('period')}", shown["period"]), centred)
        target = Formula(f"={rows.reference('target')}", shown["target"])
        cells.put(at + 1, target, cells.calculated)
    status = tracking.content.assessment[indicator.code].status
    not_due = cells.words.label("status", Status.NOT_DUE)
    before = f"{cells.at(columns.status)}={quoted(not_due)}"
    words = ("", cells.words.label("absence", Absence.NOT_DUE))
    cells.figure(
        at + 2,
        [
            f"IF({before},{quoted(word)},{rows.reference(name)})"
            for word, name in zip(words, ("mark", "shown"), strict=True)
        ],
        words if status is Status.NOT_DUE else (str(shown["mark"]), shown["shown"]),
    )
    _expected(cells, rows)
    write_rate(cells, rows, columns.rate, before, blank=status is Status.NOT_DUE)
    cells.put(
        columns.status,
        Formula(f"={rows.reference('status')}", shown["status"]),
        cells.content.style(STATUS_CELL),
    )
    tracking.statuses.append((cells.row, columns.status, status))
    reason = None
    if "reason" in shown:
        cells.wrapped.append((str(shown["reason"]), REASON_WIDTH))
        reason = Formula(f"={rows.reference('reason')}", shown["reason"])
    cells.put(columns.reason, reason, cells.text_style)


def _expected(cells: TrackingCells, rows: AssessedRows) -> None:
    """Show what is expected by now of a target that is not due; a band always is."""
    at, indicator = cells.columns.expected, cells.indicator
    if indicator.direction is Direction.MAINTAIN and indicator.band is not None:
        cells.put(at, None, cells.mark_style)
        cells.plan(at + 1, indicator.band)
    elif any(f"expected_{name}" in rows.values for name in BOUNDS):
        cells.figure(at, *shown_parts(cells.words, rows, "expected"))
    else:
        cells.blank(at, at + 2)


def write_rate(
    cells: TrackingCells, rows: AssessedRows, column: int, condition: str, *, blank: bool
) -> None:
    """Show a rate: the words before it, and the number.

    Parameters
    ----------
    cells
        The row.
    rows
        Where it is computed.
    column
        That of the words; the number stands in the next one.
    condition, blank
        When there is none, and whether that is now.
    """
    style = PERCENT.with_number_format(RATE_FORMAT)
    if any(f"rate_{name}" in rows.values for name in BOUNDS):
        texts, shown = shown_parts(cells.words, rows, "rate")
        texts = [f'IF({condition},"",{text})' for text in texts]
        cells.figure(column, texts, ("", "") if blank else shown, style)
    else:
        cells.put(column, None, cells.mark_style)
        cells.put(column + 1, None, cells.plan_style)


def shown_parts(
    words: Words, rows: AssessedRows, what: str
) -> tuple[list[str], tuple[str, float | str]]:
    """Write a quantity of which the parts stand in the row that holds; and what is shown.

    Parameters
    ----------
    words
        In which language.
    rows
        Where it is computed.
    what
        Beginning of the names of its columns.
    """
    known = {name: rows.values.get(f"{what}_{name}", "") for name in BOUNDS}
    low, best, high = (
        rows.reference(f"{what}_{name}") if f"{what}_{name}" in rows.values else None
        for name in BOUNDS
    )
    texts = [mark_formula(words, low, best, high), number_formula(low, best, high)]
    sure = [name for name in ("best", "low", "high") if known[name] != ""]
    if not sure:
        return texts, ("", "")
    signs = {"best": "", "low": "at_least", "high": "at_most"}
    sign = signs[sure[0]]
    word = "" if sign == "" else words.label("known_as", sign)
    return texts, (word, known[sure[0]])
