"""How the figures of an indicator are to be read: words that are stated, never guessed."""

from enum import Enum

__all__ = ["Accumulation", "Direction", "Frequency", "Method", "Trajectory"]


class Direction(Enum):
    """Which way is better.

    Examples
    --------
    >>> Direction("decrease") is Direction.DECREASE
    True
    """

    INCREASE = "increase"
    DECREASE = "decrease"
    #: Neither: the figure should stay inside a band.
    MAINTAIN = "maintain"


class Accumulation(Enum):
    """How the figures of several periods make one.

    Examples
    --------
    >>> Accumulation("sum") is Accumulation.SUM
    True
    """

    #: A flow: people trained in the year. Periods add up.
    SUM = "sum"
    #: Each report already includes the earlier ones. The last one counts.
    RUNNING_TOTAL = "running_total"
    #: A level at a time. The last one counts.
    LATEST = "latest"
    #: The best period counts: unique people, when the same people come again.
    PEAK = "peak"
    #: The plain mean of the periods.
    MEAN = "mean"
    #: Numerators and denominators are pooled; percentages are never averaged.
    RATIO = "ratio"


class Frequency(Enum):
    """How often the indicator is reported.

    Examples
    --------
    >>> Frequency("quarterly") is Frequency.QUARTERLY
    True
    """

    ONCE = "once"
    ANNUAL = "annual"
    SEMIANNUAL = "semiannual"
    #: Every four months.
    FOUR_MONTHLY = "four_monthly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"


class Method(Enum):
    """How achievement is computed from actual A, target T and baseline B.

    Examples
    --------
    >>> Method("target_ratio") is Method.TARGET_RATIO
    True
    """

    #: A / T
    TARGET_RATIO = "target_ratio"
    #: (A - B) / (T - B)
    BASELINE_ADJUSTED = "baseline_adjusted"
    #: T / A, for what should decrease.
    INVERSE_RATIO = "inverse_ratio"
    #: 2 - A / T, for what should decrease.
    TWO_MINUS_RATIO = "two_minus_ratio"
    #: (A - B) / (T - B), where T is the next target that falls due after the actual.
    MILESTONE = "milestone"
    #: Observed over required compound annual growth, from B to A and from B to T.
    GROWTH_RATIO = "growth_ratio"
    #: 1 inside the band to maintain, less the further outside.
    BAND = "band"


class Trajectory(Enum):
    """The path on which progress towards a target is expected.

    Examples
    --------
    >>> Trajectory("linear") is Trajectory.LINEAR
    True
    """

    LINEAR = "linear"
    #: Piecewise through the targets.
    MILESTONES = "milestones"
    #: Nothing until the end.
    STEP = "step"
    FRONT_LOADED = "front_loaded"
    BACK_LOADED = "back_loaded"
    S_CURVE = "s_curve"
