from datetime import date

import pytest
from hypothesis import given

from indh_me.catalog import labels
from indh_me.errors import InvalidInputError
from indh_me.model import Absence, Quantity
from indh_me.read.entry_value import is_blank, row_value
from indh_me.testing import LANGUAGES, quantities
from indh_me.write.sheets.precision import known_as
from refusals import Strange, refusal

AT_LEAST, ABOUT, BETWEEN, UNKNOWN = "au moins", "environ", "entre", "inconnu"
NOTHING = "Sans objet"


def value(**cells: Strange) -> str | None:
    """Read a row in French; give its written form."""
    typed = row_value(cells, "fr")
    return None if typed is None else str(typed.value)


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ({}, None),
        ({"note": "voir PV"}, None),
        ({"value": 5.0}, "5"),
        ({"value": 0.0}, "0"),
        ({"value": 5.0, "known_as": "exactement"}, "5"),
        ({"value": 5.0, "known_as": AT_LEAST}, ">=5"),
        ({"low": 5.0, "known_as": AT_LEAST}, ">=5"),
        ({"value": 5.0, "known_as": AT_LEAST, "high": 9.0}, "5..9"),
        ({"value": 5.0, "known_as": "at most"}, "<=5"),
        ({"known_as": BETWEEN, "low": 5.0, "high": "9,5"}, "5..9.5"),
        ({"low": 5.0, "high": 9.0}, "5..9"),
        ({"value": 6.0, "known_as": ABOUT, "low": 5.0, "high": 9.0}, "6 (5..9)"),
        ({"value": 6.0, "known_as": ABOUT}, "6 (..)"),
        ({"known_as": UNKNOWN}, ".."),
        ({"value": ">=5", "known_as": AT_LEAST}, ">=5"),
        ({"value": "5..9", "known_as": BETWEEN}, "5..9"),
        (
            {"value": 64.0, "numerator": 16.0, "denominator": "25", "sample_size": 25.0},
            "64 [16/25; n=25]",
        ),
        ({"value": "64 [16/25]", "sample_size": 25.0}, "64 [16/25; n=25]"),
        ({"value": "64 [16/25]", "known_as": AT_LEAST}, ">=64 [16/25]"),
        ({"value": True}, "1"),
    ],
    ids=str,
)
def test_rows(cells: dict[str, Strange], written: str | None) -> None:
    """A row is read as the folded columns of the sheet read it."""
    assert written == value(**cells)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"value": "peu"}, "value"),
        ({"value": date(2008, 3, 27)}, "value"),
        ({"value": float("inf")}, "value"),
        ({"value": 5.0, "known_as": "peut-être"}, "known_as"),
        ({"value": 5.0, "known_as": NOTHING}, "value"),
        ({"value": NOTHING, "known_as": AT_LEAST}, "known_as"),
        ({"known_as": NOTHING, "low": 5.0}, "low"),
        ({"value": NOTHING, "numerator": 5.0}, "numerator"),
        ({"value": 5.0, "low": 4.0}, "low"),
        ({"value": 5.0, "known_as": AT_LEAST, "low": 4.0}, "low"),
        ({"value": 5.0, "known_as": UNKNOWN}, "known_as"),
        ({"known_as": AT_LEAST}, "known_as"),
        ({"value": ">=5", "known_as": ABOUT}, "known_as"),
        ({"value": ">=5", "high": 9.0}, "high"),
        ({"value": 9.0, "known_as": ABOUT, "low": 10.0}, "value"),
        ({"low": True, "high": 9.0}, "low"),
        ({"low": "1,250", "high": 9000.0}, "low"),
        ({"low": ">=4", "high": 9.0}, "low"),
        ({"numerator": 5.0, "denominator": 9.0}, "numerator"),
        ({"sample_size": 9.0}, "sample_size"),
        ({"value": 5.0, "numerator": 5.0}, "numerator"),
        ({"value": 5.0, "denominator": 0.0}, "denominator"),
        ({"value": "64 [16/25]", "numerator": 16.0}, "numerator"),
        ({"value": 5.0, "sample_size": -1.0}, "sample_size"),
    ],
    ids=str,
)
def test_contradictions(cells: dict[str, Strange], column: str) -> None:
    """What cannot be read, or contradicts itself, is refused at its column."""
    with pytest.raises(InvalidInputError) as caught:
        row_value(cells, "fr")

    assert {column} == {fault.where.path for fault in caught.value.faults}
    assert all(fault.mend for fault in caught.value.faults)


def test_two_readings_of_a_bound() -> None:
    """A bound that can be read in two ways is refused with both."""
    fault = refusal(lambda: row_value({"low": "1,250"}, "fr"))

    assert "can be read as 1250 or as 1.25" in fault.what


@given(quantity=quantities())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quantity(language: str, quantity: Quantity) -> None:
    """A quantity is read back from the cells in which the workbook writes it."""
    how, number, low, high = known_as(quantity)
    written = {
        "value": number,
        "known_as": labels()["known_as"][how][language],
        "low": low,
        "high": high,
        "numerator": quantity.numerator,
        "denominator": quantity.denominator,
        "sample_size": quantity.n,
    }
    cells = {name: cell for name, cell in written.items() if cell is not None}
    typed = row_value(cells, language)

    assert typed is not None
    assert quantity == typed.value


@pytest.mark.parametrize("absence", [Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])
def test_absences(absence: Absence) -> None:
    """An absence is read from the column of precision, in any language, or from that of values."""
    for word in labels()["absence"][absence.value].values():
        for cells in ({"known_as": word}, {"value": word}, {"value": word, "known_as": word}):
            typed = row_value(cells, "fr")

            assert typed is not None
            assert absence is typed.value


def test_blank_cells() -> None:
    """Spaces and marks that nobody sees are blank; zero is not."""
    assert [True, True, True, True] == [is_blank(each) for each in ("", " ", "\u200f\u00a0", None)]
    assert [False, False, False] == [is_blank(each) for each in (0.0, False, "0")]
