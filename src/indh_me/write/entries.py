"""Entries: the rows of the data-entry sheet, and the figures that are still awaited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from attrs import frozen

from indh_me.errors import InvalidInputError
from indh_me.model import (
    TOTAL,
    Absence,
    Categories,
    Dimension,
    Frequency,
    Indicator,
    Observation,
    Period,
    Quantity,
    Target,
)
from indh_me.model.period import Step

__all__ = ["Entry", "entries_of"]

STEPS: Mapping[Frequency, Step] = {
    Frequency.ANNUAL: "year",
    Frequency.SEMIANNUAL: "semester",
    Frequency.FOUR_MONTHLY: "four_months",
    Frequency.QUARTERLY: "quarter",
    Frequency.MONTHLY: "month",
}
STEP_OF_MONTHS: Mapping[int | None, Step] = {
    12: "year",
    6: "semester",
    4: "four_months",
    3: "quarter",
    1: "month",
}
Address = tuple[Period, Categories]


@frozen(slots=False)
class Entry:
    """A row of the data-entry sheet.

    Parameters
    ----------
    indicator
        What is measured.
    period
        The days that the figure is about.
    categories
        The group that it is about.
    observation
        What was reported, or `None` when nothing was yet.
    target
        The target set for exactly this period and group, if any.

    Examples
    --------
    >>> Entry(Indicator.milestone("C-P1"), Period.year(2007)).key
    'C-P1|2007'
    """

    indicator: Indicator
    period: Period
    categories: Categories = TOTAL
    observation: Observation | None = None
    target: Target | None = None

    @cached_property
    def key(self) -> str:
        """The key by which the row is known wherever it is moved to."""
        parts = [self.indicator.code, str(self.period)]
        if not self.categories.is_total:
            parts.append(str(self.categories))
        return "|".join(parts)

    @property
    def quantity(self) -> Quantity | None:
        """The figure, or `None`."""
        return None if self.observation is None else self.observation.quantity

    @property
    def absence(self) -> Absence | None:
        """The kind of absence that was reported, or `None`."""
        value = None if self.observation is None else self.observation.value
        return value if isinstance(value, Absence) else None

    def counts(self, as_of: date) -> bool:
        """Tell whether what was reported counts on a day.

        Parameters
        ----------
        as_of
            The day: the period must be over, and the figure collected by then.
        """
        seen = self.observation
        if seen is None or not self.period.is_over(as_of):
            return False
        return seen.collected is None or seen.collected <= as_of


def entries_of(
    indicator: Indicator,
    seen: Mapping[Address, Observation],
    dimensions: Iterable[Dimension],
    as_of: date,
) -> Iterator[Entry]:
    """Give the rows of one indicator: the total by period, then its groups by period.

    Parameters
    ----------
    indicator
        What is measured.
    seen
        What was reported of it, by period and categories.
    dimensions
        Dimensions of the framework; those of the indicator get a row for each category.
    as_of
        The day for which a row is opened when nothing else says which one.

    Yields
    ------
    Entry
        Those reported, and those that targets and frequency let one expect.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     frequency="semiannual",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> [entry.key for entry in entries_of(trained, {}, (), date(2008, 3, 27))]
    ['T-R1|2008-S1', 'T-R1|2008-S2']
    """
    observed = [period for period, categories in seen if categories.is_total]
    periods = sorted({*observed, *_awaited(indicator, observed, as_of)})
    groups = {categories for _, categories in seen} | {
        each.categories for each in indicator.targets
    }
    for dimension in dimensions:
        if dimension.code in indicator.dimensions:
            groups.update(Categories({dimension.code: code}) for code in dimension.codes)
    groups.discard(TOTAL)
    addresses = [(period, TOTAL) for period in periods]
    if groups:
        of_groups = {(period, group) for period in periods for group in groups}
        addresses += sorted(of_groups | {address for address in seen if not address[1].is_total})
    targets = {(target.period, target.categories): target for target in indicator.targets}
    for address in addresses:
        yield Entry(indicator, *address, seen.get(address), targets.get(address))


def _awaited(indicator: Indicator, observed: Sequence[Period], as_of: date) -> Iterator[Period]:
    """Give the periods that figures are still awaited for."""
    due = [target.period for target in indicator.total_targets]
    if len(observed) == 0 and len(due) == 0:
        yield Period.day(as_of)
    elif not indicator.unit.is_milestone:
        known = set(observed)
        for period in due:
            if period not in known:
                parts = _parts(indicator, period, observed)
                yield from (
                    part for part in parts if not any(part.overlaps(other) for other in observed)
                )
    elif len(observed) == 0:
        # Reported once, whenever it is done.
        yield from due


def _parts(indicator: Indicator, period: Period, observed: Sequence[Period]) -> Sequence[Period]:
    """Cut a target's period into what is reported at a time."""
    step = None if indicator.frequency is None else STEPS.get(indicator.frequency)
    lengths = {other.months for other in observed if other in period}
    if len(lengths) == 1:
        step = STEP_OF_MONTHS.get(lengths.pop())
    if step is not None:
        try:
            return period.split(step)
        except InvalidInputError:
            pass  # The period is not made of such parts.
    reached = max((other.end for other in observed if other.overlaps(period)), default=None)
    if reached is None:
        return (period,)
    # What is left of the period after the last figure that reaches into it.
    return () if reached >= period.end else (Period(reached + timedelta(days=1), period.end),)
