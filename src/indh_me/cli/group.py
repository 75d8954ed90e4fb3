"""The group of verbs, and the ways in which a verb ends."""

from typing import Any

import click

import indh_me as me

__all__ = ["BAD_INPUT", "FALLS_SHORT", "Verbs"]

#: Exit status when there are findings, or figures fall short.
FALLS_SHORT = 1
#: Exit status when a file cannot be read or written.
BAD_INPUT = 3
MOST_FAULTS = 20


class Verbs(click.Group):
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
