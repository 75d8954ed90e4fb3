"""Rules about the names of questions and groups: the columns of the answers."""

import re
from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import Place, quoted

from .rule import FormCheck
from .subject import FormSubject, Item

__all__ = ["CHECKS", "long_names", "missing_names", "odd_names", "repeated_names"]

MISSING = Rule("SV015", "unnamed-row", Severity.ERROR, "a question or group has no name")
ODD = Rule(
    "SV016",
    "odd-name",
    Severity.ERROR,
    "a name holds more than letters without accents, digits, '_', '-' and '.'",
)
TWICE = Rule(
    "SV017",
    "repeated-name",
    Severity.ERROR,
    "two questions or groups have the same name, whether letters are large or small",
)
LONG = Rule(
    "SV018",
    "long-name",
    Severity.INFO,
    "the name of a question is longer than LimeSurvey takes",
)

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*", re.ASCII)
LONGEST = 20  # characters: the longest code of a question in LimeSurvey


def _named(subject: FormSubject) -> Iterator[Item]:
    return (item for item in subject.items if item.type.ends == "")


def _place(subject: FormSubject, item: Item) -> Place:
    return subject.survey.place(item.row.number, "name")


def missing_names(subject: FormSubject) -> Iterator[Finding]:
    """Find rows whose answers would have no column."""
    for item in _named(subject):
        if item.name == "" and item.type.name not in {"", "audit"}:
            yield MISSING.found(
                place=_place(subject, item),
                message=f"a {item.type.name} without a name",
                mend="write a short name, such as age",
            )


def odd_names(subject: FormSubject) -> Iterator[Finding]:
    """Find names that pass the converter, and fail in a client or in the analysis."""
    for item in _named(subject):
        if item.name != "" and NAME.fullmatch(item.name) is None:
            yield ODD.found(
                place=_place(subject, item),
                message=f"{quoted(item.name)} cannot name a question",
                mend="use a letter without accents, then such letters, digits and '_'",
            )


def repeated_names(subject: FormSubject) -> Iterator[Finding]:
    """Find names that a reference, or a spreadsheet, takes for one another."""
    seen: dict[str, Item] = {}
    for item in _named(subject):
        first = seen.setdefault(item.name.lower(), item)
        if first is not item and item.name != "":
            yield TWICE.found(
                place=_place(subject, item),
                message=f"the name {quoted(item.name)} is given twice",
                mend=f"choose another; it stands at {_place(subject, first).path} too",
            )


def long_names(subject: FormSubject) -> Iterator[Finding]:
    """Find names that would be cut on the way to LimeSurvey."""
    for item in _named(subject):
        if len(item.name) > LONGEST and item.type.is_seen:
            yield LONG.found(
                place=_place(subject, item),
                message=f"{quoted(item.name)} has {len(item.name)} characters",
                mend=f"use {LONGEST} at most, if the form shall ever go to LimeSurvey",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (MISSING, missing_names),
    (ODD, odd_names),
    (TWICE, repeated_names),
    (LONG, long_names),
)
