"""Forms on paper: typeset from a source that can be read as text."""

from .pdf import write_paper_form
from .source import paper_body, paper_source

__all__ = ["paper_body", "paper_source", "write_paper_form"]
