from pathlib import Path

import pytest

from hostile import RELATIONS, book, packed
from indh_me.errors import InvalidFileError
from indh_me.read.sheet_parts import sheet_parts
from indh_me.read.zip_parts import ZipParts
from refusals import refusal

FILE = Path("book.xlsx")
HERE = "xl/worksheets/sheet1.xml"


def parts(relations: str = RELATIONS, **more: str) -> ZipParts:
    """Give a workbook whose sheets stand where its relations say."""
    named = {"xl/_rels/workbook.xml.rels": relations, **more}
    return ZipParts(packed({**book(), **named}), FILE)


@pytest.mark.parametrize("target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"])
def test_part_of_a_sheet(target: str) -> None:
    """A sheet is found by its relation, written from the folder or from the top."""
    relations = RELATIONS.replace("worksheets/sheet1.xml", target)

    assert {"Data entry": HERE} == sheet_parts(parts(relations))


def test_sheet_without_a_part() -> None:
    """A sheet that has no part is left out."""
    assert {} == sheet_parts(parts(RELATIONS.replace("rId1", "rId7")))


@pytest.mark.parametrize(
    "relations",
    [
        RELATIONS.replace("sheet1.xml", "sheet1.png"),
        RELATIONS.replace("</Rel", '<Relationship Id="rId1" Target="other.xml"/></Rel', 1),
    ],
    ids=["picture", "two"],
)
def test_odd_place(relations: str) -> None:
    """A sheet in a part that is not searched, or in one of two, is refused."""
    fault = refusal(lambda: sheet_parts(parts(relations)), InvalidFileError)

    assert "has its sheet 'Data entry' in an odd place" in fault.what


@pytest.mark.parametrize(
    ("content", "what"),
    [("", "has no sheets"), ("<Relationships>", "is damaged in 'xl/_rels/workbook.xml.rels'")],
)
def test_damaged_list(content: str, what: str) -> None:
    """A list of sheets that is missing or cut off is refused."""
    fault = refusal(lambda: sheet_parts(parts(content)), InvalidFileError)

    assert what in fault.what
