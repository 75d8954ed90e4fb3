"""Strangers: observations of indicators that a framework does not have."""

import numpy as np

from indh_me.errors import Fault, UnknownCodeError, key_path, nearest, quoted
from indh_me.model import Framework, Observations

__all__ = ["refuse_strangers"]


def refuse_strangers(framework: Framework, table: Observations) -> None:
    """Refuse observations of unknown indicators: no figure is dropped in silence.

    Parameters
    ----------
    framework
        Has the indicators.
    table
        What was reported.

    Raises
    ------
    UnknownCodeError
        For each code that the framework does not have, with the nearest one.

    Examples
    --------
    >>> empty = Framework(code="DEMO", languages=["fr"])
    >>> refuse_strangers(empty, Observations())
    """
    # A table that was cut keeps all its codes: only those that rows use count.
    rows = np.bincount(table.indicator, minlength=len(table.indicators)).tolist()
    known = {each.code: each for each in framework.indicators}
    faults = [
        Fault(
            f"observations of unknown indicator {quoted(code)}",
            key_path("observations", code),
            nearest(code, known),
        )
        for code, count in zip(table.indicators, rows, strict=True)
        if count > 0 and code not in known
    ]
    if faults:
        raise UnknownCodeError(*faults)
