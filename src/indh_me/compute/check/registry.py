"""The list of rules. Each stands in the file of its like, beside the function that searches."""

from collections.abc import Mapping
from itertools import chain
from types import ModuleType

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

__all__ = ["CHECKS", "FAMILIES", "RULES"]

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


def _family(file: ModuleType) -> str:
    return file.__name__.rpartition(".")[2].removesuffix("_rules")


def _families() -> dict[str, tuple[str, ...]]:
    """Group the ids of rules by the files they stand in; a rule belongs to the first of them."""
    families: dict[str, tuple[str, ...]] = {}
    known: set[str] = set()
    for file in FILES:
        ids = sorted({_id(rule) for rule, _ in file.CHECKS} - known)
        families[_family(file)] = tuple(ids)
        known.update(ids)
    return {**families, "suppressions": (UNUSED.id,)}


#: Ids of the rules, by the name of what they are about.
FAMILIES: Mapping[str, tuple[str, ...]] = _families()
