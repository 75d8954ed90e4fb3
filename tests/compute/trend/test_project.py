from datetime import date
from functools import partial

import pytest

import indh_me as me
from indh_me.compute.projection import project_panel
from indh_me.compute.projection.methods import TECHNIQUES
from plans import flow, level, plan, target
from refusals import Strange, refusal

RISING: dict[str, me.Quantity | float] = {"2003": 60, "2004": 62, "2005": 65, "2006": 67}


def _table(**figures: float | str) -> me.Observations:
    return me.Observations.from_iterable(
        me.Observation(
            indicator="A",
            period=me.Period.parse(name.removeprefix("y").replace("_", "-")),
            value=me.Quantity.parse(str(value)),
        )
        for name, value in figures.items()
    )


def _best(quantity: me.Quantity | None) -> float:
    assert quantity is not None
    assert quantity.best is not None
    return quantity.best


class TestSeries:
    """Bare series."""

    @pytest.mark.parametrize("method", TECHNIQUES)
    def test_every_method_can_be_asked_for(self, method: str) -> None:
        """Each method is taken where it is asked for and the figures are such as it needs."""
        quarters = {f"{2005 + at // 4}-Q{at % 4 + 1}": 40 + at + 5 * (at % 4) for at in range(16)}
        made = me.project(quarters, to="2009-Q2", method=method, bounds=(0, 100))
        assert (made.method, made.reason) == (method, None)

    def test_it_is_what_the_panel_says(self) -> None:
        """A series is projected as its panel is, date by date."""
        made = me.project(RISING, to="2008", target=70)
        panel = project_panel([[60, 62, 65, 67]], [2004, 2005, 2006, 2007], at=[2008, 2009])
        assert [str(each.period) for each in made.figures] == ["2007", "2008"]
        for step, each in enumerate(made.figures):
            assert _best(each.quantity) == panel.point[0, step]
            assert each.interval is not None
            assert each.interval.best == each.quantity.best
            assert each.interval.low == panel.low[0, step]
            assert each.interval.high == panel.high[0, step]
        assert _best(made.probability) == panel.probability(70, "increase")[0, -1]
        assert made.weight == panel.weight[0]
        assert made.choice is me.MethodChoice.OWN_EVIDENCE

    def test_what_stands_beside_it(self) -> None:
        """What was asked is stated, and beside it stand official rates, pace, class and test."""
        made = me.project(RISING, to="2008", target=70, level=0.8, bounds=(0, 100))
        assert (str(made.to), made.level, made.bounds) == ("2008", 0.8, (0, 100))
        assert made.target == me.Quantity.exactly(70)
        assert made.growth == pytest.approx((67 / 60) ** (1 / 3) - 1)
        assert made.reduction is not None
        assert made.reduction < 0
        assert made.pace is not None
        assert _best(made.pace.required) == pytest.approx((70 - 67) / 2)
        assert made.open_sdg is not None
        assert made.open_sdg.preset.code == "open_sdg"
        assert made.trend_test is not None
        refused = me.project({"2003": 60}, to="2008", target=70, level=0.8)
        assert (str(refused.to), refused.level, refused.method) == ("2008", 0.8, None)

    def test_a_decrease_may_be_wanted(self) -> None:
        """Of a series that should fall, the probability is that of being at or below."""
        up = me.project(RISING, to="2008", target=70)
        down = me.project(RISING, to="2008", target=70, direction="decrease")
        assert _best(up.probability) + _best(down.probability) == pytest.approx(1)

    def test_it_has_no_bounds_unless_given(self) -> None:
        """A bare series may fall below zero; one with bounds may not."""
        falling = {"2003": 9, "2004": 6, "2005": 3, "2006": 0.5}
        free = me.project(falling, to="2009").last
        assert free is not None
        assert _best(free.quantity) < 0
        held = me.project(falling, to="2009", bounds=(0, None)).last
        assert held is not None
        assert _best(held.quantity) == 0

    @pytest.mark.parametrize(
        ("arguments", "where"),
        [
            ({}, "to"),
            ({"to": "2010", "method": "olz"}, "method"),
            ({"to": "2010", "level": 95}, "level"),
            ({"to": "2010", "range_level": 95}, "range_level"),
            ({"to": "2010", "bounds": (5, 1)}, "bounds"),
        ],
    )
    def test_what_cannot_be_asked_is_refused(
        self, arguments: dict[str, Strange], where: str
    ) -> None:
        """Arguments that are wrong are named, with how to mend them."""
        fault = refusal(lambda: me.project(RISING, **arguments))
        assert fault.where.path == where

    def test_a_logit_needs_both_bounds(self) -> None:
        """A method that lies between two bounds gives a reason where there is only one."""
        made = me.project(RISING, to="2010", method="logit_trend", bounds=(0, None))
        assert made.reason is me.ProjectionReason.NO_BOUNDS

    def test_a_period_must_be_one(self) -> None:
        """What is no period is refused as such."""
        assert "soon" in refusal(lambda: me.project(RISING, to="soon"), me.ParseError).what


