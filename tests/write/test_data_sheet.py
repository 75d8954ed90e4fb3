import re
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from drafts import seen
from indh_me._codec import observation_from_row, table_columns
from indh_me._codec.table import Columns
from indh_me.errors import WorkbookError
from indh_me.model import Citation, Observation, Observations, Text
from indh_me.model.columns import FIGURES
from indh_me.testing import frameworks, observations
from indh_me.write import write_observations
from indh_me.write.cell_faults import LARGEST_NUMBER


def cell_as_text(column: str, value: object) -> str:
    """Give what a CSV file would hold for a cell."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if not isinstance(value, str):
        return repr(value)
    text = re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), value)
    is_free = column == "page" or ":" in column
    like_formula = re.match(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", text)
    return f"'{text}" if is_free and like_formula else text


def rows_of(path: Path) -> Iterator[Observation]:
    """Read the observations of a data sheet."""
    header, *rows = load_workbook(path).worksheets[0].values
    names = [str(name) for name in header]
    columns = Columns(names)
    for row in rows:
        texts = map(cell_as_text, names, row)
        yield observation_from_row(dict(zip(names, texts, strict=True)), columns)


@settings(deadline=None)
@given(data=st.data())
def test_what_is_written_can_be_read_back(data: st.DataObject) -> None:
    """A data sheet has the columns of the CSV file, and holds the observations as they were."""
    table = data.draw(frameworks().flatmap(observations) | observations())
    figures = np.concatenate([getattr(table, name) for name in FIGURES])
    assume(not np.any(np.isfinite(figures) & (np.abs(figures) > LARGEST_NUMBER)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "seen.xlsx")
        write_observations(table, path)
        header = next(load_workbook(path).worksheets[0].values)

        assert table_columns(table) == header
        assert table == Observations.from_iterable(rows_of(path))


def test_cells_have_their_types(tmp_path: Path) -> None:
    """Figures are numbers, days are days, and what is not known exactly is text."""
    note = Text.of(en="=1+1")
    table = Observations.of(
        seen("A", "2008", 0.1 + 0.2, note=note, collected=date(2009, 1, 31)),
        seen("A", "2009", ">=5", source=Citation("plan", page="=2")),
        seen("A", "2010", "not_applicable", collected=date(1899, 12, 31)),
    )
    write_observations(table, tmp_path / "seen.XLSX")
    opened = load_workbook(tmp_path / "seen.XLSX")
    sheet = opened["Data"]

    assert [
        ("indicator", "period", "value", "source", "page", "collected", "note:en"),
        ("A", "2008", 0.1 + 0.2, None, None, datetime(2009, 1, 31), "=1+1"),  # noqa: DTZ001 - as openpyxl gives a day
        ("A", "2009", ">=5", "plan", "=2", None, None),
        ("A", "2010", "not_applicable", None, None, "1899-12-31", None),
    ] == list(sheet.values)
    assert "yyyy\\-mm\\-dd" == sheet["F2"].number_format
    assert {"s"} == {sheet[name].data_type for name in ("C3", "C4", "E3", "G2")} - {"inlineStr"}
    assert ("A2", "A1:G4") == (sheet.freeze_panes, sheet.auto_filter.ref)


@pytest.mark.parametrize(
    ("language", "names", "turned"),
    [
        ("ar", ["المعطيات", "تعليمات"], True),
        ("fr", ["Données", "Lisez-moi"], False),
        ("en", ["Data", "Read me"], False),
    ],
)
def test_sheets_speak_a_language(
    tmp_path: Path, language: str, names: list[str], *, turned: bool
) -> None:
    """Names of sheets and the words about them are in the language, and sheets turn with it."""
    write_observations(
        Observations.of(seen("A", "2008", 1)), tmp_path / "seen.xlsx", language=language
    )
    opened = load_workbook(tmp_path / "seen.xlsx")

    assert names == opened.sheetnames
    assert {turned} == {bool(sheet.sheet_view.rightToLeft) for sheet in opened}
    assert ("indicator", "period", "value") == next(opened.worksheets[0].values)
    assert names[0] == opened.worksheets[1]["A1"].value


def test_arabic_notes_read_from_the_right(tmp_path: Path) -> None:
    """A column of Arabic texts is marked for direction and font in a workbook of any language."""
    row = seen("A", "2008", 1, note=Text.of(ar="التكوين", fr="formation"))
    write_observations(Observations.of(row), tmp_path / "seen.xlsx")
    sheet = load_workbook(tmp_path / "seen.xlsx").worksheets[0]

    assert ["note:ar", "note:fr"] == [sheet["D1"].value, sheet["E1"].value]
    assert (2, 178) == (sheet["D2"].alignment.readingOrder, sheet["D2"].font.charset)
    assert 0 == sheet["E2"].alignment.readingOrder


def test_more_than_a_sheet_holds(tmp_path: Path) -> None:
    """More observations than a sheet has rows are refused with what to do, and no file is made."""
    one = Observations.from_columns(["A"], ["2008"], [1])
    table = one.select(np.zeros(1_048_576, dtype=int))

    with pytest.raises(WorkbookError) as caught:
        write_observations(table, tmp_path / "seen.xlsx")

    assert "1048576 rows below 1 of headings" in str(caught.value)
    assert "write several files, such as one for each period, or a CSV file" in str(caught.value)
    assert [] == list(tmp_path.iterdir())


def test_note_that_is_too_long(tmp_path: Path) -> None:
    """A note that no cell can hold is refused with its cell, never left out."""
    row = seen("A", "2008", 1, note=Text.of(en="n" * 40_000))

    with pytest.raises(WorkbookError, match="the text has 40000 characters") as caught:
        write_observations(Observations.of(row), tmp_path / "seen.xlsx")

    assert "Data!D2" == str(caught.value.faults[0].where)


def test_no_observations(tmp_path: Path) -> None:
    """Without observations there is a header and nothing below."""
    write_observations(Observations(), tmp_path / "seen.xlsx")

    assert [("indicator", "period", "value")] == list(
        load_workbook(tmp_path / "seen.xlsx").worksheets[0].values
    )
