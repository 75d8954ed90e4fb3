"""The list of rules. Each stands in the file of its like, beside the function that searches."""

from itertools import chain

from . import data_rules, framework_rules, method_rules, milestone_rules, reconciliation
from .rule import Check, Rule
from .suppressions import UNUSED

__all__ = ["CHECKS", "RULES"]

FILES = (data_rules, framework_rules, method_rules, milestone_rules, reconciliation)


def _id(rule: Rule) -> str:
    return rule.id


#: Every rule with its searches, in the order of ids.
CHECKS: tuple[Check, ...] = tuple(
    sorted(chain.from_iterable(file.CHECKS for file in FILES), key=lambda check: _id(check[0]))
)
#: Every rule that the linter holds frameworks to, in the order of ids; the last one is about
#: what the others found.
RULES: tuple[Rule, ...] = tuple(sorted({UNUSED, *(rule for rule, _ in CHECKS)}, key=_id))
