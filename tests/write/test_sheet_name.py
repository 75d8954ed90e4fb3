from hypothesis import given
from hypothesis import strategies as st

from indh_me.write.legal_text import utf16_length
from indh_me.write.sheet_name import LONGEST_SHEET_NAME, sheet_names

WIDE = "\N{CUNEIFORM SIGN A}"


@given(
    codes=st.lists(st.text("aAbé" + WIDE, min_size=1, max_size=40), unique_by=str.casefold),
    taken=st.lists(st.text("aAb", min_size=1, max_size=3), max_size=3),
)
def test_names_are_legal_and_apart(codes: list[str], taken: list[str]) -> None:
    """Whatever the codes, no two names are alike but for capitals, and none is too long."""
    names = list(sheet_names(codes, taken).values())
    plain = [name.casefold() for name in (*names, *set(map(str.casefold, taken)))]

    assert len(plain) == len(set(plain))
    assert all(1 <= utf16_length(name) <= LONGEST_SHEET_NAME for name in names)


def test_code_that_fits_is_the_name() -> None:
    """A code that can be a name is one, even beside a longer code that begins like it."""
    long, short = "x" * 32, "x" * 31

    assert {long: "x" * 29 + "~2", short: short} == sheet_names([long, short])


def test_reserved_name() -> None:
    """Excel keeps History for itself."""
    assert {"History": "History~2"} == sheet_names(["History"])


def test_letter_is_not_cut_in_two() -> None:
    """A letter that counts twice is kept or left out as a whole."""
    assert {WIDE * 16: WIDE * 15} == sheet_names([WIDE * 16])
