"""What a projection of an indicator says."""

from datetime import date
from enum import Enum
from typing import Any

from attrs import frozen

from indh_me.compute.banding import Banding
from indh_me.compute.coded_rows import IndicatorRows
from indh_me.compute.outlook import Outlook
from indh_me.compute.projection import ArrivalReason, Monotone, ProjectionReason
from indh_me.model import Framework, Indicator, Period, Quantity
from indh_me.notebook import ShownInNotebook

from .companions import RequiredPace
from .history import History
from .policy import MethodChoice

__all__ = ["ExpectedDate", "ProjectedFigure", "Projection", "Projections", "TrendTest"]


@frozen(kw_only=True)
class ProjectedFigure:
    """What is projected for one period.

    Parameters
    ----------
    period
        The days that it is about.
    quantity
        Point projection, in the indicator's unit; of figures known only within bounds, what all
        their readings give.
    interval
        Where the figure will lie with the projection's level; `None` where that cannot be told.
    target
        What the period asks for; `None` where it asks for nothing.
    probability
        Of meeting the target, 0 to 1; `None` without one or without an interval.

    Examples
    --------
    >>> import indh_me as me
    >>> made = me.project(
    ...     {"2003": 60, "2004": 62, "2005": 65, "2006": 67, "2007": 70}, to="2010", target=72
    ... )
    >>> last = made.figures[-1]
    >>> str(last.period), round(last.quantity.best), round(last.probability.best, 2)
    ('2010', 77, 0.8)
    """

    period: Period
    quantity: Quantity
    interval: Quantity | None
    target: Quantity | None
    probability: Quantity | None


@frozen(kw_only=True)
class ExpectedDate:
    """When the projection meets a target, and between which days as likely as not.

    Parameters
    ----------
    day
        On which the point projection first meets the target; of a target that is already met,
        the day of the last figure. `None` where it is not identified.
    earliest, latest
        Days on which the favourable and the unfavourable end of the interval first do; `None`
        where that end does not.
    reason
        Why the date is not identified; `None` where it is.
    level
        Share of outcomes that the interval should hold: less than that of the projection, at which
        hardly any trend identifies a date.

    Examples
    --------
    >>> import indh_me as me
    >>> seen = {str(2000 + year): 60 + year for year in range(8)}
    >>> made = me.project(seen, to="2012", target=70)
    >>> made.expected_date.day.year, made.expected_date.reason
    (2010, None)
    """

    day: date | None
    earliest: date | None
    latest: date | None
    reason: ArrivalReason | None
    level: float


@frozen(kw_only=True)
class TrendTest:
    """Whether the figures rise or fall at all, by the test of Mann and Kendall.

    Parameters
    ----------
    trend
        What it says; of fewer than five figures, that they are too few.
    p
        Two-sided p-value; `None` of a single figure.
    tau
        Kendall's tau-b; `None` where all figures are equal, and of a single figure.

    Examples
    --------
    >>> import indh_me as me
    >>> made = me.project(
    ...     {"2003": 60, "2004": 62, "2005": 65, "2006": 67, "2007": 70}, to="2010", target=72
    ... )
    >>> made.trend_test.trend.value, round(made.trend_test.p, 3), made.trend_test.tau
    ('increasing', 0.017, 1.0)
    """

    trend: Monotone
    p: float | None
    tau: float | None


