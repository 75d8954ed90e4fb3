import pytest

from indh_me.compute import Achievement, Reason
from indh_me.model import Direction, Method, Quantity
from indh_me.write.grid import Formula
from indh_me.write.sheets.rate import Plan
from indh_me.write.sheets.reason import no_rate, reasons
from indh_me.write.sheets.sides import Sides
from indh_me.write.words import Words

AT = {"low": "L", "high": "H"}
ENGLISH = Words("en")
ZERO_ACTUAL = ("AND(N(L)<=0,N(H)>=0)", Reason.ZERO_ACTUAL)
TOO_EARLY = ("Y<=0", Reason.BASELINE_NOT_BEFORE)


def conditions(
    method: str,
    direction: str,
    obstacle: Reason | None = None,
    *,
    baseline: str = "5",
    band: str = "..",
) -> list[tuple[str, Reason]]:
    """Give the conditions under which there is no rate."""
    plan = Plan(
        method=Method(method),
        direction=Direction(direction),
        baseline=Sides.of(Quantity.parse(baseline), None),
        band=Quantity.parse(band),
        years="Y",
    )
    return list(reasons(plan, obstacle, AT))


@pytest.mark.parametrize(
    ("obstacle", "expected"),
    [
        (None, [ZERO_ACTUAL, ("N(H)<0", Reason.RATIO_READS_BACKWARDS)]),
        (Reason.RATIO_READS_BACKWARDS, [ZERO_ACTUAL]),
    ],
)
def test_target_over_actual(obstacle: Reason | None, expected: list[tuple[str, Reason]]) -> None:
    """Nothing is divided by zero, nor by less: the first comes before a target below zero."""
    assert expected == conditions("inverse_ratio", "decrease", obstacle)


@pytest.mark.parametrize(
    ("obstacle", "baseline", "expected"),
    [
        (None, "5", [TOO_EARLY, ('OR(L="",N(L)<0)', Reason.SIGN_CHANGE)]),
        (None, "-5", [TOO_EARLY, ('OR(H="",N(H)>0)', Reason.SIGN_CHANGE)]),
        (Reason.ZERO_TARGET, "5", [TOO_EARLY]),
        (Reason.ZERO_BASELINE, "0", [TOO_EARLY]),
        (Reason.SIGN_CHANGE, "5", [TOO_EARLY]),
        (Reason.BASELINE_NOT_BEFORE, "5", []),
        (Reason.NO_BASELINE_DATE, "5", []),
        (Reason.MISSING_BASELINE, "5", []),
    ],
)
def test_growth(obstacle: Reason | None, baseline: str, expected: list[tuple[str, Reason]]) -> None:
    """Growth needs time and one sign; years are counted before zeros and signs are looked at."""
    assert expected == conditions("growth_ratio", "increase", obstacle, baseline=baseline)


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        ("4..6", []),
        ("0..6", [('OR(L="",N(L)<0)', Reason.ZERO_BAND_EDGE)]),
        ("-6..0", [('OR(H="",N(H)>0)', Reason.ZERO_BAND_EDGE)]),
        (
            "0",
            [
                ('OR(L="",N(L)<0)', Reason.ZERO_BAND_EDGE),
                ('OR(H="",N(H)>0)', Reason.ZERO_BAND_EDGE),
            ],
        ),
    ],
)
def test_band_with_an_edge_of_zero(band: str, expected: list[tuple[str, Reason]]) -> None:
    """Beyond an edge of zero there is no scale for the distance."""
    assert expected == conditions("band", "maintain", band=band)


@pytest.mark.parametrize(
    ("method", "direction", "obstacle"),
    [
        ("inverse_ratio", "increase", Reason.RATIO_READS_BACKWARDS),
        ("inverse_ratio", "maintain", Reason.METHOD_AGAINST_DIRECTION),
        ("growth_ratio", "maintain", Reason.METHOD_AGAINST_DIRECTION),
        ("band", "maintain", Reason.MISSING_BAND),
        ("band", "increase", Reason.METHOD_AGAINST_DIRECTION),
        ("target_ratio", "increase", None),
        ("baseline_adjusted", "decrease", None),
        ("two_minus_ratio", "decrease", Reason.ZERO_TARGET),
    ],
)
def test_reasons_of_the_plan_alone(method: str, direction: str, obstacle: Reason | None) -> None:
    """Where the plan decides, or nothing can go wrong, there is nothing to look at."""
    assert [] == conditions(method, direction, obstacle, band="0..6")


def test_words_that_always_hold() -> None:
    """Without conditions the reason is a plain word, or there is none."""
    done = Achievement.of(3, 4, direction="increase")

    assert no_rate(ENGLISH, [], None, "A", done) is None
    assert "the target is zero" == no_rate(ENGLISH, [], Reason.ZERO_TARGET, "A", done)


@pytest.mark.parametrize(
    ("actual", "shown"),
    [
        (Quantity.exactly(0), "the actual is zero"),
        (Quantity.exactly(3), ""),
        (None, ""),
    ],
)
def test_words_that_depend_on_the_actual(actual: Quantity | None, shown: str) -> None:
    """With conditions it is a formula, which comes to the reason that holds now."""
    reached = Achievement.of(actual, 4, direction="decrease", method="inverse_ratio")
    text = '=IF(A<>"","",IF(L=0,"the actual is zero",""))'

    assert Formula(text, shown) == no_rate(
        ENGLISH, [("L=0", Reason.ZERO_ACTUAL)], None, 'A<>""', reached
    )


def test_what_is_too_large_is_told_elsewhere() -> None:
    """That a rate is no number any more, its own blank cell says."""
    reached = Achievement.of(1e300, 1e-300, direction="increase")
    made = no_rate(ENGLISH, [("L=0", Reason.ZERO_ACTUAL)], None, "A", reached)

    assert reached.reason is Reason.TOO_LARGE
    assert isinstance(made, Formula)
    assert "" == made.value
