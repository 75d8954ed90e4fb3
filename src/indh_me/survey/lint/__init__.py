"""A linter for forms: an XLSForm of anybody's.

As for frameworks, a rule has a stable id, a severity and a sentence, and stands beside the
function that searches for what it is about. To add one: write both in the file of its like, put
the pair into the file's `CHECKS`, describe the rule in the documentation.
"""

from .linter import check_form
from .registry import FORM_RULES

__all__ = ["FORM_RULES", "check_form"]
