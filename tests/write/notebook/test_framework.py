import pytest

from drafts import flow
from indh_me.model import Baseline, Framework, Level, Period, Quantity, Result, Text
from indh_me.write.notebook.table import MOST_ROWS
from shown import shown, texts


def plan() -> Framework:
    """Draft a framework with a chain of results, and indicators on it and beside it."""
    share = flow("A", {"2009": 70, "2010": 80}, result="out", unit="percent", accumulation="latest")
    return Framework(
        code="DEMO",
        languages=["en", "ar"],
        results=[
            Result(code="out", level=Level.OUTPUT, parent="top", statement=Text.of(en="Trained")),
            Result(code="top", level=Level.OUTCOME, statement=Text.of(en="Skilled", ar="مهرة")),
        ],
        indicators=[
            flow("B"),
            share.with_baseline(Baseline(Quantity.exactly(60), period=Period.year(2008))),
        ],
    )


def test_results_stand_above_what_is_below_them() -> None:
    """Results come from the top down, each with its indicators; those of no result come last."""
    rows = ["".join(each.itertext()).split("\n") for each in shown(plan()).iter("tr")]
    first = [next(part for part in row if part != "") for row in rows[1:]]

    assert ["Outcome: Skilled", "Output: Trained", "A", "B"] == first


def test_baseline_and_targets_are_drawn() -> None:
    """Where there are a baseline and targets, they are drawn, and the last one is written."""
    root = shown(plan())
    (series,) = root.iter("svg")

    assert "Target: 2009: 70 %; 2010: 80 %" == series.get("aria-label")
    assert 1 == len(list(series.iter("rect")))
    assert any(each.endswith("80\u00a0% (2010)") for each in texts(root))


@pytest.mark.parametrize(("language", "right_to_left"), [("en", False), ("ar", True)])
def test_time_runs_as_the_language_does(language: str, *, right_to_left: bool) -> None:
    """In Arabic the earliest figure stands at the right."""
    (series,) = shown(plan(), language).iter("svg")
    (square,) = series.iter("rect")

    assert right_to_left == (float(square.get("x", "nan")) > 75)


def test_long_frameworks_are_cut() -> None:
    """Of hundreds of indicators the first are shown, and how many there are more."""
    many = Framework(code="D", languages=["en"], indicators=[flow(f"A{n}") for n in range(250)])
    root = shown(many)

    assert MOST_ROWS + 1 == len(list(root.iter("tr")))
    assert "and 150 more rows" in "".join(root.itertext())


def test_deep_chains_are_shown() -> None:
    """A chain of results may be as deep as it likes."""
    chain = [
        Result(code=f"r{n}", level=Level.OUTPUT, parent=None if n == 0 else f"r{n - 1}")
        for n in range(1500)
    ]

    assert MOST_ROWS + 1 == (
        len(list(shown(Framework(code="D", languages=["en"], results=chain)).iter("tr")))
    )
