from datetime import date

import pytest

from indh_me.compute import ProjectionReason
from indh_me.compute.reporting import reporting_set
from indh_me.compute.trend.subject import Asked, Subject, bounds_of_unit, own_rows, subject_of
from indh_me.model import (
    Absence,
    Categories,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Unit,
)
from plans import flow, level, target
from refusals import Strange

ALL = date(9999, 12, 31)


def _seen(**figures: float | str) -> list[tuple[Period, Quantity | None]]:
    return [
        (Period.parse(name.removeprefix("y")), Quantity.parse(str(value)))
        for name, value in figures.items()
    ]


def _subject(
    indicator: Indicator,
    asked: Asked | None = None,
    as_of: date = ALL,
    *,
    has_groups: bool = False,
    **figures: float | str,
) -> Subject:
    asked = Asked() if asked is None else asked
    return subject_of(indicator, _seen(**figures), asked, as_of, has_groups=has_groups)


class TestBounds:
    """What figures of a unit can be."""

    @pytest.mark.parametrize(
        ("unit", "bounds"),
        [
            ("percent", (0.0, 100.0)),
            ("count", (0.0, None)),
            ("ratio per 1000", (0.0, None)),
            ("currency MAD", (0.0, None)),
            ("score 1..5", (1.0, 5.0)),
        ],
    )
    def test_each_unit_has_its_own(
        self, unit: str, bounds: tuple[float | None, float | None]
    ) -> None:
        """A share lies within a hundred, a score on its scale, and counts are not below zero."""
        assert bounds == bounds_of_unit(Unit.parse(unit), _seen(y2007=3))

    def test_a_bound_that_was_passed_is_none(self) -> None:
        """A rate that has passed 100, or an amount below zero, is not bounded there."""
        assert bounds_of_unit(Unit.percent(), _seen(y2007=104)) == (0.0, None)
        assert bounds_of_unit(Unit.money("MAD"), _seen(y2007=-3)) == (None, None)
        assert bounds_of_unit(Unit.percent(), _seen(y2007="99 (95..101)")) == (0.0, None)


class TestHorizon:
    """The period projected to."""

    def test_it_is_that_of_the_last_target(self) -> None:
        """Without another word, projections go to the last target."""
        made = _subject(level(targets=[target("2010", 70), target("2009", 65)]), y2007=60)
        assert made.to == Period.year(2010)
        assert str(made.target) == "70"

    def test_it_may_be_asked_for(self) -> None:
        """What is asked for goes before the indicator's own targets."""
        asked = Asked(to=Period.year(2009), target=Quantity.exactly(64))
        made = _subject(level(targets=[target("2010", 70), target("2009", 65)]), asked, y2007=60)
        assert (str(made.to), str(made.target)) == ("2009", "64")

    def test_a_year_without_target_asks_for_nothing(self) -> None:
        """To a period without target there is a projection, but nothing that it is held to."""
        made = _subject(level(targets=[target("2010", 70)]), Asked(to=Period.year(2012)), y2007=60)
        assert made.target is None
        assert [str(each) for each in made.steps] == ["2008", "2009", "2010", "2011", "2012"]

    def test_without_target_nothing_says_where_to(self) -> None:
        """An indicator without target has no period to be projected to."""
        assert _subject(level(), y2007=60).reason is ProjectionReason.NO_HORIZON

    def test_a_milestone_is_done_or_not(self) -> None:
        """Nothing lies between not done and done."""
        done = Indicator.milestone("A", due=Period.year(2010))
        assert _subject(done, y2007=0).reason is ProjectionReason.MILESTONE

    def test_groups_alone_have_no_total(self) -> None:
        """Figures of groups alone are not added up in silence."""
        made = _subject(level(targets=[target("2010", 70)]), has_groups=True)
        assert made.reason is ProjectionReason.NO_TOTAL
        with_total = _subject(level(targets=[target("2010", 70)]), has_groups=True, y2007=60)
        assert with_total.reason is None

    def test_revisions_hold_from_their_day_on(self) -> None:
        """A target is the one in force on the day."""
        revised = level(targets=[target("2010", 70, 75)])
        assert str(_subject(revised, as_of=date(2008, 5, 1), y2007=60).target) == "70"
        assert str(_subject(revised, as_of=date(2008, 6, 2), y2007=60).target) == "75"


class TestTotalsSinceTheStart:
    """Flows whose target counts since the start."""

    def test_running_totals_are_projected(self) -> None:
        """The last target up to the period asked for says whether totals are projected."""
        indicator = flow(targets=[target("2010", 70, cumulative=True), target("2011", 9)])
        made = _subject(indicator, Asked(to=Period.year(2010)), y2006=20, y2007=20)
        assert [str(each.quantity) for each in made.history.figures] == ["20", "40"]
        assert made.floor == 40.0
        # The other target is of years, and cannot be held against totals.
        assert list(made.targets) == [Period.year(2010)]

    def test_years_are_projected_for_targets_of_years(self) -> None:
        """Where the last target is of a year, figures of years are projected."""
        indicator = flow(targets=[target("2010", 70, cumulative=True), target("2011", 9)])
        made = _subject(indicator, y2006=20, y2007=21)
        assert [str(each.quantity) for each in made.history.figures] == ["20", "21"]
        assert made.floor is None
        assert list(made.targets) == [Period.year(2011)]

    def test_what_may_fall_has_no_floor(self) -> None:
        """Only a running total of what is not below zero cannot fall."""
        kind: Strange = {"accumulation": "running_total", "targets": [target("2010", 70)]}
        assert _subject(level(**kind), y2007=60).floor == 60.0
        assert _subject(level(**kind, unit="currency MAD"), y2006=-5, y2007=60).floor is None
        assert _subject(level(**kind)).floor is None


class TestOwnRows:
    """The figures of each indicator in a table."""

    def test_totals_are_told_from_groups(self) -> None:
        """Totals are figures, groups are only known to be there, absences have no figure."""
        table = Observations.of(
            Observation(indicator="A", period=Period.year(2008), value=2),
            Observation(indicator="A", period=Period.year(2007), value=Absence.NOT_REPORTED),
            Observation(
                indicator="A", period=Period.year(2007), value=1, categories=Categories.of(sex="f")
            ),
            Observation(
                indicator="B", period=Period.year(2007), value=1, categories=Categories.of(sex="f")
            ),
        )
        assert own_rows(reporting_set(table, ALL)) == {
            "A": (
                [(Period.year(2007), None), (Period.year(2008), Quantity.exactly(2))],
                True,
            ),
            "B": ([], True),
        }

    def test_nothing_counts_yet(self) -> None:
        """On a day before every figure there are none."""
        table = Observations.from_columns(["A"], ["2008"], [2])
        assert {} == own_rows(reporting_set(table, date(2007, 1, 1)))
