import pytest

from drafts import content, flow, values
from indh_me.catalog import labels
from indh_me.write.sheets import lists_sheet, quality_sheet
from indh_me.write.sheets.filled_list import FIRST_ROW as FIRST
from indh_me.write.sheets.quality import STANDARDS


def test_five_standards_for_each_indicator() -> None:
    """Each indicator is asked the same questions, two for each of the five standards."""
    shown = values(quality_sheet(content([flow("A"), flow("B")])))
    asked = [(shown[row, 0], shown[row, 2]) for row in range(FIRST, FIRST + 20)]
    standards = [labels()["quality_standard"][each]["en"] for each in STANDARDS]

    assert [(code, each) for code in "AB" for each in standards for _ in range(2)] == asked
    assert 10 == len({shown[row, 3] for row in range(FIRST, FIRST + 20)})


def test_answers_are_filled_in() -> None:
    """Answer, comments, reviewer and day can be changed, and nothing else."""
    sheet = quality_sheet(content([flow("A")]))

    assert {4, 5, 6, 7} == {cell.column for cell in sheet.cells if cell.style.unlocked}
    assert sheet.protected


@pytest.mark.parametrize(
    ("language", "answers"),
    [
        ("en", ["yes", "partly", "no", "not applicable"]),
        ("fr", ["oui", "en partie", "non", "sans objet"]),
        ("ar", ["نعم", "جزئيا", "لا", "لا ينطبق"]),
    ],
)
def test_answers_to_choose_from(language: str, answers: list[str]) -> None:
    """An answer is chosen from a list in the language of the workbook."""
    made = content([flow("A")], language=language)
    source = quality_sheet(made).validations[0].source
    assert source is not None
    shown = values(lists_sheet(made))

    assert answers == [shown[position] for position in source.block.positions()]


def test_every_standard_has_its_questions() -> None:
    """Each question belongs to a standard, and each standard has two."""
    keys = labels()["quality_question"]

    assert {f"{each}_{number}" for each in STANDARDS for number in (1, 2)} == set(keys)
    assert set(STANDARDS) == set(labels()["quality_standard"])


def test_no_indicator() -> None:
    """Without indicators nothing is asked."""
    sheet = quality_sheet(content([]))

    assert ((), None) == (sheet.validations, sheet.autofilter)
