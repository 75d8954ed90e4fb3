"""`indh-me workbook`."""

from datetime import date

import click

import indh_me as me

from .completion import complete_language, complete_layout
from .options import DATA, FRAMEWORK, LANGUAGE, as_of, example, read
from .working import working

__all__ = ["workbook"]


@click.command(
    epilog=example(
        "indh-me workbook framework.toml observations.csv -o tracking.xlsx --as-of 2008-03-27",
        "indh-me workbook framework.toml -o eu.xlsx --layout eu --language fr --as-of 2008-03-27",
    )
)
@FRAMEWORK
@DATA
@click.option("-o", "--output", required=True, type=click.Path(), help="The .xlsx file to write.")
@click.option(
    "--layout",
    default="itt",
    metavar="NAME",
    shell_complete=complete_layout,
    show_default=True,
    help="Form of the workbook: itt, eu, fcdo, usaid, undp or worldbank.",
)
@as_of()
@click.option(
    "--to",
    metavar="PERIOD",
    help="Period to project to, such as 2012; by default that of each indicator's last target.",
)
@click.option("--no-projections", is_flag=True, help="Leave out the sheet of projections.")
@click.option(
    "--no-reference-sheets", is_flag=True, help="Leave out the reference sheet of each indicator."
)
@LANGUAGE
@click.option(
    "--second-language",
    metavar="TAG",
    shell_complete=complete_language,
    help="Put headings and texts in this language too, below those of the first.",
)
def workbook(
    framework: str,
    data: tuple[str, ...],
    *,
    output: str,
    layout: str,
    as_of: date,
    to: str | None,
    no_projections: bool,
    no_reference_sheets: bool,
    language: str | None,
    second_language: str | None,
) -> None:
    """Write a monitoring workbook with live formulas."""
    with working(language) as step:
        step("read")
        plan, observations = read(framework, data)
        step("assess")
        assessment = me.assess(plan, observations, as_of=as_of)
        projections = None
        if not no_projections:
            step("project")
            projections = me.projections(plan, observations, to=to, as_of=as_of)
        step("write")
        me.write_workbook(
            assessment,
            observations,
            output,
            layout=layout,
            language=language,
            second_language=second_language,
            projections=projections,
            reference_sheets=not no_reference_sheets,
        )
    click.echo(output)
