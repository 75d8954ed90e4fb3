"""What readers and writers must agree on: model values as plain data, and back.

Plain data is what TOML and JSON hold: tables, lists, strings, numbers, booleans and dates.
"""

from .framework import framework_from_plain, framework_to_plain
from .table import observation_from_row, observation_to_row, table_columns

__all__ = [
    "framework_from_plain",
    "framework_to_plain",
    "observation_from_row",
    "observation_to_row",
    "table_columns",
]
