"""`indh-me new`."""

import click

import indh_me as me

from .options import example

__all__ = ["new"]


@click.command(epilog=example("indh-me new my-programme"))
@click.argument("folder", type=click.Path())
def new(folder: str) -> None:
    """Write a starter framework and observations into FOLDER."""
    for file in me.write_starter(folder):
        click.echo(file)
