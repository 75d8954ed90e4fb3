"""What the cells of a form give of the framework's texts."""

from collections.abc import Callable

from indh_me.model import Accumulation, Indicator, Level, Text
from indh_me.write.style import GROUP

from .form import Give
from .groups import group_label, with_groups
from .place import Place
from .shown import JOINED, Shown

__all__ = [
    "assumptions",
    "assumptions_below_impact",
    "category",
    "category_beside_total",
    "code",
    "cumulative",
    "direction",
    "entered",
    "entered_code_of_output",
    "entered_of_indicator",
    "entered_of_output",
    "external_code",
    "frequency",
    "indicator",
    "joined",
    "level",
    "methodology",
    "methods_and_risks",
    "name",
    "or_entered",
    "said",
    "statement",
    "text_of",
    "unit",
    "weight",
]

#: Accumulations whose figures add up over the life of a programme.
ADDED = (Accumulation.SUM, Accumulation.RUNNING_TOTAL)


def joined(_place: Place) -> Shown:
    """Make a cell one with the cell before it."""
    return JOINED


def entered(place: Place) -> Shown:
    """Leave a cell to be filled in."""
    return place.entered()


def entered_of_indicator(place: Place) -> Shown | None:
    """Leave a cell to be filled in beside an indicator."""
    return None if place.indicator is None else place.entered()


def entered_of_output(place: Place) -> Shown | None:
    """Leave a cell to be filled in beside an output."""
    return place.entered() if _is_output(place) else None


def entered_code_of_output(place: Place) -> Shown | None:
    """Leave a cell to be filled in beside an output, with a sign such as ``A+``."""
    return place.entered(code=True) if _is_output(place) else None


def or_entered(give: Give) -> Give:
    """Give a text; where the framework has none, leave the cell to be filled in.

    Parameters
    ----------
    give
        What gives the text.
    """

    def choose(place: Place) -> Shown | None:
        shown = give(place)
        return place.entered() if shown is not None and shown.value == "" else shown

    return choose


def said(key: str) -> Give:
    """Say a word of the catalogue's section ``form``.

    Parameters
    ----------
    key
        Of the word.
    """

    def give(place: Place) -> Shown:
        return place.text(place.label("form", key))

    return give


def text_of(text: Callable[[Indicator], Text | None]) -> Give:
    """Give a text of the indicator.

    Parameters
    ----------
    text
        Which one.
    """

    def give(place: Place) -> Shown | None:
        if place.indicator is None:
            return None
        return place.text(place.content.words.text(text(place.indicator)))

    return give


def level(place: Place) -> Shown:
    """Name the level of the result."""
    style = place.content.style(GROUP.with_alignment(vertical="top", wrap=True))
    word = "" if place.result is None else place.label("level", place.result.level.value)
    return Shown(word, style)


def statement(place: Place) -> Shown:
    """Give code and statement of the result."""
    result = place.result
    if result is None:
        return place.text("")
    words = place.content.words.text(result.statement)
    return place.text(f"{words}\n({result.code})" if words else result.code)


def assumptions(place: Place) -> Shown:
    """Give assumptions and risks of the result."""
    words, result = place.content.words, place.result
    if result is None:
        return place.text("")
    parts = [words.text(result.assumptions)]
    if result.risks is not None:
        parts.append(words.labelled("risks", words.text(result.risks)))
    return place.text("\n".join(part for part in parts if part != ""))


def assumptions_below_impact(place: Place) -> Shown | None:
    """Give the assumptions of a result; none at the top of the chain, which leads to nothing."""
    top = place.result is not None and place.result.level is Level.IMPACT
    return None if top else assumptions(place)


def weight(place: Place) -> Shown | None:
    """Give the weight of the result; that of an output is filled in where there is none."""
    result = place.result
    if result is None or result.weight is None:
        return entered_of_output(place)
    return place.planned(result.weight)


def code(place: Place) -> Shown | None:
    """Give the code of the indicator."""
    return None if place.indicator is None else place.code(place.indicator.code)


def name(place: Place) -> Shown | None:
    """Give the name of the indicator."""
    return text_of(lambda each: each.name)(place)


def indicator(place: Place) -> Shown | None:
    """Give code, name and unit of the indicator."""
    if place.indicator is None:
        return None
    words = place.content.words
    first = words.text(place.indicator.name)
    unit_line = words.labelled("unit", place.content.unit_label(place.indicator))
    last = words.labelled("code", words.isolated(place.indicator.code))
    return place.text("\n".join(part for part in (first, unit_line, last) if part != ""))


def unit(place: Place) -> Shown | None:
    """Name the unit of the indicator."""
    if place.indicator is None:
        return None
    return place.text(place.content.unit_label(place.indicator))


def direction(place: Place) -> Shown | None:
    """Name the desired direction of change."""
    if place.indicator is None:
        return None
    return place.text(place.label("direction", place.indicator.direction.value))


def cumulative(place: Place) -> Shown | None:
    """Tell whether the figures of the periods add up."""
    if place.indicator is None:
        return None
    adds = place.indicator.accumulation in ADDED
    return place.text(place.label("form", "cumulative" if adds else "non_cumulative"))


def category(place: Place) -> Shown | None:
    """Name the group that the line is about."""
    if place.indicator is None:
        return None
    return place.text(group_label(place.content, place.line.categories))


def category_beside_total(place: Place) -> Shown | None:
    """Name the group that the line is about; nothing where the indicator has no groups."""
    if place.indicator is None or len(with_groups(place.content, place.indicator)) > 1:
        return category(place)
    return place.text("")


def frequency(place: Place) -> Shown | None:
    """Name how often the indicator is reported."""
    if place.indicator is None:
        return None
    often = place.indicator.frequency
    return place.text("" if often is None else place.label("frequency", often.value))


def methodology(place: Place) -> Shown | None:
    """Give how the data are collected, and how the figure is made of them."""
    return _lines(place, lambda each: (each.collection_method, each.calculation))


def methods_and_risks(place: Place) -> Shown | None:
    """Give how the data are collected, and the risks: those of the result, those in the data."""
    risks = None if place.result is None else place.result.risks
    return _lines(place, lambda each: (each.collection_method, risks, each.limitations))


def external_code(*schemes: str) -> Give:
    """Give the code that the indicator has elsewhere.

    Parameters
    ----------
    schemes
        Those that may hold it, capitals or not; the first that does counts.
    """

    def give(place: Place) -> Shown | None:
        if place.indicator is None:
            return None
        known = {scheme.casefold(): code for scheme, code in place.indicator.external_codes}
        return place.aside(next((known[each] for each in schemes if each in known), ""))

    return give


def _is_output(place: Place) -> bool:
    return place.result is not None and place.result.level is Level.OUTPUT


def _lines(place: Place, texts: Callable[[Indicator], tuple[Text | None, ...]]) -> Shown | None:
    if place.indicator is None:
        return None
    words = place.content.words
    shown = (words.text(text) for text in texts(place.indicator))
    return place.text("\n".join(text for text in shown if text != ""))
