"""Classes under published rules as plain data, for JSON and other machines."""

from typing import Any

from indh_me.compute import Banding

from .plain_value import quantity_to_plain, word_to_plain

__all__ = ["banding_to_plain"]


def banding_to_plain(banding: Banding) -> dict[str, Any]:
    """Write the class that a preset gives as plain data.

    Parameters
    ----------
    banding
        What `band` or `open_sdg` gave, or one of those of `classify`.

    Returns
    -------
    dict
        ``preset``, ``class`` (its word, or `None`), the ``figure`` and ``goal`` that decided, and
        the ``reason`` why there is no class. Figure and goal are fractions.

    Examples
    --------
    >>> from indh_me.compute import band
    >>> banding_to_plain(band("undp_irrf", 0.5))["class"]
    'red'
    """
    return {
        "preset": banding.preset.code,
        "class": banding.code,
        "figure": quantity_to_plain(banding.figure),
        "goal": banding.goal,
        "reason": word_to_plain(banding.reason),
    }