class TestIndicators:
    """Indicators with their observations."""

    def test_a_flow_is_projected_per_year(self) -> None:
        """What came in three years is a third of it a year, and half a year brings half."""
        seen = _table(**{"y2002/2004": 30, "y2005": 12, "y2006": 15})
        wanted = flow(targets=[target("2008-S1", 9)])
        made = me.project(wanted, seen, method="drift")
        year = me.project(wanted, seen, method="drift", to="2008").last
        assert year is not None
        # From 10 a year in mid-2003 to 15 in mid-2006: 5/3 a year.
        assert _best(year.quantity) == pytest.approx(15 + 2 * 5 / 3)
        assert made.last is not None
        assert _best(made.last.quantity) == pytest.approx((15 + 1.75 * 5 / 3) / 2, rel=1e-3)

    def test_only_what_was_known_counts(self) -> None:
        """Figures of periods that are not over, or collected later, do not count."""
        seen = _table(y2003=60, y2004=62, y2005=65, y2006=67)
        wanted = level(targets=[target("2010", 75)])
        early = me.project(wanted, seen, as_of=date(2006, 6, 30))
        assert len(early.history.figures) == 3
        assert early.choice is me.MethodChoice.THREE_FIGURES

    def test_by_default_everything_counts(self) -> None:
        """Without a day, the day is the last on which anything was over or collected."""
        late = me.Observation(
            indicator="A", period=me.Period.year(2006), value=67, collected=date(2008, 2, 1)
        )
        made = me.project(level(), me.Observations.of(late), to="2010")
        assert made.as_of == date(2008, 2, 1)
        assert me.project(level(), to="2010").as_of is None

    def test_two_figures_have_no_interval(self) -> None:
        """Of two figures the last is projected, and nothing says how sure that is."""
        made = me.project(level(targets=[target("2010", 75)]), _table(y2003=60, y2004=62))
        assert made.choice is me.MethodChoice.TWO_FIGURES
        assert made.last is not None
        assert (_best(made.last.quantity), made.last.interval) == (62, None)
        assert made.probability is None
        assert made.pace is not None

    def test_sparse_surveys_stay_within_their_bounds(self) -> None:
        """Percentages of surveys years apart follow a trend that never passes 100."""
        surveys = _table(y1992=31, y1995=40, y1997=46, y2004=63, y2011=74)
        made = me.project(level(), surveys, to="2060")
        assert (made.method, made.choice) == ("logit_trend", me.MethodChoice.SPARSE_SURVEYS)
        assert made.last is not None
        assert made.last.interval is not None
        assert 74 < _best(made.last.quantity) < 100
        assert made.last.interval.high is not None
        assert made.last.interval.high <= 100

    @pytest.mark.parametrize(("range_level", "z"), [(0.95, 1.959964), (0.9, 1.644854)])
    @pytest.mark.parametrize("level_asked", [0.8, 0.95])
    def test_how_ranges_are_read_is_asked_apart(
        self, level_asked: float, range_level: float, z: float
    ) -> None:
        """Standard errors follow from the level of the ranges, whatever that of the projection."""
        surveys = _table(y2003="50 (44..56)", y2007="51 (47..55)", y2011="50 (45..55)", y2015=51)
        ask = partial(me.project, level(), surveys, to="2016", method="drift", level=level_asked)
        made = (ask() if range_level == 0.95 else ask(range_level=range_level)).last
        panel = project_panel(
            [[50, 51, 50, 51]],
            [2004, 2008, 2012, 2016],
            at=[2017],
            method="drift",
            level=level_asked,
            bounds=(0, 100),
            errors=[[6 / z, 4 / z, 5 / z, 0]],
        )

        assert made is not None
        assert made.interval is not None
        assert made.interval.low == pytest.approx(panel.low.item(), rel=1e-5)
        assert made.interval.high == pytest.approx(panel.high.item(), rel=1e-5)

    def test_a_score_stays_on_its_scale(self) -> None:
        """No projection leaves the scale of a score."""
        seen = _table(y2003=4.0, y2004=4.3, y2005=4.5, y2006=4.9)
        made = me.project(level(unit="score 1..5"), seen, to="2010")
        assert made.last is not None
        assert made.last.interval is not None
        assert (_best(made.last.quantity), made.last.interval.high) == (5, 5)

    def test_a_running_total_does_not_fall(self) -> None:
        """What was counted stays counted: no projection lies below, and a target met is met."""
        total = level(accumulation="running_total", unit="count", targets=[target("2008", 20)])
        made = me.project(total, _table(y2003=5, y2004=18, y2005=19, y2006=21))
        assert made.last is not None
        assert made.last.interval is not None
        assert made.last.interval.low == 21
        assert made.probability == me.Quantity.exactly(1)

    def test_probabilities_stand_beside_every_target(self) -> None:
        """Each target on the way has its own probability."""
        wanted = level(targets=[target("2007", 69), target("2008", 71), target("2009", 73)])
        made = me.project(wanted, _table(y2003=60, y2004=62, y2005=65, y2006=67))
        assert [str(each.target) for each in made.figures] == ["69", "71", "73"]
        assert all(each.probability is not None for each in made.figures)

    def test_a_band_is_to_be_stayed_in(self) -> None:
        """Of an indicator to maintain, the probability is that of lying within its band."""
        keep = level(direction="maintain", band=me.Quantity.between(60, 70), unit="count")
        seen = _table(y2003=64, y2004=66, y2005=65, y2006=67)
        made = me.project(keep, seen, to="2007")
        figures = {"2003": 64, "2004": 66, "2005": 65, "2006": 67}
        above = me.project(figures, to="2007", target=60)
        below = me.project(figures, to="2007", target=70, direction="decrease")
        both = _best(above.probability) + _best(below.probability) - 1
        assert _best(made.probability) == pytest.approx(both)

    def test_a_band_may_be_open(self) -> None:
        """A band without upper end cannot be left upwards."""
        keep = level(direction="maintain", band=me.Quantity.at_least(66), unit="count")
        seen = _table(y2003=64, y2004=66, y2005=65, y2006=67)
        above = me.project({"2003": 64, "2004": 66, "2005": 65, "2006": 67}, to="2007", target=66)
        assert _best(me.project(keep, seen, to="2007").probability) == pytest.approx(
            _best(above.probability)
        )


