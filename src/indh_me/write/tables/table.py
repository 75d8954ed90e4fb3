"""A table as a value: words in rows and columns, ready to be printed anywhere."""

from attrs import frozen

from indh_me.compute import Status
from indh_me.model import Quantity

__all__ = ["Bar", "Column", "Row", "Table"]


@frozen
class Bar:
    """How far something has come, for what can draw it.

    Parameters
    ----------
    share
        A fraction, of which there may be more than one whole.
    mark
        The fraction that is expected by now; `None` for none.
    """

    share: Quantity
    mark: float | None = None

    @property
    def ends(self) -> tuple[float, float]:
        """Where it ends for certain, and where it may end at most: fractions from 0 to 1.

        Examples
        --------
        >>> Bar(Quantity.at_least(0.643)).ends, Bar(Quantity.exactly(1.2)).ends
        ((0.643, 1.0), (1.0, 1.0))
        """
        if self.share.best is not None:
            return _inside(self.share.best), _inside(self.share.best)
        low = 0.0 if self.share.low is None else _inside(self.share.low)
        high = 1.0 if self.share.high is None else _inside(self.share.high)
        return low, high


def _inside(share: float) -> float:
    return min(max(share, 0.0), 1.0)


@frozen
class Column:
    """One column.

    Parameters
    ----------
    heading
        What stands above it.
    figures
        Whether it holds figures, which stand at its end.
    status
        Whether it names the status that the row has.
    barred
        Whether the bar of a row belongs to it.
    spare
        Whether it may be left out where there is no room: 0 for never, else the highest first;
        those of 1 only after the bars.
    """

    heading: str
    figures: bool = False
    status: bool = False
    barred: bool = False
    spare: int = 0


@frozen
class Row:
    """One row.

    Parameters
    ----------
    cells
        Words, one for each column.
    status
        What may colour it, as a second cue beside the word.
    bar
        What may be drawn beside the figure in words.
    """

    cells: tuple[str, ...]
    status: Status | None = None
    bar: Bar | None = None


@frozen(kw_only=True)
class Table:
    """Words in rows and columns.

    Parameters
    ----------
    title
        What stands above it.
    columns, rows
        Each row has a cell for each column.
    notes
        Lines that stand under it.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
