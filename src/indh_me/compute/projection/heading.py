"""The direction in which a value meets its target."""

from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Direction
from indh_me.model._fields import word_of

__all__ = ["heading_of"]


def heading_of(direction: Direction | str) -> Direction:
    """Read a direction in which a target is met: from below or from above.

    Raises
    ------
    InvalidInputError
        For ``maintain``: to stay where one is is no target to come.
    ParseError
        For an unknown word.

    Examples
    --------
    >>> heading_of("increase") is Direction.INCREASE
    True
    """
    way = word_of(Direction, direction, "direction")
    if way is Direction.MAINTAIN:
        mend = "give 'increase' or 'decrease'"
        what = f"a target is not met in direction {quoted(way.value)}"
        raise InvalidInputError(Fault(what, "direction", mend))
    return way
