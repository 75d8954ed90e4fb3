"""A sheet whose cells are found by what their column means."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from indh_me.errors import Place
from indh_me.survey.xlsform.form import FormRow, FormSheet
from indh_me.survey.xlsform.header import Header, header_of

__all__ = ["SheetView"]


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
