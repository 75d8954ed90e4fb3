import pytest

from indh_me.model import Quantity
from indh_me.write.tables import Bar


@pytest.mark.parametrize(
    ("share", "ends"),
    [
        (Quantity.exactly(0.25), (0.25, 0.25)),
        (Quantity.exactly(1.5), (1.0, 1.0)),
        (Quantity.exactly(-0.5), (0.0, 0.0)),
        (Quantity.between(0.2, 0.6, best=0.4), (0.4, 0.4)),
        (Quantity.between(0.2, 0.6), (0.2, 0.6)),
        (Quantity.at_least(0.2), (0.2, 1.0)),
        (Quantity.at_most(0.2), (0.0, 0.2)),
        (Quantity(), (0.0, 1.0)),
    ],
    ids=str,
)
def test_ends_of_a_bar(share: Quantity, ends: tuple[float, float]) -> None:
    """A bar ends at its best estimate, else it is certain to its low and possible to its high."""
    assert ends == Bar(share).ends
