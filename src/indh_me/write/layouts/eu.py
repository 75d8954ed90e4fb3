"""The logframe of the European Union: Annex C of its grants, INTPA's matrix of results.

Results chain, indicators with a row for each group, baseline and its year, current value and its
date, targets, sources, assumptions; activities with their means and costs.
"""

from collections.abc import Sequence

from indh_me.model import Level
from indh_me.write.forms import ByPeriod, Column, Form, Line
from indh_me.write.forms.groups import of_total, with_groups
from indh_me.write.forms.planned import baseline_value, baseline_year, once, or_due, target
from indh_me.write.forms.reached import reached_day, to_date
from indh_me.write.forms.texts import (
    assumptions_below_impact,
    category_beside_total,
    entered,
    indicator,
    joined,
    level,
    or_entered,
    said,
    statement,
    text_of,
)

from .layout import BEHIND, Layout, form_part

__all__ = ["eu_logframe"]


def means_and_costs(level: Level) -> Sequence[Line]:
    """Give an activity a row for its means and costs.

    Parameters
    ----------
    level
        Of the result.
    """
    return (Line("means"),) if level is Level.ACTIVITY else ()


LOGFRAME = Form(
    sheet="eu",
    columns=(
        Column(name="level", heading=("results_chain",), width=12, gives=level, over="result"),
        Column(
            name="statement", heading=("results_chain",), width=38, gives=statement, over="result"
        ),
        Column(
            name="indicator",
            heading=("indicators",),
            width=34,
            gives={"": indicator, "means": said("means")},
        ),
        Column(
            name="group",
            heading=("disaggregation",),
            width=14,
            gives={"": category_beside_total, "means": entered},
            over="line",
        ),
        Column(
            name="baseline",
            heading=("baseline_with_year", "value"),
            width=None,
            gives={"": of_total(baseline_value), "means": joined},
            over="line",
        ),
        Column(
            name="baseline_year",
            heading=("baseline_with_year", "year"),
            width=11,
            gives={"": of_total(baseline_year), "means": joined},
            over="line",
        ),
        Column(
            name="current_mark",
            heading=("current_value", "value"),
            width=8,
            gives={"": to_date("mark"), "means": joined},
            over="line",
        ),
        Column(
            name="current",
            heading=("current_value", "value"),
            width=None,
            gives={"": to_date("number"), "means": joined},
            over="line",
        ),
        Column(
            name="current_day",
            heading=("current_value", "date"),
            width=12,
            gives={"": reached_day, "means": joined},
            over="line",
        ),
        ByPeriod(
            heading=("targets_with_year",),
            columns=(
                Column(
                    name="target",
                    heading=(),
                    width=None,
                    gives={"": or_due(target), "means": once(said("costs"))},
                    over="line",
                ),
            ),
        ),
        Column(
            name="sources",
            heading=("sources_and_means",),
            width=26,
            gives={
                "": or_entered(text_of(lambda each: each.means_of_verification)),
                "means": entered,
            },
        ),
        Column(
            name="assumptions",
            heading=("assumptions",),
            width=28,
            gives=or_entered(assumptions_below_impact),
            over="result",
        ),
    ),
    freeze=2,
    lines=with_groups,
    beside=means_and_costs,
)

eu_logframe = Layout("eu", (form_part(LOGFRAME), *BEHIND))
