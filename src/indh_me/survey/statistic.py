"""What the answers to an item are reported by, and what stage of communication they tell of."""

from enum import Enum

__all__ = ["Stage", "Statistic"]


class Statistic(Enum):
    """The figure that an item is reported by.

    None of them is the mean of an ordered scale: its distances are not known to be equal.

    Examples
    --------
    >>> Statistic("percent_correct") is Statistic.PERCENT_CORRECT
    True
    """

    #: Share of the two most favourable answers.
    TOP_TWO = "top_two"
    #: Share of the answers from the acceptable one on.
    PERCENT_ACCEPTABLE = "percent_acceptable"
    #: Share of right answers; *don't know* is no right answer.
    PERCENT_CORRECT = "percent_correct"
    #: Share of those who said yes, or named a choice.
    PROPORTION = "proportion"
    #: Share of each answer.
    DISTRIBUTION = "distribution"
    #: Then and now, of the same person: a change as it is perceived.
    PAIRED_CHANGE = "paired_change"
    #: Before and after, of the same person: a difference in right answers.
    GAIN = "gain"
    #: Share of 9 and 10 minus share of 0 to 6, in points.
    RECOMMEND_SCORE = "recommend_score"
    #: Sum of the figures.
    TOTAL = "total"
    #: The figure itself: a value of an indicator.
    VALUE = "value"
    #: Share of the forms of one moment that find their like in another.
    MATCH_RATE = "match_rate"
    #: Words, which somebody reads and sorts.
    CODING = "coding"


class Stage(Enum):
    """How far communication has come, in the order of the OECD's and AMEC's terms.

    Examples
    --------
    >>> [each.value for each in Stage]
    ['output', 'out_take', 'outcome']
    """

    #: What was brought out, and whom it reached.
    OUTPUT = "output"
    #: What those it reached took from it.
    OUT_TAKE = "out_take"
    #: What has changed in what they know, think and do.
    OUTCOME = "outcome"
