"""The published rules, at every edge: just below it, on it, just above it."""

import math

import pytest

from indh_me.compute.banding import band
from indh_me.compute.open_sdg import open_sdg

#: A hundredth of a billionth: far above the rounding of the machine, far below any display.
NEAR = 1e-11


@pytest.mark.parametrize(
    ("rate", "code"),
    [
        (-5.0, "red"),
        (0.0, "red"),
        (math.nextafter(0.6, 0), "red"),
        (0.6, "yellow"),
        (math.nextafter(0.6, 1), "yellow"),
        (math.nextafter(0.8, 0), "yellow"),
        (0.8, "green"),
        (math.nextafter(0.8, 1), "green"),
        (5.0, "green"),
    ],
)
def test_undp_irrf(rate: float, code: str) -> None:
    """UNDP, Performance App methodology, IRRF, "Traffic Light System": green 80+, yellow 60+,
    red below 60. Scores are first brought into 0..100, which moves none across an edge.
    """
    assert code == band("undp_irrf", rate).code
    assert code == band("undp_irrf", min(max(rate, 0.0), 1.0)).code


#: Goal of the quarter, and its edges as the decimal numbers that they are.
QUARTERS = [
    (0.25, 0.0, 0.15, 0.35),
    (0.5, 0.25, 0.4, 0.6),
    (0.75, 0.5, 0.65, 0.85),
    (1.0, 0.75, 0.9, 1.1),
    (0.7, 0.45, 0.6, 0.8),  # No quarter: in binary, 0.7 + 0.1 falls short of 0.8.
]


@pytest.mark.parametrize(("goal", "lowest", "lower", "upper"), QUARTERS)
def test_pepfar(goal: float, lowest: float, lower: float, upper: float) -> None:
    """USAID-OHA-SI/gophr 4.1.6, R/calc_achievement.R, color_achievement, goal = quarter / 4:
    below goal - .25 "Concerned", below goal - .1 "At Risk", up to and with goal + .1 "On Target",
    else "Above Target".
    """
    rates = [
        math.nextafter(lowest, -1),
        lowest,
        math.nextafter(lower, -1),
        lower,
        goal,
        upper,
        math.nextafter(upper, 2),
    ]

    assert [
        "concerned",
        "at_risk",
        "at_risk",
        "on_target",
        "on_target",
        "on_target",
        "above_target",
    ] == [band("pepfar", rate, goal=goal).code for rate in rates]


@pytest.mark.parametrize(
    ("rate", "goal", "code"),
    [
        (0.396, 0.5, "at_risk"),
        (0.746, 1.0, "concerned"),
        (0.604, 0.5, "above_target"),
    ],
)
def test_pepfar_never_rounds(rate: float, goal: float, code: str) -> None:
    """The published code rounds to whole percent before it compares, and so lifts 39.6 % to the
    40 % that is on target; here a figure keeps its class.
    """
    assert round(rate, 2) in {goal - 0.1, goal - 0.25, goal + 0.1}
    assert code == band("pepfar", rate, goal=goal).code


@pytest.mark.parametrize(
    ("ratio", "increase", "decrease"),
    [
        (math.nextafter(0.85, 0), "under", "over"),
        (0.85, "on_scope", "on_scope"),
        (math.nextafter(0.85, 1), "on_scope", "on_scope"),
        (1.0, "on_scope", "on_scope"),
        (math.nextafter(1.15, 1), "on_scope", "on_scope"),
        (1.15, "on_scope", "on_scope"),
        (math.nextafter(1.15, 2), "over", "under"),
    ],
)
def test_within_15(ratio: float, increase: str, decrease: str) -> None:
    """Mercy Corps, TolaData, indicator_over_under_annotation: over above 1 + .15, under below
    1 - .15, both edges on scope; for a decrease over and under change places.
    """
    assert increase == band("within_15", ratio).code
    assert decrease == band("within_15", ratio, direction="decrease").code
    assert increase == band("within_15", ratio, direction="maintain").code


RATIO_EDGES = [
    (math.nextafter(0.0, -1), "deterioration"),
    (0.0, "limited_progress"),
    (math.nextafter(0.6, 0), "limited_progress"),
    (0.6, "acceleration_needed"),
    (math.nextafter(0.95, 0), "acceleration_needed"),
    (0.95, "on_track"),
    (math.nextafter(0.95, 1), "on_track"),
]


@pytest.mark.parametrize(("ratio", "code"), RATIO_EDGES)
def test_open_sdg_ratio(ratio: float, code: str) -> None:
    """Open SDG, "Indicators with quantitative targets": R >= 95 % on track; 60 % <= R < 95 %
    progress made but acceleration needed; 0 % <= R < 60 % limited progress; R < 0 %
    deterioration.
    """
    assert code == band("open_sdg", ratio).code


