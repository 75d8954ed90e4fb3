"""Bars of characters: how far something has come, and how far it should be by now."""

from rich.text import Text

from indh_me.write.tables import Bar

__all__ = ["bar_text"]

DONE, UNSURE, LEFT, MARK = "\u2501", "\u254d", "\u254c", "\u2503"


def bar_text(bar: Bar, width: int, *, right_to_left: bool = False) -> Text:
    """Draw a bar, which can be read without its colours too.

    Parameters
    ----------
    bar
        What is drawn; beyond one whole it ends there.
    width
        Characters that there is room for.
    right_to_left
        Whether it begins at the right.

    Returns
    -------
    Text
        Heavy as far as it is certain, broken as far as it may reach, thin beyond, with an upright
        stroke where it should be.

    Examples
    --------
    >>> from indh_me.model import Quantity
    >>> bar_text(Bar(Quantity.exactly(0.5), 0.75), 8).plain
    '━━━━╌┃╌╌'
    """
    certain, possible = (round(end * width) for end in bar.ends)
    if bar.ends[0] > 0:
        certain = max(certain, 1)
    if bar.ends[0] < 1:
        # Rounding does not carry what falls short to the end.
        certain = min(certain, width - 1)
    possible = possible if bar.ends[1] > bar.ends[0] else certain
    drawn = [
        (DONE, "") if at < certain else (UNSURE, "dim") if at < possible else (LEFT, "dim")
        for at in range(width)
    ]
    if bar.mark is not None:
        at = min(max(round(bar.mark * width) - 1, 0), width - 1)
        drawn[at] = MARK, "default"
    return Text.assemble(*(reversed(drawn) if right_to_left else drawn))
