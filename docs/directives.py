"""Directives that put into a page what the code says of itself, when the pages are built."""

from collections.abc import Callable

from docutils.nodes import Node
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from described import (
    error_markdown,
    keys_markdown,
    rule_markdown,
    rules_markdown,
    verb_markdown,
    words_markdown,
)

DIRECTIVES: dict[str, Callable[[str], str]] = {
    "error-class": error_markdown,
    "keys": keys_markdown,
    "rule": rule_markdown,
    "rules": rules_markdown,
    "verb": verb_markdown,
    "words": words_markdown,
}


class Described(SphinxDirective):
    """Shows the Markdown that a function makes for the name given."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Read the page anew in every build: the code may have changed, and the page not."""
        self.env.note_reread()
        return self.parse_text_to_nodes(DIRECTIVES[self.name](self.arguments[0]))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    for name in DIRECTIVES:
        app.add_directive(name, Described)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
