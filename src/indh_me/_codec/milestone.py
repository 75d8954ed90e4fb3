"""Milestones as plain data: ``true`` and ``false`` where the model has 1 and 0."""

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["number_for_word", "numbers_for_words", "word_for_number", "words_for_numbers"]


def number_for_word(value: object) -> object:
    """Give 1 for ``true`` and 0 for ``false``, anything else as it is.

    Examples
    --------
    >>> number_for_word(True), number_for_word("not_reported")
    (1, 'not_reported')
    """
    return int(value) if isinstance(value, bool) else value


def word_for_number(value: object) -> object:
    """Give ``true`` for 1 and ``false`` for 0, anything else as it is.

    Examples
    --------
    >>> word_for_number(0), word_for_number("not_reported")
    (False, 'not_reported')
    """
    return value == 1 if type(value) is int and value in {0, 1} else value


def numbers_for_words(indicator: Mapping[str, Any]) -> dict[str, Any]:
    """Put numbers into the targets and baseline of a milestone.

    Examples
    --------
    >>> numbers_for_words({"unit": "milestone", "targets": {"2008": True}})
    {'unit': 'milestone', 'targets': {'2008': 1}}
    """
    return _each_value(indicator, number_for_word)


def words_for_numbers(indicator: Mapping[str, Any]) -> dict[str, Any]:
    """Put words into the targets and baseline of a milestone.

    Examples
    --------
    >>> words_for_numbers({"unit": "milestone", "baseline": {"value": 0, "period": "2007"}})
    {'unit': 'milestone', 'baseline': {'value': False, 'period': '2007'}}
    """
    return _each_value(indicator, word_for_number)


def _each_value(indicator: Mapping[str, Any], change: Callable[[object], object]) -> dict[str, Any]:
    changed = dict(indicator)
    if "baseline" in changed:
        changed["baseline"] = _valued(changed["baseline"], change)
    if isinstance(changed.get("targets"), Mapping):
        changed["targets"] = {
            period: _valued(target, change) for period, target in changed["targets"].items()
        }
    if isinstance(changed.get("targets_by_category"), (list, tuple)):
        changed["targets_by_category"] = [
            _valued(target, change) for target in changed["targets_by_category"]
        ]
    return changed


def _valued(plain: object, change: Callable[[object], object]) -> object:
    """Change a value, or the value in a table and those of its revisions."""
    if not isinstance(plain, Mapping):
        return change(plain)
    changed = dict(plain)
    if "value" in changed:
        changed["value"] = change(changed["value"])
    if isinstance(changed.get("revisions"), (list, tuple)):
        changed["revisions"] = [_valued(each, change) for each in changed["revisions"]]
    return changed
