"""Whether figures rise or fall at all: the test of Mann and Kendall, which takes no line for it."""

from enum import Enum
from functools import cached_property, lru_cache
from math import factorial

import numpy as np
import numpy.typing as npt
from attrs import evolve, field, frozen

from indh_me.compute.bounds import Floats, Positions

from .panel import Panel, ProjectionReason, blocks_of, decimal_years, level_of, of_shape

__all__ = ["MannKendall", "Monotone", "mann_kendall"]

#: Below so many points nothing is called a trend: of four, even a straight rise has p = 1/12.
FEWEST = 5
#: Up to so many points, without ties, the distribution of S is counted out.
LONGEST_EXACT = 10


class Monotone(Enum):
    """What the figures of a series do over time.

    Examples
    --------
    >>> Monotone("too_few_points") is Monotone.TOO_FEW_POINTS
    True
    """

    #: They rise.
    INCREASING = "increasing"
    #: They fall.
    DECREASING = "decreasing"
    #: They do not tell that they rise or fall. They may.
    NONE = "none"
    #: So few figures could not tell it if they did nothing else.
    TOO_FEW_POINTS = "too_few_points"


WORDS = (None, *Monotone)
REASONS = (None, *ProjectionReason)
CODE_OF_WORD = {word: code for code, word in enumerate(WORDS)}
CODE_OF_REASON = {reason: code for code, reason in enumerate(REASONS)}


@frozen(eq=False, slots=False, kw_only=True)
class MannKendall:
    """What the test of Mann and Kendall says of many series.

    Parameters
    ----------
    s
        Pairs of figures of which the later is larger, less those of which it is smaller, of shape
        (series,); NaN where a series is refused.
    tau
        Kendall's tau-b; NaN also where all figures are equal, or fewer than two.
    p
        Two-sided p-values; NaN where a series is refused or has fewer than two points.
    n
        Points of each series.
    level
        Confidence from which on a trend is called one, a share of 1.

    Examples
    --------
    >>> made = mann_kendall([[60, 62, 65, 67, 70], [3, 5, np.inf, 4, 6]])
    >>> made.trend[0].value, made.reason[1].value
    ('increasing', 'infinite_value')
    """

    s: Floats
    tau: Floats
    p: Floats
    n: Positions
    level: float
    _what: npt.NDArray[np.int8] = field(repr=False)
    _why: npt.NDArray[np.int8] = field(repr=False)

    @cached_property
    def trend(self) -> npt.NDArray[np.object_]:
        """What each series does, a `Monotone`; `None` where it is refused."""
        return np.array(WORDS, dtype=object)[self._what]

    @cached_property
    def reason(self) -> npt.NDArray[np.object_]:
        """Why each series is refused, a `ProjectionReason`; `None` where it is not."""
        return np.array(REASONS, dtype=object)[self._why]


def mann_kendall(
    values: npt.ArrayLike, dates: npt.ArrayLike | None = None, *, level: float = 0.95
) -> MannKendall:
    r"""Test whether the figures of many series rise or fall, by whatever path.

    Parameters
    ----------
    values
        Figures, of shape (series, time) or (time,), NaN or masked where there is none.
    dates
        Of shape (time,) or (series, time), forward: years, or `numpy.datetime64`. Only their order
        counts. By default the order of the columns.
    level
        Confidence from which on a trend is called one: where p is at most 1 - level.

    Returns
    -------
    MannKendall
        S, tau, p and what is called a trend, series by series. A series whose dates do not run
        forward, or that holds what is no figure, has a reason, and is no error for the others.

    Raises
    ------
    InvalidInputError
        For shapes that do not fit, what is no number, and a level that is none.

    Notes
    -----
    With y_1 ... y_n the figures in the order of their dates, gaps left out, and t the sizes of the
    groups of equal figures:

    - S = Σ sign(y_j - y_i) over all pairs i < j [1]_;
    - tau-b = S / √((n_0 - n_1) n_0), with n_0 = n (n - 1) / 2 pairs, of which
      n_1 = Σ t (t - 1) / 2 are tied [2]_: without ties it is S / n_0;
    - without ties and for n of 10 at most, p = min(1, 2 P(S' ≥ \|S\|)), S' that of figures in any
      order: of the n! orders, M(n, k) have k pairs that fall, and S' = n_0 - 2 k. M(n, k) is the
      sum of M(n - 1, k - i) over i = 0 ... n - 1, from M(1, 0) = 1;
    - else p = 2 (1 - Φ(\|z\|)), Φ the standard normal distribution, z = (S - sign S) / √V with
      V = (n (n - 1) (2n + 5) - Σ t (t - 1) (2t + 5)) / 18 [3]_. Where S is zero, p is 1.

    A trend needs as many points as could show one, five at least: of n points in one order,
    p = 2 / n!, that is .083 of four and .017 of five. Fewer are ``too_few_points``, and not no
    trend; at a level of .99 so are five.

    The test takes figures to be independent of one another. Those of one year often hang on those
    of the year before, and then p is too small.

    References
    ----------
    .. [1] Mann (1945), Econometrica 13, 245-259.
    .. [2] Kendall (1975), Rank Correlation Methods, 4th ed., Griffin.
    .. [3] Gilbert (1987), Statistical Methods for Environmental Pollution Monitoring, section 16.4.

    Examples
    --------
    >>> made = mann_kendall([60, 62, 61, 65, 67, 70])
    >>> made.s.item(), made.tau.round(3).item(), made.p.round(3).item(), made.trend.item().value
    (13.0, 0.867, 0.017, 'increasing')
    >>> mann_kendall([60, 62, 65, 70]).trend.item().value
    'too_few_points'
    """
    held = level_of(level)
    panel = Panel.of(values, None, 1, None)
    count, time = panel.values.shape
    if dates is not None:
        when = of_shape(decimal_years(dates, "dates"), count, time, "dates")
        panel = evolve(panel, dates=when)
    s, tau, p = (np.full(count, np.nan) for _ in range(3))
    n = np.zeros(count, dtype=np.intp)
    what, why = (np.zeros(count, dtype=np.int8) for _ in range(2))
    with np.errstate(all="ignore"):
        for block in blocks_of(panel):
            n[block.rows] = block.points
            reasons = np.zeros(len(n[block.rows]), dtype=np.int8)
            for where, reason in block.refused:
                reasons[(reasons == 0) & where] = CODE_OF_REASON[reason]
            why[block.rows] = reasons
            if block.series is None:
                continue
            score, equal = _compared(block.series.values)
            found = _tau(score, equal), _p_value(score, equal)
            words = _words(score, found[1], block.series.points, held)
            for each, given in zip((s, tau, p), (score, *found), strict=True):
                each[block.rows] = np.where(reasons == 0, given, np.nan)
            what[block.rows] = np.where(reasons == 0, words, 0)
    return MannKendall(s=s, tau=tau, p=p, n=n, level=held, what=what, why=why)


