"""The results framework of a project document of UNDP.

Expected outputs and their indicators, data source, baseline with its year, targets by year and at
the end, data collection methods and risks.
"""

from indh_me.write.forms import ByPeriod, Column, Form
from indh_me.write.forms.planned import (
    baseline_value,
    baseline_year,
    target,
    whole_value,
)
from indh_me.write.forms.texts import (
    indicator,
    level,
    methods_and_risks,
    or_entered,
    statement,
    text_of,
)

from .layout import BEHIND, Layout, form_part

__all__ = ["undp_results_framework"]

FRAMEWORK = Form(
    sheet="undp",
    columns=(
        Column(name="level", heading=("expected_outputs",), width=12, gives=level, over="result"),
        Column(
            name="statement",
            heading=("expected_outputs",),
            width=36,
            gives=statement,
            over="result",
        ),
        Column(name="indicator", heading=("output_indicators",), width=36, gives=indicator),
        Column(
            name="source",
            heading=("data_source",),
            width=26,
            gives=or_entered(text_of(lambda each: each.means_of_verification)),
        ),
        Column(name="baseline", heading=("baseline", "value"), width=None, gives=baseline_value),
        Column(name="baseline_year", heading=("baseline", "year"), width=11, gives=baseline_year),
        ByPeriod(
            heading=("targets",),
            columns=(Column(name="target", heading=(), width=None, gives=target),),
        ),
        Column(name="whole", heading=("targets", "final"), width=20, gives=whole_value),
        Column(
            name="methods",
            heading=("methods_and_risks",),
            width=36,
            gives=or_entered(methods_and_risks),
        ),
    ),
    freeze=2,
)

undp_results_framework = Layout("undp", (form_part(FRAMEWORK), *BEHIND))
