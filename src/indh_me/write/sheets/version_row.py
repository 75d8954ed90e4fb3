"""A row of the hidden sheet on which targets are assessed, for another version of a target."""

from collections.abc import Iterator
from datetime import timedelta

from attrs import evolve, frozen

from indh_me.compute import Achievement, Reason
from indh_me.compute.obstacle import obstacles
from indh_me.compute.standing import Subject
from indh_me.compute.target_version import TargetVersion
from indh_me.write.case import Case
from indh_me.write.grid import Formula, Value
from indh_me.write.words import Words

from .against_target import AgainstTarget, PlanCells
from .assessed_columns import COLUMNS, AssessedRows
from .spelling import SERIAL_ZERO

__all__ = ["VersionRow"]

ORIGINAL = "original"
#: What is taken over from the row of the target in force.
ACTUAL = ("low", "best", "high", "absent")


@frozen(kw_only=True)
class VersionRow:
    """What comes of the actual and a version of the target that is not in force.

    Parameters
    ----------
    words
        In which language.
    subject, case
        The indicator, and its target.
    cells
        The cells that show the plan, and this version as the target.
    actual
        The row of the target in force.
    version
        The version.
    row
        Position of the row, from 0.
    """

    words: Words
    subject: Subject
    case: Case
    cells: PlanCells
    actual: AssessedRows
    version: TargetVersion
    row: int

    def columns(self) -> Iterator[tuple[str, Value]]:
        """Give what stands in the row, by column."""
        value, decided = self.version.value, self.version.decided
        shown: float | str = self.words.quantity(value, self.subject.indicator.unit)
        if value.is_exact and value.best is not None:
            shown = value.best
        yield "code", self.subject.indicator.code
        yield "period", str(self.case.target.period)
        yield "target", Formula(f"={self.cells.cell_of(self.case.target)}", shown)
        yield "version", ORIGINAL if decided is None else decided.isoformat()
        yield "last", self.case.last
        target = self._target()
        for name in (*ACTUAL, "day") if target.needs_day else ACTUAL:
            yield name, Formula(f"={self.actual.reference(name)}", self.actual.values[name])
        yield from target.columns()

    def _target(self) -> AgainstTarget:
        (obstacle,) = obstacles([self.version.achievement])
        day = self.actual.values.get("day", 0)
        return AgainstTarget(
            words=self.words,
            subject=evolve(self.subject, achievement=self._reached()),
            case=evolve(self.case, value=self.version.value, obstacle=obstacle),
            cells=self.cells,
            at={name: f"${letters}${self.row + 1}" for name, letters in COLUMNS.items()},
            day=SERIAL_ZERO + timedelta(days=int(day)),
        )

    def _reached(self) -> Achievement:
        """Give what is reached of it; nothing of a target that the figures have passed."""
        if self.subject.achievement.reason is Reason.NO_NEXT_TARGET:
            return evolve(self.version.achievement, rate=None, reason=Reason.NO_NEXT_TARGET)
        return self.version.achievement
