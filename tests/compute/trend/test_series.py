import pytest

from indh_me.compute.trend.series import indicator_of
from indh_me.model import Direction, Observations, Period, Quantity
from plans import level
from refusals import Strange, refusal

RISING: dict[str, Quantity | float] = {"2003": 60, "2004": 62}


def test_periods_may_be_periods() -> None:
    """Keys are periods or their names."""
    keyed = {Period.parse(name): value for name, value in RISING.items()}
    _, table = indicator_of(RISING, None, None)
    assert [(str(each.period), str(each.value)) for each in table] == [
        ("2003", "60"),
        ("2004", "62"),
    ]
    assert indicator_of(keyed, None, None)[1] == table


def test_a_series_may_be_wanted_to_fall() -> None:
    """A series should rise, unless it is said to be better when it falls."""
    assert indicator_of(RISING, None, None)[0].direction is Direction.INCREASE
    assert indicator_of(RISING, None, "decrease")[0].direction is Direction.DECREASE


def test_an_indicator_is_itself() -> None:
    """An indicator stays as it is, with its observations or without any."""
    wanted, seen = level(), Observations()
    assert indicator_of(wanted, seen, None) == (wanted, seen)
    assert indicator_of(wanted, None, None) == (wanted, Observations())


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (([1, 2], None, None), "subject"),
        ((RISING, Observations(), None), "observations"),
        ((level(), None, "increase"), "direction"),
        ((RISING, None, "sideways"), "direction"),
    ],
)
def test_what_does_not_fit_is_refused(arguments: tuple[Strange, ...], where: str) -> None:
    """What is no series, or does not go with one, is named."""
    assert refusal(lambda: indicator_of(*arguments)).where.path == where
