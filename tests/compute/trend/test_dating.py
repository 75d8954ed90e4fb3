from datetime import date

import numpy as np
import pytest

import indh_me as me
from indh_me.compute.projection import expected_date
from indh_me.compute.projection.panel import day_over
from plans import flow, level, plan, target

YEARS = range(1998, 2008)
FIGURES = (4, 6, 7, 9, 10, 12, 13, 15, 16, 18)
#: A level of a year stands at its end.
ENDS = [year + 1 for year in YEARS]
RISING: dict[str, me.Quantity | float] = {
    str(year): figure for year, figure in zip(YEARS, FIGURES, strict=True)
}


def _dated(made: me.Projection) -> me.ExpectedDate:
    assert made.expected_date is not None
    return made.expected_date


def _days(found: me.Arrival) -> tuple[date | None, ...]:
    return tuple(day_over(each.item()) for each in (found.date, found.earliest, found.latest))


@pytest.mark.parametrize(
    ("figures", "goal", "direction"),
    [(FIGURES, 24, "increase"), (FIGURES[::-1], 1, "decrease")],
)
def test_a_date_is_that_of_the_panel(
    figures: tuple[float, ...], goal: float, direction: str
) -> None:
    """Day and interval are those of the same figures at the ends of their years."""
    series = {str(year): figure for year, figure in zip(YEARS, figures, strict=True)}
    made = _dated(me.project(series, to="2012", target=goal, direction=direction, bounds=(0, 100)))
    found = expected_date([figures], ENDS, goal, direction, bounds=(0, 100))

    assert _days(found) == (made.day, made.earliest, made.latest)
    assert None not in _days(found)
    assert (found.level, None) == (made.level, made.reason)


def test_a_date_goes_by_the_method_and_the_bounds() -> None:
    """A curve between bounds arrives where that curve does."""
    made = _dated(me.project(RISING, to="2012", target=24, method="logit_trend", bounds=(0, 25)))
    found = expected_date([FIGURES], ENDS, 24, "increase", method="logit_trend", bounds=(0, 25))

    assert _days(found) == (made.day, made.earliest, made.latest)
    assert made.day != _dated(me.project(RISING, to="2012", target=24, bounds=(0, 100))).day


def test_errors_of_surveys_make_a_date_less_certain() -> None:
    """Ranges around best estimates enter by their standard errors, as they do in projections."""
    surveys = {
        str(year): me.Quantity(figure, figure - 6, figure + 6)
        for year, figure in zip(YEARS, FIGURES, strict=True)
    }
    made = _dated(me.project(surveys, to="2012", target=24))
    plain = _dated(me.project(RISING, to="2012", target=24))
    errors = np.full((1, len(FIGURES)), 6 / 1.959963984540054)
    found = expected_date([FIGURES], ENDS, 24, "increase", errors=errors)

    assert _days(found) == (made.day, made.earliest, made.latest)
    assert (made.day, made.reason) == (plain.day, plain.reason)
    assert made.earliest != plain.earliest


def test_a_target_of_two_years_is_met_at_its_pace() -> None:
    """What a flow is asked for in two years is met when it brings half of it a year."""
    first = range(1988, 2008, 2)
    periods = [f"{year}/{year + 1}" for year in first]
    seen = me.Observations.from_columns(
        ["A"] * len(periods), periods, [2 * figure for figure in FIGURES]
    )
    made = _dated(me.project(flow(), seen, to="2010/2011", target=48))
    found = expected_date([FIGURES], [year + 1 for year in first], 24, "increase")
    (day, *_) = _days(found)

    assert made.day is not None
    assert day is not None
    assert abs(made.day - day).days <= 1


def test_each_subject_has_its_own_date() -> None:
    """Each of several indicators has the date, or none, that it has alone."""
    wanted = plan(
        level("U", targets=[target("2012", 24)]),
        level("D", direction="decrease", targets=[target("2012", 1)]),
        level(
            "M", direction="maintain", band=me.Quantity.between(5, 20), targets=[target("2012", 10)]
        ),
        level("N"),
    )
    figures = {"U": FIGURES, "D": FIGURES[::-1], "M": FIGURES, "N": FIGURES}
    seen = {
        code: me.Observations.from_columns([code] * len(each), list(map(str, YEARS)), each)
        for code, each in figures.items()
    }
    made = me.projections(wanted, me.Observations.concatenate(*seen.values()))

    for code in "UD":
        alone = me.project(wanted.indicator(code), seen[code])
        assert made[code].expected_date == alone.expected_date
        assert _dated(alone).day is not None
    assert (None, None) == (made["M"].expected_date, made["N"].expected_date)


def test_seasons_have_no_date_between_their_steps() -> None:
    """Of quarters with a season no date is told."""
    quarters = {f"{2005 + at // 4}-Q{at % 4 + 1}": 40 + at + 5 * (at % 4) for at in range(16)}

    assert me.project(quarters, to="2009-Q2", target=90).expected_date is None
