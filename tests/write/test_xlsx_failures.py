import os
import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as OpenedWorkbook
from openpyxl import load_workbook

from indh_me.errors import OutputError, WorkbookError
from indh_me.write import xlsx
from indh_me.write.grid import (
    Area,
    Book,
    Cell,
    Chart,
    Series,
    Sheet,
)
from indh_me.write.xlsx import write_book

DAY = date(2008, 3, 27)


def written(path: Path, sheets: list[Sheet]) -> OpenedWorkbook:
    """Write sheets as a workbook and open it again."""
    write_book(Book(sheets, created=DAY), path)
    return load_workbook(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a workbook to be."""
    return tmp_path / "suivi.xlsx"


def test_refused_cell_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should XlsxWriter leave out a cell in silence, that is an error which names it."""
    monkeypatch.setattr(xlsx._Worksheet, "write_number", lambda *_: -1)  # noqa: SLF001

    with pytest.raises(WorkbookError, match="refused with code -1") as caught:
        written(path, [Sheet("Suivi", [Cell(3, 1, 1)])])

    assert "Suivi!B4" == str(caught.value.faults[0].where)
    assert not path.exists()


def test_warning_of_xlsxwriter_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should XlsxWriter merely warn, that is an error too; other warnings stay warnings."""

    def complain(*_: object) -> int:
        warnings.warn_explicit("too long", UserWarning, "w.py", 1, module="xlsxwriter.worksheet")
        return 0

    monkeypatch.setattr(xlsx._Worksheet, "write_number", complain)  # noqa: SLF001

    with pytest.raises(WorkbookError, match="refused: too long"):
        written(path, [Sheet("Suivi", [Cell(0, 0, 1)])])

    assert not path.exists()


def test_chart_of_another_kind_is_refused(path: Path) -> None:
    """A series of a kind that is not known is an error, not a missing chart."""
    area = Area("Suivi", 0, 0, 0, 0)
    series = Series(name="x", categories=area, values=area, colour="#000000", kind="pie")  # type: ignore[arg-type]
    chart = Chart(row=0, column=1, series=[series], alt_text="x")

    with pytest.raises(WorkbookError, match="a chart of 'pie' was refused"):
        written(path, [Sheet("Suivi", [Cell(0, 0, 1)], charts=[chart])])


def test_missing_folder_is_an_output_error(tmp_path: Path) -> None:
    """A workbook for a folder that is not there is refused, with the way to mend it."""
    with pytest.raises(OutputError, match="create the folder first"):
        written(tmp_path / "missing" / "suivi.xlsx", [Sheet("Suivi", [Cell(0, 0, 1)])])


WRITE_TOO_MUCH = """
import resource, sys
from datetime import date
from indh_me.errors import OutputError
from indh_me.write.grid import Book, Cell, Sheet
from indh_me.write.xlsx import write_book
cells = [Cell(row, 0, str(row)) for row in range(int(sys.argv[2]))]
book = Book([Sheet("Suivi", cells)], created=date(2008, 3, 27))
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), limit[1]))
try:
    write_book(book, sys.argv[1])
except OutputError as error:
    print(error.faults[0].what)
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs the limits of POSIX")
@pytest.mark.parametrize(("rows", "room"), [(10_000, 20_000), (1, 3_000)])
def test_full_disk_leaves_the_old_workbook(
    path: Path, tmp_path_factory: pytest.TempPathFactory, rows: int, room: int
) -> None:
    """When the disk fills up, in the parts or in the whole, the old file stays and no part does."""
    path.write_bytes(b"old")
    temporary = tmp_path_factory.mktemp("temporary")

    ran = subprocess.run(
        [sys.executable, "-c", WRITE_TOO_MUCH, str(path), str(rows), str(room)],
        capture_output=True,
        check=True,
        env=os.environ | {"TMPDIR": str(temporary)},
        text=True,
    )

    assert "the disk is full, or the file larger than allowed" == ran.stdout.strip()
    assert [path] == list(path.parent.iterdir())
    assert b"old" == path.read_bytes()
    assert [] == list(temporary.iterdir())
