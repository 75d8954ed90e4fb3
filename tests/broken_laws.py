"""What a law tells of a function that breaks it."""

from collections.abc import Callable

import pytest

from indh_me.testing import LawBrokenError

__all__ = ["broken"]


def broken(hold: Callable[[], None]) -> dict[str, str]:
    """Give each law that is broken, with how it is told; holding it must fail."""
    with pytest.raises(LawBrokenError) as caught:
        hold()
    return {breach.law: str(breach) for breach in caught.value.breaches}
