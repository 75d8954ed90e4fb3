"""What is measured, and how its figures are to be read."""

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from typing import TypeVar, cast

from attrs import Factory, evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError, key_path

from . import _fields
from .conventions import Accumulation, Direction, Frequency, Method, Trajectory
from .dimension import TOTAL, Categories
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
    "target_path",
]

E = TypeVar("E", bound=Enum)


def _to_unit(unit: Unit | str) -> Unit:
    return unit if isinstance(unit, Unit) else Unit.parse(unit)


def _to_direction(word: Direction | str | None) -> Direction | None:
    return None if word is None else _fields.word_of(Direction, word, "direction")


def _to_accumulation(word: Accumulation | str | None) -> Accumulation | None:
    return None if word is None else _fields.word_of(Accumulation, word, "accumulation")


def _to_frequency(word: Frequency | str | None) -> Frequency | None:
    return None if word is None else _fields.word_of(Frequency, word, "frequency")


def _to_method(word: Method | str | None) -> Method | None:
    return None if word is None else _fields.word_of(Method, word, "method")


def _to_trajectory(word: Trajectory | str) -> Trajectory:
    return _fields.word_of(Trajectory, word, "trajectory")


def _to_dimensions(codes: Iterable[str]) -> tuple[str, ...]:
    return _fields.tuple_of(codes, str, "dimensions")


def _to_targets(targets: Iterable[Target]) -> tuple[Target, ...]:
    kept = _fields.tuple_of(targets, Target, "targets")
    return tuple(sorted(kept, key=lambda target: (target.period, target.categories)))


def _for_milestone(word: E) -> E:
    """Default of a milestone; for other units nothing is guessed, and `None` is refused later."""

    def choose(indicator: "Indicator") -> E | None:
        return word if indicator.unit.is_milestone else None

    # attrs declares a factory as the type of what it makes; for a milestone that is so.
    return cast("E", Factory(choose, takes_self=True))


