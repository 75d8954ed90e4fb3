import pytest

from indh_me.catalog import labels
from indh_me.model import Quantity
from indh_me.write.sheets.precision import (
    KNOWN_AS,
    known_as,
    mark,
    mark_formula,
    number_formula,
    shown_number,
)
from indh_me.write.words import Words

FRENCH = Words("fr")


def test_words_are_those_of_the_catalogue() -> None:
    """The list offers all of the words that there are."""
    assert set(labels()["known_as"]) == set(KNOWN_AS)


@pytest.mark.parametrize(
    ("quantity", "typed", "shown", "before"),
    [
        ("9", ("exactly", 9, None, None), 9, ""),
        ("0", ("exactly", 0, None, None), 0, ""),
        (">=5", ("at_least", 5, None, None), 5, "au moins"),
        ("<=5", ("at_most", 5, None, None), 5, "au plus"),
        ("69..73", ("between", None, 69, 73), 69, "au moins"),
        ("64 (58..70)", ("about", 64, 58, 70), 64, ""),
        ("64 (58..)", ("about", 64, 58, None), 64, ""),
        ("64 (..70)", ("about", 64, None, 70), 64, ""),
        ("64 (..)", ("about", 64, None, None), 64, ""),
        ("..", ("unknown", None, None, None), None, ""),
    ],
)
def test_quantities_are_typed_and_shown(
    quantity: str, typed: tuple[object, ...], shown: float | None, before: str
) -> None:
    """Each form of a quantity has its way to be typed, a number to be shown by, and words."""
    value = Quantity.parse(quantity)

    assert typed == known_as(value)
    assert shown == shown_number(value)
    assert before == mark(FRENCH, value)


def test_no_quantity_has_no_words() -> None:
    """Before nothing stands nothing."""
    assert "" == mark(FRENCH, None)


def test_words_are_a_formula_too() -> None:
    """The same words come from cells that hold the bounds."""
    assert 'IF(B1<>"","",IF(A1<>"","au moins",IF(C1<>"","au plus","")))' == mark_formula(
        FRENCH, "A1", "B1", "C1"
    )


@pytest.mark.parametrize(
    ("low", "best", "high", "words", "number"),
    [
        (
            *("L", "B", "H"),
            'IF(B<>"","",IF(L<>"","au moins",IF(H<>"","au plus","")))',
            'IF(B<>"",B,IF(L<>"",L,IF(H<>"",H,"")))',
        ),
        (None, "B", None, 'IF(B<>"","","")', 'IF(B<>"",B,"")'),
        (None, None, None, '""', '""'),
    ],
)
def test_formulas_of_what_may_be_known(
    low: str | None, best: str | None, high: str | None, words: str, number: str
) -> None:
    """The words and the number look only at the parts that may be known."""
    assert words == mark_formula(FRENCH, low, best, high)
    assert number == number_formula(low, best, high)
