"""`indh-me check`."""

import sys
from datetime import date

import click

import indh_me as me

from .group import FALLS_SHORT
from .options import DATA, FORMAT, FRAMEWORK, as_of, echo_json, example, read

__all__ = ["check"]


@click.command(epilog=example("indh-me check framework.toml observations.csv --as-of 2008-03-27"))
@FRAMEWORK
@DATA
@as_of(required=False)
@FORMAT
def check(framework: str, data: tuple[str, ...], as_of: date | None, form: str) -> None:
    """Find what is wrong with FRAMEWORK and the observations in DATA.

    Exit status 1 when there are errors; warnings leave it at 0.
    """
    plan, observations = read(framework, data)
    findings = me.check(plan, observations, as_of=as_of)
    if form == "json":
        echo_json({"findings": [me.finding_to_plain(finding) for finding in findings]})
    else:
        from indh_me.write.terminal import show_findings

        show_findings(findings)
    if any(finding.severity is me.Severity.ERROR for finding in findings):
        sys.exit(FALLS_SHORT)
