import pytest

from indh_me.compute import Achievement, Reason, Verdict
from indh_me.compute.achievement import achievements, default_method
from indh_me.model import Direction, Method, Quantity
from refusals import Strange, refusal

RATIO, ADJUSTED = Method.TARGET_RATIO, Method.BASELINE_ADJUSTED


def _rate(made: Achievement) -> float | None:
    return None if made.rate is None else made.rate.best


# The same five cases, half-way, on which existing systems disagree with one another: b is the
# baseline, t the target, a the actual.


def test_case_of_a_decrease() -> None:
    """Case A, a decrease: b 40, t 20, a 30."""
    # (30 - 40) / (20 - 40) = -10 / -20 = 0.5; the ratio 30 / 20 = 150 % would call it exceeded.
    adjusted = Achievement.of(30, 20, 40, direction="decrease", level=True)
    ratio = Achievement.of(30, 20, 40, direction="decrease", method="target_ratio")

    assert (0.5, ADJUSTED, Verdict.NOT_MET) == (_rate(adjusted), adjusted.method, adjusted.verdict)
    assert (None, Reason.RATIO_READS_BACKWARDS) == (ratio.rate, ratio.reason)


def test_case_of_an_increase() -> None:
    """Case B, an increase from a baseline: b 60, t 80, a 64."""
    # (64 - 60) / (80 - 60) = 4 / 20 = 0.2; 64 / 80 = 0.8 hides that most stood there before.
    adjusted = Achievement.of(64, 80, 60, direction="increase", level=True)
    ratio = Achievement.of(64, 80, 60, direction="increase", method="target_ratio")

    assert (0.2, ADJUSTED, Verdict.NOT_MET) == (_rate(adjusted), adjusted.method, adjusted.verdict)
    assert (0.8, RATIO, Verdict.NOT_MET) == (_rate(ratio), ratio.method, ratio.verdict)


def test_case_of_a_zero_target() -> None:
    """Case C, down to zero: b 12, t 0, a 3."""
    # (3 - 12) / (0 - 12) = -9 / -12 = 0.75; 3 / 0 is nothing.
    adjusted = Achievement.of(3, 0, 12, direction="decrease", level=True)
    ratio = Achievement.of(3, 0, 12, direction="increase", method="target_ratio")

    assert (0.75, Verdict.NOT_MET) == (_rate(adjusted), adjusted.verdict)
    assert (None, Reason.ZERO_TARGET) == (ratio.rate, ratio.reason)


def test_case_of_nothing_done() -> None:
    """Case D, nothing done: b 0, t 100, a 0."""
    # (0 - 0) / (100 - 0) = 0 / 100 = 0: a figure, not an absence.
    adjusted = Achievement.of(0, 100, 0, direction="increase", level=True)
    ratio = Achievement.of(0, 100, 0, direction="increase")

    assert (0, ADJUSTED, None) == (_rate(adjusted), adjusted.method, adjusted.reason)
    assert (0, RATIO, None) == (_rate(ratio), ratio.method, ratio.reason)


def test_case_of_maintaining() -> None:
    """Case E, to be maintained: b = t = 95, a 96."""
    # (96 - 95) / (95 - 95) = 1 / 0 is nothing. Whether it was maintained, its band says: 96 lies
    # inside 90 to 100, and outside 90 to 95 by 1 / 95 of the edge.
    kept = Achievement.of(96, 95, 95, direction="maintain", band=Quantity.between(90, 100))
    left = Achievement.of(96, 95, 95, direction="maintain", band=Quantity.between(90, 95))
    silent = Achievement.of(96, 95, 95, direction="maintain")
    forced = Achievement.of(96, 95, 95, direction="increase", level=True)

    assert (1, None, Verdict.MET) == (_rate(kept), kept.reason, kept.verdict)
    assert (1 - 1 / 95, None, Verdict.NOT_MET) == (_rate(left), left.reason, left.verdict)
    assert (None, Reason.MISSING_BAND, None) == (silent.rate, silent.reason, silent.verdict)
    assert (None, Reason.TARGET_EQUALS_BASELINE, Verdict.MET) == (
        forced.rate,
        forced.reason,
        forced.verdict,
    )


