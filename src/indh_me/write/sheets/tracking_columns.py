"""The columns of the tracking sheet."""

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from indh_me.model import Period
from indh_me.write.content import Content

__all__ = ["FIRST", "TrackingColumns"]

#: First columns, with their widths in digits.
FIRST: dict[str, float] = {
    "code": 10,
    "indicator": 44,
    "unit": 14,
    "direction": 11,
    "accumulation": 18,
    "baseline": 13,
}
MARK_WIDTH = 8.0
PERIOD_WIDTH = 12.0
STATUS_WIDTH = 16.0
REASON_WIDTH = 30.0


@frozen(slots=False, kw_only=True)
class TrackingColumns:
    """Positions and widths of the columns.

    Parameters
    ----------
    periods
        Periods that have columns, in their order.
    with_target
        Those for which some indicator has a target.
    code_width, number_width
        Widths of the column of codes and of those of figures, in digits.

    Notes
    -----
    After the first columns come, for each period, its target, if any, and its actual: the words
    before it and the number. Then what it comes to on the as-of date; the period that is
    assessed, with target, actual and what is expected by now; the rate; the status; and the
    reason for a status that is undefined.
    """

    periods: tuple[Period, ...]
    with_target: frozenset[Period]
    code_width: float
    number_width: float

    @classmethod
    def of(cls, content: Content) -> "TrackingColumns":
        """Give the columns that the indicators of a workbook need.

        Parameters
        ----------
        content
            What the workbook is made of.
        """
        shown = {period for each in content.numeric for period in content.periods[each.code]}
        targets = {each.period for indicator in content.numeric for each in indicator.total_targets}
        return cls(
            periods=tuple(sorted(shown)),
            with_target=frozenset(targets),
            code_width=content.code_width,
            number_width=content.number_width,
        )

    @cached_property
    def starts(self) -> Mapping[Period, int]:
        """First column of each period: its target where any is set, else its actual."""
        starts, column = {}, len(FIRST)
        for period in self.periods:
            starts[period] = column
            column += self.span(period)
        return starts

    def span(self, period: Period) -> int:
        """Count the columns of a period."""
        return 3 if period in self.with_target else 2

    def actual(self, period: Period) -> int:
        """Give the first of the two columns of a period's actual."""
        return self.starts[period] + self.span(period) - 2

    @cached_property
    def to_date(self) -> int:
        """First column of what is reached on the as-of date."""
        return len(FIRST) + sum(self.span(period) for period in self.periods)

    @property
    def assessed(self) -> int:
        """First column of the period that is assessed: its name, target and actual."""
        return self.to_date + 2

    @property
    def expected(self) -> int:
        """First column of what is expected by now."""
        return self.assessed + 4

    @property
    def rate(self) -> int:
        """First column of the rate."""
        return self.expected + 2

    @property
    def status(self) -> int:
        """Column of the status."""
        return self.rate + 2

    @property
    def reason(self) -> int:
        """Column of the reason, the last one."""
        return self.status + 1

    def widths(self) -> Mapping[int, float]:
        """Give the width of each column."""
        number = (MARK_WIDTH, self.number_width)
        widths = list((FIRST | {"code": self.code_width}).values())
        for period in self.periods:
            widths += [self.number_width, *number][-self.span(period) :]
        widths += [*number, PERIOD_WIDTH, self.number_width, *number, *number, *number]
        return dict(enumerate([*widths, STATUS_WIDTH, REASON_WIDTH]))
