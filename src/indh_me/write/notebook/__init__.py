"""Values as HTML, for notebooks: self-contained, escaped, without a script.

To show a class of its own, a module of this room writes the `blocks` of it, and the class inherits
from `indh_me.notebook.ShownInNotebook`.
"""

from .fragment import Html
from .to_html import to_html

__all__ = ["Html", "to_html"]
