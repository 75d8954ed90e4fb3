"""The data-entry sheet of a filled workbook: its rows, and what is wrong with some of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from attrs import define, evolve, field

from indh_me.cells import cell_name, cell_path
from indh_me.compute.collection import (
    EnteredFigure,
    EntryFinding,
    EntryIssue,
    GrowingPlan,
    Key,
    PlanPart,
    key_of,
)
from indh_me.errors import Fault, InvalidInputError, ParseError, Place, quoted
from indh_me.model import Citation, Quantity

from .entry_columns import EntryColumns, Row
from .entry_rows import MEND_KEY, EntryRow, RowIdentities
from .entry_value import is_blank, row_value
from .plan_figures import plan_figure
from .typed_day import typed_day
from .typed_figure import Typed
from .vocabulary import CATALOGUE, FILLED, Vocabulary

__all__ = ["EntrySheet"]

#: Columns with words of the plan.
WORDS = {"indicator": PlanPart.NAME, "unit": PlanPart.UNIT}
MEND_ERROR = "correct the formula, or type the figure"


@define(slots=False)
class EntrySheet:
    """Reads the rows of a data-entry sheet.

    Parameters
    ----------
    file, name
        Of the workbook and of the sheet, for the places of cells.
    rows
        Its cells.
    columns
        Where its columns are.
    language
        Tag of the workbook's language.
    formulas
        Cells with a formula: row and column, from 0.
    errors
        What stands in cells with an error, by their names.
    words
        Those of the workbook.
    """

    file: str
    name: str
    rows: Sequence[Row] = field(repr=False)
    columns: EntryColumns
    language: str
    formulas: set[tuple[int, int]] = field(factory=set, repr=False)
    errors: Mapping[str, str] = field(factory=dict)
    words: Vocabulary = CATALOGUE
    figures: list[EnteredFigure] = field(factory=list)
    plan: GrowingPlan = field(factory=GrowingPlan, repr=False)
    findings: list[EntryFinding] = field(factory=list)
    twice: set[int] = field(factory=set)

    def read(self) -> None:
        """Read all rows."""
        self.findings += self._about_columns()
        identities = RowIdentities(self.columns, self.rows, self.words)
        if identities.sorted_apart:
            what = "the folded columns were left behind by a sort: rows are taken as they read"
            self._tell(EntryIssue.NOTED, Fault(what, self._place(self.columns.header, 0)))
        filled = [(name, self.columns.at[name]) for name in FILLED if name in self.columns.at]
        wrong = {int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1 for name in self.errors}
        wrong |= {row for row, _ in self.formulas}
        read: dict[Key, int] = {}
        shown: set[tuple[object, ...]] = set()
        for number in range(self.columns.header + 1, len(self.rows)):
            row = self.rows[number]
            cells = {
                name: cell for name, at in filled if (cell := row[at]) != "" and not is_blank(cell)
            }
            try:
                about = identities.of(number)
                if about is None:
                    if cells or number in wrong:
                        self._unplaced(number, cells)
                    continue
                self._show_plan(about, shown)
                if number in wrong:
                    self._check_formulas(number, filled, cells)
                figure = self._figure(about, cells)
            except InvalidInputError as error:
                self._reject(number, error.faults, told=len(cells) > 0 or number in wrong)
                continue
            self._add(figure, read)
        self.figures = [each for at, each in enumerate(self.figures) if at not in self.twice]

    def _about_columns(self) -> Iterator[EntryFinding]:
        for name in self.columns.missing:
            place = self._place(self.columns.header, 0)
            what = f"the column {name!r} is gone, or its heading was changed"
            mend = "put the heading back if something was entered in it"
            yield EntryFinding(EntryIssue.NOTED, Fault(what, place, mend))

    def _path(self, row: int, column: int) -> str:
        return cell_path(self.name, row, column)

    def _place(self, row: int, column: int) -> Place:
        return Place(self._path(row, column), file=self.file)

    def _tell(self, issue: EntryIssue, fault: Fault) -> None:
        self.findings.append(EntryFinding(issue, fault))

    def _column(self, name: str) -> int:
        """Give the position of a column that a fault names; of the value when it has none."""
        return self.columns.at.get(name, self.columns.at["value"])

    def _reject(self, number: int, faults: Iterable[Fault], *, told: bool) -> None:
        """Tell the faults of a row, at their cells; a row with nothing entered has none."""
        if told:
            for fault in faults:
                place = self._place(number, self._column(fault.where.path))
                self._tell(EntryIssue.REJECTED, evolve(fault, where=place))

    def _unplaced(self, number: int, cells: Mapping[str, object]) -> None:
        name = next(iter(cells), "value")
        what = "a row without code and period has something entered in it"
        fault = Fault(what, self._place(number, self._column(name)), MEND_KEY)
        self._tell(EntryIssue.REJECTED, fault)

    def _check_formulas(
        self, number: int, filled: Iterable[tuple[str, int]], cells: Mapping[str, object]
    ) -> None:
        """Refuse errors, and formulas that show nothing; tell of the others."""
        for name, at in filled:
            error = self.errors.get(cell_name(number, at))
            if error is not None:
                raise ParseError(Fault(f"{quoted(error)} is an error", name, MEND_ERROR))
            if (number, at) in self.formulas:
                if name not in cells:
                    what = "a formula without a value"
                    mend = "open and save the workbook in Excel or LibreOffice"
                    raise ParseError(Fault(what, name, mend))
                what = "a formula: what it shows is taken"
                mend = "type the figure itself if it should not change"
                self._tell(EntryIssue.NOTED, Fault(what, self._place(number, at), mend))

    def _figure(self, about: EntryRow, cells: Mapping[str, object]) -> EnteredFigure:
        typed = self._typed(cells)
        if typed is None:
            for name in ("source", "note", "collected"):
                if name in cells:
                    what = f"{name} without a figure is not taken"
                    at = self._place(about.number, self._column(name))
                    self._tell(EntryIssue.NOTED, Fault(what, at, "type the figure as well"))
                    break
            typed, cells = Typed(None), {}
        source, collected = cells.get("source"), cells.get("collected")
        return EnteredFigure(
            indicator=about.indicator,
            period=about.period,
            categories=about.categories,
            value=typed.value,
            form=typed.form,
            source=None if source is None else _code(source),
            collected=None if collected is None else _day(collected),
            note=_words(cells.get("note", "")),
            group=about.group,
            place=self._place(about.number, self.columns.at["value"]),
        )

    def _typed(self, cells: Mapping[str, object]) -> Typed | None:
        if not cells:
            return None
        number = cells.get("value")
        if type(number) is float and (
            len(cells) == 1 or (len(cells) == 2 and cells.get("known_as") in self.words.exactly)  # noqa: PLR2004 - these two
        ):
            # Most rows are like this.
            return _exactly(number)
        return row_value(cells, self.language, self.words)

    def _add(self, figure: EnteredFigure, read: dict[Key, int]) -> None:
        """Take a figure, unless another row is about the same."""
        key = key_of(figure.indicator, figure.period, figure.categories)
        at = read.setdefault(key, len(self.figures))
        if at == len(self.figures):
            self.figures.append(figure)
            return
        other = self.figures[at]
        if figure.value is None or other == evolve(figure, place=other.place, group=other.group):
            return
        if other.value is None:
            self.figures[at] = figure
            return
        for one, two in ((other, figure), (figure, other)):
            what = f"the figure is entered in another row too: {two.place.path}"
            self._tell(EntryIssue.REJECTED, Fault(what, one.place, "keep one of the rows"))
        self.twice.add(at)

    def _show_plan(self, about: EntryRow, shown: set[tuple[object, ...]]) -> None:
        """Keep what the row repeats of the plan; what many rows repeat alike, once."""
        row, at = self.rows[about.number], self.columns.at
        words = about.indicator, *(row[at[name]] for name in WORDS if name in at)
        if words not in shown:
            self._show_words(about, shown)
            shown.add(words)
        if "target" in at:
            column = at["target"]
            target, tolerance = plan_figure(row[column], self.language, self.words)
            self.plan.add(
                about.indicator,
                PlanPart.TARGET,
                target,
                self._path(about.number, column),
                period=about.period,
                categories=about.categories,
                tolerance=tolerance,
            )

    def _show_words(self, about: EntryRow, shown: set[tuple[object, ...]]) -> None:
        """Keep the words of a row that no row of its indicator has shown."""
        row, at = self.rows[about.number], self.columns.at
        for name, part in WORDS.items():
            if name in at and (about.indicator, part, row[at[name]]) not in shown:
                shown.add((about.indicator, part, row[at[name]]))
                words, path = _words(row[at[name]]), self._path(about.number, at[name])
                self.plan.add(about.indicator, part, words, path)


@lru_cache(maxsize=4096)
def _exactly(number: float) -> Typed:
    return Typed(Quantity.exactly(number))


def _words(cell: object) -> str:
    return cell if isinstance(cell, str) else str(cell)


def _day(cell: object) -> date:
    try:
        return typed_day(cell)
    except ParseError as error:
        raise ParseError(
            *(evolve(each, where=Place("collected")) for each in error.faults)
        ) from None


def _code(cell: object) -> str:
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    try:
        return Citation(text).code
    except InvalidInputError:
        mend = "write the code of a source of the framework, or put the words in the note"
        raise ParseError(Fault(f"{quoted(text)} is no code of a source", "source", mend)) from None
