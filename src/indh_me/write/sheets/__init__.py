"""The sheets that layouts are put together from."""

from .dashboard import dashboard_sheet
from .data_entry import DataEntry, data_entry_sheet
from .figures import Figures
from .hidden import lists_sheet, meta_sheet, more_lists
from .logframe import logframe_sheet
from .projection import projection_sheets
from .read_me import read_me_sheet
from .tracking import tracking_sheet
from .tracking_table import Tracking

__all__ = [
    "DataEntry",
    "Figures",
    "Tracking",
    "dashboard_sheet",
    "data_entry_sheet",
    "lists_sheet",
    "logframe_sheet",
    "meta_sheet",
    "more_lists",
    "projection_sheets",
    "read_me_sheet",
    "tracking_sheet",
]
