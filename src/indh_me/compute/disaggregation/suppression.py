"""Suppression: withholding small figures, and those that would give them away."""

from collections import deque
from collections.abc import Iterable, Sequence
from math import fsum

from attrs import Factory, define, frozen

from indh_me.compute.reason import Reason
from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Categories, Dimension, Quantity, UnitKind

from .groups import Breakdown, Group
from .parts import SHARES, differ
from .publication import Disclosure, Publication, PublishedGroup, PublishedRemainder
from .recovery import Equation, recovered, together

__all__ = ["suppress"]

#: What is smaller is zero, and a rounding error.
NOTHING = 1e-6
#: Several numbers tell of one figure, each with equations of its own; `None`: not stated.
Numbers = tuple[float | None, ...]


def suppress(breakdown: Breakdown, *, below: float = 5) -> Publication:
    r"""Make a table for publication, in which no small figure can be found out.

    Parameters
    ----------
    breakdown
        The figures.
    below
        Counts above zero and below this are withheld: 5 withholds 1 to 4. Zero is published.

    Returns
    -------
    Publication

    Raises
    ------
    InvalidInputError
        When ``below`` is not above zero.

    Notes
    -----
    *Primary* suppression withholds a count that is small, or one of whose bounds is, and a
    percentage or ratio whose numerator, denominator or difference of the two is small. What is
    not disaggregated is treated like one more category. A share of which the counts are not
    known cannot be judged, and is absent from the publication; scores, milestones and money
    count nobody and are published as they are.

    *Secondary* suppression then withholds more, figure by figure, until no withheld figure
    follows from those that are shown. Each whole is the sum of its parts, which gives a linear
    system A u = b of the withheld figures u (of each of their bounds, and of numerators and
    denominators); a figure u_i follows from it exactly when the unit vector e_i lies in the row
    space of A. Of the figures that could be withheld next, the one is taken that puts the
    fewest others at risk, then the smallest, then the first.

    This ends, and zeros are never withheld: if all but the zeros were, the true figures u
    times any number would satisfy A u = b = 0 as well, so none would be determined.

    Withheld figures cannot be *computed*. That they are not zero is known, and bounds for them
    may follow.

    References
    ----------
    .. [1] A. Hundepool et al., "Statistical Disclosure Control", Wiley, 2012, chapter 4.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute.disaggregation import breakdown
    >>> from indh_me.model import Framework, Indicator, Observations
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> age = Dimension.of("age", "young", "adult", "old")
    >>> demo = Framework(code="DEMO", languages=["en"], dimensions=[age], indicators=[trained])
    >>> groups = [Categories.of(age=each) for each in age.codes]
    >>> table = Observations.from_columns(["A"] * 3, ["2008"] * 3, [30, 50, 2], categories=groups)
    >>> made = breakdown(demo, table, "A", as_of=date(2008, 12, 31), by="age")
    >>> [str(each.quantity) for each in suppress(made).groups]
    ['82', 'None', '50', 'None']
    """
    if not below > 0:
        what = f"figures below {quoted(below)} withheld"
        raise InvalidInputError(Fault(what, "below", "give a number above zero, such as 5"))
    table = _Table.of(breakdown, below)
    table.protect()
    return Publication(
        indicator=breakdown.indicator,
        as_of=breakdown.as_of,
        dimensions=breakdown.dimensions,
        below=below,
        groups=tuple(_published(each, breakdown, table) for each in breakdown.groups),
        remainders=tuple(
            PublishedRemainder(
                categories=each.categories,
                dimension=each.dimension,
                disclosure=Disclosure.SUPPRESSED if withheld else Disclosure.SHOWN,
                quantity=None if withheld else each.quantity,
            )
            for each in breakdown.remainders
            for withheld in [table.withholds_remainder(each.categories, each.dimension)]
        ),
    )


def _published(group: Group, breakdown: Breakdown, table: "_Table") -> PublishedGroup:
    disclosure, quantity, reason = Disclosure.SHOWN, group.quantity, group.reason
    if quantity is None:
        disclosure = Disclosure.ABSENT
    elif table.withholds(group.categories):
        disclosure, quantity = Disclosure.SUPPRESSED, None
    elif breakdown.indicator.unit.kind in SHARES and quantity.denominator is None:
        disclosure, quantity, reason = Disclosure.ABSENT, None, Reason.MISSING_DENOMINATOR
    return PublishedGroup(
        categories=group.categories, disclosure=disclosure, quantity=quantity, reason=reason
    )


@frozen(eq=False)
class _Figure:
    """The numbers of a figure that tell of persons, and whether it must be withheld."""

    numbers: Numbers
    small: bool

    @classmethod
    def of(cls, numbers: Numbers, below: float) -> "_Figure":
        small = any(each is not None and NOTHING < each < below for each in numbers)
        return cls(numbers, small)

    @property
    def size(self) -> float:
        return max(abs(each) for each in self.numbers if each is not None)


