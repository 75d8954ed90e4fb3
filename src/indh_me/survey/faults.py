"""Faults of several forms, reported together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from indh_me.errors import Fault, InvalidInputError

__all__ = ["all_faults"]

T = TypeVar("T")


@contextmanager
def all_faults() -> Iterator[Callable[[Callable[[], T]], Any]]:
    """Make several things, and report what is wrong with any of them at the end.

    Yields
    ------
    Callable
        Makes one thing and gives it, or notes its faults; the same fault is told once.

    Raises
    ------
    InvalidInputError
        With the faults of all.
    """
    faults: dict[str, Fault] = {}

    def attempt(make: Callable[[], T]) -> Any:  # noqa: ANN401 - what make gives, if all goes well
        try:
            return make()
        except InvalidInputError as error:
            faults.update({str(fault): fault for fault in error.faults})
            return None

    yield attempt
    if faults:
        raise InvalidInputError(*faults.values())
