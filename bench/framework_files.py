"""How long a framework of 10 000 indicators takes to read, and to assess."""

import tempfile
import tomllib
from datetime import date
from pathlib import Path

import numpy as np
from _measure import Ratio, report, time_calls

import indh_me as me

INDICATORS = 10_000
PERIODS = 20
HEAD = """[framework]
code = "BIG"
languages = ["fr", "en"]
title.fr = "Grand cadre"
title.en = "Large framework"
[sources.plan]
label.fr = "Plan"
label.en = "Plan"
[results.training]
level = "output"
statement.fr = "Formation"
statement.en = "Training"
"""
INDICATOR = """[indicators.I{number}]
name.fr = "Indicateur {number}"
name.en = "Indicator {number}"
result = "training"
unit = "count"
unit_label.fr = "personnes"
direction = "increase"
accumulation = "sum"
frequency = "annual"
means_of_verification.fr = "listes de présence"
source = "plan"
baseline = {{ value = {number}, period = "2007" }}
targets = {{ 2008 = {first}, 2009 = {second}, 2010 = {third} }}
"""


def framework_text() -> str:
    """Write a framework file of 10 000 indicators, each with three targets."""
    indicators = (
        INDICATOR.format(number=number, first=number + 10, second=number + 20, third=number + 30)
        for number in range(INDICATORS)
    )
    return HEAD + "".join(indicators)


def main() -> None:
    """Measure reading against `tomllib`, and assessing against reading."""
    text = framework_text()
    file = Path(tempfile.mkdtemp(), "big.toml")
    file.write_text(text, encoding="utf-8")
    framework = me.read_framework(file)
    observations = me.Observations.from_columns(
        [f"I{number}" for number in range(INDICATORS) for _ in range(PERIODS)],
        [str(1991 + year) for _ in range(INDICATORS) for year in range(PERIODS)],
        np.random.default_rng(2008).random(INDICATORS * PERIODS),
    )
    day = date(2010, 12, 31)
    read = time_calls(lambda: me.read_framework(file), lambda: tomllib.loads(text))
    assessed = time_calls(
        lambda: me.assess(framework, observations, as_of=day), lambda: me.read_framework(file)
    )
    report(
        Ratio("read 10 000 indicators / tomllib.loads", *read, limit=3),
        Ratio("assess them on 200 000 observations / read them", *assessed, limit=2),
    )


if __name__ == "__main__":
    main()
