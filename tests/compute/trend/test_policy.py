import pytest

from indh_me.compute.projection.methods.technique import AUTO, TECHNIQUES
from indh_me.compute.trend.history import History, history_of
from indh_me.compute.trend.policy import MethodChoice, Plan, choose, reason_of, season_of
from indh_me.model import Period, Quantity
from plans import flow, level

PERCENT = (0.0, 100.0)


def _history(*periods: str, value: str = "50", kind: str = "latest") -> History:
    seen = [(Period.parse(each), Quantity.parse(value)) for each in periods]
    made = flow() if kind == "sum" else level(accumulation=kind)
    return history_of(made, seen, to=Period.parse(periods[-1]).next(), is_cumulative=False)


class TestSurveys:
    """Percentages of sparse surveys."""

    def test_surveys_years_apart_have_a_logit_trend(self) -> None:
        """Four percentages that lie two years apart are those of surveys."""
        sparse = _history("2000", "2002", "2004", "2006")
        assert choose(sparse, PERCENT, AUTO) == Plan("logit_trend", None)

    @pytest.mark.parametrize(
        ("periods", "value", "bounds"),
        [
            (("2000", "2001", "2002", "2003"), "50", PERCENT),
            (("2000", "2002", "2004"), "50", PERCENT),
            (("2000", "2002", "2004", "2006"), "100", PERCENT),
            (("2000", "2002", "2004", "2006"), "0", PERCENT),
            (("2000", "2002", "2004", "2006"), ">=40", PERCENT),
            (("2000", "2002", "2004", "2006"), "50", (0.0, None)),
            (("2000", "2002", "2004", "2006"), "50", (None, 100.0)),
        ],
    )
    def test_what_is_no_sparse_survey(
        self, periods: tuple[str, ...], value: str, bounds: tuple[float | None, float | None]
    ) -> None:
        """Dense or few figures, figures on a bound, open ones, and units without bounds are not."""
        assert choose(_history(*periods, value=value), bounds, AUTO) == Plan(AUTO, None)

    @pytest.mark.parametrize("value", ["40..50", "98 (94..100)"])
    def test_surveys_may_be_known_within_bounds(self, value: str) -> None:
        """A range inside the bounds, or around a best estimate inside, has a logit."""
        sparse = _history("2000", "2002", "2004", "2006", value=value)
        assert choose(sparse, PERCENT, AUTO) == Plan("logit_trend", None)

    def test_a_method_that_is_asked_for_is_taken(self) -> None:
        """Whoever asks for a method gets it."""
        sparse = _history("2000", "2002", "2004", "2006")
        assert choose(sparse, PERCENT, "ols") == Plan("ols", None)


class TestSeasons:
    """Quarters and months."""

    @pytest.mark.parametrize(
        ("periods", "season"),
        [
            (("2007-Q1", "2007-Q2", "2007-Q3"), 4),
            (("2007-01", "2007-02", "2007-03"), 12),
            (("2007-S1", "2007-S2", "2008-S1"), 2),
            (("2007", "2008"), None),
            (("2007-Q1", "2007-02"), None),
            (("2007-Q1", "2008-Q1"), None),
            (("2007-01-01", "2007-01-02"), None),
            (("2007-01/2007-05", "2007-06/2007-10"), None),
            (("2007-Q1",), None),
        ],
    )
    def test_parts_of_a_year_have_a_season(
        self, periods: tuple[str, ...], season: int | None
    ) -> None:
        """Periods of one length that fill a year and follow each other have a season."""
        assert season_of(_history(*periods)) == season

    def test_a_running_total_has_none(self) -> None:
        """A running total goes on rising through all seasons."""
        assert season_of(_history("2007-Q1", "2007-Q2", kind="running_total")) is None

    def test_only_methods_that_know_seasons_are_told(self) -> None:
        """The season is for the policy and for seasonal methods; others pass it over."""
        quarters = _history("2007-Q1", "2007-Q2", "2007-Q3")
        assert choose(quarters, PERCENT, AUTO) == Plan(AUTO, 4)
        assert choose(quarters, PERCENT, "seasonal_last") == Plan("seasonal_last", 4)
        assert choose(quarters, PERCENT, "drift") == Plan("drift", None)


class TestChoices:
    """Why a method was taken."""

    def test_each_has_its_reason(self) -> None:
        """What was asked for, what the figures are like, and how many there are."""
        auto = Plan(AUTO, None)
        assert reason_of("drift", Plan("drift", None), "drift") is MethodChoice.ASKED_FOR
        surveys = Plan("logit_trend", None)
        assert reason_of("logit_trend", surveys, AUTO) is MethodChoice.SPARSE_SURVEYS
        assert reason_of("last", auto, AUTO) is MethodChoice.TWO_FIGURES
        assert reason_of("half_drift", auto, AUTO) is MethodChoice.THREE_FIGURES
        assert reason_of("shrunken_drift", auto, AUTO) is MethodChoice.OWN_EVIDENCE
        assert reason_of("seasonal_drift", Plan(AUTO, 4), AUTO) is MethodChoice.SEASON

    def test_the_policy_names_methods_that_exist(self) -> None:
        """The method that the policy takes of surveys is one of the methods."""
        assert "logit_trend" in TECHNIQUES
