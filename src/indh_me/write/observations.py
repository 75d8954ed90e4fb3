"""Tables of observations (CSV)."""

import csv
import io
from os import PathLike

from indh_me._codec import observation_to_row, table_columns
from indh_me.model import Observations

from .replacing import replacing

__all__ = ["write_observations"]


def write_observations(observations: Observations, path: str | PathLike[str]) -> None:
    """Write observations to a CSV file.

    Parameters
    ----------
    observations
        What to write.
    path
        The file (UTF-8, commas); an old one is replaced whole or not at all.

    Raises
    ------
    OutputError
        When the file cannot be written; the old one is intact.

    Notes
    -----
    Text that a spreadsheet would take for a formula gets an apostrophe before it, which
    `read_observations` takes away again.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "seen.csv")
    >>> write_observations(Observations.from_columns(["C-R4"], ["2008"], [9]), file)
    >>> file.read_text().splitlines()
    ['indicator,period,value', 'C-R4,2008,9']
    """
    table = io.StringIO()
    writer = csv.DictWriter(
        table, fieldnames=table_columns(observations), restval="", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(observation_to_row(each) for each in observations)
    with replacing(path) as new:
        new.write_text(table.getvalue(), encoding="utf-8", newline="")
