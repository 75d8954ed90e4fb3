from indh_me.write.forms.texts_in_rows import LINE, Texts
from indh_me.write.row_height import HIGHEST


def test_rows_share_what_a_text_over_them_needs() -> None:
    """A text over several rows makes them higher together, after their own texts did."""
    texts = Texts()
    texts.add(0, 0, "a\nb\nc", 9)
    texts.add(0, 1, "a\nb\nc\nd\ne\nf", 9)

    assert {0: 4 * LINE, 1: 2 * LINE, 2: LINE} == texts.heights(range(3))


def test_no_row_is_too_high() -> None:
    """No row is higher than spreadsheets make one."""
    texts = Texts()
    texts.add(0, 0, "word " * 3_000, 9)

    assert {0: HIGHEST} == texts.heights(range(1))
