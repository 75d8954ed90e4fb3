"""Files of sessions and events (TOML)."""

from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from indh_me._codec.session import event_from_plain, session_from_plain
from indh_me.survey.session import Event, Session

from .framework import located, parse_toml
from .safety import LARGEST_TOML, read_text

__all__ = ["read_event", "read_occasion", "read_session"]

T = TypeVar("T")


def read_session(path: str | PathLike[str]) -> Session:
    r"""Read a training session from its TOML file.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    Session
        The session.

    Raises
    ------
    InvalidFileError
        With every fault of the file: each tells file, line where it can be known, path of keys,
        the value, and how to mend it.

    Examples
    --------
    >>> from indh_me.errors import InvalidFileError
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp(), "session.toml")
    >>> _ = file.write_text("[session]\ncode = 5\n", encoding="utf-8")
    >>> try:
    ...     read_session(file)
    ... except InvalidFileError as error:
    ...     print(error.faults[0].what)
    'title' is missing
    """
    return _read(path, session_from_plain)


def read_event(path: str | PathLike[str]) -> Event:
    r"""Read an event or campaign from its TOML file.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    Event
        The event.

    Raises
    ------
    InvalidFileError
        As `read_session`.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp(), "event.toml")
    >>> lines = (
    ...     "[event]",
    ...     'code = "E-1"',
    ...     'languages = ["fr"]',
    ...     'version = "2008032701"',
    ...     "date = 2008-03-27",
    ...     'title = "Rencontre"',
    ...     'place = "Rabat"',
    ...     'topic = "le projet"',
    ... )
    >>> _ = file.write_text("\n".join(lines), encoding="utf-8")
    >>> read_event(file).topic.get("fr")
    'le projet'
    """
    return _read(path, event_from_plain)


def read_occasion(path: str | PathLike[str]) -> Session | Event:
    r"""Read a training session or an event, whichever the file describes.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    Session | Event
        That which the file has a table of.

    Raises
    ------
    InvalidFileError
        As `read_session`.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp(), "event.toml")
    >>> lines = (
    ...     "[event]",
    ...     'code = "E-1"',
    ...     'languages = ["fr"]',
    ...     'version = "2008032701"',
    ...     "date = 2008-03-27",
    ...     'title = "Rencontre"',
    ...     'place = "Rabat"',
    ...     'topic = "le projet"',
    ... )
    >>> _ = file.write_text("\n".join(lines), encoding="utf-8")
    >>> type(read_occasion(file)).__name__
    'Event'
    """
    return _read(path, _occasion_from_plain)


def _occasion_from_plain(plain: Mapping[str, Any]) -> Session | Event:
    return event_from_plain(plain) if "event" in plain else session_from_plain(plain)


def _read(path: str | PathLike[str], convert: Callable[[Mapping[str, Any]], T]) -> T:
    file = Path(path)
    text = read_text(file, LARGEST_TOML)
    plain = parse_toml(text, file)
    with located(text, file):
        return convert(plain)
