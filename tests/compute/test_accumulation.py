from datetime import date

import pytest

from indh_me.compute import Reason, accumulate
from indh_me.compute.reporting import reporting_set
from indh_me.model import Absence, Accumulation, Observation, Observations, Period, Quantity

Figure = Quantity | Absence | float
PERCENT = 100
SUMS = [Accumulation.SUM] * 3


def _accumulated(kind: str, **figures: Figure) -> tuple[str | None, Reason | None]:
    """Accumulate figures by period; an underscore stands for what a keyword cannot hold."""
    rows = [
        Observation(indicator="A", period=Period.parse(name[1:].replace("_", "/")), value=value)
        for name, value in figures.items()
    ]
    return _of(rows, kind)


def _of(rows: list[Observation], kind: str) -> tuple[str | None, Reason | None]:
    reporting = reporting_set(Observations.of(*rows), date(2020, 12, 31))
    found = accumulate(reporting, [Accumulation(kind)], PERCENT)
    (quantity,) = found.bounds.quantities()
    return None if quantity is None else str(quantity), found.reasons[0]


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("sum", "24"),  # 9 + 5 + 10
        ("running_total", "10"),
        ("latest", "10"),
        ("peak", "10"),
        ("mean", "8"),  # 24 / 3
    ],
)
def test_kinds_of_accumulation(kind: str, made: str) -> None:
    """Each accumulation makes its own figure of the same periods."""
    assert (made, None) == _accumulated(kind, p2006=9, p2007=5, p2008=10)


def test_shares_are_pooled() -> None:
    """Percentages are pooled over their denominators, not averaged."""
    shares = {
        "p2007": Quantity.fraction(1, 10, per=100),
        "p2008": Quantity.fraction(90, 90, per=100),
    }

    # (1 + 90) / (10 + 90) = 91 %; the mean of 10 % and 100 % would be 55 %.
    assert ("91", None) == _accumulated("ratio", **shares)
    assert ("55", None) == _accumulated("mean", **shares)


def test_bounds_of_shares_are_kept() -> None:
    """The bounds of pooled shares are those of the periods, weighted by their denominators."""
    first = Quantity(50, 40, 60, numerator=10, denominator=20)
    second = Quantity(80, 75, 85, numerator=64, denominator=80)

    # Best (10 + 64) / 100 = 74 %, low (40 * 20 + 75 * 80) / 100 = 68,
    # high (60 * 20 + 85 * 80) / 100 = 80.
    assert ("74 (68..80)", None) == _accumulated("ratio", p2007=first, p2008=second)


def test_share_that_is_only_bounded_counts_by_its_bounds() -> None:
    """A share without an upper bound leaves the pooled share without one."""
    first = Quantity(50, 40, None, numerator=10, denominator=20)
    second = Quantity.fraction(64, 80, per=100)

    # Low (40 * 20 + 80 * 80) / 100 = 72.
    assert ("74 (72..)", None) == _accumulated("ratio", p2007=first, p2008=second)


def test_single_share_keeps_its_own_figure() -> None:
    """One period alone needs no denominator: there is nothing to pool."""
    assert ("64 (58..70)", None) == _accumulated("ratio", p2008=Quantity.between(58, 70, best=64))


def test_shares_without_denominators_are_not_pooled() -> None:
    """Percentages of several periods are refused where a denominator is missing."""
    share = Quantity.fraction(1, 2, per=100)

    assert (None, Reason.MISSING_DENOMINATOR) == _accumulated("ratio", p2007=50, p2008=share)


@pytest.mark.parametrize(
    ("kind", "made"),
    [("sum", ">=23000"), ("mean", ">=11500"), ("peak", ">=18000"), ("latest", "5000")],
)
def test_bounds_are_accumulated(kind: str, made: str) -> None:
    """A lower bound of one period leaves a lower bound of all where they all count."""
    at_least = Quantity.at_least(18_000)

    assert (made, None) == _accumulated(kind, p2007=at_least, p2008=5_000)


@pytest.mark.parametrize("kind", [kind.value for kind in Accumulation])
def test_absent_periods_are_left_out(kind: str) -> None:
    """A period that is reported as absent is not counted, least of all as zero."""
    share = Quantity.fraction(1, 2, per=100)

    assert ("50", None) == _accumulated(kind, p2007=share, p2008=Absence.NOT_REPORTED)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (Absence.NOT_REPORTED, Absence.NOT_REPORTED, Reason.NOT_REPORTED),
        (Absence.NOT_APPLICABLE, Absence.NOT_APPLICABLE, Reason.NOT_APPLICABLE),
        (Absence.NOT_APPLICABLE, Absence.NOT_REPORTED, Reason.NOT_REPORTED),
    ],
)
def test_nothing_but_absence(first: Absence, second: Absence, reason: Reason) -> None:
    """Where all periods are absent there is no figure; not reported says more than the other."""
    assert (None, reason) == _accumulated("sum", p2007=first, p2008=second)


@pytest.mark.parametrize("kind", ["sum", "mean"])
def test_common_days_are_refused(kind: str) -> None:
    """Figures that add up are refused when their periods have a day in common."""
    assert (None, Reason.OVERLAPPING_PERIODS) == _accumulated(kind, p2005_2007=18_000, p2007=6_000)
    assert ("24000", None) == _accumulated("sum", p2005_2007=18_000, p2008=6_000)


@pytest.mark.parametrize("kind", ["latest", "running_total", "peak"])
def test_common_days_of_levels_do_not_matter(kind: str) -> None:
    """Levels may be reported for periods that share days: each stands for itself."""
    assert ("9", None) == _accumulated(kind, p2005_2007=5, p2006_2008=9)


