"""Sheets that people do not see: the choices of drop-down lists, and what the workbook is."""

from collections.abc import Mapping

from indh_me.model import Level
from indh_me.write.content import Content
from indh_me.write.grid import Area, Cell, Sheet

from .precision import KNOWN_AS

__all__ = ["LISTS", "META", "choices", "list_area", "lists_sheet", "meta_sheet", "more_lists"]

LISTS = "_lists"
META = "_meta"
#: Answers of the checklist of data quality.
ANSWERS = ("yes", "partly", "no", "not_applicable")
#: Sections of the catalogue whose words tell sheets, columns and figures when it is read back.
READ_BACK = ("sheet", "heading", "known_as", "absence", "unit", "phrase")
FORMAT = "indh-me monitoring workbook"
FORMAT_VERSION = "1"


def choices(content: Content) -> Mapping[str, tuple[str, ...]]:
    """Give the words of each drop-down list.

    Parameters
    ----------
    content
        What the workbook is made of.

    Returns
    -------
    Mapping[str, tuple[str, ...]]
        By the name of the list, in its order.
    """
    label = content.words.label
    return {
        "known_as": (
            *(label("known_as", each) for each in KNOWN_AS),
            label("absence", "not_reported"),
            label("absence", "not_applicable"),
        ),
        "done": (label("unit", "done"), label("unit", "not_done")),
        "source": tuple(source.code for source in content.framework.sources),
        "level": tuple(label("level", each) for each in Level),
        "answer": tuple(label("quality_answer", each) for each in ANSWERS),
    }


def list_area(content: Content, name: str) -> Area | None:
    """Give the area that holds a list.

    Parameters
    ----------
    content
        What the workbook is made of.
    name
        Of the list.

    Returns
    -------
    Area | None
        `None` when the list is empty.
    """
    lists = choices(content)
    length, column = len(lists[name]), list(lists).index(name)
    return None if length == 0 else Area(LISTS, 1, column, length, column)


def more_lists(content: Content, more: Mapping[str, tuple[str, ...]]) -> dict[str, Area]:
    """Give the areas of the lists that a layout has beside those of every workbook.

    Parameters
    ----------
    content
        What the workbook is made of.
    more
        Words of each list, by its name.
    """
    first = len(choices(content))
    return {
        name: Area(LISTS, 1, column, len(words), column)
        for column, (name, words) in enumerate(more.items(), start=first)
    }


def lists_sheet(content: Content, more: Mapping[str, tuple[str, ...]] | None = None) -> Sheet:
    """Make the hidden sheet of the drop-down lists.

    Parameters
    ----------
    content
        What the workbook is made of.
    more
        Further lists of a layout, by their names.
    """
    lists = {**choices(content), **(more or {})}
    cells = [
        Cell(row, column, word)
        for column, (name, words) in enumerate(lists.items())
        for row, word in enumerate((name, *words))
    ]
    return Sheet(LISTS, cells, visibility="hidden", protected=True)


def meta_sheet(content: Content, layout: str) -> Sheet:
    """Make the hidden sheet that says what the workbook is, for reading it back.

    Parameters
    ----------
    content
        What the workbook is made of.
    layout
        Name of its layout.
    """
    framework = content.framework
    said = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "framework": framework.code,
        "layout": layout,
        "language": content.words.language,
        "languages": " ".join(framework.languages),
        "as_of": content.assessment.as_of.isoformat(),
    }
    second = content.words.second
    if second is not None and second != content.words.language:
        said["second_language"] = second
    said |= {each.path: each.words for each in framework.labels if each.section in READ_BACK}
    cells = [
        Cell(row, column, word)
        for row, pair in enumerate(said.items())
        for column, word in enumerate(pair)
    ]
    return Sheet(META, cells, visibility="very_hidden", protected=True)
