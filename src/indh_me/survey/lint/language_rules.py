"""Rules about the languages of a form: one set of them, in both sheets and in every column."""

import re
from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import nearest, quoted
from indh_me.survey.xlsform.header import TRANSLATABLE, Header

from .rule import FormCheck
from .sheet_view import SheetView
from .subject import FormSubject, code_of_language

__all__ = [
    "CHECKS",
    "differing_languages",
    "incomplete_columns",
    "missing_default_languages",
    "odd_language_codes",
    "unknown_default_languages",
    "unnamed_languages",
]

DIFFER = Rule(
    "SV019",
    "languages-differ",
    Severity.ERROR,
    "the sheets survey and choices have not the same languages",
)
UNNAMED = Rule(
    "SV020",
    "unnamed-language",
    Severity.WARNING,
    "a column of texts names no language, though others do",
)
INCOMPLETE = Rule(
    "SV021",
    "column-lacks-language",
    Severity.WARNING,
    "a column of texts is there in some languages of its sheet only",
)
UNKNOWN = Rule(
    "SV022",
    "unknown-default-language",
    Severity.ERROR,
    "the default language is none of the form's languages",
)
MISSING = Rule(
    "SV023",
    "no-default-language",
    Severity.WARNING,
    "a form of several languages does not say which one is shown first",
)
CODE = Rule(
    "SV024",
    "odd-language-code",
    Severity.WARNING,
    "a language has no code, no usual one, or the same as another",
)

#: A subtag of BCP 47 in small letters, with others behind it.
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)


def _texts(view: SheetView) -> tuple[Header, ...]:
    known = TRANSLATABLE[view.sheet.name.strip().lower()]
    return tuple(each for each in view.headers if each.name in known)


def _languages(view: SheetView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.language for each in _texts(view) if each.language != ""))


def differing_languages(subject: FormSubject) -> Iterator[Finding]:
    """Find languages that one of the sheets lacks: there the choices show a dash."""
    sheets = (subject.survey, subject.choices)
    if not all(_languages(view) for view in sheets):
        return
    for view, other in (sheets, sheets[::-1]):
        first = next(each for each in _texts(view) if each.language != "")
        there = set(_languages(view))
        for language in _languages(other):
            if language not in there:
                yield DIFFER.found(
                    place=view.header_place(first),
                    message=f"{view.sheet.name} has no {quoted(language)}, "
                    f"which {other.sheet.name} has",
                    mend=f"add a column {first.name}::{language}, written exactly so",
                )


def unnamed_languages(subject: FormSubject) -> Iterator[Finding]:
    """Find texts that become a language of their own, called default."""
    if not subject.languages:
        return
    for view in (subject.survey, subject.choices):
        for header in _texts(view):
            if header.language == "":
                yield UNNAMED.found(
                    place=view.header_place(header),
                    message=f"column {quoted(header.text)} names no language",
                    mend=f"name it as the others are: {header.name}::{subject.languages[0]}",
                )


def incomplete_columns(subject: FormSubject) -> Iterator[Finding]:
    """Find columns that some readers would miss."""
    for view in (subject.survey, subject.choices):
        languages = _languages(view)
        columns = dict.fromkeys(each.name for each in _texts(view) if each.language != "")
        for column in columns:
            there = view.languages_of(column)
            missing = sorted(set(languages).difference(there), key=languages.index)
            if missing:
                yield INCOMPLETE.found(
                    place=view.place(1, column, there[0]),
                    message=f"{column} is missing in {', '.join(map(quoted, missing))}",
                    mend=f"add a column {column}::{missing[0]}",
                )


def unknown_default_languages(subject: FormSubject) -> Iterator[Finding]:
    """Find a default language that nothing is written in."""
    default = subject.setting("default_language")
    if default not in {"", *subject.languages} and subject.languages:
        yield UNKNOWN.found(
            place=subject.setting_place("default_language"),
            message=f"no column is in the default language {quoted(default)}",
            mend="write it exactly as in the headers: " + nearest(default, subject.languages),
        )


def missing_default_languages(subject: FormSubject) -> Iterator[Finding]:
    """Find forms whose first language depends on the client."""
    if len(subject.languages) > 1 and subject.setting("default_language") == "":
        yield MISSING.found(
            place=subject.setting_place("default_language"),
            message=f"{len(subject.languages)} languages, and none is the default",
            mend=f"write default_language in the sheet settings: {subject.languages[0]}",
        )


def odd_language_codes(subject: FormSubject) -> Iterator[Finding]:
    """Find languages that a client cannot know by their code."""
    by_code: dict[str, str] = {}
    seen: set[str] = set()
    for view in (subject.survey, subject.choices):
        for header in _texts(view):
            language = header.language
            if language == "" or language in seen:
                continue
            seen.add(language)
            code = code_of_language(language)
            same = by_code.setdefault(code, language)
            if TAG.fullmatch(code) is None:
                what = f"no code in {quoted(language)}"
                if code != "":
                    what = f"{quoted(code)} is no code of a language"
                mend = "write its name and its code in small letters: Français (fr)"
            elif same != language:
                what = f"{quoted(language)} has the code of {quoted(same)}"
                mend = "write the language the same way everywhere"
            else:
                continue
            yield CODE.found(place=view.header_place(header), message=what, mend=mend)


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (DIFFER, differing_languages),
    (UNNAMED, unnamed_languages),
    (INCOMPLETE, incomplete_columns),
    (UNKNOWN, unknown_default_languages),
    (MISSING, missing_default_languages),
    (CODE, odd_language_codes),
)
