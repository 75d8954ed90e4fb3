"""The columns of an XLSForm, whichever way their headers are written."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from indh_me.model import Text

from .form import FormRow, FormSheet
from .header import header_of

__all__ = ["TRANSLATED", "Columns", "translated"]

#: Columns whose words are translated, those of the survey first.
TRANSLATED = ("label", "hint", "required_message", "constraint_message")
#: Other names of columns that people write, and converters pass over.
ALIASES: Mapping[str, str] = {
    "form_name": "form_title",
    "formid": "form_id",
    "listname": "list_name",
    "skip_logic": "relevant",
}


def translated(column: str, language: str) -> str:
    """Write the header of a column of words.

    Parameters
    ----------
    column
        ``label`` or another of `TRANSLATED`.
    language
        Name of the language, as in `language_header`.
    """
    return f"{column}::{language}"


@frozen
class Columns:
    """Where each column of a sheet stands.

    Parameters
    ----------
    sheet
        The sheet.
    plain
        Headers as they are written, by the standard name of their column.
    words
        Headers of columns of words, by standard name and name of the language; an empty one for a
        column that names none.

    Examples
    --------
    >>> sheet = FormSheet("survey", ["Type", "label::fr", "relevance"], [])
    >>> Columns.of(sheet).plain
    {'type': 'Type', 'relevant': 'relevance'}
    """

    sheet: FormSheet
    plain: Mapping[str, str]
    words: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, sheet: FormSheet) -> "Columns":
        """Find the columns of a sheet.

        Parameters
        ----------
        sheet
            The sheet.
        """
        plain: dict[str, str] = {}
        words: dict[tuple[str, str], str] = {}
        kind = sheet.name.strip().lower()
        for header in sheet.columns:
            said = header_of(header, kind)
            name = said.name.replace("-", "_")
            name = ALIASES.get(name, name)
            if name in TRANSLATED:
                words.setdefault((name, said.language), header)
            elif said.language == "" and name != "":
                plain.setdefault(name, header)
        return cls(sheet, plain, words)

    @property
    def languages(self) -> Iterator[tuple[str, str]]:
        """Names of the languages, each with the header that names it first."""
        seen: set[str] = set()
        for (_, language), header in self.words.items():
            if language not in seen:
                seen.add(language)
                yield language, header

    def get(self, row: FormRow, column: str) -> str:
        """Give what stands in a plain column, without spaces around it.

        Parameters
        ----------
        row
            A row of the sheet.
        column
            Standard name of the column.
        """
        return row.get(self.plain.get(column, "")).strip() if column in self.plain else ""

    def text(self, row: FormRow, column: str, tags: Mapping[str, str]) -> Text | None:
        """Give the words in a column in all languages; `None` when there are none.

        Parameters
        ----------
        row
            A row of the sheet.
        column
            Standard name of the column.
        tags
            Tags by names of languages; others are left out.
        """
        words = {
            tags[language]: row.get(header)
            for (name, language), header in self.words.items()
            if name == column and language in tags and row.get(header).strip() != ""
        }
        return Text(words) if words else None

    def address(self, row: int, column: str) -> str:
        """Give the address of a cell; of a column that is missing, that of its row.

        Parameters
        ----------
        row
            Number of the row.
        column
            Standard name of the column.
        """
        worded = next((head for (name, _), head in self.words.items() if name == column), column)
        return self.sheet.address(self.plain.get(column, worded), row)

    def address_of(self, header: str) -> str:
        """Give the address of a header.

        Parameters
        ----------
        header
            As it is written.
        """
        return self.sheet.address(header, 1)
