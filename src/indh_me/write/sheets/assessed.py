"""The hidden sheet on which targets are assessed: one row a case, from the actual to the status."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import define, field, frozen

from indh_me.model import Indicator
from indh_me.write.case import Case
from indh_me.write.content import Content
from indh_me.write.grid import Cell, Formula, Sheet, Value, sheet_prefix
from indh_me.write.style import DATE, PLAIN

from .against_target import PlanCells
from .assessed_columns import COLUMNS, SHOWN
from .assessed_row import AssessedRow
from .figures import FigureRow, Figures

__all__ = ["ASSESSED", "Assessed", "AssessedRows"]

ASSESSED = "_assessed"
PREFIX = sheet_prefix(ASSESSED)
POSITION = {name: position for position, name in enumerate(COLUMNS)}


@frozen(kw_only=True)
class AssessedRows:
    """The rows of one indicator: one for each case, of which the figures choose one.

    Parameters
    ----------
    first, count
        Position of the first row, from 0, and how many there are.
    values
        What the row that holds now comes to, by column.
    """

    first: int
    count: int
    values: Mapping[str, float | str]

    def reference(self, name: str) -> str:
        """Write what gives a column of the row that holds, for the formulas of other sheets.

        Parameters
        ----------
        name
            Of the column.
        """
        if self.count == 1:
            return f"{PREFIX}${COLUMNS[name]}${self.first + 1}"
        return f"INDEX({self._column(name)},MATCH(1,{self._column('chosen')},0))"

    def _column(self, name: str) -> str:
        letters = COLUMNS[name]
        return f"{PREFIX}${letters}${self.first + 1}:${letters}${self.first + self.count}"


@define
class Assessed:
    """The sheet while it grows.

    Parameters
    ----------
    content, figures
        What the workbook is made of, and where its figures are accumulated.
    """

    content: Content
    figures: Figures
    cells: list[Cell] = field(factory=list)
    rows: int = 1

    def add(self, indicator: Indicator, cells: PlanCells) -> AssessedRows:
        """Assess an indicator in new rows, one for each of its cases.

        Parameters
        ----------
        indicator
            It has a target.
        cells
            The cells that show its plan.
        """
        cases = self.content.cases[indicator.code]
        first, total = self.rows, self.figures.add(indicator)
        rows = [
            AssessedRow(
                content=self.content,
                indicator=indicator,
                case=case,
                cells=cells,
                row=row,
                inside=self._inside(indicator, case),
                total=total,
                several=len(cases) > 1,
            )
            for row, case in enumerate(cases, start=first)
        ]
        self.rows += len(cases)
        holds, values = _chosen(rows), {}
        for each in rows:
            columns = dict(each.columns(chosen=each is holds))
            if len(rows) > 1:
                choice = Formula(_choice(rows, each), int(each is holds))
                columns = dict.fromkeys(SHOWN, Formula('=""', "")) | columns | {"chosen": choice}
            for name, value in columns.items():
                self._put(each.row, name, value)
            if each is holds:
                values = {name: _result(columns[name]) for name in SHOWN if name in columns}
        return AssessedRows(first=first, count=len(rows), values=values)

    def sheet(self) -> Sheet:
        """Make the sheet."""
        head = [Cell(0, column, name) for name, column in POSITION.items()]
        return Sheet(ASSESSED, [*head, *self.cells], visibility="hidden", protected=True)

    def _inside(self, indicator: Indicator, case: Case) -> FigureRow | None:
        counted = case.counted
        return self.figures.add(indicator, counted.window) if counted.inside else None

    def _put(self, row: int, name: str, value: Value) -> None:
        style = DATE if isinstance(value, date) or name == "day" else PLAIN
        self.cells.append(Cell(row, POSITION[name], value, style))


def _result(value: Value) -> float | str:
    """Give what a cell comes to."""
    result = value.value if isinstance(value, Formula) else value
    return result if isinstance(result, int | float) else str(result)


def _chosen(rows: Sequence[AssessedRow]) -> AssessedRow:
    """Give the row that holds for the figures at hand."""
    target = rows[0].subject.target
    mine = [each for each in rows if each.case.target == target]
    return [each for each in mine if each.case.since is None or each.case.since <= each.day][-1]


def _choice(rows: Sequence[AssessedRow], mine: AssessedRow) -> str:
    """Write 1 where a row holds, else 0: by the day that the figures reach to."""
    before = [each for each in rows if each.case.last < mine.case.last]
    behind = [each for each in rows if each.case.last > mine.case.last]
    beside = [each for each in rows if each.case.last == mine.case.last]
    later = beside[beside.index(mine) + 1 :]
    total = mine.total.reference
    until = f"IF({total('count')}=0,as_of,{total('last_end')})"
    conditions = [f"{until}>={each.at['last']}" for each in before[-1:]]
    conditions += [f"{until}<{mine.at['last']}" for _ in behind[:1]]
    if mine.case.since is not None:
        conditions.append(f"{mine.at['day']}>={mine.at['since']}")
    conditions += [f"{mine.at['day']}<{each.at['since']}" for each in later[:1]]
    return f"=IF(AND({','.join(conditions)}),1,0)"
