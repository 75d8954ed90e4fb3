"""What may be typed into the data-entry sheet, and the words that help."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from indh_me.write.cell_faults import FIRST_DAY
from indh_me.write.content import Content
from indh_me.write.grid import Block, Validation

from .entry_columns import FIRST_ROW, POSITION
from .hidden import list_area

__all__ = ["entry_rules"]

#: Columns of amounts that every row has.
AMOUNTS = ("low", "high", "numerator", "denominator", "sample_size")


def entry_rules(content: Content, blocks: Mapping[str, Block]) -> Iterator[Validation]:
    """Say what may be typed where.

    Parameters
    ----------
    content
        What the workbook is made of.
    blocks
        Rows of each column, by its name.
    """
    label = content.words.label
    refused = label("input", "refused_title")
    number, choice = label("input", "number_refused"), label("input", "list_refused")
    for milestone, block in _runs(content):
        yield Validation(
            block,
            "list" if milestone else "decimal",
            source=list_area(content, "done") if milestone else None,
            title=label("input", "value_title"),
            message=label("input", "milestone_message" if milestone else "value_message"),
            error_title=refused,
            error=choice if milestone else number,
        )
    for name in AMOUNTS:
        yield Validation(blocks[name], "decimal", error_title=refused, error=number)
    yield Validation(
        blocks["known_as"],
        "list",
        source=list_area(content, "known_as"),
        title=label("input", "known_as_title"),
        message=label("input", "known_as_message"),
        error_title=refused,
        error=choice,
    )
    yield Validation(
        blocks["collected"],
        "date",
        low=FIRST_DAY,
        title=label("input", "date_title"),
        message=label("input", "date_message"),
        error_title=refused,
        error=label("input", "date_message"),
    )
    sources = list_area(content, "source")
    if sources is not None:
        yield Validation(
            blocks["source"],
            "list",
            source=sources,
            error_title=refused,
            error=choice,
            severity="warning",
        )


def _runs(content: Content) -> Iterator[tuple[bool, Block]]:
    """Give the runs of rows whose values are all numbers, or all done or not done."""
    column, row = POSITION["value"], FIRST_ROW
    kinds = (entry.indicator.unit.is_milestone for entry in content.entries)
    for milestone, run in groupby(kinds):
        after = row + sum(1 for _ in run)
        yield milestone, Block(row, column, after - 1, column)
        row = after
