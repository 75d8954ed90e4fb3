from datetime import date

from drafts import flow, seen
from indh_me.compute import assess, rollup
from indh_me.model import Framework, Level, Observations, Result
from indh_me.write import rollup_to_plain


def _exactly(number: float) -> dict[str, float]:
    return dict.fromkeys(("best", "low", "high"), number)


def test_scores_are_plain_data() -> None:
    """Each result and the whole framework have their scores, and what they came from."""
    framework = Framework(
        code="DEMO",
        languages=["en"],
        results=[
            Result(code="skills", level=Level.OUTCOME),
            Result(code="inner", level=Level.OUTPUT, parent="skills"),
        ],
        indicators=[
            flow("A", {"2009": 100}, result="inner"),
            flow("B", {"2009": 100}, result="inner"),
            flow("C", {"2009": 100}, result="skills"),
            flow("D", {"2009": 100}, result="skills"),
        ],
    )
    table = Observations.of(seen("A", "2009", 50), seen("B", "2009", 150), seen("C", "2009", 10))
    made = rollup(assess(framework, table, as_of=date(2009, 12, 31)), how="weighted")
    plain = rollup_to_plain(made)
    inner = {
        "code": "inner",
        "capped": _exactly(0.75),
        "uncapped": _exactly(1),
        "counted": ["A", "B"],
        "not_computed": [],
        "unweighted": [],
        "coverage": 1.0,
    }
    outer = {
        **inner,
        "not_computed": [{"code": "D", "reason": "not_reported"}],
        "unweighted": ["C"],
    }

    assert {
        "rule": "weighted",
        "results": [{**outer, "code": "skills"}, inner],
        "total": {**outer, "code": None},
    } == plain


def test_nothing_to_score() -> None:
    """A result without indicators has no score and no coverage, which is not zero."""
    framework = Framework(
        code="DEMO", languages=["en"], results=[Result(code="training", level=Level.OUTPUT)]
    )
    (score,) = rollup_to_plain(rollup(assess(framework, as_of=date(2009, 12, 31))))["results"]

    assert {
        "code": "training",
        "capped": None,
        "uncapped": None,
        "counted": [],
        "not_computed": [],
        "unweighted": [],
        "coverage": None,
    } == score
