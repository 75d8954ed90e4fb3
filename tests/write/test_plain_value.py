import json

import pytest

from indh_me.compute import Status
from indh_me.model import Absence, Quantity
from indh_me.model.quantity import Value
from indh_me.write.plain_value import quantity_to_plain, word_to_plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Quantity.exactly(4), '{"best": 4, "low": 4, "high": 4}'),
        (Quantity.exactly(-4), '{"best": -4, "low": -4, "high": -4}'),
        (Quantity.exactly(0.5), '{"best": 0.5, "low": 0.5, "high": 0.5}'),
        (Quantity.at_most(5), '{"best": null, "low": null, "high": 5}'),
        (Quantity.between(1, 2, best=1.5), '{"best": 1.5, "low": 1, "high": 2}'),
        (Quantity.exactly(1e300), '{"best": 1e+300, "low": 1e+300, "high": 1e+300}'),
        (Absence.NOT_REPORTED, "null"),
        (None, "null"),
    ],
)
def test_quantities_are_tables(value: Value | None, text: str) -> None:
    """A quantity is a table of its bounds, whole numbers whole; a missing one is null."""
    assert text == json.dumps(quantity_to_plain(value))


def test_words_are_words() -> None:
    """A member of an enumeration is its word, and none is none."""
    assert ("overdue", None) == (word_to_plain(Status.OVERDUE), word_to_plain(None))
