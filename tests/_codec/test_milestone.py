from typing import Any

import pytest

from indh_me._codec.milestone import (
    number_for_word,
    numbers_for_words,
    word_for_number,
    words_for_numbers,
)

PAIRS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"baseline": False}, {"baseline": 0}),
    (
        {"baseline": {"value": False, "period": "2007"}},
        {"baseline": {"value": 0, "period": "2007"}},
    ),
    ({"baseline": "not_reported"}, {"baseline": "not_reported"}),
    ({"targets": {"2008": True}}, {"targets": {"2008": 1}}),
    (
        {"targets": {"2008": {"value": True, "revisions": [{"value": False}]}}},
        {"targets": {"2008": {"value": 1, "revisions": [{"value": 0}]}}},
    ),
    ({"targets_by_category": [{"value": True}]}, {"targets_by_category": [{"value": 1}]}),
    ({"unit": "milestone"}, {"unit": "milestone"}),
    # Not what it should be: left for the reader to judge.
    ({"targets": 3}, {"targets": 3}),
    ({"targets": {"2008": {"code": "x"}}}, {"targets": {"2008": {"code": "x"}}}),
    ({"targets_by_category": 3}, {"targets_by_category": 3}),
]


@pytest.mark.parametrize(("words", "numbers"), PAIRS)
def test_words_stand_for_numbers(words: dict[str, Any], numbers: dict[str, Any]) -> None:
    """In the file a milestone says true and false wherever the model has 1 and 0, and back."""
    assert numbers == numbers_for_words(words)
    assert words == words_for_numbers(numbers)


@pytest.mark.parametrize("value", ["not_reported", "1 [n=3]", 2, 0.5, None])
def test_other_values_stay(value: object) -> None:
    """What is neither done nor not done stays as it is, for the reader to judge."""
    assert value == number_for_word(value)
    assert value == word_for_number(value)
