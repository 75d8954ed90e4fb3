"""Forms of donors: sheets that are declared as columns, each with what its cells give."""

from .form import ByPeriod, Column, FootLine, Form, HeadCell
from .form_sheet import FormSheet
from .place import Place
from .shown import JOINED, Line, Shown

__all__ = [
    "JOINED",
    "ByPeriod",
    "Column",
    "FootLine",
    "Form",
    "FormSheet",
    "HeadCell",
    "Line",
    "Place",
    "Shown",
]
