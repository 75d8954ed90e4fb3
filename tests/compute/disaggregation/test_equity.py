from datetime import date

import pytest

from indh_me.compute.disaggregation import Breakdown, GroupReason, breakdown, equity
from indh_me.compute.reason import Reason
from indh_me.compute.verdict import Verdict
from indh_me.errors import InvalidInputError, UnknownCodeError
from indh_me.model import (
    Categories,
    Dimension,
    Direction,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
)
from refusals import refusal

PARITY = Quantity.between(0.97, 1.03)


def by_sex(**figures: Quantity | float) -> Breakdown:
    """Break down the figures of women and men in one place, of which they are the whole."""
    indicator = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[Dimension.of("sex", "female", "male"), Dimension.of("place", "dakhla")],
        indicators=[indicator],
    )
    table = Observations.of(
        *(
            Observation(
                indicator="A",
                period=Period.year(2008),
                value=value,
                categories=Categories.of(sex=sex, place="dakhla"),
            )
            for sex, value in figures.items()
        )
    )
    return breakdown(framework, table, "A", as_of=date(2008, 12, 31), by=("sex", "place"))


def test_ratio_of_two_groups() -> None:
    """40 women for 50 men are 0.8, in all places and in one."""
    made = by_sex(female=40, male=50)
    dakhla = Categories.of(place="dakhla")

    assert Quantity.exactly(0.8) == equity(made, "sex", "female", "male").ratio
    assert Quantity.exactly(0.8) == equity(made, "sex", "female", "male", within=dakhla).ratio
    assert equity(made, "sex", "female", "male").verdict is None


def test_what_is_compared_is_kept() -> None:
    """A comparison keeps what it compares, along which dimension, and with which target."""
    made = by_sex(female=40, male=50)
    compared = equity(made, "sex", "female", "male", target=1)

    assert ("sex", Quantity.exactly(1)) == (compared.dimension, compared.target)
    assert (made[Categories.of(sex="female")], made[Categories.of(sex="male")]) == (
        compared.one,
        compared.other,
    )


@pytest.mark.parametrize(
    ("women", "target", "direction", "expected"),
    [
        (Quantity.exactly(40), 0.8, Direction.INCREASE, Verdict.MET),
        (Quantity.exactly(40), 0.8, Direction.DECREASE, Verdict.MET),
        (Quantity.exactly(39), 0.8, Direction.INCREASE, Verdict.NOT_MET),
        (Quantity.between(30, 45), 0.8, Direction.INCREASE, Verdict.CANNOT_TELL),
        (Quantity.exactly(49), PARITY, Direction.MAINTAIN, Verdict.MET),
        (Quantity.exactly(48), PARITY, Direction.MAINTAIN, Verdict.NOT_MET),
        (Quantity.exactly(52), PARITY, Direction.MAINTAIN, Verdict.NOT_MET),
    ],
)
def test_ratio_against_a_target(
    women: Quantity, target: Quantity | float, direction: Direction, expected: Verdict
) -> None:
    """A ratio is held against its target or band by its bounds."""
    compared = equity(
        by_sex(female=women, male=50), "sex", "female", "male", target=target, direction=direction
    )

    assert expected is compared.verdict


def test_bounds_pass_through() -> None:
    """30 to 40 women for 50 to 60 men are 0.5 to 0.8, best at 35 for 50."""
    made = by_sex(female=Quantity.between(30, 40, best=35), male=Quantity.between(50, 60, best=50))

    assert Quantity.between(0.5, 0.8, best=0.7) == equity(made, "sex", "female", "male").ratio


def test_group_without_a_figure() -> None:
    """Without the figure of either group there is no ratio, for that figure's reason."""
    made = by_sex(female=40)
    first = equity(made, "sex", "male", "female", target=1)
    second = equity(made, "sex", "female", "male", target=1)

    assert (None, Reason.NOT_REPORTED, None) == (first.ratio, first.reason, first.verdict)
    assert (None, Reason.NOT_REPORTED, None) == (second.ratio, second.reason, second.verdict)


@pytest.mark.parametrize("men", [0, Quantity.between(0, 5), Quantity.between(0, 5, best=0)])
def test_nobody_to_compare_with(men: Quantity | float) -> None:
    """A ratio to a group that is or may be zero is undefined, not infinite."""
    compared = equity(by_sex(female=40, male=men), "sex", "female", "male")

    assert compared.ratio is None
    assert compared.reason is GroupReason.ZERO_COMPARISON


def test_unknown_groups() -> None:
    """Groups that do not exist, or are named twice, are refused."""
    made = by_sex(female=40, male=50)
    women = Categories.of(sex="female")
    unknown = refusal(lambda: equity(made, "sex", "femal", "male"), UnknownCodeError)
    twice = refusal(lambda: equity(made, "sex", "female", "male", within=women), InvalidInputError)

    assert "unknown category 'femal' of dimension 'sex'" == unknown.what
    assert ("groups of 'sex' within 'sex=female'", "within", "leave 'sex' out of it") == (
        twice.what,
        str(twice.where),
        twice.mend,
    )
