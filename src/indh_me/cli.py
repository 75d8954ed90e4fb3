"""The command line: each verb reads its arguments, calls one library function and prints.

Exit status: 0 done, 1 findings or figures that fall short, 2 wrong usage, 3 bad input or output.
"""

import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import click

import indh_me as me

__all__ = ["main"]

FALLS_SHORT = 1
BAD_INPUT = 3
MOST_FAULTS = 20


class _Verbs(click.Group):
    """The group of verbs, which turns the library's errors into messages."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run a verb; bad input is a message on one screen, never a traceback."""
        try:
            return super().invoke(ctx)
        except me.IndhMeError as error:
            for fault in error.faults[:MOST_FAULTS]:
                click.echo(f"error: {fault}", err=True)
            if len(error.faults) > MOST_FAULTS:
                click.echo(f"and {len(error.faults) - MOST_FAULTS} more faults", err=True)
            ctx.exit(BAD_INPUT)


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """Read a day."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is not a day: write it as 2008-03-27"
        raise click.BadParameter(message) from None


def _tag(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Read a language tag."""
    from indh_me.model.text import language_tag

    try:
        return None if value is None else language_tag(value)
    except me.InvalidInputError as error:
        raise click.BadParameter(error.faults[0].what) from None


def _words(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Read words with commas between them."""
    return None if value is None else tuple(word.strip() for word in value.split(","))


def _example(*lines: str) -> str:
    """Write the end of a help text, whose lines click leaves as they are."""
    return "\n".join(("\b", "Example:", *(f"  {line}" for line in lines)))


def _as_of(*, required: bool = True) -> Callable[[click.decorators.FC], click.decorators.FC]:
    words = "Day on which it should hold." if required else "Day for rules that need one."
    return click.option("--as-of", callback=_day, required=required, metavar="DATE", help=words)


FRAMEWORK = click.argument("framework", type=click.Path())
DATA = click.argument("data", nargs=-1, type=click.Path())
LANGUAGE = click.option(
    "--language",
    callback=_tag,
    metavar="TAG",
    help="ar, fr or en; by default the framework's first language.",
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for machines.",
)


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_example(
        "indh-me new my-programme",
        "indh-me check my-programme/framework.toml my-programme/observations.csv",
    ),
)
@click.version_option(package_name="indh-me", prog_name="indh-me")
def main() -> None:
    """Monitor and evaluate training and communication programmes."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Arabic gets escapes, not a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@main.command(
    epilog=_example(
        "indh-me new my-programme",
        "indh-me new my-programme --with training,communication.reach --languages fr,ar",
    )
)
@click.argument("folder", type=click.Path())
@click.option(
    "--with",
    "wanted",
    callback=_words,
    metavar="NAMES",
    help="Start from these themes or indicators of the library: training,communication.reach",
)
@click.option(
    "--languages",
    callback=_words,
    metavar="TAGS",
    help="With --with: languages of the texts, the default first; by default fr,en,ar.",
)
def new(folder: str, wanted: tuple[str, ...] | None, languages: tuple[str, ...] | None) -> None:
    """Write a framework to start from, and observations, into FOLDER."""
    if wanted is None and languages is not None:
        message = "--languages goes together with --with"
        raise click.UsageError(message)
    part = None
    if wanted is not None:
        part = (
            me.library(*wanted) if languages is None else me.library(*wanted, languages=languages)
        )
    for file in me.write_starter(folder, part):
        click.echo(file)


@main.command(
    epilog=_example("indh-me library training", "indh-me library training.completion_rate")
)
@click.argument("wanted", nargs=-1)
@LANGUAGE
@FORMAT
def library(wanted: tuple[str, ...], language: str | None, form: str) -> None:
    """List the indicators of the library, or show reference sheets.

    WANTED are themes, whose indicators are listed, and codes of indicators, whose reference
    sheets are shown; without any, the whole library is listed.
    """
    part = me.library(*wanted)
    if form == "json":
        from indh_me._codec import framework_to_plain

        _echo_json(framework_to_plain(part))
        return
    words = part.default_language if language is None else language
    codes = [word for word in wanted if word in {each.code for each in part.indicators}]
    themes = [word for word in wanted if word not in codes]
    if len(codes) == 0 or len(themes) > 0:
        from indh_me.write.terminal import show_indicators

        show_indicators(me.library(*themes), words)
    for code in codes:
        click.echo(me.reference_sheet(part, code, words))


@main.command(epilog=_example("indh-me check framework.toml observations.csv --as-of 2008-03-27"))
@FRAMEWORK
@DATA
@_as_of(required=False)
@FORMAT
def check(framework: str, data: tuple[str, ...], as_of: date | None, form: str) -> None:
    """Find what is wrong with FRAMEWORK and the observations in DATA.

    Exit status 1 when there are errors; warnings leave it at 0.
    """
    plan, observations = _read(framework, data)
    findings = me.check(plan, observations, as_of=as_of)
    if form == "json":
        _echo_json({"findings": [me.finding_to_plain(finding) for finding in findings]})
    else:
        from indh_me.write.terminal import show_findings

        show_findings(findings)
    if any(finding.severity is me.Severity.ERROR for finding in findings):
        sys.exit(FALLS_SHORT)


@main.command(
    epilog=_example(
        "indh-me assess framework.toml observations.csv --as-of 2008-03-27 --format json"
    )
)
@FRAMEWORK
@DATA
@_as_of()
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
    plan, observations = _read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    if form == "json":
        _echo_json(me.assessment_to_plain(assessment))
    else:
        from indh_me.write.terminal import show_assessment

        show_assessment(assessment, plan.default_language if language is None else language)
    short = {me.Status.OFF_TRACK, me.Status.OVERDUE}
    if strict and any(row.status in short for row in assessment):
        sys.exit(FALLS_SHORT)


@main.command(
    epilog=_example("indh-me explain framework.toml T-R1 --as-of 2008-03-27 --language en")
)
@FRAMEWORK
@click.argument("code")
@DATA
@_as_of()
@LANGUAGE
def explain(
    framework: str, code: str, data: tuple[str, ...], as_of: date, language: str | None
) -> None:
    """Tell how the figures of the indicator CODE came about."""
    plan, observations = _read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    words = plan.default_language if language is None else language
    click.echo(me.explain_indicator(assessment, observations, code, words))


@main.command(
    epilog=_example(
        "indh-me workbook framework.toml observations.csv -o tracking.xlsx --as-of 2008-03-27"
    )
)
@FRAMEWORK
@DATA
@click.option("-o", "--output", required=True, type=click.Path(), help="The .xlsx file to write.")
@click.option("--layout", default="itt", show_default=True, help="Form of the workbook.")
@_as_of()
@LANGUAGE
def workbook(
    framework: str,
    data: tuple[str, ...],
    *,
    output: str,
    layout: str,
    as_of: date,
    language: str | None,
) -> None:
    """Write a monitoring workbook with live formulas."""
    plan, observations = _read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    me.write_workbook(assessment, observations, output, layout=layout, language=language)
    click.echo(output)


def _read(framework: str, data: tuple[str, ...]) -> "tuple[me.Framework, me.Observations]":
    """Read a framework with the observations that stand in it and in other files."""
    plan, inside = me.read_framework_file(framework)
    if len(data) == 0:
        return plan, inside
    return plan, me.Observations.concatenate(inside, me.read_observations(*data))


def _echo_json(plain: dict[str, Any]) -> None:
    import json

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    text = json.dumps(plain, ensure_ascii=not encoding.lower().startswith("utf"), indent=2)
    click.echo(text)
