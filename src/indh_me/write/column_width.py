"""How wide a column must be, in digits."""

from collections.abc import Iterable

from indh_me.model import Quantity

__all__ = ["code_width", "number_width"]

NARROWEST_CODE, WIDEST_CODE = 9, 20
NARROWEST, WIDEST = 11, 24
ROOM = 3  # For a sign, a decimal, the edges.


def code_width(codes: Iterable[str]) -> float:
    """Give the width of a column of codes; longer ones take several lines.

    Examples
    --------
    >>> code_width(["A", "communication"])
    16.0
    """
    longest = max(map(len, codes), default=0)
    return float(min(max(longest + ROOM, NARROWEST_CODE), WIDEST_CODE))


def number_width(figures: Iterable[Quantity | None], units: Iterable[str | None]) -> float:
    """Give the width of a column of figures.

    Parameters
    ----------
    figures
        All that may stand in it.
    units
        Words that are written behind them.

    Examples
    --------
    >>> number_width([Quantity.at_least(1_000_000_000)], ["MAD"])
    20.0
    """
    bounds = (
        abs(bound)
        for figure in figures
        if figure is not None
        for bound in (figure.low, figure.best, figure.high)
        if bound is not None
    )
    longest = len(f"{max(bounds, default=0.0):,.0f}")
    unit = max((len(each) + 1 for each in units if each is not None), default=0)
    return float(min(max(longest + unit + ROOM, NARROWEST), WIDEST))
