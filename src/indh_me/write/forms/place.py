"""A place on a form: of which result, indicator, line and period a cell tells."""

from collections.abc import Mapping

from attrs import field, frozen

from indh_me.model import Indicator, Period, Result, Target
from indh_me.write.content import Content
from indh_me.write.grid import Formula, Value, cell_address
from indh_me.write.number_format import number_format
from indh_me.write.sheets import Tracking
from indh_me.write.style import CODE, FORMULA, INPUT, PLAN, TEXT, Horizontal, Style

from .shown import Line, Shown

__all__ = ["MARK", "Place"]

#: Of the words before a figure, as on the tracking sheet.
MARK = Style(size=9, colour="#595959", border="#BFBFBF", vertical="top", wrap=True)


@frozen(kw_only=True)
class Place:
    """A place on a form, and how what stands there is written.

    Parameters
    ----------
    tracking
        The tracking sheet, filled already: where the figures are.
    row
        Position of the row.
    columns
        Positions of the columns by their names; those of a period by name and period.
    result, indicator, line, period
        Of what the cell tells, as far as it tells of one.
    """

    tracking: Tracking
    row: int
    columns: Mapping[str, int] = field(repr=False)
    result: Result | None = None
    indicator: Indicator | None = None
    line: Line = field(factory=Line)
    period: Period | None = None

    @property
    def content(self) -> Content:
        """What the workbook is made of."""
        return self.tracking.content

    def label(self, section: str, key: str, **filled: str) -> str:
        """Give a label of the catalogue."""
        return self.content.words.label(section, key, **filled)

    def at(self, name: str) -> str:
        """Give the reference of a cell of the same row.

        Parameters
        ----------
        name
            Of its column; behind it, after a blank, the period of a column that has one.
        """
        return self.above(name, 0)

    def above(self, name: str, rows: int) -> str:
        """Give the reference of a cell some rows further up.

        Parameters
        ----------
        name
            Of its column.
        rows
            How many.
        """
        return cell_address(self.row - rows, self.columns[name], fix_column=True)

    @property
    def target(self) -> Target | None:
        """The target that the indicator has for the period and the group of the line."""
        if self.indicator is None or self.period is None:
            return None
        return self.indicator.target(self.period, self.line.categories)

    def text(self, words: str) -> Shown:
        """Show a text."""
        return Shown(words, self.content.style(TEXT))

    def code(self, code: str) -> Shown:
        """Show a code, the name of a period or a day: it reads from left to right."""
        return Shown(code, self.content.code_style(CODE))

    def aside(self, code: str) -> Shown:
        """Show what reads from left to right in the middle of its cell."""
        style = self.content.code_style(TEXT.with_alignment("centre", "top", wrap=True))
        return Shown(code, style)

    def mark(self, value: Value) -> Shown:
        """Show the words before a figure."""
        return Shown(value, self.content.style(MARK))

    def planned(self, value: Value) -> Shown:
        """Show a number of the plan."""
        return Shown(value, PLAN.with_number_format(self._figures))

    def calculated(self, formula: Formula, style: Style | None = None) -> Shown:
        """Show what a formula comes to: a number, or the word for why there is none."""
        own = FORMULA.with_number_format(self._figures) if style is None else style
        wrapped = own.with_alignment(own.horizontal, "top", wrap=True)
        return Shown(formula, wrapped)

    def text_formula(self, formula: Formula) -> Shown:
        """Show the words that a formula comes to."""
        return Shown(formula, self.content.style(TEXT))

    def entered_number(self) -> Shown:
        """Leave a cell to be filled in by the reader with a number."""
        return Shown(None, INPUT)

    def entered(self, *, code: bool = False) -> Shown:
        """Leave a cell to be filled in by the reader with words.

        Parameters
        ----------
        code
            Whether with a sign that reads from left to right.
        """
        side: Horizontal = "right" if self.content.words.right_to_left else "left"
        style = INPUT.with_number_format("General").with_alignment(side, "top", wrap=True)
        return Shown(None, (self.content.code_style if code else self.content.style)(style))

    @property
    def _figures(self) -> str:
        return "General" if self.indicator is None else number_format(self.indicator)
