"""Tables of observations (CSV), and the observations inside framework files."""

import csv
import io
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from attrs import evolve

from indh_me._codec import observation_from_row
from indh_me._codec.table import Columns
from indh_me.errors import Fault, InvalidFileError, InvalidInputError, Place
from indh_me.model import Observation, Observations

from .framework import read_framework_file
from .safety import LARGEST_CSV, read_text

__all__ = ["read_observations"]

MOST_FAULTS = 200


def read_observations(*paths: str | PathLike[str]) -> Observations:
    """Read observations from files.

    Parameters
    ----------
    paths
        CSV files, or framework files (``.toml``) with ``[[observations]]``. Rows follow in the
        order of the files. A CSV file is UTF-8, separated by commas or semicolons; its first
        line names the columns: ``indicator``, ``period``, ``value``, and optionally
        ``numerator``, ``denominator``, ``n``, ``source``, ``page``, ``collected``, ``by:sex`` (a
        column for each dimension), ``scope:fr``, ``note:fr``, ``quote:ar``.

    Returns
    -------
    Observations
        Codes in CSV files are not held against a framework yet: `check` and `assess` do that.

    Raises
    ------
    InvalidFileError
        With every fault of the first file that has any (the first 200 of them), each with its
        line and column.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "seen.csv")
    >>> _ = file.write_text("indicator,period,value\\nT-R1,2005/2007,>=18000\\n")
    >>> str(read_observations(file)[0].value)
    '>=18000'
    """
    tables = []
    for path in paths:
        if Path(path).suffix.lower() == ".toml":
            tables.append(read_framework_file(path)[1])
        else:
            tables.append(_read_csv(Path(path)))
    return Observations.concatenate(*tables)


def _read_csv(file: Path) -> Observations:
    text = read_text(file, LARGEST_CSV)
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    faults: list[Fault] = []
    table = Observations.from_iterable(_rows(text, separator, faults))
    if faults:
        more = len(faults) - MOST_FAULTS
        shown = faults[:MOST_FAULTS]
        if more > 0:
            shown.append(Fault(f"and {more} more faults", Place(file=str(file))))
        raise InvalidFileError(
            *(evolve(fault, where=evolve(fault.where, file=str(file))) for fault in shown)
        )
    return table


def _rows(text: str, separator: str, faults: list[Fault]) -> Iterator[Observation]:
    """Give the rows that can be read; put the others among the faults."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        columns = Columns(header)
        for cells in reader:
            if all(cell == "" for cell in cells):
                continue
            try:
                if len(cells) != len(header):
                    raise InvalidInputError(
                        Fault(
                            f"{len(cells)} cells under {len(header)} columns",
                            mend="put text that holds the separator in double quotes",
                        )
                    )
                row = dict(zip(header, cells, strict=True))
                yield observation_from_row(row, columns)
            except InvalidInputError as error:
                faults.extend(_on_line(fault, reader.line_num) for fault in error.faults)
    except InvalidInputError as error:
        faults.extend(_on_line(fault, 1) for fault in error.faults)
    except csv.Error as error:
        faults.append(
            _on_line(Fault(f"malformed CSV: {error}", mend="check the quotes"), reader.line_num)
        )


def _on_line(fault: Fault, line: int) -> Fault:
    return evolve(fault, where=evolve(fault.where, line=line))
