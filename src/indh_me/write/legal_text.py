"""What Excel takes as text: its length and its characters."""

import re
from collections.abc import Iterator

from indh_me.errors import Fault

__all__ = ["FORBIDDEN", "text_faults", "utf16_length"]

# XML cannot hold these. In cells the control characters are escaped; elsewhere nothing is.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def utf16_length(text: str) -> int:
    r"""Count a text as Excel does: a character beyond U+FFFF counts twice.

    Examples
    --------
    >>> utf16_length("\N{ARABIC LETTER MEEM}"), utf16_length("\N{CUNEIFORM SIGN A}")
    (1, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def text_faults(what: str, text: str, where: str, longest: int) -> Iterator[Fault]:
    """Find what keeps a text from standing where it should.

    Parameters
    ----------
    what
        Name of the text, for the message.
    text
        The text.
    where
        Its place.
    longest
        The most UTF-16 units that it may have.
    """
    if len(text) > longest // 2 and utf16_length(text) > longest:
        yield Fault(
            f"{what} has {utf16_length(text)} characters: {text[:40]!r}...",
            where,
            f"shorten it to {longest}",
        )
    found = FORBIDDEN.search(text)
    if found is not None:
        yield Fault(
            f"{what} contains the character U+{ord(found[0]):04X}, which no file can hold",
            where,
            "remove it",
        )