class TestLargeFigures:
    """Figures near the largest number that there is."""

    def test_an_end_that_is_too_large_is_open(self) -> None:
        """An interval whose upper end is no number has none, and its lower end all the same."""
        seen = _table(y2003="1.7e308..1.75e308", y2004="1..1.7e308", y2005=5)
        made = me.project(level(unit="count"), seen, to="2006", method="log_linear").last
        assert made is not None
        assert made.interval is not None
        assert made.interval.low is not None
        assert made.interval.high is None

    def test_a_figure_that_is_too_large_is_refused(self) -> None:
        """A pace that is a number may be none over the years of a longer period."""
        seen = _table(y2003=6e307, y2004=6e307, y2005=6e307)
        made = me.project(flow(), seen, to="2006-01-01/2009-06-15")
        assert made.reason is me.ProjectionReason.TOO_LARGE
        assert made.figures == ()

    def test_a_target_that_is_too_large_has_no_probability(self) -> None:
        """A quarter's target that is no number a year is not held against the projection."""
        made = me.project(flow(), _table(y2003=5, y2004=6, y2005=7), to="2006-Q1", target=1.7e308)
        assert made.last is not None
        assert made.probability is None

    def test_a_target_may_be_too_far_away(self) -> None:
        """A target farther away than a number can say is not on the way."""
        flat = dict.fromkeys(("2003", "2004", "2005"), -1.7e308)
        made = me.project(flat, to="2006", target=1.7e308, method="drift")
        assert made.expected_date is not None
        assert made.expected_date.reason is me.ArrivalReason.NO_TREND_TOWARDS_TARGET


