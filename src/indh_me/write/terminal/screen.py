"""The standard output: a screen with colours, or plain text."""

import os
import sys

from attrs import frozen
from rich.console import Console, ConsoleDimensions

__all__ = ["PIPED_WIDTH", "Screen", "screen"]

#: Width of what is sent to a file or another program: wide enough to keep a row on a line.
PIPED_WIDTH = 200


@frozen
class Screen:
    """Where tables are printed.

    Parameters
    ----------
    console
        What prints them.
    is_drawn
        Whether it shows colours and bars: on a terminal that is not *dumb* and has letters for
        them, unless ``NO_COLOR`` is set.
    """

    console: Console
    is_drawn: bool

    @property
    def is_terminal(self) -> bool:
        """Whether it has a width that rows should fit; else each row keeps to its line."""
        return self.console.is_terminal


def screen() -> Screen:
    """Give the standard output.

    Notes
    -----
    ``NO_COLOR`` (when it is not empty) makes everything plain, ``FORCE_COLOR`` takes what is
    piped for a terminal, ``COLUMNS`` is the width.
    """
    console = Console(highlight=False, emoji=False, markup=False)
    if os.environ.get("NO_COLOR", "") != "":
        # Rich leaves out colours then, but not what is bold or dim.
        console = Console(highlight=False, emoji=False, markup=False, color_system=None)
    if not console.is_terminal:
        console.width = PIPED_WIDTH
    elif console.is_dumb_terminal and os.environ.get("COLUMNS", "").isdigit():
        # Rich takes such terminals for 80 columns wide, whatever is said.
        console.size = ConsoleDimensions(int(os.environ["COLUMNS"]), console.height)
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    can_draw = console.is_terminal and encoding.startswith("utf")
    return Screen(console, can_draw and console.color_system is not None)