def _compared(values: Floats) -> tuple[Positions, Positions]:
    """Give S of each series, and of each figure how many others are equal to it."""
    score = np.zeros(len(values), dtype=np.intp)
    equal = np.zeros(values.shape, dtype=np.intp)
    for lag in range(1, values.shape[1]):
        earlier, later = values[:, :-lag], values[:, lag:]
        score += np.count_nonzero(later > earlier, axis=1)
        score -= np.count_nonzero(later < earlier, axis=1)
        same = later == earlier
        equal[:, :-lag] += same
        equal[:, lag:] += same
    return score, equal


def _tau(score: Positions, equal: Positions) -> Floats:
    """Give tau-b; NaN where no pair differs."""
    points = equal.shape[1]
    pairs = points * (points - 1) / 2
    untied = pairs - equal.sum(axis=1) / 2
    found = np.full(len(score), np.nan)
    return np.asarray(np.divide(score, np.sqrt(untied * pairs), out=found, where=untied > 0))


def _p_value(score: Positions, equal: Positions) -> Floats:
    points = equal.shape[1]
    if points < 2:  # noqa: PLR2004 - a pair
        return np.full(len(score), np.nan)
    found = _normal_p(score, equal)
    if points <= LONGEST_EXACT:
        untied = ~equal.any(axis=1)
        found[untied] = _exact_p(points)[np.abs(score[untied])]
    return found


def _normal_p(score: Positions, equal: Positions) -> Floats:
    """Give p by the normal approximation, with ties and a correction for steps of two."""
    from scipy.special import erfc  # noqa: PLC0415 - importing scipy takes a while

    points = equal.shape[1]
    # Each of the t figures of a tie is equal to t - 1 others.
    ties = (equal * (2 * equal + 7)).sum(axis=1)
    variance = (points * (points - 1) * (2 * points + 5) - ties) / 18
    z = np.zeros(len(score))
    np.divide(np.abs(score) - 1, np.sqrt(2 * variance), out=z, where=score != 0)
    return np.asarray(erfc(z), dtype=np.float64)


@lru_cache(maxsize=LONGEST_EXACT)
def _exact_p(points: int) -> Floats:
    """Give p of each absolute S, of points without ties; NaN for an S that cannot be."""
    orders = [1]
    for each in range(2, points + 1):
        grown = [0] * (len(orders) + each - 1)
        for falls, number in enumerate(orders):
            for more in range(each):
                grown[falls + more] += number
        orders = grown
    pairs = len(orders) - 1
    found = np.full(pairs + 1, np.nan)
    for falls in range(pairs // 2 + 1):
        found[pairs - 2 * falls] = min(1.0, 2 * sum(orders[: falls + 1]) / factorial(points))
    return found


def _words(score: Positions, p: Floats, points: int, level: float) -> "npt.NDArray[np.int8]":
    """Give the codes of what the series do."""
    if points < FEWEST or (points <= LONGEST_EXACT and 2 / factorial(points) > 1 - level):
        return np.full(len(score), CODE_OF_WORD[Monotone.TOO_FEW_POINTS], dtype=np.int8)
    way = np.where(score > 0, CODE_OF_WORD[Monotone.INCREASING], CODE_OF_WORD[Monotone.DECREASING])
    return np.where(p <= 1 - level, way, CODE_OF_WORD[Monotone.NONE]).astype(np.int8)
