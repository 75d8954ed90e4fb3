"""Framework files as files of tests, one test for each family of rules."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

import indh_me as me
from indh_me.compute.check import INVALID_FILE
from indh_me.compute.check.registry import FAMILIES

__all__ = ["FindingsError", "FrameworkFile", "RuleFamily", "framework_files", "parse_day"]

#: The table without which a TOML file is no framework; tools have their own files beside it.
HEAD = re.compile(rb"^\s*\[\s*framework\s*\]", re.MULTILINE)
READABLE = "file"


class FindingsError(Exception):
    """Rules found what fails a test."""


def framework_files(folder: Path, paths: Iterable[str]) -> dict[Path, Path]:
    """Find the framework files at some paths.

    Parameters
    ----------
    folder
        Where relative paths begin.
    paths
        Files, which are taken for frameworks whatever they hold, and folders, in which every
        TOML file with a ``[framework]`` table is one.

    Returns
    -------
    dict[Path, Path]
        The files as they were named, by what they are without links, in the order of names.

    Raises
    ------
    pytest.UsageError
        For a path where there is nothing, and a folder without a framework.
    """
    found: list[Path] = []
    for each in paths:
        path = folder / each
        if path.is_file():
            found.append(path)
        elif path.is_dir():
            inside = [file for file in sorted(path.rglob("*.toml")) if _is_framework(file, path)]
            if not inside:
                message = f"--indh-frameworks: no TOML file in {each!r} has a [framework] table"
                raise pytest.UsageError(message)
            found += inside
        else:
            message = f"--indh-frameworks: there is no file or folder {each!r}"
            raise pytest.UsageError(message)
    return {file.resolve(): file for file in found}


def _is_framework(file: Path, folder: Path) -> bool:
    if any(part.startswith(".") for part in file.relative_to(folder).parts):
        return False
    try:
        return file.is_file() and HEAD.search(file.read_bytes()) is not None
    except OSError:
        return True  # Its reader tells what is wrong.


def parse_day(config: pytest.Config) -> date | None:
    """Read the day on which rules should hold.

    Raises
    ------
    pytest.UsageError
        For what is no day.
    """
    word = config.getoption("--indh-as-of")
    try:
        return None if word is None else date.fromisoformat(word)
    except ValueError:
        message = f"--indh-as-of: {word!r} is not a day: write it as 2008-03-27"
        raise pytest.UsageError(message) from None


@frozen
class _Found:
    """What the rules found in a file, and whether it could be read at all."""

    findings: Sequence[me.Finding]
    is_readable: bool


class FrameworkFile(pytest.File):
    """A framework file with the figures beside it, read when the first of its tests runs."""

    def collect(self) -> Iterator["RuleFamily"]:
        """Give a test for each family of rules, and one that the files can be read."""
        yield RuleFamily.from_parent(self, name=READABLE, ids=(INVALID_FILE.id,))
        for family, ids in FAMILIES.items():
            yield RuleFamily.from_parent(self, name=family, ids=ids)

    @cached_property
    def found(self) -> _Found:
        """What the rules find."""
        data = self._data()
        try:
            framework, inside = me.read_framework_file(self.path)
            seen = me.Observations.concatenate(inside, me.read_observations(*data))
        except me.IndhMeError as error:
            return _Found(self._placed(me.findings_of(error)), is_readable=False)
        findings = me.check(framework, seen, as_of=parse_day(self.config))
        return _Found(self._placed(me.locate(findings, self.path, *data)), is_readable=True)

    def _data(self) -> list[Path]:
        pattern = str(self.config.getoption("--indh-data"))
        if pattern == "":
            return []
        return sorted(each for each in self.path.parent.glob(pattern) if each != self.path)

    def _placed(self, findings: Iterable[me.Finding]) -> list[me.Finding]:
        """Name files from where pytest was started, as its own reports do."""
        start = self.config.invocation_params.dir
        return [
            evolve(each, place=evolve(each.place, file=_relative(each.place.file, start)))
            for each in findings
        ]


def _relative(file: str, start: Path) -> str:
    if file == "":
        return file
    try:
        return os.path.relpath(file, start)
    except ValueError:
        return file  # Windows: on another drive.


class RuleFamily(pytest.Item):
    """The rules of one family on one framework file."""

    def __init__(self, *, ids: Sequence[str], **kwargs: Any) -> None:  # noqa: ANN401 - pytest's own
        super().__init__(**kwargs)
        self.ids = ids
        self.add_marker("indh_frameworks")

    def runtest(self) -> None:
        """Fail when a rule of the family finds what is bad enough."""
        parent = self.getparent(FrameworkFile)
        assert parent is not None  # noqa: S101 - collect() made it so
        found = parent.found
        if not found.is_readable and self.name != READABLE:
            pytest.skip(f"the files cannot be read: see {READABLE}")
        mine = [each for each in found.findings if each.id in self.ids]
        limit = me.Severity(self.config.getoption("--indh-fail-on"))
        failing = [each for each in mine if each.severity.is_at_least(limit)]
        told = "\n".join(map(str, mine))
        if failing:
            raise FindingsError(told)
        if mine:
            self.add_report_section("call", "indh-me findings", told)

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: Any = None,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401 - pytest's own types are not public
        """Tell the findings, and nothing of how they were found."""
        if isinstance(excinfo.value, FindingsError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Tell the file and the family."""
        return (
            self.path,
            None,
            f"{_relative(str(self.path), self.config.invocation_params.dir)}: {self.name}",
        )
