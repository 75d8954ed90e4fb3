"""Instruments read from the sheets of an XLSForm."""

from collections.abc import Sequence
from functools import partial

from indh_me.errors import Fault, InvalidInputError, Place, nearest, quoted
from indh_me.survey.choice import ChoiceList
from indh_me.survey.instrument import Instrument, Moment
from indh_me.survey.section import Section

from .choice_rows import ChoiceRows
from .column import Columns
from .extras import OWN_SHEET, Extras
from .faults import FormFaults, Spot
from .form import XlsForm
from .question_row import QuestionRows
from .section_rows import sections_of
from .settings import Settings, read_settings

__all__ = ["instrument_of"]

MOMENTS = tuple(each.value for each in Moment)


def instrument_of(xlsform: XlsForm) -> Instrument:
    """Make an instrument of the sheets of an XLSForm.

    A form that `xlsform_of` made comes back as it was. A form of somebody else is read as far as
    an instrument goes: ``select_one`` is a single choice, with the appearance ``likert`` a scale,
    a range a number, an acknowledgement a choice of one. Groups become sections, one after the
    other; the condition of an outer group is asked of the inner ones as well. What is left out is
    what clients fill in by themselves, and how rows look: pictures, the order of choices,
    guidance hints, appearances.

    Parameters
    ----------
    xlsform
        The sheets.

    Returns
    -------
    Instrument
        The form. Its version is ``0000000000`` where the sheet ``settings`` says none, and its
        language ``und`` where nothing tells it.

    Raises
    ------
    InvalidInputError
        With everything that is wrong, each with its cell: types that an instrument has not, such
        as ``geopoint`` and repeats, expressions that cannot be read, lists that do not exist,
        questions that depend on a later one.

    Examples
    --------
    >>> from indh_me.survey.xlsform import FormRow, FormSheet
    >>> age = {"type": "integer", "name": "age", "label::English (en)": "Your age?"}
    >>> survey = FormSheet("survey", age, [FormRow(2, age)])
    >>> instrument_of(XlsForm([survey], file="visit.xlsx")).question("age").kind.value
    'integer'
    """
    faults = FormFaults(xlsform.file)
    sheet = xlsform.sheet("survey")
    if sheet is None:
        mend = "give an XLSForm: a workbook with the sheets survey, choices and settings"
        place = Place(file=xlsform.file)
        raise InvalidInputError(Fault("no sheet is called 'survey'", place, mend))
    columns = {"survey": Columns.of(sheet)}
    choices = xlsform.sheet("choices")
    if choices is not None:
        columns["choices"] = Columns.of(choices)
    for needed in ("type", "name"):
        if needed not in columns["survey"].plain:
            mend = "write the names of the columns into the first row"
            faults.add(f"no column is called {needed!r}", f"{sheet.name}!1:1", mend)
    extras = Extras(xlsform.sheet(OWN_SHEET))
    settings = read_settings(xlsform, columns, extras, faults)
    lists = ChoiceRows(columns.get("choices"), settings.tags, extras, faults)
    rows = QuestionRows(columns["survey"], settings.tags, extras, faults, lists)
    sections = sections_of(rows)
    choice_lists = lists.lists()
    moment = extras.get("form", "", "moment")
    if moment is not None and moment not in MOMENTS:
        address = extras.address("form", "", "moment")
        faults.add(f"unknown moment {quoted(moment)}", address, nearest(moment, MOMENTS))
        moment = None
    # Where a part could not be made, all that refers to it would be blamed for nothing.
    form = None
    if not faults.is_partial:
        form = _form(faults, settings, sections, choice_lists, moment)
    if form is None or faults.found:
        raise InvalidInputError(*faults.found)
    return form


def _form(
    faults: FormFaults,
    settings: Settings,
    sections: Sequence[Section],
    choice_lists: Sequence[ChoiceList],
    moment: str | None,
) -> Instrument | None:
    head = {name: settings.address(name) for name in ("code", "title", "version", "languages")}
    head["sections"] = "survey"
    return faults.make(
        partial(
            Instrument,
            code=settings.code,
            title=settings.title,
            version=settings.version,
            languages=settings.languages,
            sections=sections,
            choice_lists=choice_lists,
            moment=moment,
        ),
        Spot(lambda path: head.get(path) or faults.place(path)),
    )
