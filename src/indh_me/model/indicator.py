"""What is measured, and how its figures are to be read."""

from enum import Enum
from typing import TypeVar

from attrs import Factory, evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError

from . import _fields
from .dimension import Categories
from .period import Period
from .quantity import Quantity
from .source import Citation
from .target import Baseline, Target
from .text import Text
from .unit import Unit

__all__ = [
    "Accumulation",
    "Direction",
    "Frequency",
    "Indicator",
    "Method",
    "Trajectory",
    "is_done_or_not",
]

E = TypeVar("E", bound=Enum)


class Direction(Enum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    #: Neither: the figure should stay inside a band.
    MAINTAIN = "maintain"


class Accumulation(Enum):
    """How the figures of several periods make one."""

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
    """How often the indicator is reported."""

    ONCE = "once"
    ANNUAL = "annual"
    SEMIANNUAL = "semiannual"
    #: Every four months.
    FOUR_MONTHLY = "four_monthly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"


class Method(Enum):
    """How achievement is computed from actual A, target T and baseline B."""

    #: A / T
    TARGET_RATIO = "target_ratio"
    #: (A - B) / (T - B)
    BASELINE_ADJUSTED = "baseline_adjusted"


class Trajectory(Enum):
    """The path on which progress towards a target is expected."""

    LINEAR = "linear"
    #: Piecewise through the targets.
    MILESTONES = "milestones"
    #: Nothing until the end.
    STEP = "step"
    FRONT_LOADED = "front_loaded"
    BACK_LOADED = "back_loaded"
    S_CURVE = "s_curve"


def _implied(name: str, by_milestone: E) -> E:
    """Default for a milestone; other units must state the word themselves."""

    def choose(indicator: "Indicator") -> E:
        if indicator.unit.is_milestone:
            return by_milestone
        raise InvalidInputError(
            Fault(
                f"{name} is not stated",
                mend=f"add {name} = one of {', '.join(each.value for each in type(by_milestone))}",
            )
        )

    return Factory(choose, takes_self=True)  # type: ignore[no-any-return]


@frozen(kw_only=True)
class Indicator:
    """What is measured, and how its figures are to be read.

    Parameters
    ----------
    code
        Short name, unique among the indicators.
    unit
        What its figures are figures of; a string is parsed.
    direction
        Which way is better. Must be stated, except for a milestone (increase).
    accumulation
        How periods make one. Must be stated, except for a milestone (latest).
    name
        What it is called.
    definition
        What exactly is counted, and how.
    result
        Code of the result it measures.
    unit_label
        What is counted, in words: persons, meetings.
    dimensions
        Codes of the dimensions it is disaggregated by.
    frequency
        How often it is reported.
    means_of_verification
        Where the evidence is.
    responsible
        Role (not person) that reports it.
    owner
        Organisation or programme whose indicator it is.
    method
        How achievement is computed; by default it follows from direction and baseline.
    trajectory
        Path on which progress is expected.
    band
        For ``maintain``: the range to stay in, in the indicator's unit.
    baseline
        Where it starts from.
    targets
        Where it should get to; kept in the order of periods.
    external_codes
        Codes elsewhere (SDG, donor), by scheme.
    note
        Anything a reader must know.
    source
        Who says so.

    Raises
    ------
    InvalidInputError
        When direction or accumulation is missing, a target is given twice for a period and
        categories, or a milestone has a target or baseline other than 0 and 1.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> [str(target.period) for target in trained.targets]
    ['2008']
    >>> Indicator.milestone("C-P1", due=Period.year(2007)).targets[0].period.end
    datetime.date(2007, 12, 31)
    """

    code: str = field(validator=_fields.code)
    unit: Unit = field(converter=lambda value: Unit.parse(value) if isinstance(value, str) else value)
    direction: Direction = field(
        default=_implied("direction", Direction.INCREASE), converter=Direction
    )
    accumulation: Accumulation = field(
        default=_implied("accumulation", Accumulation.LATEST), converter=Accumulation
    )
    name: Text | None = None
    definition: Text | None = None
    result: str | None = field(default=None, validator=_fields.optional_code)
    unit_label: Text | None = None
    dimensions: tuple[str, ...] = field(default=(), converter=_fields.tuple_of)
    frequency: Frequency | None = None
    means_of_verification: Text | None = None
    responsible: Text | None = None
    owner: Text | None = None
    method: Method | None = None
    trajectory: Trajectory = field(default=Trajectory.LINEAR, converter=Trajectory)
    band: Quantity | None = None
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = field(
        default=(),
        converter=lambda targets: tuple(sorted(targets, key=lambda t: (t.period, t.categories))),
    )
    external_codes: tuple[tuple[str, str], ...] = field(default=(), converter=_fields.pairs)
    note: Text | None = None
    source: Citation | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse targets that contradict each other or the unit."""
        faults = []
        for first, second in zip(self.targets, self.targets[1:], strict=False):
            if (first.period, first.categories) == (second.period, second.categories):
                which = f"{second.period} {second.categories}".strip()
                faults.append(Fault(f"two targets for {which}", "targets", "keep one"))
        if self.unit.is_milestone:
            for target in self.targets:
                if not is_done_or_not(target.value):
                    place = f"targets.{target.period}"
                    faults.append(Fault(f"{target.value} for a milestone", place, "write true"))
        if faults:
            raise InvalidInputError(*faults)

    @classmethod
    def milestone(cls, code: str, *, due: Period | None = None, name: Text | None = None) -> "Indicator":
        """Make an indicator that is done or not done, with its due period.

        Parameters
        ----------
        code
            Short name.
        due
            Period by whose last day it should be done; `None` when no date is set.
        name
            What is to be done.

        Examples
        --------
        >>> Indicator.milestone("C-R1").targets
        ()
        """
        targets = () if due is None else (Target(period=due, value=1),)
        return cls(code=code, unit=Unit.milestone(), name=name, targets=targets)

    @property
    def total_targets(self) -> tuple[Target, ...]:
        """Targets for the total, in the order of periods."""
        return tuple(target for target in self.targets if target.categories.is_total)

    def target(self, period: Period, categories: Categories = Categories()) -> Target | None:  # noqa: B008 - a frozen value
        """Find the target set for a period (and categories), or `None`."""
        for target in self.targets:
            if target.period == period and target.categories == categories:
                return target
        return None

    def with_targets(self, *targets: Target) -> "Indicator":
        """Make the same indicator with these targets instead.

        Examples
        --------
        >>> done = Indicator.milestone("C-P4")
        >>> done.with_targets(Target(period=Period.year(2008), value=1)).targets[0].cumulative
        False
        """
        return evolve(self, targets=targets)

    def with_baseline(self, baseline: Baseline) -> "Indicator":
        """Make the same indicator with this baseline instead."""
        return evolve(self, baseline=baseline)


def is_done_or_not(quantity: Quantity) -> bool:
    """Tell whether a quantity is exactly 0 or 1.

    Examples
    --------
    >>> is_done_or_not(Quantity.exactly(1)), is_done_or_not(Quantity.at_least(1))
    (True, False)
    """
    return quantity.is_exact and quantity.best in {0.0, 1.0}
