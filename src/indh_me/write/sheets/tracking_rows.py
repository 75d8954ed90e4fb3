"""The rows of the tracking sheet: one for each indicator with figures."""

from datetime import date

from indh_me.compute import Status
from indh_me.model import Absence, Indicator, Period, Quantity, Target
from indh_me.write.entries import Entry
from indh_me.write.grid import Formula, Value
from indh_me.write.number_format import number_format
from indh_me.write.row_height import row_height
from indh_me.write.style import CODE, FORMULA, PERCENT, PLAN, STATUS, TEXT, Style, status_style

from .figures import FigureRow
from .precision import mark, mark_formula, shown_number
from .rate import Plan
from .spelling import number, quoted
from .status import reason_formula, status_formula
from .tracking_columns import FIRST, MARK_WIDTH, REASON_WIDTH
from .tracking_table import Shown, Tracking

__all__ = ["BLANK", "MARK", "STATUS_CELL", "TrackingRow"]

LINE = 16.0
#: More decimals where rounding would make a rate 100 % or 0 %.
RATE_FORMAT = "[>=0.9995]0.0##%;[<0.0005]0.0##%;0.0%"
STATUS_CELL = status_style("not_due").with_alignment("centre", "top", wrap=True)
MARK = Style(size=9, colour="#595959", border="#BFBFBF", vertical="top", wrap=True)
BLANK = Style(border="#BFBFBF", fill="#F5F5F5")
BASELINE = list(FIRST).index("baseline")


