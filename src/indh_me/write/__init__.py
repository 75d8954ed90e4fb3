"""Files out: all rounding, colour, translation and layout happen here."""

from .assessment import assessment_to_plain, finding_to_plain
from .explain import explain, explain_indicator
from .framework import write_framework
from .observations import write_observations
from .reference_sheet import reference_sheet
from .starter import write_starter
from .workbook import write_workbook

__all__ = [
    "assessment_to_plain",
    "explain",
    "explain_indicator",
    "finding_to_plain",
    "reference_sheet",
    "write_framework",
    "write_observations",
    "write_starter",
    "write_workbook",
]
