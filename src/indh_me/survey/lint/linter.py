"""The function that runs the rules of forms."""

from collections.abc import Iterable
from contextlib import suppress

from indh_me.compute import Finding
from indh_me.compute.check import chosen_rules
from indh_me.errors import InvalidInputError
from indh_me.survey.instrument import Instrument
from indh_me.survey.xlsform import OWN_SHEET, XlsForm, instrument_of, xlsform_of

from .registry import CHECKS, FORM_RULES
from .subject import FormSubject

__all__ = ["check_form"]


def check_form(
    form: XlsForm | Instrument,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Find what is wrong with a form.

    Parameters
    ----------
    form
        The sheets of an XLSForm, as they stand in the file; or an instrument, which is looked at
        as the XLSForm that would be written of it.
    select
        Rules to run: ids, what ids begin with, or names. None at all runs every rule.
    ignore
        Rules to leave out of those, written the same way.

    Returns
    -------
    tuple[Finding, ...]
        In the order of rules, then of the sheet; the place of each is a cell such as
        ``survey!C12``. It never raises for what stands in an XLSForm.

    Raises
    ------
    UnknownCodeError
        For a rule that does not exist, with the nearest one.
    InvalidInputError
        For an instrument that no XLSForm can be made of.

    Notes
    -----
    The rules find mistakes that the converter (pyxform) and ODK Validate pass over in silence,
    above all those of forms in several languages, and most of those that they find too.

    Examples
    --------
    >>> from indh_me.survey.xlsform import FormRow, FormSheet
    >>> sheet = FormSheet("survey", ["type", "name"], [FormRow(2, {"type": "intger", "name": "a"})])
    >>> (finding,) = check_form(XlsForm([sheet]), select="unknown-type")
    >>> print(finding.id, finding.place, finding.message)
    SV009 survey!A2 unknown type 'intger'
    """
    chosen = chosen_rules(select, ignore, FORM_RULES)
    subject = _subject(form)
    return tuple(
        finding for rule, search in CHECKS if rule.id in chosen for finding in search(subject)
    )


def _subject(form: XlsForm | Instrument) -> FormSubject:
    if isinstance(form, Instrument):
        return FormSubject(xlsform_of(form), form)
    instrument: Instrument | None = None
    if form.sheet(OWN_SHEET) is not None:
        # Whatever keeps it from being an instrument again, the rules of sheets tell better.
        with suppress(InvalidInputError):
            instrument = instrument_of(form)
    return FormSubject(form, instrument)
