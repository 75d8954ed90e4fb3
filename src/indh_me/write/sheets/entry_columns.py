"""The columns of the data-entry sheet."""

from collections.abc import Mapping

from indh_me.cells import column_letters

__all__ = ["FILLED", "FIRST_ROW", "HEADER_ROW", "LETTER", "POSITION", "WIDTHS"]

HEADER_ROW = 3
FIRST_ROW = 4
PLAN: Mapping[str, float] = {
    "code": 9,
    "indicator": 42,
    "category": 16,
    "unit": 14,
    "period": 22,
    "start": 11,
    "end": 11,
    "target": 13,
}
#: Columns that are filled in.
FILLED: Mapping[str, float] = {
    "value": 13,
    "known_as": 13,
    "low": 11,
    "high": 11,
    "numerator": 13,
    "denominator": 14,
    "sample_size": 15,
    "collected": 12,
    "source": 14,
    "note": 44,
}
#: Columns that formulas work with, folded away.
CALCULATED: Mapping[str, float] = {
    "key": 30,
    "counts_for": 12,
    "best": 12,
    "at_least": 12,
    "at_most": 12,
    "shown": 16,
    "mark": 10,
    "weighted_low": 12,
    "weighted_high": 12,
    "shared_from": 12,
}
#: Width of each column by its name, in digits.
WIDTHS: Mapping[str, float] = {**PLAN, **FILLED, **CALCULATED}
#: Position of each column, from 0, by its name.
POSITION: Mapping[str, int] = {name: position for position, name in enumerate(WIDTHS)}
#: Letters of each column by its name.
LETTER: Mapping[str, str] = {name: column_letters(at) for name, at in POSITION.items()}
