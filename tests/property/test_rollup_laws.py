"""Laws of roll-up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.compute.assessment import Assessment, assess
from indh_me.compute.average import capped, least, mean
from indh_me.compute.rollup import ResultScore, rollup
from indh_me.model import (
    Framework,
    Indicator,
    Level,
    Observation,
    Observations,
    Period,
    Quantity,
    Result,
    Target,
)
from indh_me.testing import numbers, quantities

RATES = st.lists(quantities(numbers(), sampled=False), min_size=1, max_size=6)
WEIGHTS = st.lists(st.floats(0.01, 100), min_size=6, max_size=6)
PARTS = ("low", "best", "high")
rules = pytest.mark.parametrize("how", ["one_vote", "weighted", "minimum"])


def _parts(quantity: Quantity | None) -> tuple[float | None, ...]:
    assert quantity is not None
    return (quantity.low, quantity.best, quantity.high)


@given(rates=RATES, weights=WEIGHTS)
def test_mean_lies_between_least_and_greatest(rates: list[Quantity], weights: list[float]) -> None:
    """Each bound of a mean lies between the least and the greatest of those that it came from."""
    for found in (mean(rates), mean(rates, weights[: len(rates)])):
        for part, value in zip(PARTS, _parts(found), strict=True):
            known = [getattr(rate, part) for rate in rates]
            if value is not None and None not in known:
                assert min(known) <= value <= max(known)


@given(data=st.data(), rates=RATES, weights=WEIGHTS)
def test_order_is_irrelevant(
    data: st.DataObject, rates: list[Quantity], weights: list[float]
) -> None:
    """No order of the rates changes their mean or least, not even in the last digit."""
    order = data.draw(st.permutations(range(len(rates))))
    mixed = [rates[place] for place in order]

    assert mean(rates) == mean(mixed)
    assert least(rates) == least(mixed)
    assert mean(rates, weights[: len(rates)]) == mean(mixed, [weights[place] for place in order])


@given(rates=RATES)
def test_least_is_at_most_the_mean(rates: list[Quantity]) -> None:
    """The minimum is at most the mean, bound by bound."""
    for low, middle in zip(_parts(least(rates)), _parts(mean(rates)), strict=True):
        assert low is None or middle is None or low <= middle


@given(rates=RATES)
def test_means_of_equal_numbers(rates: list[Quantity]) -> None:
    """The mean of a rate with itself is that rate."""
    for rate in rates:
        assert mean([rate] * 3) == mean([rate]) == least([rate])


@given(rates=RATES)
def test_capped_rates(rates: list[Quantity]) -> None:
    """A capped rate lies in 0..1, and one that does already keeps its bounds."""
    for rate in rates:
        inside = capped(rate)

        assert inside.low is not None
        assert inside.high is not None
        assert 0 <= inside.low <= inside.high <= 1
        assert inside == capped(inside)


@st.composite
def _assessments(draw: DrawFn) -> Assessment:
    """Give assessments of a chain of results with weights, some indicators without a rate."""
    share = draw(st.integers(0, 100))
    codes = ("top", "a", "b")
    owners = draw(st.lists(st.sampled_from([*codes, None]), min_size=1, max_size=6))
    rates = draw(
        st.lists(
            st.none() | quantities(st.floats(-10, 10), sampled=False),
            min_size=len(owners),
            max_size=len(owners),
        )
    )
    framework = Framework(
        code="DEMO",
        languages=["fr"],
        results=[
            Result(code="top", level=Level.OUTCOME),
            Result(code="a", level=Level.OUTPUT, parent="top", weight=share),
            Result(code="b", level=Level.OUTPUT, parent="top", weight=100 - share),
        ],
        indicators=[
            Indicator(
                code=f"I{place}",
                unit="ratio per 1",
                direction="increase",
                accumulation="sum",
                result=owner,
                targets=[Target(period=Period.year(2008), value=Quantity.exactly(1))],
            )
            for place, owner in enumerate(owners)
        ],
    )
    seen = [
        Observation(indicator=f"I{place}", period=Period.year(2008), value=rate)
        for place, rate in enumerate(rates)
        if rate is not None
    ]
    return assess(framework, Observations.from_iterable(seen), as_of=date(2008, 12, 31))


def _listed(score: ResultScore) -> list[str]:
    missing = [each.code for each in score.not_computed]
    return sorted([*score.counted, *missing, *score.unweighted])


@rules
@given(assessment=_assessments())
def test_every_indicator_is_listed_once(how: str, assessment: Assessment) -> None:
    """In the framework's score, each indicator counts, cannot be computed, or has no weight."""
    found = rollup(assessment, how=how)

    assert sorted(row.indicator.code for row in assessment) == _listed(found.total)
    for score in (*found, found.total):
        assert (score.uncapped is None) == (score.capped is None) == (len(score.counted) == 0)
        assert score.coverage is None or 0 <= score.coverage <= 1


