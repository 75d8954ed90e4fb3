"""The table of revised targets on the tracking sheet: each version, and the rate against it."""

from indh_me.compute import IndicatorAssessment, Status
from indh_me.compute.target_version import TargetVersion
from indh_me.write.grid import Block
from indh_me.write.row_height import row_height
from indh_me.write.style import CODE, DATE, GROUP, HEADING, TEXT

from .spelling import quoted
from .tracking_assessed import write_rate
from .tracking_cells import TrackingCells
from .tracking_columns import FIRST
from .tracking_table import Tracking

__all__ = ["revision_rows"]

HEADINGS = ("code", "revision_rationale", "period", "date", "target", "rate")
POSITION = {name: position for position, name in enumerate(HEADINGS)}
LINE = 16.0
HEADING_HEIGHT = 2 * LINE


def revision_rows(tracking: Tracking, row: int) -> None:
    """Write the versions of targets that have been revised, a row each.

    Parameters
    ----------
    tracking
        The sheet, with the rows of its indicators.
    row
        Position of the row for the title; nothing is written when no target has been revised.
    """
    content, words = tracking.content, tracking.content.words
    revised = [
        (indicator, version)
        for indicator in content.numeric
        for version in content.subjects[indicator.code].versions
    ]
    if not revised:
        return
    for column in range(len(HEADINGS) + 1):
        text = words.label("heading", "revised_targets") if column == 0 else None
        tracking.put(row, column, text, content.style(GROUP))
    tracking.heights[row + 1] = content.heading_height(HEADING_HEIGHT)
    for name, column in POSITION.items():
        tracking.put(row + 1, column, words.heading(name), content.style(HEADING))
    rate = POSITION["rate"]
    tracking.merges.append(Block(row + 1, rate, row + 1, rate + 1))
    for at, (indicator, version) in enumerate(revised, start=row + 2):
        _version(TrackingCells(tracking, at, indicator), version)


def _version(cells: TrackingCells, version: TargetVersion) -> None:
    content, words, indicator = cells.content, cells.words, cells.indicator
    assessed = content.assessment[indicator.code]
    cells.put(POSITION["code"], indicator.code, content.code_style(CODE))
    cells.wrapped.append((indicator.code, cells.columns.code_width))
    said = words.both(version.rationale)
    if version.decided is None:
        said = words.label("heading", "original")
    cells.text(POSITION["revision_rationale"], said, FIRST["indicator"])
    cells.put(POSITION["period"], str(assessed.period), content.code_style(TEXT))
    cells.put(POSITION["date"], version.decided, DATE)
    cells.plan(POSITION["target"], version.value)
    rows = cells.tracking.assessed.made[indicator.code]
    if version is not content.subjects[indicator.code].versions[-1]:
        target = cells.reference(POSITION["target"])
        rows = cells.tracking.assessed.add_version(indicator, version, target)
    condition = _no_rate(cells, assessed)
    blank = assessed.status is Status.NOT_DUE
    write_rate(cells, rows, POSITION["rate"], condition, blank=blank)
    cells.tracking.heights[cells.row] = row_height(cells.wrapped, line=LINE)


def _no_rate(cells: TrackingCells, assessed: IndicatorAssessment) -> str:
    """Write when nothing is held against a version: as in the row of the indicator."""
    row, columns = cells.tracking.rows[cells.indicator.code], cells.columns
    reference = cells.tracking.reference
    not_due = quoted(cells.words.label("status", Status.NOT_DUE))
    condition = f"{reference(row, columns.status)}={not_due}"
    if len({case.last for case in cells.content.cases[cells.indicator.code]}) > 1:
        # Figures may make another target the one that is assessed.
        other = f"{reference(row, columns.assessed)}<>{quoted(str(assessed.period))}"
        condition = f"OR({condition},{other})"
    return condition