@frozen(kw_only=True)
class Indicator:
    """What is measured, and how its figures are to be read.

    Parameters
    ----------
    code
        Short name, unique among the indicators.
    unit
        What its figures are figures of: count, percent, ratio per 1000, score 1..5, currency MAD
        (any ISO 4217 code) or milestone.
    direction
        Which way is better. Must be stated, except for a milestone (increase).
    accumulation
        How periods make one. Must be stated, except for a milestone (latest).
    name
        What it is called.
    definition
        What exactly is counted, and how.
    result
        Code of the result that it measures.
    unit_label
        What is counted, in words: persons, meetings.
    dimensions
        Codes of the dimensions it is disaggregated by.
    frequency
        How often it is reported.
    rationale
        Why it is measured.
    calculation
        How the figure is made: numerator, denominator, steps.
    means_of_verification
        Where the evidence is.
    collection_method
        How the data are collected.
    responsible
        The role, not the person, that reports it.
    use
        Who uses it, and for which decision.
    limitations
        What is known to be weak in the data.
    owner
        Organisation or programme whose indicator it is.
    method
        How achievement is computed; by default it follows from direction and baseline.
    trajectory
        Path on which progress is expected before a target is due.
    band
        For a figure to maintain: the range to stay in, in the indicator's unit, such as 40..60.
    baseline
        The figure before the programme acted.
    targets
        Where it should get to; kept in the order of periods.
    external_codes
        Codes in the schemes of others, by name of the scheme, such as 4.4.1 for sdg.
    note
        Anything a reader must know.
    source
        Who says so. It stands behind baseline and targets too, unless they have their own.

    Raises
    ------
    InvalidInputError
        When direction or accumulation is missing, a target is given twice for a period and
        categories, a dimension or a scheme of external codes is given twice, or a milestone has a
        target, revision or baseline other than 0 and 1: all together. For unknown words,
        impossible codes and values of the wrong type.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> [str(target.period) for target in trained.targets]
    ['2008']
    >>> Indicator.milestone("C-P1", due=Period.year(2007)).targets[0].period.end
    datetime.date(2007, 12, 31)
    """

    code: str = field(validator=_fields.code)
    unit: Unit = field(converter=_to_unit)
    direction: Direction = field(
        default=_for_milestone(Direction.INCREASE), converter=_to_direction
    )
    accumulation: Accumulation = field(
        default=_for_milestone(Accumulation.LATEST), converter=_to_accumulation
    )
    name: Text | None = field(default=None, validator=_fields.optional(Text))
    definition: Text | None = field(default=None, validator=_fields.optional(Text))
    result: str | None = field(default=None, validator=_fields.optional_code)
    unit_label: Text | None = field(default=None, validator=_fields.optional(Text))
    dimensions: tuple[str, ...] = field(default=(), converter=_to_dimensions)
    frequency: Frequency | None = field(default=None, converter=_to_frequency)
    rationale: Text | None = field(default=None, validator=_fields.optional(Text))
    calculation: Text | None = field(default=None, validator=_fields.optional(Text))
    means_of_verification: Text | None = field(default=None, validator=_fields.optional(Text))
    collection_method: Text | None = field(default=None, validator=_fields.optional(Text))
    responsible: Text | None = field(default=None, validator=_fields.optional(Text))
    use: Text | None = field(default=None, validator=_fields.optional(Text))
    limitations: Text | None = field(default=None, validator=_fields.optional(Text))
    owner: Text | None = field(default=None, validator=_fields.optional(Text))
    method: Method | None = field(default=None, converter=_to_method)
    trajectory: Trajectory = field(default=Trajectory.LINEAR, converter=_to_trajectory)
    band: Quantity | None = field(default=None, validator=_fields.optional(Quantity))
    baseline: Baseline | None = field(default=None, validator=_fields.optional(Baseline))
    targets: tuple[Target, ...] = field(default=(), converter=_to_targets)
    external_codes: tuple[tuple[str, str], ...] = field(default=(), converter=_fields.pairs)
    note: Text | None = field(default=None, validator=_fields.optional(Text))
    source: Citation | None = field(default=None, validator=_fields.optional(Citation))

    def __attrs_post_init__(self) -> None:
        """Refuse what is not stated, and parts that contradict each other or the unit."""
        faults = [*self._unstated(), *self._repeated(), *self._more_than_done()]
        if faults:
            raise InvalidInputError(*faults)

    def _unstated(self) -> Iterator[Fault]:
        words: dict[str, type[Enum]] = {"direction": Direction, "accumulation": Accumulation}
        for name, kind in words.items():
            if getattr(self, name) is None:
                known = ", ".join(each.value for each in kind)
                yield Fault(f"{name} is not stated", name, f"add {name} = one of {known}")

    def _repeated(self) -> Iterator[Fault]:
        for first, second in pairwise(self.targets):
            if (first.period, first.categories) == (second.period, second.categories):
                which = f"{second.period} {second.categories}".strip()
                yield Fault(f"two targets for '{which}'", target_path(second), "keep one")
        for code in _fields.repeated(self.dimensions):
            yield Fault(f"dimension {code!r} is given twice", "dimensions", "keep one")
        for scheme in _fields.repeated(scheme for scheme, _ in self.external_codes):
            yield Fault(f"scheme {scheme!r} is given twice", "external_codes", "keep one code")

    def _more_than_done(self) -> Iterator[Fault]:
        if not self.unit.is_milestone:
            return
        figures: list[tuple[str, Quantity]] = []
        if self.baseline is not None and self.baseline.quantity is not None:
            figures.append(("baseline", self.baseline.quantity))
        for target in self.targets:
            path = target_path(target)
            figures.append((path, target.value))
            figures += [(f"{path}.revisions", revision.value) for revision in target.revisions]
        for path, figure in figures:
            if not is_done_or_not(figure):
                yield Fault(f"'{figure}' for a milestone", path, "write true or false")

    @classmethod
    def milestone(
        cls, code: str, *, due: Period | None = None, name: Text | None = None
    ) -> "Indicator":
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
        """Targets for the total, in the order of periods.

        Examples
        --------
        >>> len(Indicator.milestone("C-P1", due=Period.year(2007)).total_targets)
        1
        """
        return tuple(target for target in self.targets if target.categories.is_total)

    def target(self, period: Period, categories: Categories = TOTAL) -> Target | None:
        """Find the target set for a period (and categories), or `None`.

        Examples
        --------
        >>> done = Indicator.milestone("C-P1", due=Period.year(2007))
        >>> str(done.target(Period.year(2007)).value), done.target(Period.year(2008)) is None
        ('1', True)
        """
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

    def with_result(self, result: str | None) -> "Indicator":
        """Make the same indicator of another result, or of none.

        Parameters
        ----------
        result
            Code of the result that it measures.

        Examples
        --------
        >>> Indicator.milestone("C-P4").with_result("plans").result
        'plans'
        """
        return evolve(self, result=result)

    def with_baseline(self, baseline: Baseline) -> "Indicator":
        """Make the same indicator with this baseline instead.

        Examples
        --------
        >>> begun = Indicator.milestone("C-P4").with_baseline(Baseline(0, Period.year(2005)))
        >>> str(begun.baseline.period)
        '2005'
        """
        return evolve(self, baseline=baseline)


def target_path(target: Target) -> str:
    """Give the place of a target in an indicator's table.

    Examples
    --------
    >>> target_path(Target(period=Period.parse("2005/2007"), value=1))
    'targets."2005/2007"'
    >>> target_path(
    ...     Target(period=Period.year(2008), value=1, categories=Categories.of(sex="female"))
    ... )
    'targets_by_category'
    """
    if target.categories.is_total:
        return key_path("targets", str(target.period))
    return "targets_by_category"


def is_done_or_not(quantity: Quantity) -> bool:
    """Tell whether a quantity is exactly 0 or 1.

    Examples
    --------
    >>> is_done_or_not(Quantity.exactly(1)), is_done_or_not(Quantity.at_least(1))
    (True, False)
    """
    return quantity.is_exact and quantity.best in {0.0, 1.0}
