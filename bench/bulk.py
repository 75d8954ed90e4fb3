"""How fast 200 000 rows x 10 columns are written, against XlsxWriter and against zlib alone."""

import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from zipfile import ZipFile

import numpy as np
import xlsxwriter
from _measure import Ratio, report

from indh_me.write.bulk import BLOCK
from indh_me.write.data_rows import DataColumn, DataRows
from indh_me.write.grid import Book, Cell, Sheet
from indh_me.write.style import Style
from indh_me.write.xlsx import write_book

ROWS = 200_000
REPEATS = 3
PIECE = 1 << 16
MIB = 1 << 20
MOST_EXTRA = 60.0  # MiB over what the input takes
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no time zones
DAY = Style(number_format="yyyy-mm-dd")
HEADER = [f"column {number}" for number in range(10)]


def table() -> DataRows:
    """Make whole numbers, days, four sorts of text, floats and truth values."""
    draw = np.random.default_rng(2008)
    words = [
        [f"مشارك من الجهة {number}" for number in range(50)],
        [f"Personne formée à l'étranger {number}" for number in range(500)],
        [f"C-R{number}" for number in range(20)],
        [f"reached <{number} & more>" for number in range(9)],
    ]
    texts = [
        DataColumn(codes=draw.integers(0, len(each), ROWS, dtype=np.int32), words=each)
        for each in words
    ]
    days = np.datetime64("2006-01-01") + draw.integers(0, 4000, ROWS)
    return DataRows(
        [
            DataColumn(numbers=np.arange(ROWS)),
            DataColumn(numbers=days, style=DAY),
            *texts,
            DataColumn(numbers=draw.integers(0, 100_000, ROWS)),
            DataColumn(numbers=draw.random(ROWS)),
            DataColumn(numbers=draw.random(ROWS) * 1e6),
            DataColumn(numbers=draw.integers(0, 2, ROWS) == 1),
        ]
    )


def ours(rows: DataRows, path: Path) -> None:
    """Write the rows as the library does."""
    book = Book(
        [Sheet("Data", [Cell(0, at, title) for at, title in enumerate(HEADER)])],
        created=date(2008, 3, 27),
    )
    write_book(book, path, {"Data": rows})


def bare(values: list[list[Any]], path: Path) -> None:
    """Write the same cells with the method of XlsxWriter for each type."""
    file = xlsxwriter.Workbook(path)
    page = file.add_worksheet("Data")
    look = file.add_format({"num_format": DAY.number_format})
    write_string, write_number = page.write_string, page.write_number
    for at, title in enumerate(HEADER):
        write_string(0, at, title)
    for row, cells in enumerate(zip(*values, strict=True), 1):
        write_number(row, 0, cells[0])
        page.write_datetime(row, 1, cells[1], look)
        for at in (2, 3, 4, 5):
            write_string(row, at, cells[at])
        for at in (6, 7, 8):
            write_number(row, at, cells[at])
        page.write_boolean(row, 9, cells[9])
    file.close()


def squeeze(xml: bytes) -> None:
    """Compress as a workbook is compressed, and do nothing else."""
    squeezer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    for start in range(0, len(xml), PIECE):
        squeezer.compress(xml[start : start + PIECE])
    squeezer.flush()


def seconds(function: Callable[[], object]) -> float:
    """Measure the processor time of a call: other programs may be at work."""
    start = time.process_time()
    function()
    return time.process_time() - start


def peak() -> float:
    """Give the most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MIB


def extra_memory() -> float:
    """Give the memory that writing takes over the rows, measured in a process of its own."""
    command = [sys.executable, __file__, "memory"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def print_extra_memory(folder: Path) -> None:
    """Print how much the peak grows while the rows are written."""
    small = DataRows([DataColumn(numbers=np.arange(BLOCK))])
    ours(small, folder / "small.xlsx")  # What is loaded once is no memory of the rows.
    rows = table()
    before = peak()
    ours(rows, folder / "ours.xlsx")
    print(peak() - before)


def main() -> None:
    """Measure time against two peers, in turn, and memory."""
    folder = Path(tempfile.mkdtemp())
    if sys.argv[1:] == ["memory"]:
        print_extra_memory(folder)
        return
    extra = extra_memory()  # First: a process starts with the peak of the one that started it.
    rows = table()
    values = [column.values(0, ROWS) for column in rows.columns]
    values[1] = [DAY_ZERO + timedelta(days=(day - DAY_ZERO.date()).days) for day in values[1]]
    mine, theirs = folder / "ours.xlsx", folder / "bare.xlsx"
    ours(rows, mine)
    with ZipFile(mine) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml")
    runs = [
        (
            seconds(lambda: ours(rows, mine)),
            seconds(lambda: bare(values, theirs)),
            seconds(lambda: squeeze(xml)),
        )
        for _ in range(REPEATS)
    ]
    streamed, plain, squeezed = (median(each) for each in zip(*runs, strict=True))
    sizes = [path.stat().st_size / MIB for path in (mine, theirs)]
    print(f"{len(xml) / MIB:.1f} MiB of XML; files of {sizes[0]:.1f} and {sizes[1]:.1f} MiB")
    report(
        Ratio("data sheet / XlsxWriter", streamed, plain, limit=0.25),
        Ratio("data sheet / zlib alone on its XML", streamed, squeezed, limit=2.5),
        Ratio("memory over the input, of 60 MiB", extra, MOST_EXTRA, limit=1, unit="M"),
    )


if __name__ == "__main__":
    main()
