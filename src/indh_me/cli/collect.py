"""`indh-me collect`."""

import sys

import click

import indh_me as me

from .group import FALLS_SHORT
from .options import FORMAT, LANGUAGE, echo_json, example
from .working import working

__all__ = ["collect"]


@click.command(
    epilog=example(
        "indh-me collect dakhla.xlsx --framework framework.toml -o observations.csv",
        "indh-me collect dakhla.xlsx laayoune.xlsx --framework framework.toml "
        "--data observations.csv -o observations.csv --accept",
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option(
    "--framework",
    required=True,
    type=click.Path(),
    metavar="FRAMEWORK",
    help="The plan that the workbooks were made from.",
)
@click.option(
    "--data",
    multiple=True,
    type=click.Path(),
    metavar="DATA",
    help="A file with observations that are known already. May be given several times.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(),
    help="The CSV file to write: what is known, and what is new. It may be that of --data.",
)
@click.option("--accept", is_flag=True, help="Let changed figures replace those that were known.")
@LANGUAGE
@FORMAT
def collect(
    files: tuple[str, ...],
    *,
    framework: str,
    data: tuple[str, ...],
    output: str,
    accept: bool,
    language: str | None,
    form: str,
) -> None:
    """Take the figures out of filled workbooks, one or several FILES.

    Exit status 1 when a figure was rejected, is in conflict or unknown, or was changed and not
    accepted: what was known stays.
    """
    with working(language) as step:
        step("read")
        plan, inside = me.read_framework_file(framework)
        known = me.read_observations(*data)
        workbooks = []
        for number, file in enumerate(files):
            step("collect", done=number, total=len(files))
            workbooks.append(me.read_workbook(file))
        step("compare")
        made = me.collect(*workbooks, framework=plan, known=known, in_framework=inside)
        step("write")
        me.write_observations(made.observations(accept=accept), output)
    if form == "json":
        echo_json(me.collection_to_plain(made))
    else:
        from indh_me.write.tables import collection_table
        from indh_me.write.terminal import show_table
        from indh_me.write.words import Words

        words = Words.of(plan, language)
        show_table(collection_table(made, plan, words), words)
        for finding in made.findings:
            click.echo(str(finding))
        click.echo(output)
    if not made.is_settled(accept=accept):
        sys.exit(FALLS_SHORT)
