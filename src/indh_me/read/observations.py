r"""Tables of observations (CSV), and the observations inside framework files."""

import csv
import io
from collections.abc import Container, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from attrs import evolve

from indh_me._codec import observation_from_row
from indh_me._codec.table import Columns
from indh_me.errors import Fault, InvalidFileError, InvalidInputError, Place
from indh_me.model import Observation, Observations

from .framework import read_framework_file
from .safety import LARGEST_CSV, read_text

__all__ = ["is_toml", "numbered_observations", "read_observations", "refused_table"]

MOST_FAULTS = 200


def read_observations(*paths: str | PathLike[str]) -> Observations:
    r"""Read observations from files.

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
        With every fault of all the files (of each CSV file the first 200), each with its file,
        line and column.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "seen.csv")
    >>> _ = file.write_text("indicator,period,value\nT-R1,2005/2007,>=18000\n")
    >>> str(read_observations(file)[0].value)
    '>=18000'
    """
    tables: list[Observations] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            tables.append(_read(Path(path)))
        except InvalidFileError as error:
            faults += error.faults
    if faults:
        raise InvalidFileError(*faults)
    return Observations.concatenate(*tables)


def is_toml(file: Path) -> bool:
    """Tell whether a file of observations is a framework file, by its name."""
    return file.suffix.lower() == ".toml"


def _read(file: Path) -> Observations:
    if is_toml(file):
        return read_framework_file(file)[1]
    faults: list[Fault] = []
    rows = numbered_observations(file, faults)
    table = Observations.from_iterable(observation for _, observation in rows)
    if faults:
        raise refused_table(file, faults)
    return table


def refused_table(file: Path, faults: Sequence[Fault]) -> InvalidFileError:
    """Make the error for a CSV file with faults.

    Parameters
    ----------
    file
        The file.
    faults
        What `numbered_observations` found wrong; the first 200 are told.
    """
    told, more = list(faults[:MOST_FAULTS]), len(faults) - MOST_FAULTS
    if more > 0:
        mend = "mend those above first: they may be the same"
        told.append(Fault(f"and {more} more faults", mend=mend))
    return InvalidFileError(
        *(evolve(fault, where=evolve(fault.where, file=str(file))) for fault in told)
    )


def numbered_observations(
    file: Path, faults: list[Fault], about: Container[str] | None = None
) -> Iterator[tuple[int, Observation]]:
    """Give the rows that can be read, each with the line on which it begins.

    Parameters
    ----------
    file
        A CSV file.
    faults
        Takes what is wrong with the other rows.
    about
        Codes of the only indicators that are wanted.
    """
    # Line 1 is the header, and the first fault of a file may be there.
    line = 1
    rows = _cells(read_text(file, LARGEST_CSV))
    try:
        header = [name.strip() for name in next(rows, (1, []))[1]]
        columns = Columns(header)
        for line, cells in rows:
            try:
                row = _named(header, cells)
                if about is None or row["indicator"] in about:
                    yield line, observation_from_row(row, columns)
            except InvalidInputError as error:
                faults.extend(_on_line(fault, line) for fault in error.faults)
    except InvalidInputError as error:
        faults.extend(_on_line(fault, line) for fault in error.faults)


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not blank, each with the line on which it begins."""
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell != "" for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        fault = Fault(f"malformed CSV: {error}", Place(line=line), "check the quotes of this row")
        raise InvalidInputError(fault) from None


def _named(header: list[str], cells: list[str]) -> Mapping[str, str]:
    if len(cells) != len(header):
        what = f"{len(cells)} cells under {len(header)} columns"
        mend = "put text that holds the separator in double quotes"
        raise InvalidInputError(Fault(what, mend=mend))
    return dict(zip(header, cells, strict=True))


def _on_line(fault: Fault, line: int) -> Fault:
    where = fault.where
    return fault if where.line is not None else evolve(fault, where=evolve(where, line=line))