class TestBounds:
    """Figures known only within bounds."""

    def test_at_least_stays_at_least(self) -> None:
        """A last figure of which only a lower bound is known gives a lower bound."""
        exact = me.project(RISING, to="2008", target=70)
        made = me.project({**RISING, "2006": me.Quantity.at_least(67)}, to="2008", target=70)
        assert exact.last is not None
        assert made.last is not None
        assert made.last.quantity == me.Quantity.at_least(_best(exact.last.quantity))
        assert made.probability == me.Quantity(None, _best(exact.probability), 1)
        assert made.weight is None

    def test_it_says_how_ranges_were_read(self) -> None:
        """The share that ranges hold is stated where an interval hangs on one, and nowhere else."""
        survey = {**RISING, "2006": me.Quantity.between(66, 68, best=67)}
        assert me.project(survey, to="2008", range_level=0.9).range_level == 0.9
        few = {name: survey[name] for name in ("2005", "2006")}
        within = {**RISING, "2006": me.Quantity.between(66, 68)}
        for silent in (RISING, few, within):
            assert me.project(silent, to="2008", range_level=0.9).range_level is None

    def test_a_range_gives_a_range(self) -> None:
        """A figure within bounds gives what its ends give, each by itself."""
        made = me.project({**RISING, "2006": me.Quantity.between(66, 68)}, to="2008").last
        ends = [me.project({**RISING, "2006": each}, to="2008").last for each in (66, 68)]
        assert made is not None
        assert made.quantity == me.Quantity(
            None, *(_best(each.quantity) for each in ends if each is not None)
        )

    def test_a_target_within_bounds_has_a_range_of_probabilities(self) -> None:
        """A target known within bounds is met with a probability within bounds."""
        made = me.project(RISING, to="2008", target=me.Quantity.between(69, 72, 70)).probability
        ends = [me.project(RISING, to="2008", target=each).probability for each in (72, 70, 69)]
        assert made is not None
        assert (made.low, made.best, made.high) == tuple(_best(each) for each in ends)

    @pytest.mark.parametrize(
        ("direction", "goal", "low", "high"),
        [
            ("increase", ">=69", 0, None),
            ("increase", "<=69", None, 1),
            ("decrease", ">=69", None, 1),
            ("decrease", "<=69", 0, None),
        ],
    )
    def test_an_open_target_may_be_anywhere(
        self, direction: str, goal: str, low: float | None, high: float | None
    ) -> None:
        """A target that may be as high as you like may be out of reach, and the other way."""
        made = me.project(
            RISING, to="2008", target=me.Quantity.parse(goal), direction=direction
        ).probability
        (end,) = (me.project(RISING, to="2008", target=69, direction=direction).probability,)
        assert made is not None
        assert made.low == (_best(end) if low is None else low)
        assert made.high == (_best(end) if high is None else high)


