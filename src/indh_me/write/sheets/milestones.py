"""The table of milestones on the tracking sheet: what is done or not done."""

from datetime import date, timedelta

from indh_me.compute.check.milestone_rules import days_past_due
from indh_me.compute.status import Status
from indh_me.model import Indicator, Period
from indh_me.write.grid import Formula, cell_address
from indh_me.write.row_height import row_height
from indh_me.write.style import DATE, HEADING, PLAN, TEXT
from indh_me.write.words import Words

from .figures import FigureRow
from .spelling import number, quoted
from .status import milestone_status_formula
from .tracking_assessed import STATUS_CELL
from .tracking_columns import FIRST
from .tracking_table import Tracking

__all__ = ["done_formula", "milestone_rows"]

HEADINGS = ("code", "milestone", "period", "due", "done", "status", "days_overdue")
POSITION = {name: position for position, name in enumerate(HEADINGS)}
LINE = 16.0
HEADING_HEIGHT = 3 * LINE


def milestone_rows(tracking: Tracking, row: int) -> None:
    """Write the milestones, a row each.

    Parameters
    ----------
    tracking
        The sheet.
    row
        Position of the row for the headings.
    """
    words, heading = tracking.content.words, tracking.content.style(HEADING)
    tracking.heights[row] = tracking.content.heading_height(HEADING_HEIGHT)
    for name, column in POSITION.items():
        tracking.put(row, column, words.heading(name), heading)
    for at, indicator in enumerate(tracking.content.milestones, start=row + 1):
        tracking.rows[indicator.code] = at
        _milestone(tracking, at, indicator)


def _milestone(tracking: Tracking, row: int, indicator: Indicator) -> None:
    content, words = tracking.content, tracking.content.words
    assessed = content.assessment[indicator.code]
    period, due = _due(indicator, content.assessment.as_of)
    made = tracking.figures.add(indicator)
    name = words.both(indicator.name)
    done = done_formula(words, made)
    texts = [
        (indicator.code, tracking.columns.code_width),
        (name, FIRST["indicator"]),
        (str(done.value), FIRST["accumulation"]),
    ]
    tracking.heights[row] = row_height(texts, line=LINE, least=2)
    text = content.style(TEXT)
    due_cell, status_cell = (cell_address(row, POSITION[each]) for each in ("due", "status"))
    tracking.put_code(row, indicator.code)
    tracking.put(row, POSITION["milestone"], name, text)
    tracking.put(
        row, POSITION["period"], "" if period is None else str(period), content.code_style(TEXT)
    )
    tracking.put(row, POSITION["due"], due, DATE)
    tracking.put(row, POSITION["done"], done, text)
    status = milestone_status_formula(words, assessed.status, made.reference("low"), due_cell)
    tracking.put(row, POSITION["status"], status, content.style(STATUS_CELL))
    tracking.statuses.append((row, POSITION["status"], assessed.status))
    overdue = quoted(words.label("status", Status.OVERDUE))
    late = Formula(
        f'=IF({due_cell}="","",IF({status_cell}={overdue},as_of-{due_cell},0))',
        number(assessed.days_overdue),
    )
    tracking.put(row, POSITION["days_overdue"], late, PLAN)


def _due(indicator: Indicator, as_of: date) -> tuple[Period | None, date | None]:
    """Give the due period that counts on a day, and its last day."""
    days = days_past_due(indicator, as_of)
    if days is None:
        return None, None
    end = as_of - timedelta(days=days)
    periods = [each.period for each in indicator.total_targets if each.period.end == end]
    return min(periods), end


def done_formula(words: Words, made: FigureRow) -> Formula:
    """Write whether a milestone is done; the word for the absence where nothing is reported.

    Parameters
    ----------
    words
        In which language.
    made
        Where its figures are accumulated.
    """
    low = made.reference("low")
    yes, no = (words.label("unit", each) for each in ("done", "not_done"))
    shown = made.shown
    if made.quantity is not None and made.quantity.low is not None:
        shown = yes if made.quantity.low >= 1 else no
    return Formula(
        f'=IF({low}="",{made.reference("shown")},IF({low}>=1,{quoted(yes)},{quoted(no)}))', shown
    )
