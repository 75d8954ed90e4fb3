"""Rules about types, appearances and parameters: words from a closed list."""

import re
from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted
from indh_me.survey.xlsform.survey_type import KOBO_TYPES, TYPES

from .rule import FormCheck
from .subject import FormSubject
from .vocabulary import APPEARANCES, PARAMETERS

__all__ = [
    "CHECKS",
    "added_others",
    "kobo_rows",
    "unknown_appearances",
    "unknown_parameters",
    "unknown_types",
]

TYPE = Rule(
    "SV009", "unknown-type", Severity.ERROR, "a row has no type, or one that does not exist"
)
APPEARANCE = Rule(
    "SV010",
    "unknown-appearance",
    Severity.WARNING,
    "an appearance does not exist, so it is ignored",
)
PARAMETER = Rule(
    "SV011",
    "unknown-parameter",
    Severity.WARNING,
    "a parameter does not exist, or is not written as name=value",
)
KOBO = Rule(
    "SV012",
    "kobo-only",
    Severity.ERROR,
    "a row or column is known to KoboToolbox alone",
)
OTHER = Rule(
    "SV013",
    "or-other",
    Severity.WARNING,
    "or_other adds the word 'Other' in English, whatever the language",
)

#: Columns and what stands behind them may be as many as one likes.
OPEN_APPEARANCE = re.compile(
    r"(?:columns|compact|quickcompact)-\d+|w\d+|ex:.*|printer:.*|\$\{.*|intent:.*|kobo-.*"
)
PAIR = re.compile(r"([^\s=;,]+)\s*=\s*([^\s;,]+)[\s;,]*")
MATRIX = "kobo--"
KNOWN_TYPES, KNOWN_APPEARANCES, KNOWN_PARAMETERS = (
    tuple(sorted(each)) for each in (TYPES, APPEARANCES, PARAMETERS)
)


def unknown_types(subject: FormSubject) -> Iterator[Finding]:
    """Find rows that no client could ask."""
    for item in subject.items:
        if item.type.name == "":
            said = quoted(item.type.text)
            first = item.type.text.split(" ")[0]
            yield TYPE.found(
                place=subject.survey.place(item.row.number, "type"),
                message="a row without a type" if first == "" else f"unknown type {said}",
                mend=subject.nearest(first, KNOWN_TYPES),
            )


def unknown_appearances(subject: FormSubject) -> Iterator[Finding]:
    """Find appearances that no client knows."""
    for item in subject.items:
        for word in subject.appearances(item):
            if word not in APPEARANCES and OPEN_APPEARANCE.fullmatch(word) is None:
                yield APPEARANCE.found(
                    place=subject.survey.place(item.row.number, "appearance"),
                    message=f"unknown appearance {quoted(word)}",
                    mend=subject.nearest(word, KNOWN_APPEARANCES),
                )


def unknown_parameters(subject: FormSubject) -> Iterator[Finding]:
    """Find parameters that no client knows."""
    for item in subject.items:
        text = subject.survey.get(item.row, "parameters")
        unread = PAIR.sub("", text).strip()
        unknown = [name for name, _ in PAIR.findall(text) if name.lower() not in PARAMETERS]
        if unread != "":
            unknown.append(unread)
        for name in unknown:
            yield PARAMETER.found(
                place=subject.survey.place(item.row.number, "parameters"),
                message=f"unknown parameter {quoted(name)}",
                mend=subject.nearest(name, KNOWN_PARAMETERS)
                + "; write them as start=0 end=10 step=1",
            )


def kobo_rows(subject: FormSubject) -> Iterator[Finding]:
    """Find what other clients than KoboToolbox refuse."""
    mend = "write the standard rows that it stands for: a group, a heading and one row each"
    for header in subject.survey.headers:
        if header.name.startswith(MATRIX):
            yield KOBO.found(
                place=subject.survey.header_place(header),
                message=f"column {quoted(header.text)} is known to KoboToolbox alone",
                mend=mend,
            )
    for item in subject.items:
        if item.type.name in KOBO_TYPES:
            yield KOBO.found(
                place=subject.survey.place(item.row.number, "type"),
                message=f"{quoted(item.type.text)} is known to KoboToolbox alone",
                mend=mend,
            )


def added_others(subject: FormSubject) -> Iterator[Finding]:
    """Find choices that a form of named languages adds in English."""
    if not subject.languages:
        return
    for item in subject.items:
        if item.type.has_other:
            yield OTHER.found(
                place=subject.survey.place(item.row.number, "type"),
                message=f"{quoted(item.type.text)} adds the word 'Other' in English",
                mend="add a choice 'other' in each language, and a text question below it with "
                f"relevant ${{{item.name}}} = 'other'",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (TYPE, unknown_types),
    (APPEARANCE, unknown_appearances),
    (PARAMETER, unknown_parameters),
    (KOBO, kobo_rows),
    (OTHER, added_others),
)
