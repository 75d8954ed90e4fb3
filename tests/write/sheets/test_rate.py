import pytest

from indh_me.model import Direction, Method, Quantity
from indh_me.write.sheets.rate import FORMULAS, Plan, rate_formulas
from indh_me.write.sheets.sides import Sides

ACTUAL = {"low": "L", "best": "B", "high": "H"}


def formulas(
    method: str,
    target: str = "",
    baseline: str = "",
    *,
    direction: str = "increase",
    band: str = "",
    blank: tuple[str, ...] = (),
) -> dict[str, str]:
    """Give the parts of a rate as formulas."""
    plan = Plan(
        method=Method(method),
        direction=Direction(direction),
        target=Sides.of(Quantity.parse(target), None) if target else None,
        baseline=Sides.of(Quantity.parse(baseline), None) if baseline else None,
        band=Quantity.parse(band) if band else None,
        years="Y",
        target_years=2.0,
    )
    return dict(rate_formulas(plan, ACTUAL, blank))


def test_every_method_is_written() -> None:
    """No method is left without formulas."""
    assert set(Method) == set(FORMULAS)


def test_no_method_at_all() -> None:
    """Where no method applies there is no formula."""
    plan = Plan(method=None, direction=Direction.DECREASE)

    assert [] == list(rate_formulas(plan, ACTUAL))


@pytest.mark.parametrize(
    ("method", "direction", "terms", "expected"),
    [
        ("target_ratio", "increase", ("80",), {"low": "L/80", "best": "B/80", "high": "H/80"}),
        (
            "two_minus_ratio",
            "decrease",
            ("20",),
            {"low": "2-H/20", "best": "2-B/20", "high": "2-L/20"},
        ),
        (
            "baseline_adjusted",
            "increase",
            ("80", "60"),
            {"low": "(L-60)/(80-60)", "best": "(B-60)/(80-60)", "high": "(H-60)/(80-60)"},
        ),
        # Towards less, the rate falls as the actual rises.
        (
            "baseline_adjusted",
            "decrease",
            ("-5", "5"),
            {"low": "(H-5)/((-5)-5)", "best": "(B-5)/((-5)-5)", "high": "(L-5)/((-5)-5)"},
        ),
        (
            "milestone",
            "increase",
            ("80", "60"),
            {"low": "(L-60)/(80-60)", "best": "(B-60)/(80-60)", "high": "(H-60)/(80-60)"},
        ),
        (
            "growth_ratio",
            "increase",
            ("80", "60"),
            {
                "low": "((L/60)^(1/Y)-1)/((80/60)^(1/2)-1)",
                "best": "((B/60)^(1/Y)-1)/((80/60)^(1/2)-1)",
                "high": "((H/60)^(1/Y)-1)/((80/60)^(1/2)-1)",
            },
        ),
        (
            "target_ratio",
            "increase",
            ("19..21",),
            {"low": "MIN(L/19,L/21)", "high": "MAX(H/19,H/21)"},
        ),
        (
            "target_ratio",
            "increase",
            ("20 (19..21)",),
            {"low": "MIN(L/19,L/21)", "best": "B/20", "high": "MAX(H/19,H/21)"},
        ),
        (
            "baseline_adjusted",
            "increase",
            ("80", "60..62"),
            {
                "low": "MIN((L-60)/(80-60),(L-62)/(80-62))",
                "high": "MAX((H-60)/(80-60),(H-62)/(80-62))",
            },
        ),
        # A baseline without a bound leaves no bounds.
        ("baseline_adjusted", "increase", ("80", "<=60"), {}),
        ("baseline_adjusted", "increase", ("80", "60 (..62)"), {"best": "(B-60)/(80-60)"}),
        # The baseline is taken twice in growth, and may stand at either end each time.
        (
            "growth_ratio",
            "increase",
            ("80", "60..62"),
            {
                name: f"{extreme}("
                + ",".join(
                    f"(({side}/{start})^(1/Y)-1)/((80/{other})^(1/2)-1)"
                    for start in (60, 62)
                    for other in (60, 62)
                )
                + ")"
                for name, extreme, side in (("low", "MIN", "L"), ("high", "MAX", "H"))
            },
        ),
    ],
)  # fmt: skip
def test_rate_is_monotone_in_the_actual(
    method: str, direction: str, terms: tuple[str, ...], expected: dict[str, str]
) -> None:
    """Each part of the rate comes from the part of the actual and the corners that decide it."""
    written = formulas(method, *terms, direction=direction)
    sides = {
        name: next(part for part in "LBH" if f"({part}" in text or f"{part}/" in text)
        for name, text in expected.items()
    }

    assert {
        name: f'=IF({sides[name]}="","",IFERROR({text},""))' for name, text in expected.items()
    } == written


