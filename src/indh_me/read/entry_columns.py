"""Which column of a filled sheet holds what, told by its headings wherever they stand."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from .vocabulary import CATALOGUE, FILLED, KEY, Vocabulary, folded

__all__ = ["AMOUNTS", "EntryColumns", "Row", "find_columns", "first_line"]

Row = Sequence[object]

#: Columns of amounts beside the value.
AMOUNTS = ("low", "high", "numerator", "denominator", "sample_size")
#: People put a row or two of their own above a table, not more.
MOST_ROWS_ABOVE = 60


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


def first_line(text: str) -> str:
    r"""Give what a heading says in the first language of a workbook that has two.

    Examples
    --------
    >>> first_line("Valeur\nValue")
    'Valeur'
    """
    return text.strip().partition("\n")[0]


def find_columns(
    rows: Sequence[Row], language: str | None = None, vocabulary: Vocabulary = CATALOGUE
) -> EntryColumns | None:
    """Find the row of headings, and what each of them stands over.

    Parameters
    ----------
    rows
        Of the sheet.
    language
        The one that the workbook names.
    vocabulary
        Words that headings may be in.

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
    tags = sorted(vocabulary.languages, key=lambda tag: (tag != language, tag != primary))
    best: EntryColumns | None = None
    for position, row in enumerate(rows[:MOST_ROWS_ABOVE]):
        words = [folded(first_line(cell)) if isinstance(cell, str) else "" for cell in row]
        for tag in tags:
            known = vocabulary.headings(tag)
            at: dict[str, int] = {}
            for column, word in enumerate(words):
                if word in known:
                    at.setdefault(known[word], column)
            found = EntryColumns(position, at, tag)
            better = best is None or len(at) > len(best.at)
            if "value" in at and found.identify and better:
                best = found
    return best
