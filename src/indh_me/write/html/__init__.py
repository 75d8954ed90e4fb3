"""Forms on screen: one file with all languages, which needs no network."""

from .page import html_form, write_html_form
from .script import javascript

__all__ = ["html_form", "javascript", "write_html_form"]
