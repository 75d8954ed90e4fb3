"""Findings in a notebook: how grave, what, where, and how to mend it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from indh_me.compute import Finding, Severity
from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.write.style import Style, status_style
from indh_me.write.svg import element, text_element
from indh_me.write.words import Words

from .blocks import blocks, chip, note
from .table import MOST_ROWS

__all__ = ["SEVERITIES", "finding_blocks", "findings_blocks", "findings_listed"]

KEYS = ("severity", "rule", "place", "message", "mend")
SEVERITIES: dict[Severity, Style] = {
    Severity.ERROR: status_style("overdue"),
    Severity.WARNING: status_style("at_risk"),
    Severity.INFO: status_style("on_track"),
}


@blocks.register
def finding_blocks(value: Finding, words: Words) -> Iterator[str]:
    """Give one finding as blocks of HTML.

    Parameters
    ----------
    value, words
        The finding and the language of what stands around it: its own words are English.
    """
    return findings_listed([value], words)


@blocks.register(tuple)
@blocks.register(list)
def findings_blocks(value: Sequence[object], words: Words) -> Iterator[str]:
    """Give what `check` found as blocks of HTML: how many, and each of them.

    Parameters
    ----------
    value, words
        The findings and the language of what stands around them.
    """
    findings = [each for each in value if isinstance(each, Finding)]
    if len(findings) < len(value):
        what = f"{quoted(type(value).__name__)} of other things than findings"
        raise InvalidInputError(Fault(what, "value", "give what check found, or one value"))
    counts = Counter(each.severity for each in findings if each.suppressed is None)
    told = [
        chip(
            f"{words.label('severity', severity)}{words.colon} {words.number(counts[severity])}",
            SEVERITIES[severity],
        )
        for severity in Severity
        if counts[severity] > 0
    ]
    yield (
        element("div", *told, class_="counts") if told else note(words.label("checks", "nothing"))
    )
    if findings:
        yield from findings_listed(findings, words)


def findings_listed(findings: Sequence[Finding], words: Words) -> Iterator[str]:
    """Give findings as a table, one row each.

    Parameters
    ----------
    findings, words
        The findings and the language of the headings.
    """
    head = [text_element("th", words.label("heading", key)) for key in KEYS]
    yield element(
        "table",
        element("thead", element("tr", *head)),
        element("tbody", *(_row(each, words) for each in findings[:MOST_ROWS])),
        class_="rows",
    )
    if len(findings) > MOST_ROWS:
        yield note(words.label("notebook", "more", count=words.number(len(findings) - MOST_ROWS)))


def _row(finding: Finding, words: Words) -> str:
    severity = words.label("severity", finding.severity)
    said = [finding.message] if finding.reason is None else [finding.message, finding.reason]
    english = {"lang": "en", "dir": "ltr"}
    return element(
        "tr",
        element("td", chip(severity, SEVERITIES[finding.severity])),
        text_element("td", finding.id, class_="code"),
        text_element("td", str(finding.place), dir="ltr"),
        element("td", *(text_element("div", each) for each in said), **english),
        text_element("td", finding.mend, **english),
    )
