import pytest

from indh_me.errors import OutputError
from indh_me.write.paper.fonts import families_for

ALL = ("Noto Sans", "DejaVu Sans", "Noto Sans Arabic", "Noto Sans Tifinagh")


@pytest.mark.parametrize(
    ("words", "families"),
    [
        ("Oui", ("Noto Sans",)),
        ("Oui نعم", ("Noto Sans", "Noto Sans Arabic")),
        ("ⵉⵢⵢⵀ نعم", ("Noto Sans", "Noto Sans Arabic", "Noto Sans Tifinagh")),
    ],
)
def test_each_script_has_its_family(words: str, families: tuple[str, ...]) -> None:
    """Words call for a family of each script that they are written in."""
    assert families == families_for(words, ALL)


def test_one_family_may_have_all() -> None:
    """A family that has several scripts is named once, whatever the size of its letters."""
    assert ("DejaVu Sans",) == families_for("Oui نعم", ["dejavu sans"])


@pytest.mark.parametrize(
    ("words", "font"), [("نعم", "Noto Sans Arabic"), ("ⵉⵢⵢⵀ", "Noto Sans Tifinagh")]
)
def test_missing_font_is_named(words: str, font: str) -> None:
    """Without letters for a script nothing is printed; the font to install is named."""
    with pytest.raises(OutputError, match=f"install the font '{font}'"):
        families_for(words, ["Noto Sans"])


def test_latin_has_a_last_resort() -> None:
    """Without any known family the typesetter takes its own for Latin letters."""
    assert () == families_for("Oui", [])
