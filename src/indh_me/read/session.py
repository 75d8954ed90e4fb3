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
    """Read a training session from its TOML file.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    InvalidFileError
        With every fault of the file: each tells file, line where it can be known, path of keys,
        the value, and how to mend it.
    """
    return _read(path, session_from_plain)


def read_event(path: str | PathLike[str]) -> Event:
    """Read an event or campaign from its TOML file.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    InvalidFileError
        As `read_session`.
    """
    return _read(path, event_from_plain)


def read_occasion(path: str | PathLike[str]) -> Session | Event:
    """Read a training session or an event, whichever the file describes.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    InvalidFileError
        As `read_session`.
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
