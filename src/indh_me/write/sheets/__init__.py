"""The sheets that layouts are put together from."""

from .changes import changes_sheet
from .checks import checks_sheet
from .dashboard import dashboard_sheet
from .data_entry import DataEntry, data_entry_sheet
from .figures import Figures
from .hidden import lists_sheet, meta_sheet, more_lists
from .logframe import logframe_places, logframe_sheet
from .projection import projection_sheets
from .quality import quality_sheet
from .read_me import read_me_sheet
from .reference import References
from .tracking import tracking_sheet
from .tracking_table import Tracking

__all__ = [
    "DataEntry",
    "Figures",
    "References",
    "Tracking",
    "changes_sheet",
    "checks_sheet",
    "dashboard_sheet",
    "data_entry_sheet",
    "lists_sheet",
    "logframe_places",
    "logframe_sheet",
    "meta_sheet",
    "more_lists",
    "projection_sheets",
    "quality_sheet",
    "read_me_sheet",
    "tracking_sheet",
]
