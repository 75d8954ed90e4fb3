"""Scales on which a trend is straight: as it stands, in logarithms, in logits."""

from enum import Enum

import numpy as np

from indh_me.compute.bounds import Flags, Floats
from indh_me.compute.projection.panel import ProjectionReason

__all__ = ["Link", "from_link", "link_slope", "to_link", "unlinked"]


class Link(Enum):
    """Scale on which a method fits and on which its Student's t lies.

    Examples
    --------
    >>> Link("log") is Link.LOG
    True
    """

    #: The figures as they stand.
    IDENTITY = "identity"
    #: ln y: equal steps are equal growth rates.
    LOG = "log"
    #: ln((y - a) / (b - y)), between the bounds a and b.
    LOGIT = "logit"
    #: The same, after moving the figures off the bounds by half a point in n.
    LOGIT_ADJUSTED = "logit_adjusted"


def unlinked(
    link: Link, values: Floats, bounds: tuple[float, float]
) -> tuple[Flags | None, ProjectionReason]:
    """Say which series have figures that the scale has no place for, and why.

    Parameters
    ----------
    link
        The scale.
    values
        Figures within the bounds, of shape (series, points).
    bounds
        Lowest and highest value that a figure can have.

    Returns
    -------
    tuple
        A flag for each series, `None` when all have a place, and the reason.
    """
    if link is Link.LOG:
        return np.asarray((values <= 0).any(axis=1)), ProjectionReason.NOT_POSITIVE
    if link is Link.LOGIT:
        low, high = bounds
        return np.asarray(
            ((values <= low) | (values >= high)).any(axis=1)
        ), ProjectionReason.ON_BOUND
    return None, ProjectionReason.ON_BOUND


def to_link(link: Link, values: Floats, bounds: tuple[float, float]) -> Floats:
    """Bring figures to the scale of a link.

    Parameters
    ----------
    link, bounds
        The scale, and what its figures lie between; finite for a logit.
    values
        Figures of shape (series, points).

    Notes
    -----
    The adjusted logit first takes p = (y - a) / (b - a) to (p (n - 1) + 1/2) / n, n the points of
    the series, so that a figure on a bound has a finite logit [1]_. It moves all figures a little
    towards the middle.

    References
    ----------
    .. [1] Smithson and Verkuilen (2006), Psychological Methods 11, 54-71.

    Examples
    --------
    >>> to_link(Link.LOGIT, np.array([[50.0]]), (0.0, 100.0)).tolist()
    [[0.0]]
    """
    if link is Link.IDENTITY:
        return values
    if link is Link.LOG:
        return np.asarray(np.log(values))
    low, high = bounds
    below, above = values - low, high - values
    if link is Link.LOGIT_ADJUSTED:
        points = values.shape[1]
        half = (high - low) / 2
        below, above = below * (points - 1) + half, above * (points - 1) + half
    return np.asarray(np.log(below / above))


def link_slope(link: Link, values: Floats, bounds: tuple[float, float]) -> Floats:
    """Give how much faster than the figures themselves their links change.

    Parameters
    ----------
    link, bounds
        The scale, and what its figures lie between; finite for a logit.
    values
        Figures of shape (series, points).

    Notes
    -----
    The derivative of `to_link`: 1 for the identity, 1 / y for the logarithm, and
    1 / (y - a) + 1 / (b - y) for the logit of y between a and b. For the adjusted logit of n points
    it is 1 / (y - a + e) + 1 / (b - y + e) with e = (b - a) / (2 (n - 1)). What is uncertain by a
    small standard error is, on the scale of the link, uncertain by that times the derivative.

    Examples
    --------
    >>> link_slope(Link.LOGIT, np.array([[50.0, 80.0]]), (0.0, 100.0)).round(6).tolist()
    [[0.04, 0.0625]]
    """
    if link is Link.IDENTITY:
        return np.ones_like(values)
    if link is Link.LOG:
        return 1 / values
    low, high = bounds
    moved = (high - low) / (2 * (values.shape[1] - 1)) if link is Link.LOGIT_ADJUSTED else 0.0
    return np.asarray(1 / (values - low + moved) + 1 / (high - values + moved))


def from_link(link: Link, values: Floats, bounds: tuple[float, float]) -> Floats:
    """Bring figures back from the scale of a link, within the bounds.

    Examples
    --------
    >>> from_link(Link.LOGIT, np.array([0.0, np.inf]), (0.0, 100.0)).tolist()
    [50.0, 100.0]
    >>> from_link(Link.IDENTITY, np.array([104.0]), (0.0, 100.0)).tolist()
    [100.0]
    """
    low, high = bounds
    if link is Link.LOG:
        values = np.exp(values)
    elif link is not Link.IDENTITY:
        with np.errstate(over="ignore"):  # What is beyond all numbers lies on the low bound.
            values = low + (high - low) / (1 + np.exp(-values))
    if np.isinf(low) and np.isinf(high):
        return values
    return np.clip(values, low, high)
