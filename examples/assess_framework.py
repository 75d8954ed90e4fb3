"""Tell where every indicator of a framework stands on a day."""

from datetime import date
from pathlib import Path

import indh_me as me

framework_file = Path(__file__).parent / "indh" / "framework.toml"
framework = me.read_framework(framework_file)
observations = me.read_observations(framework_file)

assessment = me.assess(framework, observations, as_of=date(2008, 3, 27))
for row in assessment:
    figure = "-" if row.to_date.quantity is None else row.to_date.quantity
    print(f"{row.indicator.code:6}{row.status.value:12}{figure}")

print(me.explain_indicator(assessment, observations, "T-R1", "en"))
