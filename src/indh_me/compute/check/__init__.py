"""A linter for frameworks and their data.

A rule is a function that finds what is wrong and is listed in `RULES` with its stable id. To
add one: write the function beside its like (`framework_rules` looks at the framework alone,
`data_rules` at the observations too), list it in `linter`, describe it in the documentation.
"""

from .finding import Finding, Severity
from .linter import RULES, Rule, check

__all__ = ["RULES", "Finding", "Rule", "Severity", "check"]
