from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me.compute.check.data_rules import (
    address,
    duplicates,
    overlaps,
    unknown_codes,
    unsourced_observations,
)
from indh_me.compute.reporting import ReportingSet, reporting_set
from indh_me.model import (
    Absence,
    Accumulation,
    Categories,
    Citation,
    Dimension,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Source,
)

#: Fields of whatever is made.
Keys: TypeAlias = Any

WOMEN, MEN = Categories.of(sex="female"), Categories.of(sex="male")


def _framework(*accumulations: str) -> Framework:
    return Framework(
        code="F",
        languages=["fr"],
        sources=[Source(code="briefing")],
        dimensions=[Dimension.of("sex", "female", "male", language="fr")],
        indicators=[
            Indicator(code=code, unit="count", direction="increase", accumulation=kind)
            for code, kind in zip("AB", accumulations, strict=False)
        ],
    )


def _seen(
    period: str, value: Quantity | Absence | float = 1, code: str = "A", **keys: Keys
) -> Observation:
    return Observation(indicator=code, period=Period.parse(period), value=value, **keys)


def _set(*rows: Observation) -> ReportingSet:
    return reporting_set(Observations.of(*rows), date.max)


def test_observations_have_addresses() -> None:
    """An observation is named by indicator, period and group."""
    assert 'observations.A."2008 sex=female"' == address(_seen("2008", categories=WOMEN))


def test_unknown_codes_are_found_once() -> None:
    """Each code that nothing answers to is found, once for all the rows that name it."""
    rows = [
        _seen("2007", code="X"),
        _seen("2008", code="X"),
        _seen("2008", categories=Categories.of(sex="femal")),
        _seen("2008", categories=Categories.of(place="dakhla")),
        _seen("2009", source=Citation("breifing")),
        _seen("2010", source=Citation("breifing"), categories=WOMEN),
        _seen("2011", source=Citation("briefing"), categories=WOMEN),
    ]
    found = list(unknown_codes(_framework("sum"), _set(*rows)))

    assert [
        ("observations.X.2007.indicator", "unknown indicator 'X'"),
        ('observations.A."2008 sex=femal".categories.sex', "unknown category of sex 'femal'"),
        ('observations.A."2008 place=dakhla".categories', "unknown dimension 'place'"),
        ("observations.A.2009.source", "unknown source 'breifing'"),
    ] == [(each.place.path, each.message) for each in found]
    assert "did you mean 'female'?" in found[1].mend
    assert {"ME004"} == {each.id for each in found}


def test_each_code_is_found_whatever_stands_beside_it() -> None:
    """Indicators, categories and sources that are all unknown are each found, in all company."""
    codes = ["X", "Y", "Z"]
    rows = [
        _seen("2007", code=code, categories=Categories.of(sex=sex), source=Citation(source))
        for code in codes
        for sex in ("f", "m", "t")
        for source in ("b", "c", "d")
    ]
    # One row each names all the codes; what is left out of those is found in no other.
    for left_out in range(len(rows)):
        kept = [row for at, row in enumerate(rows) if at != left_out]
        found = {each.message for each in unknown_codes(_framework("sum"), _set(*kept))}

        assert {
            *(f"unknown indicator '{code}'" for code in codes),
            *(f"unknown category of sex '{sex}'" for sex in ("f", "m", "t")),
            *(f"unknown source '{source}'" for source in ("b", "c", "d")),
        } == found


def test_observations_without_a_source_are_counted() -> None:
    """Figures without a source are found once an indicator, with their number."""
    rows = [
        _seen("2007"),
        _seen("2008"),
        _seen("2009", source=Citation("briefing")),
        _seen("2008", code="X"),
    ]
    found = list(unsourced_observations(_framework("sum"), _set(*rows)))

    assert [
        ("observations.A", "2 observations of A without a source", "A"),
        ("observations.X", "1 observation of X without a source", None),
    ] == [(each.place.path, each.message, each.indicator) for each in found]


def test_sourced_observations_are_fine() -> None:
    """Where each figure has its source, or there is none, nothing is found."""
    sourced = _set(_seen("2009", source=Citation("briefing")))

    assert [] == list(unsourced_observations(_framework("sum"), sourced))
    assert [] == list(unsourced_observations(_framework("sum"), _set()))


def test_duplicates_are_found() -> None:
    """A second figure for the same indicator, period and group is found; other groups are not."""
    rows = [
        _seen("2008"),
        _seen("2008", categories=WOMEN),
        _seen("2008", categories=MEN),
        _seen("2008", categories=WOMEN),
        _seen("2008-01/2008-12", 3),
        _seen("2008", code="B"),
    ]

    assert [
        ("observations.A.2008", "A is reported twice for 2008"),
        ('observations.A."2008 sex=female"', "A is reported twice for 2008 sex=female"),
    ] == [(each.place.path, each.message) for each in duplicates(_framework("sum"), _set(*rows))]


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (Accumulation.SUM, True),
        (Accumulation.MEAN, True),
        (Accumulation.RATIO, True),
        (Accumulation.LATEST, False),
        (Accumulation.PEAK, False),
        (Accumulation.RUNNING_TOTAL, False),
    ],
)
def test_overlaps_matter_where_figures_add_up(kind: Accumulation, *, found: bool) -> None:
    """Periods with days in common are a finding where their figures add up, and only there."""
    rows = [_seen("2005/2007"), _seen("2007")]
    messages = [each.message for each in overlaps(_framework(kind.value), _set(*rows))]

    assert (["A: 2005/2007 and 2007 have days in common"] if found else []) == messages


def test_absent_figures_overlap_nothing() -> None:
    """A period that is reported as absent hides no overlap, and is none itself."""
    silent = _seen("2006", Absence.NOT_REPORTED)
    around = [_seen("2005/2006"), silent, _seen("2005-12/2007")]

    assert ["A: 2005/2006 and 2005-12/2007-12 have days in common"] == [
        each.message for each in overlaps(_framework("sum"), _set(*around))
    ]
    assert [] == list(overlaps(_framework("sum"), _set(_seen("2005/2007"), silent)))


def test_periods_side_by_side_do_not_overlap() -> None:
    """Periods that follow one another, other groups and other indicators share no days."""
    rows = [
        _seen("2007"),
        _seen("2008"),
        _seen("2005/2008", categories=WOMEN),
        _seen("2005/2008", code="B"),
        _seen("2009"),
        _seen("2009"),
    ]

    assert [] == list(overlaps(_framework("sum", "sum"), _set(*rows)))
