"""What the locked sheets of a workbook repeat of the plan: the logframe and the tracking table."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from indh_me.cells import cell_path
from indh_me.compute.collection import GrowingPlan, PlanPart
from indh_me.errors import InvalidInputError
from indh_me.model import Period

from .entry_columns import Row, first_line
from .plan_figures import plan_figure
from .typed_number import plain_text
from .vocabulary import CATALOGUE, Vocabulary, folded

__all__ = ["PlanSheet"]

#: A figure with the period that it is about, as the logframe shows baselines.
WITH_PERIOD = re.compile(r"(.*?)\s*\(([^()]*)\)", re.DOTALL)
TARGET_LINE = re.compile(r"([^:]*?)\s*:\s(.*)")
PARTS = {"unit": PlanPart.UNIT, "baseline": PlanPart.BASELINE}


@frozen
class PlanSheet:
    """A sheet that repeats the plan.

    Parameters
    ----------
    name
        Of the sheet, for the places of cells.
    rows
        Its cells.
    language
        Tag of the workbook's language.
    codes
        Codes of the indicators that the workbook has.
    plan
        Where what it repeats is added.
    words
        Those of the workbook.
    """

    name: str
    rows: Sequence[Row]
    language: str
    codes: Container[str]
    plan: GrowingPlan
    words: Vocabulary = CATALOGUE

    def read_tracking(self) -> None:
        """Add name, unit, baseline and targets of the indicators on a tracking sheet."""
        header = self._header(("code", "indicator", "unit", "baseline"))
        if header is None or header + 1 >= len(self.rows):
            return
        at = self._columns(header)
        targets = dict(self._target_columns(header))
        code = at["code"]
        for number in range(header + 2, len(self.rows)):
            row = self.rows[number]
            if folded(first_line(str(row[code]))) in self._words("code"):
                return  # The table of milestones begins.
            indicator = plain_text(str(row[code]))
            if indicator not in self.codes:
                continue
            self._text(indicator, PlanPart.NAME, number, at["indicator"])
            self._text(indicator, PlanPart.UNIT, number, at["unit"])
            self._figure(indicator, PlanPart.BASELINE, number, at["baseline"])
            for column, period in targets.items():
                self._figure(indicator, PlanPart.TARGET, number, column, period)

    def read_logframe(self) -> None:
        """Add name, unit, baseline and targets of the indicators on a logframe."""
        header = self._header(("code", "indicator", "unit", "baseline", "target"))
        if header is None:
            return
        at = self._columns(header)
        for number in range(header + 1, len(self.rows)):
            indicator = plain_text(str(self.rows[number][at["code"]]))
            if indicator not in self.codes:
                continue
            self._text(indicator, PlanPart.DEFINITION, number, at["indicator"])
            self._text(indicator, PlanPart.UNIT, number, at["unit"])
            self._with_period(indicator, number, at["baseline"])
            self._target_lines(indicator, number, at["target"])

    def _words(self, name: str) -> frozenset[str]:
        """Give a heading in all languages."""
        return self.words.folded("heading", name)

    def _header(self, names: Sequence[str]) -> int | None:
        for number, row in enumerate(self.rows[:60]):
            words = {folded(first_line(cell)) for cell in row if isinstance(cell, str)}
            if all(words & self._words(name) for name in names):
                return number
        return None

    def _columns(self, header: int) -> Mapping[str, int]:
        """Find the columns; of two headings *Code* the last one is that of the indicator."""
        found = {}
        for column, cell in enumerate(self.rows[header]):
            word = folded(first_line(cell)) if isinstance(cell, str) else ""
            for name in ("code", "indicator", "unit", "baseline", "target"):
                if word in self._words(name) and (name == "code" or name not in found):
                    found[name] = column
        return found

    def _target_columns(self, header: int) -> Iterator[tuple[int, Period]]:
        below = self.rows[header + 1]
        for column, cell in enumerate(self.rows[header]):
            period = _period(cell)
            if period is not None and folded(first_line(str(below[column]))) in self._words(
                "target"
            ):
                yield column, period

    def _text(self, indicator: str, part: PlanPart, row: int, column: int) -> None:
        path = cell_path(self.name, row, column)
        self.plan.add(indicator, part, str(self.rows[row][column]), path)

    def _figure(
        self, indicator: str, part: PlanPart, row: int, column: int, period: Period | None = None
    ) -> None:
        self._add(
            indicator, part, self.rows[row][column], period, cell_path(self.name, row, column)
        )

    def _add(
        self, indicator: str, part: PlanPart, cell: object, period: Period | None, path: str
    ) -> None:
        shown, tolerance = plan_figure(cell, self.language, self.words)
        self.plan.add(indicator, part, shown, path, period=period, tolerance=tolerance)

    def _with_period(self, indicator: str, row: int, column: int) -> None:
        cell = self.rows[row][column]
        found = WITH_PERIOD.fullmatch(cell) if isinstance(cell, str) else None
        period = None if found is None else _period(found[2])
        figure = cell if found is None or period is None else found[1]
        path = cell_path(self.name, row, column)
        self._add(indicator, PlanPart.BASELINE, figure, period, path)

    def _target_lines(self, indicator: str, row: int, column: int) -> None:
        cumulative = self._words("cumulative")
        path = cell_path(self.name, row, column)
        for line in plain_text(str(self.rows[row][column])).splitlines():
            found = TARGET_LINE.fullmatch(line.strip())
            period = None if found is None else _named(found[1])
            if found is None or period is None:
                continue  # A milestone shows its day only.
            text = found[2]
            behind = WITH_PERIOD.fullmatch(text) if text.endswith(")") else None
            if behind is not None and folded(behind[2]) in cumulative:
                text = behind[1]
            self._add(indicator, PlanPart.TARGET, text, period, path)


def _period(cell: object) -> Period | None:
    return _named(plain_text(str(cell)))


@lru_cache(maxsize=4096)
def _named(name: str) -> Period | None:
    try:
        return Period.parse(name)
    except InvalidInputError:
        return None
