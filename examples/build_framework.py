"""Build a framework in Python instead of a file, and see what a rate is made of."""

from datetime import date

import indh_me as me

reached = me.Indicator(
    code="C-1",
    name=me.Text.of(
        en="People who recall a message", fr="Personnes qui se souviennent d'un message"
    ),
    unit="percent",
    direction="increase",
    accumulation="latest",
    baseline=me.Baseline(60, me.Period.year(2007)),
    targets=[me.Target(period=me.Period.year(2008), value=80)],
)
framework = me.Framework(code="RECALL", languages=["en", "fr"], indicators=[reached])

# Invented figure: a survey found 64 %, and is 95 % sure that it lies between 58 % and 70 %.
survey = me.Observation(
    indicator="C-1", period=me.Period.year(2008), value=me.Quantity.between(58, 70, best=64)
)
assessment = me.assess(framework, me.Observations.of(survey), as_of=date(2008, 12, 31))
print(me.explain(assessment["C-1"], "en"))
print(me.explain(assessment["C-1"], "fr"))
for finding in me.check(framework, me.Observations.of(survey)):
    print(finding)
