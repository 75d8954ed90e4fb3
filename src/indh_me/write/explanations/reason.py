"""Reasons: why there is no figure, in the place of the figure."""

from indh_me.compute import GroupReason, Reason
from indh_me.write.words import Words

__all__ = ["no_figure", "why"]

#: What is called an absence, and needs no reason beside it.
ABSENT = frozenset({Reason.NOT_REPORTED, Reason.NOT_APPLICABLE})


def why(reason: Reason | GroupReason | None, words: Words) -> str:
    """Give a reason in words; nothing for none."""
    if reason is None:
        return ""
    return words.label("group_reason" if isinstance(reason, GroupReason) else "reason", reason)


def no_figure(reason: Reason | GroupReason | None, words: Words) -> str:
    """Give what stands in the place of a figure: the kind of its absence, or why there is none."""
    if reason in ABSENT:
        return words.label("absence", reason)
    return words.label("phrase", "no_figure", reason=why(reason, words))
