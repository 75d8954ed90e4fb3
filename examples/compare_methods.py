"""Compare the methods of achievement on one's own figures, and compute many rates at once."""

import numpy as np

import indh_me as me

# Complaints went from 40 down to 30, where 20 are aimed at: half of the way, or two thirds?
compared = me.compare_methods(30, 20, 40, direction="decrease", years=1, target_years=2)
for method, made in zip(me.Method, compared, strict=True):
    said = made.rate if made.reason is None else made.reason.value
    print(f"{method.value:18} {said}")

# Invented figures of four provinces by two years; NaN is a figure that nobody reported.
actual = np.array([[52.0, 61.0], [48.0, np.nan], [70.0, 75.0], [40.0, 39.0]])
target, baseline = np.array([60.0, 70.0]), np.array([[40.0], [40.0], [55.0], [40.0]])
rates = me.achievement_rate(actual, target, baseline, method="baseline_adjusted")
print(np.round(rates.rate, 2))
for reason, count in rates.reason_counts.items():
    print(f"{count} without a rate: {reason.value}")

# The columns of a comparison fit any dataframe library.
print(list(compared.to_columns()))
