"""What is installed: versions, extras of the package, and programs beside it."""

import platform
import re
import shutil
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, metadata, version
from typing import Any

from attrs import frozen

__all__ = ["Extra", "Installation", "Package", "Program", "installed"]

NAME = "indh-me"
PACKAGE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")


@frozen
class Package:
    """A package that this one needs.

    Parameters
    ----------
    name
        What it is called.
    wanted
        The versions that will do, such as ``>=1.26``; empty for any.
    version
        The one that is installed; `None` when it is missing.
    """

    name: str
    wanted: str
    version: str | None


@frozen
class Extra:
    """A part of the package that can be installed on top.

    Parameters
    ----------
    name
        What it is called.
    packages
        What it needs.
    """

    name: str
    packages: tuple[Package, ...]

    @property
    def is_installed(self) -> bool:
        """Whether all that it needs is there."""
        return all(each.version is not None for each in self.packages)

    @property
    def command(self) -> str:
        """What installs it.

        Examples
        --------
        >>> Extra("testing", ()).command
        'python -m pip install "indh-me[testing]"'
        """
        return f'python -m pip install "{NAME}[{self.name}]"'


@frozen
class Program:
    """A program that may be of use.

    Parameters
    ----------
    code
        Its key in the catalogue.
    path
        Where it is; `None` when it is not found.
    """

    code: str
    path: str | None


@frozen(kw_only=True)
class Installation:
    """What is installed.

    Parameters
    ----------
    python
        Version of Python.
    system
        The system it runs on.
    version
        Of this package.
    packages, extras, programs
        What it needs, what can be added, and what may be of use.
    """

    python: str
    system: str
    version: str
    packages: tuple[Package, ...]
    extras: tuple[Extra, ...]
    programs: tuple[Program, ...]


def installed(programs: Mapping[str, Any]) -> Installation:
    """Look up what is installed; nothing is started for it.

    Parameters
    ----------
    programs
        By key, each with the ``commands`` that it may be found under.
    """
    about = metadata(NAME)
    needs = about.get_all("Requires-Dist") or []
    extras = about.get_all("Provides-Extra") or []
    return Installation(
        python=platform.python_version(),
        system=platform.system(),
        version=version(NAME),
        packages=tuple(_packages(needs, None)),
        extras=tuple(Extra(each, tuple(_packages(needs, each))) for each in extras),
        programs=tuple(
            Program(code, next(filter(None, map(shutil.which, about["commands"])), None))
            for code, about in programs.items()
        ),
    )


def _packages(needs: list[str], extra: str | None) -> Iterator[Package]:
    """Give the packages of an extra, those that are always needed for `None`."""
    for need in needs:
        text, _, marker = need.partition(";")
        found = EXTRA.search(marker)
        name = PACKAGE.match(text.strip())
        if name is not None and (None if found is None else found[1]) == extra:
            wanted = text.strip()[name.end() :].strip()
            yield Package(name[0], wanted, _version(name[0]))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
