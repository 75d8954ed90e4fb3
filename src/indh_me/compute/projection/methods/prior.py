"""What the drifts of like series are: learnt from a panel, to judge each of its series by."""

import math

import numpy as np
from attrs import frozen

from indh_me.compute.projection.panel import Panel, blocks_of

from .evidence import Evidence

__all__ = ["LEAST", "Prior"]

#: Fewer series than these say too little of what is usual among them.
LEAST = 20
#: Points from which on a series has a say: with three, its error is not known well enough.
FEWEST = 4


@frozen
class Prior:
    """Drifts of like series, in root mean squared changes a year of each.

    Parameters
    ----------
    mean
        Mean drift.
    variance
        How much the drifts differ, without the error that they are measured with.
    series
        How many series it was learnt from.

    Examples
    --------
    >>> rising = np.cumsum(np.random.default_rng(1).normal(1, 2, (500, 9)), axis=1)
    >>> from indh_me.compute.projection import project_panel
    >>> found = project_panel(rising, horizon=1, pooled=True).prior
    >>> round(found.mean, 1), found.series
    (0.4, 500)
    """

    mean: float
    variance: float
    series: int

    @classmethod
    def of(cls, panel: Panel, bounds: tuple[float, float]) -> "Prior | None":
        """Learn from the series of a panel that can be projected; `None` where they are too few.

        Parameters
        ----------
        panel
            Series and their dates. Nothing but these is used.
        bounds
            Lowest and highest value that a figure can have: series beyond them have no say.

        Returns
        -------
        Prior | None
            In root mean squared changes a year, as the class is.

        Notes
        -----
        With x the drift of a series over its root mean squared change, and e² the squared error of
        x: μ = mean(x), τ² = mean((x - μ)²) - mean(e²), or 0 where that is below. Series of fewer
        than four points and those that never moved have no say; fewer than twenty others are too
        few.

        Examples
        --------
        >>> few = Panel.of([[4, 6, 7, 9], [5, 5, 6, 8]], None, 1, None)
        >>> Prior.of(few, (-math.inf, math.inf)) is None
        True
        """
        drifts, errors = [np.empty(0)], [np.empty(0)]
        for block in blocks_of(panel):
            if block.series is None or block.series.points < FEWEST:
                continue
            values = block.series.values
            refused = (values < bounds[0]).any(axis=1) | (values > bounds[1]).any(axis=1)
            for where, _ in block.refused:
                refused |= where
            found = Evidence.of(block.series)
            error = found.relative_error[:, 0]
            drift = np.full_like(error, np.nan)
            np.divide(found.drift[:, 0], found.unit[:, 0], out=drift, where=found.unit[:, 0] > 0)
            told = np.isfinite(drift) & np.isfinite(error) & ~refused
            drifts.append(drift[told])
            errors.append(error[told])
        told_drifts, told_errors = np.concatenate(drifts), np.concatenate(errors)
        count = told_drifts.size
        if count < LEAST:
            return None
        mean = math.fsum(told_drifts) / count
        spread = math.fsum((told_drifts - mean) ** 2) - math.fsum(told_errors)
        return cls(mean, max(spread / count, 0.0), count)
