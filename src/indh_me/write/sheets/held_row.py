"""A row of the hidden sheet on which targets are assessed, for any target and its own figures."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from indh_me.compute import Achievement
from indh_me.compute.achievement import achievements
from indh_me.compute.assessed_target import years_from_baseline
from indh_me.compute.method import baseline_of, method_of
from indh_me.compute.obstacle import obstacles
from indh_me.compute.window import Window
from indh_me.model import Indicator, Method, Target
from indh_me.write.case import Case, Counted
from indh_me.write.content import Content
from indh_me.write.grid import Formula, Value

from .against_target import AgainstTarget, PlanCells
from .assessed_columns import COLUMNS
from .figures import FigureRow
from .sides import BOUNDS
from .spelling import number, serial

__all__ = ["HeldRow"]


@frozen(slots=False, kw_only=True)
class HeldRow:
    """What comes of a target and the figures that count towards it, due or not.

    Parameters
    ----------
    content, indicator
        What the workbook is made of, and whose target it is.
    target
        The target, with the value that it has in force.
    actual
        The figures.
    cell
        What gives the target: the reference of its cell, or a sum of such.
    baseline
        Reference of the cell of the baseline.
    version
        What tells the row from those of the target that is assessed.
    row
        Position of the row, from 0.
    """

    content: Content
    indicator: Indicator
    target: Target
    actual: FigureRow
    cell: str
    baseline: str
    version: str
    row: int

    def columns(self) -> Iterator[tuple[str, Value]]:
        """Give what stands in the row, by column."""
        value, quantity = self.target.value, self.actual.quantity
        shown: Value = self.content.words.quantity(value, self.indicator.unit)
        if value.is_exact and value.best is not None:
            shown = Formula(f"={self.cell}", value.best)
        yield "code", self.indicator.code
        yield "period", str(self.target.period)
        yield "target", shown
        yield "version", self.version
        yield "last", self.target.period.end
        for name in BOUNDS:
            known = number(None if quantity is None else getattr(quantity, name))
            yield name, Formula(f"={self.actual.reference(name)}", known)
        yield "absent", Formula(f"={self.actual.reference('reason')}", self.actual.reason)
        against = self._against()
        if against.needs_day:
            reference = self.actual.reference
            text = f"=IF({reference('count')}=0,as_of,{reference('last_end')})"
            yield "day", Formula(text, serial(self._day))
        yield from against.columns()

    @property
    def _day(self) -> date:
        until = self.actual.figure.until
        return self.content.assessment.as_of if until is None else until

    def _against(self) -> AgainstTarget:
        reached = self._reached()
        (obstacle,) = obstacles([reached])
        case = Case(
            target=self.target,
            value=self.target.value,
            counted=Counted(
                window=Window.of(self.indicator, self.target), inside=True, to_date=False
            ),
            may_be_past=False,
            obstacle=obstacle,
            since=None,
            way=None,
        )
        at = {name: f"${letters}${self.row + 1}" for name, letters in COLUMNS.items()}
        subject = evolve(self.content.subjects[self.indicator.code], achievement=reached)
        return AgainstTarget(
            words=self.content.words,
            subject=subject,
            case=case,
            cells=PlanCells(baseline=self.baseline, target=at["target"], targets={}),
            at=at,
            day=self._day,
        )

    def _reached(self) -> Achievement:
        """Give what is reached of the target, as the library computes it."""
        indicator = self.indicator
        grows = indicator.method is Method.GROWTH_RATIO
        until = self.actual.figure.until
        (made,) = achievements(
            [self.actual.quantity],
            [self.target.value],
            [baseline_of(indicator)],
            [indicator.direction],
            [method_of(indicator)],
            [indicator.band],
            years=[years_from_baseline(indicator, until) if grows and until else None],
            target_years=[
                years_from_baseline(indicator, self.target.period.end) if grows else None
            ],
        )
        return made
