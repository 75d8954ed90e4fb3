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
    # (96 - 95) / (95 - 95) = 1 / 0 is nothing. Whether it was maintained, its band says.
    kept = Achievement.of(96, 95, 95, direction="maintain", band=Quantity.between(90, 100))
    silent = Achievement.of(96, 95, 95, direction="maintain")
    forced = Achievement.of(96, 95, 95, direction="increase", level=True)

    assert (None, Reason.NO_RATE_FOR_BAND, Verdict.MET) == (kept.rate, kept.reason, kept.verdict)
    assert (None, Reason.NO_RATE_FOR_BAND, None) == (silent.rate, silent.reason, silent.verdict)
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
        ("maintain", True, True, None),
        ("maintain", False, False, None),
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
        (None, 5, None, "maintain", None, Reason.NOT_REPORTED),
        (5, None, None, "maintain", None, Reason.NO_RATE_FOR_BAND),
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
    """A rate too large for a number is not known, rather than infinite."""
    made = Achievement.of(1e300, 1e-300, direction="increase")

    assert ("..", Verdict.MET) == (str(made.rate), made.verdict)


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
