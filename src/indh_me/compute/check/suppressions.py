"""Suppressions of findings, and the rule that each of them suppresses something."""

import re
from collections.abc import Collection, Iterator, Mapping

from attrs import frozen

from indh_me.errors import nearest
from indh_me.model import Framework, Suppression

from .finding import Finding, Severity
from .invalid_file import INVALID_FILE
from .rule import Rule

__all__ = ["UNUSED", "Suppressions", "unused_suppressions"]

UNUSED = Rule(
    "ME061",
    "unused-suppression",
    Severity.WARNING,
    "a suppression suppresses no finding, or names a rule that does not exist",
)
#: Rules whose findings no suppression can hide, and why.
UNSUPPRESSIBLE = {
    INVALID_FILE.id: "mend the file: nothing is computed from one that cannot be read",
    UNUSED.id: "delete this suppression, and the one that is unused",
}
#: Where a path of keys may be cut; inside of quotes too, but then no place is equal to it.
CUT = re.compile(r"[.\[]")


@frozen
class Suppressions:
    """The suppressions of a framework, to look findings up in.

    Parameters
    ----------
    positions
        Position of each suppression in the framework, by its rule and then by its place, which is
        empty when it holds everywhere.
    """

    positions: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, framework: Framework) -> "Suppressions":
        """Take them from a framework."""
        positions: dict[str, dict[str, int]] = {}
        for at, each in enumerate(framework.suppressions):
            if each.rule not in UNSUPPRESSIBLE:
                place = "" if each.place is None else each.place
                positions.setdefault(each.rule, {})[place] = at
        return cls(positions)

    @property
    def rules(self) -> frozenset[str]:
        """Ids of the rules of which something is suppressed."""
        return frozenset(self.positions)

    def covering(self, finding: Finding) -> tuple[int, ...]:
        """Give the positions of those that suppress a finding, the narrowest last.

        Parameters
        ----------
        finding
            What a rule found.
        """
        places = self.positions.get(finding.id)
        if places is None:
            return ()
        path = finding.place.path
        ends = [0, *(cut.start() for cut in CUT.finditer(path)), len(path)]
        around = (path[:end] for end in dict.fromkeys(ends))
        return tuple(places[place] for place in around if place in places)


def unused_suppressions(
    framework: Framework, used: Collection[int], judged: Mapping[str, bool]
) -> Iterator[Finding]:
    """Find suppressions of nothing.

    It is no ordinary search, as it must know what the others have found.

    Parameters
    ----------
    framework
        The plan.
    used
        Positions of the suppressions that suppress something.
    judged
        Ids of the rules that a suppression may name, and whether it means something that one of
        them found nothing: without the data or day that it needs, it does not.
    """
    for at, suppression in enumerate(framework.suppressions):
        rule, path = suppression.rule, f"suppressions[{at}]"
        if rule in UNSUPPRESSIBLE:
            yield UNUSED.found(
                place=f"{path}.rule",
                message=f"findings of {rule} cannot be suppressed",
                mend=UNSUPPRESSIBLE[rule],
            )
        elif rule not in judged:
            yield UNUSED.found(
                place=f"{path}.rule",
                message=f"unknown rule {rule!r}",
                mend=nearest(rule, judged),
            )
        elif judged[rule] and at not in used:
            yield UNUSED.found(place=path, message=_nothing(suppression), mend=MEND)


def _nothing(suppression: Suppression) -> str:
    where = "" if suppression.place is None else f" at {suppression.place}"
    return f"there is no finding of {suppression.rule}{where} to suppress"


MEND = "delete the suppression, or correct its rule and place"
