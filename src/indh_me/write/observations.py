"""Tables of observations (CSV, Excel)."""

import csv
import io
from os import PathLike, fspath

from indh_me._codec import observation_to_row, table_columns
from indh_me.model import Observations

from .data_sheet import data_book
from .replacing import replacing
from .xlsx import write_book

__all__ = ["write_observations"]


def write_observations(
    observations: Observations, path: str | PathLike[str], *, language: str = "en"
) -> None:
    """Write observations to a CSV file, or to the data sheet of a workbook.

    Parameters
    ----------
    observations
        What to write.
    path
        The file; an old one is replaced whole or not at all. With the suffix ``.xlsx`` it is a
        workbook, with any other a CSV file (UTF-8, commas).
    language
        Of the sheets of a workbook; the names of the columns are the same everywhere.

    Raises
    ------
    OutputError
        When the file cannot be written; the old one is intact.
    WorkbookError
        When a workbook cannot hold it: more rows than a sheet has, texts or numbers too
        large for a cell; each with its place.

    Notes
    -----
    In a CSV file, text that a spreadsheet would take for a formula gets an apostrophe before it,
    which `read_observations` takes away again. A workbook says that it is text, so there it
    stands as it is. Its numbers are those of the observations to the last digit, and its days are
    days (text before March 1900, which Excel does not count right). `read_observations` does not
    read workbooks.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "seen.csv")
    >>> write_observations(Observations.from_columns(["C-R4"], ["2008"], [9]), file)
    >>> file.read_text().splitlines()
    ['indicator,period,value', 'C-R4,2008,9']
    """
    if fspath(path).lower().endswith(".xlsx"):
        laid_out = data_book(observations, language)
        write_book(laid_out.book, path, laid_out.data)
        return
    table = io.StringIO()
    writer = csv.DictWriter(
        table, fieldnames=table_columns(observations), restval="", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(observation_to_row(each) for each in observations)
    with replacing(path) as new:
        new.write_text(table.getvalue(), encoding="utf-8", newline="")
