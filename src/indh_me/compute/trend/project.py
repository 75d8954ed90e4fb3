"""Projection of indicators: where the figures that were reported are heading."""

from datetime import date

import numpy as np
from attrs import frozen

from indh_me.compute.outlook import outlook
from indh_me.compute.projection.methods import AUTO, technique_of
from indh_me.compute.projection.panel import bounds_of, level_of
from indh_me.compute.reporting import reporting_set
from indh_me.compute.strangers import refuse_strangers
from indh_me.errors import Fault, InvalidInputError
from indh_me.model import (
    Direction,
    Framework,
    Indicator,
    Observations,
    Period,
    Quantity,
)
from indh_me.model.quantity import to_quantity

from .batch import Found, projected
from .companions import growth_of, open_sdg_class, reduction_of, required_pace
from .policy import reason_of
from .projection import Projection, Projections
from .series import Series, indicator_of
from .subject import Asked, Range, Subject, own_rows, subject_of

__all__ = ["project", "projections"]


@frozen
class _Levels:
    """Shares that intervals hold: those of projections, and those that were reported."""

    intervals: float
    ranges: float

    @classmethod
    def of(cls, level: object, range_level: object) -> "_Levels":
        return cls(level_of(level), level_of(range_level, "range_level"))


def project(
    subject: Indicator | Series,
    observations: Observations | None = None,
    *,
    to: Period | str | None = None,
    as_of: date | None = None,
    method: str = AUTO,
    level: float = 0.95,
    range_level: float = 0.95,
    target: Quantity | float | None = None,
    direction: Direction | str | None = None,
    bounds: Range | None = None,
) -> Projection:
    """Tell where the figures of an indicator, or of a series, are heading.

    Parameters
    ----------
    subject
        An indicator; or a series: figures by period, such as ``{"2007": 60, "2008": 64}``, each
        standing for the last day of its period.
    observations
        What was reported of the indicator, and of any others.
    to
        Period to project to; by default that of the indicator's last target.
    as_of
        Day up to which figures, and revisions of targets, count; by default all do.
    method
        ``auto`` for the policy, or the word of a method, as for `project_panel`.
    level
        Share of outcomes that the intervals should hold.
    range_level
        Share that the ranges around the reported best estimates hold: the level of the surveys'
        confidence intervals.
    target
        What is asked for in the period projected to, instead of the indicator's own target.
    direction
        Of a series: ``increase`` (by default), ``decrease``.
    bounds
        Least and most that a figure can be, `None` for none; by default those of the unit: 0 to
        100 for a percentage that has not passed them, the scale of a score, 0 for counts.

    Returns
    -------
    Projection
        Its ``reason`` says why there is none, where the figures cannot tell; what they do tell,
        such as the pace that the target asks for, stands in it all the same.

    Raises
    ------
    InvalidInputError
        For an unknown method, levels that are not between 0 and 1, bounds that hold nothing, and
        what does not fit the subject: observations or no direction for a series.
    ParseError
        For periods that cannot be read.

    Notes
    -----
    *Figures.* A level stands for the last day of its period, other figures for the middle. Flows
    are projected per year of their period, and parts of a period as long as the one asked for
    are added up first; for a target that counts since the start, running totals are projected.

    *Method.* See `MethodChoice`: two figures give the last without an interval, three half of
    their average change, four or more as much of it as they bear out; percentages of surveys that
    lie two years apart or more a logit trend; quarters and months their season. One figure is no
    trend.

    *Bounds.* A figure with a best estimate and a range enters with its standard error: half the
    range over the quantile of the normal distribution for ``range_level``. One with a range alone
    enters with every reading of it: then the projection has a range itself, open where theirs is.

    *Probability.* Of a figure at or beyond the target, from the distribution of the method.

    Examples
    --------
    >>> made = project({"2003": 60, "2004": 62, "2005": 65, "2006": 67}, to="2010", target=72)
    >>> made.method, made.choice.value
    ('shrunken_drift', 'own_evidence')
    >>> round(made.last.quantity.best), round(made.probability.best, 1)
    (76, 0.7)

    One figure is no trend, but the target still asks for a pace:

    >>> alone = project({"2006": 67}, to="2010", target=75)
    >>> alone.reason.value, str(alone.pace.required)
    ('too_few_points', '2')
    """
    indicator, table = indicator_of(subject, observations, direction)
    asked = Asked(
        to=Period.parse(to) if isinstance(to, str) else to,
        target=None if target is None else to_quantity(target),
        # A bare series has no unit that would bound it.
        bounds=bounds if bounds is not None or isinstance(subject, Indicator) else (None, None),
    )
    if asked.to is None and not indicator.total_targets:
        mend = "give to=, such as '2010': no target says which period"
        raise InvalidInputError(Fault("no period to project to", "to", mend))
    mine = [position for position, code in enumerate(table.indicators) if code == indicator.code]
    own = table.select(np.isin(table.indicator, mine))
    levels = _Levels.of(level, range_level)
    return _projected([indicator], own, asked, as_of, method=method, levels=levels)[0]


