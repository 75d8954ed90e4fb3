"""The indicator tracking table (ITT): targets and actuals by period, to date, rate, status.

The plan is locked, actuals are entered: the rule of MCC's Guidance on the Indicator Tracking Table.
"""

from .layout import BEHIND, LOGFRAME, Layout

__all__ = ["indicator_tracking_table"]

indicator_tracking_table = Layout("itt", (LOGFRAME, *BEHIND))