@pytest.mark.parametrize(
    ("method", "direction", "term", "limit"),
    [
        ("target_ratio", "increase", ("L/20", "H/20"), "0"),
        ("two_minus_ratio", "decrease", ("2-H/20", "2-L/20"), "2"),
    ],
)
def test_target_without_an_upper_bound(
    method: str, direction: str, term: tuple[str, str], limit: str
) -> None:
    """The more the target may be, the nearer the rate comes to a limit; both bounds are needed."""
    assert {
        "low": f'=IF(OR(L="",H=""),"",IFERROR(MIN({term[0]},{limit}),""))',
        "high": f'=IF(OR(L="",H=""),"",IFERROR(MAX({term[1]},{limit}),""))',
    } == formulas(method, ">=20", direction=direction)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (
            "20",
            {
                "low": '=IF(L="","",IFERROR(IF(H="",0,20/H),""))',
                "best": '=IF(B="","",IFERROR(20/B,""))',
                "high": '=IF(L="","",IFERROR(20/L,""))',
            },
        ),
        (
            "-5..20",
            {
                "low": '=IF(L="","",IFERROR((-5)/L,""))',
                "high": '=IF(L="","",IFERROR(20/L,""))',
            },
        ),
        (">=20", {"low": '=IF(OR(L="",H=""),"",IFERROR(IF(H="",0,20/H),""))'}),
        ("<=20", {"high": '=IF(OR(L="",H=""),"",IFERROR(20/L,""))'}),
        ("20 (..)", {"best": '=IF(B="","",IFERROR(20/B,""))'}),
    ],
)
def test_target_over_actual(target: str, expected: dict[str, str]) -> None:
    """What is divided by the actual is the less the more that is, and tends to zero."""
    assert expected == formulas("inverse_ratio", target, direction="decrease")


@pytest.mark.parametrize(
    ("band", "best", "low", "high"),
    [
        (
            "40..60",
            '=IF(B="","",IFERROR(1-MAX(0,(40-B)/40,(B-60)/60),""))',
            '=IF(OR(L="",H=""),"",IFERROR(1-MAX(0,(40-L)/40,(H-60)/60),""))',
            '=IFERROR(1-MAX(0,IF(H="",0,(40-H)/40),IF(L="",0,(L-60)/60)),"")',
        ),
        (
            ">=-40",
            '=IF(B="","",IFERROR(1-MAX(0,((-40)-B)/40),""))',
            '=IF(L="","",IFERROR(1-MAX(0,((-40)-L)/40),""))',
            '=IFERROR(1-MAX(0,IF(H="",0,((-40)-H)/40)),"")',
        ),
        # An edge of zero has no scale: nothing may lie beyond it.
        (
            "0..60",
            '=IF(B="","",IFERROR(1-MAX(0,(B-60)/60),""))',
            '=IF(H="","",IFERROR(1-MAX(0,(H-60)/60),""))',
            '=IFERROR(1-MAX(0,IF(L="",0,(L-60)/60)),"")',
        ),
        (">=0", '=IF(B="","",IFERROR(1,""))', '=IFERROR(1,"")', '=IFERROR(1,"")'),
    ],
)
def test_distance_to_a_band(band: str, best: str, low: str, high: str) -> None:
    """Inside the band the rate is 1, outside less by the distance to the nearer edge."""
    assert {"best": best, "low": low, "high": high} == formulas(
        "band", band=band, direction="maintain"
    )


def test_other_reasons_leave_it_blank() -> None:
    """Where there is no rate for a reason of its own, no part is shown."""
    written = formulas("target_ratio", "80", blank=('N<>""', "S=0"))

    assert '=IF(OR(N<>"",S=0,B=""),"",IFERROR(B/80,""))' == written["best"]


@pytest.mark.parametrize("method", ["target_ratio", "baseline_adjusted", "inverse_ratio", "band"])
def test_nothing_to_measure_against(method: str) -> None:
    """Without target, baseline or band there is no formula."""
    assert {} == formulas(method)
