from collections.abc import Mapping
from datetime import date

import pytest

from indh_me.compute.assessment import Assessment, assess
from indh_me.compute.reason import Reason
from indh_me.compute.rollup import Rollup, RollupRule, rollup
from indh_me.errors import ParseError, UnknownCodeError
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
from refusals import refusal

DAY = date(2008, 12, 31)


def _assessed(
    results: Mapping[str, tuple[str | None, float | None]],
    rates: Mapping[str, tuple[str | None, str | None]],
) -> Assessment:
    """Assess indicators with these rates: results by parent and weight, rates by result."""
    framework = Framework(
        code="DEMO",
        languages=["fr"],
        results=[
            Result(code=code, level=Level.OUTPUT, parent=parent, weight=weight)
            for code, (parent, weight) in results.items()
        ],
        indicators=[
            Indicator(
                code=code,
                unit="ratio per 1",
                direction="increase",
                accumulation="sum",
                result=result,
                targets=[Target(period=Period.year(2008), value=Quantity.exactly(1))],
            )
            for code, (result, _) in rates.items()
        ],
    )
    seen = [
        Observation(indicator=code, period=Period.year(2008), value=Quantity.parse(rate))
        for code, (_, rate) in rates.items()
        if rate is not None
    ]
    return assess(framework, Observations.from_iterable(seen), as_of=DAY)


def _scores(found: Rollup) -> dict[str | None, tuple[str | None, str | None]]:
    return {
        row.code: tuple(None if each is None else str(each) for each in (row.capped, row.uncapped))  # type: ignore[misc]
        for row in (*found.rows, found.total)
    }


#: An outcome with an indicator of its own, and two outputs with two and one.
CHAIN: dict[str, tuple[str | None, float | None]] = {
    "outcome": (None, None),
    "first": ("outcome", 75),
    "second": ("outcome", 25),
}
RATES: dict[str, tuple[str | None, str | None]] = {
    "O": ("outcome", "0.1"),
    "A": ("first", "0.5"),
    "B": ("first", "1.5"),
    "C": ("second", "0.2"),
}


def test_one_vote() -> None:
    """Every indicator below a result counts the same, at once and not by levels."""
    found = rollup(_assessed(CHAIN, RATES))

    assert {
        "outcome": ("0.45", "0.575"),
        "first": ("0.75", "1"),
        "second": ("0.2", "0.2"),
        None: ("0.45", "0.575"),
    } == _scores(found)
    assert ("O", "A", "B", "C") == found["outcome"].counted


def test_minimum() -> None:
    """The worst indicator below a result speaks for it."""
    found = rollup(_assessed(CHAIN, RATES), how="minimum")

    assert {
        "outcome": ("0.1", "0.1"),
        "first": ("0.5", "0.5"),
        "second": ("0.2", "0.2"),
        None: ("0.1", "0.1"),
    } == _scores(found)


def test_weighted() -> None:
    """Outputs count by their weights: 0.75 * 0.75 + 0.25 * 0.2 = 0.6125 capped, and 0.8 not;
    the outcome's own indicator has no weight and is listed.
    """
    found = rollup(_assessed(CHAIN, RATES), how=RollupRule.WEIGHTED)

    assert {
        "outcome": ("0.6125", "0.8"),
        "first": ("0.75", "1"),
        "second": ("0.2", "0.2"),
        None: ("0.6125", "0.8"),
    } == _scores(found)
    assert (("A", "B", "C"), ("O",)) == (found.total.counted, found.total.unweighted)
    assert 1 == found.total.coverage


def test_what_cannot_be_computed_is_listed() -> None:
    """Indicators without a rate are left out of the score and listed with their reasons; the
    coverage says how much of the vote is left.
    """
    rates = {**RATES, "C": ("second", None), "B": ("first", None)}
    for how, coverage in (("one_vote", 0.5), ("minimum", 0.5), ("weighted", 0.375)):
        found = rollup(_assessed(CHAIN, rates), how=how)
        missing = [(each.code, each.reason) for each in found.total.not_computed]

        assert [("B", Reason.NOT_REPORTED), ("C", Reason.NOT_REPORTED)] == missing
        assert coverage == found.total.coverage
        assert found["second"].capped is None
        assert 0 == found["second"].coverage