def projections(
    framework: Framework,
    observations: Observations | None = None,
    *,
    to: Period | str | None = None,
    as_of: date | None = None,
    method: str = AUTO,
    level: float = 0.95,
    range_level: float = 0.95,
) -> Projections:
    """Tell where every indicator of a framework is heading.

    Parameters
    ----------
    framework
        The indicators.
    observations
        What was reported.
    to, as_of, method, level, range_level
        As for `project`; without ``to``, each to the period of its own last target.

    Returns
    -------
    Projections
        One row an indicator, in the framework's order, each with its figures or its reason.

    Raises
    ------
    UnknownCodeError
        When observations name indicators that the framework does not have.
    InvalidInputError
        As for `project`.

    Examples
    --------
    >>> from indh_me.model import Target
    >>> share = Indicator(
    ...     code="A",
    ...     unit="percent",
    ...     direction="increase",
    ...     accumulation="latest",
    ...     targets=[Target(period=Period.year(2010), value=70)],
    ... )
    >>> framework = Framework(code="DEMO", languages=["fr"], indicators=[share])
    >>> table = Observations.from_columns(
    ...     ["A"] * 4, ["2004", "2005", "2006", "2007"], [60, 61, 64, 65]
    ... )
    >>> made = projections(framework, table)
    >>> str(made["A"].to), round(made["A"].probability.best, 1)
    ('2010', 0.4)
    """
    table = Observations() if observations is None else observations
    refuse_strangers(framework, table)
    asked = Asked(to=Period.parse(to) if isinstance(to, str) else to)
    levels = _Levels.of(level, range_level)
    rows = _projected(framework.indicators, table, asked, as_of, method=method, levels=levels)
    return Projections(framework=framework, rows=tuple(rows))


def _projected(
    indicators: tuple[Indicator, ...] | list[Indicator],
    table: Observations,
    asked: Asked,
    as_of: date | None,
    *,
    method: str,
    levels: _Levels,
) -> list[Projection]:
    technique_of(method)  # Refuses a word that is none.
    bounds_of(asked.bounds)
    day = _last_day(table) if as_of is None else as_of
    reported = {} if day is None else own_rows(reporting_set(table, day))
    subjects = []
    for each in indicators:
        rows, has_groups = reported.get(each.code, ([], False))
        subjects.append(subject_of(each, rows, asked, day, has_groups=has_groups))
    made = projected(subjects, method, levels.intervals, levels.ranges)
    return [
        _with_companions(subject, found, table, asked=method, level=levels.intervals)
        for subject, found in zip(subjects, made, strict=True)
    ]


def _last_day(table: Observations) -> date | None:
    """Give the day on which everything counts that was reported; `None` of nothing."""
    if len(table) == 0:
        return None
    last: date = max(table.periods[number].end for number in np.unique(table.period).tolist())
    known = table.collected[~np.isnat(table.collected)]
    if len(known) == 0:
        return last
    collected: date = known.max().astype("datetime64[D]").item()
    return max(collected, last)


def _with_companions(
    subject: Subject, found: Found, table: Observations, *, asked: str, level: float
) -> Projection:
    """Put beside what was projected what can be said without it."""
    history, target, to = subject.history, subject.target, subject.to
    choice = None
    if found.method is not None and found.plan is not None:
        choice = reason_of(found.method, found.plan, asked)
    return Projection(
        indicator=subject.indicator,
        as_of=subject.as_of,
        to=to,
        history=history,
        figures=found.figures,
        reason=found.reason,
        method=found.method,
        choice=choice,
        weight=found.weight,
        expected_date=found.expected_date,
        trend_test=found.trend_test,
        level=level,
        range_level=found.range_level,
        bounds=subject.bounds,
        target=target,
        pace=None if target is None or to is None else required_pace(history, target, to),
        growth=growth_of(history),
        reduction=reduction_of(history),
        open_sdg=None if to is None else open_sdg_class(subject.indicator, history, target, to),
        outlook=None
        if subject.as_of is None
        else outlook(subject.indicator, table, as_of=subject.as_of),
    )
