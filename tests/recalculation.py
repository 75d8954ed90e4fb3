"""Does LibreOffice come to the numbers that a workbook was written with?

A formula is written together with its value. Here LibreOffice opens workbooks, calculates every
formula anew, and each result is compared with the value that was stored.
"""

import math
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from attrs import frozen
from python_calamine import CalamineWorkbook

from indh_me.cells import cell_name

# "Always recalculate" for files of Excel; LibreOffice otherwise shows the stored values.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
SHEET = re.compile(r'<sheet name="([^"]*)"')
FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]*><f[^>]*>([^<]*)</f>')
ERROR = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]* t="e"[^>]*>(?:<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>')
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
    with CalamineWorkbook.from_path(path) as book:
        results: dict[str, Result] = {
            f"{name}!{cell_name(row, column)}": value
            for name in book.sheet_names
            for row, cells in enumerate(
                book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            )
            for column, value in enumerate(cells)
            if value != ""
        }
    # Calamine reads an error as if nothing stood there.
    return results | dict(_found(ERROR, path))


def _formulas(path: Path) -> Iterator[tuple[str, str]]:
    for cell, formula in _found(FORMULA, path):
        yield cell, f"={formula}"


def _found(pattern: re.Pattern[str], path: Path) -> Iterator[tuple[str, str]]:
    """Search the sheets of a workbook, as XlsxWriter and LibreOffice lay them out."""
    with ZipFile(path) as parts:
        names = SHEET.findall(parts.read("xl/workbook.xml").decode())
        for number, name in enumerate(names, start=1):
            sheet = parts.read(f"xl/worksheets/sheet{number}.xml").decode()
            for cell, text in pattern.findall(sheet):
                yield f"{unescape(name)}!{cell}", unescape(text)


def _agree(before: Result, after: Result) -> bool:
    if isinstance(before, bool) or isinstance(after, bool):
        return before is after
    if isinstance(before, int | float) and isinstance(after, int | float):
        return math.isclose(before, after, rel_tol=RELATIVE_TOLERANCE)
    # A formula that shows nothing is read as None or as an empty text.
    return ("" if before is None else before) == ("" if after is None else after)
