"""What the rows of the data-entry sheet are about, wherever they were moved to."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import NoReturn

from attrs import define, field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, quoted
from indh_me.model import TOTAL, Categories, Period

from .entry_columns import EntryColumns, Row
from .typed_number import plain_text
from .vocabulary import CATALOGUE, KEY, Vocabulary, folded

__all__ = ["EntryRow", "RowIdentities"]

MEND_KEY = "enter the figure in a row that the workbook was made with"
MEND_SORT = "sort whole rows, the folded columns too, or enter these figures in a new workbook"


@frozen
class EntryRow:
    """A row and what it is about.

    Parameters
    ----------
    number
        Its position in the sheet, from 0.
    indicator, period, categories
        What it is about.
    group
        What it shows of its group; `None` when it shows nothing.
    """

    number: int
    indicator: str
    period: Period
    categories: Categories
    group: str | None


@define(slots=False)
class RowIdentities:
    """Reads what rows are about: from their code and period, and the key in the folded column.

    A sort by the arrows of the headings moves the columns up to *Note* and leaves the folded ones
    behind. Code and period move with the figures, so they come first; the key says which group it
    is, as long as it agrees with them.

    Parameters
    ----------
    columns
        Where the columns are.
    rows
        Of the sheet.
    words
        Those of the workbook.
    """

    columns: EntryColumns
    rows: Sequence[Row] = field(repr=False)
    words: Vocabulary = CATALOGUE
    sorted_apart: bool = False
    _periods: dict[str, Period | None] = field(factory=dict)
    _groups: dict[str, Categories | None] = field(factory=dict)
    _shown: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find out whether the folded columns were left behind by a sort."""
        self.totals = self.words.totals
        at = self.columns.at
        columns = [at.get(name) for name in ("code", "period", KEY)]
        self.names = [
            tuple("" if column is None else _name(row[column]) for column in columns)
            for row in self.rows
        ]
        if None in columns:
            return
        told = [
            (f"{code}|{period}|", f"{key}|")
            for code, period, key in self.names[self.columns.header + 1 :]
            if key != "" and code != ""
        ]
        if not all(keyed.startswith(shown) for shown, keyed in told):
            shown = Counter(shown for shown, _ in told)
            self.sorted_apart = shown == Counter(
                "".join(f"{part}|" for part in keyed.split("|")[:2]) for _, keyed in told
            )

    def of(self, number: int) -> EntryRow | None:
        """Read what a row is about.

        Parameters
        ----------
        number
            Its position.

        Returns
        -------
        EntryRow | None
            `None` when nothing in it says so.

        Raises
        ------
        InvalidInputError
            When what it says contradicts itself, or names nothing; the place is a column.
        """
        row, at = self.rows[number], self.columns.at
        code, period, key = self.names[number]
        group = None if "category" not in at else self._folded(row[at["category"]])
        if code == "" and period == "" and key == "":
            return None
        parts = key.split("|", 2)
        agrees = len(parts) > 1 and code in {"", parts[0]} and period in {"", parts[1]}
        if agrees and not (self.sorted_apart and group in self.totals):
            about = self._group("".join(parts[2:]))
            found = parts[0], parts[1]
        else:
            if key != "" and not self.sorted_apart:
                what = f"the row is about {code} {period}, its key says {quoted(key)}"
                _refuse("code" if "code" in at else KEY, what, MEND_KEY)
            if code == "" or period == "":
                _refuse("code", "a row without code or period", MEND_KEY)
            about, found = self._shown_group(group), (code, period)
        return EntryRow(number, found[0], self._period(found[1]), about, group)

    def _folded(self, cell: object) -> str:
        """Fold what a row shows of its group, which many rows share."""
        words = cell if isinstance(cell, str) else str(cell)
        if words not in self._shown:
            self._shown[words] = folded(words)
        return self._shown[words]

    def _shown_group(self, group: str | None) -> Categories:
        """Give the group of a row that has no key of its own."""
        if group is None or group == "" or group in self.totals:
            return TOTAL
        what = f"no key says which group {quoted(group)} is"
        mend = MEND_SORT if self.sorted_apart else MEND_KEY
        raise ParseError(Fault(what, "category", mend))

    def _period(self, name: str) -> Period:
        if name not in self._periods:
            try:
                self._periods[name] = Period.parse(name)
            except InvalidInputError:
                self._periods[name] = None
        period = self._periods[name]
        if period is None:
            _refuse("period", f"{quoted(name)} is not a period", MEND_KEY)
        return period

    def _group(self, name: str) -> Categories:
        if name not in self._groups:
            try:
                self._groups[name] = Categories.parse(name)
            except InvalidInputError:
                self._groups[name] = None
        group = self._groups[name]
        if group is None:
            _refuse(KEY, f"{quoted(name)} names no group", MEND_KEY)
        return group


def _name(cell: object) -> str:
    """Give a code or the name of a period, which a program may have taken for something else."""
    if isinstance(cell, str):
        return cell.strip() if cell.isascii() else plain_text(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _refuse(column: str, what: str, mend: str) -> NoReturn:
    raise ParseError(Fault(what, column, mend))
