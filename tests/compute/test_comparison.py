"""The five ordinary cases to which eight systems give eight answers, by every method."""

import pytest

from indh_me.compute.comparison import compare_methods
from indh_me.errors import UnknownCodeError
from indh_me.model import Method, Quantity

BACKWARDS = "ratio_reads_backwards"
AGAINST = "method_against_direction"


def _answers(
    actual: float, target: float, baseline: float, direction: str, band: Quantity | None = None
) -> dict[str, float | str]:
    """Give the rate or the reason of each method, half-way through ten years."""
    made = compare_methods(
        actual, target, baseline, direction=direction, band=band, years=5, target_years=10
    )
    return {
        str(each.method.value): str(each.reason.value)
        if each.rate is None and each.reason is not None
        else float(str(each.rate))
        for each in made
        if each.method is not None
    }


def test_case_of_decreasing() -> None:
    """Case A, decreasing: b 40, t 20, a 30."""
    # A / T = 30 / 20 rewards what should fall. (30 - 40) / (20 - 40) = -10 / -20. T / A = 20 / 30.
    # 2 - 30 / 20. The next target is the target. From 40 to 30 in 5 years:
    # 0.75^(1/5) - 1 = -0.0559; from 40 to 20 in 10: 0.5^(1/10) - 1 = -0.0670; -0.0559 / -0.0670.
    assert {
        "target_ratio": BACKWARDS,
        "baseline_adjusted": 0.5,
        "inverse_ratio": pytest.approx(2 / 3),
        "two_minus_ratio": 0.5,
        "milestone": 0.5,
        "growth_ratio": pytest.approx(0.834926, abs=1e-6),
        "band": AGAINST,
    } == _answers(30, 20, 40, "decrease")


def test_case_of_increasing() -> None:
    """Case B, increasing: b 60, t 80, a 64."""
    # 64 / 80. (64 - 60) / (80 - 60) = 4 / 20. T / A = 1.25 and 2 - A / T = 1.2 fall while the
    # figure rises. From 60 to 64 in 5 years: (16/15)^(1/5) - 1 = 0.012991; from 60 to 80 in 10:
    # (4/3)^(1/10) - 1 = 0.029186; 0.012991 / 0.029186.
    assert {
        "target_ratio": 0.8,
        "baseline_adjusted": 0.2,
        "inverse_ratio": BACKWARDS,
        "two_minus_ratio": BACKWARDS,
        "milestone": 0.2,
        "growth_ratio": pytest.approx(0.445123, abs=1e-6),
        "band": AGAINST,
    } == _answers(64, 80, 60, "increase")


def test_case_of_a_zero_target() -> None:
    """Case C, down to zero: b 12, t 0, a 3."""
    # (3 - 12) / (0 - 12) = -9 / -12. T / A = 0 / 3, however little is left. A / T has no T, and
    # no rate of growth reaches zero.
    assert {
        "target_ratio": BACKWARDS,
        "baseline_adjusted": 0.75,
        "inverse_ratio": 0.0,
        "two_minus_ratio": "zero_target",
        "milestone": 0.75,
        "growth_ratio": "zero_target",
        "band": AGAINST,
    } == _answers(3, 0, 12, "decrease")


def test_case_of_nothing_done() -> None:
    """Case D, nothing done: b 0, t 100, a 0."""
    # 0 / 100 = 0 is a figure, and so is (0 - 0) / (100 - 0). Nothing grows from zero at a rate.
    assert {
        "target_ratio": 0.0,
        "baseline_adjusted": 0.0,
        "inverse_ratio": BACKWARDS,
        "two_minus_ratio": BACKWARDS,
        "milestone": 0.0,
        "growth_ratio": "zero_baseline",
        "band": AGAINST,
    } == _answers(0, 100, 0, "increase")


def test_case_of_maintaining() -> None:
    """Case E, to be maintained: b = t = 95, a 96."""
    # Only a band says how near to what should be kept: 96 is outside 95..95 by 1 / 95.
    assert {
        **dict.fromkeys((each.value for each in Method), AGAINST),
        "band": pytest.approx(1 - 1 / 95),
    } == _answers(96, 95, 95, "maintain", Quantity.between(95, 95))


def test_case_of_maintaining_taken_for_an_increase() -> None:
    """Case E taken for an increase: there is nothing to change, but the level is there."""
    # 96 / 95. T = B leaves (A - B) / 0, and no growth to hold the observed one against.
    assert {
        "target_ratio": pytest.approx(96 / 95),
        "baseline_adjusted": "target_equals_baseline",
        "inverse_ratio": BACKWARDS,
        "two_minus_ratio": BACKWARDS,
        "milestone": "target_equals_baseline",
        "growth_ratio": "target_equals_baseline",
        "band": AGAINST,
    } == _answers(96, 95, 95, "increase")


def test_next_target_is_for_milestone_alone() -> None:
    """A next target nearer than the target changes `milestone`, and no other method."""
    # European Commission, OPSYS: (12980 - 2505) / (15000 - 2505) = 10475 / 12495 = 83.8 %.
    made = compare_methods(12_980, 25_000, 2_505, direction="increase", next_target=15_000)
    far = compare_methods(12_980, 25_000, 2_505, direction="increase")

    assert pytest.approx(0.838335, abs=1e-6) == float(str(made["milestone"].rate))
    assert [each for each in far if each.method is not Method.MILESTONE] == [
        each for each in made if each.method is not Method.MILESTONE
    ]


def test_columns_of_a_comparison() -> None:
    """A comparison gives its methods, bounds, reasons and verdicts by column."""
    made = compare_methods(Quantity.at_least(18_000), 20_000, direction="increase")
    columns = made.to_columns()

    assert [each.value for each in Method] == columns["method"]
    assert (0.9, None, None) == tuple(columns[f"rate_{part}"][0] for part in ("low", "best", "high"))
    assert ["cannot_tell"] * 7 == columns["verdict"]
    assert [None, "missing_baseline", BACKWARDS, BACKWARDS] == columns["reason"][:4]
    assert 7 == len(made)


def test_method_of_a_comparison_by_name() -> None:
    """A method is found by its word or itself; another word is an error that names the nearest."""
    made = compare_methods(64, 80, 60, direction="increase")

    assert made["milestone"] is made[Method.MILESTONE]
    with pytest.raises(UnknownCodeError, match="unknown method 'milestones'") as caught:
        made["milestones"]
    assert "did you mean 'milestone'?" in caught.value.faults[0].mend
