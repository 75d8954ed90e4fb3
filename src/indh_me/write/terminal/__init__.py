"""Tables, findings and progress on a terminal; what is piped is plain text."""

from .findings import show_findings
from .indicators import show_indicators
from .progress import Progress, shows_progress
from .table import show_table

__all__ = [
    "Progress",
    "show_findings",
    "show_indicators",
    "show_table",
    "shows_progress",
]
