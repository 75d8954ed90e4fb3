"""Settings of the documentation: Sphinx, pages in MyST Markdown, the furo theme, no network."""

import re
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
sys.path.insert(0, str(Path(__file__).parent))  # Where the directives of these pages live.

project = "indh-me"
author = "The indh-me contributors"
project_copyright = author
release = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["version"]
version = release

extensions = [
    "directives",
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"indh-me {release}"
html_static_path = ["static"]
html_css_files = ["tables.css"]

myst_heading_anchors = 3

# Names in single quotes of docstrings are Python names, and one that leads nowhere is an error.
default_role = "py:obj"
nitpicky = True
nitpick_ignore_regex = [
    # Documented elsewhere: without a network there are no pages of others to link to.
    ("py:.*", r"(attrs|datetime|hypothesis|np|npt|numpy|os|pathlib|typing)\b.*"),
    ("py:class", r"indh_me\..*\.T"),
    ("py:.*", r"(None|True|False|NaN|NaT|bool|dict|float|int|list|object|str|tuple|type)"),
    ("py:.*", r"(Any|Iterable|Iterator|Mapping|PathLike|Sequence|date|collections\.abc\..*)"),
    # Inner names, for those who read on in the source.
    ("py:.*", r"(ABSENCES|achievements|default_method|near_limit|workbook)"),
    ("py:.*", r".*\.(Panel|Provenance)"),
    ("py:.*", r"indh_me\.survey\.tree\..*"),
    ("py:.*", r"(.*\.)?(Measure(\..*)?|NotComputed|Published(Group|Remainder))"),
    ("py:.*", r"(Expectation\.fraction|indh_me\.compute\.profile\.expected_fraction)"),
]

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True
napoleon_google_docstring = False
napoleon_use_rtype = False

# Examples of docstrings are run here as a reader of the page would try them; pytest runs them in
# their own modules, and the examples of the pages themselves.
doctest_global_setup = """
from datetime import date
from pathlib import Path
import numpy as np
from indh_me.testing import *
from indh_me import *
"""

FOOTNOTE = re.compile(r"\[([0-9]+)\]_")


def _prepare_docstring(
    _app: Sphinx, what: str, _name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    """Lay out what napoleon and MyST would misread.

    MyST does not find the footnotes of a docstring. In docstrings of attributes, napoleon sees
    no sections, and takes the words before a colon for a type, but not after an empty comment.
    """
    lines[:] = [FOOTNOTE.sub(r"[\1]", line) for line in lines]
    if what in {"attribute", "data", "property"}:
        for at, (line, rule) in enumerate(pairwise(lines)):
            if line in {"Examples", "Notes"} and rule == "-" * len(line):
                lines[at : at + 2] = [f".. rubric:: {line}", ""]
        lines[:0] = ["..", ""]


def setup(app: Sphinx) -> None:
    """Prepare docstrings before napoleon, whose priority is 500, reads them; show CSV plainly."""
    app.connect("autodoc-process-docstring", _prepare_docstring, priority=400)
    app.add_lexer("csv", TextLexer)
