"""Findings as SARIF 2.1.0, the format that code hosts and editors read from linters.

Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard incorporating
Approved Errata 01, 28 August 2023. The section of each property is named where it is written.
"""

from collections.abc import Sequence
from importlib.metadata import metadata
from os import PathLike
from typing import Any

from indh_me.compute import Finding, Severity
from indh_me.compute.check import INVALID_FILE, RULES, Rule
from indh_me.errors import Place
from indh_me.survey.lint import FORM_RULES

from .finding import file_uri, fingerprints

__all__ = ["findings_to_sarif"]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: Stands for the folder of the project, which the file names are relative to (3.14.14).
ROOT = "%SRCROOT%"
#: Levels by severity (3.27.10).
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
#: Names how the fingerprint is made (3.27.17): when that changes, so does the number.
MARK = "rulePlace/v1"
DESCRIBED = (INVALID_FILE, *RULES, *FORM_RULES)
OF_FORMS = frozenset(rule.id for rule in FORM_RULES)
INDEX = {rule.id: at for at, rule in enumerate(DESCRIBED)}


def findings_to_sarif(
    findings: Sequence[Finding], root: str | PathLike[str] | None = None
) -> dict[str, Any]:
    """Write findings as a SARIF log with one run.

    Parameters
    ----------
    findings
        What `check` gave; those that are suppressed are marked so.
    root
        Folder of the project: names of files become relative to it.

    Returns
    -------
    dict
        Plain data for JSON.

    Examples
    --------
    >>> found = Finding(id="ME001", severity="info", place="indicators.A", message="m", mend="n")
    >>> findings_to_sarif([found])["runs"][0]["results"][0]["level"]
    'note'
    """
    about = metadata("indh-me")
    pages = dict(url.split(", ", 1) for url in about.get_all("Project-URL", ()))
    marks = fingerprints(findings, root)
    results = [_result(each, mark, root) for each, mark in zip(findings, marks, strict=True)]
    driver = {
        "name": "indh-me",
        "semanticVersion": about["Version"],
        "rules": [_rule(rule, pages.get("Documentation")) for rule in DESCRIBED],
    }
    run = {
        "tool": {"driver": driver},
        "language": "en",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the project."}}},
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, documentation: str | None) -> dict[str, Any]:
    """Describe a rule (3.49)."""
    page, mark = f"rules/{rule.id}", ""
    if rule.id in OF_FORMS:
        page, mark = "reference/form-rules", f"#{rule.id.lower()}-{rule.name}"
    plain = {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": _literal(rule.about)},
        "help": {"text": f"See docs/{page}.md in the documentation of indh-me."},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }
    if documentation is not None:
        plain["helpUri"] = f"{documentation.rstrip('/')}/{page}.html{mark}"
    return plain


def _result(finding: Finding, mark: str, root: str | PathLike[str] | None) -> dict[str, Any]:
    """Write a finding (3.27)."""
    message = finding.message if finding.mend == "" else f"{finding.message}\nmend: {finding.mend}"
    location = _location(finding.place, root)
    index = {"ruleIndex": INDEX[finding.id]} if finding.id in INDEX else {}
    plain: dict[str, Any] = {
        "ruleId": finding.id,
        **index,
        "level": LEVELS[finding.severity],
        "message": {"text": _literal(message)},
        "locations": [location] if location else [],
        "partialFingerprints": {MARK: mark},
    }
    if finding.reason is not None:
        plain["suppressions"] = [{"kind": "inSource", "justification": finding.reason}]
    return plain


def _location(place: Place, root: str | PathLike[str] | None) -> dict[str, Any]:
    """Write a place, as far as it is known (3.28)."""
    plain: dict[str, Any] = {}
    if place.file != "":
        uri = file_uri(place.file, root)
        # Only a relative name is relative to something (3.4.4).
        base = {} if uri.startswith("file:") else {"uriBaseId": ROOT}
        plain["physicalLocation"] = {"artifactLocation": {"uri": uri, **base}}
        if place.line is not None:
            plain["physicalLocation"]["region"] = {"startLine": place.line}
    if place.path != "":
        plain["logicalLocations"] = [{"fullyQualifiedName": place.path}]
    return plain


def _literal(words: str) -> str:
    """Keep braces from being taken for places to fill in (3.11.5)."""
    return words.replace("{", "{{").replace("}", "}}")
