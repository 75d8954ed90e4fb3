"""Outlooks: what the targets still ask for."""

from collections.abc import Iterator

from indh_me.compute import Outlook
from indh_me.model import Quantity
from indh_me.write.words import Words

__all__ = ["outlook_lines"]


def outlook_lines(result: Outlook, words: Words) -> Iterator[str]:
    """Give the total if all targets are met, and the pace that the next one asks for.

    Parameters
    ----------
    result
        What the targets ask for.
    words
        Of the reader's language.
    """
    yield words.label(
        "phrase",
        "if_all_targets_met",
        period=words.period(result.last_period),
        value=words.quantity(result.total_if_met),
    )
    if result.pace_ratio is not None:
        yield words.label(
            "phrase",
            "pace",
            period=words.period(result.next_period),
            ratio=words.quantity(_at_most(result.pace_ratio)),
            past=words.period(result.past),
        )


def _at_most(ratio: Quantity) -> Quantity:
    """Drop a lower bound of zero, which says nothing of a ratio of counts."""
    only_bounds = ratio.low == 0 and ratio.best is None
    return Quantity(None, None, ratio.high) if only_bounds else ratio
