"""Findings of the linter on a terminal; plain text where it is none."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich import box
from rich.table import Table as Grid
from rich.text import Text

from indh_me.compute import Finding, Severity
from indh_me.model import Quantity
from indh_me.write.findings import count_of_findings
from indh_me.write.tables import Bar
from indh_me.write.words import FALLBACK, Words

from .bar import bar_text
from .screen import Screen, screen

__all__ = ["show_findings"]

SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
BAR_WIDTH = 20


def show_findings(
    findings: Sequence[Finding], *, show_suppressed: bool = True, language: str = FALLBACK
) -> None:
    """Print findings on the standard output, and how many there are of each severity.

    Parameters
    ----------
    findings
        What `check` gave.
    show_suppressed
        Whether to tell those that are suppressed one by one; they are counted either way.
    language
        Of what stands around the findings, which are in English themselves.
    """
    where, words = screen(), Words(language)
    shown = [each for each in findings if show_suppressed or each.suppressed is None]
    if where.is_drawn:
        _draw(shown, findings, words, where)
        return
    for finding in shown:
        text = str(finding) if language == FALLBACK else "\n".join(_lines(finding, words))
        where.console.print(text, soft_wrap=True)
    told = (f"{name}{words.colon} {count}" for name, count in _counts(findings, words))
    where.console.print(count_of_findings(findings) if language == FALLBACK else words.listed(told))


def _lines(finding: Finding, words: Words) -> Iterator[str]:
    severity = words.label("severity", finding.severity)
    yield f"{finding.id} {words.after_colon(severity, finding.message)}"
    for heading, said in (("place", str(finding.place)), ("mend", finding.mend)):
        if said != "":
            yield f"  {words.labelled(heading, said)}"
    if finding.reason is not None:
        yield f"  {words.after_colon(words.label('terminal', 'suppressed'), finding.reason)}"


def _counts(findings: Sequence[Finding], words: Words) -> Iterator[tuple[str, int]]:
    """Count the findings of each severity, and those that are suppressed, if any."""
    counts = Counter(each.severity for each in findings if each.suppressed is None)
    for severity in Severity:
        yield words.label("severity", severity), counts[severity]
    suppressed = len(findings) - counts.total()
    if suppressed > 0:
        yield words.label("terminal", "suppressed"), suppressed


def _draw(
    shown: Sequence[Finding], findings: Sequence[Finding], words: Words, where: Screen
) -> None:
    if shown:
        grid = Grid(box=box.ROUNDED, header_style="bold cyan")
        for key in ("severity", "rule", "place"):
            grid.add_column(words.label("heading", key), overflow="fold")
        grid.add_column(words.label("heading", "message"), overflow="fold", ratio=1)
        for each in shown:
            grid.add_row(
                Text(words.label("severity", each.severity), style=_style(each)),
                each.id,
                str(each.place),
                _said(each, words),
                style="dim" if each.suppressed is not None else None,
            )
        where.console.print(grid)
    # No bars without findings, but how many there are is always said.
    counts = list(_counts(findings, words))
    most = max(count for _, count in counts)
    grid = Grid(box=None, show_header=False, padding=(0, 1))
    styles = [*SEVERITIES.values(), "dim"]
    for (name, count), style in zip(counts, styles, strict=False):
        bar = Bar(Quantity.exactly(count / most if most > 0 else 0))
        grid.add_row(
            Text(name, style=style if count > 0 else "dim"),
            Text(str(count), justify="right"),
            Text(bar_text(bar, BAR_WIDTH).plain.rstrip("\u254c"), style=style),
        )
    where.console.print(grid)


def _style(finding: Finding) -> str:
    return "dim" if finding.suppressed is not None else SEVERITIES[finding.severity]


def _said(finding: Finding, words: Words) -> Text:
    said = Text(finding.message)
    if finding.mend != "":
        said.append(f"\n{words.labelled('mend', finding.mend)}", style="dim")
    if finding.reason is not None:
        reason = words.after_colon(words.label("terminal", "suppressed"), finding.reason)
        said.append(f"\n{reason}", style="dim")
    return said
