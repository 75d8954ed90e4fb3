"""Assessment: where every indicator stands on a day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.errors import Fault, UnknownCodeError, nearest
from indh_me.model import (
    Absence,
    Categories,
    Framework,
    Indicator,
    Method,
    Observations,
    Period,
    Quantity,
    Target,
)
from indh_me.model.quantity import Value

from .accumulation import accumulate
from .achievement import LEVELS, Achievement, Verdict, achievements, default_method
from .check import data_rules
from .check.finding import Finding
from .reason import Reason
from .reporting import ReportingSet, reporting_set
from .status import Status, milestone_status, status

__all__ = ["Assessment", "Figure", "IndicatorAssessment", "assess"]

@frozen(kw_only=True)
class Figure:
    """A figure to date, or why there is none.

    Parameters
    ----------
    categories
        The group it is about.
    quantity
        In the indicator's unit.
    reason
        Why there is none.
    """

    categories: Categories
    quantity: Quantity | None
    reason: Reason | None


@frozen(kw_only=True)
class IndicatorAssessment:
    """Where one indicator stands.

    Parameters
    ----------
    indicator
        What is assessed.
    period
        Period of the target that is assessed: the last that is due, else the next one; `None`
        when no target is set.
    target
        The target in force on the as-of date.
    actual
        What was reached of it, over the same period (since the start for a cumulative target or
        a milestone), or why there is no figure; `None` when no target is set.
    to_date
        Everything reported up to the as-of date, accumulated.
    achievement
        Rate, method, verdict and the inputs they came from.
    status
        Where it stands, in a word.
    reason
        Why there is no rate or no status.
    days_overdue
        Days since a milestone fell due without being done; 0 when it is done or not due; `None`
        for what has no due date.
    disaggregation
        To-date figures by category.
    findings
        What the linter finds in its data.
    """

    indicator: Indicator
    period: Period | None
    target: Quantity | None
    actual: Value | None
    to_date: Figure
    achievement: Achievement
    status: Status
    reason: Reason | None
    days_overdue: int | None
    disaggregation: tuple[Figure, ...]
    findings: tuple[Finding, ...]

    @property
    def rate(self) -> Quantity | None:
        """Rate of achievement, a fraction; `None` when undefined."""
        return self.achievement.rate

    @property
    def method(self) -> Method | None:
        """How the rate was computed."""
        return self.achievement.method

    @property
    def verdict(self) -> Verdict | None:
        """Whether the target is met."""
        return self.achievement.verdict

    @property
    def baseline(self) -> Quantity | None:
        """Figure before the programme acted."""
        return None if self.indicator.baseline is None else self.indicator.baseline.quantity


@frozen(kw_only=True, slots=False)
class Assessment:
    """Where every indicator of a framework stands: one row each.

    Parameters
    ----------
    framework
        What was assessed.
    as_of
        The day.
    rows
        One for each indicator, in the framework's order.

    Examples
    --------
    >>> framework = Framework(
    ...     code="DEMO", languages=["fr"],
    ...     indicators=[Indicator.milestone("C-P1", due=Period.year(2007))],
    ... )
    >>> assess(framework, as_of=date(2008, 3, 27))["C-P1"].days_overdue
    87
    """

    framework: Framework
    as_of: date
    rows: tuple[IndicatorAssessment, ...]

    @cached_property
    def _by_code(self) -> dict[str, IndicatorAssessment]:
        return {row.indicator.code: row for row in self.rows}

    def __getitem__(self, code: str) -> IndicatorAssessment:
        """Give the row of an indicator; raises `UnknownCodeError` when there is none."""
        if code not in self._by_code:
            fault = Fault(f"unknown indicator {code!r}", mend=nearest(code, self._by_code))
            raise UnknownCodeError(fault)
        return self._by_code[code]

    def __iter__(self) -> Iterator[IndicatorAssessment]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def to_columns(self) -> dict[str, list[Any]]:
        """Give best figures, words and bounds by column, for any dataframe library.

        Returns
        -------
        dict[str, list]
            One value a row; `None` where there is none.
        """
        columns: dict[str, list[Any]] = {
            "code": [row.indicator.code for row in self.rows],
            "period": [None if row.period is None else str(row.period) for row in self.rows],
            "status": [row.status.value for row in self.rows],
            "reason": [None if row.reason is None else row.reason.value for row in self.rows],
            "days_overdue": [row.days_overdue for row in self.rows],
        }
        figures = {
            "target": [row.target for row in self.rows],
            "to_date": [row.to_date.quantity for row in self.rows],
            "rate": [row.rate for row in self.rows],
        }
        for name, quantities in figures.items():
            for part in ("low", "best", "high"):
                columns[f"{name}_{part}"] = [
                    None if each is None else getattr(each, part) for each in quantities
                ]
        return columns


def assess(
    framework: Framework, observations: Observations | None = None, *, as_of: date
) -> Assessment:
    """Tell where every indicator stands on a day.

    Parameters
    ----------
    framework
        Indicators with their baselines and targets.
    observations
        What was reported. Those whose period is not over on the day, or that were collected
        later, do not count.
    as_of
        The day.

    Returns
    -------
    Assessment
        One row for each indicator, in the framework's order.

    Raises
    ------
    UnknownCodeError
        When observations name indicators that the framework does not have: no figure is dropped
        in silence.

    Examples
    --------
    >>> from indh_me.model import Target
    >>> trained = Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> framework = Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = Observations.from_columns(["T-R1", "T-R1"], ["2007", "2008"], [6_000, 18_000])
    >>> row = assess(framework, seen, as_of=date(2008, 12, 31))["T-R1"]
    >>> str(row.rate), row.status.value, str(row.to_date.quantity)
    ('0.9', 'on_track', '24000')
    """
    table = Observations() if observations is None else observations
    return _Assessing(framework, table, as_of).assessment()


class _Assessing:
    """One assessment while it is computed, column by column."""

    def __init__(self, framework: Framework, table: Observations, as_of: date) -> None:
        self.framework, self.table, self.as_of = framework, table, as_of
        self.position = {each.code: number for number, each in enumerate(framework.indicators)}
        unknown = [code for code in table.indicators if code not in self.position]
        if unknown:
            raise UnknownCodeError(
                *(
                    Fault(
                        f"observations of unknown indicator {code!r}",
                        mend=nearest(code, self.position),
                    )
                    for code in unknown
                )
            )
        self.of_code = np.array([self.position[code] for code in table.indicators], dtype=np.intp)
        self.totals = np.array([cell.is_total for cell in table.cells], dtype=np.bool_)
        self.reporting = reporting_set(table, as_of)

    def assessment(self) -> Assessment:
        """Put the rows together."""
        to_date = self._to_date()
        targets = [self._assessed_target(each) for each in self.framework.indicators]
        actuals = self._actuals(targets, to_date)
        made = self._achievements(targets, actuals)
        findings = self._findings()
        rows = tuple(
            self._row(indicator, target, figures, actual, achievement, findings)
            for indicator, target, figures, actual, achievement in zip(
                self.framework.indicators, targets, to_date, actuals, made, strict=True
            )
        )
        return Assessment(framework=self.framework, as_of=self.as_of, rows=rows)

    def _figures(self, reporting: ReportingSet) -> list[list[Figure]]:
        """Accumulate; give the figures of each indicator, the total first where there is one."""
        positions = self.of_code[reporting.indicator].tolist()
        indicators = [self.framework.indicators[position] for position in positions]
        found = accumulate(
            reporting,
            [each.accumulation for each in indicators],
            np.array([each.unit.factor for each in indicators], dtype=np.float64),
        )
        figures: list[list[Figure]] = [[] for _ in self.framework.indicators]
        for position, cell, quantity, reason in zip(
            positions, reporting.cell.tolist(), found.bounds.quantities(), found.reasons, strict=True
        ):
            categories = self.table.cells[cell]
            made = Figure(categories=categories, quantity=quantity, reason=reason)
            if categories.is_total:
                figures[position].insert(0, made)
            else:
                figures[position].append(made)
        return figures

    def _to_date(self) -> list[list[Figure]]:
        """Give the to-date figures of each indicator: the total, then its categories in order."""
        figures = self._figures(self.reporting)
        for each in figures:
            if len(each) == 0 or not each[0].categories.is_total:
                reason = Reason.NOT_REPORTED if len(each) == 0 else Reason.NO_TOTAL
                each.insert(0, Figure(categories=Categories(), quantity=None, reason=reason))
            each[1:] = sorted(each[1:], key=lambda figure: figure.categories)
        return figures

    def _assessed_target(self, indicator: Indicator) -> Target | None:
        """Choose the last target that is due, else the next one."""
        targets = sorted(indicator.total_targets, key=lambda target: target.period.end)
        due = [target for target in targets if target.period.is_over(self.as_of)]
        return due[-1] if due else targets[0] if targets else None

    def _actuals(
        self, targets: Sequence[Target | None], to_date: Sequence[Sequence[Figure]]
    ) -> list[Figure]:
        """Accumulate over the period of each one's target; since the start where that counts."""
        # No period starts after year 9999, so indicators without a target keep no rows.
        first = np.full(len(targets), np.iinfo(np.int64).max)
        last = np.full(len(targets), np.iinfo(np.int64).min)
        for position, target in enumerate(targets):
            if target is not None:
                start = date.min if target.cumulative else target.period.start
                first[position], last[position] = _days(start), _days(target.period.end)
        reporting = self.reporting
        owner = self.of_code[reporting.indicator][reporting.group]
        inside = (reporting.start >= first[owner]) & (reporting.end <= last[owner])
        inside &= self.totals[reporting.cell][reporting.group]
        figures = self._figures(reporting.some(inside))
        chosen = []
        for indicator, total, found in zip(
            self.framework.indicators, to_date, figures, strict=True
        ):
            if indicator.unit.is_milestone:
                chosen.append(total[0])
            elif found:
                chosen.append(found[0])
            else:
                reason = Reason.NO_TOTAL if total[0].reason is Reason.NO_TOTAL else Reason.NOT_REPORTED
                chosen.append(Figure(categories=Categories(), quantity=None, reason=reason))
        return chosen

    def _achievements(
        self, targets: Sequence[Target | None], actuals: Sequence[Figure]
    ) -> list[Achievement]:
        indicators = self.framework.indicators
        baselines = [
            None if each.baseline is None else each.baseline.quantity for each in indicators
        ]
        methods = [
            default_method(
                each.direction,
                level=each.accumulation in LEVELS and not each.unit.is_milestone,
                has_baseline=start is not None,
            )
            if each.method is None
            else each.method
            for each, start in zip(indicators, baselines, strict=True)
        ]
        return achievements(
            [self._counted(*each) for each in zip(indicators, targets, actuals, strict=True)],
            [None if target is None else target.in_force(self.as_of) for target in targets],
            baselines,
            [each.direction for each in indicators],
            [None if target is None else method for target, method in zip(targets, methods, strict=True)],
            [each.band for each in indicators],
        )

    def _counted(self, indicator: Indicator, target: Target | None, actual: Figure) -> Quantity | None:
        """Give the actual, unless its target is not due; a milestone may be done early."""
        if target is None or target.period.is_over(self.as_of) or indicator.unit.is_milestone:
            return actual.quantity
        return None

    def _findings(self) -> dict[str | None, list[Finding]]:
        found: defaultdict[str | None, list[Finding]] = defaultdict(list)
        for rule in (data_rules.duplicates, data_rules.overlaps, data_rules.totals_and_categories):
            for finding in rule(self.framework, self.reporting):
                found[finding.indicator].append(finding)
        return found

    def _row(
        self,
        indicator: Indicator,
        target: Target | None,
        to_date: Sequence[Figure],
        actual: Figure,
        achievement: Achievement,
        findings: dict[str | None, list[Finding]],
    ) -> IndicatorAssessment:
        found = findings.get(indicator.code, [])
        overdue = None
        if indicator.unit.is_milestone:
            days = data_rules.days_past_due(indicator, self.as_of)
            word, reason = milestone_status(to_date[0].quantity, days)
            if days is not None:
                overdue = days if word is Status.OVERDUE else 0
            if word is Status.OVERDUE:
                found = [data_rules.overdue(indicator, days or 0), *found]
        elif target is None:
            word, reason = Status.NO_TARGET, Reason.NO_TARGET
        elif not target.period.is_over(self.as_of):
            word, reason = Status.NOT_DUE, Reason.NOT_DUE
        else:
            word, reason = status(achievement, self.framework.thresholds)
            if achievement.actual is None and actual.reason is not None:
                reason = actual.reason
                absent = reason in {Reason.NOT_REPORTED, Reason.NO_TOTAL}
                word = Status.NO_DATA if absent else Status.UNDEFINED
        return IndicatorAssessment(
            indicator=indicator,
            period=None if target is None else target.period,
            target=achievement.target,
            actual=_shown(target, actual, word),
            to_date=to_date[0],
            achievement=achievement,
            status=word,
            reason=achievement.reason if reason is None else reason,
            days_overdue=overdue,
            disaggregation=tuple(to_date[1:]),
            findings=tuple(found),
        )


def _shown(target: Target | None, actual: Figure, word: Status) -> Value | None:
    """Give the actual, or the kind of its absence."""
    if target is None:
        return None
    if word is Status.NOT_DUE:
        return Absence.NOT_DUE
    if actual.quantity is not None:
        return actual.quantity
    return Absence.NOT_APPLICABLE if actual.reason is Reason.NOT_APPLICABLE else Absence.NOT_REPORTED


def _days(day: date) -> npt.NDArray[np.int64]:
    return np.datetime64(day).astype(np.int64)  # type: ignore[no-any-return]
