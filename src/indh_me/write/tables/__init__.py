"""Results as tables of words, before they are printed."""

from .assessment import assessment_table
from .breakdown import breakdown_table, publication_table
from .collection import collection_table
from .comparison import comparison_table
from .indicators import indicators_table
from .projection import projection_table
from .rollup import rollup_table
from .table import Bar, Column, Row, Table

__all__ = [
    "Bar",
    "Column",
    "Row",
    "Table",
    "assessment_table",
    "breakdown_table",
    "collection_table",
    "comparison_table",
    "indicators_table",
    "projection_table",
    "publication_table",
    "rollup_table",
]
