import pytest

from indh_me.write.address import COLUMNS, Block
from indh_me.write.formula import Written, explain_formula, formula_is_sound


def _written(*positions: tuple[int, int]) -> Written:
    rows = [row for row, _ in positions]
    columns = [column for _, column in positions]
    block = Block(min(rows), min(columns), max(rows), max(columns))
    return Written({row * COLUMNS + column for row, column in positions}, block)


# A1:C3 without B2, on a sheet of its own and on one with an apostrophe and a digit in its name.
HERE = _written(
    *((row, column) for row in range(3) for column in range(3) if row != 1 or column != 1)
)
SHEETS = {b"'L''an 1'": HERE, "'خطة'".encode(): HERE, "خطة".encode(): HERE}
NAMES = {b"on_track", "معدل_2".encode()}


def _faults(text: str) -> list[str]:
    return [what for what, _ in explain_formula(text, HERE, SHEETS, NAMES)]


@pytest.mark.parametrize(
    "text",
    [
        "=A1",
        "=$A$1+B$1-$C1*2.5E-3/.5^2%",
        "=SUM(A1:C3,'L''an 1'!A1:B2)",
        "='L''an 1'!$C$3&خطة!A1&'خطة'!A1",
        '=IF(A1="B2 & ""B99"" محقق","",A1/C3)',
        "=IF(A1>=on_track,TRUE,FALSE)+معدل_2",
        '=SUMPRODUCT((A1:A3<>"")*{1,2;3,4})',
        "=INDEX(A1:A3,2):C3",
        "= A1 +\n A2",
    ],
)
def test_sound_formula_has_no_faults(text: str) -> None:
    """A formula is sound when all that it refers to is written and all its functions are known."""
    assert formula_is_sound(text, HERE, SHEETS, NAMES)
    assert [] == _faults(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A1", "does not start with '='"),
        ("=B2", "the cell B2, where nothing is written"),
        ("=A0", "the cell A0, where nothing is written"),
        ("='L''an 1'!D1", "the cell 'L''an 1'!D1, where nothing is written"),
        ("=SUM(A1:A4)", "the range A1:A4, where nothing is written"),
        ("=SUM(A3:A1)", "the range A3:A1, where nothing is written"),
        ("=SUM(C1:A1)", "the range C1:A1, where nothing is written"),
        ("='L''an 2'!A1", 'sheet "L\'an 2", which does not exist'),
        ("=Plan!A1", "sheet 'Plan', which does not exist"),
        ("=Plan!rate", "'Plan!' has no meaning"),
        ("=at_risk", "the name 'at_risk', which is not defined"),
        ("=on_track2", "the name 'on_track2', which is not defined"),
        ("=a1", "the name 'a1', which is not defined"),
        ("=XFE1", "'XFE1' lies beyond the last column"),
        ("=SUM(A1", "brackets of the formula do not balance"),
        ("=A1)+(A1", "brackets of the formula do not balance"),
        ("=SI(A1,1,2)", "'SI' is not a function"),
        ("=XLOOKUP(A1,A1:A3,B1:B3)", "'XLOOKUP' is not a function"),
        ("=LOG10(A1)", "'LOG10' is not a function"),
        ("=IF(A1;1;2)", "';' stands between arguments"),
        ("=SUM(A:A)", "'A:A' refers to whole columns or rows"),
        ("=SUM('L''an 1'!$1:$2)", "'L''an 1'!$1:$2\" refers to whole columns or rows"),
        ("=A1+#REF!", "the formula contains the error #REF!"),
        ('=A1&"unfinished', "has no meaning in the formula"),
        ("=Table[Col]", "has no meaning in the formula"),
        ("=A1&\x01", "the character U+0001"),
        ('=A1&"MAP(x)"', "looks like a function of later spreadsheets"),
        (f'=A1&"{"x" * 256}"', "a text of 256 characters stands in the formula"),
        (f"=A1{'+A1' * 2_800}", "the formula has 8403 characters"),
    ],
)
def test_unsound_formula_is_explained(text: str, expected: str) -> None:
    """Each thing that is wrong with a formula is named."""
    explained = " | ".join(_faults(text))

    assert not formula_is_sound(text, HERE, SHEETS, NAMES)
    assert expected in explained


def test_formulas_of_one_shape_are_judged_by_their_own_numbers() -> None:
    """Two formulas that differ in digits alone are told apart: rows, sheets and names."""
    judged = [
        formula_is_sound(text, HERE, SHEETS, NAMES)
        for text in ("=A1", "=A4", "='L''an 1'!A1", "='L''an 2'!A1", "=معدل_2", "=معدل_3")
    ]

    assert [True, False, True, False, True, False] == judged


def test_range_on_an_empty_sheet_refers_to_nothing() -> None:
    """Where nothing at all is written, no range exists."""
    sheets = {b"Vide": Written(frozenset(), None)}

    found = [what for what, _ in explain_formula("=SUM(Vide!A1:A2)", HERE, sheets, NAMES)]

    assert ["the formula refers to the range Vide!A1:A2, where nothing is written"] == found


def test_unknown_name_is_answered_with_the_nearest() -> None:
    """The mend of a misspelt name is the name that was probably meant."""
    mends = [mend for _, mend in explain_formula("=on_trak", HERE, SHEETS, NAMES)]

    assert ["did you mean 'on_track'? known: on_track, معدل_2"] == mends


def test_half_a_character_pair_in_a_formula_is_a_fault() -> None:
    """A lone surrogate, which no file can hold, is found in a formula too."""
    assert not formula_is_sound('=A1&"\ud800"', HERE, SHEETS, NAMES)
    assert "U+D800" in _faults('=A1&"\ud800"')[0]
