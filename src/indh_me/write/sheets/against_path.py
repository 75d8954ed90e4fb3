"""An actual held against what is expected by then, on the way to a target, as formulas."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from indh_me.compute import Achievement
from indh_me.compute.rate import FROM_BASELINE
from indh_me.compute.standing import Subject
from indh_me.model import Accumulation
from indh_me.write.case import Way
from indh_me.write.cell_faults import FIRST_DAY
from indh_me.write.grid import Formula, Value
from indh_me.write.words import Words

from .against_target import PlanCells
from .path import Path, expected_formulas, share_formula
from .rate import Plan, rate_formulas
from .reason import no_rate, reasons
from .sides import BOUNDS, Sides
from .spelling import number, serial
from .status import Held

__all__ = ["AgainstPath"]


@frozen(slots=False, kw_only=True)
class AgainstPath:
    """What comes of an actual and what is expected on the last day that it reaches to.

    Parameters
    ----------
    words
        In which language.
    subject, way
        The indicator, and the way to a target that is not due.
    progress
        What comes of the actual and what is expected now; `None` where that gives no status.
    cells
        The cells that show the plan.
    at
        References of the cells of the row, by column.
    """

    words: Words
    subject: Subject
    way: Way
    progress: Achievement | None
    cells: PlanCells
    at: Mapping[str, str]

    @cached_property
    def path(self) -> Path | None:
        """The leg; `None` where there is none."""
        targets = self.cells.targets.items()
        cells = {(period.end, value): cell for period, (value, cell) in targets}
        return Path.of(self.way.expectation, cells, self.cells.baseline)

    @cached_property
    def held(self) -> Held | None:
        """What is expected, and the parts of the rate of it; `None` where nothing ever is."""
        if self.path is None or self.way.expectation.fraction == 0:
            return None
        return Held(
            plan=self._plan, rate={name: self.at[f"progress_{name}"] for name in self._rates}
        )

    @cached_property
    def no_rate(self) -> Formula | str | None:
        """Why there is no progress, a formula where that depends on the actual."""
        conditions = list(reasons(self._plan, self.way.obstacle, self.at))
        blank = f'OR({self.at["absent"]}<>"",{self.at["share"]}=0)'
        return no_rate(self.words, conditions, self.way.obstacle, blank, self._progress)

    def columns(self) -> Iterator[tuple[str, Value]]:
        """Give the columns that are filled."""
        path, expectation = self.path, self.subject.expectation
        if path is None:
            return
        if path.first is not None:
            early = path.first < FIRST_DAY
            # A day that no spreadsheet shows has its number all the same.
            yield "leg_first", serial(path.first) if early else path.first
            yield "leg_last", path.due
            elapsed = "=MIN(MAX(({day}-{leg_first}+1)/({leg_last}-{leg_first}+1),0),1)"
            yield "elapsed", Formula(elapsed.format(**self.at), number(expectation.elapsed))
        share = share_formula(path, self.at["elapsed"])
        if share is None:
            yield "share", int(path.is_over)
        else:
            yield "share", Formula(share, number(expectation.fraction))
        for name, text in expected_formulas(path, self.at["share"]):
            wanted = expectation.expected
            part = None if wanted is None else getattr(wanted, name)
            yield f"expected_{name}", Formula(text, number(part))
        if self.held is not None:
            if self.no_rate is not None:
                yield "no_progress", self.no_rate
            rate = None if self._progress is None else self._progress.rate
            for name, text in self._rates.items():
                part = None if rate is None else getattr(rate, name)
                yield f"progress_{name}", Formula(text, number(part))

    @property
    def _progress(self) -> Achievement | None:
        """What comes of the actual now; nothing where nothing is expected yet."""
        return None if self.subject.expectation.fraction == 0 else self.progress

    @cached_property
    def _plan(self) -> Plan:
        planned, at = self.way.plan, self.at
        expected = {name: at[f"expected_{name}"] for name in BOUNDS}
        target, baseline = planned.target, self.subject.achievement.baseline
        start = None
        if planned.method in FROM_BASELINE and baseline is not None:
            start = Sides.of(baseline, self.cells.baseline)
            if self.subject.indicator.accumulation is Accumulation.SUM:
                # Of a flow, the same share of the baseline is expected.
                start = start.times(at["share"])
        return Plan(
            method=planned.method,
            direction=planned.direction,
            target=None if target is None else Sides.in_cells(target, expected),
            baseline=start,
        )

    @cached_property
    def _rates(self) -> Mapping[str, str]:
        if self.way.obstacle is not None:
            return {}
        blank = [f"{self.at['share']}=0"]
        if self.no_rate is not None:
            blank.append(f'{self.at["no_progress"]}<>""')
        return dict(rate_formulas(self._plan, self.at, blank))
