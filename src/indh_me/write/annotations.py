"""Findings as the annotations of services for continuous integration (CI)."""

from collections.abc import Sequence
from os import PathLike
from typing import Any

from indh_me.compute import Finding, Severity
from indh_me.compute.check import INVALID_FILE, RULES
from indh_me.survey.lint import FORM_RULES

from .finding import file_name, fingerprints

__all__ = ["findings_to_github", "findings_to_gitlab"]

NAMES = {rule.id: rule.name for rule in (INVALID_FILE, *RULES, *FORM_RULES)}
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
#: What stands for a character in the words of a command.
ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
#: The same in its properties, whose values end with these too.
PROPERTY_ESCAPES = ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def findings_to_github(findings: Sequence[Finding], root: str | PathLike[str] | None = None) -> str:
    r"""Write findings as commands of a GitHub workflow, one a line.

    Parameters
    ----------
    findings
        What `check` gave; those that are suppressed become notices.
    root
        Folder of the project: names of files become relative to it.

    References
    ----------
    "Workflow commands for GitHub Actions", https://docs.github.com/actions, and the escapes of
    the package ``core`` in https://github.com/actions/toolkit.

    Examples
    --------
    >>> found = Finding(id="ME001", severity="info", place="indicators.A", message="m", mend="n")
    >>> findings_to_github([found])
    '::notice title=ME001 overdue-milestone::m%0Awhere: indicators.A%0Amend: n\n'
    """
    return "".join(f"{_command(each, root)}\n" for each in findings)


def _severity(finding: Finding) -> Severity:
    return finding.severity if finding.suppressed is None else Severity.INFO


def _command(finding: Finding, root: str | PathLike[str] | None) -> str:
    place = finding.place
    properties = {
        "file": "" if place.file == "" else file_name(place.file, root),
        "line": "" if place.line is None else str(place.line),
        "title": f"{finding.id} {NAMES.get(finding.id, '')}".rstrip(),
    }
    written = ",".join(
        f"{name}={value.translate(PROPERTY_ESCAPES)}"
        for name, value in properties.items()
        if value != ""
    )
    labelled = {"where": place.path, "mend": finding.mend, "suppressed": finding.reason or ""}
    words = [finding.message]
    words += [f"{label}: {each}" for label, each in labelled.items() if each != ""]
    command = COMMANDS[_severity(finding)]
    return f"::{command} {written}::" + "\n".join(words).translate(ESCAPES)


def findings_to_gitlab(
    findings: Sequence[Finding], root: str | PathLike[str] | None = None
) -> list[dict[str, Any]]:
    """Write findings as a code quality report of GitLab.

    Parameters
    ----------
    findings
        What `check` gave; those that are suppressed are told as of the mildest severity.
    root
        Folder of the project: names of files become relative to it.

    Returns
    -------
    list
        Plain data for JSON. A place is required there: what has no file is told of the project's
        folder, and what has no line of line 1.

    References
    ----------
    "Code Quality report format", https://docs.gitlab.com/ci/testing/code_quality.

    Examples
    --------
    >>> found = Finding(id="ME001", severity="info", place="indicators.A", message="m", mend="n")
    >>> findings_to_gitlab([found])[0]["location"]
    {'path': '.', 'lines': {'begin': 1}}
    """
    return [
        {
            "description": _description(finding),
            "check_name": finding.id,
            "fingerprint": mark,
            "severity": SEVERITIES[_severity(finding)],
            "location": {
                "path": "." if finding.place.file == "" else file_name(finding.place.file, root),
                "lines": {"begin": 1 if finding.place.line is None else finding.place.line},
            },
        }
        for finding, mark in zip(findings, fingerprints(findings, root), strict=True)
    ]


def _description(finding: Finding) -> str:
    """Tell a finding on one line."""
    parts = (
        finding.message if finding.place.path == "" else f"{finding.place.path}: {finding.message}",
        finding.mend,
        "" if finding.reason is None else f"suppressed: {finding.reason}",
    )
    return "; ".join(part for part in parts if part != "")
