"""Which rules are run, as a user picks them."""

from collections.abc import Iterable

from indh_me.errors import Fault, UnknownCodeError, nearest, quoted

from .invalid_file import INVALID_FILE
from .registry import RULES
from .rule import Rule

__all__ = ["chosen_rules"]

#: What the id of every rule begins with.
FAMILY = "ME"


def chosen_rules(
    select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
) -> frozenset[str]:
    """Give the ids of the rules that are picked.

    Parameters
    ----------
    select
        Ids of rules (``ME035``), what ids begin with (``ME03``), or names (``overdue-milestone``);
        none at all picks every rule.
    ignore
        What is left out of those, written the same way.

    Returns
    -------
    frozenset[str]

    Raises
    ------
    UnknownCodeError
        For what picks no rule, with the nearest word.

    Examples
    --------
    >>> sorted(chosen_rules(["ME00"], ["overdue-milestone", "ME003"]))[:3]
    ['ME000', 'ME002', 'ME004']
    """
    faults: list[Fault] = []
    selected = _picked(select, "select", faults)
    ignored = _picked(ignore, "ignore", faults)
    if faults:
        raise UnknownCodeError(*faults)
    everything = {rule.id for rule in (INVALID_FILE, *RULES)}
    return frozenset((selected or everything) - ignored)


def _picked(words: str | Iterable[str], where: str, faults: list[Fault]) -> set[str]:
    """Give the ids that words pick; put words that pick none among the faults."""
    rules = (INVALID_FILE, *RULES)
    picked: set[str] = set()
    for word in [words] if isinstance(words, str) else words:
        ids = {rule.id for rule in rules if _picks(word, rule)}
        if not ids:
            known = [rule.id if word.startswith(FAMILY) else rule.name for rule in rules]
            faults.append(Fault(f"unknown rule {quoted(word)}", where, nearest(word, known)))
        picked |= ids
    return picked


def _picks(word: str, rule: Rule) -> bool:
    return word == rule.name or (word.startswith(FAMILY) and rule.id.startswith(word))
