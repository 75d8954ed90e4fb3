import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.write.print_width import ROOM, SMALLEST, pages_for, upright_height, wide_height


@given(
    widths=st.lists(st.floats(0, 60), max_size=200), repeated=st.floats(0, 60), least=st.booleans()
)
def test_letters_stay_legible(widths: list[float], repeated: float, *, least: bool) -> None:
    """However wide a sheet, its pages are not made smaller than can be read."""
    paper, across = pages_for(widths, repeated, least="A3" if least else "A4")
    printed = sum(widths) + (across - 1) * repeated

    assert across >= 1
    assert printed <= across * ROOM[paper] / SMALLEST * (1 + 1e-9)


def test_repeated_columns_that_leave_no_room() -> None:
    """Columns that fill a page by themselves leave nothing to split."""
    assert ("A3", 1) == pages_for([400.0, 400.0], repeated=400.0)


def test_wide_sheets_have_room_for_more_rows() -> None:
    """Made smaller to fit its width, a page holds more; it is never made larger."""
    assert 2 * upright_height([50.0]) == pytest.approx(upright_height([186.0]))
    assert 2 * wide_height([50.0]) == pytest.approx(wide_height([412.0]))
