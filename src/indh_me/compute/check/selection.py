"""Which rules are run, as a user picks them."""

from collections.abc import Iterable, Sequence

from indh_me.errors import Fault, UnknownCodeError, nearest, quoted

from .invalid_file import INVALID_FILE
from .registry import RULES
from .rule import Rule

__all__ = ["chosen_rules"]

#: Letters that the id of a rule begins with.
FAMILY = 2


def chosen_rules(
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    among: Sequence[Rule] = (INVALID_FILE, *RULES),
) -> frozenset[str]:
    """Give the ids of the rules that are picked.

    Parameters
    ----------
    select
        Ids of rules (``ME035``), what ids begin with (``ME03``), or names (``overdue-milestone``);
        none at all picks every rule.
    ignore
        What is left out of those, written the same way.
    among
        The rules that there are: those of frameworks, unless others are given.

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
    selected = _picked(select, "select", among, faults)
    ignored = _picked(ignore, "ignore", among, faults)
    if faults:
        raise UnknownCodeError(*faults)
    everything = {rule.id for rule in among}
    return frozenset((selected or everything) - ignored)


def _picked(
    words: str | Iterable[str], where: str, among: Sequence[Rule], faults: list[Fault]
) -> set[str]:
    """Give the ids that words pick; put words that pick none among the faults."""
    families = {rule.id[:FAMILY] for rule in among}
    picked: set[str] = set()
    for word in [words] if isinstance(words, str) else words:
        is_id = word[:FAMILY] in families
        ids = {
            rule.id for rule in among if word == rule.name or (is_id and rule.id.startswith(word))
        }
        if not ids:
            known = [rule.id if is_id else rule.name for rule in among]
            faults.append(Fault(f"unknown rule {quoted(word)}", where, nearest(word, known)))
        picked |= ids
    return picked
