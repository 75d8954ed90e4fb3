"""How long a million observations take to assess, against sorting and adding them."""

from datetime import date, timedelta

import numpy as np
from _measure import Ratio, report, time_calls

import indh_me as me

INDICATORS = 1_000
PERIODS = 1_000


def main() -> None:
    """Measure against one `numpy.lexsort` and `reduceat` over the same columns."""
    rng = np.random.default_rng(2008)
    order = rng.permutation(INDICATORS * PERIODS)
    first = date(2000, 1, 1)
    days = [me.Period.day(first + timedelta(days=offset)) for offset in range(PERIODS)]
    codes = [f"I{number}" for number in range(INDICATORS)]
    indicators = np.repeat(np.arange(INDICATORS), PERIODS)[order].tolist()
    periods = np.tile(np.arange(PERIODS), INDICATORS)[order].tolist()
    table = me.Observations.from_columns(
        [codes[number] for number in indicators],
        [days[number] for number in periods],
        rng.random(len(order)),
    )
    target = me.Target(period=me.Period.year(2002), value=500)
    framework = me.Framework(
        code="BIG",
        languages=["fr"],
        indicators=[
            me.Indicator(
                code=code,
                unit="count",
                direction="increase",
                accumulation="sum" if number % 2 == 0 else "latest",
                targets=[target],
            )
            for number, code in enumerate(codes)
        ],
    )

    def sort_and_add() -> None:
        rows = np.lexsort((table.period, table.cell, table.indicator))
        starts = np.flatnonzero(np.diff(table.indicator[rows], prepend=-1))
        np.add.reduceat(table.best[rows], starts)

    day = date(2002, 12, 31)
    times = time_calls(lambda: me.assess(framework, table, as_of=day), sort_and_add)
    report(Ratio("assess 1 000 000 observations / lexsort and reduceat", *times, limit=4))


if __name__ == "__main__":
    main()
