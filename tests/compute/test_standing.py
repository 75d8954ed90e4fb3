from datetime import date

import pytest

from indh_me.compute.standing import assessed_target
from indh_me.model import Categories, Indicator, Period, Target

AS_OF = date(2008, 12, 31)


def _indicator(*periods: str) -> Indicator:
    return Indicator(
        code="A",
        unit="count",
        direction="increase",
        accumulation="latest",
        targets=[Target(period=Period.parse(name), value=1) for name in periods],
    )


@pytest.mark.parametrize(
    ("periods", "chosen"),
    [
        ((), None),
        (("2007", "2008", "2009"), "2008"),
        (("2009", "2010"), "2009"),
        (("2007", "2009"), "2007"),
        (("2008-Q4", "2008"), "2008"),
        (("2009-Q4", "2009", "2010"), "2009"),
        (("2005/2008", "2008"), "2005/2008"),
    ],
)
def test_target_that_is_assessed(periods: tuple[str, ...], chosen: str | None) -> None:
    """The last target that is due is assessed, else the next; of two that end as one the longer."""
    target = assessed_target(_indicator(*periods), AS_OF)

    assert chosen == (None if target is None else str(target.period))


def test_targets_of_groups_are_not_assessed() -> None:
    """Only targets for the total are assessed."""
    group = Target(period=Period.year(2008), value=1, categories=Categories.of(sex="female"))

    assert assessed_target(_indicator().with_targets(group), AS_OF) is None
