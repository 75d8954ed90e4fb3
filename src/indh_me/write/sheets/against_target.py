"""An actual held against a target: its rate, and why there is none, as formulas."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from attrs import frozen

from indh_me.compute import Reason
from indh_me.compute.assessed_target import years_from_baseline
from indh_me.compute.rate import FROM_BASELINE
from indh_me.compute.standing import Subject
from indh_me.model import Direction, Method, Period, Quantity, Target
from indh_me.model.period import DAYS_A_YEAR
from indh_me.write.case import Case
from indh_me.write.grid import Formula, Value
from indh_me.write.words import Words

from .rate import Plan, rate_formulas
from .reason import BEHIND_YEARS, no_rate, reasons
from .sides import Sides
from .spelling import literal, number, serial
from .status import Held

__all__ = ["AgainstTarget", "PlanCells"]

ONE_DAY = timedelta(days=1)
MONTHS_A_YEAR = 12


@frozen(kw_only=True)
class PlanCells:
    """Cells of the tracking sheet that show the plan of an indicator.

    Parameters
    ----------
    baseline
        Reference of the cell of the baseline.
    target
        That of the target that is assessed; `None` where figures may make it another one.
    targets
        Values in force of all targets, and references of their cells, by period.
    """

    baseline: str
    target: str | None
    targets: Mapping[Period, tuple[Quantity, str]]

    def cell_of(self, target: Target) -> str:
        """Give the reference of the cell that shows a target which may be assessed."""
        return self.targets[target.period][1] if self.target is None else self.target


@frozen(slots=False, kw_only=True)
class AgainstTarget:
    """What comes of an actual and a target.

    Parameters
    ----------
    words
        In which language.
    subject, case
        The indicator, and the target.
    cells
        The cells that show the plan.
    at
        References of the cells of the row, by column.
    day
        The last day that the figures reach to.
    """

    words: Words
    subject: Subject
    case: Case
    cells: PlanCells
    at: Mapping[str, str]
    day: date

    @cached_property
    def plan(self) -> Plan:
        """What the rate is measured against."""
        indicator, reached = self.subject.indicator, self.subject.achievement
        baseline = None
        if reached.method in FROM_BASELINE and reached.baseline is not None:
            baseline = Sides.of(reached.baseline, self.cells.baseline)
        return Plan(
            method=reached.method,
            direction=indicator.direction,
            target=Sides.of(self.case.value, self.cells.cell_of(self.case.target)),
            baseline=baseline,
            band=indicator.band,
            years=self.at["years"],
            target_years=reached.target_years,
        )

    @cached_property
    def held(self) -> Held:
        """The plan, and the parts of the rate that may be known."""
        return Held(plan=self.plan, rate={name: self.at[f"rate_{name}"] for name in self._rates})

    @property
    def needs_day(self) -> bool:
        """Whether it matters which day the figures reach to."""
        return self.case.may_be_past or self.plan.method is Method.GROWTH_RATIO

    def columns(self) -> Iterator[tuple[str, Value]]:
        """Give the columns that are filled."""
        if self._counts_years:
            years = years_from_baseline(self.subject.indicator, self.day)
            yield "years", Formula(self._years(), years or 0.0)
        if self.no_rate is not None:
            yield "no_rate", self.no_rate
        reached = self.subject.achievement.rate
        for name, text in self._rates.items():
            rate = None if reached is None else getattr(reached, name)
            yield f"rate_{name}", Formula(text, number(rate))

    @cached_property
    def no_rate(self) -> Formula | str | None:
        """Why there is no rate, a formula where that depends on the actual."""
        conditions = list(reasons(self.plan, self.case.obstacle, self.at))
        if self.case.may_be_past and self.plan.direction is not Direction.MAINTAIN:
            past = f"{self.at['day']}>={self.at['last']}"
            conditions.insert(0, (past, Reason.NO_NEXT_TARGET))
        return no_rate(
            self.words,
            conditions,
            self.case.obstacle,
            f'{self.at["absent"]}<>""',
            self.subject.achievement,
        )

    @cached_property
    def _rates(self) -> Mapping[str, str]:
        if self.case.obstacle is not None:
            return {}
        blank = [] if self.no_rate is None else [f'{self.at["no_rate"]}<>""']
        if self.plan.method is Method.BAND:
            # Of an actual without bounds, as of none at all, something would be known.
            blank.insert(0, f'{self.at["absent"]}<>""')
        return dict(rate_formulas(self.plan, self.at, blank))

    @property
    def _counts_years(self) -> bool:
        return self.plan.method is Method.GROWTH_RATIO and self.case.obstacle in BEHIND_YEARS

    def _years(self) -> str:
        """Write the years from the baseline to the actual, as `Period.years` counts them."""
        day, baseline = self.at["day"], self.subject.indicator.baseline
        period = None if baseline is None else baseline.period
        if period is None:
            return "=0"
        measured = literal(serial(period.end))
        years = f"({day}-{measured})/{DAYS_A_YEAR}"
        if (period.end + ONE_DAY).day == 1:
            months = MONTHS_A_YEAR * period.end.year + period.end.month
            whole = f"({MONTHS_A_YEAR}*YEAR({day})+MONTH({day})-{months})/{MONTHS_A_YEAR}"
            years = f"IF(EOMONTH({day},0)={day},{whole},{years})"
        return f"=IF({day}<={measured},0,{years})"
