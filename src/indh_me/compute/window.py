"""The window of a target: which figures count towards it."""

from datetime import date

from attrs import frozen

from indh_me.model import Accumulation, Indicator, Period, Target

__all__ = ["Window"]


@frozen(kw_only=True)
class Window:
    """Which figures count towards a target.

    Parameters
    ----------
    first
        First day from which they count; `None` for the start of the programme.
    last
        Last day up to which they count.
    by_last_day
        Whether a figure belongs to the window by the last day of its period alone. A running
        total does: it is about the days from the start, whichever window it is held against.

    Examples
    --------
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> window = Window.of(trained, Target(period=Period.year(2008), value=20_000))
    >>> Period.parse("2008-Q1") in window, Period.parse("2005/2008") in window
    (True, False)
    """

    first: date | None
    last: date
    by_last_day: bool

    @classmethod
    def of(cls, indicator: Indicator, target: Target) -> "Window":
        """Give the window of one of an indicator's targets.

        Parameters
        ----------
        indicator
            Says how its figures accumulate.
        target
            The target. It counts since the start when it is cumulative and the indicator is a
            flow; of a level only the target's own period counts.
        """
        since_start = target.cumulative and indicator.accumulation is Accumulation.SUM
        return cls(
            first=None if since_start else target.period.start,
            last=target.period.end,
            by_last_day=indicator.accumulation is Accumulation.RUNNING_TOTAL,
        )

    def __contains__(self, period: Period) -> bool:
        """Tell whether a figure about some period counts."""
        day = period.end if self.by_last_day else period.start
        return (self.first is None or self.first <= day) and period.end <= self.last
