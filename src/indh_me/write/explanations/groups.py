"""Groups: figures that are broken down, published, or held against each other."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from indh_me.compute import (
    Breakdown,
    Disclosure,
    Equity,
    Group,
    Publication,
)
from indh_me.compute.disaggregation import PublishedGroup
from indh_me.model import Categories, Dimension, Quantity, Unit
from indh_me.write.digits import MOST_DECIMALS, decimals_apart, fewest
from indh_me.write.words import Words

from .achievement import compared
from .equation import as_read, bounds, bracketed, equation
from .reason import no_figure, why

__all__ = ["breakdown_lines", "equity_lines", "publication_lines"]

INDENT = "  "


@frozen
class _Rest:
    """What is not disaggregated of a group, in words."""

    categories: Categories
    dimension: str
    figure: str


def breakdown_lines(result: Breakdown, words: Words) -> Iterator[str]:
    """Give the figure of each group, and what is not disaggregated.

    Parameters
    ----------
    result
        Figures group by group.
    words
        Of the reader's language.
    """
    unit = result.indicator.unit
    rests = []
    for each in result.remainders:
        figure = words.quantity(each.quantity, unit)
        if each.reason is not None:
            figure += f" ({why(each.reason, words)})"
        rests.append(_Rest(each.categories, each.dimension, figure))
    figures = {each.categories: _figure(each, unit, words) for each in result.groups}
    yield from _head(result, words)
    yield from _rows(figures, rests, result.dimensions, words)


def publication_lines(result: Publication, words: Words) -> Iterator[str]:
    """Give what may be shown of each group, and which figures are withheld.

    Parameters
    ----------
    result
        What may be published.
    words
        Of the reader's language.
    """
    unit = result.indicator.unit
    rests = [
        _Rest(
            each.categories,
            each.dimension,
            words.label("disclosure", each.disclosure)
            if each.quantity is None
            else words.quantity(each.quantity, unit),
        )
        for each in result.remainders
    ]
    figures = {each.categories: _published(each, unit, words) for each in result.groups}
    yield from _head(result, words)
    yield words.label("phrase", "withheld_below", below=words.number(result.below))
    yield from _rows(figures, rests, result.dimensions, words)


def equity_lines(result: Equity, words: Words) -> Iterator[str]:
    """Divide the figure of one group by that of another, and hold it against its target.

    Parameters
    ----------
    result
        The ratio of the two.
    words
        Of the reader's language.
    """
    one, other = result.one.quantity, result.other.quantity
    if result.ratio is None or one is None or other is None:
        yield words.label("phrase", "ratio_undefined", reason=why(result.reason, words))
        return
    most = _decimals(one, other, result.ratio, result.target)
    above, below = (bracketed(words, each, most=most) for each in (one, other))
    written = words.quantity(result.ratio, most=most)
    ratio = equation(words, f"{above} / {below}", written, exact=result.ratio.is_exact)
    groups = words.isolated(f"{result.one.categories} / {result.other.categories}")
    yield f"{groups}{words.colon} {ratio}"
    if result.verdict is not None and result.target is not None:
        yield compared(result.verdict.value, result.ratio, result.target, words, most=most)


def _decimals(one: Quantity, other: Quantity, ratio: Quantity, target: Quantity | None) -> int:
    """Give the decimals with which the ratio comes out, on its side of the target."""
    first = MOST_DECIMALS if target is None else decimals_apart(bounds(ratio), bounds(target))

    def comes_out(most: int) -> bool:
        read = as_read(one, most) / as_read(other, most)
        return as_read(read, most) == as_read(ratio, most)

    return fewest(comes_out, first)


def _head(result: Breakdown | Publication, words: Words) -> Iterator[str]:
    yield f"{result.indicator.code}  {words.text(result.indicator.name)}".rstrip()
    yield words.label("phrase", "as_of", date=words.day(result.as_of))


def _rows(
    figures: Mapping[Categories, str],
    rests: Sequence[_Rest],
    dimensions: Sequence[Dimension],
    words: Words,
) -> Iterator[str]:
    """Give the groups, each with what is not disaggregated of it."""
    known = {each.code: each for each in dimensions}
    for categories, figure in figures.items():
        indent = "" if categories.is_total else INDENT
        yield f"{indent}{_group(categories, known, words)}{words.colon} {figure}"
        for rest in rests:
            if rest.categories == categories:
                dimension = _dimension(rest.dimension, known, words)
                label = f"{words.label('heading', 'not_disaggregated')} ({dimension})"
                yield f"{indent}{INDENT}{label}{words.colon} {rest.figure}"


def _group(categories: Categories, known: Mapping[str, Dimension], words: Words) -> str:
    """Give the names of the categories of a group."""
    if categories.is_total:
        return words.label("heading", "total")
    return words.listed(
        code if (found := known[name].category(code)) is None else words.text(found.name)
        for name, code in categories.pairs
    )


def _dimension(code: str, known: Mapping[str, Dimension], words: Words) -> str:
    name = known[code].name
    return code if name is None else words.text(name)


def _figure(group: Group, unit: Unit, words: Words) -> str:
    if group.quantity is None:
        return no_figure(group.reason, words)
    figure = words.quantity(group.quantity, unit)
    return words.label("phrase", "derived", figure=figure) if group.derived else figure


def _published(group: PublishedGroup, unit: Unit, words: Words) -> str:
    if group.quantity is not None:
        return words.quantity(group.quantity, unit)
    if group.disclosure is Disclosure.SUPPRESSED:
        return words.label("disclosure", group.disclosure)
    return no_figure(group.reason, words)
