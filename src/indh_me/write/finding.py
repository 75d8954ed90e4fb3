"""One finding as plain data, for other programs."""

from typing import Any

from indh_me.compute import Finding

__all__ = ["finding_to_plain"]


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    """Write a finding of the linter as plain data.

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
    return {
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
