"""What the engine refuses: each a named error with what is wrong, where, and how to mend it."""

import math
from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

import indh_me as me
from refusals import Strange, refusal

DAY = date(2008, 12, 31)
YEAR = me.Period.year(2008)
TRAINED = me.Indicator(
    code="A", unit="count", direction="increase", accumulation="sum", dimensions=["sex"]
)
DEMO = me.Framework(
    code="DEMO",
    languages=["en"],
    dimensions=[me.Dimension.of("sex", "female", "male")],
    indicators=[TRAINED],
)
WRONG = me.Categories.of(sex="femal")
#: A figure of a category that the dimension does not have.
MISSPELT = me.Observations.from_columns(["A"], ["2008"], [4], categories=[WRONG])
NEAREST = "did you mean 'female'? known: female, male"
UNKNOWN = "unknown category 'femal' of dimension 'sex'"


def _result(code: str, weight: float | None) -> me.Result:
    return me.Result(code=code, level=me.Level.OUTPUT, weight=weight)


def _weighted(*weights: float | None) -> me.Rollup:
    results = [_result(code, weight) for code, weight in zip("ab", weights, strict=True)]
    framework = me.Framework(code="DEMO", languages=["en"], results=results)
    return me.rollup(me.assess(framework, as_of=DAY), how="weighted")


def _revised(*days: date) -> me.Target:
    return me.Target(
        period=YEAR, value=5, revisions=[me.Revision(value=4, date=day) for day in days]
    )


def _equity(one: str) -> me.Equity:
    made = me.breakdown(DEMO, me.Observations(), "A", as_of=DAY)
    return me.equity(made, "sex", one, "male")


REFUSED: dict[str, tuple[Callable[[], object], type[me.IndhMeError], me.Fault]] = {
    "negative weight": (
        lambda: _result("a", -1),
        me.InvalidInputError,
        me.Fault("weight '-1.0' is no share", "weight", "weights are 0 to 100 percent"),
    ),
    "weights above 100": (
        lambda: _weighted(60, 50),
        me.InvalidInputError,
        me.Fault(
            "weights at the top total '110.0', not 100",
            "results",
            "change the weights of 'a', 'b' so that they total 100",
        ),
    ),
    "weight left out": (
        lambda: _weighted(60, None),
        me.InvalidInputError,
        me.Fault(
            "no weight for 'b'",
            "results",
            "give each result at the top its share of 100, or roll up by one_vote",
        ),
    ),
    "band upside down": (
        lambda: me.Quantity.between(95, 90),
        me.InvalidInputError,
        me.Fault(
            "bounds out of order: low '95.0', best 'None', high '90.0'",
            "",
            "low <= best <= high must hold",
        ),
    ),
    "edges of a band upside down": (
        lambda: me.achievement_rate(92, None, direction="maintain", band=(95, 90)),
        me.InvalidInputError,
        me.Fault(
            "the lower edge '95.0' of the band is above its upper edge '90.0'",
            "band",
            "give the lower edge first",
        ),
    ),
    "category of a breakdown": (
        lambda: me.breakdown(DEMO, MISSPELT, "A", as_of=DAY),
        me.UnknownCodeError,
        me.Fault(UNKNOWN, 'observations."sex=femal"', NEAREST),
    ),
    "category of groups": (
        lambda: me.assess(DEMO, MISSPELT, as_of=DAY, by="sex"),
        me.UnknownCodeError,
        me.Fault(UNKNOWN, 'observations."sex=femal"', NEAREST),
    ),
    "category of a comparison": (
        lambda: _equity("femal"),
        me.UnknownCodeError,
        me.Fault(UNKNOWN, 'observations."sex=femal"', NEAREST),
    ),
    "dimension of groups": (
        lambda: me.assess(DEMO, as_of=DAY, by="gender"),
        me.UnknownCodeError,
        me.Fault("unknown dimension 'gender'", "", "known: sex"),
    ),
    "revisions out of order": (
        lambda: _revised(date(2008, 6, 1), date(2008, 5, 1)),
        me.InvalidInputError,
        me.Fault("revisions out of order", "revisions", "list them by date, one a day"),
    ),
    "two revisions of a day": (
        lambda: _revised(date(2008, 6, 1), date(2008, 6, 1)),
        me.InvalidInputError,
        me.Fault("revisions out of order", "revisions", "list them by date, one a day"),
    ),
    "arrays that do not broadcast": (
        lambda: me.achievement_rate([1.0, 2.0], [1.0, 2.0, 3.0]),
        me.InvalidInputError,
        me.Fault(
            "shapes that do not fit each other: actual '(2,)', target '(3,)'",
            "",
            "give arrays of one length, or single numbers",
        ),
    ),
    "infinite figure": (
        lambda: me.achievement_rate(np.array([1.0, math.inf]), 2.0),
        me.InvalidInputError,
        me.Fault(
            "'inf' is not a figure",
            "actual",
            "leave gaps as NaN; give what is unbounded as a Quantity",
        ),
    ),
    "no number": (
        lambda: me.compare_methods(math.nan, 80, direction="increase"),
        me.InvalidInputError,
        me.Fault(
            "'nan' is not a figure",
            "",
            "leave out what is not known; bounds are written '>=5', '<=5' or '2..5'",
        ),
    ),
    "no number against a path": (
        lambda: me.pace_to_target(TRAINED, math.nan, as_of=DAY),
        me.InvalidInputError,
        me.Fault(
            "'nan' is not a figure",
            "",
            "leave out what is not known; bounds are written '>=5', '<=5' or '2..5'",
        ),
    ),
    "no number of years": (
        lambda: me.Achievement.of(1, 2, direction="increase", years=math.nan),
        me.InvalidInputError,
        me.Fault(
            "'nan' is not a figure",
            "",
            "leave out what is not known; bounds are written '>=5', '<=5' or '2..5'",
        ),
    ),
}


@pytest.mark.parametrize(("make", "error", "fault"), REFUSED.values(), ids=REFUSED)
def test_bad_input(
    make: Callable[[], object], error: type[me.IndhMeError], fault: me.Fault
) -> None:
    """What cannot be computed with is refused by name, with its place and what to do."""
    assert fault == refusal(make, error)


@pytest.mark.parametrize("weights", [(60, 40), (100, 0), (33.3, 66.7)])
def test_weights_of_100(weights: tuple[Strange, ...]) -> None:
    """Weights that total 100 are taken, zero among them."""
    assert 2 == len(_weighted(*weights))
