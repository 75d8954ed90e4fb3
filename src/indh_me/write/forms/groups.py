"""Rows of groups on a form: what was reported of each, from the data-entry sheet."""

from collections.abc import Sequence

from indh_me.model import Categories, Indicator
from indh_me.write.content import Content
from indh_me.write.entries import Entry
from indh_me.write.grid import Formula
from indh_me.write.sheets.precision import known_as
from indh_me.write.sheets.spelling import quoted

from .form import Give
from .place import Place
from .shown import Line, Shown

__all__ = ["group_figure", "group_label", "of_total", "with_groups"]


def with_groups(content: Content, indicator: Indicator) -> Sequence[Line]:
    """Give an indicator a row for its total, and one for each group on the data-entry sheet.

    Parameters
    ----------
    content, indicator
        What the workbook is made of, and whose rows they are.
    """
    groups = sorted(content.group_entries.get(indicator.code, ()))
    shown = () if indicator.unit.is_milestone else groups
    return (Line(), *(Line(categories=each) for each in shown))


def of_total(give: Give) -> Give:
    """Give what the framework says of the total only; for a group, leave it to be filled in.

    Parameters
    ----------
    give
        What stands in the row of the total.
    """

    def choose(place: Place) -> Shown | None:
        return give(place) if place.line.categories.is_total else place.entered()

    return choose


def group_label(content: Content, categories: Categories) -> str:
    """Name a group.

    Parameters
    ----------
    content, categories
        What the workbook is made of, and the group.
    """
    words = content.words
    if categories.is_total:
        return words.label("heading", "total")
    names = {
        (dimension.code, category.code): words.text(category.name)
        for dimension in content.framework.dimensions
        for category in dimension.categories
    }
    return words.listed(names.get(pair) or pair[1] for pair in categories.pairs)


def group_figure(place: Place, part: str) -> Shown | None:
    """Give what was reported of a group for exactly the period, if that is over.

    Parameters
    ----------
    place
        Of an indicator, a group and a period.
    part
        ``mark`` for the words before the number, ``number``.
    """
    content, indicator, period = place.content, place.indicator, place.period
    if indicator is None or period is None or not period.is_over(content.assessment.as_of):
        return None
    entry = content.group_entries[indicator.code][place.line.categories].get(period)
    if entry is None:
        return None
    mark, number = _reported(content, entry)
    row = f"MATCH({quoted(entry.key)},{place.tracking.data.references['key']},0)"
    of = {
        name: f"INDEX({place.tracking.data.references[name]},{row})"
        for name in ("value", "low", "high", "known_as", "collected")
    }
    late = f"AND(ISNUMBER({of['collected']}),{of['collected']}>as_of)"
    if part == "mark":
        exactly = quoted(content.words.label("known_as", "exactly"))
        text = f'IF(OR({late},{of["known_as"]}={exactly}),"",{of["known_as"]}&"")'
        return place.mark(Formula(f"={text}", mark))
    text = '""'
    for name in ("high", "low", "value"):
        text = f"IF(ISNUMBER({of[name]}),{of[name]},{text})"
    return place.calculated(Formula(f'=IF({late},"",{text})', number))


def _reported(content: Content, entry: Entry) -> tuple[str, float | str]:
    """Give what the two cells show: words before the number, and the number."""
    if entry.observation is None or not content.counts(entry):
        return "", ""
    if entry.absence is not None:
        return content.words.label("absence", entry.absence), ""
    if entry.quantity is None:
        return "", ""
    how, value, low, high = known_as(entry.quantity)
    word = "" if how == "exactly" else content.words.label("known_as", how)
    numbers = [each for each in (value, low, high) if each is not None]
    return word, numbers[0] if numbers else ""
