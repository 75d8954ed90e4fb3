"""Figures typed into the data-entry sheet of a workbook, as an officer would."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indh_me.model import Absence, Indicator
from indh_me.model.quantity import Value
from indh_me.write.sheets.entry_columns import POSITION
from indh_me.write.sheets.precision import known_as
from indh_me.write.words import Words

__all__ = ["Typed", "fill_in", "typed_as"]

Typed = Mapping[str, str | float | None]
BLANK: Typed = dict.fromkeys(
    ("value", "known_as", "low", "high", "numerator", "denominator", "collected")
)


def fill_in(path: Path, words: Words, rows: Mapping[str, Typed]) -> None:
    """Type figures into the data-entry sheet of a workbook, row by row."""
    book = load_workbook(path)
    sheet: Worksheet = book[words.label("sheet", "data_entry")]
    keys = {
        row[POSITION["key"]].value: row[0].row
        for row in sheet.iter_rows()
        if row[0].row is not None
    }
    for key, typed in rows.items():
        for name, value in typed.items():
            sheet.cell(keys[key], POSITION[name] + 1).value = value
    book.save(path)


def typed_as(value: Value | None, indicator: Indicator, words: Words) -> Typed:
    """Tell how a figure is typed."""
    if value is None:
        return BLANK
    if isinstance(value, Absence):
        return {**BLANK, "known_as": words.label("absence", value)}
    how, number, low, high = known_as(value)
    typed: str | float | None = number
    if indicator.unit.is_milestone:
        typed = words.label("unit", "done" if number == 1 else "not_done")
    return {
        **BLANK,
        "value": typed,
        "known_as": words.label("known_as", how),
        "low": low,
        "high": high,
        "numerator": value.numerator,
        "denominator": value.denominator,
    }
