"""`indh-me new`."""

import click

import indh_me as me

from .completion import complete_part
from .options import example

__all__ = ["new"]


def _words(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Read words with commas between them."""
    return None if value is None else tuple(word.strip() for word in value.split(","))


@click.command(
    epilog=example(
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
    shell_complete=complete_part,
    help="Start from these themes or indicators of the library, with commas between: "
    "training,communication.reach. Without it, from an invented example.",
)
@click.option(
    "--languages",
    callback=_words,
    metavar="TAGS",
    help="With --with: languages of the texts, the default first, with commas between; by default "
    "fr,en,ar.",
)
def new(folder: str, wanted: tuple[str, ...] | None, languages: tuple[str, ...] | None) -> None:
    """Write a framework to start from, observations and a training session into FOLDER.

    FOLDER is made when it does not exist. When one of the files is there already, none is written.
    """
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
