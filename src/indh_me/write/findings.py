"""Findings of the linter, in the form that a person or a program reads."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from typing import Any

from indh_me.compute import Finding, Severity
from indh_me.errors import Fault, InvalidInputError, nearest, quoted

from .annotations import findings_to_github, findings_to_gitlab
from .finding import finding_to_plain
from .replacing import replacing
from .sarif import findings_to_sarif

__all__ = ["FORMS", "count_of_findings", "findings_to_text", "write_findings"]

Root = str | PathLike[str] | None
Findings = Sequence[Finding]


def count_of_findings(findings: Iterable[Finding]) -> str:
    """Tell how many findings there are of each severity, and how many are suppressed.

    Parameters
    ----------
    findings
        What `check` gave.

    Examples
    --------
    >>> count_of_findings([])
    '0 error, 0 warning, 0 info'
    """
    counts, suppressed = dict.fromkeys(Severity, 0), 0
    for finding in findings:
        if finding.suppressed is None:
            counts[finding.severity] += 1
        else:
            suppressed += 1
    told = [f"{count} {severity.value}" for severity, count in counts.items()]
    return ", ".join([*told, f"{suppressed} suppressed"] if suppressed > 0 else told)


def _plain(findings: Findings, _root: Root) -> dict[str, Any]:
    return {"findings": [finding_to_plain(finding) for finding in findings]}


#: What writes the forms for programs: text, or plain data for JSON.
WRITERS: Mapping[str, Callable[[Findings, Root], Any]] = {
    "json": _plain,
    "sarif": findings_to_sarif,
    "github": findings_to_github,
    "gitlab": findings_to_gitlab,
}
#: Names of the forms.
FORMS = ("text", *WRITERS)


def findings_to_text(
    findings: Iterable[Finding],
    form: str = "text",
    *,
    root: str | PathLike[str] | None = None,
    show_suppressed: bool = True,
    ascii_only: bool = False,
) -> str:
    r"""Write findings as text.

    Parameters
    ----------
    findings
        What `check` gave.
    form
        ``text`` for people, ``json``, ``sarif`` (SARIF 2.1.0), ``github`` (commands of a GitHub
        workflow) or ``gitlab`` (a code quality report).
    root
        Folder of the project, absolute: in ``sarif``, ``github`` and ``gitlab``, names of files
        that stand in it become relative to it.
    show_suppressed
        Whether to tell those that are suppressed, as such; ``text`` counts them either way.
    ascii_only
        Whether JSON has escapes for everything else.

    Returns
    -------
    str
        Whole lines; none in ``github`` when there is nothing to tell. Equal findings give equal
        text.

    Raises
    ------
    InvalidInputError
        For an unknown form, with the nearest one.

    Examples
    --------
    >>> findings_to_text([])
    '0 error, 0 warning, 0 info\n'
    """
    if form not in FORMS:
        raise InvalidInputError(Fault(f"unknown form {quoted(form)}", "form", nearest(form, FORMS)))
    listed = tuple(findings)
    shown = tuple(each for each in listed if show_suppressed or each.suppressed is None)
    if form == "text":
        return "".join(f"{each}\n" for each in (*shown, count_of_findings(listed)))
    written = WRITERS[form](shown, root)
    if isinstance(written, str):
        return written
    return json.dumps(written, ensure_ascii=ascii_only, indent=2) + "\n"


def write_findings(
    findings: Iterable[Finding],
    path: str | PathLike[str],
    form: str = "text",
    *,
    root: str | PathLike[str] | None = None,
    show_suppressed: bool = True,
) -> None:
    """Write findings to a file.

    Parameters
    ----------
    findings, form, root, show_suppressed
        As for `findings_to_text`.
    path
        The file; an old one is replaced whole or not at all.

    Raises
    ------
    InvalidInputError
        For an unknown form, with the nearest one.
    OutputError
        When the file cannot be written; the old one is intact.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp(), "findings.sarif")
    >>> write_findings([], file, "sarif")
    >>> file.read_text(encoding="utf-8")[:1]
    '{'
    """
    text = findings_to_text(findings, form, root=root, show_suppressed=show_suppressed)
    with replacing(path) as new:
        # Names of files may hold bytes that are no text; JSON has such escapes too.
        new.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
