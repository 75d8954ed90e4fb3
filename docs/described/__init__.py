"""Parts of the reference that the code knows best, as the Markdown that the pages show.

Each function is given a name and returns Markdown. `docs/directives.py` puts it into the pages
when Sphinx builds them; here nothing needs Sphinx, so that the tests can read what is shown.
"""

from .commands import verb_markdown
from .errors import error_markdown
from .keys import keys_markdown
from .rules import rule_markdown, rules_markdown
from .words import words_markdown

__all__ = [
    "error_markdown",
    "keys_markdown",
    "rule_markdown",
    "rules_markdown",
    "verb_markdown",
    "words_markdown",
]
