"""Rules about grids: rows below one heading of choices."""

from collections.abc import Iterator

from attrs import frozen

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import Place, quoted

from .rule import FormCheck
from .subject import FormSubject, Item

__all__ = ["CHECKS", "grids_of_other_lists", "long_grids", "outside_field_lists"]

OUTSIDE = Rule(
    "SV046",
    "outside-field-list",
    Severity.WARNING,
    "a scale on one line, or a row of a grid, stands outside a group that is one screen",
)
LISTS = Rule(
    "SV047",
    "grid-lists-differ",
    Severity.ERROR,
    "a row of a grid offers other choices than the heading above it, or has no heading",
)
LONG = Rule("SV048", "long-grid", Severity.WARNING, "a grid has more than seven rows")

MOST_ROWS = 7
HEADING, ROW = "label", "list-nolabel"
ONE_SCREEN = ("field-list", "table-list")


@frozen
class _Grid:
    """A heading and the rows that follow it."""

    heading: Item | None
    rows: tuple[Item, ...]


def _grids(subject: FormSubject) -> Iterator[_Grid]:
    heading: Item | None = None
    rows: list[Item] = []
    for item in subject.items:
        words = subject.appearances(item)
        is_row = item.type.picks and (ROW in words or HEADING in words)
        if is_row and ROW in words:
            rows.append(item)
            continue
        if heading is not None or rows:
            yield _Grid(heading, tuple(rows))
        heading, rows = (item if is_row else None), []
    if heading is not None or rows:
        yield _Grid(heading, tuple(rows))


def _place(subject: FormSubject, item: Item, column: str) -> Place:
    return subject.survey.place(item.row.number, column)


def outside_field_lists(subject: FormSubject) -> Iterator[Finding]:
    """Find what needs its neighbours on the same screen, and has none."""
    for item in subject.items:
        words = {"likert", HEADING, ROW} & set(subject.appearances(item))
        if not words or not item.type.picks:
            continue
        if not any(subject.is_within(item, each) for each in ONE_SCREEN):
            yield OUTSIDE.found(
                place=_place(subject, item, "appearance"),
                message=f"{quoted(min(words))} outside a group of one screen",
                mend="put it into a group with the appearance field-list",
            )


def grids_of_other_lists(subject: FormSubject) -> Iterator[Finding]:
    """Find rows that are answered below the wrong words."""
    for grid in _grids(subject):
        for row in grid.rows:
            if grid.heading is None:
                message = f"{quoted(row.name)} has no heading above it"
                mend = "write a row with the same list and the appearance label above it"
            elif row.type.listed not in subject.lists:
                continue
            elif row.type.listed != grid.heading.type.listed:
                message = f"{row.type.listed} below a heading of {grid.heading.type.listed}"
                mend = f"offer {grid.heading.type.listed}, or begin another grid"
            else:
                continue
            yield LISTS.found(place=_place(subject, row, "type"), message=message, mend=mend)


def long_grids(subject: FormSubject) -> Iterator[Finding]:
    """Find grids whose last rows are answered like the first."""
    for grid in _grids(subject):
        if len(grid.rows) > MOST_ROWS:
            yield LONG.found(
                place=_place(subject, grid.rows[MOST_ROWS], "type"),
                message=f"a grid of {len(grid.rows)} rows",
                mend=f"take it apart into grids of {MOST_ROWS} rows at most",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (OUTSIDE, outside_field_lists),
    (LISTS, grids_of_other_lists),
    (LONG, long_grids),
)
