import pytest

from indh_me.compute.check.chain_rules import (
    levels_out_of_order,
    unmeasured_results,
    unplaced_indicators,
    weights_not_whole,
)
from indh_me.compute.weights import weights_of
from indh_me.model import Level, Result
from plans import flow, found, places, plan
from refusals import refusals


def _result(
    code: str, of: str = "output", parent: str | None = None, weight: float | None = None
) -> Result:
    return Result(code=code, level=of, parent=parent, weight=weight)


def test_results_that_nobody_measures() -> None:
    """Impacts, outcomes and outputs are measured by an indicator of their own; activities need
    none.
    """
    results = [
        _result("I", "impact"),
        _result("C", "outcome", "I"),
        _result("P", "output", "C"),
        _result("Q", "output", "C"),
        _result("T", "activity", "P"),
    ]
    framework = plan(flow(result="Q"), results=results)

    assert [
        (
            f"results.{code}",
            f"no indicator measures {level} {code}",
            f'write result = "{code}" in the indicator that measures it, or add one',
            None,
        )
        for code, level in (("I", "impact"), ("C", "outcome"), ("P", "output"))
    ] == found(unmeasured_results(framework))


def test_indicators_outside_the_chain() -> None:
    """An indicator without a result is found where the framework has results."""
    placed, free = flow("A", result="P"), flow("B")

    assert [
        (
            "indicators.B",
            "B measures no result",
            "write result = the code of the result that it measures",
            "B",
        )
    ] == found(unplaced_indicators(plan(placed, free, results=[_result("P")])))
    assert [] == places(unplaced_indicators, free)


def test_weights_of_siblings() -> None:
    """Siblings with weights are found with the very faults for which they cannot be rolled up."""
    framework = plan(
        results=[
            _result("A", weight=60),
            _result("B", weight=30),
            _result("A1", parent="A", weight=50),
            _result("A2", parent="A"),
            _result("B1", parent="B", weight=50),
        ]
    )

    assert [
        (str(fault.where), fault.what, fault.mend, None)
        for fault in refusals(lambda: weights_of(framework))
    ] == found(weights_not_whole(framework))
    assert ["results", "results.A", "results.B"] == [
        each.place.path for each in weights_not_whole(framework)
    ]


def test_results_without_weights() -> None:
    """Where no sibling has a weight nothing is found, though weights do not total 100."""
    results = [_result("A", weight=100), _result("A1", parent="A"), _result("A2", parent="A")]

    assert [] == places(weights_not_whole, results=results)


def test_result_below_a_lower_level() -> None:
    """A result that contributes to one of a lower level is found."""
    results = [_result("P", "output"), _result("C", "outcome", "P")]

    assert [
        (
            "results.C.parent",
            "outcome C stands below output P",
            "exchange the two, or correct one of the levels",
            None,
        )
    ] == found(levels_out_of_order(plan(results=results)))


@pytest.mark.parametrize("above", Level)
@pytest.mark.parametrize("below", Level)
def test_order_of_levels(above: Level, below: Level) -> None:
    """Impact, outcome, output, activity: a level may stand below itself and those before it."""
    order = ["impact", "outcome", "output", "activity"]
    results = [_result("P", above.value), _result("C", below.value, "P")]
    is_found = order.index(below.value) < order.index(above.value)

    assert is_found == bool(places(levels_out_of_order, results=results))
