"""What was hoped for of a figure, and whether it was reached."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Aim", "shown", "table"]


@dataclass(frozen=True)
class Aim:
    """A figure, and what it should be.

    Parameters
    ----------
    name
        What was measured.
    found
        The figure; `None` where there is none.
    least, most
        Where it should lie; `None` where it is open on that side.
    form
        How it is printed.
    why_not
        Why the aim does not apply, if it does not.
    """

    name: str
    found: float | None = None
    least: float | None = None
    most: float | None = None
    form: str = ".4f"
    why_not: str | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure lies where it should."""
        return (
            self.found is not None
            and (self.least is None or self.found >= self.least)
            and (self.most is None or self.found <= self.most)
        )

    @property
    def is_missed(self) -> bool:
        """Whether the figure should lie elsewhere."""
        return self.why_not is None and not self.is_met

    @property
    def wanted(self) -> str:
        """What the figure should be, in words."""
        ends = (("at least", self.least), ("at most", self.most))
        return ", ".join(f"{word} {end:g}" for word, end in ends if end is not None)

    def cells(self) -> Iterator[str]:
        """Give the cells of a row of the table."""
        yield self.name
        yield "-" if self.found is None else f"{self.found:{self.form}}"
        yield self.wanted
        yield self.why_not or ("met" if self.is_met else "**missed**")


def shown(figure: float | None, digits: int) -> str:
    """Write a figure with so many decimals, or a hyphen where there is none."""
    return "-" if figure is None else f"{figure:.{digits}f}"


def table(head: Sequence[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Give the lines of a table."""
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(row)} |"
