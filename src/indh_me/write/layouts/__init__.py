"""Forms of the monitoring workbook: each says which sheets it has, in which order.

A layout is a value that makes a `Book` of `Content`; it is listed in `LAYOUTS` by its name.
"""

from collections.abc import Mapping

from .eu import eu_logframe
from .fcdo import fcdo_logframe
from .itt import indicator_tracking_table
from .layout import Layout
from .undp import undp_results_framework
from .usaid import usaid_tracking_table
from .worldbank import world_bank_framework

__all__ = ["LAYOUTS"]

#: Layouts by name.
LAYOUTS: Mapping[str, Layout] = {
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
