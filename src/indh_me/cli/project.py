"""`indh-me project`."""

from datetime import date
from typing import Any, TypedDict, Unpack

import click

import indh_me as me

from .completion import complete_code
from .options import DATA, FORMAT, FRAMEWORK, LANGUAGE, as_of, echo_json, example, read
from .working import working

__all__ = ["project"]


class Asked(TypedDict):
    """What is asked of the projections."""

    to: str | None
    as_of: date | None
    method: str
    level: float
    range_level: float


@click.command(
    epilog=example(
        "indh-me project framework.toml observations.csv --to 2028",
        "indh-me project framework.toml observations.csv --indicator trained --explain",
        "indh-me project framework.toml observations.csv --indicator trained --chart trained.svg",
    )
)
@FRAMEWORK
@DATA
@click.option(
    "--to",
    metavar="PERIOD",
    help="Period to project to, such as 2012 or 2012-Q2; by default that of each indicator's last "
    "target.",
)
@as_of("Day up to which figures and revisions of targets count; by default all do.", required=False)
@click.option(
    "--method",
    default="auto",
    show_default=True,
    metavar="WORD",
    help="Method of projection by its word, such as theil_sen; auto goes by the figures.",
)
@click.option(
    "--level",
    type=float,
    default=0.95,
    show_default=True,
    metavar="SHARE",
    help="Share of outcomes that the intervals should hold.",
)
@click.option(
    "--range-level",
    type=float,
    default=0.95,
    show_default=True,
    metavar="SHARE",
    help="Share that the ranges around the reported best estimates hold, as confidence intervals "
    "of surveys do.",
)
@click.option(
    "--indicator",
    "codes",
    multiple=True,
    metavar="CODE",
    shell_complete=complete_code,
    help="Show this indicator only. May be given several times.",
)
@click.option(
    "--chart",
    type=click.Path(),
    metavar="FILE.svg",
    help="Draw the projection as a fan chart; with one --indicator.",
)
@LANGUAGE
@FORMAT
@click.option("--explain", is_flag=True, help="Tell how each projection came about.")
def project(
    framework: str,
    data: tuple[str, ...],
    *,
    codes: tuple[str, ...],
    chart: str | None,
    language: str | None,
    form: str,
    explain: bool,
    **asked: Unpack[Asked],
) -> None:
    """Show where the figures of the indicators of FRAMEWORK are heading."""
    with working(language) as step:
        step("read")
        plan, observations = read(framework, data)
        step("project")
        made = me.projections(plan, observations, **asked)
    if codes:
        rows = tuple(made[code] for code in dict.fromkeys(codes))
        made = me.Projections(framework=plan, rows=rows)
    tag = plan.default_language if language is None else language
    if chart is not None:
        if len(made) != 1:
            message = f"a chart shows one indicator, not {len(made)}: name it with --indicator"
            raise click.UsageError(message)
        me.write_fan_chart(made.rows[0], chart, language=tag, labels=plan.labels)
    if form == "json":
        plain: dict[str, Any] = me.projection_to_plain(made)
        if explain:
            for table, row in zip(plain["indicators"], made, strict=True):
                table["explanation"] = me.explain(row, tag, plan.labels).split("\n")
        echo_json(plain)
        return
    from indh_me.write.tables import projection_table
    from indh_me.write.terminal import show_table
    from indh_me.write.words import Words

    words = Words.of(plan, tag)
    show_table(projection_table(made, words), words)
    if explain:
        for row in made:
            name = words.text(row.indicator.name)
            click.echo(f"\n{row.indicator.code}  {name}".rstrip())
            click.echo(me.explain(row, tag, plan.labels))
