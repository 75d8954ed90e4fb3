"""The target that figures are held against, which they may choose themselves."""

from datetime import date

from indh_me.model import Indicator, Method, Target

from .assessed_target import assessed_target, next_target
from .method import method_of

__all__ = ["target_ahead"]


def target_ahead(indicator: Indicator, until: date | None, as_of: date) -> Target | None:
    """Choose the target that figures are held against.

    Parameters
    ----------
    indicator
        Whose targets for the total they are.
    until
        Last day that its figures reach to; `None` when there are none.
    as_of
        The day.

    Returns
    -------
    Target | None
        For ``milestone`` the next one after the figures, or after the as-of date without any;
        otherwise, and where none is left, that of `assessed_target`.
    """
    if method_of(indicator) is Method.MILESTONE:
        ahead = next_target(indicator, as_of if until is None else until)
        if ahead is not None:
            return ahead
    return assessed_target(indicator, as_of)
