"""Hold a figure against its path, and tell what the target asks for from now on."""

from datetime import date

import indh_me as me

DAY = date(2026, 6, 30)


def trained(trajectory: str) -> me.Indicator:
    """Give an indicator that should reach 1 200 people within the year, by some path."""
    return me.Indicator(
        code="trained",
        unit="count",
        direction="increase",
        accumulation="sum",
        trajectory=trajectory,
        targets=[me.Target(period=me.Period.year(2026), value=1_200)],
    )


# Half of the year is over, and 450 were trained (an invented figure). Late, or as planned?
for path in ("linear", "front_loaded", "back_loaded", "s_curve", "step"):
    pace = me.pace_to_target(trained(path), 450, as_of=DAY)
    expected = pace.expectation.expected.best
    print(f"{path:13} expected {expected:6.1f}  gap {pace.gap.best:7.1f}  {pace.verdict.value}")

# What is left to do is the same whichever path was planned.
pace = me.pace_to_target(trained("linear"), 450, as_of=DAY)
print(f"{pace.required.best:.0f} a year for {pace.years_left} years")
print(me.explain(pace, "en"))
