"""XLSForm: the sheets of a form that Kobo, ODK and Enketo read, as values."""

from .form import FormRow, FormSheet, XlsForm

__all__ = ["FormRow", "FormSheet", "XlsForm"]
