"""The logframe of the United Kingdom (DFID, now FCDO).

Each indicator is a block of rows, planned, achieved and source, over baseline, milestones and
target with their dates; each output has a weighting, a risk rating, a score that the reader of the
annual review gives, and rows for money and staff. Under the table stand the sums of the weightings.
"""

from collections.abc import Sequence

from indh_me.model import Indicator
from indh_me.write.content import Content
from indh_me.write.forms import ByPeriod, Column, Form, Line
from indh_me.write.forms.inputs import (
    MONEY,
    PAYERS,
    PEOPLE,
    SHARE,
    STAFF,
    TOTAL,
    amount,
    inputs,
    share,
    total,
)
from indh_me.write.forms.planned import baseline_value, baseline_year, or_due, target
from indh_me.write.forms.reached import actual_or_done
from indh_me.write.forms.texts import (
    assumptions,
    entered_code_of_output,
    entered_of_output,
    indicator,
    joined,
    level,
    or_entered,
    said,
    statement,
    text_of,
    weight,
)
from indh_me.write.forms.weights import sums_of_weights

from .layout import BEHIND, Layout, form_part

__all__ = ["fcdo_logframe"]

PLANNED, ACHIEVED, SOURCE = "planned", "achieved", "source"
ROWS = (PLANNED, ACHIEVED, SOURCE)
INPUTS = (*PAYERS, TOTAL, SHARE, STAFF)
#: What a row is about: the indicator, or money or staff.
WHAT = {
    **dict.fromkeys(("", *ROWS), indicator),
    **dict.fromkeys((*PAYERS, TOTAL, SHARE), said(MONEY)),
    STAFF: said(PEOPLE),
}


def block_of_rows(_content: Content, _indicator: Indicator) -> Sequence[Line]:
    """Give an indicator its rows: planned, achieved, source."""
    return tuple(Line(name) for name in ROWS)


LOGFRAME = Form(
    sheet="fcdo",
    columns=(
        Column(name="level", heading=("results_chain",), width=12, gives=level, over="result"),
        Column(
            name="statement", heading=("results_chain",), width=34, gives=statement, over="result"
        ),
        Column(name="indicator", heading=("indicator",), width=34, gives=WHAT),
        Column(
            name="kind",
            heading=("kind",),
            width=14,
            gives={name: said(name) for name in (*ROWS, *INPUTS)},
            over="line",
        ),
        Column(
            name="baseline",
            heading=("baseline", "value"),
            width=None,
            gives={
                PLANNED: baseline_value,
                SOURCE: or_entered(text_of(lambda each: each.means_of_verification)),
                **dict.fromkeys((*PAYERS, STAFF), amount),
                TOTAL: total("baseline"),
                SHARE: share("baseline"),
            },
            over="line",
        ),
        Column(
            name="baseline_year",
            heading=("baseline", "date"),
            width=11,
            gives={PLANNED: baseline_year, SOURCE: joined, **dict.fromkeys(INPUTS, joined)},
            over="line",
        ),
        ByPeriod(
            heading=("milestone",),
            last=("target",),
            columns=(
                Column(
                    name="mark",
                    heading=(),
                    width=8,
                    gives={
                        PLANNED: or_due(target),
                        ACHIEVED: actual_or_done("mark"),
                        SOURCE: joined,
                        **dict.fromkeys(INPUTS, joined),
                    },
                    over="line",
                ),
                Column(
                    name="figure",
                    heading=(),
                    width=None,
                    gives={
                        PLANNED: joined,
                        ACHIEVED: actual_or_done("number"),
                        SOURCE: joined,
                        **dict.fromkeys(INPUTS, joined),
                    },
                    over="line",
                ),
            ),
        ),
        Column(
            name="assumptions",
            heading=("assumptions",),
            width=28,
            gives=or_entered(assumptions),
            over="result",
        ),
        Column(name="weight", heading=("output_weighting",), width=13, gives=weight, over="result"),
        Column(
            name="risk",
            heading=("risk_rating",),
            width=12,
            gives=entered_of_output,
            over="result",
            choices="risk_rating",
        ),
        Column(
            name="score",
            heading=("score",),
            width=11,
            gives=entered_code_of_output,
            over="result",
            choices="score_mark",
        ),
    ),
    freeze=1,
    lines=block_of_rows,
    beside=inputs,
    foot=sums_of_weights,
)

fcdo_logframe = Layout("fcdo", (form_part(LOGFRAME), *BEHIND))
