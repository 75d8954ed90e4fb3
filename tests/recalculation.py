"""Does LibreOffice come to the numbers that a workbook was written with?

A formula is written together with its value. Here LibreOffice opens workbooks, calculates every
formula anew, and each result is compared with the value that was stored.
"""

import math
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen
from openpyxl import load_workbook

# "Always recalculate" for files of Excel; LibreOffice otherwise shows the stored values.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
RELATIVE_TOLERANCE = 1e-9
SECONDS_TO_START = 120
SECONDS_A_FILE = 60

Result = object


@frozen
class Difference:
    """A formula that LibreOffice brings to another result than the one stored.

    Parameters
    ----------
    file
        Name of the workbook.
    cell
        Such as ``Tracking!B4``.
    formula
        Its text.
    stored, recalculated
        The two results; errors are text such as ``#NAME?``.
    """

    file: str
    cell: str
    formula: str
    stored: Result
    recalculated: Result


@frozen
class Recalculation:
    """What came of recalculating workbooks.

    Parameters
    ----------
    formulas
        How many were compared; a test that expects some should say how many.
    differences
        Those that disagree.
    """

    formulas: int
    differences: tuple[Difference, ...]


def recalculate(paths: Iterable[Path], libreoffice: str) -> Recalculation:
    """Recalculate workbooks in one run of LibreOffice and compare every formula.

    Parameters
    ----------
    paths
        The .xlsx files; they are not changed.
    libreoffice
        Path of the program.

    Raises
    ------
    RuntimeError
        When LibreOffice does not open and save a workbook.
    """
    formulas = 0
    differences: list[Difference] = []
    with tempfile.TemporaryDirectory() as folder:
        for path, copy in _converted(list(paths), libreoffice, Path(folder)):
            stored = _results(path)
            recalculated = _results(copy)
            for cell, formula in _formulas(path):
                formulas += 1
                before, after = stored.get(cell), recalculated.get(cell)
                if not _agree(before, after):
                    differences.append(Difference(path.name, cell, formula, before, after))
    return Recalculation(formulas, tuple(differences))


def _converted(paths: list[Path], libreoffice: str, folder: Path) -> Iterator[tuple[Path, Path]]:
    # Copies with names of their own: workbooks of two folders may be called alike.
    copies = [folder / "stored" / f"{number}.xlsx" for number in range(len(paths))]
    recalculated = folder / "recalculated"
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    (folder / "stored").mkdir()
    for path, copy in zip(paths, copies, strict=True):
        shutil.copyfile(path, copy)
    said = subprocess.run(
        [
            libreoffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(recalculated),
            *map(str, copies),
        ],
        capture_output=True,
        check=False,
        text=True,
        timeout=SECONDS_TO_START + SECONDS_A_FILE * len(paths),
    )
    for path, copy in zip(paths, copies, strict=True):
        if not (recalculated / copy.name).is_file():
            message = f"LibreOffice did not open {path.name}: {said.stdout} {said.stderr}"
            raise RuntimeError(message)
        yield path, recalculated / copy.name


def _results(path: Path) -> dict[str, Result]:
    workbook = load_workbook(path, data_only=True, read_only=True)
    results: dict[str, Result] = {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    workbook.close()
    return results


def _formulas(path: Path) -> Iterator[tuple[str, str]]:
    workbook = load_workbook(path, read_only=True)
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                # A text that merely starts with '=' has another type.
                if cell.value is not None and cell.data_type == "f":
                    yield f"{sheet.title}!{cell.coordinate}", str(cell.value)
    workbook.close()


def _agree(before: Result, after: Result) -> bool:
    if isinstance(before, bool) or isinstance(after, bool):
        return before is after
    if isinstance(before, int | float) and isinstance(after, int | float):
        return math.isclose(before, after, rel_tol=RELATIVE_TOLERANCE)
    # A formula that shows nothing is read as None or as an empty text.
    return ("" if before is None else before) == ("" if after is None else after)
