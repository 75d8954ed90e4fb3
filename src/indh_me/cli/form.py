"""`indh-me form`."""

import click

import indh_me as me

from .completion import complete_language
from .options import example
from .working import working

__all__ = ["form"]

CHANNELS = ("xlsform", "paper", "html", "limesurvey", "codebook")


@click.command(
    epilog=example(
        "indh-me form session.toml -o forms",
        "indh-me form event.toml -o forms --channel xlsform --channel paper",
    )
)
@click.argument("session", type=click.Path())
@click.option(
    "-o", "--output", required=True, type=click.Path(), metavar="DIR", help="Folder for the files."
)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    type=click.Choice(CHANNELS),
    help="Way in which the forms go out. May be given several times; by default all.",
)
@click.option(
    "--allow-missing",
    metavar="TAG",
    shell_complete=complete_language,
    help="Take words that a language lacks from this one, instead of refusing.",
)
def form(
    session: str, *, output: str, channels: tuple[str, ...], allow_missing: str | None
) -> None:
    """Make the forms of SESSION, a file of a training session or of an event.

    A session gets three linked forms: before it, at its end, and some weeks later. An event gets
    the organiser's sheet and a survey of those it was for.
    """
    with working() as step:
        step("read")
        occasion = me.read_occasion(session)
        forms: me.TrainingForms | me.CommunicationForms
        if isinstance(occasion, me.Session):
            forms = me.training_forms(occasion)
        else:
            forms = me.communication_forms(occasion)
        step("write")
        files = me.write_forms(
            forms, output, channels=channels or CHANNELS, allow_missing=allow_missing
        )
    for name in files:
        click.echo(f"{output}/{name}")
