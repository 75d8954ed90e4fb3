import pytest

from indh_me.read import library
from indh_me.write.tables import indicators_table
from indh_me.write.words import Words


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("fr", ("Part des femmes parmi les personnes formées", "Pourcentage", "Maintien")),
        ("en", ("Share of women among the people trained", "Percent", "Maintain")),
    ],
)
def test_row_of_an_indicator(language: str, cells: tuple[str, ...]) -> None:
    """Each indicator has a row in words of the language; only its code is always shown."""
    table = indicators_table(library("training.women_share"), Words(language))

    assert "training.women_share" == table.rows[0].cells[0]
    assert cells == table.rows[0].cells[1:4]
    assert [0] == [each.spare for each in table.columns if each.spare == 0]
