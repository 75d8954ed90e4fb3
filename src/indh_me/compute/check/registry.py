"""The list of rules. Each stands in the file of its like, beside the function that searches."""

from itertools import chain

from . import (
    baseline_rules,
    breakdown_rules,
    calendar_rules,
    chain_rules,
    code_rules,
    collection_rules,
    data_rules,
    figure_rules,
    framework_rules,
    group_rules,
    method_rules,
    milestone_rules,
    name_rules,
    progress_rules,
    reconciliation,
    schedule_rules,
    series_rules,
    share_rules,
    sheet_rules,
    source_rules,
    target_rules,
    unit_rules,
)
from .rule import Check, Rule
from .suppressions import UNUSED

__all__ = ["CHECKS", "RULES"]

FILES = (
    baseline_rules,
    breakdown_rules,
    calendar_rules,
    chain_rules,
    code_rules,
    collection_rules,
    data_rules,
    figure_rules,
    framework_rules,
    group_rules,
    method_rules,
    milestone_rules,
    name_rules,
    progress_rules,
    reconciliation,
    schedule_rules,
    series_rules,
    share_rules,
    sheet_rules,
    source_rules,
    target_rules,
    unit_rules,
)


def _id(rule: Rule) -> str:
    return rule.id


#: Every rule with its searches, in the order of ids.
CHECKS: tuple[Check, ...] = tuple(
    sorted(chain.from_iterable(file.CHECKS for file in FILES), key=lambda check: _id(check[0]))
)
#: Every rule that the linter holds frameworks to, in the order of ids; that of unused
#: suppressions is about what the others found.
RULES: tuple[Rule, ...] = tuple(sorted({UNUSED, *(rule for rule, _ in CHECKS)}, key=_id))
