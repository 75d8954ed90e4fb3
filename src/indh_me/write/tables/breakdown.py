"""The tables of a breakdown: the figures to date, group by group."""

from collections.abc import Iterator, Sequence

from indh_me.compute import (
    Breakdown,
    Disclosure,
    Group,
    Publication,
    PublishedGroup,
    PublishedRemainder,
    Reason,
    Remainder,
)
from indh_me.compute.disaggregation.group_reason import Why
from indh_me.model import Categories, Dimension
from indh_me.write.words import Words

from .group import category_name
from .table import Column, Row, Table

__all__ = ["breakdown_table", "publication_table"]


def breakdown_table(breakdown: Breakdown, words: Words) -> Table:
    """Lay out the figures of an indicator group by group.

    Parameters
    ----------
    breakdown
        What `breakdown` gave.
    words
        Language of words and numbers.

    Returns
    -------
    Table
        What is not disaggregated stands after the groups, and what contradicts itself under the
        table.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import breakdown
    >>> from indh_me.model import Framework, Indicator, Observations
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[trained])
    >>> seen = Observations.from_columns(["A"], ["2008"], [40])
    >>> made = breakdown(demo, seen, "A", as_of=date(2008, 12, 31))
    >>> breakdown_table(made, Words("en")).rows[0].cells
    ('40', '')
    """
    return Table(
        title=_title(breakdown, words),
        columns=_columns(breakdown.dimensions, words),
        rows=(
            *(_group(each, breakdown, words) for each in breakdown.groups),
            *(_remainder(each, breakdown, words) for each in breakdown.remainders),
        ),
        notes=tuple(str(fault) for fault in breakdown.faults),
    )


def publication_table(publication: Publication, words: Words) -> Table:
    """Lay out the figures of an indicator that may be published, group by group.

    Parameters
    ----------
    publication
        What `suppress` gave.
    words
        Language of words and numbers.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import breakdown, suppress
    >>> from indh_me.model import Framework, Indicator, Observations
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[trained])
    >>> seen = Observations.from_columns(["A"], ["2008"], [3])
    >>> made = suppress(breakdown(demo, seen, "A", as_of=date(2008, 12, 31)))
    >>> publication_table(made, Words("en")).rows[0].cells
    ('Withheld', '')
    """
    below = words.number(publication.below)
    return Table(
        title=_title(publication, words),
        columns=_columns(publication.dimensions, words),
        rows=(
            *(_published(each, publication, words) for each in publication.groups),
            *(_published_remainder(each, publication, words) for each in publication.remainders),
        ),
        notes=(words.label("phrase", "withheld_below", below=below),),
    )


def _title(made: Breakdown | Publication, words: Words) -> str:
    name = f"{made.indicator.code}  {words.text(made.indicator.name)}".rstrip()
    return f"{name}\n{words.label('phrase', 'as_of', date=words.day(made.as_of))}"


def _columns(dimensions: Sequence[Dimension], words: Words) -> tuple[Column, ...]:
    return (
        *(Column(each.code if each.name is None else words.text(each.name)) for each in dimensions),
        Column(words.label("heading", "to_date"), figures=True),
        Column(words.label("heading", "note")),
    )


def _group(group: Group, breakdown: Breakdown, words: Words) -> Row:
    figure = (
        "" if group.quantity is None else words.quantity(group.quantity, breakdown.indicator.unit)
    )
    note = words.label("phrase", "from_categories") if group.derived else _why(group.reason, words)
    return Row((*_address(group.categories, breakdown.dimensions, words), figure, note))


def _remainder(remainder: Remainder, breakdown: Breakdown, words: Words) -> Row:
    figure = words.quantity(remainder.quantity, breakdown.indicator.unit)
    address = _address(remainder.categories, breakdown.dimensions, words, remainder.dimension)
    return Row((*address, figure, _why(remainder.reason, words)))


def _published(group: PublishedGroup, publication: Publication, words: Words) -> Row:
    figure = ""
    if group.disclosure is Disclosure.SUPPRESSED:
        figure = words.label("disclosure", Disclosure.SUPPRESSED)
    elif group.quantity is not None:
        figure = words.quantity(group.quantity, publication.indicator.unit)
    address = _address(group.categories, publication.dimensions, words)
    return Row((*address, figure, _why(group.reason, words)))


def _published_remainder(
    remainder: PublishedRemainder, publication: Publication, words: Words
) -> Row:
    figure = words.label("disclosure", Disclosure.SUPPRESSED)
    if remainder.quantity is not None:
        figure = words.quantity(remainder.quantity, publication.indicator.unit)
    address = _address(remainder.categories, publication.dimensions, words, remainder.dimension)
    return Row((*address, figure, ""))


def _address(
    categories: Categories, dimensions: Sequence[Dimension], words: Words, left: str | None = None
) -> Iterator[str]:
    """Name a group dimension by dimension; ``left`` is the one whose categories were taken away."""
    for dimension in dimensions:
        code = categories.get(dimension.code)
        if dimension.code == left:
            yield words.label("heading", "not_disaggregated")
        elif code is None:
            yield words.label("heading", "total")
        else:
            yield category_name(dimension, code, words)


def _why(reason: Why | None, words: Words) -> str:
    if reason is None:
        return ""
    return words.label("reason" if isinstance(reason, Reason) else "group_reason", reason)
