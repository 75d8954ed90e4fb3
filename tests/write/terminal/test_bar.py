import pytest

from indh_me.model import Quantity
from indh_me.write.tables import Bar
from indh_me.write.terminal.bar import bar_text


@pytest.mark.parametrize(
    ("bar", "drawn"),
    [
        (Bar(Quantity.exactly(0)), "╌╌╌╌╌╌╌╌"),
        (Bar(Quantity.exactly(0.01)), "━╌╌╌╌╌╌╌"),
        (Bar(Quantity.exactly(0.5)), "━━━━╌╌╌╌"),
        (Bar(Quantity.exactly(0.99)), "━━━━━━━╌"),
        (Bar(Quantity.exactly(1)), "━━━━━━━━"),
        (Bar(Quantity.exactly(7)), "━━━━━━━━"),
        (Bar(Quantity.exactly(-1)), "╌╌╌╌╌╌╌╌"),
        (Bar(Quantity.at_least(0.5)), "━━━━╍╍╍╍"),
        (Bar(Quantity.at_most(0.5)), "╍╍╍╍╌╌╌╌"),
        (Bar(Quantity.between(0.25, 0.5)), "━━╍╍╌╌╌╌"),
        (Bar(Quantity.exactly(0.25), 0.5), "━━╌┃╌╌╌╌"),
        (Bar(Quantity.exactly(0.25), 9), "━━╌╌╌╌╌┃"),
        (Bar(Quantity.exactly(0.25), -9), "┃━╌╌╌╌╌╌"),
    ],
    ids=str,
)
def test_bar_can_be_read_without_colours(bar: Bar, drawn: str) -> None:
    """A bar is heavy, broken or thin; what falls short never fills it, what there is is seen."""
    assert drawn == bar_text(bar, 8).plain


def test_bar_from_right_to_left() -> None:
    """From right to left it is the mirror of itself."""
    bar = Bar(Quantity.between(0.25, 0.5), 0.75)

    assert bar_text(bar, 8).plain == bar_text(bar, 8, right_to_left=True).plain[::-1]
