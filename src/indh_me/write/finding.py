"""One finding for other programs: as plain data, its file, and the mark it is known by."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from indh_me.compute import Finding

__all__ = ["file_name", "file_uri", "finding_to_plain", "fingerprints"]


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    """Write a finding of the linter as plain data.

    Parameters
    ----------
    finding
        The finding.

    Returns
    -------
    dict
        ``suppressed`` is in it only when the framework suppresses the finding: the reason by
        language.

    Examples
    --------
    >>> found = Finding(
    ...     id="ME001",
    ...     severity="warning",
    ...     place="indicators.C-P1",
    ...     message="overdue",
    ...     mend="report it done",
    ...     indicator="C-P1",
    ... )
    >>> finding_to_plain(found)["place"]
    {'file': None, 'line': None, 'path': 'indicators.C-P1'}
    """
    plain = {
        "id": finding.id,
        "severity": finding.severity.value,
        "indicator": finding.indicator,
        "place": {
            "file": None if finding.place.file == "" else finding.place.file,
            "line": finding.place.line,
            "path": finding.place.path,
        },
        "message": finding.message,
        "mend": finding.mend,
    }
    if finding.suppressed is not None:
        plain["suppressed"] = dict(finding.suppressed.words)
    return plain


def file_name(file: str, root: str | PathLike[str] | None = None) -> str:
    """Write the name of a file with forward slashes, from a folder on if it stands in there.

    Parameters
    ----------
    file
        The name as the user gave it.
    root
        Folder of the project, absolute.

    Examples
    --------
    >>> file_name("./plan/framework.toml")
    'plan/framework.toml'
    >>> file_name("/demo/plan/framework.toml", "/demo")
    'plan/framework.toml'
    """
    path = PurePath(file)
    if root is not None and path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    return path.as_posix()


def file_uri(file: str, root: str | PathLike[str] | None = None) -> str:
    """Write the name of a file as a URI: relative, unless it is absolute and outside the project.

    Parameters
    ----------
    file, root
        As for `file_name`.

    Examples
    --------
    >>> file_uri("plan/cadre logique.toml")
    'plan/cadre%20logique.toml'
    """
    name = file_name(file, root)
    return (
        Path(name).as_uri()
        if PurePath(name).is_absolute()
        else quote(name, errors="surrogateescape")
    )


def fingerprints(
    findings: Iterable[Finding], root: str | PathLike[str] | None = None
) -> Iterator[str]:
    """Give each finding a mark by which it is known again in a later run.

    Parameters
    ----------
    findings
        What was found.
    root
        As for `file_name`.

    Yields
    ------
    str
        Made from the rule, the file and the path of keys, not from the line: that moves. Of
        several findings of one rule at one place, the second has another mark than the first.

    Examples
    --------
    >>> found = Finding(id="ME001", severity="info", place="indicators.A", message="m", mend="n")
    >>> one, other = fingerprints([found, found])
    >>> one == other
    False
    """
    times: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        place = finding.place
        name = "" if place.file == "" else file_name(place.file, root)
        what = (finding.id, name, place.path)
        times[what] += 1
        text = "\n".join((*what, str(times[what])))
        yield hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
