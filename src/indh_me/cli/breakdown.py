"""`indh-me breakdown`."""

from datetime import date

import click

import indh_me as me

from .completion import complete_dimension
from .options import CODE, DATA, FORMAT, FRAMEWORK, LANGUAGE, as_of, echo_json, example, read

__all__ = ["breakdown"]

TRAINED = "indh-me breakdown framework.toml trained observations.csv --as-of 2027-03-31"


@click.command(epilog=example(f"{TRAINED} --by sex", f"{TRAINED} --suppress-below 5"))
@FRAMEWORK
@CODE
@DATA
@as_of()
@click.option(
    "--by",
    multiple=True,
    metavar="DIMENSION",
    shell_complete=complete_dimension,
    help="Break the figures down by this dimension. May be given several times; by default the "
    "dimensions of the indicator.",
)
@click.option(
    "--suppress-below",
    type=float,
    metavar="NUMBER",
    help="Withhold counts above zero and below this, and what would give them away: for "
    "publication.",
)
@LANGUAGE
@FORMAT
def breakdown(
    framework: str,
    code: str,
    data: tuple[str, ...],
    *,
    as_of: date,
    by: tuple[str, ...],
    suppress_below: float | None,
    language: str | None,
    form: str,
) -> None:
    """Show the figures to date of the indicator CODE, group by group."""
    plan, observations = read(framework, data)
    made = me.breakdown(plan, observations, code, as_of=as_of, by=by or None)
    published = None if suppress_below is None else me.suppress(made, below=suppress_below)
    if form == "json":
        plain = me.breakdown_to_plain(made)
        echo_json(plain if published is None else me.publication_to_plain(published))
        return
    from indh_me.write.tables import breakdown_table, publication_table
    from indh_me.write.terminal import show_table
    from indh_me.write.words import Words

    words = Words.of(plan, language)
    if published is None:
        show_table(breakdown_table(made, words), words)
    else:
        show_table(publication_table(published, words), words)
