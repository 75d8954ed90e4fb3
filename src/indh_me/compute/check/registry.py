"""The list of rules. Each stands in the file of its like, beside the function that searches."""

from itertools import chain

from . import (
    breakdown_rules,
    collection_rules,
    data_rules,
    figure_rules,
    framework_rules,
    milestone_rules,
    progress_rules,
    reconciliation,
    schedule_rules,
    series_rules,
    share_rules,
)
from .rule import Check, Rule

__all__ = ["CHECKS", "RULES"]

FILES = (
    breakdown_rules,
    collection_rules,
    data_rules,
    figure_rules,
    framework_rules,
    milestone_rules,
    progress_rules,
    reconciliation,
    schedule_rules,
    series_rules,
    share_rules,
)


def _id(check: Check) -> str:
    return check[0].id


#: Every rule with its searches, in the order of ids.
CHECKS: tuple[Check, ...] = tuple(
    sorted(chain.from_iterable(file.CHECKS for file in FILES), key=_id)
)
#: Every rule, in the order of ids.
RULES: tuple[Rule, ...] = tuple(dict.fromkeys(rule for rule, _ in CHECKS))
