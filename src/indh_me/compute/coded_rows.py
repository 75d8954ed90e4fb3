"""Results with one row for each part of a framework, found by its code."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Generic, Protocol, TypeVar

from indh_me.model import Indicator, _fields

__all__ = ["CodedRows", "IndicatorRows"]

T = TypeVar("T")


class CodedRows(ABC, Generic[T]):
    """What results share that have one row for each part of a kind.

    The class behind gives ``rows``, the word for a part, and the code of the part of a row.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> done = me.Indicator.milestone("M1", due=me.Period.year(2007))
    >>> demo = me.Framework(code="DEMO", languages=["fr"], indicators=[done])
    >>> made = me.assess(demo, as_of=date(2008, 3, 27))
    >>> [made.code_of(row) for row in made], made["M1"].status.value
    (['M1'], 'overdue')
    """

    rows: tuple[T, ...]
    part: ClassVar[str]

    @staticmethod
    @abstractmethod
    def code_of(row: T) -> str:
        """Give the code of the part that a row is about."""

    @cached_property
    def _by_code(self) -> dict[str, T]:
        return {self.code_of(row): row for row in self.rows}

    def __getitem__(self, code: str) -> T:
        """Give the row of a part; raises `UnknownCodeError` when there is none."""
        return _fields.by_code(self._by_code, code, self.part)

    def __iter__(self) -> Iterator[T]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)


class _Row(Protocol):
    @property
    def indicator(self) -> Indicator: ...


R = TypeVar("R", bound=_Row)


class IndicatorRows(CodedRows[R]):
    """What results share that have one row for each indicator."""

    part = "indicator"

    @staticmethod
    def code_of(row: R) -> str:
        """Give the code of the indicator that a row is about."""
        return row.indicator.code
