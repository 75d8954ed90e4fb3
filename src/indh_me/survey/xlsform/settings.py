"""What an XLSForm says of itself: title, id, version, languages."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePath

from attrs import frozen

from indh_me.errors import quoted
from indh_me.model import Text
from indh_me.model._fields import is_code

from .column import Columns
from .extras import Extras
from .faults import FormFaults
from .form import FormRow, FormSheet, XlsForm
from .language import language_of

__all__ = ["Settings", "read_settings"]

#: Tag of a language that is not named, and the version of a form that says none.
UNDETERMINED, NO_VERSION = "und", "0000000000"
DIGITS = re.compile(r"[0-9]+", re.ASCII)
VERSION_LENGTH = 10
#: Columns of parts that have another name in an instrument.
COLUMN = {"code": "form_id", "title": "form_title", "languages": "default_language"}


@frozen(kw_only=True)
class Settings:
    """What a form says of itself.

    Parameters
    ----------
    code, title, version, languages
        As of `Instrument`.
    tags
        Tags of its languages by the names that stand in headers.
    columns
        Where the settings stand; `None` for a form without such a sheet.
    row
        Number of their row.
    """

    code: str
    title: Text
    version: str
    languages: tuple[str, ...]
    tags: Mapping[str, str]
    columns: Columns | None
    row: int

    def address(self, part: str) -> str:
        """Give the cell of a setting.

        Parameters
        ----------
        part
            Name of a part of `Instrument`.
        """
        return _address(self.columns, self.row, part)


def read_settings(
    form: XlsForm, sheets: Mapping[str, Columns], extras: Extras, faults: FormFaults
) -> Settings:
    """Read what a form says of itself.

    Parameters
    ----------
    form
        The form.
    sheets
        Columns of its sheets ``survey`` and ``choices``.
    extras
        What our own sheet says.
    faults
        Where faults are noted.
    """
    sheet = form.sheet("settings")
    columns = None if sheet is None else Columns.of(sheet)
    row = _first(sheet)
    said = {} if columns is None else {name: columns.get(row, name) for name in columns.plain}
    where = partial(_address, columns, row.number)
    default = said.get("default_language", "")
    tags = _tags(sheets, default, faults)
    first = tags.get(default) or language_of(default)
    if default != "" and first not in tags.values():
        mend = "write it as it stands behind the colons of label::"
        faults.add(f"no column is in {quoted(default)}", where("languages"), mend)
        first = None
    languages = tuple(dict.fromkeys([*([] if first is None else [first]), *tags.values()]))
    code = said.get("form_id") or PurePath(form.file).stem
    if not is_code(code):
        if said.get("form_id"):
            mend = "use letters, digits, '_', '-' and '.', 64 at most"
            faults.add(f"{quoted(code)} is no id of a form", where("code"), mend)
        code = "data"
    title = said.get("form_title") or code
    return Settings(
        code=code,
        title=_title(title, languages, extras),
        version=_version(said.get("version", ""), where("version"), faults),
        languages=languages,
        tags=tags,
        columns=columns,
        row=row.number,
    )


def _address(columns: Columns | None, row: int, part: str) -> str:
    return "settings" if columns is None else columns.address(row, COLUMN.get(part, part))


def _first(sheet: FormSheet | None) -> FormRow:
    return sheet.rows[0] if sheet is not None and len(sheet.rows) > 0 else FormRow(2, {})


def _tags(sheets: Mapping[str, Columns], default: str, faults: FormFaults) -> Mapping[str, str]:
    """Find the languages of all headers, in their order, with their tags."""
    named = [
        (name, columns.address_of(header))
        for columns in sheets.values()
        for name, header in columns.languages
    ]
    if all(name == "" for name, _ in named):
        return {"": language_of(default) or UNDETERMINED}
    found: dict[str, str] = {}
    for name, address in named:
        if name in found:
            continue
        tag = language_of(name)
        if name == "":
            mend = "name the language of every column: label::Français (fr)"
            faults.add(
                "a column of words without a language, beside others with one", address, mend
            )
        elif tag is None:
            mend = f"write its code behind it: {name} (fr)"
            faults.add(f"the language {quoted(name)} has no code", address, mend)
        elif tag in found.values():
            mend = "write the name of a language in the same way in all headers"
            faults.add(f"a second name for the language {tag!r}: {quoted(name)}", address, mend)
        else:
            found[name] = tag
    return found


def _title(said: str, languages: tuple[str, ...], extras: Extras) -> Text:
    """Give the title in each language, as long as nobody has changed the one cell of all."""
    words = extras.by_language("form", "", "title")
    if words and " / ".join(dict.fromkeys(words.values())).strip() == said:
        return Text(words)
    return Text.plain(said, languages[0] if languages else UNDETERMINED)


def _version(said: str, address: str, faults: FormFaults) -> str:
    """Give a version of ten digits; the seconds of a longer one are left out."""
    if said == "":
        return NO_VERSION
    if DIGITS.fullmatch(said) is None:
        mend = "write the day and a running number: 2026112301"
        faults.add(f"{quoted(said)} is no version", address, mend)
        return NO_VERSION
    return said.zfill(VERSION_LENGTH)[:VERSION_LENGTH]
