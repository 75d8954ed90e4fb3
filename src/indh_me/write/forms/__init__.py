"""Forms of donors: sheets that are declared as columns, each with what its cells give."""

from .form import JOINED, ByPeriod, Column, Form, HeadCell, Line, Shown
from .form_sheet import FormSheet
from .place import Place

__all__ = [
    "JOINED",
    "ByPeriod",
    "Column",
    "Form",
    "FormSheet",
    "HeadCell",
    "Line",
    "Place",
    "Shown",
]
