"""Why a series cannot be projected."""

from enum import Enum

__all__ = ["ProjectionReason"]


class ProjectionReason(Enum):
    """Why a series has no projection. The first that applies, in this order, is given.

    Examples
    --------
    >>> ProjectionReason("too_few_points") is ProjectionReason.TOO_FEW_POINTS
    True
    """

    #: Done or not done: there is nothing in between to project.
    MILESTONE = "milestone"
    #: No target says which period to project to.
    NO_HORIZON = "no_horizon"
    #: Only figures by category are reported, none for the total.
    NO_TOTAL = "no_total"
    #: Periods with days in common would be counted twice.
    OVERLAPPING_PERIODS = "overlapping_periods"
    #: Days between two periods were not reported, so there is no total since the start.
    MISSING_PERIOD = "missing_period"
    #: The method lies between two bounds, and there are none.
    NO_BOUNDS = "no_bounds"
    #: The method is for quarters or months that follow each other, and these are none.
    NO_SEASON = "no_season"
    #: Nothing was observed.
    ALL_MISSING = "all_missing"
    #: A value has no date.
    MISSING_DATE = "missing_date"
    #: A value is infinite: it is no figure.
    INFINITE_VALUE = "infinite_value"
    #: A standard error is below zero, or infinite.
    INVALID_ERROR = "invalid_error"
    #: The dates do not run forward.
    NOT_SORTED = "not_sorted"
    #: Two values have the same date.
    REPEATED_DATES = "repeated_dates"
    #: Fewer points than the method needs.
    TOO_FEW_POINTS = "too_few_points"
    #: Fewer than two whole seasons: a year tells no season from a trend.
    TOO_FEW_SEASONS = "too_few_seasons"
    #: A date to project to is not after the last observation, or is not known.
    HORIZON_BEFORE_END = "horizon_before_end"
    #: A value lies outside the bounds that no value can leave.
    OUTSIDE_BOUNDS = "outside_bounds"
    #: A value lies on a bound, where its logit is infinite.
    ON_BOUND = "on_bound"
    #: A value is zero or below, and has no logarithm.
    NOT_POSITIVE = "not_positive"
    #: The method steps from date to date, and the steps differ by more than a tenth; or it knows a
    #: season, and a date to project to is more than a tenth of a step from the next step.
    UNEVEN_DATES = "uneven_dates"
    #: The projection, or what it starts from, is too large for a number: a unit may be wrong.
    TOO_LARGE = "too_large"
