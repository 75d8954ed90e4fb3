"""The columns of the hidden sheet on which targets are assessed, and how others refer to them."""

from collections.abc import Mapping

from attrs import frozen

from indh_me.cells import column_letters
from indh_me.write.grid import sheet_prefix

__all__ = ["ASSESSED", "COLUMNS", "SHOWN", "AssessedRows"]

ASSESSED = "_assessed"
PREFIX = sheet_prefix(ASSESSED)
NAMES = (
    *("code", "period", "target", "version", "last", "since", "chosen", "count", "day"),
    *("low", "best", "high", "shown", "mark", "absent"),
    *("years", "no_rate", "rate_low", "rate_best", "rate_high"),
    *("leg_first", "leg_last", "elapsed", "share"),
    *("expected_low", "expected_best", "expected_high"),
    *("no_progress", "progress_low", "progress_best", "progress_high"),
    *("status", "reason"),
)
#: Letters of the columns, by what these hold.
COLUMNS: Mapping[str, str] = {name: column_letters(at) for at, name in enumerate(NAMES)}
#: Columns that are shown elsewhere.
SHOWN = (
    *("period", "target", "day", "low", "best", "high", "shown", "mark", "absent"),
    *("rate_low", "rate_best", "rate_high", "expected_low", "expected_best", "expected_high"),
    *("status", "reason"),
)


@frozen(kw_only=True)
class AssessedRows:
    """The rows of one indicator: one for each case, of which the figures choose one.

    Parameters
    ----------
    first, count
        Position of the first row, from 0, and how many there are.
    values
        What the row that holds now comes to, by column.
    """

    first: int
    count: int
    values: Mapping[str, float | str]

    def reference(self, name: str) -> str:
        """Write what gives a column of the row that holds, for the formulas of other sheets.

        Parameters
        ----------
        name
            Of the column.
        """
        if self.count == 1:
            return f"{PREFIX}${COLUMNS[name]}${self.first + 1}"
        return f"INDEX({self._column(name)},MATCH(1,{self._column('chosen')},0))"

    def _column(self, name: str) -> str:
        letters = COLUMNS[name]
        return f"{PREFIX}${letters}${self.first + 1}:${letters}${self.first + self.count}"
