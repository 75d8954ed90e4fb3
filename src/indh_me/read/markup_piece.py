"""A piece of a part of a workbook, searched without a parser."""

import numpy as np
import numpy.typing as npt
from attrs import define, field

__all__ = ["Bytes", "Integers", "MarkupPiece"]

Bytes = npt.NDArray[np.uint8]
Integers = npt.NDArray[np.int64]

LESS, MARK, QUOTE, APOSTROPHE, COLON, CELL, ERROR_TYPE = b"<!\"':ce"
#: Declarations that declare nothing: comments and quoted text.
HARMLESS = (b"<!--", b"<![CDATA[")
BEHIND = bytes(32)


@define
class MarkupPiece:
    """A piece of a part that begins and ends at a tag.

    Parameters
    ----------
    content
        Its bytes.
    codes
        The same as numbers, with zeros behind them, so that a look behind the last tag finds some.
    tags
        Positions at which its tags begin.

    Examples
    --------
    >>> piece = MarkupPiece(b'<row><c r="A1"/></row>')
    >>> piece.tags.tolist(), piece.longest, piece.declares()
    ([0, 5, 16], 11, False)
    """

    content: bytes
    codes: Bytes = field(init=False)
    tags: Integers = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find the tags."""
        self.codes = np.frombuffer(self.content + BEHIND, dtype=np.uint8)
        self.tags = np.flatnonzero(self.codes == LESS)

    @property
    def longest(self) -> int:
        """Bytes from one tag to the next, at most.

        Examples
        --------
        >>> MarkupPiece(b"words").longest
        5
        """
        return int(np.diff(self.tags, prepend=0, append=len(self.content)).max())

    def declares(self) -> bool:
        """Tell whether it declares anything.

        Examples
        --------
        >>> MarkupPiece(b"<!-- by hand -->").declares(), MarkupPiece(b"<!DOCTYPE a>").declares()
        (False, True)
        """
        marked = self.tags[self.codes[self.tags + 1] == MARK]
        return not all(self.content.startswith(HARMLESS, start) for start in marked.tolist())

    def may_have_errors(self) -> bool:
        """Tell whether anything in it is of the type of errors, in quotes of either kind.

        Examples
        --------
        >>> MarkupPiece(b"<c t='e'/>").may_have_errors(), MarkupPiece(b"<c/>").may_have_errors()
        (True, False)
        """
        quotes = (self.codes == QUOTE) | (self.codes == APOSTROPHE)
        return bool((quotes[:-2] & (self.codes[1:-1] == ERROR_TYPE) & quotes[2:]).any())

    def may_have_prefixes(self) -> bool:
        """Tell whether the name of a cell's tag may have a prefix.

        Examples
        --------
        >>> MarkupPiece(b"<x:c r='A1'/>").may_have_prefixes()
        True
        """
        colons = np.flatnonzero(self.codes == COLON)
        return bool((self.codes[colons + 1] == CELL).any())
