"""What can be wrong with what surrounds the cells of a sheet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from indh_me.errors import Fault, nearest

from .address import COLUMNS, ROWS, Area, Block, sheet_prefix
from .cell_faults import FIRST_DAY, Examined, place
from .formula import Written, explain_formula
from .legal_text import text_faults
from .sheet import Condition, Sheet, Validation
from .style import COLOUR

__all__ = ["area_faults", "sheet_faults"]

LONGEST_PROMPT_TITLE = 32
LONGEST_PROMPT = 255
LONGEST_LITERAL = 255
LONGEST_FOOTER = 240  # Of 255, with room for the codes around it.
LONGEST_TEXT = 32_767
LARGEST_BOUND = 1e300
WIDEST = 255
HIGHEST = 409
DEEPEST_LEVEL = 7
MOST_LINKS = 65_530
MOST_BREAKS = 1_023


def sheet_faults(
    examined: Examined, sheets: Mapping[bytes, Written], names: AbstractSet[bytes]
) -> Iterator[Fault]:
    """Find what is wrong with a sheet apart from its cells, name and charts.

    Parameters
    ----------
    examined
        The sheet.
    sheets
        What is written on all sheets, by name as it stands before ``!``, in UTF-8.
    names
        The defined names, in UTF-8.
    """
    sheet = examined.sheet
    yield from _merge_faults(sheet)
    yield from _block_faults(sheet, "the validation", (v.block for v in sheet.validations))
    yield from _block_faults(sheet, "the condition", (c.block for c in sheet.conditions))
    yield from _overlaps(sheet, "validations", [v.block for v in sheet.validations])
    for validation in sheet.validations:
        yield from _validation_faults(validation, f"{sheet.name}!{validation.block}", sheets)
    for condition in sheet.conditions:
        yield from _condition_faults(condition, examined, sheets, names)
    yield from _note_faults(examined, sheets)
    yield from _size_faults(sheet)
    yield from _view_faults(examined)


def area_faults(
    what: str, area: Area, where: str, sheets: Mapping[bytes, Written]
) -> Iterator[Fault]:
    """Find whether an area is one, on a sheet that exists, where something is written."""
    if not area.block.is_possible:
        yield Fault(
            f"{what} runs backwards or out of its sheet: {area.block}",
            where,
            "give first row, first column, last row, last column, from 0",
        )
        return
    there = sheets.get(sheet_prefix(area.sheet)[:-1].encode("utf-8", "surrogatepass"))
    if there is None:
        yield Fault(
            f"{what} is on sheet {area.sheet!r}, which does not exist",
            where,
            nearest(area.sheet, _sheet_names(sheets)),
        )
    elif there.block is None or not there.block.covers(area.block):
        yield Fault(
            f"{what} {area.reference} reaches where nothing is written",
            where,
            f"write its cells (blank ones are enough); the sheet holds {there.block or 'none'}",
        )


def _sheet_names(sheets: Iterable[bytes]) -> list[str]:
    quoted = [key.decode("utf-8", "replace") for key in sheets]
    return [key[1:-1].replace("''", "'") for key in quoted if key.startswith("'")]


def _block_faults(sheet: Sheet, what: str, blocks: Iterable[Block]) -> Iterator[Fault]:
    for block in blocks:
        if not block.is_possible:
            yield Fault(
                f"{what} runs backwards or out of the sheet: {block!r}",
                sheet.name,
                "give first row, first column, last row, last column, from 0",
            )


def _overlaps(sheet: Sheet, what: str, blocks: list[Block]) -> Iterator[Fault]:
    # Going down the rows, only blocks that are still open can meet the next one.
    still_open: list[Block] = []
    for block in sorted(blocks, key=lambda each: (each.first_row, each.first_column)):
        still_open = [other for other in still_open if other.last_row >= block.first_row]
        for other in still_open:
            beside = (
                other.last_column < block.first_column or block.last_column < other.first_column
            )
            if not beside:
                yield Fault(
                    f"the {what} {other} and {block} overlap",
                    f"{sheet.name}!{block}",
                    "let each cell belong to one of them",
                )
        still_open.append(block)


def _merge_faults(sheet: Sheet) -> Iterator[Fault]:
    yield from _block_faults(sheet, "the merge", sheet.merges)
    yield from _overlaps(sheet, "merges", list(sheet.merges))
    for merge in sheet.merges:
        if merge == Block.of_cell(merge.first_row, merge.first_column):
            yield Fault(
                f"the merge {merge} is of a single cell",
                place(sheet.name, merge.first_row, merge.first_column),
                "leave it out",
            )


def _validation_faults(
    validation: Validation, where: str, sheets: Mapping[bytes, Written]
) -> Iterator[Fault]:
    yield from text_faults("the input title", validation.title, where, LONGEST_PROMPT_TITLE)
    yield from text_faults("the input message", validation.message, where, LONGEST_PROMPT)
    yield from text_faults("the error title", validation.error_title, where, LONGEST_PROMPT_TITLE)
    yield from text_faults("the error message", validation.error, where, LONGEST_PROMPT)
    if validation.kind == "list":
        yield from _choice_faults(validation, where, sheets)
    elif validation.source is not None:
        yield Fault("only a list validation has a source", where, "leave it out")
    bounds = [bound for bound in (validation.low, validation.high) if bound is not None]
    if validation.kind not in {"list", "any"}:
        yield from _bound_faults(validation, bounds, where)
    elif bounds:
        yield Fault("only numbers and dates have bounds", where, "leave them out")
    if validation.kind == "any" and validation.title == "" and validation.message == "":
        yield Fault("the validation neither checks nor says anything", where, "leave it out")


def _choice_faults(
    validation: Validation, where: str, sheets: Mapping[bytes, Written]
) -> Iterator[Fault]:
    if validation.source is None:
        yield Fault("the list validation has no source", where, "give the area of its choices")
        return
    yield from area_faults("the list of choices", validation.source, where, sheets)
    block = validation.source.block
    if block.first_row < block.last_row and block.first_column < block.last_column:
        yield Fault("the list of choices is a table", where, "give one row or one column")


def _bound_faults(
    validation: Validation, bounds: list[float | date], where: str
) -> Iterator[Fault]:
    expected = (date,) if validation.kind == "date" else (int, float)
    if any(type(bound) not in expected for bound in bounds):
        yield Fault(
            f"the bounds {bounds} do not fit a validation of {validation.kind!r}",
            where,
            "give dates for dates, and numbers for numbers",
        )
    elif any(not _is_possible_bound(bound) for bound in bounds):
        yield Fault(
            f"no cell can hold the bounds {bounds}", where, "give bounds that a cell can hold"
        )
    elif bounds != sorted(bounds):
        yield Fault(f"the bounds {bounds} leave nothing between", where, "exchange low and high")


def _is_possible_bound(bound: float | date) -> bool:
    if isinstance(bound, date):
        return bound >= FIRST_DAY
    return -LARGEST_BOUND <= bound <= LARGEST_BOUND


def _condition_faults(
    condition: Condition,
    examined: Examined,
    sheets: Mapping[bytes, Written],
    names: AbstractSet[bytes],
) -> Iterator[Fault]:
    where = f"{examined.sheet.name}!{condition.block}"
    if (condition.text is None) == (condition.formula is None):
        yield Fault("a condition is either a text or a formula", where, "give one of the two")
    if condition.text is not None:
        yield from text_faults("the text of the condition", condition.text, where, LONGEST_LITERAL)
    if condition.formula is not None:
        for what, mend in explain_formula(condition.formula, examined.written, sheets, names):
            yield Fault(what, where, f"{mend}; the formula is {condition.formula[:200]!r}")


def _note_faults(examined: Examined, sheets: Mapping[bytes, Written]) -> Iterator[Fault]:
    sheet = examined.sheet
    for what, notes in (("comments", sheet.comments), ("links", sheet.links)):
        for (row, column), count in Counter((n.row, n.column) for n in notes).items():
            where = place(sheet.name, row, column)
            if count > 1:
                yield Fault(f"the cell has {count} {what}", where, "give it one")
            if row * COLUMNS + column not in examined.written.cells:
                yield Fault(f"no cell is written where {what} stand", where, "write it")
    for comment in sheet.comments:
        where = place(sheet.name, comment.row, comment.column)
        yield from text_faults("the comment", comment.text, where, LONGEST_TEXT)
        yield from text_faults("the author of the comment", comment.author, where, LONGEST_LITERAL)
    if len(sheet.links) > MOST_LINKS:
        yield Fault(
            f"the sheet has {len(sheet.links)} links", sheet.name, f"{MOST_LINKS} are the most"
        )
    linked = {(link.row, link.column) for link in sheet.links}
    for cell in sheet.cells if linked else ():
        if (cell.row, cell.column) in linked and (type(cell.value) is not str or cell.value == ""):
            yield Fault(
                "the link stands on a cell without text",
                place(sheet.name, cell.row, cell.column),
                "write a text there: it is what the reader clicks on",
            )
    for link in sheet.links:
        where = place(sheet.name, link.row, link.column)
        yield from area_faults("the target of the link", link.target, where, sheets)
        yield from text_faults("the tip of the link", link.tip, where, LONGEST_LITERAL)


def _size_faults(sheet: Sheet) -> Iterator[Fault]:
    for what, sizes, most, largest in (
        ("column", sheet.widths, COLUMNS, WIDEST),
        ("row", sheet.heights, ROWS, HIGHEST),
    ):
        for position, size in sizes:
            if not (0 <= position < most and 0 <= size <= largest):
                yield Fault(
                    f"the {what} {position} cannot be {size:g} large",
                    sheet.name,
                    f"positions are 0 to {most - 1}, sizes 0 to {largest}",
                )
        for position, count in Counter(position for position, _ in sizes).items():
            if count > 1:
                yield Fault(f"the {what} {position} has {count} sizes", sheet.name, "give it one")


def _view_faults(examined: Examined) -> Iterator[Fault]:
    sheet = examined.sheet
    grouped: Counter[int] = Counter()
    for group in sheet.groups:
        if not (0 <= group.first <= group.last < COLUMNS - 1 and 1 <= group.level <= DEEPEST_LEVEL):
            yield Fault(
                f"there is no such group of columns: {group}",
                sheet.name,
                f"give first and last column, from 0, and a level of 1 to {DEEPEST_LEVEL}",
            )
        else:
            grouped.update(range(group.first, group.last + 1))
    yield from (
        Fault(f"column {column} is in {count} groups", sheet.name, "leave it in the innermost")
        for column, count in grouped.items()
        if count > 1
    )
    setup = sheet.print_setup
    counts = (*sheet.freeze, setup.repeat_rows, setup.repeat_columns)
    if any(count < 0 for count in counts):
        yield Fault(
            "a negative number of rows or columns is frozen or repeated",
            sheet.name,
            "give 0 or more",
        )
    breaks = setup.new_pages
    if len(breaks) > MOST_BREAKS or any(not 0 < row < ROWS for row in breaks):
        yield Fault(
            f"new pages begin at {len(breaks)} rows: {breaks[:9]}",
            sheet.name,
            f"give at most {MOST_BREAKS} rows, none of them the first",
        )
    if setup.pages_across < 1:
        yield Fault("the sheet is printed on no page", sheet.name, "give 1 page across or more")
    yield from text_faults("the footer", setup.footer, sheet.name, LONGEST_FOOTER)
    if sheet.tab_colour is not None and COLOUR.fullmatch(sheet.tab_colour) is None:
        yield Fault(
            f"{sheet.tab_colour!r} is not a colour", sheet.name, "write it such as '#0B5394'"
        )
    bounds = examined.written.block
    if sheet.autofilter is not None and (bounds is None or not bounds.covers(sheet.autofilter)):
        yield Fault(
            f"the filter {sheet.autofilter} reaches where nothing is written",
            sheet.name,
            f"the sheet holds {bounds or 'no cells'}",
        )
