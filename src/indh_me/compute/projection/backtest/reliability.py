"""Reliability: stated probabilities against what happened."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.bounds import Flags, Floats, Positions
from indh_me.errors import Fault, InvalidInputError

from .score import NoScore, Score, counted_reasons, fitted, reason_codes, scored

__all__ = ["Reliability", "brier", "reliability"]

#: Thirds would leave the ends, where a programme decides, too coarse.
EDGES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)


@frozen(kw_only=True)
class Reliability:
    """What was stated against what happened, by bins of stated probability.

    Parameters
    ----------
    edges
        Of the bins, 0 to 1, one more than there are bins. A bin holds its lower edge, the last
        one both.
    counts
        Projections in each bin.
    stated
        Mean probability stated in each bin; `None` where the bin is empty.
    observed
        Share of each bin that met its target; `None` where the bin is empty.
    undefined
        Projections in no bin, by the reason.

    Examples
    --------
    >>> from indh_me.compute.projection.backtest.reliability import reliability
    >>> made = reliability([0.1, 0.9], [False, True], edges=[0.0, 0.5, 1.0])
    >>> made.counts, made.stated, made.observed
    ((1, 1), (0.1, 0.9), (0.0, 1.0))
    >>> round(made.worst, 3), made.to_columns()["low"]
    (0.1, [0.0, 0.5])
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    stated: tuple[float | None, ...]
    observed: tuple[float | None, ...]
    undefined: Mapping[NoScore, int]

    @property
    def worst(self) -> float | None:
        """The largest distance of stated from observed, 0 to 1; `None` when all bins are empty."""
        gaps = [
            abs(said - seen)
            for said, seen in zip(self.stated, self.observed, strict=True)
            if said is not None and seen is not None
        ]
        return max(gaps, default=None)

    def to_columns(self) -> dict[str, list[Any]]:
        """Give the bins by column for any dataframe library.

        Returns
        -------
        dict[str, list]
            One value a bin; `None` where the bin is empty. Probabilities are 0 to 1.
        """
        return {
            "low": list(self.edges[:-1]),
            "high": list(self.edges[1:]),
            "count": list(self.counts),
            "stated": list(self.stated),
            "observed": list(self.observed),
        }


def brier(probability: npt.ArrayLike, met: npt.ArrayLike) -> Score:
    """Give squared errors of stated probabilities.

    Parameters
    ----------
    probability
        Stated, 0 to 1; NaN where none was.
    met
        1 where it happened, 0 where not, NaN where nobody knows; of the same shape.

    Returns
    -------
    Score
        (p - o)^2 with probability p and outcome o; the mean is the Brier score. Always saying 0.5
        gives 0.25; lower is better.

    References
    ----------
    .. [1] Brier (1950), "Verification of forecasts expressed in terms of probability", Monthly
       Weather Review 78, 1-3.

    Examples
    --------
    >>> brier([0.75, 0.5], [1, 0]).each.tolist()
    [0.0625, 0.25]
    """
    p, o = _chances(probability, met)
    return scored((p - o) ** 2, *_unscored(p, o))


def reliability(
    probability: npt.ArrayLike, met: npt.ArrayLike, edges: Sequence[float] = EDGES
) -> Reliability:
    """Give how often things happened that were said to happen with a probability.

    Parameters
    ----------
    probability
        Stated, 0 to 1; NaN where none was.
    met
        1 where it happened, 0 where not, NaN where nobody knows; of the same shape.
    edges
        Of the bins, increasing, from 0 to 1.

    Returns
    -------
    Reliability
        Honest probabilities have ``stated`` near ``observed`` in each bin.

    Raises
    ------
    InvalidInputError
        For probabilities outside 0 to 1, outcomes that are neither 0 nor 1, and edges that do not
        increase from 0 to 1.

    References
    ----------
    .. [1] Murphy and Winkler (1977), "Reliability of subjective probability forecasts of
       precipitation and temperature", Applied Statistics 26, 41-47.

    Examples
    --------
    >>> found = reliability([0.25, 0.25, 0.75, 1.0], [0, 1, 1, np.nan], edges=(0, 0.5, 1))
    >>> found.counts, found.stated, found.observed, found.worst
    ((2, 1), (0.25, 0.75), (0.5, 1.0), 0.25)
    >>> found.undefined
    {<NoScore.NO_OUTCOME: 'no_outcome'>: 1}
    """
    p, o = _chances(probability, met)
    ends = np.asarray(edges, dtype=np.float64)
    if (
        ends.ndim != 1
        or ends.size == 0
        or ends[0] != 0
        or ends[-1] != 1
        or not (ends[1:] > ends[:-1]).all()
    ):
        mend = "let them increase from 0 to 1"
        raise InvalidInputError(Fault(f"edges '{tuple(edges)}'", "edges", mend))
    why = reason_codes(p.shape, *_unscored(p, o))
    said, seen = p[why < 0], o[why < 0]
    bins = np.searchsorted(ends[1:-1], said, side="right")
    counts = np.bincount(bins, minlength=ends.size - 1)
    stated, observed = (
        np.bincount(bins, weights=each, minlength=counts.size).astype(np.float64)
        for each in (said, seen)
    )
    return Reliability(
        edges=tuple(ends.tolist()),
        counts=tuple(counts.tolist()),
        stated=_shares(stated, counts),
        observed=_shares(observed, counts),
        undefined=counted_reasons(why),
    )


def _unscored(probability: Floats, met: Floats) -> tuple[tuple[NoScore, Flags], ...]:
    """Say where there is nothing to compare: what was not stated comes first."""
    return (NoScore.NO_PROJECTION, np.isnan(probability)), (NoScore.NO_OUTCOME, np.isnan(met))


def _shares(sums: Floats, counts: Positions) -> tuple[float | None, ...]:
    pairs = zip(sums.tolist(), counts.tolist(), strict=True)
    return tuple(None if count == 0 else each / count for each, count in pairs)


def _chances(probability: npt.ArrayLike, met: npt.ArrayLike) -> tuple[Floats, ...]:
    p, o = fitted(probability, met)
    faults = []
    strange = p[(p < 0) | (p > 1)]
    if strange.size > 0:
        mend = "give probabilities from 0 to 1"
        faults.append(Fault(f"probability '{strange[0]}'", "probability", mend))
    strange = o[~np.isnan(o) & (o != 0) & (o != 1)]
    if strange.size > 0:
        mend = "give 1 where the target was met, 0 where not, NaN where nobody knows"
        faults.append(Fault(f"outcome '{strange[0]}'", "met", mend))
    if faults:
        raise InvalidInputError(*faults)
    return p, o
