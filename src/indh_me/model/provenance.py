"""What is said about a figure beside the figure."""

from attrs import field, frozen

from . import _fields
from .source import Citation
from .text import Text

__all__ = ["Provenance"]


@frozen
class Provenance:
    """What is said about a figure beside the figure.

    Parameters
    ----------
    scope
        What it leaves out or takes in.
    source
        Who says so.
    note
        Anything a reader must know.

    Raises
    ------
    InvalidInputError
        For values of the wrong type.

    Examples
    --------
    >>> Provenance(source=Citation("briefing")).source.code
    'briefing'
    """

    scope: Text | None = field(default=None, validator=_fields.optional(Text))
    source: Citation | None = field(default=None, validator=_fields.optional(Citation))
    note: Text | None = field(default=None, validator=_fields.optional(Text))
