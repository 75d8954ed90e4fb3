"""The forms of donors for the example of INDH, kept as text that was looked at."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from golden_files import GoldenFiles
from indh_me.compute import Assessment, assess
from indh_me.model import Observations
from indh_me.read import read_framework, read_observations
from indh_me.write import write_workbook
from indh_me.write.transcript import sheet_lines
from indh_me.write.words import Words
from indh_me.write.workbook import workbook

EXAMPLES = Path(__file__).parents[3] / "examples"
AS_OF = date(2011, 3, 31)
FORMS = ("eu", "fcdo", "usaid", "undp", "worldbank")
#: Sheets that give the form of the donor.
SHEETS = {"worldbank": ("worldbank", "worldbank_plan")}


def example(name: str, figures: str) -> tuple[Assessment, Observations]:
    """Assess an example."""
    file = EXAMPLES / name / "framework.toml"
    table = read_observations(file, EXAMPLES / name / figures)
    return assess(read_framework(file), table, as_of=AS_OF), table


@pytest.fixture(scope="module")
def indh() -> tuple[Assessment, Observations]:
    """Assess the example of INDH."""
    return example("indh", "illustration.csv")


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("layout", FORMS)
def test_forms_of_the_example(
    layout: str, language: str, indh: tuple[Assessment, Observations], golden: GoldenFiles
) -> None:
    """The form of the example is cell for cell what was looked at and found right."""
    book = workbook(*indh, layout=layout, language=language)
    words = Words(language, indh[0].framework.languages)
    names = [words.label("sheet", key) for key in SHEETS.get(layout, (layout,))]
    text = "\n\n".join("\n".join(sheet_lines(book.sheet(name))) for name in names)

    golden.check(f"layout-{layout}-{language}.txt", f"{text}\n")


@pytest.mark.parametrize("layout", FORMS)
def test_another_example(layout: str, golden: GoldenFiles) -> None:
    """Baselines, a target that falls and figures of six years stand in the form too."""
    book = workbook(*example("projection", "observations.csv"), layout=layout, language="en")

    golden.check(f"layout-{layout}-levels-en.txt", "\n".join(sheet_lines(book.sheets[1])) + "\n")


@pytest.mark.parametrize("layout", FORMS)
def test_file_opens(layout: str, indh: tuple[Assessment, Observations], tmp_path: Path) -> None:
    """Another library opens the file, and finds every sheet and its frozen headings."""
    path = tmp_path / "book.xlsx"
    write_workbook(*indh, path, layout=layout, language="fr")
    book, plain = load_workbook(path), workbook(*indh, layout=layout, language="fr")

    assert [each.name for each in plain.sheets] == book.sheetnames
    assert [True] * len(plain.sheets) == [sheet.protection.sheet for sheet in book]
    assert book[plain.sheets[1].name].freeze_panes is not None
