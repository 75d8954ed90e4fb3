from datetime import date

import pytest

from drafts import flow
from indh_me.compute import Reason
from indh_me.compute.window import Window
from indh_me.model import Absence
from indh_me.write.sheets.accumulation import Accumulating

OF = {
    name: name.upper()
    for name in (
        *("counts_for", "start", "end", "best", "at_least", "at_most", "numerator"),
        *("denominator", "weighted_low", "weighted_high", "shared_from"),
    )
}
YEAR = Window(first=date(2008, 1, 1), last=date(2008, 12, 31), by_last_day=False)
MINE = 'COUNTS_FOR,"|"&$A$2'
NUMBER = '">-1E+300"'
LARGEST, FACTORS = "_xlfn.AGGREGATE(14,6,", '((COUNTS_FOR="|"&$A$2))'


def formulas(
    accumulation: str,
    window: Window | None = None,
    *,
    may_collide: bool = False,
    unit: str = "percent",
) -> Accumulating:
    """Give the formulas of the second row."""
    indicator = flow(accumulation=accumulation, unit=unit)
    return Accumulating(OF, 2, indicator, window, may_collide=may_collide)


def test_figures_are_counted_in_their_window() -> None:
    """The rows of the indicator count that lie in the window."""
    since_start = Window(first=None, last=date(2008, 12, 31), by_last_day=False)
    by_last_day = Window(first=date(2008, 1, 1), last=date(2008, 12, 31), by_last_day=True)
    end = ',END,"<="&$C$2)'

    assert f"=COUNTIFS({MINE})" == formulas("sum").count()
    assert f'=COUNTIFS({MINE},START,">="&$B$2{end}' == formulas("sum", YEAR).count()
    assert f"=COUNTIFS({MINE}{end}" == formulas("sum", since_start).count()
    assert f'=COUNTIFS({MINE},END,">="&$B$2{end}' == formulas("running_total", by_last_day).count()


def test_absences_are_counted_by_kind() -> None:
    """Rows reported as absent are counted apart."""
    assert 'COUNTIFS(COUNTS_FOR,"na|"&$A$2)' == formulas("sum").absences(Absence.NOT_APPLICABLE)
    assert 'COUNTIFS(COUNTS_FOR,"nr|"&$A$2)' == formulas("sum").absences(Absence.NOT_REPORTED)


@pytest.mark.parametrize(
    ("accumulation", "name", "expected"),
    [
        ("sum", "low", f'IF(COUNTIFS({MINE},AT_LEAST,">-1E+300")<$D$2,"",SUMIFS(AT_LEAST,{MINE}))'),
        ("mean", "best", f'IF(COUNTIFS({MINE},BEST,">-1E+300")<$D$2,"",SUMIFS(BEST,{MINE})/$D$2)'),
        (
            "latest",
            "high",
            f'IF(COUNTIFS({MINE},END,$E$2,AT_MOST,">-1E+300")=0,"",SUMIFS(AT_MOST,{MINE},END,$E$2))',
        ),
        (
            "peak",
            "low",
            f'IF(COUNTIFS({MINE},AT_LEAST,{NUMBER})<1,"",{LARGEST}AT_LEAST/{FACTORS},1))',
        ),
        (
            "peak",
            "high",
            f'IF(COUNTIFS({MINE},AT_MOST,{NUMBER})<$D$2,"",{LARGEST}AT_MOST/{FACTORS},1))',
        ),
    ],
)
def test_bounds_are_accumulated(accumulation: str, name: str, expected: str) -> None:
    """A bound needs as many figures as the accumulation does; the largest low bound needs one."""
    assert f'=IF($D$2=0,"",{expected})' == formulas(accumulation).bound(name)


def test_shares_are_pooled() -> None:
    """Numerators and denominators are pooled; a single figure keeps its own bounds."""
    best = formulas("ratio").bound("best")
    low, high = (formulas("ratio").bound(name) for name in ("low", "high"))

    assert f"100*SUMIFS(NUMERATOR,{MINE})/SUMIFS(DENOMINATOR,{MINE})" in best
    assert f'IF($D$2=1,IF(COUNTIFS({MINE},BEST,">-1E+300")=0,"",SUMIFS(BEST,{MINE}))' in best
    assert f"MIN($H$2,SUMIFS(WEIGHTED_LOW,{MINE})/SUMIFS(DENOMINATOR,{MINE}))" in low
    assert f"MAX($H$2,SUMIFS(WEIGHTED_HIGH,{MINE})/SUMIFS(DENOMINATOR,{MINE}))" in high


def test_factor_is_written_whole() -> None:
    """No digit of the factor is lost."""
    assert "123456789*SUMIFS(NUMERATOR" in formulas("ratio", unit="ratio per 123456789").bound(
        "best"
    )


def test_last_day_is_found() -> None:
    """The last day of the last period is looked for among the figures that count."""
    assert '=SUMPRODUCT(MAX((COUNTS_FOR="|"&$A$2)*END))' == formulas("latest").last_end()
    assert (
        '=SUMPRODUCT(MAX((COUNTS_FOR="|"&$A$2)*(START>=$B$2)*(END<=$C$2)*END))'
        == formulas("latest", YEAR).last_end()
    )


def test_collisions_are_counted_where_they_may_be() -> None:
    """Figures that share days in the window, or that end alike, leave no figure at all."""
    assert formulas("sum").collisions() is None
    assert f'=COUNTIFS({MINE},SHARED_FROM,">0")' == formulas("sum", may_collide=True).collisions()
    assert (
        f'=COUNTIFS({MINE},START,">="&$B$2,END,"<="&$C$2,SHARED_FROM,">="&$B$2)'
        == formulas("sum", YEAR, may_collide=True).collisions()
    )
    assert f"=COUNTIFS({MINE},END,$E$2)-1" == formulas("latest", may_collide=True).collisions()
    assert formulas("sum", may_collide=True).bound("low").startswith('=IF(OR($D$2=0,$F$2>0),"",')


def test_reason_for_no_figure() -> None:
    """Nothing reported, days that are shared and missing denominators each have their word."""
    words = {each: f'"{each.value}"' for each in Reason}
    absent = (
        '=IF($D$2=0,IF(AND(COUNTIFS(COUNTS_FOR,"na|"&$A$2)>0,COUNTIFS(COUNTS_FOR,"nr|"&$A$2)=0),'
        '"not_applicable","not_reported"),'
    )
    pooled = 'IF(AND($D$2>1,$H$2=""),"missing_denominator","")'

    assert f'{absent}"")' == formulas("sum").reason(words)
    assert f"{absent}{pooled})" == formulas("ratio").reason(words)
    assert f'{absent}IF($F$2>0,"overlapping_periods",{pooled}))' == formulas(
        "ratio", may_collide=True
    ).reason(words)
    assert [False, True, True] == [
        formulas("sum").may_come_to_nothing,
        formulas("sum", may_collide=True).may_come_to_nothing,
        formulas("ratio").may_come_to_nothing,
    ]
