"""Patterns of what is written as a string, for readers of schemas (ECMA-262)."""

from indh_me.model.notation import NUMBER
from indh_me.model.suppression import PLACE as PATH
from indh_me.model.suppression import RULE as RULE_ID
from indh_me.model.text import LANGUAGE_TAG

__all__ = [
    "CODE",
    "DAY",
    "DONE",
    "PERIOD",
    "PLACE",
    "QUANTITY",
    "RULE",
    "TAG",
    "UNITS",
    "VISIBLE",
]

#: Letters and digits of any script, as far as a pattern can say so that every reader of
#: schemas understands.
NO_LETTER = r"\x00-,/:-@\[-^`{-\x7f"
CODE = rf"^[^{NO_LETTER}._-][^{NO_LETTER}]{{0,63}}$"
VISIBLE = r"\S"
NAME = (
    r"[0-9]{4}(?:-(?:S[12]|T[1-3]|Q[1-4]"
    r"|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?))?"
)
PERIOD = rf"^\s*{NAME}(?:/{NAME})?\s*$"
FIGURE = "|".join(
    [
        NUMBER,
        rf"(?:>=|<=)\s*{NUMBER}",
        rf"(?:{NUMBER})?\s*\.\.\s*(?:{NUMBER})?",
        rf"{NUMBER}\s*\(\s*(?:{NUMBER})?\s*\.\.\s*(?:{NUMBER})?\s*\)",
    ]
)
SHARE, SAMPLE = rf"{NUMBER}\s*/\s*{NUMBER}", rf"n\s*=\s*{NUMBER}"
COUNTS = rf"\[\s*(?:{SHARE}|{SAMPLE}|(?:{SHARE})?\s*;\s*(?:{SAMPLE})?)\s*\]"
QUANTITY = rf"^\s*(?:{FIGURE})\s*(?:{COUNTS})?\s*$"
#: What a milestone's value may be as a string.
DONE = rf"^\s*[+-]?[01](?:\.0+)?\s*(?:{COUNTS})?\s*$"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
TAG = f"^{LANGUAGE_TAG.pattern}$"
RULE = f"^{RULE_ID.pattern}$"
PLACE = f"^{PATH.pattern}$"
#: Units that say more than their kind.
UNITS = (
    rf"^\s*ratio per\s+{NUMBER}\s*$",
    rf"^\s*score\s+{NUMBER}\s*\.\.\s*{NUMBER}\s*$",
    r"^\s*currency\s+[A-Z]{3}\s*$",
)