@define(eq=False)
class _Table:
    """The figures of a breakdown, how they add up, and which of them are withheld.

    ``systems`` has for each of a figure's numbers the positions of the equations that hold
    among them; what is zero has no part in an equation.
    """

    figures: list[_Figure]
    groups: dict[Categories, int]
    remainders: dict[tuple[Categories, str], int]
    equations: list[Equation]
    systems: list[list[int]]
    withheld: set[int] = Factory(set)
    used_in: list[list[int]] = Factory(list)

    @classmethod
    def of(cls, breakdown: Breakdown, below: float) -> "_Table":
        """Set the table up; what the parts of a reported whole leave is one more figure."""
        kind = breakdown.indicator.unit.kind
        table = cls([], {}, {}, [], [[], [], []])
        derived = {}
        for group in breakdown.groups:
            numbers = None if group.quantity is None else _numbers(group.quantity, kind)
            if numbers is not None:
                table.groups[group.categories] = len(table.figures)
                table.figures.append(_Figure.of(numbers, below))
                derived[group.categories] = group.derived
        parts: dict[tuple[Categories, str], list[int]] = {}
        for categories, figure in table.groups.items():
            for dimension in breakdown.dimensions:
                whole = table.whole(categories, dimension)
                if whole is not None:
                    parts.setdefault((whole, dimension.code), []).append(figure)
        for (around, code), inside in parts.items():
            left = table.left(table.groups[around], inside)
            extra = None
            if not derived[around] and any(each is not None and each != 0 for each in left):
                extra = table.remainders[around, code] = len(table.figures)
                table.figures.append(_Figure.of(left, below))
            table.relate(table.groups[around], inside, left, extra)
        table.used_in = [[] for _ in table.figures]
        for at, equation in enumerate(table.equations):
            for figure in equation:
                table.used_in[figure].append(at)
        table.withheld = {at for at, figure in enumerate(table.figures) if figure.small}
        return table

    def whole(self, categories: Categories, dimension: Dimension) -> Categories | None:
        """Find the nearest group with a figure that a group is part of along a dimension."""
        code = categories.get(dimension.code)
        if dimension.overlapping:
            return None
        others = [pair for pair in categories.pairs if pair[0] != dimension.code]
        while code is not None:
            category = dimension.category(code)
            code = None if category is None else category.parent
            around = Categories(others if code is None else [*others, (dimension.code, code)])
            if around in self.groups:
                return around
        return None

    def left(self, whole: int, parts: Sequence[int]) -> Numbers:
        """Take the parts from a whole, number by number; a rounding error is nothing."""
        found: list[float | None] = []
        for at, total in enumerate(self.figures[whole].numbers):
            each = [self.figures[part].numbers[at] for part in parts]
            known = [number for number in each if number is not None]
            if total is None or len(known) < len(each):
                found.append(None)
            else:
                come_to = fsum(known)
                found.append(total - come_to if differ(total, come_to) else 0.0)
        return tuple(found)

    def relate(self, whole: int, parts: Sequence[int], left: Numbers, extra: int | None) -> None:
        """Note that parts and what they leave make a whole, for each number of which it holds."""
        for at, number in enumerate(left):
            if number is None or (number != 0 and extra is None):
                continue
            equation = {whole: -1, **dict.fromkeys(parts, 1)}
            if extra is not None:
                equation[extra] = 1
            equation = {
                figure: factor
                for figure, factor in equation.items()
                if abs(self.figures[figure].numbers[at] or 0) > NOTHING
            }
            # The numbers of a figure mostly have the same equations.
            if self.equations[-1:] != [equation]:
                self.equations.append(equation)
            self.systems[at].append(len(self.equations) - 1)

    def withholds(self, categories: Categories) -> bool:
        return self.groups.get(categories) in self.withheld

    def withholds_remainder(self, categories: Categories, dimension: str) -> bool:
        return self.remainders.get((categories, dimension)) in self.withheld

    def protect(self) -> None:
        """Withhold more figures until no withheld one follows from the others."""
        exposed: Iterable[int] = range(len(self.equations))
        while exposed:
            self.cover(exposed)
            exposed = self.exposed()

    def cover(self, equations: Iterable[int]) -> None:
        """Withhold a second figure wherever one is the only one withheld of its equation."""
        waiting = deque(equations)
        while waiting:
            at = waiting.popleft()
            if self.hidden(at) == 1:
                waiting.extend(self.withhold_one_of([at]))

    def exposed(self) -> list[int]:
        """Withhold one more figure in each set of figures in which one can be recovered.

        Gives the equations that this touches.
        """
        touched: list[int] = []
        for system in {tuple(each): None for each in self.systems}:
            chosen = set(system)
            for linked in together([self.equations[at] for at in system], self.withheld):
                around = sorted({at for each in linked for at in self.used_in[each]} & chosen)
                found = recovered([self.equations[at] for at in around], linked)
                if found:
                    near = [at for at in self.used_in[min(found)] if at in chosen]
                    touched += self.withhold_one_of(near) or self.withhold_one_of(around)
        return touched

    def withhold_one_of(self, equations: Iterable[int]) -> list[int]:
        """Withhold the figure of some equations with which least is lost.

        Gives the equations that this touches, none where all are withheld.
        """
        figures = {figure for at in equations for figure in self.equations[at]} - self.withheld
        if len(figures) == 0:
            return []
        chosen = min(figures, key=self.cost)
        self.withheld.add(chosen)
        return self.used_in[chosen]

    def hidden(self, equation: int) -> int:
        return sum(figure in self.withheld for figure in self.equations[equation])

    def cost(self, figure: int) -> tuple[int, float, int]:
        """Say how much is lost with a figure: others put at risk minus those saved, its size."""
        hidden = [self.hidden(at) for at in self.used_in[figure]]
        return hidden.count(0) - hidden.count(1), self.figures[figure].size, figure


def _numbers(quantity: Quantity, kind: UnitKind) -> Numbers | None:
    """Give the numbers of a figure that tell of persons, or `None`."""
    if kind in SHARES and quantity.numerator is not None and quantity.denominator is not None:
        difference = quantity.denominator - quantity.numerator
        return (quantity.denominator, quantity.numerator, difference)
    if kind is not UnitKind.COUNT or quantity == Quantity():
        return None
    # What is counted is never less than nothing, which everyone knows.
    return (quantity.best, 0.0 if quantity.low is None else quantity.low, quantity.high)
