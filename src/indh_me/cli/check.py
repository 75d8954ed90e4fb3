"""`indh-me check`."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

import indh_me as me

from .completion import complete_rule
from .group import BAD_INPUT, FALLS_SHORT
from .options import DATA, FRAMEWORK, as_of, example, language_option, prints_unicode, read
from .working import working

__all__ = ["check"]

NEVER = "never"


def _picked(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Read rules, given one by one or separated by commas."""
    from indh_me.compute.check import chosen_rules

    words = tuple(word.strip() for value in values for word in value.split(","))
    try:
        chosen_rules(words)
    except me.UnknownCodeError as error:
        told = "; ".join(f"{fault.what}: {fault.mend}" for fault in error.faults)
        raise click.BadParameter(told) from None
    return words


def _list_rules(ctx: click.Context, _param: click.Parameter, value: object) -> None:
    """Print every rule of the linter."""
    from indh_me.compute.check import INVALID_FILE

    if value is True:
        for rule in (INVALID_FILE, *me.RULES):
            click.echo(f"{rule.id} {rule.severity.value:8}{rule.name}: {rule.about}")
        ctx.exit()


def _rules(name: str, words: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        name,
        callback=_picked,
        multiple=True,
        metavar="RULES",
        help=words,
        shell_complete=complete_rule,
    )


@click.command(
    epilog=example(
        "indh-me check framework.toml observations.csv --as-of 2008-03-27",
        "indh-me check framework.toml --ignore ME002 --format sarif -o findings.sarif",
    )
)
@FRAMEWORK
@DATA
@as_of("Day for rules that need one.", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github", "gitlab"]),
    default="text",
    show_default=True,
    help="For people, for machines, or for a service of continuous integration.",
)
@click.option("-o", "--output", type=click.Path(), help="A file to write instead of printing.")
@_rules("--select", "Rules to run: ids, what ids begin with, or names, as in ME001,ME04.")
@_rules("--ignore", "Rules to leave out, written the same way.")
@click.option("--show-suppressed", is_flag=True, help="Show suppressed findings with their reason.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", NEVER]),
    default="error",
    show_default=True,
    help="Mildest severity that makes the exit status 1.",
)
@language_option("ar, fr or en: of headings and severities; by default en.")
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_rules,
    help="List all rules and exit.",
)
def check(
    framework: str,
    data: tuple[str, ...],
    *,
    as_of: date | None,
    form: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    show_suppressed: bool,
    fail_on: str,
    language: str | None,
) -> None:
    """Find what is wrong with FRAMEWORK and the observations in DATA.

    Exit status 1 when there are errors, 3 when a file cannot be read.
    """
    try:
        with working(language) as step:
            step("read")
            plan, observations = read(framework, data)
            step("check")
            found = me.check(
                plan, observations, as_of=as_of, select=select, ignore=ignore, suppressed=True
            )
    except me.InvalidFileError as error:
        if form == "text":
            raise
        _tell(me.findings_of(error), form, output, language=language)
        sys.exit(BAD_INPUT)
    located = me.locate(found, framework, *data)
    _tell(located, form, output, show_suppressed=show_suppressed, language=language)
    left = [finding.severity for finding in found if finding.suppressed is None]
    if fail_on != NEVER and any(each.is_at_least(me.Severity(fail_on)) for each in left):
        sys.exit(FALLS_SHORT)


def _tell(
    findings: "tuple[me.Finding, ...]",
    form: str,
    output: str | None,
    *,
    show_suppressed: bool = False,
    language: str | None = None,
) -> None:
    """Write findings to a file, or print them."""
    if output is not None:
        me.write_findings(findings, output, form, root=Path.cwd(), show_suppressed=show_suppressed)
        click.echo(output)
    elif form == "text":
        from indh_me.write.terminal import show_findings
        from indh_me.write.words import FALLBACK

        show_findings(
            findings,
            show_suppressed=show_suppressed,
            language=FALLBACK if language is None else language,
        )
    else:
        text = me.findings_to_text(
            findings,
            form,
            root=Path.cwd(),
            show_suppressed=show_suppressed,
            ascii_only=not prints_unicode(),
        )
        click.echo(text, nl=False)