@pytest.mark.parametrize(
    ("direction", "level", "has_baseline", "method"),
    [
        ("increase", True, True, ADJUSTED),
        ("increase", True, False, RATIO),
        ("increase", False, True, RATIO),
        ("increase", False, False, RATIO),
        ("decrease", True, True, ADJUSTED),
        ("decrease", False, True, ADJUSTED),
        ("decrease", True, False, None),
        ("decrease", False, False, None),
        ("maintain", True, True, Method.BAND),
        ("maintain", False, False, Method.BAND),
    ],
)
def test_default_method(
    direction: str, *, level: bool, has_baseline: bool, method: Method | None
) -> None:
    """The method follows from direction, kind of figure and baseline, where none is named."""
    assert method is default_method(Direction(direction), level=level, has_baseline=has_baseline)


@pytest.mark.parametrize(
    ("actual", "target", "baseline", "direction", "method", "reason"),
    [
        (None, 5, None, "increase", RATIO, Reason.NOT_REPORTED),
        (5, None, None, "increase", RATIO, Reason.NO_TARGET),
        (None, None, None, "increase", None, Reason.NO_TARGET),
        (5, 5, None, "increase", ADJUSTED, Reason.MISSING_BASELINE),
        (5, 5, None, "decrease", None, Reason.MISSING_BASELINE),
        (5, 5, 5, "increase", ADJUSTED, Reason.TARGET_EQUALS_BASELINE),
        (5, 0, None, "increase", RATIO, Reason.ZERO_TARGET),
        (5, 5, None, "decrease", RATIO, Reason.RATIO_READS_BACKWARDS),
        (-5, -4, None, "increase", RATIO, Reason.RATIO_READS_BACKWARDS),
        (5, 4, 5, "increase", ADJUSTED, Reason.TARGET_AGAINST_DIRECTION),
        (5, 6, 5, "decrease", Method.MILESTONE, Reason.TARGET_AGAINST_DIRECTION),
        (5, None, 4, "increase", Method.MILESTONE, Reason.NO_NEXT_TARGET),
        (5, 6, None, "increase", Method.MILESTONE, Reason.MISSING_BASELINE),
        (0, 5, None, "decrease", Method.INVERSE_RATIO, Reason.ZERO_ACTUAL),
        (-1, 5, None, "decrease", Method.INVERSE_RATIO, Reason.RATIO_READS_BACKWARDS),
        (1, -5, None, "decrease", Method.INVERSE_RATIO, Reason.RATIO_READS_BACKWARDS),
        (5, 5, None, "increase", Method.INVERSE_RATIO, Reason.RATIO_READS_BACKWARDS),
        (5, 0, None, "decrease", Method.TWO_MINUS_RATIO, Reason.ZERO_TARGET),
        (5, -4, None, "decrease", Method.TWO_MINUS_RATIO, Reason.RATIO_READS_BACKWARDS),
        (5, 5, None, "increase", Method.TWO_MINUS_RATIO, Reason.RATIO_READS_BACKWARDS),
        (5, 6, 4, "increase", Method.GROWTH_RATIO, Reason.NO_BASELINE_DATE),
        (None, 5, None, "maintain", Method.BAND, Reason.NOT_REPORTED),
        (5, None, None, "maintain", Method.BAND, Reason.MISSING_BAND),
        (5, 5, None, "increase", Method.BAND, Reason.METHOD_AGAINST_DIRECTION),
        (5, 5, 4, "maintain", ADJUSTED, Reason.METHOD_AGAINST_DIRECTION),
        (1e308, 1e-308, None, "increase", RATIO, Reason.TOO_LARGE),
    ],
)
def test_reasons(
    *,
    actual: float | None,
    target: float | None,
    baseline: float | None,
    direction: str,
    method: Method | None,
    reason: Reason,
) -> None:
    """Where a rate cannot be computed, the reason says what stands in the way."""
    a, t, b = (
        None if each is None else Quantity.exactly(each) for each in (actual, target, baseline)
    )
    (made,) = achievements([a], [t], [b], [Direction(direction)], [method], [None])

    assert (None, reason) == (made.rate, made.reason)


