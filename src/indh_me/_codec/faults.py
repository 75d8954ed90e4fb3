"""Faults with their places, from whatever a conversion raised."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import evolve, fields
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
)

from indh_me.errors import Fault, IndhMeError, InvalidInputError, Place, key_path, nearest, quoted

__all__ = ["at", "attempt", "faults_of", "gather", "shown"]

#: Keys of the file format that are no field of the class, by the name of the class.
KEYS = {"Indicator": ("targets_by_category",), "Thresholds": ("preset",)}
#: What to do when a key is missing, where that is worth more words than "add it".
MISSING = {"reason": 'say why the finding may stay: reason = "..."'}
#: Fields that the file format gives as the key of a table, by the name of the class.
KEYED = {"Dimension": "code", "Indicator": "code", "Result": "code", "Source": "code"}


def shown(value: object) -> str:
    """Show a value in quotes, as it stands in a file.

    Examples
    --------
    >>> shown("cuont"), shown(True), shown(0x10**9999)
    ("'cuont'", "'true'", 'of thousands of digits')
    """
    if isinstance(value, bool):
        return quoted(str(value).lower())
    try:
        return quoted(value)
    except ValueError:
        # Python refuses to write out integers of thousands of digits.
        return "of thousands of digits"


def at(path: str, fault: Fault) -> Fault:
    """Move a fault under a path.

    Examples
    --------
    >>> at("results", Fault("no level", "training")).where.path
    'results.training'
    """
    return evolve(fault, where=evolve(fault.where, path=_joined(path, fault.where.path)))


def gather(parts: Iterable[tuple[str, Callable[[Any], Any], Any]]) -> list[Any]:
    """Convert values one by one, and report the faults of all of them together.

    Parameters
    ----------
    parts
        For each value a key or index, the conversion, and the value. An empty key leaves the
        faults where they are.

    Returns
    -------
    list
        What came out, in the same order.

    Raises
    ------
    InvalidInputError
        With every fault, each under its key.

    Examples
    --------
    >>> gather([("a", int, "1"), ("b", int, "2")])
    [1, 2]
    """
    made, faults = attempt(parts)
    if faults:
        raise InvalidInputError(*faults)
    return made


def attempt(
    parts: Iterable[tuple[str, Callable[[Any], Any], Any]],
) -> tuple[list[Any], list[Fault]]:
    """Convert values one by one, as `gather` does; give what came out and what was wrong.

    Parameters
    ----------
    parts
        As for `gather`.
    """
    made: list[Any] = []
    faults: list[Fault] = []
    for key, convert, value in parts:
        try:
            made.append(convert(value))
        except Exception as error:  # noqa: BLE001 - each is reported as a fault, none is lost
            faults += faults_of(error, key if key == "" or key[0] == "[" else key_path(key))
    return made, faults


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
            yield from faults_of(each, _joined(path, _step(each)))
    elif isinstance(error, ForbiddenExtraKeysError):
        kind = error.cl.__name__
        known = [field.name for field in fields(error.cl) if field.name != KEYED.get(kind)]
        for key in sorted(error.extra_fields):
            mend = nearest(key, [*known, *KEYS.get(kind, ())])
            yield at(path, Fault(f"unknown key {key!r}", key_path(key), mend))
    elif isinstance(error, IndhMeError):
        yield from (at(path, fault) for fault in error.faults)
    elif isinstance(error, KeyError):
        # The path ends in the missing key already: cattrs notes the attribute that it was after.
        key = error.args[0]
        yield Fault(f"{key!r} is missing", path, MISSING.get(key, "add it"))
    else:
        yield Fault(str(error), Place(path))


def _joined(outer: str, inner: str) -> str:
    if "" in {outer, inner}:
        return outer + inner
    return outer + inner if inner.startswith("[") else f"{outer}.{inner}"


def _step(error: Exception) -> str:
    """Give the key of an error inside the group that holds it."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return key_path(note.name)
    return ""
