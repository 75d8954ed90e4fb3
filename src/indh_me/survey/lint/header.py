"""Columns of a sheet, by what they mean."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from indh_me.errors import Place
from indh_me.survey.xlsform.form import FormRow, FormSheet

from .vocabulary import COLUMN_ALIASES, TRANSLATABLE

__all__ = ["Header", "SheetView", "header_of"]

#: What may stand before a column, and says nothing of what it means.
PREFIXES = frozenset({"bind", "media", "control"})
#: What may stand before any word at all: it goes into the XForm as it is.
FREE = frozenset({"instance", "bind", "body", "control", "attribute"})


@frozen
class Header:
    """A column.

    Parameters
    ----------
    text
        As it stands in the file.
    name
        Its usual name, in small letters: ``constraint_message``.
    language
        The language of its texts, as it stands in the file; an empty one where none is named.
    is_free
        Whether it goes into the XForm as it is: ``bind::odk:length``.
    """

    text: str
    name: str
    language: str = ""
    is_free: bool = False


def header_of(text: str, sheet: str) -> Header:
    """Read the text of a header.

    Parameters
    ----------
    text
        As it stands in the file.
    sheet
        Name of the sheet: only its translatable columns have a language.

    Examples
    --------
    >>> header = header_of("Label :: Français (fr)", "survey")
    >>> header.name, header.language
    ('label', 'Français (fr)')
    >>> header_of("relevance", "survey").name, header_of("media::image", "survey").name
    ('relevant', 'image')
    """
    translatable = TRANSLATABLE.get(sheet, frozenset())
    parts = _parts(text)
    is_free = len(parts) > 1 and parts[0].lower() in FREE
    if len(parts) > 1 and parts[0].lower() in PREFIXES:
        parts = parts[1:]
    name = _name(parts[0])
    if len(parts) > 1 and name in translatable:
        return Header(text, name, language=" ".join(parts[1].split()))
    if len(parts) > 1 and not is_free:
        return Header(text, text.strip())
    return Header(text, name, is_free=is_free)


def _parts(text: str) -> list[str]:
    if "::" in text:
        parts = text.split("::")
    elif ":" in text and "jr:" not in text.lower():
        parts = text.split(":")
    else:
        parts = [text]
    return [part.strip() for part in parts]


def _name(words: str) -> str:
    name = "_".join(words.split()).lower()
    return COLUMN_ALIASES.get(name, name)


@frozen(slots=False)
class SheetView:
    """A sheet whose cells are found by what their column means.

    Parameters
    ----------
    sheet
        The sheet as it stands in the file.
    file
        Name of the file.
    """

    sheet: FormSheet
    file: str = ""
    headers: tuple[Header, ...] = field(init=False)
    _texts: Mapping[tuple[str, str], str] = field(init=False)
    _languages: Mapping[str, tuple[str, ...]] = field(init=False)

    @headers.default
    def _headers(self) -> tuple[Header, ...]:
        kind = self.sheet.name.strip().lower()
        return tuple(header_of(text, kind) for text in self.sheet.columns if text.strip() != "")

    @_texts.default
    def _by_meaning(self) -> Mapping[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for header in self.headers:
            found.setdefault((header.name, header.language), header.text)
        return found

    @_languages.default
    def _by_column(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for header in self.headers:
            if header.language != "":
                found.setdefault(header.name, {})[header.language] = None
        return {column: tuple(languages) for column, languages in found.items()}

    def has(self, column: str, language: str = "") -> bool:
        """Tell whether there is such a column."""
        return (column, language) in self._texts

    def get(self, row: FormRow, column: str, language: str = "") -> str:
        """Give the text of a cell, without spaces around it; an empty one when there is none."""
        text = self._texts.get((column, language))
        return "" if text is None else row.cells.get(text, "").strip()

    def languages_of(self, column: str) -> tuple[str, ...]:
        """Give the languages that a column is there in, in order."""
        return self._languages.get(column, ())

    def texts(self, row: FormRow, column: str) -> Iterator[tuple[str, str]]:
        """Give the filled cells of a column, each with its language; an empty one for none."""
        for language in ("", *self.languages_of(column)):
            words = self.get(row, column, language)
            if words != "":
                yield language, words

    def place(self, row: int, column: str = "", language: str = "") -> Place:
        """Give the place of a cell; of a column that is missing, that of its row.

        Parameters
        ----------
        row
            Number of the row, counted from 1; the header's is 1.
        column
            Usual name of the column.
        language
            The language of its texts.
        """
        text = self._texts.get((column, language), "")
        if text == "":
            return Place(f"{self.sheet.name}!{row}:{row}", file=self.file)
        return Place(self.sheet.address(text, row), file=self.file)

    def header_place(self, header: Header) -> Place:
        """Give the place of a header."""
        return Place(self.sheet.address(header.text, 1), file=self.file)
