"""Files in: the only readers of the outside world."""

from .framework import read_framework, read_framework_file
from .library import indicator, library
from .locations import locate
from .observations import read_observations
from .session import read_event, read_occasion, read_session
from .workbook import read_workbook
from .xlsform import read_instrument, read_xlsform

__all__ = [
    "indicator",
    "library",
    "locate",
    "read_event",
    "read_framework",
    "read_framework_file",
    "read_instrument",
    "read_observations",
    "read_occasion",
    "read_session",
    "read_workbook",
    "read_xlsform",
]
