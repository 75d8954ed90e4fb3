"""Quantities as they stand in formulas: a cell, or a number, for each part that is known."""

from collections.abc import Mapping

from attrs import frozen

from indh_me.model import Quantity

from .spelling import literal

__all__ = ["BOUNDS", "OTHER", "Sides"]

#: Parts of a quantity.
BOUNDS = ("low", "best", "high")
OTHER = {"low": "high", "high": "low"}


@frozen
class Sides:
    """A quantity of the plan as it stands in formulas.

    Parameters
    ----------
    quantity
        The quantity, or one of the same kind where it changes: formulas are chosen by it.
    text
        What stands for each part that is known.

    Examples
    --------
    >>> Sides.of(Quantity.at_least(-5), None).text
    {'low': '(-5)'}
    """

    quantity: Quantity
    text: Mapping[str, str]

    @classmethod
    def of(cls, quantity: Quantity, cell: str | None) -> "Sides":
        """Take a quantity from the cell that shows it, for an auditor to follow.

        Parameters
        ----------
        quantity
            The quantity.
        cell
            Reference of its cell. Where it is no plain number, the cell holds words, and its
            parts stand in the formula; so they do without a cell.
        """
        if quantity.is_exact and cell is not None:
            return cls(quantity, dict.fromkeys(BOUNDS, cell))
        parts = {name: getattr(quantity, name) for name in BOUNDS}
        return cls(
            quantity, {name: literal(part) for name, part in parts.items() if part is not None}
        )

    @classmethod
    def in_cells(cls, quantity: Quantity, cells: Mapping[str, str]) -> "Sides":
        """Take a quantity from three cells.

        Parameters
        ----------
        quantity
            One of the same kind.
        cells
            References of the cells of its parts.
        """
        if quantity.is_exact:
            return cls(quantity, dict.fromkeys(BOUNDS, cells["best"]))
        known = [name for name in BOUNDS if getattr(quantity, name) is not None]
        return cls(quantity, {name: cells[name] for name in known})

    def times(self, factor: str) -> "Sides":
        """Multiply each part by something above zero.

        Parameters
        ----------
        factor
            Reference of its cell.
        """
        return Sides(self.quantity, {name: f"{factor}*{part}" for name, part in self.text.items()})

    @property
    def ends(self) -> tuple[str, ...]:
        """What stands for the bounds that are known: once where they are one number."""
        return tuple(
            dict.fromkeys(self.text[name] for name in ("low", "high") if name in self.text)
        )

    @property
    def is_bounded(self) -> bool:
        """Whether both bounds are known."""
        return "low" in self.text and "high" in self.text
