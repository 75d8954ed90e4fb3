"""Why the figure of a group, or a comparison of groups, cannot be computed."""

from enum import Enum

from indh_me.compute.reason import Reason

__all__ = ["GroupReason", "Why"]


class GroupReason(Enum):
    """Why groups do not come to a figure: what `Reason` says of one, this says of several.

    Examples
    --------
    >>> GroupReason("missing_category") is GroupReason.MISSING_CATEGORY
    True
    """

    #: One person or event may belong to several categories: they do not add up.
    OVERLAPPING_CATEGORIES = "overlapping_categories"
    #: Some categories are not known, and without them the whole is not.
    MISSING_CATEGORY = "missing_category"
    #: Two dimensions come to different figures for one group.
    CATEGORIES_DISAGREE = "categories_disagree"
    #: The categories come to more than the figure reported for all of them.
    CATEGORIES_EXCEED_TOTAL = "categories_exceed_total"
    #: Levels of different dates do not add up.
    DIFFERENT_PERIODS = "different_periods"
    #: A ratio to a group whose figure is zero, or may be.
    ZERO_COMPARISON = "zero_comparison"


#: Why there is no figure.
Why = Reason | GroupReason
