"""What a workbook says of each indicator, and what the library says of it."""

import math
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indh_me.compute import Assessment, IndicatorAssessment, Reason, Status
from indh_me.model import Direction, Quantity
from indh_me.write.words import Words
from recalculation import PROFILE

__all__ = ["differences", "recalculated"]

Bounds = tuple[object, object, object]
NOTHING: Bounds = (None, None, None)
SECONDS = 600


def differences(path: Path, assessment: Assessment, words: Words) -> Iterator[str]:
    """Compare to date, period, actual, expected, rate, status and reason of every indicator."""
    book = load_workbook(path, data_only=True)
    to_date, assessed = _figures(book["_figures"]), _assessed(book["_assessed"])
    versions = _versions(book["_assessed"])
    tracked = _tracked(book[words.label("sheet", "tracking")], words)
    for row in assessment:
        code = row.indicator.code
        said: dict[str, tuple[object, object]] = {
            "to date": (_bounds(row.to_date.quantity), to_date[code]),
            "status": (_status(row, words), tracked[code]),
        }
        if row.period is not None and not row.indicator.unit.is_milestone:
            written = assessed[code]
            said["period"] = (str(row.period), written["period"])
            if row.status is not Status.NOT_DUE:
                said["actual"] = (_bounds(row.achievement.actual), _parts(written, ""))
                said["rate"] = (_bounds(row.rate), _parts(written, "rate_"))
                said |= dict(_against_versions(row, versions))
            due = row.period.is_over(assessment.as_of)
            if not due and row.indicator.direction is not Direction.MAINTAIN:
                said["expected"] = (_bounds(row.expected), _parts(written, "expected_"))
            if row.progress is not None and row.expectation.fraction not in {None, 0}:
                said["progress"] = (_bounds(row.progress.rate), _parts(written, "progress_"))
        for name, (expected, actual) in said.items():
            if not _agree(expected, actual):
                yield f"{path.name}: {name} of {code} is {actual}, not {expected}"


def _against_versions(
    row: IndicatorAssessment, written: Mapping[tuple[object, ...], Bounds]
) -> Iterator[tuple[str, tuple[object, object]]]:
    """Compare the rates against other versions of the target that was assessed when written."""
    if row.reason is Reason.NO_NEXT_TARGET:
        return
    for version in row.versions[:-1]:
        decided = "original" if version.decided is None else str(version.decided)
        key = (row.indicator.code, str(row.period), decided)
        if key in written:
            yield f"rate against {decided}", (_bounds(version.achievement.rate), written[key])


def _agree(expected: object, actual: object) -> bool:
    """Compare figures but for the last digits, which may be lost one way or the other."""
    if isinstance(expected, tuple) and isinstance(actual, tuple):
        return all(map(_agree, expected, actual))
    if isinstance(expected, float) and isinstance(actual, int | float):
        return math.isclose(expected, actual, rel_tol=1e-9, abs_tol=1e-12)
    return expected == actual


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


def _bounds(quantity: Quantity | None) -> Bounds:
    return NOTHING if quantity is None else (quantity.low, quantity.best, quantity.high)


def _parts(row: Mapping[str, object], prefix: str) -> Bounds:
    low, best, high = (row[f"{prefix}{name}"] for name in ("low", "best", "high"))
    return low, best, high


def _rows(sheet: Worksheet) -> Iterator[dict[str, object]]:
    """Give the rows by the names of their columns."""
    rows = sheet.iter_rows(values_only=True)
    names = [str(name) for name in next(rows)]
    return (dict(zip(names, cells, strict=True)) for cells in rows)


def _figures(sheet: Worksheet) -> dict[object, Bounds]:
    """Give the figure to date of each indicator, by its code."""
    return {row["code"]: _parts(row, "") for row in _rows(sheet) if row["last"] is None}


def _assessed(sheet: Worksheet) -> dict[object, Mapping[str, object]]:
    """Give the row that holds of each indicator, by its code."""
    return {
        row["code"]: row
        for row in _rows(sheet)
        if row["version"] is None and row["chosen"] in {None, 1}
    }


def _versions(sheet: Worksheet) -> dict[tuple[object, ...], Bounds]:
    """Give the rates against the versions of targets, by code, period and day of decision."""
    return {
        (row["code"], row["period"], row["version"]): _parts(row, "rate_")
        for row in _rows(sheet)
        if row["version"] is not None
    }


def _status(row: IndicatorAssessment, words: Words) -> tuple[object, ...]:
    """Give what the tracking sheet must say of a status."""
    status = words.label("status", row.status)
    if row.indicator.unit.is_milestone:
        return status, row.days_overdue
    reason = None if row.status is not Status.UNDEFINED else row.reason
    return status, None if reason is None else words.label("reason", reason)


def _tracked(sheet: Worksheet, words: Words) -> dict[object, tuple[object, ...]]:
    """Give status and reason, or status and days overdue, by code."""
    found: dict[object, tuple[object, ...]] = {}
    heading = words.label("heading", "status")
    column = 0
    for cells in sheet.iter_rows(values_only=True):
        if cells[0] == words.label("heading", "revised_targets"):
            break
        # Below a heading may stand that of the second language.
        first = [str(cell).partition("\n")[0] for cell in cells]
        if heading in first:
            column = first.index(heading)
        elif column > 0 and cells[0] is not None:
            found[cells[0]] = (cells[column], cells[column + 1])
    return found