@rules
@given(assessment=_assessments())
def test_capped_scores_lie_in_their_range(how: str, assessment: Assessment) -> None:
    """A capped score lies in 0..1, with both its bounds."""
    for score in rollup(assessment, how=how):
        if score.capped is not None:
            assert score.capped.low is not None
            assert score.capped.high is not None
            assert 0 <= score.capped.low <= score.capped.high <= 1


@rules
@given(assessment=_assessments())
def test_order_of_indicators_is_irrelevant(how: str, assessment: Assessment) -> None:
    """Scores do not depend on the order in which indicators are listed."""
    framework = assessment.framework
    turned = Assessment(
        framework=framework, as_of=assessment.as_of, rows=tuple(reversed(assessment.rows))
    )

    assert [(each.capped, each.uncapped) for each in rollup(assessment, how=how)] == [
        (each.capped, each.uncapped) for each in rollup(turned, how=how)
    ]


@given(assessment=_assessments())
def test_minimum_is_at_most_one_vote(assessment: Assessment) -> None:
    """The minimum of a result is at most its mean."""
    votes, worst = rollup(assessment), rollup(assessment, how="minimum")
    for vote, low in zip((*votes, votes.total), (*worst, worst.total), strict=True):
        for name in ("capped", "uncapped"):
            middle, least_one = getattr(vote, name), getattr(low, name)
            if middle is not None:
                for a, b in zip(_parts(least_one), _parts(middle), strict=True):
                    assert a is None or b is None or a <= b


@given(assessment=_assessments())
def test_minimum_by_levels_is_minimum_at_once(assessment: Assessment) -> None:
    """The least of the leasts below a result and of its own rates is the least of all."""
    found = rollup(assessment, how="minimum")
    own = [row.rate for row in assessment if row.indicator.result == "top" and row.rate is not None]
    parts = [found[code].uncapped for code in ("a", "b")]

    assert found["top"].uncapped == least([*own, *(each for each in parts if each is not None)])


@st.composite
def _trees(draw: DrawFn) -> tuple[Framework, dict[str, list[float]]]:
    """Draw results three levels deep whose weights total 100, and the rates below the lowest."""
    results = [Result(code="top", level=Level.OUTCOME)]
    rates: dict[str, list[float]] = {}
    for branch, share in zip("ab", _shares(draw), strict=True):
        results.append(Result(code=branch, level=Level.OUTPUT, parent="top", weight=share))
        for leaf, part in zip("cd", _shares(draw), strict=True):
            code = branch + leaf
            results.append(Result(code=code, level=Level.ACTIVITY, parent=branch, weight=part))
            rates[code] = draw(st.lists(st.floats(0, 2), min_size=1, max_size=3))
    indicators = [
        Indicator(
            code=f"{code}{place}",
            unit="ratio per 1",
            direction="increase",
            accumulation="sum",
            result=code,
            targets=[Target(period=Period.year(2008), value=Quantity.exactly(1))],
        )
        for code, below in rates.items()
        for place, _ in enumerate(below)
    ]
    return (
        Framework(code="DEMO", languages=["fr"], results=results, indicators=indicators),
        rates,
    )


def _shares(draw: DrawFn) -> tuple[int, int]:
    share = draw(st.integers(1, 99))
    return share, 100 - share


@given(_trees())
def test_weighted_by_levels_is_weighted_at_once(
    tree: tuple[Framework, dict[str, list[float]]],
) -> None:
    """Where every rate is known, the score by levels is one sum over the products of weights."""
    framework, rates = tree
    seen = Observations.from_columns(
        [f"{code}{place}" for code, below in rates.items() for place, _ in enumerate(below)],
        ["2008"] * sum(map(len, rates.values())),
        [rate for below in rates.values() for rate in below],
    )
    score = rollup(assess(framework, seen, as_of=date(2008, 12, 31)), how="weighted").total
    weights = {each.code: each.weight for each in framework.results}
    at_once = 0.0
    for code, below in rates.items():
        branch, leaf = weights[code[0]], weights[code]
        assert branch is not None
        assert leaf is not None
        at_once += branch / 100 * leaf / 100 * sum(below) / len(below)

    assert score.uncapped is not None
    assert score.uncapped.best == pytest.approx(at_once)
    assert (1, ()) == (score.coverage, score.not_computed)