@pytest.mark.parametrize(
    ("actual", "target", "rate"),
    [
        (Quantity.at_least(18_000), 20_000, ">=0.9"),
        (Quantity.at_most(18_000), 20_000, "<=0.9"),
        (Quantity.between(10, 15), 20, "0.5..0.75"),
        (Quantity.between(10, 15, best=12), 20, "0.6 (0.5..0.75)"),
        (10, Quantity.between(20, 40), "0.25..0.5"),
        (10, Quantity.at_least(20), "0..0.5"),
        (Quantity.between(-10, 10), Quantity.between(10, 20), "-1..1"),
        (Quantity.at_least(10), Quantity.at_least(20), ".."),
    ],
)
def test_bounds_of_a_ratio(actual: Quantity | float, target: Quantity | float, rate: str) -> None:
    """The bounds of the figures are carried into the rate."""
    assert rate == str(Achievement.of(actual, target, direction="increase").rate)


def test_bounds_are_no_wider_than_they_must_be() -> None:
    """A baseline that stands in the formula twice has one value at a time."""
    made = Achievement.of(
        20, 20, Quantity.between(0, 10), direction="increase", method="baseline_adjusted"
    )

    # (20 - b) / (20 - b) is 1 for any b; interval arithmetic would give 10 / 20 .. 20 / 10.
    assert "1..1" == str(made.rate)


@pytest.mark.parametrize(
    ("target", "baseline", "reason"),
    [
        (Quantity.between(-1, 1), None, Reason.ZERO_TARGET),
        (Quantity.at_least(0), None, Reason.ZERO_TARGET),
        (Quantity.between(10, 20), Quantity.between(15, 30), Reason.TARGET_EQUALS_BASELINE),
    ],
)
def test_what_may_be_undefined_is(
    target: Quantity, baseline: Quantity | None, reason: Reason
) -> None:
    """Where a division by zero lies within the bounds, there is no rate."""
    made = Achievement.of(5, target, baseline, direction="increase", level=True)

    assert (None, reason) == (made.rate, made.reason)


def test_rates_beyond_the_target_are_not_capped() -> None:
    """A rate may pass 1, and fall below 0."""
    assert 1.25 == _rate(Achievement.of(100, 80, direction="increase"))
    assert -0.5 == _rate(Achievement.of(50, 80, 60, direction="increase", level=True))


def test_no_rate_is_infinite() -> None:
    """A rate too large for a number is undefined, rather than infinite; its target may be met."""
    made = Achievement.of(1e300, 1e-300, direction="increase")

    assert (None, Reason.TOO_LARGE, Verdict.MET) == (made.rate, made.reason, made.verdict)


def test_achievement_keeps_its_inputs() -> None:
    """A result can be explained: it keeps what it came from."""
    made = Achievement.of(64, 80, 60, direction="increase", level=True)

    assert (64, 80, 60, Direction.INCREASE) == (
        *(each.best for each in (made.actual, made.target, made.baseline) if each is not None),
        made.direction,
    )


@pytest.mark.parametrize(
    ("direction", "method", "mend"),
    [
        ("incraese", None, "did you mean 'increase'?"),
        ("increase", "ratio", "did you mean 'target_ratio'?"),
    ],
)
def test_unknown_words_are_refused(direction: Strange, method: Strange, mend: str) -> None:
    """An unknown direction or method is refused with the nearest word."""
    fault = refusal(lambda: Achievement.of(1, 2, direction=direction, method=method))

    assert fault.mend.startswith(mend)


def test_none_at_all() -> None:
    """No figures have no achievements."""
    assert [] == achievements([], [], [], [], [], [])