@frozen(kw_only=True)
class Projection(ShownInNotebook):
    """Where the figures of an indicator are heading, or why that cannot be told.

    Parameters
    ----------
    indicator
        Whose figures they are.
    as_of
        The day up to which figures count; `None` when nothing was reported.
    to
        The period projected to; `None` when no target says which.
    history
        What it starts from.
    figures
        One a period on the way to the last, which was asked for; none where it is refused.
    reason
        Why it is refused; `None` where it is not.
    method
        Word of the method; `None` where it is refused.
    choice
        Why this method.
    weight
        Share of the average change that is kept; `None` where the method takes no share.
    level
        Share of outcomes that the intervals should hold.
    range_level
        Share that the ranges around reported best estimates were taken to hold; `None` where no
        interval hangs on one.
    bounds
        Least and most that a figure can be; `None` where there is no such bound.
    target
        What the period projected to asks for; `None` where it asks for nothing.
    expected_date
        When the target is expected to be met; `None` without a target that is one number, of
        figures within bounds, and of quarters and months, which are projected step by step.
    trend_test
        Whether the figures rise or fall at all; `None` where it cannot be asked of them.
    pace
        What the target asks for each year; `None` without target, figures or time.
    growth
        Compound annual growth from the first figure to the last, a fraction; an official rate and
        no projection. `None` where there is none.
    reduction
        Average annual rate of reduction of the same figures, a fraction, above zero for a fall.
    open_sdg
        Class of the progress under the Open SDG rule; `None` where it does not apply.
    outlook
        What the targets of a flow ask for by plain arithmetic; `None` for others.

    Examples
    --------
    >>> import indh_me as me
    >>> made = me.project(
    ...     {"2003": 60, "2004": 62, "2005": 65, "2006": 67, "2007": 70}, to="2010", target=72
    ... )
    >>> made.method, str(made.to), len(made.figures), made.reason
    ('shrunken_drift', '2010', 3, None)
    >>> str(made.last.period), round(made.probability.best, 2)
    ('2010', 0.8)
    """

    indicator: Indicator
    as_of: date | None
    to: Period | None
    history: History
    figures: tuple[ProjectedFigure, ...] = ()
    reason: ProjectionReason | None = None
    method: str | None = None
    choice: MethodChoice | None = None
    weight: float | None = None
    level: float
    range_level: float | None = None
    bounds: tuple[float | None, float | None]
    target: Quantity | None = None
    expected_date: ExpectedDate | None = None
    trend_test: TrendTest | None = None
    pace: RequiredPace | None = None
    growth: float | None = None
    reduction: float | None = None
    open_sdg: Banding | None = None
    outlook: Outlook | None = None

    @property
    def last(self) -> ProjectedFigure | None:
        """What is projected for the period asked for; `None` where it is refused."""
        return self.figures[-1] if self.figures else None

    @property
    def probability(self) -> Quantity | None:
        """Probability, 0 to 1, that the last figure meets its target; `None` where none is told."""
        return None if self.last is None else self.last.probability


@frozen(kw_only=True, slots=False)
class Projections(IndicatorRows[Projection], ShownInNotebook):
    """Where the indicators of a framework are heading: one row each.

    Parameters
    ----------
    framework
        Whose indicators they are.
    rows
        One for each indicator, in the framework's order.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> made = me.projections(framework, seen)
    >>> [(each.indicator.code, each.reason.value) for each in made]
    [('T-R1', 'too_few_points')]
    >>> made.to_columns()["reason"], made.to_columns()["quantity_best"]
    (['too_few_points'], [None])
    """

    framework: Framework
    rows: tuple[Projection, ...]

    def to_columns(self) -> dict[str, list[Any]]:
        """Give words and figures by column for any dataframe library: a row a projected period.

        Returns
        -------
        dict[str, list]
            One value a row; `None` where there is none. A projection that is refused has one row
            with its reason. Figures are in the indicator's unit, probabilities from 0 to 1.
        """
        table = [(row, figure) for row in self.rows for figure in (row.figures or (None,))]
        columns: dict[str, list[Any]] = {
            "code": [row.indicator.code for row, _ in table],
            "period": [_text(row.to if figure is None else figure.period) for row, figure in table],
            "method": [row.method for row, _ in table],
            "choice": [_word(row.choice) for row, _ in table],
            "reason": [_word(row.reason) for row, _ in table],
            "figures": [len(row.history.figures) for row, _ in table],
        }
        for name in ("quantity", "interval", "target", "probability"):
            for part in ("low", "best", "high"):
                columns[f"{name}_{part}"] = [
                    _part(None if figure is None else getattr(figure, name), part)
                    for _, figure in table
                ]
        return columns


def _word(member: Enum | None) -> Any:  # noqa: ANN401 - the value of any enumeration
    return None if member is None else member.value


def _text(period: Period | None) -> str | None:
    return None if period is None else str(period)


def _part(quantity: Quantity | None, part: str) -> float | None:
    return None if quantity is None else getattr(quantity, part)
