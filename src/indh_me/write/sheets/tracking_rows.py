"""The rows of the tracking sheet: one for each indicator with figures."""

from indh_me.compute import Status
from indh_me.compute.window import Window
from indh_me.model import Absence, Indicator, Period, Target
from indh_me.write.entries import Entry
from indh_me.write.row_height import row_height

from .against_target import PlanCells
from .figures import FigureRow
from .precision import mark
from .spelling import quoted
from .tracking_assessed import write_assessed, write_no_target
from .tracking_cells import TrackingCells
from .tracking_columns import FIRST
from .tracking_table import Shown, Tracking

__all__ = ["TrackingRow"]

LINE = 16.0
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
        self.cells = TrackingCells(tracking, row, indicator)
        self.content, self.columns = tracking.content, tracking.columns
        self.words = self.content.words
        self.assessed = self.content.assessment[indicator.code]
        self.cases = self.content.cases.get(indicator.code, ())

    def write(self) -> None:
        """Write the row."""
        cells, indicator = self.cells, self.indicator
        self.tracking.put_code(self.row, indicator.code)
        cells.wrapped.append((indicator.code, self.columns.code_width))
        texts = (
            self.words.both(indicator.name),
            self.content.unit_label(indicator),
            self.words.label("direction", indicator.direction),
            self.words.label("accumulation", indicator.accumulation),
        )
        for column, text in enumerate(texts, start=1):
            cells.text(column, text, list(FIRST.values())[column])
        self._baseline()
        self._periods()
        to_date = self.tracking.figures.add(indicator)
        names = ("mark", "shown")
        shown = mark(self.words, to_date.quantity), to_date.shown
        cells.figure(self.columns.to_date, [to_date.reference(name) for name in names], shown)
        if self.cases:
            write_assessed(cells, self._plan())
        else:
            write_no_target(cells)
        self.tracking.heights[self.row] = row_height(cells.wrapped, line=LINE)

    def _baseline(self) -> None:
        baseline = self.indicator.baseline
        absence = None if baseline is None else baseline.value
        if isinstance(absence, Absence):
            self.cells.text(BASELINE, self.words.label("absence", absence), FIRST["baseline"])
        else:
            self.cells.plan(BASELINE, absence)

    def _plan(self) -> PlanCells:
        """Give the cells that show the plan."""
        as_of, columns = self.content.assessment.as_of, self.columns
        several = len({case.last for case in self.cases}) > 1
        return PlanCells(
            baseline=self.cells.reference(BASELINE),
            target=None if several else self.cells.reference(columns.assessed + 1),
            targets={
                each.period: (
                    each.in_force(as_of),
                    self.cells.reference(columns.starts[each.period]),
                )
                for each in self.indicator.total_targets
            },
        )

    def _periods(self) -> None:
        """Write target and actual of each period."""
        as_of = self.content.assessment.as_of
        targets = {target.period: target for target in self.indicator.total_targets}
        entries = {each.period: each for each in self.content.total_entries[self.indicator.code]}
        shown = set(self.content.periods[self.indicator.code])
        for period in self.columns.periods:
            first, at = self.columns.starts[period], self.columns.actual(period)
            if period not in shown:
                self.cells.blank(first, at + 2)
                continue
            target = targets.get(period)
            if first < at:
                self.cells.plan(first, None if target is None else target.in_force(as_of))
            self._actual(at, period, target, entries)

    def _actual(
        self, column: int, period: Period, target: Target | None, entries: dict[Period, Entry]
    ) -> None:
        """Show what counts towards a target, or what was reported for a period without one."""
        window = None if target is None else self.content.shown_window(self.indicator, target)
        if window is None:
            texts, shown = self._entry(entries[period])
        else:
            texts, shown = self._accumulated(period, window)
        self.cells.figure(column, texts, shown)
        self.tracking.actuals[self.indicator.code, period] = Shown(
            row=self.row, column=column, mark=shown[0], number=shown[1]
        )

    def _entry(self, entry: Entry) -> tuple[list[str], tuple[str, float | str]]:
        """Show a row of the data-entry sheet."""
        data = self.tracking.data
        match = f"MATCH({quoted(entry.key)},{data.references['key']},0)"
        quantity = entry.quantity if self.content.counts(entry) else None
        texts = [f"INDEX({data.references[name]},{match})" for name in ("mark", "shown")]
        return texts, (mark(self.words, quantity), data.formulas.shown(entry))

    def _accumulated(
        self, period: Period, window: Window
    ) -> tuple[list[str], tuple[str, float | str]]:
        """Show an accumulated figure: of a target that is not due, on the way to it only."""
        made = self.tracking.figures.add(self.indicator, window)
        early = window.last > self.content.assessment.as_of
        condition = f"{made.reference('last')}>as_of"
        if any(case.way is not None and case.target.period == period for case in self.cases):
            early, condition = self._too_early(period, made)
        words = ("", self.words.label("absence", Absence.NOT_DUE))
        texts = [
            f"IF({condition},{quoted(word)},{made.reference(name)})"
            for word, name in zip(words, ("mark", "shown"), strict=True)
        ]
        return texts, words if early else (mark(self.words, made.quantity), made.shown)

    def _too_early(self, period: Period, made: FigureRow) -> tuple[bool, str]:
        """Tell whether the target of a period is assessed, but nothing is reported of it yet."""
        status = quoted(self.words.label("status", Status.NOT_DUE))
        early = self.assessed.status is Status.NOT_DUE or made.count == 0
        conditions = [
            f"{self.cells.at(self.columns.status)}={status}",
            f"{made.reference('count')}=0",
        ]
        if len({case.last for case in self.cases}) > 1:
            # Figures may make another target the one that is assessed.
            early = early or self.assessed.period != period
            conditions.append(f"{self.cells.at(self.columns.assessed)}<>{quoted(str(period))}")
        return early, f"OR({','.join(conditions)})"