@pytest.mark.parametrize(
    ("actual", "target", "baseline", "years", "horizon", "reason"),
    [
        (5, 6, 0, 1, 2, Reason.ZERO_BASELINE),
        (5, 6, Quantity.between(-1, 1), 1, 2, Reason.ZERO_BASELINE),
        (-5, 6, 4, 1, 2, Reason.SIGN_CHANGE),
        (5, 6, -4, 1, 2, Reason.SIGN_CHANGE),
        (5, 6, 4, 0, 2, Reason.BASELINE_NOT_BEFORE),
        (5, 6, 4, 1, 0, Reason.BASELINE_NOT_BEFORE),
        (5, 6, 4, 1, None, Reason.NO_BASELINE_DATE),
        (5, 6, 6, 1, 2, Reason.TARGET_EQUALS_BASELINE),
        (5, 6, 7, 1, 2, Reason.TARGET_AGAINST_DIRECTION),
    ],
)
def test_reasons_of_growth(
    *,
    actual: float,
    target: float,
    baseline: Quantity | float,
    years: float,
    horizon: float | None,
    reason: Reason,
) -> None:
    """Growth needs two dates and figures of one sign, none of them zero but the actual."""
    made = Achievement.of(
        actual,
        target,
        baseline,
        direction="increase",
        method="growth_ratio",
        years=years,
        target_years=horizon,
    )

    assert (None, reason) == (made.rate, made.reason)


def test_growth_of_all_that_is_lost() -> None:
    """A figure of zero has lost all, -100 % a year, which is a rate."""
    made = Achievement.of(
        0, 121, 100, direction="increase", method="growth_ratio", years=1, target_years=2
    )

    # -1 / ((121 / 100)^(1/2) - 1) = -1 / 0.1
    assert pytest.approx(-10) == _rate(made)


@pytest.mark.parametrize(
    ("actual", "rate", "verdict"),
    [
        (90, 1, Verdict.MET),
        (95, 1, Verdict.MET),
        (89.1, 0.99, Verdict.NOT_MET),
        (96.9, 0.98, Verdict.NOT_MET),
        (190, 0, Verdict.NOT_MET),
        (-90, -1, Verdict.NOT_MET),
    ],
)
def test_distance_from_a_band(actual: float, rate: float, verdict: Verdict) -> None:
    """Outside a band the rate falls with the distance to its edge, in shares of that edge."""
    inside = Quantity.between(90, 95)
    made = Achievement.of(actual, None, direction="maintain", band=inside)

    # 1 - (90 - 89.1) / 90 = 0.99; 1 - (96.9 - 95) / 95 = 0.98; 1 - (190 - 95) / 95 = 0
    assert pytest.approx(rate) == _rate(made)
    assert verdict is made.verdict


@pytest.mark.parametrize(
    ("actual", "band", "low", "best", "high"),
    [
        # All of it below: from 1 - 45 / 90 to 1 - 9 / 90.
        (Quantity.between(45, 81, best=63), Quantity.between(90, 95), 0.5, 0.7, 0.9),
        # Around the band: inside at best, and at worst 1 - 95 / 95.
        (Quantity.between(81, 190, best=90), Quantity.between(90, 95), 0, 1, 1),
        # Open above: never too much.
        (Quantity.at_least(45), Quantity.at_least(90), 0.5, None, 1),
        # Open below: never too little.
        (Quantity.at_most(190), Quantity.at_most(95), 0, None, 1),
    ],
)
def test_bounds_around_a_band(
    *, actual: Quantity, band: Quantity, low: float, best: float | None, high: float
) -> None:
    """The bounds of the rate are the worst and the best that the figure allows."""
    rate = Achievement.of(actual, None, direction="maintain", band=band).rate

    assert rate is not None
    assert pytest.approx(low) == rate.low
    assert pytest.approx(high) == rate.high
    assert best == (None if rate.best is None else pytest.approx(rate.best))


@pytest.mark.parametrize(
    ("actual", "reason"),
    [
        (-1, Reason.ZERO_BAND_EDGE),
        (0, None),
        (5, None),
        (7.5, None),
        (Quantity.between(-1, 3), Reason.ZERO_BAND_EDGE),
    ],
)
def test_edge_of_zero_gives_no_scale(actual: Quantity | float, reason: Reason | None) -> None:
    """Below a band from zero there is no rate; inside and above it there is."""
    band = Quantity.between(0, 5)

    assert reason is Achievement.of(actual, None, direction="maintain", band=band).reason


def test_band_without_edges() -> None:
    """A band that is open on both sides holds nothing."""
    made = Achievement.of(5, None, direction="maintain", band=Quantity())

    assert (None, Reason.MISSING_BAND) == (made.rate, made.reason)
