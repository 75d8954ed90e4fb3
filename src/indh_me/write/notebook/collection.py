"""What came back in workbooks, in a notebook: figures with their outcome, and cells to look at."""

from collections.abc import Iterator

from indh_me.compute import Collection
from indh_me.write.svg import text_element
from indh_me.write.tables import collection_table
from indh_me.write.words import Words

from .blocks import blocks, section, title
from .table import MOST_ROWS, table_blocks

__all__ = ["collection_blocks"]


@blocks.register
def collection_blocks(value: Collection, words: Words) -> Iterator[str]:
    """Give a collection as blocks of HTML.

    Parameters
    ----------
    value, words
        The collection and the language. Findings about cells are in English.
    """
    table = collection_table(value, None, words)
    yield title("", table.title)
    yield from table_blocks(table, words)
    if value.findings:
        yield section(words.label("heading", "findings"))
        told = "\n".join(str(each) for each in value.findings[:MOST_ROWS])
        yield text_element("pre", told, lang="en", dir="ltr")
