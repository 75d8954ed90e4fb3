"""Names and codes that every channel takes."""

import re
from typing import TYPE_CHECKING, Any

from indh_me.errors import Fault, ParseError, quoted

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["choice_code", "form_version", "question_name"]

# An accented or Arabic name passes the converter of XLSForm and fails in its clients.
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}", re.ASCII)
CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,63}", re.ASCII)
VERSION = re.compile(r"[0-9]{10}")
#: Where clients keep what they know of an answered form.
RESERVED = "meta"
NAME_MEND = "use a letter without accents, then such letters, digits and '_', 64 at most"
CODE_MEND = "use letters without accents, digits, '_', '-' and '.', 64 at most"


def question_name(_value: object, attribute: "Attribute[Any]", name: object) -> None:
    """Refuse what cannot name a question, a section or a list of choices."""
    if not isinstance(name, str) or NAME.fullmatch(name) is None:
        what = f"{quoted(name)} cannot stand as {attribute.name}"
        raise ParseError(Fault(what, attribute.name, NAME_MEND))
    if name == RESERVED:
        what = f"{quoted(name)} is what clients call something of theirs"
        raise ParseError(Fault(what, attribute.name, "choose another name"))


def choice_code(_value: object, _attribute: "Attribute[Any] | None", code: object) -> None:
    """Refuse what cannot be stored as an answer."""
    if not isinstance(code, str) or CODE.fullmatch(code) is None:
        raise ParseError(Fault(f"{quoted(code)} cannot be the code of a choice", "code", CODE_MEND))


def form_version(_value: object, attribute: "Attribute[Any]", version: object) -> None:
    """Refuse what Kobo and ODK would not take for a version that is newer than the last."""
    if not isinstance(version, str) or VERSION.fullmatch(version) is None:
        mend = "write the day and a running number: 2026112301"
        raise ParseError(Fault(f"{quoted(version)} is no version", attribute.name, mend))