def test_weight_of_what_cannot_be_computed_falls_away() -> None:
    """Under weights, a result without a score gives its weight up to the others."""
    found = rollup(_assessed(CHAIN, {**RATES, "C": ("second", None)}), how="weighted")

    assert ("0.75", "1") == _scores(found)["outcome"]


def test_result_that_weighs_nothing() -> None:
    """The indicators of a result of weight zero are listed as without weight."""
    chain = {**CHAIN, "first": ("outcome", 0.0), "second": ("outcome", 100.0)}
    found = rollup(_assessed(chain, RATES), how="weighted")

    assert ("0.2", "0.2") == _scores(found)["outcome"]
    assert (("C",), ("O", "A", "B")) == (found["outcome"].counted, found["outcome"].unweighted)


def test_indicators_of_no_result() -> None:
    """An indicator of no result counts in the framework alone, where weights leave it out."""
    rates = {**RATES, "Z": (None, "1")}

    assert ("O", "A", "B", "C", "Z") == rollup(_assessed(CHAIN, rates)).total.counted
    assert "Z" not in rollup(_assessed(CHAIN, rates))["outcome"].counted
    assert ("O", "Z") == rollup(_assessed(CHAIN, rates), how="weighted").total.unweighted


def test_framework_without_results() -> None:
    """Without results, the framework is scored from its indicators, under each rule."""
    for how in RollupRule:
        assert ("0.5", "0.5") == _scores(rollup(_assessed({}, {"A": (None, "0.5")}), how=how))[None]


def test_nothing_to_roll_up() -> None:
    """A result without indicators has no score and nothing to cover, under each rule."""
    for how in RollupRule:
        found = rollup(_assessed({"a": (None, None), "b": ("a", None)}, {}), how=how)

        assert {(None, None)} == set(_scores(found).values())
        assert [None, None, None] == found.to_columns()["coverage"]


def test_part_without_indicators_covers_nothing() -> None:
    """Under weights, a result without indicators counts as not covered."""
    rates: dict[str, tuple[str | None, str | None]] = {"A": ("first", "0.5")}
    found = rollup(_assessed(CHAIN, rates), how="weighted")

    assert ("0.5", 0.75) == (str(found.total.capped), found.total.coverage)


@pytest.mark.parametrize(
    ("how", "capped", "uncapped"),
    [
        ("one_vote", "0.9..0.95", ">=0.9"),
        ("weighted", "0.9..0.95", ">=0.9"),
        ("minimum", "0.9", "0.9"),
    ],
)
def test_bounds_pass_through(how: str, capped: str, uncapped: str) -> None:
    """Rates within bounds give scores within bounds, exact where both bounds are one."""
    chain: dict[str, tuple[str | None, float | None]] = {"a": (None, None)}
    found = rollup(_assessed(chain, {"A": ("a", ">=0.9"), "B": ("a", "0.9")}), how=how)

    assert (capped, uncapped) == _scores(found)["a"]


def test_rows_by_code() -> None:
    """Scores are found by the code of the result, listed and counted in the framework's order."""
    found = rollup(_assessed(CHAIN, RATES))

    assert ["outcome", "first", "second"] == [row.code for row in found]
    assert 3 == len(found)
    assert found["first"].result == found.assessment.framework.result("first")
    fault = refusal(lambda: found["firts"], UnknownCodeError)
    assert "unknown result 'firts'" == fault.what
    assert "did you mean 'first'? known: outcome, first, second" == fault.mend
    assert RollupRule.ONE_VOTE is found.rule


def test_columns() -> None:
    """The columns have one value a result, and the total last."""
    made = rollup(_assessed(CHAIN, {**RATES, "C": ("second", None)}))
    columns = made.to_columns()

    assert ["outcome", "first", "second", None] == columns["result"]
    assert [1, 0, 1, 1] == columns["not_computed"]
    assert [3, 2, 0, 3] == columns["counted"]
    assert [None, None] == [columns["capped_best"][2], columns["uncapped_low"][2]]
    for name in ("capped", "uncapped"):
        scores = [getattr(row, name) for row in (*made.rows, made.total)]
        for part in ("low", "best", "high"):
            assert [None if each is None else getattr(each, part) for each in scores] == (
                columns[f"{name}_{part}"]
            )


def test_unknown_rule() -> None:
    """An unknown rule is named, with the nearest one."""
    fault = refusal(lambda: rollup(_assessed(CHAIN, RATES), how="minimun"), ParseError)

    assert "unknown rule 'minimun'" == fault.what
