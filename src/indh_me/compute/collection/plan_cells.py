"""What the locked cells of a workbook repeat of the plan, held as columns."""

from collections.abc import Iterable, Iterator
from enum import Enum
from operator import attrgetter
from typing import TypeVar

from attrs import field, fields, frozen

from indh_me.model import TOTAL, Categories, Period
from indh_me.model.quantity import Value

__all__ = ["GrowingPlan", "PlanCell", "PlanCells", "PlanPart", "ShownValue", "to_plan_cells"]

T = TypeVar("T")
#: What a locked cell shows: a figure, a number, words, or nothing.
ShownValue = Value | float | str | None


class PlanPart(Enum):
    """Which part of the plan a locked cell shows.

    Examples
    --------
    >>> PlanPart("unit") is PlanPart.UNIT
    True
    """

    NAME = "name"
    #: Name and definition, as on the logframe.
    DEFINITION = "definition"
    UNIT = "unit"
    BASELINE = "baseline"
    TARGET = "target"


@frozen(kw_only=True)
class PlanCell:
    """A locked cell that repeats something of the plan.

    Parameters
    ----------
    indicator
        Code of the indicator.
    part
        What it repeats.
    shown
        Its words, or its figure; `None` when it is blank.
    period
        Of a target.
    categories
        Of a target.
    tolerance
        How much a number may be off, because the sheet shows it rounded.
    path
        Sheet and cell.

    Examples
    --------
    >>> PlanCell(
    ...     indicator="T-R1", part=PlanPart.UNIT, shown="count", path="Data entry!D5"
    ... ).part.value
    'unit'
    """

    indicator: str
    part: PlanPart
    shown: ShownValue
    period: Period | None = None
    categories: Categories = TOTAL
    tolerance: float = 0.0
    path: str


COLUMNS = tuple(each.name for each in fields(PlanCell))


def _column(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(values)


@frozen(kw_only=True)
class PlanCells:
    """Many locked cells that repeat something of the plan, held as columns, one row each.

    Parameters
    ----------
    indicator, part, shown, period, categories, tolerance, path
        What each `PlanCell` has under this name, of shape (cells,); figures in the unit of their
        indicator.

    Notes
    -----
    A workbook repeats its plan on several sheets: a large one has tens of thousands of such
    cells, next to none of which were changed. Iterating gives `PlanCell` values.

    Examples
    --------
    >>> cell = PlanCell(indicator="T-R1", part=PlanPart.NAME, shown="Formés", path="Suivi!B5")
    >>> cells = PlanCells.of(cell)
    >>> cells.shown, cells[0] == cell
    (('Formés',), True)
    """

    indicator: tuple[str, ...] = field(default=(), converter=_column)
    part: tuple[PlanPart, ...] = field(default=(), converter=_column)
    shown: tuple[ShownValue, ...] = field(default=(), converter=_column)
    period: tuple[Period | None, ...] = field(default=(), converter=_column)
    categories: tuple[Categories, ...] = field(default=(), converter=_column)
    tolerance: tuple[float, ...] = field(default=(), converter=_column)
    path: tuple[str, ...] = field(default=(), converter=_column)

    @classmethod
    def of(cls, *cells: PlanCell) -> "PlanCells":
        """Make columns of cells that are given one by one.

        Examples
        --------
        >>> len(PlanCells.of())
        0
        """
        return cls(**{name: map(attrgetter(name), cells) for name in COLUMNS})

    def __len__(self) -> int:
        """Count the cells."""
        return len(self.indicator)

    def __getitem__(self, number: int) -> PlanCell:
        """Give one cell."""
        return PlanCell(**{name: getattr(self, name)[number] for name in COLUMNS})

    def __iter__(self) -> Iterator[PlanCell]:
        """Give each cell."""
        return map(self.__getitem__, range(len(self)))


def to_plan_cells(cells: Iterable[PlanCell]) -> PlanCells:
    """Hold cells as columns, unless they are already.

    Parameters
    ----------
    cells
        One by one.
    """
    return cells if isinstance(cells, PlanCells) else PlanCells.of(*cells)


class GrowingPlan:
    """Locked cells that are found one by one.

    Examples
    --------
    >>> growing = GrowingPlan()
    >>> growing.add("T-R1", PlanPart.NAME, "Formés", "Suivi!B5")
    >>> growing.finished()[0].shown
    'Formés'
    """

    def __init__(self) -> None:
        self.indicator: list[str] = []
        self.part: list[PlanPart] = []
        self.shown: list[ShownValue] = []
        self.period: list[Period | None] = []
        self.categories: list[Categories] = []
        self.tolerance: list[float] = []
        self.path: list[str] = []

    def add(
        self,
        indicator: str,
        part: PlanPart,
        shown: ShownValue,
        path: str,
        *,
        period: Period | None = None,
        categories: Categories = TOTAL,
        tolerance: float = 0.0,
    ) -> None:
        """Add a cell.

        Parameters
        ----------
        indicator, part, shown, path, period, categories, tolerance
            As in `PlanCell`.
        """
        self.indicator.append(indicator)
        self.part.append(part)
        self.shown.append(shown)
        self.period.append(period)
        self.categories.append(categories)
        self.tolerance.append(tolerance)
        self.path.append(path)

    def extend(self, other: "GrowingPlan") -> None:
        """Add the cells of another below these.

        Parameters
        ----------
        other
            The cells to add.
        """
        for name in COLUMNS:
            getattr(self, name).extend(getattr(other, name))

    def finished(self) -> PlanCells:
        """Give the cells, in the order in which they were found."""
        return PlanCells(**{name: getattr(self, name) for name in COLUMNS})
