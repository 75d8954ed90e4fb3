"""Rules about what a form is called, and which version it is."""

import re
from collections.abc import Iterator
from datetime import date

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted

from .rule import FormCheck
from .subject import FormSubject

__all__ = ["CHECKS", "missing_ids", "missing_titles", "odd_versions"]

TITLE = Rule("SV006", "missing-title", Severity.WARNING, "the form has no title")
ID = Rule(
    "SV007",
    "missing-form-id",
    Severity.WARNING,
    "the form has no id, so that it is known by the name of its file",
)
VERSION = Rule(
    "SV008",
    "odd-version",
    Severity.WARNING,
    "the form has no version, or one that is no day with a running number or time",
)

#: ``yyyymmddrr``; the template of ODK writes hours, minutes and seconds.
DAYS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{2}|\d{6})", re.ASCII)


def missing_titles(subject: FormSubject) -> Iterator[Finding]:
    """Find a form that people would see under the name of its file."""
    if subject.setting("form_title") == "":
        yield TITLE.found(
            place=subject.setting_place("form_title"),
            message="the form has no title",
            mend="write form_title in the sheet settings, in all its languages",
        )


def missing_ids(subject: FormSubject) -> Iterator[Finding]:
    """Find a form whose answers change their name with the file."""
    if subject.setting("form_id") == "":
        yield ID.found(
            place=subject.setting_place("form_id"),
            message="the form has no id",
            mend="write form_id in the sheet settings, and never change it",
        )


def odd_versions(subject: FormSubject) -> Iterator[Finding]:
    """Find versions by which nobody can tell which form is the newer one."""
    version = subject.setting("version")
    found = DAYS.fullmatch(version)
    if found is None or not _is_day(*map(int, found.groups())):
        yield VERSION.found(
            place=subject.setting_place("version"),
            message="the form has no version" if version == "" else f"version {quoted(version)}",
            mend="write the day and a running number: 2026112301",
        )


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (TITLE, missing_titles),
    (ID, missing_ids),
    (VERSION, odd_versions),
)
