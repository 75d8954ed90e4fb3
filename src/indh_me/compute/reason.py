"""Why a figure cannot be computed."""

from enum import Enum

__all__ = ["Reason"]


class Reason(Enum):
    """Why there is no figure, rate or status. Zero is never one of them."""

    #: No target is set for the total.
    NO_TARGET = "no_target"
    #: The target's period is not over on the as-of date.
    NOT_DUE = "not_due"
    #: The period is over and nobody has said how much.
    NOT_REPORTED = "not_reported"
    #: The question does not arise.
    NOT_APPLICABLE = "not_applicable"
    #: A share of a zero target, A / 0.
    ZERO_TARGET = "zero_target"
    #: For a decrease, A / T is best when it is smallest.
    RATIO_READS_BACKWARDS = "ratio_reads_backwards"
    #: (A - B) / (T - B) without B.
    MISSING_BASELINE = "missing_baseline"
    #: (A - B) / 0: nothing was to change.
    TARGET_EQUALS_BASELINE = "target_equals_baseline"
    #: An indicator that should stay inside a band has no rate here, only a verdict.
    NO_RATE_FOR_BAND = "no_rate_for_band"
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
