from datetime import date

import pytest

from indh_me.write.sheets.spelling import literal, number, quoted, serial


def test_texts_are_quoted() -> None:
    """A quote in a text is doubled."""
    assert '"the ""briefing"""' == quoted('the "briefing"')


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (60, "60"), (-0.5, "(-0.5)"), (1e22, "1e+22"), (1 / 3, "0.3333333333333333")],
)
def test_numbers_are_whole(value: float, expected: str) -> None:
    """No digit of a number is lost, and a minus sign is never taken for a subtraction."""
    assert expected == literal(value)


def test_days_are_counted_as_spreadsheets_do() -> None:
    """Day 60 is the 29 February 1900 that never was: from the next day on, counts agree."""
    assert (61, 39_534) == (serial(date(1900, 3, 1)), serial(date(2008, 3, 27)))


def test_nothing_is_an_empty_text() -> None:
    """A formula that shows nothing comes to an empty text, zero to zero."""
    assert ("", 0.0) == (number(None), number(0.0))
