"""Forms of the monitoring workbook: each says which sheets it has, in which order.

A layout is a function from `Content` to a `Book`, listed in `LAYOUTS` by its name.
"""

from collections.abc import Callable, Mapping

from indh_me.write.content import Content
from indh_me.write.grid import Book

from .eu import eu_logframe
from .fcdo import fcdo_logframe
from .itt import indicator_tracking_table
from .undp import undp_results_framework
from .usaid import usaid_tracking_table
from .worldbank import world_bank_framework

__all__ = ["LAYOUTS"]

#: Layouts by name.
LAYOUTS: Mapping[str, Callable[[Content], Book]] = {
    each.name: each
    for each in (
        indicator_tracking_table,
        eu_logframe,
        fcdo_logframe,
        usaid_tracking_table,
        undp_results_framework,
        world_bank_framework,
    )
}
