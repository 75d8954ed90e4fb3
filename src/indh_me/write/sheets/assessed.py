"""The hidden sheet on which targets are assessed: one row a case, from the actual to the status."""

from collections.abc import Sequence
from datetime import date

from attrs import define, evolve, field

from indh_me.compute.target_version import TargetVersion
from indh_me.compute.window import Window
from indh_me.model import Accumulation, Indicator, Target
from indh_me.write.case import Case
from indh_me.write.content import Content
from indh_me.write.grid import Cell, Formula, Sheet, Value
from indh_me.write.style import DATE, PLAIN

from .against_target import PlanCells
from .assessed_columns import ASSESSED, COLUMNS, SHOWN, AssessedRows
from .assessed_row import AssessedRow
from .figures import FigureRow, Figures
from .held_row import HeldRow
from .version_row import VersionRow

__all__ = ["Assessed"]

POSITION = {name: position for position, name in enumerate(COLUMNS)}


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
    made: dict[str, AssessedRows] = field(factory=dict)
    plans: dict[str, PlanCells] = field(factory=dict)
    held: dict[tuple[str, str, str], AssessedRows] = field(factory=dict)
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
        made = AssessedRows(first=first, count=len(rows), values=values)
        self.made[indicator.code], self.plans[indicator.code] = made, cells
        return made

    def add_version(self, indicator: Indicator, version: TargetVersion, cell: str) -> AssessedRows:
        """Hold the actual of an indicator, assessed already, against another version of its target.

        Parameters
        ----------
        indicator
            Whose target has been revised.
        version
            The version.
        cell
            Reference of the cell that shows it.
        """
        subject = self.content.subjects[indicator.code]
        cases = self.content.cases[indicator.code]
        row = VersionRow(
            words=self.content.words,
            subject=subject,
            case=next(case for case in cases if case.target == subject.target),
            cells=evolve(self.plans[indicator.code], target=cell),
            actual=self.made[indicator.code],
            version=version,
            row=self.rows,
        )
        self.rows += 1
        columns = dict(row.columns())
        for name, value in columns.items():
            self._put(row.row, name, value)
        values = {name: _result(columns[name]) for name in SHOWN if name in columns}
        return AssessedRows(first=row.row, count=1, values=values)

    def hold(self, indicator: Indicator, target: Target, cell: str, version: str) -> AssessedRows:
        """Hold figures against any target in a row, a new one unless it is there already.

        Parameters
        ----------
        indicator
            Assessed already.
        target
            A target, with the value that it has in force: of a flow, what lies in its period is
            held against it; of a level whose target is not due, the last figure.
        cell
            What gives the target: the reference of its cell, or a sum of such.
        version
            What tells the row from those of the target that is assessed.
        """
        key = (indicator.code, str(target.period), version)
        if key not in self.held:
            self.held[key] = self._hold(indicator, target, cell, version)
        return self.held[key]

    def counted(self, indicator: Indicator, target: Target) -> FigureRow:
        """Give the figures that are held against any target.

        Parameters
        ----------
        indicator, target
            The indicator, and the target.
        """
        level = indicator.accumulation is not Accumulation.SUM
        early = level and not target.period.is_over(self.content.assessment.as_of)
        return self.figures.add(indicator, None if early else Window.of(indicator, target))

    def _hold(self, indicator: Indicator, target: Target, cell: str, version: str) -> AssessedRows:
        row = HeldRow(
            content=self.content,
            indicator=indicator,
            target=target,
            actual=self.counted(indicator, target),
            cell=cell,
            baseline=self.plans[indicator.code].baseline,
            version=version,
            row=self.rows,
        )
        self.rows += 1
        columns = dict(row.columns())
        for name, value in columns.items():
            self._put(row.row, name, value)
        values = {name: _result(columns[name]) for name in SHOWN if name in columns}
        return AssessedRows(first=row.row, count=1, values=values)

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
