"""How long the linter takes, against the assessment of the same framework and figures."""

import gc
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import pairwise

import numpy as np
from _measure import Ratio, report, time_calls

import indh_me as me

#: Indicators of the sizes that are measured: a quarter, the promised size, and four times it.
SIZES = (2_500, 10_000, 40_000)
PROMISED = 10_000
PERIODS = 20
FIRST_YEAR = 1991


def programme(indicators: int) -> tuple[me.Framework, me.Observations]:
    """Make a framework of so many indicators, with a figure in each of 20 years."""
    title = me.Text.of(fr="Grand cadre", en="Large framework")
    plan = me.Citation("plan")
    numbers = range(indicators)
    framework = me.Framework(
        code="BIG",
        languages=["fr", "en"],
        title=title,
        sources=[me.Source(code="plan", label=me.Text.of(fr="Plan", en="Plan"))],
        results=[
            me.Result(
                code="training",
                level="output",
                statement=me.Text.of(fr="Formation", en="Training"),
                source=plan,
            )
        ],
        indicators=[
            me.Indicator(
                code=f"I{number}",
                name=me.Text.of(fr=f"Indicateur {number}", en=f"Indicator {number}"),
                result="training",
                unit="count",
                direction="increase",
                accumulation="sum",
                frequency="annual",
                source=plan,
                baseline=me.Baseline(number, me.Period.year(2007)),
                targets=[
                    me.Target(period=me.Period.year(year), value=number + year)
                    for year in (2008, 2009, 2010)
                ],
            )
            for number in numbers
        ],
    )
    observations = me.Observations.from_columns(
        [f"I{number}" for number in numbers for _ in range(PERIODS)],
        [str(FIRST_YEAR + year) for _ in numbers for year in range(PERIODS)],
        np.random.default_rng(2008).random(indicators * PERIODS) * 1_000,
    )
    return framework, observations


def main() -> None:
    """Measure `check` against `assess` at three sizes, and each size against a quarter of it."""
    day = date(2010, 12, 31)
    made = {size: programme(size) for size in SIZES}
    # The collector of garbage need not look at the programmes again and again.
    gc.collect()
    gc.freeze()
    verbs: dict[str, Callable[[int], object]] = {
        "check": lambda size: me.check(*made[size], as_of=day),
        "assess": lambda size: me.assess(*made[size], as_of=day),
    }
    against = [
        Ratio(
            f"check {size:,} indicators x {PERIODS} figures / assess them",
            *time_calls(partial(verbs["check"], size), partial(verbs["assess"], size)),
            limit=2 if size == PROMISED else None,
        )
        for size in SIZES
    ]
    growth = [
        Ratio(
            f"{verb} {large:,} indicators / {small:,}, linear is 4",
            *time_calls(partial(run, large), partial(run, small)),
            limit=8,
        )
        for verb, run in verbs.items()
        for small, large in pairwise(SIZES)
    ]
    report(*against, *growth)


if __name__ == "__main__":
    main()
