"""XLSForm: the sheets of a form that Kobo, ODK and Enketo read, as values."""

from .extras import OWN_SHEET
from .form import FormRow, FormSheet, XlsForm
from .instrument import instrument_of
from .sheets import xlsform_of

__all__ = ["OWN_SHEET", "FormRow", "FormSheet", "XlsForm", "instrument_of", "xlsform_of"]
