import pytest

from indh_me.compute import Achievement
from indh_me.errors import WorkbookError
from indh_me.model import Method, Quantity
from indh_me.write.sheets.rate import WRITTEN, Plan, rate_formulas
from refusals import Strange

ACTUAL = {"low": "L", "best": "B", "high": "H"}


def formulas(target: str, baseline: str | None = None, *cells: str) -> dict[str, str]:
    """Give the parts of a rate as formulas."""
    plan = Plan(
        target=Quantity.parse(target),
        baseline=None if baseline is None else Quantity.parse(baseline),
        target_cell=cells[0] if cells else None,
        baseline_cell=cells[1] if cells else None,
    )
    return dict(rate_formulas(plan, ACTUAL))


def test_every_method_is_written() -> None:
    """No method is left without formulas."""
    assert set(Method) == set(WRITTEN)


@pytest.mark.parametrize(
    ("target", "baseline", "expected"),
    [
        ("80", None, {"low": "L/80", "best": "B/80", "high": "H/80"}),
        ("80", "60", {"low": "(L-60)/(80-60)", "high": "(H-60)/(80-60)", "best": "(B-60)/(80-60)"}),
        # Towards less, the rate falls as the actual rises.
        ("20", "40", {"low": "(H-40)/(20-40)", "high": "(L-40)/(20-40)", "best": "(B-40)/(20-40)"}),
        ("-5", "5", {"low": "(H-5)/((-5)-5)", "high": "(L-5)/((-5)-5)", "best": "(B-5)/((-5)-5)"}),
        ("19..21", None, {"low": "MIN(L/19,L/21)", "high": "MAX(H/19,H/21)"}),
        ("20 (19..21)", None, {"low": "MIN(L/19,L/21)", "best": "B/20", "high": "MAX(H/19,H/21)"}),
        ("80", "60..62", {
            "low": "MIN((L-60)/(80-60),(L-62)/(80-62))",
            "high": "MAX((H-60)/(80-60),(H-62)/(80-62))",
        }),
        # A baseline without a bound leaves no bounds.
        ("80", "<=60", {}),
        ("80", "60 (..62)", {"best": "(B-60)/(80-60)"}),
    ],
)  # fmt: skip
def test_rate_is_monotone_in_the_actual(
    target: str, baseline: str | None, expected: dict[str, str]
) -> None:
    """Each part of the rate comes from the part of the actual and the corners that decide it."""
    texts = {
        name: text.removeprefix('=IF(L="","",').removeprefix('=IF(B="","",')
        for name, text in formulas(target, baseline).items()
    }

    assert expected == {
        name: text.removeprefix('=IF(H="","",')[:-1] for name, text in texts.items()
    }


def test_target_without_an_upper_bound() -> None:
    """The more the target may be, the nearer the rate comes to zero; both bounds are needed."""
    assert {
        "low": '=IF(OR(L="",H=""),"",MIN(L/20,0))',
        "high": '=IF(OR(L="",H=""),"",MAX(H/20,0))',
    } == formulas(">=20")


def test_cells_are_referred_to() -> None:
    """Where target and baseline are plain numbers, the formula refers to their cells."""
    texts = formulas("80", "60", "$T$1", "$F$1")

    assert '=IF(B="","",(B-$F$1)/($T$1-$F$1))' == texts["best"]


@pytest.mark.parametrize(
    ("method", "baseline", "expected"),
    [("target_ratio", 60, (None, None)), ("baseline_adjusted", 60, (60, "$F$1"))],
)
def test_plan_of_an_achievement(
    method: str, baseline: float, expected: tuple[float | None, str | None]
) -> None:
    """A plan takes what the method needs, and cells that hold plain numbers."""
    done = Achievement.of(64, 80, baseline=baseline, direction="increase", method=method)
    plan = Plan.of(Quantity.exactly(80), done, "$T$1", "$F$1")
    start = None if plan.baseline is None else plan.baseline.best

    assert expected == (start, plan.baseline_cell)
    assert "$T$1" == plan.target_cell


def test_intervals_stand_in_the_formula() -> None:
    """An interval is no number that a cell could hold."""
    done = Achievement.of(
        64, 80, baseline=Quantity.between(58, 62), direction="increase", method="baseline_adjusted"
    )
    plan = Plan.of(Quantity.between(78, 82), done, "$T$1", "$F$1")

    assert (None, None) == (plan.target_cell, plan.baseline_cell)


def test_method_without_a_formula() -> None:
    """A method that the workbook cannot write is refused: no cell shows another rate."""
    strange: Strange = Achievement.of(3, 4, direction="decrease")

    with pytest.raises(WorkbookError, match="no formula is known for the method 'none'"):
        Plan.of(Quantity.exactly(4), strange, None, "$F$1")
