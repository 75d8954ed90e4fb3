"""The rows of the data-entry sheet: what is planned, and what has been typed."""

from collections.abc import Iterator
from functools import cache

from indh_me.model import Absence, Indicator, Quantity
from indh_me.write.content import Content
from indh_me.write.entries import Entry
from indh_me.write.grid import Cell, Value
from indh_me.write.number_format import number_format
from indh_me.write.style import CODE, DATE, FORMULA, INPUT, NOTE, PLAN, TEXT, Horizontal, Style

from .entry_columns import POSITION
from .entry_formulas import EntryFormulas
from .precision import KNOWN_AS, known_as, shown_number

__all__ = ["EntryRows"]


class EntryRows:
    """Cells of the rows; what is the same in many of them is made once.

    Parameters
    ----------
    content
        What the workbook is made of.
    formulas
        How what is typed is read.
    """

    def __init__(self, content: Content, formulas: EntryFormulas) -> None:
        self.content, self.formulas = content, formulas
        words, style = content.words, content.style
        # Wrapped, because long text of a folded column would run over its neighbour.
        self.key = NOTE.with_alignment(vertical="top", wrap=True)
        self.code, self.period = content.code_style(CODE), content.code_style(TEXT)
        self.text, self.date = style(TEXT), DATE
        side: Horizontal = "right" if words.right_to_left else "left"
        self.free = style(INPUT.with_alignment(side, "top", wrap=True, indent=1))
        self.source = content.code_style(INPUT.with_alignment(side, "top", wrap=True, indent=1))
        self.day = INPUT.with_number_format(DATE.number_format).with_alignment("centre", "top")
        self.calculated = FORMULA.with_number_format("General").with_alignment(
            vertical="top", wrap=True
        )
        self.done = (words.label("unit", "not_done"), words.label("unit", "done"))
        self.known = {name: words.label("known_as", name) for name in KNOWN_AS}
        self.absent = {each: words.label("absence", each) for each in Absence}
        self.total = words.label("heading", "total")
        self.same = cache(self._same)
        self.categories = {
            (dimension.code, category.code): words.text(category.name)
            for dimension in content.framework.dimensions
            for category in dimension.categories
        }

    def cells(self, row: int, entry: Entry) -> Iterator[Cell]:
        """Give the cells of a row.

        Parameters
        ----------
        row
            Position of the row.
        entry
            What stands in it.
        """
        for name, value, style in self._plan(entry):
            yield Cell(row, POSITION[name], value, style)
        for name, value, style in self._filled(entry):
            yield Cell(row, POSITION[name], value, style)
        yield Cell(row, POSITION["key"], entry.key, self.key)
        if self.formulas.reads(entry):
            for name, formula in self.formulas.of_row(row, entry):
                yield Cell(row, POSITION[name], formula, self.calculated)

    def _same(self, code: str) -> tuple[str, str, Style, Style]:
        """Give what is the same in all rows of an indicator: name, unit, styles of figures."""
        indicator = self.content.framework.indicator(code)
        figures = number_format(indicator)
        planned, filled = PLAN.with_number_format(figures), INPUT.with_number_format(figures)
        if indicator.unit.is_milestone:
            planned, filled = self.content.style(planned), self.content.style(filled)
        name = self.content.words.both(indicator.name)
        return name, self.content.unit_label(indicator), planned, filled

    def _plan(self, entry: Entry) -> Iterator[tuple[str, Value, Style]]:
        name, unit, planned, _ = self.same(entry.indicator.code)
        period, target = entry.period, entry.target
        wanted = None if target is None else target.in_force(self.content.assessment.as_of)
        yield "code", entry.indicator.code, self.code
        yield "indicator", name, self.text
        yield "category", self._category(entry), self.text
        yield "unit", unit, self.text
        yield "period", str(period), self.period
        yield "start", period.start, self.date
        yield "end", period.end, self.date
        if wanted is None or wanted.is_exact:
            yield "target", self._figure(entry.indicator, wanted), planned
        else:
            yield "target", self.content.words.quantity(wanted), self.text

    def _category(self, entry: Entry) -> str:
        if entry.categories.is_total:
            return self.total
        pairs = entry.categories.pairs
        return self.content.words.listed(self.categories.get(pair, pair[1]) for pair in pairs)

    def _figure(self, indicator: Indicator, quantity: Quantity | None) -> Value:
        """Give the number of a quantity; the word done or not done for a milestone."""
        figure = None if quantity is None else shown_number(quantity)
        if figure is None or not indicator.unit.is_milestone:
            return figure
        return self.done[int(figure)]

    def _filled(self, entry: Entry) -> Iterator[tuple[str, Value, Style]]:
        """Give the cells to fill in, with what has been reported already."""
        _, _, _, style = self.same(entry.indicator.code)
        quantity, seen = entry.quantity, entry.observation
        known = "" if entry.absence is None else self.absent[entry.absence]
        value: float | None = None
        low: float | None = None
        high: float | None = None
        if quantity is not None:
            how, value, low, high = known_as(quantity)
            known = self.known[how]
        typed = None if value is None else Quantity.exactly(value)
        yield "value", self._figure(entry.indicator, typed), style
        yield "known_as", known, self.free
        yield "low", low, style
        yield "high", high, style
        yield "numerator", None if quantity is None else quantity.numerator, INPUT
        yield "denominator", None if quantity is None else quantity.denominator, INPUT
        yield "sample_size", None if quantity is None else quantity.n, INPUT
        yield "collected", None if seen is None else seen.collected, self.day
        cited = None if seen is None else seen.source
        yield "source", "" if cited is None else cited.code, self.source
        said = () if seen is None else (seen.scope, seen.note)
        texts = (self.content.words.text(text) for text in said if text is not None)
        yield "note", "; ".join(texts), self.free
