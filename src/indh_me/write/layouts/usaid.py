"""The performance indicator tracking table of USAID (PITT, IPTT).

By fiscal year target, actual and percentage; the same over the life of the award; and a narrative
where the last target that is due is missed, or passed, by more than is allowed without one.
"""

from indh_me.write.forms import ByPeriod, Column, Form, HeadCell
from indh_me.write.forms.groups import with_groups
from indh_me.write.forms.planned import baseline_value, target, whole_value
from indh_me.write.forms.reached import (
    DEVIATION,
    actual,
    deviation,
    percent,
    whole_actual,
    whole_percent,
)
from indh_me.write.forms.texts import (
    category,
    code,
    cumulative,
    direction,
    entered_of_indicator,
    name,
    unit,
)
from indh_me.write.style import INPUT

from .layout import BEHIND, QUALITY, Layout, form_part

__all__ = ["usaid_tracking_table"]

#: Share of a target by which it may be missed or passed without a word: 90 to 110 % need none.
TOLERANCE = 0.1

TABLE = Form(
    sheet="usaid",
    columns=(
        Column(name="code", heading=("code",), width=12, gives=code),
        Column(name="indicator", heading=("indicator",), width=34, gives=name),
        Column(name="direction", heading=("direction",), width=12, gives=direction),
        Column(name="cumulative", heading=("cumulative_or_not",), width=13, gives=cumulative),
        Column(name="unit", heading=("unit",), width=13, gives=unit),
        Column(name="group", heading=("disaggregation",), width=16, gives=category, over="line"),
        Column(name="base", heading=("base_value",), width=None, gives=baseline_value),
        ByPeriod(
            heading=(),
            columns=(
                Column(name="target", heading=("target",), width=None, gives=target, over="line"),
                Column(
                    name="mark", heading=("actual",), width=8, gives=actual("mark"), over="line"
                ),
                Column(
                    name="actual",
                    heading=("actual",),
                    width=None,
                    gives=actual("number"),
                    over="line",
                ),
                Column(
                    name="percent_mark",
                    heading=("percent_of_target",),
                    width=8,
                    gives=percent("mark"),
                    over="line",
                ),
                Column(
                    name="percent",
                    heading=("percent_of_target",),
                    width=9,
                    gives=percent("number"),
                    over="line",
                ),
            ),
        ),
        Column(name="whole", heading=("life_of_award", "target"), width=20, gives=whole_value),
        Column(
            name="whole_mark",
            heading=("life_of_award", "achieved"),
            width=8,
            gives=whole_actual("mark"),
        ),
        Column(
            name="whole_actual",
            heading=("life_of_award", "achieved"),
            width=None,
            gives=whole_actual("number"),
        ),
        Column(
            name="whole_percent_mark",
            heading=("life_of_award", "percent_of_target"),
            width=8,
            gives=whole_percent("mark"),
        ),
        Column(
            name="whole_percent",
            heading=("life_of_award", "percent_of_target"),
            width=9,
            gives=whole_percent("number"),
        ),
        Column(
            name="deviation",
            heading=("deviation",),
            width=13,
            gives=deviation("percent", TOLERANCE),
        ),
        Column(
            name="narrative",
            heading=("deviation_narrative",),
            width=34,
            gives=entered_of_indicator,
            required_by="deviation",
        ),
    ),
    freeze=2,
    lines=with_groups,
    banded=True,
    head=(
        HeadCell(
            name=DEVIATION,
            label="tolerance",
            value=TOLERANCE,
            style=INPUT.with_number_format("0%").with_alignment("centre", "middle"),
        ),
    ),
)

usaid_tracking_table = Layout("usaid", (form_part(TABLE), *BEHIND, QUALITY))
