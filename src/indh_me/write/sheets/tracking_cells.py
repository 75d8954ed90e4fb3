"""The cells of one row of the tracking sheet: how its texts and figures are written."""

from collections.abc import Sequence

from indh_me.model import Indicator, Quantity
from indh_me.write.grid import Formula, Value, cell_address
from indh_me.write.number_format import number_format
from indh_me.write.style import FORMULA, PLAN, TEXT, Style

from .tracking_columns import MARK_WIDTH
from .tracking_table import Tracking

__all__ = ["BLANK", "MARK", "TrackingCells"]

MARK = Style(size=9, colour="#595959", border="#BFBFBF", vertical="top", wrap=True)
BLANK = Style(border="#BFBFBF", fill="#F5F5F5")


class TrackingCells:
    """The cells of the row of one indicator.

    Parameters
    ----------
    tracking
        The sheet.
    row
        Position of the row.
    indicator
        Whose row it is.
    """

    def __init__(self, tracking: Tracking, row: int, indicator: Indicator) -> None:
        self.tracking, self.row, self.indicator = tracking, row, indicator
        self.content, self.columns = tracking.content, tracking.columns
        self.words = self.content.words
        self.text_style = self.content.style(TEXT)
        self.mark_style = self.content.style(MARK)
        figures = number_format(indicator)
        self.plan_style = PLAN.with_number_format(figures)
        calculated = FORMULA.with_number_format(figures)
        self.calculated = calculated.with_alignment(vertical="top", wrap=True)
        #: Texts with the widths of their columns, for the height of the row.
        self.wrapped: list[tuple[str, float]] = []

    def put(self, column: int, value: Value, style: Style) -> None:
        """Write a cell."""
        self.tracking.put(self.row, column, value, style)

    def blank(self, first: int, after: int) -> None:
        """Grey out columns in which nothing is asked for."""
        for column in range(first, after):
            self.put(column, None, BLANK)

    def text(self, column: int, text: str, width: float) -> None:
        """Write a text into a column of some width."""
        self.wrapped.append((text, width))
        self.put(column, text, self.text_style)

    def plan(self, column: int, quantity: Quantity | None) -> None:
        """Write a figure of the plan: a number, or words for what is none."""
        if quantity is None:
            self.put(column, None, self.plan_style)
        elif quantity.is_exact:
            self.put(column, quantity.best, self.plan_style)
        else:
            words = self.words.quantity(quantity, self.indicator.unit)
            self.text(column, words, self.columns.number_width)

    def figure(
        self,
        column: int,
        texts: Sequence[str],
        shown: tuple[str, float | str],
        style: Style | None = None,
    ) -> None:
        """Write a figure: the words before it, and the number.

        Parameters
        ----------
        column
            That of the words; the number stands in the next one.
        texts, shown
            Formulas of the two, without ``=``, and what they come to.
        style
            Of the number; by default that of the indicator's figures.
        """
        styles = (self.mark_style, self.calculated if style is None else style)
        for at, (text, value, own) in enumerate(zip(texts, shown, styles, strict=True), column):
            if isinstance(value, str):
                wide = MARK_WIDTH if at == column else self.columns.number_width
                self.wrapped.append((value, wide))
            self.put(at, Formula(f"={text}", value), own)

    def at(self, column: int) -> str:
        """Give the reference of a cell for the formulas of the row."""
        return cell_address(self.row, column, fix_column=True)

    def reference(self, column: int) -> str:
        """Give the reference of a cell for the formulas of other sheets."""
        return self.tracking.reference(self.row, column)