def test_two_that_end_last_are_refused() -> None:
    """Of two periods that end on the same day none is the last."""
    both = {"p2008": 5, "p2005_2008": 9}

    assert (None, Reason.OVERLAPPING_PERIODS) == _accumulated("latest", **both)
    assert ("9", None) == _accumulated("peak", **both)


@pytest.mark.parametrize("kind", [kind.value for kind in Accumulation])
def test_two_of_the_same_period_are_refused(kind: str) -> None:
    """Two figures for the same period are refused, whichever way they accumulate."""
    twice = [Observation(indicator="A", period=Period.year(2008), value=value) for value in (5, 6)]

    assert (None, Reason.DUPLICATE_OBSERVATIONS) == _of(twice, kind)


def test_earlier_duplicates_do_not_matter_to_the_last() -> None:
    """Where the last period counts alone, earlier ones may stand there twice."""
    rows = [
        Observation(indicator="A", period=Period.year(year), value=value)
        for year, value in ((2007, 5), (2007, 6), (2008, 7))
    ]

    assert ("7", None) == _of(rows, "latest")
    assert (None, Reason.DUPLICATE_OBSERVATIONS) == _of(rows, "peak")


def test_too_large_a_sum_is_not_known() -> None:
    """A sum too large for a number is a figure of which nothing is known, never an infinity."""
    assert ("..", None) == _accumulated("sum", p2007=1.5e308, p2008=1.5e308)


def test_nothing_to_accumulate() -> None:
    """No observations make no figures."""
    found = accumulate(reporting_set(Observations(), date(2008, 12, 31)), [])

    assert ([], ()) == (found.bounds.quantities(), found.reasons)


def test_kinds_and_factors_of_each_group() -> None:
    """Indicators accumulate each in its own way and its own unit, absent ones among them."""
    percent, per_mille = (Quantity.fraction(1, 4, per=factor) for factor in (100, 1000))
    rows: list[tuple[str, int, Figure]] = [
        *(("A", year, percent) for year in (2007, 2008)),
        *(("B", year, per_mille) for year in (2007, 2008)),
        *(("C", year, Absence.NOT_REPORTED) for year in (2007, 2008)),
        *(("D", year, 5) for year in (2007, 2008)),
    ]
    table = Observations.of(
        *(
            Observation(indicator=code, period=Period.year(year), value=value)
            for code, year, value in rows
        )
    )
    ratio = Accumulation.RATIO
    found = accumulate(
        reporting_set(table, date(2008, 12, 31)),
        [ratio, ratio, Accumulation.LATEST, Accumulation.SUM],
        [100, 1000, 1, 1],
    )
    best = [None if each is None else each.best for each in found.bounds.quantities()]

    assert [25, 250, None, 10] == best
    assert (None, None, Reason.NOT_REPORTED, None) == found.reasons


def test_rounded_share_counts_by_its_counts() -> None:
    """A share that was rounded before it was reported is pooled by numerator and denominator."""
    rounded = Quantity(33, 33, 33, numerator=100, denominator=300)
    survey = Quantity(50, 40, 60, numerator=50, denominator=100)

    # Best (100 + 50) / 400 = 37.5 %; low (100 + 40) / 400 = 35, high (100 + 60) / 400 = 40.
    assert ("37.5 (35..40)", None) == _accumulated("ratio", p2007=rounded, p2008=survey)


@pytest.mark.parametrize("counts", [((2, 42), (35, 41)), ((30, 79), (2, 92))])
def test_exact_shares_stay_exact(counts: tuple[tuple[int, int], tuple[int, int]]) -> None:
    """Shares that are known exactly make one that is: in these, the machine would round the
    shares times their denominators down, and up.
    """
    first, second = (Quantity.fraction(*each, per=100) for each in counts)
    (a, b), (c, d) = counts

    assert (str(Quantity.exactly(100 * (a + c) / (b + d))), None) == (
        _accumulated("ratio", p2007=first, p2008=second)
    )


def test_survey_without_a_denominator() -> None:
    """Bounds do not make up for a denominator that is missing."""
    survey = Quantity.between(40, 60, best=50)

    assert (None, Reason.MISSING_DENOMINATOR) == _accumulated(
        "ratio", p2007=survey, p2008=Quantity.fraction(1, 2, per=100)
    )


def test_bounds_too_large_for_a_number() -> None:
    """Of bounds too large for a number nothing is known, and never more than that."""
    first = Quantity(1e308, 1e308, 1e308 + 1e307, numerator=1, denominator=100)
    second = Quantity(-1e308, -1e308 - 1e307, -1e308, numerator=-1, denominator=100)

    assert ("0 (..)", None) == _accumulated("ratio", p2007=first, p2008=second)


def test_fault_beside_a_group_without_figures() -> None:
    """A group keeps its own reason beside one of which nothing is reported."""
    said: list[tuple[str, str, Figure]] = [
        ("A", "2008", 9),
        ("A", "2008-Q1", 2),
        ("B", "2008", Absence.NOT_REPORTED),
        ("C", "2008", 5),
    ]
    rows = [
        Observation(indicator=code, period=Period.parse(period), value=value)
        for code, period, value in said
    ]
    found = accumulate(reporting_set(Observations.of(*rows), date(2008, 12, 31)), SUMS)

    assert (Reason.OVERLAPPING_PERIODS, Reason.NOT_REPORTED, None) == found.reasons
