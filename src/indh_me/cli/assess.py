"""`indh-me assess` and `indh-me explain`."""

import sys
from datetime import date
from typing import Any

import click

import indh_me as me

from .completion import complete_dimension, complete_preset
from .group import FALLS_SHORT
from .options import CODE, DATA, FORMAT, FRAMEWORK, LANGUAGE, as_of, echo_json, example, read
from .working import working

__all__ = ["assess", "explain"]


@click.command(
    epilog=example(
        "indh-me assess framework.toml observations.csv --as-of 2027-03-31 --format json",
        "indh-me assess framework.toml observations.csv --as-of 2027-03-31 --rollup one_vote",
    )
)
@FRAMEWORK
@DATA
@as_of()
@click.option(
    "--by",
    multiple=True,
    metavar="DIMENSION",
    shell_complete=complete_dimension,
    help="Show the groups of this dimension too. May be given several times.",
)
@click.option(
    "--rollup",
    type=click.Choice(["one_vote", "weighted", "minimum"]),
    help="Give every result a score from the rates of its indicators.",
)
@click.option(
    "--preset",
    metavar="CODE",
    shell_complete=complete_preset,
    help="Show the class under a published rule: undp_irrf, pepfar, open_sdg, open_sdg_no_target "
    "or within_15.",
)
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
    by: tuple[str, ...],
    rollup: str | None,
    preset: str | None,
    language: str | None,
    form: str,
    strict: bool,
) -> None:
    """Show where every indicator of FRAMEWORK stands on a day."""
    with working(language) as step:
        step("read")
        plan, observations = read(framework, data)
        step("assess")
        assessment = me.assess(plan, observations, as_of=as_of, by=by)
    classes = None if preset is None else me.classify(assessment, preset)
    scores = None if rollup is None else me.rollup(assessment, how=rollup)
    if form == "json":
        plain = me.assessment_to_plain(assessment)
        if classes is not None:
            plain["classes"] = [
                {"code": code, **me.banding_to_plain(each)} for code, each in classes.items()
            ]
        if scores is not None:
            plain["rollup"] = me.rollup_to_plain(scores)
        echo_json(plain)
    else:
        from indh_me.write.tables import assessment_table, rollup_table
        from indh_me.write.terminal import show_table
        from indh_me.write.words import Words

        words = Words.of(plan, language)
        show_table(assessment_table(assessment, words, classes=classes), words)
        if scores is not None:
            click.echo()
            show_table(rollup_table(scores, words), words)
    short = {me.Status.OFF_TRACK, me.Status.OVERDUE}
    if strict and any(row.status in short for row in assessment):
        sys.exit(FALLS_SHORT)


@click.command(
    epilog=example(
        "indh-me explain framework.toml trained observations.csv --as-of 2027-03-31",
        "indh-me explain framework.toml application observations.csv --as-of 2027-03-31 --methods",
    )
)
@FRAMEWORK
@CODE
@DATA
@as_of()
@click.option("--methods", is_flag=True, help="Show what every method says of the same figures.")
@LANGUAGE
@FORMAT
def explain(
    framework: str,
    code: str,
    data: tuple[str, ...],
    *,
    as_of: date,
    methods: bool,
    language: str | None,
    form: str,
) -> None:
    """Tell how the figures of the indicator CODE came about."""
    plan, observations = read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    tag = plan.default_language if language is None else language
    told = me.explain_indicator(assessment, observations, code, tag)
    compared = None
    if methods:
        compared = me.compare_indicator(plan.indicator(code), observations, as_of=as_of)
    if form == "json":
        plain: dict[str, Any] = {
            "framework": plan.code,
            "as_of": as_of.isoformat(),
            "code": code,
            "explanation": told.split("\n"),
        }
        if compared is not None:
            plain["methods"] = me.comparison_to_plain(compared)
        echo_json(plain)
        return
    click.echo(told)
    if compared is not None:
        from indh_me.write.tables import comparison_table
        from indh_me.write.terminal import show_table
        from indh_me.write.words import Words

        click.echo()
        words = Words.of(plan, tag)
        show_table(comparison_table(compared, words, row=assessment[code]), words)
