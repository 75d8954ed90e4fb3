"""`indh-me assess` and `indh-me explain`."""

import sys
from datetime import date

import click

import indh_me as me

from .group import FALLS_SHORT
from .options import DATA, FORMAT, FRAMEWORK, LANGUAGE, as_of, echo_json, example, read

__all__ = ["assess", "explain"]


@click.command(
    epilog=example(
        "indh-me assess framework.toml observations.csv --as-of 2008-03-27 --format json"
    )
)
@FRAMEWORK
@DATA
@as_of()
@LANGUAGE
@FORMAT
@click.option(
    "--strict", is_flag=True, help="Exit with 1 when an indicator is off track or overdue."
)
def assess(
    framework: str,
    data: tuple[str, ...],
    *,
    as_of: date,
    language: str | None,
    form: str,
    strict: bool,
) -> None:
    """Show where every indicator of FRAMEWORK stands on a day."""
    plan, observations = read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    if form == "json":
        echo_json(me.assessment_to_plain(assessment))
    else:
        from indh_me.write.terminal import show_assessment

        show_assessment(assessment, plan.default_language if language is None else language)
    short = {me.Status.OFF_TRACK, me.Status.OVERDUE}
    if strict and any(row.status in short for row in assessment):
        sys.exit(FALLS_SHORT)


@click.command(
    epilog=example("indh-me explain framework.toml T-R1 --as-of 2008-03-27 --language en")
)
@FRAMEWORK
@click.argument("code")
@DATA
@as_of()
@LANGUAGE
def explain(
    framework: str, code: str, data: tuple[str, ...], as_of: date, language: str | None
) -> None:
    """Tell how the figures of the indicator CODE came about."""
    plan, observations = read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    words = plan.default_language if language is None else language
    click.echo(me.explain_indicator(assessment, observations, code, words))
