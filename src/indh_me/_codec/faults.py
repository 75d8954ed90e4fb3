"""Faults with their places, from whatever a conversion raised."""

from collections.abc import Iterator

from attrs import evolve
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from indh_me.errors import Fault, IndhMeError, Place, key_path, nearest

__all__ = ["at", "faults_of"]


def at(path: str, fault: Fault) -> Fault:
    """Move a fault under a path.

    Examples
    --------
    >>> at("results", Fault("no level", "training")).where.path
    'results.training'
    """
    inner = fault.where.path
    joined = ".".join(part for part in (path, inner) if part != "").replace(".[", "[")
    return evolve(fault, where=evolve(fault.where, path=joined))


def faults_of(error: Exception, path: str = "") -> Iterator[Fault]:
    """List what is wrong, each fault with its path of keys.

    Parameters
    ----------
    error
        Raised by a converter; the groups that cattrs raises are taken apart.
    path
        Where the converted value stands.
    """
    if isinstance(error, BaseValidationError):
        for each in error.exceptions:
            yield from faults_of(each, at(path, Fault("", _step(each))).where.path)  # type: ignore[arg-type]
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in error.cl.__attrs_attrs__ if field.init]
        for key in sorted(error.extra_fields):
            mend = nearest(key, [*known, *EXTRA_KEYS.get(error.cl.__name__, ())])
            yield at(path, Fault(f"unknown key {key!r}", key_path(key), mend))
    elif isinstance(error, IndhMeError):
        yield from (at(path, fault) for fault in error.faults)
    elif isinstance(error, KeyError):
        # The path ends in the missing key already: cattrs notes the attribute that it was after.
        yield Fault(f"{error.args[0]!r} is missing", path, "add it")
    else:
        yield Fault(str(error), Place(path))


#: Keys of the file format that are no field of the class, for the nearest spelling.
EXTRA_KEYS = {"Indicator": ("targets_by_category",)}


def _step(error: Exception) -> str:
    """Give the path of an error inside the group that holds it."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return key_path(note.name)
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]" if isinstance(note.index, int) else key_path(str(note.index))
    return ""
