from pathlib import Path

from golden_files import GoldenFiles
from indh_me.survey import bank
from item_page import item_page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_page_shows_the_bank_as_it_is(golden: GoldenFiles) -> None:
    """The page of the item bank holds every item, answer and word of the bank of today."""
    page = item_page(bank())

    GoldenFiles(REFERENCE, rewrite=golden.rewrite).check("item-bank.md", page)
    assert [] == [item.id for item in bank().every if f"| `{item.id}` |" not in page]
    assert [] == [scale.name for scale in bank().scales if f"### `{scale.name}`" not in page]