class TrackingRow:
    """The row of one indicator.

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
        self.assessed = self.content.assessment[indicator.code]
        self.text = self.content.style(TEXT)
        self.mark = self.content.style(MARK)
        figures = number_format(indicator)
        self.plan = PLAN.with_number_format(figures)
        calculated = FORMULA.with_number_format(figures)
        self.calculated = calculated.with_alignment(vertical="top", wrap=True)
        self.not_due = self.words.label("absence", Absence.NOT_DUE)
        self.wrapped: list[tuple[str, float]] = []

    def write(self) -> None:
        """Write the row."""
        self._put(0, self.indicator.code, self.content.code_style(CODE))
        self.wrapped.append((self.indicator.code, self.columns.code_width))
        texts = (
            self.words.text(self.indicator.name),
            self.content.unit_label(self.indicator),
            self.words.label("direction", self.indicator.direction),
            self.words.label("accumulation", self.indicator.accumulation),
        )
        for column, text in enumerate(texts, start=1):
            self._text(column, text, list(FIRST.values())[column])
        self._baseline()
        self._periods()
        self._figure(self.columns.to_date, self.tracking.figures.add(self.indicator))
        period, target = self.assessed.period, self.assessed.target
        if period is None or target is None:
            self._no_target()
        else:
            self._assessed(period, target)
        self.tracking.heights[self.row] = row_height(self.wrapped, line=LINE)

    def _put(self, column: int, value: Value, style: Style) -> None:
        self.tracking.put(self.row, column, value, style)

    def _text(self, column: int, text: str, width: float) -> None:
        self.wrapped.append((text, width))
        self._put(column, text, self.text)

    def _plan(self, column: int, quantity: Quantity | None) -> str | None:
        """Write a figure of the plan; give the reference of its cell where it is a number."""
        if quantity is None:
            self._put(column, None, self.plan)
        elif not quantity.is_exact:
            words = self.words.quantity(quantity, self.indicator.unit)
            self._text(column, words, self.columns.number_width)
        else:
            self._put(column, quantity.best, self.plan)
            return self.tracking.reference(self.row, column)
        return None

    def _baseline(self) -> None:
        baseline = self.indicator.baseline
        absence = None if baseline is None else baseline.value
        if isinstance(absence, Absence):
            self._text(BASELINE, self.words.label("absence", absence), FIRST["baseline"])
        else:
            self._plan(BASELINE, absence)

    def _periods(self) -> None:
        """Write target and actual of each period."""
        as_of = self.content.assessment.as_of
        targets = {target.period: target for target in self.indicator.total_targets}
        entries = {each.period: each for each in self.content.total_entries[self.indicator.code]}
        shown = set(self.content.periods[self.indicator.code])
        for period in self.columns.periods:
            first, at = self.columns.starts[period], self.columns.actual(period)
            if period not in shown:
                for column in range(first, at + 2):
                    self._put(column, None, BLANK)
                continue
            target = targets.get(period)
            if first < at:
                self._plan(first, None if target is None else target.in_force(as_of))
            self._actual(at, period, target, entries)

    def _actual(
        self, column: int, period: Period, target: Target | None, entries: dict[Period, Entry]
    ) -> None:
        """Show what counts towards a target, or what was reported for a period without one."""
        window = None if target is None else self.content.shown_window(self.indicator, target)
        if window is not None:
            made = self.tracking.figures.add(self.indicator, window)
            shown = self._figure(column, made, end=window.last)
        else:
            shown = self._entry(column, entries[period])
        mark_shown, figure = shown
        self.tracking.actuals[self.indicator.code, period] = Shown(
            row=self.row, column=column, mark=mark_shown, number=figure
        )

    def _entry(self, column: int, entry: Entry) -> tuple[str, float | str]:
        """Show a row of the data-entry sheet; give what is shown."""
        data = self.tracking.data
        match = f"MATCH({quoted(entry.key)},{data.references['key']},0)"
        quantity = entry.quantity if self.content.counts(entry) else None
        shown = mark(self.words, quantity), data.formulas.shown(entry)
        for offset, name, style in ((0, "mark", self.mark), (1, "shown", self.calculated)):
            text = f"=INDEX({data.references[name]},{match})"
            self._formula(column + offset, Formula(text, shown[offset]), style)
        return shown

    def _figure(
        self, column: int, made: FigureRow, *, end: date | None = None
    ) -> tuple[str, float | str]:
        """Show an accumulated figure, not before its last day; give what is shown."""
        early = end is not None and end > self.content.assessment.as_of
        shown = (
            "" if early else mark(self.words, made.quantity),
            self.not_due if early else made.shown,
        )
        for offset, name, style in ((0, "mark", self.mark), (1, "shown", self.calculated)):
            text = made.reference(name)
            if end is not None:
                before = quoted(self.not_due if name == "shown" else "")
                text = f"IF({made.reference('last')}>as_of,{before},{text})"
            self._formula(column + offset, Formula(f"={text}", shown[offset]), style)
        return shown

    def _formula(self, column: int, formula: Formula, style: Style) -> None:
        if isinstance(formula.value, str):
            width = MARK_WIDTH if style is self.mark else self.columns.number_width
            self.wrapped.append((formula.value, width))
        self._put(column, formula, style)

    def _no_target(self) -> None:
        for column in range(self.columns.assessed, self.columns.status):
            self._put(column, None, BLANK)
        status = self.words.label("status", Status.NO_TARGET)
        self._put(self.columns.status, status, self.content.style(STATUS["no_target"]))
        self._put(self.columns.reason, None, self.text)
        self.tracking.statuses.append((self.row, self.columns.status, Status.NO_TARGET))

    def _assessed(self, period: Period, target: Quantity) -> None:
        """Write period, target and actual that are assessed, and what comes of them."""
        at, assessed = self.columns.assessed, self.assessed
        centred = TEXT.with_alignment("centre", "top", wrap=True)
        self._put(at, str(period), self.content.code_style(centred))
        target_cell = self._plan(at + 1, target)
        baseline_cell = self.tracking.reference(self.row, BASELINE)
        window = self.content.assessed_window(self.indicator)
        made = self.tracking.figures.add(self.indicator, window)
        self._figure(at + 2, made, end=period.end)
        reached, undefined = self.tracking.rates[self.indicator.code]
        if undefined is None:
            plan = Plan.of(target, reached, target_cell, baseline_cell)
            self.tracking.figures.add_rate(made, reached, plan)
            self._rate(made)
        else:
            self._put(self.columns.rate, None, self.mark)
            self._put(self.columns.rate + 1, None, self.plan)
        status = status_formula(self.words, assessed, target, made, undefined)
        self._put(self.columns.status, status, self.content.style(STATUS_CELL))
        self.tracking.statuses.append((self.row, self.columns.status, assessed.status))
        cell = self.tracking.reference(self.row, self.columns.status)
        reason = reason_formula(self.words, assessed, made, undefined, cell)
        self.wrapped.append((str(reason.value), REASON_WIDTH))
        self._put(self.columns.reason, reason, self.text)

    def _rate(self, made: FigureRow) -> None:
        """Show the rate, with the words of a bound before it."""
        low, best, high = (made.reference(f"rate_{name}") for name in ("low", "best", "high"))
        early = f"{made.reference('last')}>as_of"
        rate = None if self.assessed.status is Status.NOT_DUE else self.assessed.rate
        figure = None if rate is None else shown_number(rate)
        words = mark_formula(self.words, low, best, high)
        self._formula(
            self.columns.rate,
            Formula(f'=IF({early},"",{words})', mark(self.words, rate)),
            self.mark,
        )
        # A reference to a blank cell would be shown as zero.
        shown = f'IF({best}<>"",{best},IF({low}<>"",{low},IF({high}<>"",{high},"")))'
        self._put(
            self.columns.rate + 1,
            Formula(f'=IF({early},"",{shown})', number(figure)),
            PERCENT.with_number_format(RATE_FORMAT),
        )
