"""The command line: each verb reads its arguments, calls one library function and prints.

Exit status: 0 done, 1 findings or figures that fall short, 2 wrong usage, 3 bad input or output.
"""

import sys
from datetime import date, datetime
from typing import Any

import click

__all__ = ["main"]

FALLS_SHORT = 1
BAD_INPUT = 3
MOST_FAULTS = 20


class _Verbs(click.Group):
    """The group of verbs, which turns the library's errors into messages."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run a verb; bad input is a message on one screen, never a traceback."""
        from indh_me.errors import IndhMeError  # noqa: PLC0415 - `--help` needs no library

        try:
            return super().invoke(ctx)
        except IndhMeError as error:
            for fault in error.faults[:MOST_FAULTS]:
                click.echo(f"error: {fault}", err=True)
            if len(error.faults) > MOST_FAULTS:
                click.echo(f"and {len(error.faults) - MOST_FAULTS} more faults", err=True)
            ctx.exit(BAD_INPUT)


class _Day(click.ParamType):
    """A day, as year-month-day."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ANN401 - as click has it
        """Read the day."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            self.fail(f"{value!r} is not a day: write it as 2008-03-27", param, ctx)


FRAMEWORK = click.argument("framework", type=click.Path())
DATA = click.argument("data", nargs=-1, type=click.Path())
AS_OF = click.option(
    "--as-of", type=_Day(), required=True, metavar="DATE", help="Day on which it should hold."
)
LANGUAGE = click.option(
    "--language", metavar="TAG", help="ar, fr or en; by default the framework's first language."
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for machines.",
)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="indh-me", prog_name="indh-me")
def main() -> None:
    """Monitor and evaluate training and communication programmes.

    \b
    Example:
      indh-me new my-programme
      indh-me check my-programme/framework.toml my-programme/observations.csv
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Arabic gets escapes, not a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@main.command()
@click.argument("folder", type=click.Path())
def new(folder: str) -> None:
    """Write a starter framework and observations into FOLDER.

    \b
    Example:
      indh-me new my-programme
    """
    from indh_me.write import write_starter  # noqa: PLC0415 - `--help` needs no library

    for file in write_starter(folder):
        click.echo(file)


@main.command()
@FRAMEWORK
@DATA
@click.option("--as-of", type=_Day(), metavar="DATE", help="Day for rules that need one.")
@FORMAT
def check(framework: str, data: tuple[str, ...], as_of: date | None, form: str) -> None:
    """Find what is wrong with FRAMEWORK and the observations in DATA.

    Exit status 1 when there are errors; warnings leave it at 0.

    \b
    Example:
      indh-me check framework.toml observations.csv --as-of 2008-03-27
    """
    import indh_me as me  # noqa: PLC0415 - `--help` needs no library

    plan, observations = _read(framework, data)
    findings = me.check(plan, observations, as_of=as_of)
    if form == "json":
        from indh_me.write import finding_to_plain  # noqa: PLC0415 - as above

        _echo_json({"findings": [finding_to_plain(finding) for finding in findings]})
    else:
        from indh_me.write.terminal import show_findings  # noqa: PLC0415 - rich is heavy

        show_findings(findings)
    if any(finding.severity is me.Severity.ERROR for finding in findings):
        sys.exit(FALLS_SHORT)


@main.command()
@FRAMEWORK
@DATA
@AS_OF
@LANGUAGE
@FORMAT
@click.option("--strict", is_flag=True, help="Exit with 1 when an indicator is off track or overdue.")
def assess(
    framework: str,
    data: tuple[str, ...],
    *,
    as_of: date,
    language: str | None,
    form: str,
    strict: bool,
) -> None:
    """Show where every indicator of FRAMEWORK stands on a day.

    \b
    Example:
      indh-me assess framework.toml observations.csv --as-of 2008-03-27 --format json
    """
    import indh_me as me  # noqa: PLC0415 - `--help` needs no library

    plan, observations = _read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    if form == "json":
        _echo_json(me.assessment_to_plain(assessment))
    else:
        from indh_me.write.terminal import show_assessment  # noqa: PLC0415 - rich is heavy

        show_assessment(assessment, language or plan.default_language)
    short = {me.Status.OFF_TRACK, me.Status.OVERDUE}
    if strict and any(row.status in short for row in assessment):
        sys.exit(FALLS_SHORT)


@main.command()
@FRAMEWORK
@click.argument("code")
@DATA
@AS_OF
@LANGUAGE
def explain(
    framework: str, code: str, data: tuple[str, ...], as_of: date, language: str | None
) -> None:
    """Tell how the figures of the indicator CODE came about.

    \b
    Example:
      indh-me explain framework.toml T-R1 --as-of 2008-03-27 --language en
    """
    import indh_me as me  # noqa: PLC0415 - `--help` needs no library

    plan, observations = _read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    words = language or plan.default_language
    click.echo(me.explain_indicator(assessment, observations, code, words))


@main.command()
@FRAMEWORK
@DATA
@click.option("-o", "--output", required=True, type=click.Path(), help="The .xlsx file to write.")
@click.option("--layout", default="itt", show_default=True, help="Form of the workbook.")
@AS_OF
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
    """Write a monitoring workbook with live formulas.

    \b
    Example:
      indh-me workbook framework.toml observations.csv -o tracking.xlsx --as-of 2008-03-27
    """
    import indh_me as me  # noqa: PLC0415 - `--help` needs no library

    plan, observations = _read(framework, data)
    assessment = me.assess(plan, observations, as_of=as_of)
    me.write_workbook(assessment, observations, output, layout=layout, language=language)
    click.echo(output)


def _read(framework: str, data: tuple[str, ...]) -> Any:  # noqa: ANN401 - a framework and its observations
    """Read a framework with the observations that stand in it and in other files."""
    import indh_me as me  # noqa: PLC0415 - `--help` needs no library

    plan, inside = me.read_framework_file(framework)
    if len(data) == 0:
        return plan, inside
    return plan, me.Observations.concatenate(inside, me.read_observations(*data))


def _echo_json(plain: dict[str, Any]) -> None:
    import json  # noqa: PLC0415 - `--help` needs none

    click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
