"""Where findings stand: the file and line behind a path of keys."""

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from indh_me.compute import Finding
from indh_me.compute.check.data_rules import address
from indh_me.errors import Fault, Place, key_path
from indh_me.model import Observation
from indh_me.model.suppression import KEY

from .framework import convert_toml, parse_toml
from .observations import is_toml, numbered_observations, refused_table
from .safety import LARGEST_TOML, read_text
from .toml_lines import line_of, lines_of

__all__ = ["locate"]

#: How a path begins that names observations: all, those of an indicator, or those of one period
#: and group. The rows of a file have numbers instead, as in ``observations[3]``.
OBSERVATIONS = re.compile(rf"observations(?![\w\[-])(?:\.(?P<code>{KEY})(?P<figure>\.{KEY})?)?")


def locate(
    findings: Iterable[Finding], framework: str | PathLike[str], *data: str | PathLike[str]
) -> tuple[Finding, ...]:
    r"""Give findings the file and line on which they stand.

    Parameters
    ----------
    findings
        What `check` found.
    framework
        File of the framework that was checked.
    data
        Files of the observations that were checked with it.

    Returns
    -------
    tuple[Finding, ...]
        In the same order. A finding about the framework gets the line of its key, or of the
        nearest table around it that stands in the file. One about observations gets the file when
        all that it can be about stands in one, and the line when that is one row. What is not
        certain is left out; what has a file already stays as it is.

    Raises
    ------
    InvalidFileError
        When a file cannot be read (again).

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from indh_me.compute import check
    >>> from indh_me.read import read_framework
    >>> file = pathlib.Path(tempfile.mkdtemp(), "demo.toml")
    >>> head = '[framework]\ncode = "DEMO"\nlanguages = ["fr", "en"]\n'
    >>> _ = file.write_text(f'{head}title.fr = "Démonstration"\n', encoding="utf-8")
    >>> (found,) = locate(check(read_framework(file)), file)
    >>> found.place.path, found.place.line
    ('framework.title', 4)
    """
    listed = tuple(findings)
    about = [OBSERVATIONS.match(each.place.path) for each in listed if each.place.file == ""]
    codes = frozenset(_key(match["code"]) for match in about if match and match["code"])
    files = _Files(_Toml(Path(framework)), tuple(map(Path, data)), codes)
    return tuple(
        evolve(each, place=files.place(each.place)) if each.place.file == "" else each
        for each in listed
    )


def _key(step: str) -> str:
    """Give the key that a step of a path writes."""
    return str(json.loads(step)) if step.startswith('"') else step


@frozen(slots=False)
class _Toml:
    """A framework file, of which as much is read as is asked for."""

    file: Path

    @cached_property
    def text(self) -> str:
        return read_text(self.file, LARGEST_TOML)

    @cached_property
    def plain(self) -> Mapping[str, Any]:
        return parse_toml(self.text, self.file)

    @cached_property
    def lines(self) -> Mapping[str, int]:
        # What is no TOML has no lines: it must be parsed first.
        return lines_of(self.text) if len(self.plain) > 0 else {}

    def rows(self) -> Iterator[tuple[int | None, Observation]]:
        """Give the observations in it, each with its line."""
        if "observations" in self.plain:
            _, observations = convert_toml(self.plain, self.text, self.file)
            for at, observation in enumerate(observations):
                yield line_of(f"observations[{at}]", self.lines), observation


def _rows(file: Path, codes: Container[str]) -> Iterator[tuple[int | None, Observation]]:
    """Give the observations of a data file, at least those of some indicators."""
    if is_toml(file):
        yield from _Toml(file).rows()
        return
    faults: list[Fault] = []
    yield from numbered_observations(file, faults, codes)
    if faults:
        raise refused_table(file, faults)


@frozen(slots=False)
class _Files:
    """Everything that was checked together, and the indicators whose rows are looked for."""

    plan: _Toml
    data: tuple[Path, ...]
    codes: frozenset[str]

    def place(self, place: Place) -> Place:
        """Add file and line to a place, as far as they are certain."""
        match = OBSERVATIONS.match(place.path)
        if match is None:
            return Place(place.path, str(self.plan.file), line_of(place.path, self.plan.lines))
        rows = self.rows.get(match[0]) or self.rows.get(
            match[0].removesuffix(match["figure"] or "")
        )
        if rows is None:
            return Place(place.path, self.only_file)
        if len({file for file, _ in rows}) > 1:
            return place
        file, line = rows[0]
        return Place(place.path, file, line if len(rows) == 1 else None)

    @cached_property
    def rows(self) -> Mapping[str, list[tuple[str, int | None]]]:
        """File and line of the rows behind each path."""
        found: dict[str, list[tuple[str, int | None]]] = {}
        sources = [(self.plan.file, self.plan.rows())]
        sources += [(file, _rows(file, self.codes)) for file in self.data]
        for file, rows in sources:
            for line, observation in rows:
                if observation.indicator in self.codes:
                    of_indicator = key_path("observations", observation.indicator)
                    for path in (of_indicator, address(observation)):
                        found.setdefault(path, []).append((str(file), line))
        return found

    @property
    def only_file(self) -> str:
        """The file of the observations if there is one such file, else nothing."""
        inside = [self.plan.file] if "observations" in self.plan.plain else []
        files = [*inside, *self.data] or [self.plan.file]
        return str(files[0]) if len(files) == 1 else ""
