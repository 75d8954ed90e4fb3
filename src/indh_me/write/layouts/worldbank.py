"""The results framework of the World Bank, and the monitoring and evaluation plan behind it.

Indicator, unit, code of a payment that depends on it, baseline, intermediate targets, end target;
then definition, frequency, data source, methodology and responsibility.
"""

from indh_me.write.forms import ByPeriod, Column, Form
from indh_me.write.forms.planned import (
    baseline_value,
    baseline_year,
    final_period,
    final_target,
    target_before_last,
)
from indh_me.write.forms.texts import (
    code,
    external_code,
    frequency,
    methodology,
    name,
    or_entered,
    text_of,
    unit,
)

from .layout import BEHIND, Layout, form_part

__all__ = ["world_bank_framework"]

#: Schemes of external codes, in small letters, that name a payment which depends on a result.
PAYMENTS = ("pbc", "dli", "ild")

FRAMEWORK = Form(
    sheet="worldbank",
    columns=(
        Column(name="code", heading=("code",), width=12, gives=code),
        Column(name="indicator", heading=("indicator",), width=44, gives=name),
        Column(name="unit", heading=("unit",), width=14, gives=unit),
        Column(
            name="payment",
            heading=("payment_code",),
            width=14,
            gives=external_code(*PAYMENTS),
        ),
        Column(name="baseline", heading=("baseline", "value"), width=None, gives=baseline_value),
        Column(name="baseline_year", heading=("baseline", "year"), width=11, gives=baseline_year),
        ByPeriod(
            heading=("intermediate_targets",),
            columns=(Column(name="target", heading=(), width=None, gives=target_before_last),),
        ),
        Column(name="end", heading=("end_target", "value"), width=16, gives=final_target),
        Column(name="end_period", heading=("end_target", "period"), width=12, gives=final_period),
    ),
    freeze=2,
    banded=True,
)

PLAN = Form(
    sheet="worldbank_plan",
    columns=(
        Column(name="code", heading=("code",), width=12, gives=code),
        Column(name="indicator", heading=("indicator",), width=34, gives=name),
        Column(
            name="definition",
            heading=("definition",),
            width=40,
            gives=or_entered(text_of(lambda each: each.definition)),
        ),
        Column(name="frequency", heading=("frequency",), width=14, gives=or_entered(frequency)),
        Column(
            name="source",
            heading=("data_source",),
            width=28,
            gives=or_entered(text_of(lambda each: each.means_of_verification)),
        ),
        Column(
            name="methodology", heading=("methodology",), width=34, gives=or_entered(methodology)
        ),
        Column(
            name="responsibility",
            heading=("responsibility",),
            width=24,
            gives=or_entered(text_of(lambda each: each.responsible)),
        ),
    ),
    freeze=2,
    banded=True,
)

world_bank_framework = Layout(
    "worldbank",
    (form_part(FRAMEWORK), form_part(PLAN), *BEHIND),
)
