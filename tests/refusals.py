"""What the library answers to an input that it cannot take."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from indh_me.errors import Fault, IndhMeError, InvalidInputError

__all__ = ["Strange", "refusal", "refusals"]

#: A value that the annotations forbid; not everyone runs a type checker.
Strange: TypeAlias = Any


def refusals(
    make: Callable[[], object], error: type[IndhMeError] = InvalidInputError
) -> tuple[Fault, ...]:
    """Return the faults with which a call is refused, each of which must tell how to mend it."""
    with pytest.raises(error) as caught:
        make()
    faults = caught.value.faults
    for fault in faults:
        assert not fault.what[0].isupper(), fault
        assert fault.mend, fault
    return faults


def refusal(make: Callable[[], object], error: type[IndhMeError] = InvalidInputError) -> Fault:
    """Return the one fault with which a call is refused."""
    (fault,) = refusals(make, error)
    return fault
