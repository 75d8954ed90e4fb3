"""The hidden sheet on which figures are accumulated: one row a figure, for others to show."""

from collections.abc import Iterator
from datetime import date

from attrs import define, field, frozen

from indh_me.compute import Achievement, Reason, Status
from indh_me.compute.figure import Figure
from indh_me.compute.window import Window
from indh_me.model import Absence, Accumulation, Indicator, Quantity
from indh_me.write.content import LAST, Content
from indh_me.write.entries import Entry
from indh_me.write.grid import Cell, Formula, Sheet, Value, sheet_prefix
from indh_me.write.style import DATE, PLAIN

from .accumulation import COLUMNS, Accumulating
from .data_entry import DataEntry
from .precision import mark, mark_formula, shown_number
from .rate import Plan, rate_formulas
from .spelling import number, quoted, serial

__all__ = ["FIGURES", "FigureRow", "Figures"]

FIGURES = "_figures"
POSITION = {name: position for position, name in enumerate(COLUMNS)}
PREFIX = sheet_prefix(FIGURES)
BOUNDS = ("low", "best", "high")


@frozen(kw_only=True)
class FigureRow:
    """A row of the sheet: an accumulated figure, and where its parts stand.

    Parameters
    ----------
    row
        Position of the row, from 0.
    quantity
        What it comes to.
    shown
        The number that it is shown by, or the word for why there is none.
    may_collide
        Whether it counts the figures that must not stand beside another one.
    pooled
        Whether numerators and denominators are pooled.
    """

    row: int
    quantity: Quantity | None
    shown: float | str
    may_collide: bool
    pooled: bool

    def reference(self, name: str) -> str:
        """Give the reference of a part for the formulas of other sheets.

        Parameters
        ----------
        name
            Of the column.
        """
        return f"{PREFIX}${COLUMNS[name]}${self.row + 1}"

    def no_figure(self) -> Iterator[tuple[str, Reason]]:
        """Give conditions under which figures are reported, but come to none, and the reasons."""
        if self.pooled:
            count, best = self.reference("count"), self.reference("best")
            yield f'AND({count}>1,{best}="")', Reason.MISSING_DENOMINATOR
        if self.may_collide:
            yield f"{self.reference('collisions')}>0", Reason.OVERLAPPING_PERIODS


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
    rows: int = 1

    def add(self, indicator: Indicator, window: Window | None = None) -> FigureRow:
        """Accumulate an indicator in a new row.

        Parameters
        ----------
        indicator
            Whose total is accumulated.
        window
            Which of its figures; `None` for all that count.
        """
        figure = self._figure(indicator, window)
        collides = self.content.may_collide(indicator)
        row = FigureRow(
            row=self.rows,
            quantity=figure.quantity,
            shown=self._shown(figure),
            may_collide=collides,
            pooled=indicator.accumulation is Accumulation.RATIO,
        )
        self.rows += 1
        formulas = Accumulating(
            self.data.references, row.row + 1, indicator, window, may_collide=collides
        )
        self._put(row.row, "code", indicator.code)
        if window is not None:
            if window.first is not None:
                self._put(row.row, "first", window.first)
            self._put(row.row, "last", window.last)
        for name, formula in self._formulas(indicator, window, row, formulas):
            self._put(row.row, name, formula)
        return row

    def add_rate(self, row: FigureRow, achievement: Achievement, plan: Plan) -> None:
        """Compute a rate in the row of its actual.

        Parameters
        ----------
        row
            Where the actual stands.
        achievement
            What the rate comes to.
        plan
            What it is measured against.
        """
        texts = dict(rate_formulas(plan, {name: _fixed(name, row) for name in BOUNDS}))
        for name in BOUNDS:
            rate = None if achievement.rate is None else getattr(achievement.rate, name)
            text = texts.get(name)
            # A blank cell is a part that no figure can make known.
            value = None if text is None else Formula(text, number(rate))
            self._put(row.row, f"rate_{name}", value)

    def sheet(self) -> Sheet:
        """Make the sheet."""
        head = [Cell(0, column, name) for name, column in POSITION.items()]
        return Sheet(FIGURES, [*head, *self.cells], visibility="hidden", protected=True)

    def _put(self, row: int, name: str, value: Value) -> None:
        style = DATE if isinstance(value, date) else PLAIN
        self.cells.append(Cell(row, POSITION[name], value, style))

    def _figure(self, indicator: Indicator, window: Window | None) -> Figure:
        if window is None:
            return self.content.to_date[indicator.code][0]
        return self.content.in_windows[indicator.code, window]

    def _formulas(
        self,
        indicator: Indicator,
        window: Window | None,
        row: FigureRow,
        formulas: Accumulating,
    ) -> Iterator[tuple[str, Formula]]:
        counted = [
            entry
            for entry in self.content.total_entries[indicator.code]
            if entry.quantity is not None
            and self.content.counts(entry)
            and (window is None or entry.period in window)
        ]
        yield "count", Formula(formulas.count(), len(counted))
        last_end = formulas.last_end()
        ends = [serial(entry.period.end) for entry in counted]
        if last_end is not None:
            yield "last_end", Formula(last_end, max(ends, default=0))
        collisions = formulas.collisions()
        if collisions is not None:
            colliding = self._colliding(indicator, window, counted)
            yield "collisions", Formula(collisions, colliding)
        for name in BOUNDS:
            bound = None if row.quantity is None else getattr(row.quantity, name)
            yield name, Formula(formulas.bound(name), number(bound))
        yield "shown", Formula(self._shown_formula(row, formulas), row.shown)
        words = self.content.words
        text = mark_formula(words, *(formulas.at[name] for name in BOUNDS))
        yield "mark", Formula(f"={text}", mark(words, row.quantity))

    def _colliding(self, indicator: Indicator, window: Window | None, counted: list[Entry]) -> int:
        ends = [entry.period.end for entry in counted]
        if indicator.accumulation in LAST:
            return ends.count(max(ends)) - 1 if ends else -1
        shared = self.data.formulas.shared[indicator.code]
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

    def _shown_formula(self, row: FigureRow, formulas: Accumulating) -> str:
        label, at = self.content.words.label, formulas.at
        undefined, unknown = (
            quoted(label("status", Status.UNDEFINED)),
            quoted(label("known_as", "unknown")),
        )
        nothing, silent = (
            quoted(label("absence", each))
            for each in (Absence.NOT_APPLICABLE, Absence.NOT_REPORTED)
        )
        not_applicable = (
            f"AND({formulas.absences(Absence.NOT_APPLICABLE)}>0,"
            f"{formulas.absences(Absence.NOT_REPORTED)}=0)"
        )
        text = unknown
        if row.pooled:
            text = f"IF({at['count']}>1,{undefined},{unknown})"
        if row.may_collide:
            text = f"IF({at['collisions']}>0,{undefined},{text})"
        text = f"IF({at['count']}=0,IF({not_applicable},{nothing},{silent}),{text})"
        for name in ("high", "low", "best"):
            text = f'IF({at[name]}<>"",{at[name]},{text})'
        return f"={text}"


def _fixed(name: str, row: FigureRow) -> str:
    return f"${COLUMNS[name]}${row.row + 1}"
