"""What a workbook says of each indicator, and what the library says of it."""

import math
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indh_me.compute import Assessment, IndicatorAssessment, Status
from indh_me.compute.window import Window
from indh_me.model import Quantity
from indh_me.write.words import Words
from recalculation import PROFILE

__all__ = ["differences", "recalculated"]

Bounds = tuple[object, object, object]
NOTHING: Bounds = (None, None, None)
SECONDS = 600


def differences(path: Path, assessment: Assessment, words: Words) -> Iterator[str]:
    """Compare to date, actual, rate, status and reason of every indicator."""
    book = load_workbook(path, data_only=True)
    figures = _figures(book["_figures"])
    statuses = _statuses(book[words.label("sheet", "tracking")], words)
    for row in assessment:
        code = row.indicator.code
        said: dict[str, tuple[object, object]] = {
            "to date": (_bounds(row.to_date.quantity), figures[code, None, None][0]),
            "status": (_status(row, words), statuses[code]),
        }
        window = _window(row)
        if window is not None and row.status is not Status.NOT_DUE:
            figure, rate = figures[code, window.first, window.last]
            said["actual"] = (_bounds(row.achievement.actual), figure)
            said["rate"] = (_bounds(row.rate), rate)
        for name, (expected, actual) in said.items():
            if expected != actual:
                yield f"{path.name}: {name} of {code} is {actual}, not {expected}"


def recalculated(paths: Sequence[Path], folder: Path, libreoffice: str) -> Iterable[Path]:
    """Let LibreOffice calculate workbooks anew, and give the copies that it saves."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    subprocess.run(
        [
            *(libreoffice, f"-env:UserInstallation={profile.as_uri()}", "--headless"),
            *("--convert-to", "xlsx", "--outdir", str(folder), *map(str, paths)),
        ],
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    return [folder / path.name for path in paths]


def _window(row: IndicatorAssessment) -> Window | None:
    """Give the window of the figures that count towards the target assessed."""
    if row.period is None or row.indicator.unit.is_milestone:
        return None
    target = row.indicator.target(row.period)
    return None if target is None else Window.of(row.indicator, target)


def _bounds(quantity: Quantity | None) -> Bounds:
    if quantity is None:
        return NOTHING
    return (_rounded(quantity.low), _rounded(quantity.best), _rounded(quantity.high))


def _rounded(value: object) -> object:
    """Leave out the last digits, which a division may give one way or the other."""
    if not isinstance(value, int | float) or value == 0:
        return value
    return round(value, 12 - math.ceil(math.log10(abs(value))))


def _figures(sheet: Worksheet) -> dict[tuple[object, object, object], tuple[Bounds, Bounds]]:
    """Give figure and rate of each row by code and window; of rows alike, that with a rate."""
    rows = sheet.iter_rows(values_only=True)
    names = [str(name) for name in next(rows)]
    found: dict[tuple[object, object, object], tuple[Bounds, Bounds]] = {}
    for cells in rows:
        row = dict(zip(names, cells, strict=True))
        first, last = (
            day.date() if isinstance(day, datetime) else day for day in (row["first"], row["last"])
        )
        figure, rate = (
            (
                _rounded(row[f"{part}low"]),
                _rounded(row[f"{part}best"]),
                _rounded(row[f"{part}high"]),
            )
            for part in ("", "rate_")
        )
        key = (row["code"], first, last)
        if key not in found or found[key][1] == NOTHING:
            found[key] = (figure, rate)
    return found


def _status(row: IndicatorAssessment, words: Words) -> tuple[object, ...]:
    """Give what the tracking sheet must say of a status."""
    status = words.label("status", row.status)
    if row.indicator.unit.is_milestone:
        return status, row.days_overdue
    reason = None if row.status is not Status.UNDEFINED else row.reason
    return status, None if reason is None else words.label("reason", reason)


def _statuses(sheet: Worksheet, words: Words) -> dict[object, tuple[object, ...]]:
    """Give status and reason, or status and days overdue, by code."""
    found: dict[object, tuple[object, ...]] = {}
    heading = words.label("heading", "status")
    column = 0
    for cells in sheet.iter_rows(values_only=True):
        if heading in cells:
            column = cells.index(heading)
        elif column > 0 and cells[0] is not None:
            found[cells[0]] = (cells[column], cells[column + 1])
    return found
