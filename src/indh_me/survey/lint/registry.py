"""The list of rules of forms. Each stands in the file of its like, beside its search."""

from itertools import chain

from indh_me.compute import Rule

from . import (
    answer_rules,
    expression_rules,
    filter_rules,
    grid_rules,
    group_rules,
    instrument_rules,
    language_rules,
    list_rules,
    logic_rules,
    name_rules,
    order_rules,
    scale_rules,
    settings_rules,
    sheet_rules,
    type_rules,
    wording_rules,
)
from .rule import FormCheck

__all__ = ["CHECKS", "FORM_RULES"]

FILES = (
    answer_rules,
    expression_rules,
    filter_rules,
    grid_rules,
    group_rules,
    instrument_rules,
    language_rules,
    list_rules,
    logic_rules,
    name_rules,
    order_rules,
    scale_rules,
    settings_rules,
    sheet_rules,
    type_rules,
    wording_rules,
)

#: Every rule with its search, in the order of ids.
CHECKS: tuple[FormCheck, ...] = tuple(
    sorted(chain.from_iterable(file.CHECKS for file in FILES), key=lambda check: check[0].id)
)
#: Every rule that the linter holds forms to, in the order of ids.
FORM_RULES: tuple[Rule, ...] = tuple(rule for rule, _ in CHECKS)
