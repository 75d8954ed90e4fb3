from indh_me.compute.weights import weights_of
from indh_me.model import Framework, Level, Result
from refusals import refusal, refusals


def _result(code: str, weight: float | None = None, parent: str | None = None) -> Result:
    return Result(code=code, level=Level.OUTPUT, weight=weight, parent=parent)


def _framework(*results: Result) -> Framework:
    return Framework(code="DEMO", languages=["fr"], results=results)


def test_weights_in_thirds() -> None:
    """Weights with decimals that total 100 are taken."""
    framework = _framework(_result("a", 33.3), _result("b", 33.3), _result("c", 33.4))

    assert {"a": 33.3, "b": 33.3, "c": 33.4} == weights_of(framework)


def test_only_child_counts_whole() -> None:
    """A result that is alone below its parent counts 100."""
    assert {"a": 100.0, "b": 100.0} == weights_of(_framework(_result("a"), _result("b", None, "a")))


def test_weights_that_miss_100() -> None:
    """Weights that do not total 100 are refused, each place with its results and total."""
    framework = _framework(
        _result("a", 60), _result("b", 30), _result("c", 50, "a"), _result("d", 51, "a")
    )
    top, inner = refusals(lambda: weights_of(framework))

    assert "weights at the top total '90.0', not 100" == top.what
    assert "results" == str(top.where)
    assert "change the weights of 'a', 'b' so that they total 100" == top.mend
    assert "weights below 'a' total '101.0', not 100" == inner.what
    assert "results.a" == str(inner.where)


def test_only_child_that_counts_half() -> None:
    """Even a single result must have the whole weight if it has one."""
    assert "total '50.0'" in refusal(lambda: weights_of(_framework(_result("a", 50)))).what


def test_weights_that_are_missing() -> None:
    """Siblings without a weight are named: nothing is shared out among them unasked."""
    framework = _framework(_result("a", 100), *(_result(f"b{number}") for number in range(9)))
    fault = refusal(lambda: weights_of(framework))

    assert fault.what.startswith("no weight for 'b0', 'b1'")
    assert fault.what.endswith("'b7' and 1 more")
    assert "give each result at the top its share of 100, or roll up by one_vote" == fault.mend
