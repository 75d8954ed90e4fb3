"""XLSForm: the sheets of a form that Kobo, ODK and Enketo read, as values."""

from .column import TRANSLATED, Columns, translated
from .extras import OWN_SHEET
from .form import FormRow, FormSheet, XlsForm
from .instrument import instrument_of
from .language import language_header, language_of
from .row_type import RowRole, RowType, row_type
from .sheets import xlsform_of

__all__ = [
    "OWN_SHEET",
    "TRANSLATED",
    "Columns",
    "FormRow",
    "FormSheet",
    "RowRole",
    "RowType",
    "XlsForm",
    "instrument_of",
    "language_header",
    "language_of",
    "row_type",
    "translated",
    "xlsform_of",
]
