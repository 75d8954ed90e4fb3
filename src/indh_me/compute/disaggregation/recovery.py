"""Recovery: which withheld figures follow from the figures that are shown."""

from collections.abc import Iterable, Mapping
from math import gcd

__all__ = ["Equation", "recovered", "together"]

#: Figures that come to zero together: a factor by figure, 1 for a part, -1 for the whole.
Equation = Mapping[int, int]


def recovered(equations: Iterable[Equation], withheld: Iterable[int]) -> set[int]:
    r"""Find the withheld figures that the others determine exactly.

    Parameters
    ----------
    equations
        What holds among the figures.
    withheld
        Figures that are not shown; all others are.

    Returns
    -------
    set[int]
        Some of the withheld.

    Notes
    -----
    With the shown figures known, the equations say A u = b of the withheld figures u. The
    figure u_i follows from them exactly when the unit vector e_i lies in the row space of A:
    when the reduced row echelon form of A has a row with a single entry, at i. Computed in
    whole numbers, without rounding.

    Examples
    --------
    >>> total = {0: -1, 1: 1, 2: 1}
    >>> recovered([total], [1]), recovered([total], [1, 2])
    ({1}, set())
    """
    unknown = set(withheld)
    # Rows by their pivot; no pivot occurs in another row. And which rows hold a figure besides.
    echelon: dict[int, dict[int, int]] = {}
    holders: dict[int, set[int]] = {figure: set() for figure in unknown}
    for equation in equations:
        row = {figure: factor for figure, factor in equation.items() if figure in unknown}
        for figure in sorted(row):
            if figure in echelon:
                row = _eliminated(row, echelon[figure], figure)
        if not row:
            continue
        pivot = min(row)
        for other in sorted(holders[pivot]):
            before = echelon[other]
            after = echelon[other] = _eliminated(before, row, pivot)
            for figure in before.keys() - after.keys():
                holders[figure].discard(other)
            for figure in after.keys() - before.keys():
                holders[figure].add(other)
        echelon[pivot] = row
        for figure in row.keys() - {pivot}:
            holders[figure].add(pivot)
    return {pivot for pivot, row in echelon.items() if len(row) == 1}


def together(equations: Iterable[Equation], withheld: Iterable[int]) -> list[set[int]]:
    """Sort the withheld figures into sets that share no equation with each other.

    Parameters
    ----------
    equations
        What holds among the figures.
    withheld
        Figures that are not shown.

    Returns
    -------
    list[set[int]]
        Only those of more than one figure, by their smallest.

    Examples
    --------
    >>> together([{0: -1, 1: 1}, {1: 1, 2: 1}, {3: 1, 4: 1}], [0, 1, 2, 4])
    [{0, 1, 2}]
    """
    unknown = set(withheld)
    set_of: dict[int, set[int]] = {}
    for equation in equations:
        linked: set[int] = set()
        for figure in equation:
            if figure in unknown and figure not in linked:
                linked |= set_of.get(figure, {figure})
        for figure in linked:
            set_of[figure] = linked
    found = {min(each): each for each in set_of.values() if len(each) > 1}
    return [found[first] for first in sorted(found)]


def _eliminated(row: Mapping[int, int], other: Mapping[int, int], pivot: int) -> dict[int, int]:
    """Take as much of another row from a row as leaves nothing at the pivot."""
    keep, take = other[pivot], row[pivot]
    left = {figure: keep * factor for figure, factor in row.items()}
    for figure, factor in other.items():
        left[figure] = left.get(figure, 0) - take * factor
    divisor = gcd(*left.values())
    return {figure: factor // divisor for figure, factor in left.items() if factor != 0}
