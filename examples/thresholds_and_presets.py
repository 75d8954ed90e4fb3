"""See how the same figures get another word under another rule."""

from datetime import date

import indh_me as me


def share(code: str, baseline: float, target: float, direction: str) -> me.Indicator:
    """Give a percentage that is to move between 2024 and 2028."""
    return me.Indicator(
        code=code,
        unit="percent",
        direction=direction,
        accumulation="latest",
        baseline=me.Baseline(baseline, me.Period.year(2024)),
        targets=[me.Target(period=me.Period.year(2028), value=target)],
    )


framework = me.Framework(
    code="DEMO",
    languages=["en"],
    indicators=[
        share("recall", 40, 60, "increase"),
        share("dropout", 20, 10, "decrease"),
        share("use", 50, 70, "increase"),
    ],
)
# Invented figures: half of the time has gone by.
seen = {"recall": 52, "dropout": 17, "use": 58}
figures = me.Observations.from_columns(list(seen), ["2026"] * 3, list(seen.values()))
assessment = me.assess(framework, figures, as_of=date(2026, 12, 31))

# The framework's own thresholds give the status; published presets give their classes beside it.
print(f"{'':20}" + "".join(f"{row.indicator.code:>20}" for row in assessment))
print(f"{'status':20}" + "".join(f"{row.status.value:>20}" for row in assessment))
for preset in me.presets():
    classes = me.classify(assessment, preset).values()
    print(f"{preset.code:20}" + "".join(f"{made.code or '-':>20}" for made in classes))

# Stricter thresholds of one's own change the status, and nothing else.
strict = me.Framework(
    code="DEMO",
    languages=["en"],
    indicators=framework.indicators,
    thresholds=me.Thresholds(on_track=0.95, at_risk=0.75),
)
again = me.assess(strict, figures, as_of=date(2026, 12, 31))
print(f"{'95 / 75':20}" + "".join(f"{row.status.value:>20}" for row in again))
print(me.explain(again["dropout"], "en"))
