"""Rules about sheets and their columns: what is misspelt is ignored without a word."""

import difflib
from collections.abc import Iterator
from itertools import chain

from indh_me.cells import cell_name
from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import Place, nearest, quoted
from indh_me.survey.xlsform.form import FormSheet
from indh_me.survey.xlsform.header import Header, header_of

from .rule import FormCheck
from .sheet_view import SheetView
from .subject import FormSubject
from .vocabulary import CHOICE_COLUMNS, SETTINGS, SHEETS, SURVEY_COLUMNS

__all__ = [
    "CHECKS",
    "nothing_asked",
    "repeated_columns",
    "unknown_columns",
    "unknown_settings",
    "unknown_sheets",
]

NOTHING = Rule(
    "SV001",
    "nothing-asked",
    Severity.ERROR,
    "there is no sheet called survey with a type, a name and a question",
)
SHEET = Rule(
    "SV002",
    "unknown-sheet",
    Severity.WARNING,
    "a sheet that looks like one of a form is called otherwise, so it is ignored",
)
COLUMN = Rule(
    "SV003",
    "unknown-column",
    Severity.WARNING,
    "a column does not exist in an XLSForm, so it is ignored",
)
TWICE = Rule(
    "SV004",
    "repeated-column",
    Severity.ERROR,
    "two columns mean the same, and one of them is ignored",
)
SETTING = Rule(
    "SV005",
    "unknown-setting",
    Severity.WARNING,
    "a setting does not exist, so it is ignored",
)

#: Headers by which a sheet of a form is known, whatever it is called.
MARKS = ({"type", "name"}, {"list_name", "name"}, {"form_title"}, {"form_id"})
#: What begins a column that is there for people, or for one program alone.
PRIVATE = ("_", "#", "$", "kobo--")
ALIKE = 0.75
NEEDED = ("type", "name")


def nothing_asked(subject: FormSubject) -> Iterator[Finding]:
    """Find a form that asks nothing, or whose questions cannot be found."""
    if subject.form.sheet("survey") is None:
        names = ", ".join(quoted(each.name) for each in subject.form.sheets[:8])
        yield NOTHING.found(
            place=subject.place,
            message="there is no sheet called 'survey'",
            mend=f"call the sheet of the questions so; there are: {names}",
        )
        return
    missing = [column for column in NEEDED if not subject.survey.has(column)]
    if missing:
        yield NOTHING.found(
            place=subject.survey.place(1),
            message=f"no column called {' or '.join(map(quoted, missing))}",
            mend="write type, name and label::Language (code) in the first row",
        )
    elif not any(item.type.is_seen for item in subject.items):
        yield NOTHING.found(
            place=subject.survey.place(1), message="nothing is asked", mend="add a question"
        )


def unknown_sheets(subject: FormSubject) -> Iterator[Finding]:
    """Find sheets that were meant to be part of the form; others may say what they like."""
    present = {each.name.strip().lower() for each in subject.form.sheets}
    missing = [name for name in SHEETS if name not in present]
    for sheet in subject.form.sheets:
        name = sheet.name.strip().lower()
        if name in SHEETS or name.startswith("_"):
            continue
        close = difflib.get_close_matches(name, missing, n=1, cutoff=ALIKE)
        if close or _is_of_a_form(sheet):
            yield SHEET.found(
                place=Place(sheet.name, file=subject.form.file),
                message=f"sheet {quoted(sheet.name)} is ignored",
                mend=nearest(name, tuple(missing) or SHEETS)
                + "; begin its name with '_' if it is no part of the form",
            )


def _is_of_a_form(sheet: FormSheet) -> bool:
    columns = {"_".join(each.split()).lower() for each in sheet.columns}
    return any(marks <= columns for marks in MARKS)


def unknown_columns(subject: FormSubject) -> Iterator[Finding]:
    """Find columns of questions and choices that nothing reads."""
    for header in subject.survey.headers:
        if _is_unknown(header, SURVEY_COLUMNS):
            yield _ignored(subject.survey, header, tuple(sorted(SURVEY_COLUMNS)))
    # Choices may have columns of their own, for filters: only what is misspelt is told.
    words = _words_of_expressions(subject)
    for header in subject.choices.headers:
        close = difflib.get_close_matches(header.name, CHOICE_COLUMNS, n=1, cutoff=ALIKE)
        if _is_unknown(header, CHOICE_COLUMNS) and close and header.text.strip() not in words:
            yield _ignored(subject.choices, header, tuple(sorted(CHOICE_COLUMNS)))


def _is_unknown(header: Header, known: frozenset[str]) -> bool:
    return not (
        header.is_free or header.name in known or header.text.strip().lower().startswith(PRIVATE)
    )


def _words_of_expressions(subject: FormSubject) -> frozenset[str]:
    tokens = chain.from_iterable(each.tokens for each in subject.expressions)
    return frozenset(each.words for each in tokens if each.kind in {"word", "step", "text"})


def _ignored(view: SheetView, header: Header, known: tuple[str, ...]) -> Finding:
    what = "no filter uses" if view.sheet.name.lower() == "choices" else "nothing reads"
    return COLUMN.found(
        place=view.header_place(header),
        message=f"{what} the column {quoted(header.text)}",
        mend=nearest(header.name, known) + "; begin it with '_' if it is a remark",
    )


def repeated_columns(subject: FormSubject) -> Iterator[Finding]:
    """Find columns that are there twice, however they are written."""
    for view in (subject.survey, subject.choices, subject.settings):
        seen: dict[tuple[str, str], int] = {}
        for at, text in enumerate(view.sheet.columns):
            if text.strip() == "":
                continue
            header = header_of(text, view.sheet.name.strip().lower())
            first = seen.setdefault((header.name, header.language), at)
            if first != at:
                yield TWICE.found(
                    place=Place(f"{view.sheet.name}!{cell_name(0, at)}", file=subject.form.file),
                    message=f"column {quoted(text)} is there twice",
                    mend=f"keep one; the other is {view.sheet.name}!{cell_name(0, first)}",
                )


def unknown_settings(subject: FormSubject) -> Iterator[Finding]:
    """Find settings that no client knows."""
    for header in subject.settings.headers:
        if _is_unknown(header, SETTINGS):
            yield SETTING.found(
                place=subject.settings.header_place(header),
                message=f"no setting is called {quoted(header.text)}",
                mend=nearest(header.name, sorted(SETTINGS)),
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (NOTHING, nothing_asked),
    (SHEET, unknown_sheets),
    (COLUMN, unknown_columns),
    (TWICE, repeated_columns),
    (SETTING, unknown_settings),
)
