"""Ask where one number comes from: its periods, scope and source, and what the target asks for."""

from datetime import date
from pathlib import Path

import indh_me as me

framework, figures = me.read_framework_file(Path(__file__).parent / "indh" / "framework.toml")
day = date(2008, 3, 27)
assessment = me.assess(framework, figures, as_of=day)

# The same explanation for three readers; the quote stays in the language of its source.
for language in framework.languages:
    print(f"--- {language}")
    print(me.explain_indicator(assessment, figures, "T-R1", language))

# Plain arithmetic beyond the figure: what the targets ask for, and what they would come to.
trained = framework.indicator("T-R1")
print("--- outlook")
print(me.explain(me.outlook(trained, figures, as_of=day), "en"))
