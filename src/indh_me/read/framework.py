"""Framework files (TOML)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import evolve

from indh_me._codec import framework_from_plain
from indh_me.errors import Fault, InvalidFileError, InvalidInputError, Place
from indh_me.model import Framework, Observation, Observations

from .safety import LARGEST_TOML, read_text
from .toml_lines import line_of, lines_of

__all__ = ["convert_toml", "located", "parse_toml", "read_framework", "read_framework_file"]

AT_LINE = re.compile(r" \(at line (\d+), column (\d+)\)$")
TWICE = re.compile(r"Cannot (?:declare|overwrite|mutate)|Duplicate")
MEND_TWICE = "two tables or keys have the same name: rename or remove one"
MEND = "see the TOML form of strings, numbers and tables at this place"


def read_framework(path: str | PathLike[str]) -> Framework:
    r"""Read a framework from its TOML file.

    Parameters
    ----------
    path
        The file. Observations that stand in it are checked too; `read_observations` gives them.

    Returns
    -------
    Framework

    Raises
    ------
    InvalidFileError
        With every fault of the file: each tells file, line where it can be known, path of keys,
        the value, and how to mend it.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "demo.toml")
    >>> _ = file.write_text('[framework]\ncode = "DEMO"\nlanguages = ["fr"]\n')
    >>> read_framework(file).code
    'DEMO'
    """
    return read_framework_file(path)[0]


def read_framework_file(path: str | PathLike[str]) -> tuple[Framework, Observations]:
    """Read a framework and the observations that stand in the same file.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    tuple[Framework, Observations]

    Raises
    ------
    InvalidFileError
        As `read_framework`.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> import indh_me as me
    >>> folder = pathlib.Path(tempfile.mkdtemp(), "mine")
    >>> _ = me.write_starter(folder)
    >>> framework, seen = read_framework_file(folder / "framework.toml")
    >>> framework.code, len(seen)
    ('MY-PROGRAMME', 0)
    """
    file = Path(path)
    text = read_text(file, LARGEST_TOML)
    framework, observations = convert_toml(parse_toml(text, file), text, file)
    return framework, Observations.from_iterable(observations)


def convert_toml(
    plain: Mapping[str, Any], text: str, file: Path
) -> tuple[Framework, tuple[Observation, ...]]:
    """Make a framework, and the observations beside it, from a file's plain data.

    Parameters
    ----------
    plain
        What `parse_toml` gave.
    text, file
        Its text and name, for the places of faults.

    Raises
    ------
    InvalidFileError
        With every fault of the data.
    """
    with located(text, file):
        return framework_from_plain(plain)


@contextmanager
def located(text: str, file: Path) -> Iterator[None]:
    """Say of faults in a file's data in which file and on which line they stand.

    Parameters
    ----------
    text, file
        Its text and name.

    Raises
    ------
    InvalidFileError
        With every fault that was raised inside.
    """
    try:
        yield
    except InvalidInputError as error:
        lines = lines_of(text)
        raise InvalidFileError(
            *(
                evolve(
                    fault,
                    where=Place(fault.where.path, str(file), line_of(fault.where.path, lines)),
                )
                for fault in error.faults
            )
        ) from None


def parse_toml(text: str, file: Path) -> dict[str, Any]:
    """Read TOML.

    Parameters
    ----------
    text, file
        The text of a file and its name, for the place of a fault.

    Raises
    ------
    InvalidFileError
        For what is no TOML.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        place = Place(file=str(file))
        fault = Fault("nested too deeply", place, "no table of a framework has many tables in it")
    except tomllib.TOMLDecodeError as error:
        words = str(error)
        at_line = AT_LINE.search(words)
        fault = Fault(
            f"malformed TOML: {AT_LINE.sub('', words)}",
            Place(file=str(file), line=None if at_line is None else int(at_line[1])),
            MEND_TWICE if TWICE.match(words) is not None else MEND,
        )
    except ValueError:
        # Python refuses to read integers of thousands of digits.
        place = Place(file=str(file))
        fault = Fault("a number of thousands of digits", place, "write it with fewer digits")
    raise InvalidFileError(fault) from None
