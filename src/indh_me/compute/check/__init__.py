"""A linter for frameworks and their data.

A rule has a stable id, a severity and a sentence, and stands beside the function that searches
for what it is about. To add one: write both in the file of its like, put the pair into the
file's `CHECKS`, describe the rule in the documentation.
"""

from .finding import Finding, Severity
from .linter import check
from .registry import RULES
from .rule import Rule

__all__ = ["RULES", "Finding", "Rule", "Severity", "check"]
