"""The five ordinary cases to which eight systems give eight answers, by every method."""

from datetime import date

import pytest
from attrs import evolve

from indh_me.compute import Figure, Reason, Verdict, assess
from indh_me.compute.comparison import compare_accumulations, compare_indicator, compare_methods
from indh_me.errors import ParseError, UnknownCodeError
from indh_me.model import (
    Accumulation,
    Baseline,
    Framework,
    Indicator,
    Method,
    Observations,
    Period,
    Quantity,
    Target,
)
from refusals import refusal

BACKWARDS = "ratio_reads_backwards"
AGAINST = "method_against_direction"
END_OF_2008 = date(2008, 12, 31)
RECALL = Indicator(
    code="A",
    unit="percent",
    direction="increase",
    accumulation="latest",
    baseline=Baseline(50, Period.year(2006)),
    targets=[
        Target(period=Period.year(2008), value=72),
        Target(period=Period.year(2010), value=100),
    ],
)
#: Of the indicator, then figures of another one that must not count.
SEEN = Observations.from_columns(["A", "A", "B"], ["2007", "2008", "2008"], [55, 60.5, 9])


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
    first = [columns[f"rate_{part}"][0] for part in ("low", "best", "high")]

    assert [0.9, None, None] == first
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


YEARS = ["2006", "2007", "2008", "2009"]


def _kinds(
    unit: str, numerator: list[float] | None = None, denominator: list[float] | None = None
) -> dict[str, float | str | None]:
    """Give what every accumulation makes of figures of 2006 to 2008, not of a later one."""
    indicator = Indicator(code="A", unit=unit, direction="increase", accumulation="peak")
    table = Observations.from_columns(
        ["A"] * 4, YEARS, [40, 70, 50, 900], numerator=numerator, denominator=denominator
    )
    found = compare_accumulations(indicator, table, as_of=date(2008, 12, 31))
    return {kind.value: _told(figure) for kind, figure in found.items()}


def _told(figure: Figure) -> float | str | None:
    if figure.quantity is not None:
        return figure.quantity.best
    return None if figure.reason is None else figure.reason.value


def test_peak_beside_the_sum() -> None:
    """Every accumulation is shown beside the others: unique people are no more than the sum."""
    assert {
        "sum": 160,
        "running_total": 50,
        "latest": 50,
        "peak": 70,
        "mean": pytest.approx(160 / 3),
        "ratio": "missing_denominator",
    } == _kinds("count")


def test_pooled_beside_the_mean() -> None:
    """Percentages are pooled by their denominators, which is not their mean."""
    # (40 + 70 + 100) / (100 + 100 + 200) = 52.5 %; (40 + 70 + 50) / 3 = 53.3 %.
    found = _kinds("percent", [40, 70, 100, 9], [100, 100, 200, 1])

    assert pytest.approx(52.5) == found["ratio"]
    assert pytest.approx(160 / 3) == found["mean"]


def test_accumulations_of_nothing() -> None:
    """Without figures no accumulation gives one; those of other indicators do not count."""
    indicator = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    others = Observations.from_columns(["B"], ["2008"], [5])
    for table in (Observations(), others):
        found = compare_accumulations(indicator, table, as_of=date(2008, 12, 31))

        assert list(Accumulation) == list(found)
        assert {(None, Reason.NOT_REPORTED)} == {
            (each.quantity, each.reason) for each in found.values()
        }


def test_indicator_by_every_method() -> None:
    """An indicator is compared by every method on its own figures, targets and dates."""
    made = compare_indicator(RECALL, SEEN, as_of=END_OF_2008)

    # 60.5 / 72; (60.5 - 50) / (72 - 50); the next target is 100: 10.5 / 50. In the two years from
    # the end of 2006: (60.5 / 50)^(1/2) - 1 = 0.1, and (72 / 50)^(1/2) - 1 = 0.2.
    assert [
        pytest.approx(60.5 / 72),
        pytest.approx(10.5 / 22),
        Reason.RATIO_READS_BACKWARDS,
        Reason.RATIO_READS_BACKWARDS,
        pytest.approx(10.5 / 50),
        pytest.approx(0.5),
        Reason.METHOD_AGAINST_DIRECTION,
    ] == [each.reason if each.rate is None else each.rate.best for each in made]
    assert list(Method) == [each.method for each in made]
    assert [Quantity.exactly(72)] * 4 == [each.target for each in made][:4]
    assert Quantity.exactly(100) == made["milestone"].target
    assert (2.0, 2.0) == (made["growth_ratio"].years, made["growth_ratio"].target_years)
    assert (None, None) == (made["target_ratio"].years, made["target_ratio"].target_years)


def test_own_method_is_that_of_the_assessment() -> None:
    """Whatever method an indicator names, the comparison has what the assessment has."""
    compared = compare_indicator(RECALL, SEEN, as_of=END_OF_2008)
    own = SEEN.select([True, True, False])
    for method in Method:
        framework = Framework(
            code="F", languages=["en"], indicators=[evolve(RECALL, method=method)]
        )
        made = assess(framework, own, as_of=END_OF_2008)["A"].achievement

        assert made == compared[method]


def test_indicator_without_figures() -> None:
    """Where nothing is reported, each method says so, unless it is not made for the direction."""
    made = compare_indicator(RECALL, Observations(), as_of=END_OF_2008)

    assert {Reason.NOT_REPORTED, Reason.NOT_DUE} == {each.reason for each in made}
    assert Reason.NOT_DUE is made["milestone"].reason
    assert {None} == {each.verdict for each in made}


def test_indicator_without_targets() -> None:
    """Without a target, each method says that there is none."""
    made = compare_indicator(RECALL.with_targets(), SEEN, as_of=END_OF_2008)

    assert {Reason.NO_TARGET} == {each.reason for each in made}


def test_indicator_to_maintain() -> None:
    """What should stay in a band is compared with the band alone."""
    kept = Indicator(
        code="A",
        unit="percent",
        direction="maintain",
        accumulation="latest",
        band=Quantity.between(90, 95),
        targets=[Target(period=Period.year(2008), value=Quantity.between(90, 95))],
    )
    seen = Observations.from_columns(["A"], ["2008"], [96.9])
    made = compare_indicator(kept, seen, as_of=END_OF_2008)

    # 1.9 above the edge of 95 is 2 % of it.
    assert pytest.approx(0.98) == float(str(made["band"].rate))
    assert Verdict.NOT_MET is made["band"].verdict
    assert 6 == [each.reason for each in made].count(Reason.METHOD_AGAINST_DIRECTION)


def test_columns_without_a_verdict() -> None:
    """Where there is nothing to compare, the columns have no verdict and no rate."""
    columns = compare_methods(None, 5, direction="increase").to_columns()

    assert ([None] * len(Method), [None] * len(Method)) == (
        columns["verdict"],
        columns["rate_low"],
    )


def test_unknown_direction() -> None:
    """A direction that is none is refused, and the argument named."""
    fault = refusal(lambda: compare_methods(4, 5, direction="up"), ParseError)

    assert ("unknown direction 'up'", "direction") == (fault.what, str(fault.where))