GROWTH_EDGES = [
    (math.nextafter(0.0, -1), "deterioration"),
    (0.0, "limited_progress"),
    (math.nextafter(0.005, 0), "limited_progress"),
    (0.005, "acceleration_needed"),
    (math.nextafter(0.015, 0), "acceleration_needed"),
    (0.015, "on_track"),
    (math.nextafter(0.015, 1), "on_track"),
]


@pytest.mark.parametrize(("growth", "code"), GROWTH_EDGES)
def test_open_sdg_growth(growth: float, code: str) -> None:
    """Open SDG, "Indicators without quantitative targets": CAGR >= 1.5 % on track; from 0.5 %
    acceleration needed; from 0 % limited progress; below deterioration.
    """
    assert code == band("open_sdg_no_target", growth).code


@pytest.mark.parametrize("direction", ["increase", "decrease"])
@pytest.mark.parametrize(
    ("edge", "above", "below"),
    [
        (0.95, "on_track", "acceleration_needed"),
        (0.6, "acceleration_needed", "limited_progress"),
        (0.0, "limited_progress", "deterioration"),
    ],
)
def test_open_sdg_from_figures(direction: str, edge: float, above: str, below: str) -> None:
    """Open SDG: R = d CAGR_i / |CAGR_T|. From 100 in 2015, 4 % a year are required until 2030; a
    figure of 2020 just above the edge has the better class, one just below it the worse.
    """
    sign = 1 if direction == "increase" else -1
    target = 100 * (1 + sign * 0.04) ** 15

    def code(ratio: float) -> str | None:
        actual = 100 * (1 + sign * ratio * 0.04) ** 5
        return open_sdg(
            actual, 100, years=5, direction=direction, target=target, target_years=15
        ).code

    assert (above, below) == (code(edge + NEAR), code(edge - NEAR))


@pytest.mark.parametrize("direction", ["increase", "decrease"])
@pytest.mark.parametrize("limit", [None, 160])
@pytest.mark.parametrize(
    ("edge", "above", "below"),
    [
        (0.015, "on_track", "acceleration_needed"),
        (0.005, "acceleration_needed", "limited_progress"),
        (0.0, "limited_progress", "deterioration"),
    ],
)
def test_open_sdg_without_target_from_figures(
    direction: str, limit: float | None, edge: float, above: str, below: str
) -> None:
    """Open SDG: without a target, the growth in the wanted direction is held against 1.5 %, 0.5 %
    and 0 %, the first two times C = 1 - (y_0 / y_lim)^4.44 near a natural limit.
    """
    sign = 1 if direction == "increase" else -1
    factor = 1 if limit is None else 1 - (100 / limit) ** 4.44

    def code(growth: float) -> str | None:
        actual = 100 * (1 + sign * growth) ** 5
        return open_sdg(actual, 100, years=5, direction=direction, limit=limit).code

    assert (above, below) == (code(edge * factor + NEAR), code(edge * factor - NEAR))


@pytest.mark.parametrize(
    ("direction", "base", "actual", "target", "code"),
    [
        # On the target, just below it (all of the way in half the time), just above it.
        ("increase", 60, 80, 80, "target_achieved"),
        ("increase", 60, math.nextafter(80, 0), 80, "on_track"),
        ("increase", 60, math.nextafter(80, 99), 80, "target_achieved"),
        # The same for a decrease.
        ("decrease", 40, 20, 20, "target_achieved"),
        ("decrease", 40, math.nextafter(20, 99), 20, "on_track"),
        ("decrease", 40, math.nextafter(20, 0), 20, "target_achieved"),
        # "The direction to the target differs from the desired direction of progress".
        ("increase", 90, 70, 80, "deterioration"),
    ],
)
def test_open_sdg_target_achieved(
    direction: str, base: float, actual: float, target: float, code: str
) -> None:
    """Open SDG: "Target is achieved" comes before any ratio."""
    found = open_sdg(actual, base, years=5, direction=direction, target=target, target_years=10)

    assert code == found.code


@pytest.mark.parametrize(
    ("case", "base", "target", "actual", "direction", "ratio", "code"),
    [
        # (30/40)^(1/5) - 1 = -0.055912, (20/40)^(1/10) - 1 = -0.066967: 0.83492.
        ("A", 40, 20, 30, "decrease", 0.8349, "acceleration_needed"),
        # (64/60)^(1/5) - 1 = 0.012991, (80/60)^(1/10) - 1 = 0.029186: 0.44512.
        ("B", 60, 80, 64, "increase", 0.4451, "limited_progress"),
    ],
)
def test_open_sdg_in_ordinary_cases(  # noqa: PLR0917 - columns of the table above
    case: str,
    base: float,
    target: float,
    actual: float,
    direction: str,
    ratio: float,
    code: str,
) -> None:
    """After five years of ten, complaints fell from 40 to 30 of 20, recall rose from 60 to 64 of
    80: the ratios are those worked out by hand.
    """
    found = open_sdg(actual, base, years=5, direction=direction, target=target, target_years=10)

    assert found.figure is not None
    assert ratio == pytest.approx(found.figure.best, abs=1e-4), case
    assert code == found.code
