"""The rule that a file can be read, which its reader holds it to."""

from indh_me.errors import IndhMeError

from .finding import Finding, Severity
from .rule import Rule

__all__ = ["INVALID_FILE", "findings_of"]

INVALID_FILE = Rule(
    "ME000",
    "invalid-file",
    Severity.ERROR,
    "a file cannot be read, so no other rule has looked at it",
)


def findings_of(error: IndhMeError) -> tuple[Finding, ...]:
    """Give what an error says as findings, for programs that take nothing else.

    Parameters
    ----------
    error
        Raised by a reader.

    Returns
    -------
    tuple[Finding, ...]
        One of the rule ME000 for each fault.

    Examples
    --------
    >>> from indh_me.errors import Fault, InvalidFileError, Place
    >>> place = Place(file="framework.toml", line=3)
    >>> (found,) = findings_of(InvalidFileError(Fault("malformed TOML", place, "see line 3")))
    >>> found.id, found.place.line
    ('ME000', 3)
    """
    return tuple(
        INVALID_FILE.found(place=fault.where, message=fault.what, mend=fault.mend)
        for fault in error.faults
    )
