"""Rates of achievement of numbers, quantities and arrays."""

import math
from typing import Any, TypeAlias

import numpy as np
import pytest

from indh_me.compute import Reason, Verdict
from indh_me.compute import terms as terms_module
from indh_me.compute.achievement_rate import achievement_rate
from indh_me.compute.bounds import Bounds
from indh_me.compute.terms import blocks
from indh_me.errors import InvalidInputError, ParseError
from indh_me.model import Direction, Method, Quantity

#: What a user may give by mistake.
Anything: TypeAlias = Any


def test_scalars_for_scalars() -> None:
    """Single figures give a single rate, reason and verdict."""
    made = achievement_rate(64, 80, 60, direction="increase")
    undefined = achievement_rate(64, 60, 60)

    assert (0.2, 0.2, 0.2) == (made.rate, made.low, made.high)
    assert isinstance(made.rate, float)
    assert (None, Verdict.NOT_MET) == (made.reason, made.verdict)
    assert (Method.BASELINE_ADJUSTED, Direction.INCREASE) == (made.method, made.direction)
    assert math.isnan(np.asarray(undefined.rate).item())
    assert (Reason.TARGET_EQUALS_BASELINE, Verdict.MET) == (undefined.reason, undefined.verdict)


def test_arrays_for_arrays() -> None:
    """Arrays give arrays of their common shape, whatever broadcasts to it."""
    actual = np.array([[30.0, 18.0, np.nan], [45.0, 20.0, 40.0]])
    made = achievement_rate(actual, 20, [[40.0], [20.0]], direction="decrease")

    assert [[0.5, 1.1, None], [None, None, None]] == [
        [None if math.isnan(each) else each for each in row]
        for row in np.asarray(made.rate).tolist()
    ]
    assert [
        [None, None, Reason.NOT_REPORTED],
        [Reason.TARGET_EQUALS_BASELINE] * 3,
    ] == np.asarray(made.reason).tolist()
    assert [
        [Verdict.NOT_MET, Verdict.MET, None],
        [Verdict.NOT_MET, Verdict.MET, Verdict.NOT_MET],
    ] == np.asarray(made.verdict).tolist()
    assert {Reason.NOT_REPORTED: 1, Reason.TARGET_EQUALS_BASELINE: 3} == made.reason_counts


def test_one_figure_in_an_array_stays_an_array() -> None:
    """An array of one figure gives arrays of one."""
    made = achievement_rate([64.0], [80.0])

    assert [0.8] == np.asarray(made.rate).tolist()
    assert (1,) == np.shape(np.asarray(made.reason))
    assert Quantity.exactly(0.8) == made.quantity


def test_quantities_keep_their_bounds() -> None:
    """A figure that is known within bounds gives a rate within bounds."""
    made = achievement_rate(Quantity.between(16, 18), 20)
    open_ = achievement_rate(Quantity.at_least(18), 20)

    assert (0.8, 0.9, Quantity.between(0.8, 0.9)) == (made.low, made.high, made.quantity)
    assert math.isnan(np.asarray(made.rate).item())
    assert (0.9, math.inf, Verdict.CANNOT_TELL) == (open_.low, open_.high, open_.verdict)
    assert None is open_.reason


def test_many_quantities_at_once() -> None:
    """Many quantities are given as bounds, against exact numbers or other bounds."""
    actual = Bounds.of([Quantity.at_least(18), Quantity.exactly(10), None])
    made = achievement_rate(actual, 20.0)
    against = achievement_rate([10.0, 10.0, 10.0], Bounds.of([Quantity.between(10, 20)] * 3))

    assert [Quantity.at_least(0.9), Quantity.exactly(0.5), None] == made.bounds.quantities()
    assert [Quantity.between(0.5, 1)] * 3 == against.bounds.quantities()
    with pytest.raises(InvalidInputError, match="'3' rates are no single quantity") as caught:
        _ = made.quantity
    assert "take bounds, or bounds.quantities()" == caught.value.faults[0].mend


@pytest.mark.parametrize(
    ("keys", "method"),
    [
        ({}, Method.TARGET_RATIO),
        ({"baseline": 60}, Method.BASELINE_ADJUSTED),
        ({"direction": "decrease"}, None),
        ({"direction": "decrease", "baseline": 90}, Method.BASELINE_ADJUSTED),
        ({"direction": "maintain"}, Method.BAND),
        ({"direction": "maintain", "baseline": 60}, Method.BAND),
        ({"method": "milestone", "baseline": 60}, Method.MILESTONE),
    ],
)
def test_method_by_default(keys: dict[str, Anything], method: Method | None) -> None:
    """The method follows from direction and baseline, unless it is named."""
    assert method is achievement_rate(64, 80, **keys).method


def test_no_method_for_a_decrease_without_baseline() -> None:
    """A decrease without a baseline has no rate, but a verdict."""
    made = achievement_rate([15.0, 25.0], 20, direction="decrease")

    assert [Reason.MISSING_BASELINE] * 2 == np.asarray(made.reason).tolist()
    assert [Verdict.MET, Verdict.NOT_MET] == np.asarray(made.verdict).tolist()


@pytest.mark.parametrize(
    "band",
    [
        Quantity.between(90, 95),
        (90, 95),
        ([90.0, 90.0], 95),
        Bounds.of([Quantity.between(90, 95)] * 2),
    ],
)
def test_band_as_a_quantity_or_its_edges(band: Anything) -> None:
    """A band is a quantity, many as bounds, or its lower and upper edges."""
    made = achievement_rate([93.0, 99.75], None, direction="maintain", band=band)

    assert [1.0, pytest.approx(0.95)] == np.asarray(made.rate).tolist()
    assert [Verdict.MET, Verdict.NOT_MET] == np.asarray(made.verdict).tolist()


