"""Who says so: documents, and the places in them that a value is quoted from."""

from datetime import date

from attrs import evolve, field, frozen

from . import _fields
from .text import Text

__all__ = ["Citation", "Source"]


@frozen(kw_only=True)
class Source:
    """A document or person that figures are taken from.

    Parameters
    ----------
    code
        Short name, unique in the framework.
    label
        What it is, in words.
    date
        Day it was published or spoken.
    address
        Where it can be found: a web address, an archive's shelf mark.
    page
        Page or section, when all that is cited stands there.
    quote
        Words quoted from it, in their own language, which need not be one of the framework's.

    Raises
    ------
    InvalidInputError
        For an impossible code, a blank address or page, and values of the wrong type.

    Examples
    --------
    >>> Source(code="briefing", label=Text.of(en="press briefing"), date=date(2008, 3, 27)).code
    'briefing'
    """

    code: str = field(validator=_fields.code)
    label: Text | None = field(default=None, validator=_fields.optional(Text))
    date: "date | None" = field(default=None, validator=_fields.optional_day)
    address: str | None = field(default=None, validator=_fields.words)
    page: str | None = field(default=None, validator=_fields.words)
    quote: Text | None = field(default=None, validator=_fields.optional(Text))

    def cite(self, quote: Text | None = None, page: str | None = None) -> "Citation":
        """Make a citation of this source.

        Parameters
        ----------
        quote
            The words that say it, in the language and script of the source.
        page
            Page or section.

        Examples
        --------
        >>> Source(code="briefing").cite(page="2")
        Citation(code='briefing', page='2', quote=None)
        """
        return Citation(code=self.code, quote=quote, page=page)


@frozen
class Citation:
    """A pointer from one value to its source.

    Parameters
    ----------
    code
        Code of the source.
    page
        Page or section.
    quote
        The words that say it, in the language and script of the source.

    Raises
    ------
    InvalidInputError
        For an impossible code, a blank page, and values of the wrong type.

    Examples
    --------
    >>> Citation("briefing", quote=Text.of(ar="أكثر من 18 000 فاعل")).code
    'briefing'
    """

    code: str = field(validator=_fields.code)
    page: str | None = field(default=None, validator=_fields.words)
    quote: Text | None = field(default=None, validator=_fields.optional(Text))

    def with_quote(self, quote: Text) -> "Citation":
        """Make the same citation with another quote.

        Examples
        --------
        >>> Citation("briefing").with_quote(Text.of(fr="9 réunions")).quote.get("fr")
        '9 réunions'
        """
        return evolve(self, quote=quote)
