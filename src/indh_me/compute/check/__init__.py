"""A linter for frameworks and their data.

A rule has a stable id, a severity and a sentence, and stands beside the function that searches
for what it is about. To add one: write both in the file of its like, put the pair into the
file's `CHECKS`, describe the rule in the documentation. A search that looks at the framework
alone, or at no day, is wrapped so that this is known (`of_framework`, `without_data`; `of_data`,
`without_day`): a suppression of its rule can then be judged without data or a day.
"""

from .finding import Finding, Severity
from .invalid_file import INVALID_FILE, findings_of
from .linter import check
from .registry import RULES
from .rule import Rule
from .selection import chosen_rules

__all__ = [
    "INVALID_FILE",
    "RULES",
    "Finding",
    "Rule",
    "Severity",
    "check",
    "chosen_rules",
    "findings_of",
]
