"""A row of the hidden sheet on which targets are assessed."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from indh_me.compute import Status
from indh_me.compute.standing import LASTING, Subject
from indh_me.model import Direction, Indicator
from indh_me.write.case import Case
from indh_me.write.content import Content
from indh_me.write.grid import Formula, Value

from .against_path import AgainstPath
from .against_target import AgainstTarget, PlanCells
from .assessed_columns import COLUMNS
from .figures import FigureRow
from .precision import mark
from .sides import BOUNDS
from .spelling import number, serial
from .status import Held, reason_formula, status_due, status_on_the_way

__all__ = ["AssessedRow"]

#: Columns that are filled in every row of an indicator, for one of them to be chosen by.
ALWAYS = frozenset({"count", "day"})


@frozen(slots=False, kw_only=True, eq=False)
class AssessedRow:
    """One case of an indicator: a target, and the way to it.

    Parameters
    ----------
    content, indicator, case
        What is assessed.
    cells
        The cells that show its plan.
    row
        Position of the row, from 0.
    inside, total
        What is accumulated in the window of the target, where that may count, and to date.
    several
        Whether there are other cases: then the row shows nothing unless it is chosen.
    """

    content: Content
    indicator: Indicator
    case: Case
    cells: PlanCells
    row: int
    inside: FigureRow | None
    total: FigureRow
    several: bool

    @cached_property
    def at(self) -> Mapping[str, str]:
        """References of the cells of the row, by column."""
        return {name: f"${letters}${self.row + 1}" for name, letters in COLUMNS.items()}

    @property
    def subject(self) -> Subject:
        """What is known of the indicator."""
        return self.content.subjects[self.indicator.code]

    @property
    def counted(self) -> FigureRow:
        """The figures that count towards the target."""
        inside = self.inside
        if inside is None or (self.case.counted.to_date and inside.count == 0):
            return self.total
        return inside

    @property
    def day(self) -> date:
        """The last day that they reach to; the as-of date when there are none."""
        until = self.counted.figure.until
        return self.content.assessment.as_of if until is None else until

    def columns(self, *, chosen: bool) -> Iterator[tuple[str, Value]]:
        """Give what stands in the row, by column.

        Parameters
        ----------
        chosen
            Whether it holds for the figures at hand.
        """
        for name, value in self._columns():
            if self.several and isinstance(value, Formula) and name not in ALWAYS:
                text = f'=IF({self.at["chosen"]}=1,{value.text.removeprefix("=")},"")'
                yield name, Formula(text, value.value if chosen else "")
            else:
                yield name, value

    def _columns(self) -> Iterator[tuple[str, Value]]:
        yield "code", self.indicator.code
        yield "period", str(self.case.target.period)
        yield "target", self._target()
        yield "last", self.case.last
        if self.case.since is not None:
            yield "since", self.case.since
        words, subject, case = self.content.words, self.subject, self.case
        target = AgainstTarget(
            words=words, subject=subject, case=case, cells=self.cells, at=self.at, day=self.day
        )
        path = None
        if case.way is not None:
            path = AgainstPath(
                words=words,
                subject=subject,
                way=case.way,
                progress=self.content.assessment[self.indicator.code].progress,
                cells=self.cells,
                at=self.at,
            )
        if self.several or target.needs_day or path is not None:
            yield "count", Formula(f"={self._source('count')}", self.counted.count)
            day = f"=IF({self.at['count']}=0,as_of,{self._source('last_end')})"
            yield "day", Formula(day, serial(self.day))
        yield from self._actual()
        yield from target.columns()
        if path is not None:
            yield from path.columns()
        yield from self._status(target, path)

    def _target(self) -> Formula:
        """Refer to the target where it is shown: a number, or the words for what is none."""
        value = self.case.value
        shown: float | str = self.content.words.quantity(value, self.indicator.unit)
        if value.is_exact and value.best is not None:
            shown = value.best
        return Formula(f"={self.cells.cell_of(self.case.target)}", shown)

    def _source(self, name: str) -> str:
        """Write where a part of the actual is accumulated."""
        if self.inside is None:
            return self.total.reference(name)
        own = self.inside.reference
        if not self.case.counted.to_date:
            return own(name)
        # Nothing is known of the target's own period yet: a level stands where it was last seen.
        return f"IF({own('count')}=0,{self.total.reference(name)},{own(name)})"

    def _actual(self) -> Iterator[tuple[str, Formula]]:
        counted = self.counted
        quantity, words = counted.quantity, self.content.words
        values: dict[str, float | str] = {
            name: number(None if quantity is None else getattr(quantity, name)) for name in BOUNDS
        }
        values |= {"shown": counted.shown, "mark": mark(words, quantity)}
        for name, value in values.items():
            yield name, Formula(f"={self._source(name)}", value)
        yield "absent", Formula(f"={self._source('reason')}", counted.reason)

    def _status(
        self, target: AgainstTarget, path: AgainstPath | None
    ) -> Iterator[tuple[str, Formula]]:
        """Give the status, and why it is undefined."""
        words, assessed = self.content.words, self.content.assessment[self.indicator.code]
        against: Held | None = target.held
        no_rate = None if target.no_rate is None else self.at["no_rate"]
        if path is None:
            status = status_due(words, target.held, self.at)
        else:
            if self.indicator.direction is not Direction.MAINTAIN:
                against = path.held
                no_rate = None if path.no_rate is None else self.at["no_progress"]
            lasting = (
                self.indicator.direction is Direction.INCREASE
                and self.indicator.accumulation in LASTING
            )
            status = status_on_the_way(
                words, self.at, path=against, for_good=target.plan if lasting else None
            )
        yield "status", Formula(status, words.label("status", assessed.status))
        if against is not None:
            why = None if assessed.status is not Status.UNDEFINED else assessed.reason
            said = "" if why is None else words.label("reason", why)
            yield "reason", Formula(reason_formula(words, against, self.at, no_rate), said)
