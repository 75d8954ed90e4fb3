"""Results with one row for each part of a framework, found by its code."""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Generic, Protocol, TypeVar

from indh_me.errors import Fault, UnknownCodeError, nearest, quoted
from indh_me.model import Indicator

__all__ = ["CodedRows", "IndicatorRows"]

T = TypeVar("T")


class CodedRows(Generic[T]):
    """What results share that have one row for each part of a kind.

    The class behind gives ``rows``, the word for a part, and the code of the part of a row.
    """

    rows: tuple[T, ...]
    part: ClassVar[str]

    @staticmethod
    def code_of(row: T) -> str:
        """Give the code of the part that a row is about."""
        raise NotImplementedError

    @cached_property
    def _by_code(self) -> dict[str, T]:
        return {self.code_of(row): row for row in self.rows}

    def __getitem__(self, code: str) -> T:
        """Give the row of a part; raises `UnknownCodeError` when there is none."""
        if code not in self._by_code:
            what = f"unknown {self.part} {quoted(code)}"
            raise UnknownCodeError(Fault(what, mend=nearest(str(code), self._by_code)))
        return self._by_code[code]

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
