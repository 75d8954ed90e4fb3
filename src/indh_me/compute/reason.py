"""Why a figure cannot be computed."""

from enum import Enum

__all__ = ["Reason"]


class Reason(Enum):
    """Why there is no figure, rate or status. Zero is never one of them.

    Examples
    --------
    >>> Reason("not_reported") is Reason.NOT_REPORTED
    True
    """

    #: No target is set for the total.
    NO_TARGET = "no_target"
    #: No target falls due after the actual, which ``milestone`` needs.
    NO_NEXT_TARGET = "no_next_target"
    #: The period of the target is not over on the as-of date, and nothing was expected or reported
    #: for it yet.
    NOT_DUE = "not_due"
    #: The period is over and nobody has said how much.
    NOT_REPORTED = "not_reported"
    #: The question does not arise for this period.
    NOT_APPLICABLE = "not_applicable"
    #: T is zero, or may be zero within its bounds, and stands below the line or under a root.
    ZERO_TARGET = "zero_target"
    #: T / A with an A that is zero, or may be.
    ZERO_ACTUAL = "zero_actual"
    #: Growth from a B that is zero, or may be: nothing grows from zero at a rate.
    ZERO_BASELINE = "zero_baseline"
    #: Growth between figures of which some are above zero and some below.
    SIGN_CHANGE = "sign_change"
    #: A ratio that rises when the figure gets worse: A / T of a decrease, T / A and 2 - A / T of an
    #: increase, all of them below zero.
    RATIO_READS_BACKWARDS = "ratio_reads_backwards"
    #: The method starts from B, and there is none; or a decrease without a baseline, for which no
    #: method suits.
    MISSING_BASELINE = "missing_baseline"
    #: Growth needs the years since the baseline, and nobody says when it was measured.
    NO_BASELINE_DATE = "no_baseline_date"
    #: Growth needs a baseline measured before the actual and before the target falls due.
    BASELINE_NOT_BEFORE = "baseline_not_before"
    #: T and B are equal, or may be equal within their bounds: nothing was to change.
    TARGET_EQUALS_BASELINE = "target_equals_baseline"
    #: T lies below B of an increase, or above B of a decrease: one of the three is wrong.
    TARGET_AGAINST_DIRECTION = "target_against_direction"
    #: ``band`` for what should change, or another method for what should stay.
    METHOD_AGAINST_DIRECTION = "method_against_direction"
    #: The figure should stay in a band, and nobody says which.
    MISSING_BAND = "missing_band"
    #: The figure lies outside the band where its edge is zero: a distance from zero has no scale.
    ZERO_BAND_EDGE = "zero_band_edge"
    #: The rate is too large for a number: a unit may be wrong.
    TOO_LARGE = "too_large"
    #: Figures that add up are about the same days, and would be counted twice.
    OVERLAPPING_PERIODS = "overlapping_periods"
    #: There are two figures for the same period and group. Which one holds, only a person can tell.
    DUPLICATE_OBSERVATIONS = "duplicate_observations"
    #: Percentages of several periods are to be pooled, but numerators and denominators are missing.
    MISSING_DENOMINATOR = "missing_denominator"
    #: Figures are reported by category, but none for the total.
    NO_TOTAL = "no_total"
    #: There is a rate, but its bounds lie on both sides of a threshold: no *status* can be given.
    BOUNDS_STRADDLE = "bounds_straddle"
