"""Make one score of many rates, and never without what it was made of and what is missing."""

from datetime import date

import indh_me as me

YEAR = me.Period.year(2026)


def counted(code: str, result: str) -> me.Indicator:
    """Give an indicator that should reach 100 in the year."""
    return me.Indicator(
        code=code,
        result=result,
        unit="count",
        direction="increase",
        accumulation="sum",
        targets=[me.Target(period=YEAR, value=100)],
    )


framework = me.Framework(
    code="DEMO",
    languages=["en"],
    results=[
        me.Result(code="goal", level="outcome"),
        me.Result(code="training", level="output", parent="goal", weight=60),
        me.Result(code="events", level="output", parent="goal", weight=40),
    ],
    indicators=[*(counted(f"T{at}", "training") for at in (1, 2, 3)), counted("E1", "events")],
)
# Invented figures. Nobody reported T3, and T1 is half as much again as was asked for.
figures = me.Observations.from_columns(["T1", "T2", "E1"], ["2026"] * 3, [150, 60, 20])
assessment = me.assess(framework, figures, as_of=date(2026, 12, 31))

for how in me.RollupRule:
    goal = me.rollup(assessment, how=how)["goal"]
    print(f"{how.value:9} capped {goal.capped.best:.2f}, uncapped {goal.uncapped.best:.2f}")

print(me.explain(me.rollup(assessment, how="weighted"), "en"))
