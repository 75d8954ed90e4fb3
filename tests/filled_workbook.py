"""Workbooks filled in as an officer would, and saved as the programs of officers save them."""

import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from indh_me.compute import EnteredWorkbook, EntryIssue, assess
from indh_me.model import (
    Dimension,
    Framework,
    Indicator,
    Observations,
    Period,
    Source,
    Target,
    Text,
)
from indh_me.read import read_workbook
from indh_me.write import write_workbook
from indh_me.write.sheets.entry_columns import FIRST_ROW, POSITION
from indh_me.write.words import Words

__all__ = ["AS_OF", "DEMO", "Desk", "rejected", "saved_by_libreoffice"]

AS_OF = date(2011, 3, 31)
YEARS = [Period.year(year) for year in (2008, 2009, 2010)]
SECONDS = 300


def _trained(code: str, unit: str, *dimensions: str) -> Indicator:
    return Indicator(
        code=code,
        name=Text.of(ar="المستفيدون", fr="Bénéficiaires", en="People"),
        unit=unit,
        direction="increase",
        accumulation="latest" if unit == "percent" else "sum",
        dimensions=dimensions,
        targets=[Target(period=year, value=20) for year in YEARS],
    )


#: A count by sex, a percentage and a milestone.
DEMO = Framework(
    code="DEMO",
    languages=["fr", "en", "ar"],
    sources=[Source(code="briefing")],
    dimensions=[Dimension.of("sex", "female", "male")],
    indicators=[
        _trained("T-R1", "count", "sex"),
        _trained("C-R2", "percent"),
        Indicator.milestone("C-P1", due=Period.year(2009)),
    ],
)


class Desk:
    """A workbook that is filled in.

    Parameters
    ----------
    folder
        Where it lies.
    framework, observations, language
        What it is made from.
    """

    def __init__(
        self,
        folder: Path,
        framework: Framework = DEMO,
        observations: Observations | None = None,
        language: str = "fr",
    ) -> None:
        self.words = Words.of(framework, language)
        self.path = folder / f"{language}.xlsx"
        self.name = self.words.label("sheet", "data_entry")
        made = assess(framework, observations, as_of=AS_OF)
        write_workbook(made, observations, self.path, language=language)

    def rows(self, sheet: Worksheet) -> Mapping[object, int]:
        """Give the rows by their keys."""
        column = POSITION["key"] + 1
        return {
            sheet.cell(row, column).value: row for row in range(FIRST_ROW + 1, sheet.max_row + 1)
        }

    def change(self, do: Callable[[Worksheet], object]) -> None:
        """Change the data-entry sheet in any way."""
        self.change_book(lambda book: do(book[self.name]))

    def change_book(self, do: Callable[[Workbook], object]) -> None:
        """Change the workbook in any way."""
        book = load_workbook(self.path)
        do(book)
        book.save(self.path)

    def fill(self, typed: Mapping[str, Mapping[str, object]]) -> None:
        """Type into rows, given by key: content by the name of the column."""

        def type_in(sheet: Worksheet) -> None:
            rows = self.rows(sheet)
            for key, cells in typed.items():
                for name, content in cells.items():
                    cell = sheet.cell(rows[key], POSITION[name] + 1)
                    cell.value = content  # type: ignore[assignment] # days and words too
                    if isinstance(content, str) and content.startswith("'="):
                        # A text that begins like a formula.
                        cell.value = content[1:]
                        cell.data_type = "s"

        self.change(type_in)

    def cell(self, key: str, column: str = "value") -> str:
        """Name the cell of a row as findings do."""
        sheet = load_workbook(self.path)[self.name]
        letters = get_column_letter(POSITION[column] + 1)
        return f"{self.name}!{letters}{self.rows(sheet)[key]}"

    def read(self) -> EnteredWorkbook:
        """Read it back."""
        return read_workbook(self.path)

    def values(self) -> dict[str, str]:
        """Give what is read from it, by key, without blank rows."""
        return values(self.read())


def values(book: EnteredWorkbook) -> dict[str, str]:
    """Give figures in their written form, by key, without blank rows."""
    return {
        "|".join(
            filter(None, (each.indicator, str(each.period), str(each.categories)))
        ): each.value.value if hasattr(each.value, "value") else str(each.value)
        for each in book.figures
        if each.value is not None
    }


def rejected(book: EnteredWorkbook) -> dict[str, str]:
    """Give what is said of rejected cells, by cell."""
    return {
        each.fault.where.path: each.fault.what
        for each in book.findings
        if each.issue is EntryIssue.REJECTED
    }


def saved_by_libreoffice(paths: Iterable[Path], folder: Path, libreoffice: str) -> list[Path]:
    """Let LibreOffice open workbooks and save them under the same names in another folder."""
    listed = list(paths)
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [
            *(libreoffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--headless", "--convert-to", "xlsx", "--outdir", str(folder)),
            *map(str, listed),
        ],
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    return [folder / path.name for path in listed]
