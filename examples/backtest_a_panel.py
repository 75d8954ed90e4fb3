"""Ask how far projections of one's own figures could have been trusted, by going back in time."""

import numpy as np

import indh_me as me

# Invented: the share of participants who complete, in 24 provinces over twelve years. Each has
# its own start and pace, and wanders about; the seed makes the same figures each time.
random = np.random.default_rng(2008)
start, pace = random.uniform(40, 60, (24, 1)), random.normal(1.2, 0.6, (24, 1))
steps = np.cumsum(random.normal(pace, 1.5, (24, 12)), axis=1)
panel = np.clip(start + steps, 0, 100)

found = me.backtest(panel, horizon=3, bounds=(0, 100))
print("projections:", found.mase.count)
for ahead in range(3):
    error, held = found.mase.by_horizon[ahead], found.coverage.by_horizon[ahead]
    print(f"{ahead + 1} years ahead: error {error:.2f} usual changes, {held:.0%} in the interval")

# Intervals from the errors of the like provinces, without trust in the method's own idea of them.
print(f"conformal intervals held {found.conformal_coverage.value:.0%}, {found.level:.0%} promised")

# Are the probabilities honest? Of those stated as about 80 %, some 80 % should have come true.
table = found.reliability
for count, stated, observed in zip(table.counts, table.stated, table.observed, strict=True):
    if stated is not None:
        print(f"  stated {stated:4.0%}  observed {observed:4.0%}  ({count} cases)")
