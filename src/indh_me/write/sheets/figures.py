"""The hidden sheet on which figures are accumulated: one row a figure, for others to show."""

from collections.abc import Iterator
from datetime import date

from attrs import define, field, frozen

from indh_me.compute import Reason, Status
from indh_me.compute.figure import Figure
from indh_me.compute.method import method_of
from indh_me.compute.window import Window
from indh_me.model import TOTAL, Absence, Categories, Indicator, Method, Quantity
from indh_me.write.content import LAST, Content
from indh_me.write.entries import Entry
from indh_me.write.grid import Cell, Formula, Sheet, Value, sheet_prefix
from indh_me.write.style import DATE, PLAIN

from .accumulation import COLUMNS, Accumulating
from .data_entry import DataEntry
from .entry_formulas import counted_code
from .precision import mark, mark_formula, shown_number
from .sides import BOUNDS
from .spelling import number, quoted, serial

__all__ = ["FIGURES", "Accumulated", "FigureRow", "Figures"]

FIGURES = "_figures"
POSITION = {name: position for position, name in enumerate(COLUMNS)}
PREFIX = sheet_prefix(FIGURES)


@frozen(kw_only=True)
class FigureRow:
    """A row of the sheet: an accumulated figure, and where its parts stand.

    Parameters
    ----------
    row
        Position of the row, from 0.
    figure
        What it comes to, or why to nothing.
    count
        How many figures it is made of.
    shown, reason
        The number that it is shown by, or the word for why there is none; and that reason.
    """

    row: int
    figure: Figure
    count: int
    shown: float | str
    reason: str

    @property
    def quantity(self) -> Quantity | None:
        """What it comes to; `None` for nothing."""
        return self.figure.quantity

    def reference(self, name: str) -> str:
        """Give the reference of a part for the formulas of other sheets.

        Parameters
        ----------
        name
            Of the column.
        """
        return f"{PREFIX}${COLUMNS[name]}${self.row + 1}"


@frozen
class Accumulated:
    """What is accumulated in a row.

    Parameters
    ----------
    indicator
        The indicator.
    window
        Which of its figures; `None` for all that count.
    categories
        The group.
    """

    indicator: Indicator
    window: Window | None
    categories: Categories = TOTAL

    @property
    def code(self) -> str:
        """The word by which its figures are found."""
        return counted_code(self.indicator, self.categories)

    @property
    def key(self) -> tuple[str, Window | None]:
        """By what it is known."""
        return self.code, self.window


