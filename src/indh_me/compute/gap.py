"""Gaps: days that no reported period covers."""

from datetime import date

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.model import Period

from .bounds import Positions
from .reporting import ReportingSet

__all__ = ["Gaps", "gaps"]

EPOCH = date(1970, 1, 1).toordinal()
#: More days than the calendar has: so far apart, days of two groups never meet.
APART = 2 * date.max.toordinal()


@frozen(eq=False)
class Gaps:
    """Days that no period of a group covers, in the order of groups, then of days.

    Parameters
    ----------
    group
        Number of the group in its reporting set, shape (gaps,).
    first, last
        First and last day of each gap, as days since 1970-01-01, shape (gaps,).
    """

    group: Positions
    first: npt.NDArray[np.int64]
    last: npt.NDArray[np.int64]

    def period(self, at: int) -> Period:
        """Give one of the gaps as a period.

        Parameters
        ----------
        at
            Its position.
        """
        first, last = (date.fromordinal(int(day[at]) + EPOCH) for day in (self.first, self.last))
        return Period(first, last)


def gaps(reporting: ReportingSet) -> Gaps:
    r"""Find the days between the first and the last day of each group that no period covers.

    Parameters
    ----------
    reporting
        What covers its days; rows that do not are left out before.

    Returns
    -------
    Gaps

    Notes
    -----
    Rows of a group are sorted by their last day. With e_i the last day of row i and m_i the
    first day of all the rows after it, the days e_i + 1 to m_i - 1 are a gap where there are
    any: what comes before ends by e_i, what comes after starts at m_i or later.

    Examples
    --------
    >>> from indh_me.compute.reporting import reporting_set
    >>> from indh_me.model import Observations
    >>> table = Observations.from_columns(["A", "A"], ["2007", "2008-S2"], [4, 5])
    >>> str(gaps(reporting_set(table, date.max)).period(0))
    '2008-S1'
    """
    group = reporting.group
    # Later groups lie far behind: none of their days is the first of those still to come.
    shift = group * APART
    start, end = reporting.start + shift, reporting.end + shift
    ahead = np.minimum.accumulate(start[::-1])[::-1]
    at = np.flatnonzero(reporting.follows[1:] & (ahead[1:] > end[:-1] + 1))
    return Gaps(group[at], reporting.end[at] + 1, ahead[at + 1] - shift[at] - 1)
