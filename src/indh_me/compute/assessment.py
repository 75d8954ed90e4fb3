"""Assessment: where every indicator stands on a day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any

from attrs import evolve, frozen

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import (
    Framework,
    Observations,
    Quantity,
)
from indh_me.notebook import ShownInNotebook

from .check.data_rules import duplicates, overlaps
from .check.finding import Finding
from .check.milestone_rules import more_or_less_than_done
from .check.reconciliation import totals_and_categories
from .check.schedule_rules import period_gaps
from .coded_rows import IndicatorRows
from .figure import Figure
from .group_standings import groups_of
from .reporting import ReportingSet, reporting_set
from .standing import IndicatorAssessment
from .standings import standings
from .strangers import refuse_strangers

__all__ = ["Assessment", "Figure", "IndicatorAssessment", "assess"]

#: Rules whose findings stand in the row of their indicator.
RULES = (duplicates, overlaps, totals_and_categories, period_gaps)


@frozen(kw_only=True, slots=False)
class Assessment(IndicatorRows[IndicatorAssessment], ShownInNotebook):
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
    >>> from indh_me.model import Indicator, Period
    >>> framework = Framework(
    ...     code="DEMO",
    ...     languages=["fr"],
    ...     indicators=[Indicator.milestone("C-P1", due=Period.year(2007))],
    ... )
    >>> assess(framework, as_of=date(2008, 3, 27))["C-P1"].days_overdue
    87
    """

    framework: Framework
    as_of: date
    rows: tuple[IndicatorAssessment, ...]

    def to_columns(self) -> dict[str, list[Any]]:
        """Give words, and figures with their bounds, by column for any dataframe library.

        Returns
        -------
        dict[str, list]
            One value a row; `None` where there is none. Figures are in the indicator's unit.
            Rates, progress (the rate of the actual against the expected value) and the expected
            share of the way are fractions.

        Examples
        --------
        >>> from indh_me.model import Indicator
        >>> framework = Framework(
        ...     code="DEMO", languages=["fr"], indicators=[Indicator.milestone("C-P3")]
        ... )
        >>> columns = assess(framework, as_of=date(2008, 3, 27)).to_columns()
        >>> columns["code"], columns["status"], columns["rate_best"]
        (['C-P3'], ['no_target'], [None])
        """
        columns: dict[str, list[Any]] = {
            "code": [row.indicator.code for row in self.rows],
            "period": [None if row.period is None else str(row.period) for row in self.rows],
            **{
                name: [_word(getattr(row, name)) for row in self.rows]
                for name in ("status", "method", "reason", "verdict")
            },
            "days_overdue": [row.days_overdue for row in self.rows],
            "expected_on": [row.expectation.day for row in self.rows],
            "expected_share": [row.expectation.fraction for row in self.rows],
        }
        figures = {
            "baseline": [row.baseline for row in self.rows],
            "target": [row.target for row in self.rows],
            "actual": [
                row.actual if isinstance(row.actual, Quantity) else None for row in self.rows
            ],
            "to_date": [row.to_date.quantity for row in self.rows],
            "rate": [row.rate for row in self.rows],
            "expected": [row.expected for row in self.rows],
            "progress": [None if row.progress is None else row.progress.rate for row in self.rows],
        }
        for name, quantities in figures.items():
            for part in ("low", "best", "high"):
                columns[f"{name}_{part}"] = [
                    None if each is None else getattr(each, part) for each in quantities
                ]
        return columns


def _word(member: Enum | None) -> Any:  # noqa: ANN401 - the value of any enumeration
    return None if member is None else member.value


def assess(
    framework: Framework,
    observations: Observations | None = None,
    *,
    as_of: date,
    by: str | Sequence[str] = (),
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
    by
        Codes of dimensions whose groups are assessed too, alone and together.

    Returns
    -------
    Assessment
        One row for each indicator, in the framework's order.

    Raises
    ------
    UnknownCodeError
        When observations name indicators that the framework does not have: no figure is dropped
        in silence. For a dimension that it does not have, and for categories in the observations
        that one of the dimensions asked for does not have.
    InvalidInputError
        When a milestone that counts is reported neither done (1) nor not done (0).

    Examples
    --------
    >>> from indh_me.model import Indicator, Period, Target
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> framework = Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = Observations.from_columns(["T-R1", "T-R1"], ["2007", "2008"], [6_000, 18_000])
    >>> row = assess(framework, seen, as_of=date(2008, 12, 31))["T-R1"]
    >>> str(row.rate), row.status.value, str(row.to_date.quantity)
    ('0.9', 'on_track', '24000')
    """
    table = Observations() if observations is None else observations
    refuse_strangers(framework, table)
    reporting = reporting_set(table, as_of)
    _refuse_half_done(framework, reporting)
    findings = _findings(framework, reporting)
    rows = standings(
        framework.indicators, reporting, framework.thresholds, as_of, findings=findings
    )
    if len(by) > 0:
        wanted = (by,) if isinstance(by, str) else tuple(by)
        groups = groups_of(framework, table, wanted, as_of)
        rows = [evolve(row, groups=groups.get(row.indicator.code, ())) for row in rows]
    return Assessment(framework=framework, as_of=as_of, rows=tuple(rows))


def _findings(framework: Framework, reporting: ReportingSet) -> dict[str | None, list[Finding]]:
    found: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for rule in RULES:
        for finding in rule(framework, reporting):
            found[finding.indicator].append(finding)
    return found


def _refuse_half_done(framework: Framework, reporting: ReportingSet) -> None:
    # Half a milestone would pass for done in one place and for not done in another.
    faults = [
        Fault(found.message, found.place, found.mend)
        for found in more_or_less_than_done(framework, reporting)
    ]
    if faults:
        raise InvalidInputError(*faults)