class TestFrameworks:
    """All indicators of a framework."""

    def test_each_is_projected_as_by_itself(self) -> None:
        """A framework's rows are what each indicator gives alone, in the framework's order."""
        wanted = plan(
            level("B", targets=[target("2010", 75)]),
            level("A", targets=[target("2009", 70)]),
            flow("C", targets=[target("2010", 30)]),
            level("D"),
        )
        seen = me.Observations.concatenate(
            _table(y2003=60, y2004=62, y2005=65, y2006=67),
            me.Observations.from_columns(
                ["B"] * 5, ["2003", "2004", "2005", "2006", "2007"], [1, 2, 4, 4, 6]
            ),
            me.Observations.from_columns(["C"] * 3, ["2003", "2004", "2005"], [1, 2, 4]),
        )
        day = date(2008, 1, 31)
        made = me.projections(wanted, seen, as_of=day)
        assert [row.indicator.code for row in made] == ["B", "A", "C", "D"]
        for each in wanted.indicators[:3]:
            assert made[each.code] == me.project(each, seen, as_of=day)
        assert made["D"].reason is me.ProjectionReason.NO_HORIZON
        assert len(made) == 4

    def test_strangers_are_refused(self) -> None:
        """Figures of an indicator that the framework does not have are not dropped in silence."""
        stray = refusal(lambda: me.projections(plan(), _table(y2003=60)), me.UnknownCodeError)
        assert "'A'" in stray.what
        unknown = refusal(lambda: me.projections(plan(level()))["B"], me.UnknownCodeError)
        assert "'B'" in unknown.what

    def test_columns_have_a_row_a_period(self) -> None:
        """Columns hold each projected period, and each refusal once."""
        wanted = plan(level(targets=[target("2008", 75)]), level("B"))
        columns = me.projections(
            wanted, _table(y2003=60, y2004=62, y2005=65, y2006=67)
        ).to_columns()
        assert columns["code"] == ["A", "A", "B"]
        assert columns["period"] == ["2007", "2008", None]
        assert columns["reason"] == [None, None, "no_horizon"]
        assert columns["target_best"] == [None, 75, None]
        assert columns["method"] == ["shrunken_drift", "shrunken_drift", None]
        assert columns["choice"] == ["own_evidence", "own_evidence", None]
        assert columns["figures"] == [4, 4, 0]

    def test_all_may_be_asked_for_one_period(self) -> None:
        """A period, or its name, goes before that of each target."""
        wanted = plan(level(targets=[target("2008", 75)]))
        seen = _table(y2003=60, y2004=62, y2005=65, y2006=67)
        named, given = (
            me.projections(wanted, seen, to=each) for each in ("2010", me.Period.year(2010))
        )
        assert named == given
        assert named.framework is wanted
        assert [str(each.period) for each in named["A"].figures] == ["2007", "2008", "2009", "2010"]


class TestBriefing:
    """The source document."""

    def test_one_observation_is_no_trend(self) -> None:
        """T-R1 cannot be projected from one figure; what its targets ask for can be said."""
        framework, seen = me.read_framework_file("examples/indh/framework.toml")
        made = me.projections(framework, seen, as_of=date(2008, 3, 27))["T-R1"]
        assert made.reason is me.ProjectionReason.TOO_FEW_POINTS
        assert made.figures == ()
        assert made.outlook is not None
        assert str(made.outlook.total_if_met) == ">=93000"
        assert made.pace is not None
        assert str(made.pace.required) == "30000"
        assert str(made.pace.observed) == ">=6000"
