"""A file of a form, before it is written."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

__all__ = ["FormFile"]


@frozen
class FormFile:
    """A file to write.

    Parameters
    ----------
    name
        Its name in the folder.
    channel
        The way in which it goes out.
    write
        Writes it to a path.
    """

    name: str
    channel: str
    write: Callable[[Path], None]
