"""Results with one row for each indicator, found by its code."""

from collections.abc import Iterator
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from indh_me.errors import Fault, UnknownCodeError, nearest, quoted
from indh_me.model import Indicator

__all__ = ["IndicatorRows"]


class _Row(Protocol):
    @property
    def indicator(self) -> Indicator: ...


R = TypeVar("R", bound=_Row)


class IndicatorRows(Generic[R]):
    """What results share that have one row for each indicator; the class behind gives ``rows``."""

    rows: tuple[R, ...]

    @cached_property
    def _by_code(self) -> dict[str, R]:
        return {row.indicator.code: row for row in self.rows}

    def __getitem__(self, code: str) -> R:
        """Give the row of an indicator; raises `UnknownCodeError` when there is none."""
        if code not in self._by_code:
            fault = Fault(f"unknown indicator {quoted(code)}", mend=nearest(code, self._by_code))
            raise UnknownCodeError(fault)
        return self._by_code[code]

    def __iter__(self) -> Iterator[R]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)
