"""Write the monitoring workbook of the INDH example in Arabic, French and English."""

from datetime import date
from pathlib import Path

import indh_me as me

example = Path(__file__).parent / "indh"
framework = me.read_framework(example / "framework.toml")
# The figures of illustration.csv are invented, so that the charts have something to show.
observations = me.read_observations(example / "framework.toml", example / "illustration.csv")

assessment = me.assess(framework, observations, as_of=date(2011, 3, 31))
for language in framework.languages:
    file = f"indh-{language}.xlsx"
    me.write_workbook(assessment, observations, file, language=language)
    print(f"{file}: {len(me.read_workbook(file).figures)} rows on the sheet of data entry")
