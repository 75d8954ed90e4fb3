"""The tests of whether the figures of many subjects rise or fall at all."""

import math
from collections.abc import Sequence

from indh_me.compute.projection import mann_kendall

from .job import Job, table_of
from .projection import TrendTest

__all__ = ["trend_tests"]


def trend_tests(jobs: Sequence[Job]) -> dict[int, TrendTest]:
    """Test whether figures rise or fall, by the number of the subject.

    Parameters
    ----------
    jobs
        Of one reading each.

    Returns
    -------
    dict[int, TrendTest]
        For jobs whose figures can be tested: their dates run forward.
    """
    if len(jobs) == 0:
        return {}
    made = mann_kendall(
        table_of([job.readings.series[0] for job in jobs]), table_of([job.years for job in jobs])
    )
    columns = (made.trend, made.p.tolist(), made.tau.tolist())
    return {
        job.number: TrendTest(
            trend=trend,
            p=None if math.isnan(p) else p,
            tau=None if math.isnan(tau) else tau,
        )
        for job, trend, p, tau in zip(jobs, *columns, strict=True)
        if trend is not None
    }
