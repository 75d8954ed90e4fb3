"""Which column of a filled sheet holds what, told by its headings wherever they stand."""

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from indh_me.catalog import labels

from .typed_figure import folded

__all__ = ["AMOUNTS", "FILLED", "EntryColumns", "Row", "find_columns", "first_line", "headings"]

Row = Sequence[object]

PLAN = ("code", "indicator", "category", "unit", "period", "start", "end", "target")
#: Columns of amounts beside the value.
AMOUNTS = ("low", "high", "numerator", "denominator", "sample_size")
#: Columns that are filled in.
FILLED = ("value", "known_as", *AMOUNTS, "collected", "source", "note")
#: The folded column that names what a row is about.
KEY = "key"
#: People put a row or two of their own above a table, not more.
MOST_ROWS_ABOVE = 60
LANGUAGES = ("ar", "fr", "en")


@frozen
class EntryColumns:
    """Where the columns of a data-entry sheet are.

    Parameters
    ----------
    header
        Position of the row of headings.
    at
        Position of each column by its name; a column that is gone has none.
    language
        Tag of the language of the headings.
    """

    header: int
    at: Mapping[str, int]
    language: str

    @property
    def filled(self) -> Mapping[str, int]:
        """Positions of the columns to fill in, by their names."""
        return {name: self.at[name] for name in FILLED if name in self.at}

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the columns to fill in that are gone."""
        return tuple(name for name in FILLED if name not in self.at)

    @property
    def identify(self) -> bool:
        """Whether they tell what a row is about."""
        return KEY in self.at or {"code", "period"} <= set(self.at)


@cache
def headings(language: str) -> Mapping[str, str]:
    """Give the names of the columns of the data-entry sheet, by their headings in a language.

    Parameters
    ----------
    language
        One that the catalogue has.

    Examples
    --------
    >>> headings("fr")["valeur"]
    'value'
    """
    words = labels()["heading"]
    found = {folded(words[name][language]): name for name in (*PLAN, *FILLED)}
    return {**found, KEY: KEY}


def first_line(text: str) -> str:
    r"""Give what a heading says in the first language of a workbook that has two.

    Examples
    --------
    >>> first_line("Valeur\nValue")
    'Valeur'
    """
    return text.strip().partition("\n")[0]


def find_columns(rows: Sequence[Row], language: str | None = None) -> EntryColumns | None:
    """Find the row of headings, and what each of them stands over.

    Parameters
    ----------
    rows
        Of the sheet.
    language
        The one that the workbook names.

    Returns
    -------
    EntryColumns | None
        `None` when no row has the headings of a data-entry sheet.

    Examples
    --------
    >>> found = find_columns([["Note to self"], ["Valeur", "Code", "Période"]])
    >>> found.header, found.at["value"], found.language
    (1, 0, 'fr')
    """
    primary = None if language is None else language.partition("-")[0]
    tags = sorted(LANGUAGES, key=lambda tag: tag != primary)
    best: EntryColumns | None = None
    for position, row in enumerate(rows[:MOST_ROWS_ABOVE]):
        words = [folded(first_line(cell)) if isinstance(cell, str) else "" for cell in row]
        for tag in tags:
            known = headings(tag)
            at: dict[str, int] = {}
            for column, word in enumerate(words):
                if word in known:
                    at.setdefault(known[word], column)
            found = EntryColumns(position, at, tag)
            better = best is None or len(at) > len(best.at)
            if "value" in at and found.identify and better:
                best = found
    return best
