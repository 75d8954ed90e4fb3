from drafts import flow
from indh_me.model import Framework, Result
from indh_me.write.chain import indicators_by_result, results_in_order


def test_results_from_the_top_down() -> None:
    """Each result stands before those that lead to it, whatever the order of the file."""
    results = [
        Result(code="c", level="activity", parent="b"),
        Result(code="a", level="impact"),
        Result(code="d", level="activity", parent="b"),
        Result(code="b", level="outcome", parent="a"),
        Result(code="e", level="outcome", parent="a"),
    ]
    indicators = [flow("A", result="d"), flow("B"), flow("C", result="d")]
    made = Framework(code="DEMO", languages=["en"], results=results, indicators=indicators)

    assert ["a", "b", "c", "d", "e"] == [result.code for result in results_in_order(made.results)]
    assert [
        ("a", []),
        ("b", []),
        ("c", []),
        ("d", ["A", "C"]),
        ("e", []),
        (None, ["B"]),
    ] == [
        (None if result is None else result.code, [each.code for each in own])
        for result, own in indicators_by_result(made)
    ]


def test_no_group_of_no_result_without_need() -> None:
    """When every indicator has its result, none stands for those without."""
    assert () == indicators_by_result(Framework(code="DEMO", languages=["en"]))