def test_growth_takes_years_one_a_figure() -> None:
    """Years may be one for all figures, or one a figure."""
    made = achievement_rate(
        [110.0, 121.0], 121, 100, method="growth_ratio", years=[1, 2], target_years=2
    )

    assert pytest.approx([1, 1]) == np.asarray(made.rate)


@pytest.mark.parametrize(
    ("arguments", "keys", "what", "mend"),
    [
        (
            ([1.0, 2.0], [1.0, 2.0, 3.0]),
            {},
            "shapes that do not fit each other: actual '(2,)', target '(3,)'",
            "give arrays of one length, or single numbers",
        ),
        (
            (1, 2, 3),
            {"band": ([1.0, 2.0], [3.0, 4.0, 5.0])},
            "shapes that do not fit each other: lower edge '(2,)', upper edge '(3,)'",
            "give arrays of one length, or single numbers",
        ),
        (
            ([1.0, math.inf], 2),
            {},
            "'inf' is not a figure",
            "leave gaps as NaN; give what is unbounded as a Quantity",
        ),
        (
            (1, 2, [-math.inf]),
            {},
            "'-inf' is not a figure",
            "leave gaps as NaN; give what is unbounded as a Quantity",
        ),
        (
            ("many", 2),
            {},
            "'many' is no array of numbers",
            "leave gaps as NaN; make quantities bounds with Bounds.of([...])",
        ),
        (
            ([Quantity.exactly(1)], 2),
            {},
            None,
            "leave gaps as NaN; make quantities bounds with Bounds.of([...])",
        ),
        (
            (1, None),
            {"direction": "maintain", "band": (95, 90)},
            "the lower edge '95.0' of the band is above its upper edge '90.0'",
            "give the lower edge first",
        ),
        (
            (1, None),
            {"direction": "maintain", "band": 90},
            "'90' is no band",
            "give Quantity.between(90, 95), or (90, 95)",
        ),
    ],
)
def test_bad_arguments(
    *, arguments: tuple[Anything, ...], keys: dict[str, Anything], what: str | None, mend: str
) -> None:
    """What cannot be computed with is refused, with what is wrong and how to mend it."""
    with pytest.raises(InvalidInputError) as caught:
        achievement_rate(*arguments, **keys)
    (fault,) = caught.value.faults

    assert what is None or what == fault.what
    assert mend == fault.mend


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"direction": "up"}, "unknown direction 'up'"),
        ({"method": "ratio"}, "unknown method 'ratio'"),
    ],
)
def test_unknown_words(keys: dict[str, Anything], words: str) -> None:
    """A word that is no direction or method is refused with the nearest."""
    with pytest.raises(ParseError, match=words):
        achievement_rate(1, 2, **keys)


def test_fault_names_the_argument() -> None:
    """An infinite figure is named by the argument that it stands in."""
    for name in ("actual", "target", "baseline"):
        figures: dict[str, Anything] = {"actual": 1, "target": 2, "baseline": 0.5, name: math.inf}
        with pytest.raises(InvalidInputError) as caught:
            achievement_rate(**figures)
        assert name == str(caught.value.faults[0].where)
    with pytest.raises(InvalidInputError) as caught:
        achievement_rate(1, 2, 0.5, method="growth_ratio", years=math.inf)
    assert "years" == str(caught.value.faults[0].where)


@pytest.mark.parametrize(
    ("shape", "count"),
    [
        ((), 1),
        ((0,), 1),
        ((7,), 1),
        ((8,), 1),
        ((9,), 2),
        ((25,), 4),
        ((3, 4), 2),
        ((3, 5), 3),
        ((2, 9), 4),
    ],
)
def test_blocks_cover_a_shape_once(
    shape: tuple[int, ...], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks are few figures each, and together every figure once."""
    monkeypatch.setattr(terms_module, "BLOCK", 8)
    seen = np.zeros(shape, dtype=int)
    places = list(blocks(shape))
    for place in places:
        seen[place] += 1
        assert np.size(seen[place]) <= 8

    assert count == len(places)
    assert (seen == 1).all()


def test_blocks_give_what_the_whole_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures computed block by block are those computed at once."""
    rng = np.random.default_rng(2008)
    actual, target, baseline = rng.normal(50, 30, (3, 5, 11))
    actual[0, 3] = np.nan
    whole = achievement_rate(actual, target, baseline[0])
    monkeypatch.setattr(terms_module, "BLOCK", 8)
    parts = achievement_rate(actual, target, baseline[0])

    assert np.array_equal(np.asarray(whole.rate), np.asarray(parts.rate), equal_nan=True)
    assert np.asarray(whole.reason).tolist() == np.asarray(parts.reason).tolist()
    assert np.asarray(whole.verdict).tolist() == np.asarray(parts.verdict).tolist()


def test_figures_are_not_changed() -> None:
    """What is given is left as it is."""
    actual, target = np.array([1.0, np.nan]), np.array([2.0, 0.0])
    achievement_rate(actual, target)

    assert [1.0, 2.0, 0.0] == [actual[0], *target.tolist()]
    assert math.isnan(actual[1])


def test_no_figures() -> None:
    """No figures at all have no rates."""
    made = achievement_rate([], 5)

    assert ([], {}) == (np.asarray(made.rate).tolist(), made.reason_counts)


def test_figures_between_zero_and_one() -> None:
    """Shares below 1 are above zero like any other figure: they have a rate, or change sign."""
    found = achievement_rate(0.5, 0.25, method="inverse_ratio", direction="decrease")
    turned = achievement_rate(
        0.5, -2, -1, method="growth_ratio", direction="decrease", years=1, target_years=1
    )

    assert 0.5 == found.rate
    assert Reason.SIGN_CHANGE is turned.reason
