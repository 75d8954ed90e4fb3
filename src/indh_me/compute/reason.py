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
    #: No target falls due after the actual.
    NO_NEXT_TARGET = "no_next_target"
    #: The target's period is not over on the as-of date.
    NOT_DUE = "not_due"
    #: The period is over and nobody has said how much.
    NOT_REPORTED = "not_reported"
    #: The question does not arise.
    NOT_APPLICABLE = "not_applicable"
    #: A share of a zero target, A / 0.
    ZERO_TARGET = "zero_target"
    #: T / 0: nothing is left of what should decrease.
    ZERO_ACTUAL = "zero_actual"
    #: Growth from nothing.
    ZERO_BASELINE = "zero_baseline"
    #: Figures on both sides of zero do not grow from one to the other.
    SIGN_CHANGE = "sign_change"
    #: A ratio that is better the worse the actual: A / T of a decrease, T / A of an increase.
    RATIO_READS_BACKWARDS = "ratio_reads_backwards"
    #: (A - B) / (T - B) without B.
    MISSING_BASELINE = "missing_baseline"
    #: Nobody says when the baseline was measured.
    NO_BASELINE_DATE = "no_baseline_date"
    #: The baseline was not measured before the actual or before the target falls due.
    BASELINE_NOT_BEFORE = "baseline_not_before"
    #: (A - B) / 0: nothing was to change.
    TARGET_EQUALS_BASELINE = "target_equals_baseline"
    #: The target lies on the wrong side of the baseline.
    TARGET_AGAINST_DIRECTION = "target_against_direction"
    #: The method is for figures to maintain, or for figures to change, and this is the other.
    METHOD_AGAINST_DIRECTION = "method_against_direction"
    #: A figure should stay inside a band, and nobody says which.
    MISSING_BAND = "missing_band"
    #: A figure lies outside a band on the side where its edge is zero, which gives no scale.
    ZERO_BAND_EDGE = "zero_band_edge"
    #: The rate is too large for a number: a unit may be wrong.
    TOO_LARGE = "too_large"
    #: Periods with days in common would be counted twice.
    OVERLAPPING_PERIODS = "overlapping_periods"
    #: Two figures for the same period and categories.
    DUPLICATE_OBSERVATIONS = "duplicate_observations"
    #: Percentages of several periods cannot be pooled without their denominators.
    MISSING_DENOMINATOR = "missing_denominator"
    #: Only figures by category are reported, none for the total.
    NO_TOTAL = "no_total"
    #: Known only within bounds on both sides of a threshold.
    BOUNDS_STRADDLE = "bounds_straddle"