@define
class Figures:
    """The sheet while it grows.

    Parameters
    ----------
    content, data
        What the workbook is made of, and where the figures are entered.
    """

    content: Content
    data: DataEntry
    cells: list[Cell] = field(factory=list)
    made: dict[tuple[str, Window | None], FigureRow] = field(factory=dict)
    with_last_end: set[int] = field(factory=set)

    def add(self, indicator: Indicator, window: Window | None = None) -> FigureRow:
        """Accumulate an indicator in a row, a new one unless it is there already.

        Parameters
        ----------
        indicator
            Whose total is accumulated.
        window
            Which of its figures; `None` for all that count.
        """
        return self._row(Accumulated(indicator, window))

    def add_group(self, indicator: Indicator, categories: Categories) -> FigureRow:
        """Accumulate all figures of a group that count.

        Parameters
        ----------
        indicator, categories
            The indicator, and the group.
        """
        self.data.formulas.read_group(indicator, categories)
        return self._row(Accumulated(indicator, None, categories))

    def _row(self, what: Accumulated) -> FigureRow:
        known = self.made.get(what.key)
        if known is None:
            known = self._new(what)
            self.made[what.key] = known
        return known

    def reaches_to(
        self, indicator: Indicator, categories: Categories = TOTAL
    ) -> tuple[FigureRow, str, int]:
        """Tell to which day the figures of an indicator reach.

        Parameters
        ----------
        indicator, categories
            Whose total it is, or which group.

        Returns
        -------
        tuple[FigureRow, str, int]
            The row of its figure to date, the reference of the day, and what it comes to: 0 where
            nothing is reported.
        """
        row = self.add(indicator) if categories.is_total else self.add_group(indicator, categories)
        what = Accumulated(indicator, None, categories)
        last = self._last_end(what)
        if row.row not in self.with_last_end:
            formula = self._accumulating(row.row, what).last_end()
            self._put(row.row, "last_end", Formula(formula, last))
            self.with_last_end.add(row.row)
        return row, row.reference("last_end"), last

    def _last_end(self, what: Accumulated) -> int:
        ends = [serial(entry.period.end) for entry in self._counted(what)]
        return max(ends, default=0)

    def _accumulating(self, row: int, what: Accumulated) -> Accumulating:
        return Accumulating(
            self.data.references,
            row + 1,
            what.indicator,
            what.window,
            may_collide=self.content.may_collide(what.indicator, what.categories),
        )

    def _new(self, what: Accumulated) -> FigureRow:
        figure, window = self._figure(what), what.window
        counted = self._counted(what)
        row = FigureRow(
            row=len(self.made) + 1,
            figure=figure,
            count=len(counted),
            shown=self._shown(figure),
            reason=self._reason(figure),
        )
        formulas = self._accumulating(row.row, what)
        self._put(row.row, "code", what.code)
        if window is not None:
            if window.first is not None:
                self._put(row.row, "first", window.first)
            self._put(row.row, "last", window.last)
        for name, formula in self._formulas(what, row, formulas, counted):
            self._put(row.row, name, formula)
        return row

    def sheet(self) -> Sheet:
        """Make the sheet."""
        head = [Cell(0, column, name) for name, column in POSITION.items()]
        return Sheet(FIGURES, [*head, *self.cells], visibility="hidden", protected=True)

    def _put(self, row: int, name: str, value: Value) -> None:
        style = DATE if isinstance(value, date) else PLAIN
        self.cells.append(Cell(row, POSITION[name], value, style))

    def _figure(self, what: Accumulated) -> Figure:
        if not what.categories.is_total:
            return self.content.group_to_date(what.indicator, what.categories)
        if what.window is None:
            return self.content.to_date[what.indicator.code][0]
        return self.content.figure_in(what.indicator, what.window)

    def _counted(self, what: Accumulated) -> list[Entry]:
        return [
            entry
            for entry in self.content.entries_of(what.indicator, what.categories)
            if entry.quantity is not None
            and self.content.counts(entry)
            and (what.window is None or entry.period in what.window)
        ]

    def _formulas(
        self,
        what: Accumulated,
        row: FigureRow,
        formulas: Accumulating,
        counted: list[Entry],
    ) -> Iterator[tuple[str, Formula]]:
        indicator = what.indicator
        yield "count", Formula(formulas.count(), row.count)
        if indicator.accumulation in LAST or self._follows_days(indicator):
            self.with_last_end.add(row.row)
            yield "last_end", Formula(formulas.last_end(), self._last_end(what))
        collisions = formulas.collisions()
        if collisions is not None:
            colliding = self._colliding(what, counted)
            yield "collisions", Formula(collisions, colliding)
        for name in BOUNDS:
            bound = None if row.quantity is None else getattr(row.quantity, name)
            yield name, Formula(formulas.bound(name), number(bound))
        label, words = self.content.words.label, self.content.words
        absent = {each: quoted(label("reason", each)) for each in Reason}
        yield "reason", Formula(formulas.reason(absent), row.reason)
        yield "shown", Formula(self._shown_formula(formulas, absent), row.shown)
        text = mark_formula(words, *(formulas.at[name] for name in BOUNDS))
        yield "mark", Formula(f"={text}", mark(words, row.quantity))

    def _follows_days(self, indicator: Indicator) -> bool:
        """Tell whether it matters which day the figures reach to."""
        cases = self.content.cases.get(indicator.code, ())
        of_days = any(case.way is not None or case.may_be_past for case in cases)
        return of_days or len(cases) > 1 or method_of(indicator) is Method.GROWTH_RATIO

    def _colliding(self, what: Accumulated, counted: list[Entry]) -> int:
        window = what.window
        ends = [entry.period.end for entry in counted]
        if what.indicator.accumulation in LAST:
            return ends.count(max(ends)) - 1 if ends else -1
        shared = self.data.formulas.shared(what.indicator, what.categories) or {}
        least = 1 if window is None or window.first is None else serial(window.first)
        return sum(1 for entry in counted if shared[entry.key] >= least)

    def _shown(self, figure: Figure) -> float | str:
        """Give the number that a figure is shown by, or the word for why there is none."""
        label = self.content.words.label
        if figure.quantity is not None:
            shown = shown_number(figure.quantity)
            return label("known_as", "unknown") if shown is None else shown
        if figure.reason is Reason.NOT_APPLICABLE:
            return label("absence", Absence.NOT_APPLICABLE)
        if figure.reason in {Reason.NOT_REPORTED, Reason.NO_TOTAL}:
            return label("absence", Absence.NOT_REPORTED)
        return label("status", Status.UNDEFINED)

    def _reason(self, figure: Figure) -> str:
        """Say why there is no figure; of the total, nothing is reported without one."""
        if figure.reason is None:
            return ""
        silent = figure.reason is Reason.NO_TOTAL
        return self.content.words.label("reason", Reason.NOT_REPORTED if silent else figure.reason)

    def _shown_formula(self, formulas: Accumulating, absent: dict[Reason, str]) -> str:
        label, at = self.content.words.label, formulas.at
        text, reason = quoted(label("known_as", "unknown")), at["reason"]
        if formulas.may_come_to_nothing:
            text = f'IF({reason}<>"",{quoted(label("status", Status.UNDEFINED))},{text})'
        for why, kind in (
            (Reason.NOT_APPLICABLE, Absence.NOT_APPLICABLE),
            (Reason.NOT_REPORTED, Absence.NOT_REPORTED),
        ):
            text = f"IF({reason}={absent[why]},{quoted(label('absence', kind))},{text})"
        for name in ("high", "low", "best"):
            text = f'IF({at[name]}<>"",{at[name]},{text})'
        return f"={text}"
