"""Everything that is wrong with a form, collected while it is read."""

from collections.abc import Callable
from typing import TypeVar

from attrs import define, field, frozen

from indh_me.errors import Fault, InvalidInputError, Place
from indh_me.survey.expression import Expression

__all__ = ["FormFaults", "Spot"]

T = TypeVar("T")


@frozen
class Spot:
    """Where the parts of a value stand.

    Parameters
    ----------
    address
        Gives the address of a cell by the name of a part, such as ``relevant``; by an empty one
        that of the whole.
    """

    address: Callable[[str], str]


@define
class FormFaults:
    """Faults of one form, each with its cell.

    Parameters
    ----------
    file
        Name of the file.
    """

    file: str
    found: list[Fault] = field(factory=list)
    #: Whether something was left out, so that what refers to it would be blamed for nothing.
    is_partial: bool = False
    spots: dict[str, Spot] = field(factory=dict)

    def add(self, what: str, address: str, mend: str) -> None:
        """Note a fault.

        Parameters
        ----------
        what, mend
            As of `Fault`.
        address
            The cell.
        """
        self.found.append(Fault(what, Place(address, file=self.file), mend))

    def make(self, build: Callable[[], T], spot: Spot) -> T | None:
        """Make a value; note why it cannot be made, and give `None` then.

        Parameters
        ----------
        build
            Makes it.
        spot
            Where its parts stand.
        """
        try:
            return build()
        except InvalidInputError as error:
            for fault in error.faults:
                self.add(fault.what, spot.address(fault.where.path), fault.mend)
            self.is_partial = True
            return None

    def expression(self, text: str, address: str) -> Expression | None:
        """Read an expression; note why it cannot be read, and give `None` then.

        Parameters
        ----------
        text
            What stands in the cell; `None` is given for an empty one.
        address
            The cell.
        """
        if text == "":
            return None
        try:
            return Expression.parse(text)
        except InvalidInputError as error:
            for fault in error.faults:
                self.add(fault.what, address, fault.mend)
            return None

    def place(self, path: str) -> str:
        """Find the cell that a path in an instrument leads to.

        Parameters
        ----------
        path
            Such as ``sections.who.name.relevant``.
        """
        keys = path.split(".")
        for length in range(len(keys), 0, -1):
            spot = self.spots.get(".".join(keys[:length]))
            if spot is not None:
                return spot.address(".".join(keys[length:]))
        return path
