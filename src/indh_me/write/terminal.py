"""Tables for the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from indh_me.compute import Assessment, Finding, IndicatorAssessment, Severity, Status
from indh_me.model import Framework

from .findings import count_of_findings
from .words import Words

__all__ = ["show_assessment", "show_findings", "show_indicators"]

#: Width of what is sent to a file or another program: wide enough to keep a row on a line.
PIPED_WIDTH = 200
STYLES = {
    Status.ACHIEVED: "bold blue",
    Status.ON_TRACK: "blue",
    Status.AT_RISK: "yellow",
    Status.OFF_TRACK: "bold red",
    Status.OVERDUE: "bold red",
}
SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def _console() -> Console:
    console = Console(highlight=False, emoji=False, markup=False)
    return (
        console
        if console.is_terminal
        else Console(highlight=False, emoji=False, markup=False, width=PIPED_WIDTH)
    )


def show_assessment(assessment: Assessment, language: str) -> None:
    """Print an assessment as a table on the standard output.

    Parameters
    ----------
    assessment
        What `assess` gave.
    language
        Language of words and numbers.
    """
    words = Words(language, assessment.framework.languages)
    table = Table(title=words.label("phrase", "as_of", date=words.day(assessment.as_of)))
    for key in ("code", "indicator", "period", "target", "actual", "to_date", "rate", "status"):
        figure = key in {"target", "actual", "to_date", "rate"}
        table.add_column(words.label("heading", key), justify="right" if figure else "left")
    for row in assessment:
        table.add_row(*_cells(row, words), style=STYLES.get(row.status))
    _console().print(table)


def _cells(row: IndicatorAssessment, words: Words) -> tuple[str, ...]:
    unit = row.indicator.unit
    status = words.label("status", row.status)
    if row.days_overdue is not None and row.days_overdue > 0:
        status += f" ({words.label('phrase', 'days_overdue', days=str(row.days_overdue))})"
    to_date = row.to_date
    shown = "" if to_date.reason is None else words.label("reason", to_date.reason)
    return (
        row.indicator.code,
        words.text(row.indicator.name),
        "" if row.period is None else str(row.period),
        "" if row.target is None else words.quantity(row.target, unit),
        words.value(row.actual, unit),
        shown if to_date.quantity is None else words.quantity(to_date.quantity, unit),
        ""
        if row.rate is None
        else words.rate(row.rate, (row.thresholds.on_track, row.thresholds.at_risk)),
        status,
    )


def show_findings(findings: Sequence[Finding], *, show_suppressed: bool = True) -> None:
    """Print findings on the standard output, and how many there are of each severity.

    Parameters
    ----------
    findings
        What `check` gave.
    show_suppressed
        Whether to tell those that are suppressed one by one; they are counted either way.
    """
    console = _console()
    for finding in findings:
        if finding.suppressed is None:
            console.print(str(finding), style=SEVERITIES[finding.severity], soft_wrap=True)
        elif show_suppressed:
            console.print(str(finding), style="dim", soft_wrap=True)
    console.print(count_of_findings(findings))


def show_indicators(framework: Framework, language: str) -> None:
    """Print the indicators of a framework as a table on the standard output.

    Parameters
    ----------
    framework
        What has them.
    language
        Language of words.
    """
    words = Words(language, framework.languages)
    table = Table(title=words.text(framework.title))
    for key in ("code", "indicator", "unit", "direction", "accumulation"):
        # A code must be whole to be copied.
        table.add_column(words.label("heading", key), no_wrap=key == "code")
    for each in framework.indicators:
        table.add_row(
            each.code,
            words.text(each.name),
            words.label("unit", each.unit.kind),
            words.label("direction", each.direction),
            words.label("accumulation", each.accumulation),
        )
    _console().print(table)
