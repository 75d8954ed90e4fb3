"""The method of projection that is taken of an indicator, and why."""

import math
from enum import Enum

from attrs import frozen

from indh_me.compute.projection.methods import AUTO, TECHNIQUES
from indh_me.compute.projection.panel import UNEVENNESS
from indh_me.model import Accumulation
from indh_me.model.period_name import MONTHS_A_YEAR

from .history import History

__all__ = ["MethodChoice", "choose"]

#: Points, and median years between them, from which figures count as those of sparse surveys.
SURVEYS, SPARSE = 4, 2.0


class MethodChoice(Enum):
    """Why a method of projection was taken.

    Examples
    --------
    >>> MethodChoice("asked_for") is MethodChoice.ASKED_FOR
    True
    """

    #: It was asked for by its name.
    ASKED_FOR = "asked_for"
    #: Two figures tell no more than the last of them, and no interval.
    TWO_FIGURES = "two_figures"
    #: Three figures: half of their average change.
    THREE_FIGURES = "three_figures"
    #: Four figures or more: as much of their average change as they bear out.
    OWN_EVIDENCE = "own_evidence"
    #: Percentages of four surveys or more, two years apart or more: a trend between their bounds.
    SPARSE_SURVEYS = "sparse_surveys"
    #: Quarters or months: their season, and the rest by its own evidence.
    SEASON = "season"


@frozen
class Plan:
    """How a history is to be projected.

    Parameters
    ----------
    method
        Word of the method, or ``auto``.
    season
        Steps in a year of quarters or months; `None` where there is no season to speak of.
    """

    method: str
    season: int | None


def choose(history: History, bounds: tuple[float | None, float | None], method: str) -> Plan:
    """Choose how a history is to be projected.

    Parameters
    ----------
    history
        The figures.
    bounds
        Lowest and highest value that they can have.
    method
        Word of a method, or ``auto``.

    Notes
    -----
    ``auto`` takes the logit trend of percentages from four surveys on that lie two years apart or
    more (their median), strictly between their bounds: there it errs least, and its own interval
    holds what it promises. Everything else it leaves to the policy of `project_panel`.
    """
    season = season_of(history)
    if method == AUTO and season is None and _is_sparse(history, bounds):
        return Plan("logit_trend", None)
    if method == AUTO or TECHNIQUES[method].is_seasonal:
        return Plan(method, season)
    return Plan(method, None)


def reason_of(method: str, plan: Plan, asked: str) -> MethodChoice:
    """Tell why a method was taken that a panel has given back.

    Parameters
    ----------
    method
        Word of the method taken.
    plan
        What it was chosen by.
    asked
        What was asked for.
    """
    if asked != AUTO:
        return MethodChoice.ASKED_FOR
    if plan.method != AUTO:
        return MethodChoice.SPARSE_SURVEYS
    by_method = {
        "last": MethodChoice.TWO_FIGURES,
        "half_drift": MethodChoice.THREE_FIGURES,
        "shrunken_drift": MethodChoice.OWN_EVIDENCE,
    }
    return by_method.get(method, MethodChoice.SEASON)


def season_of(history: History) -> int | None:
    """Give how many steps a year of quarters or months has; `None` where there is no season.

    Parameters
    ----------
    history
        The figures. A running total has no season of its own.
    """
    lengths = {each.period.months for each in history.figures}
    if len(lengths) != 1 or history.accumulation is Accumulation.RUNNING_TOTAL:
        return None
    months = lengths.pop()
    if months is None or months >= MONTHS_A_YEAR or MONTHS_A_YEAR % months != 0:
        return None
    step = months / MONTHS_A_YEAR
    return MONTHS_A_YEAR // months if abs(history.step - step) <= UNEVENNESS * step else None


def _is_sparse(history: History, bounds: tuple[float | None, float | None]) -> bool:
    low, high = bounds
    if low is None or high is None or len(history.figures) < SURVEYS:
        return False
    read = [
        end
        for each in (figure.quantity for figure in history.figures)
        for end in ((each.low, each.high) if each.best is None else (each.best,))
    ]
    inside = all(end is not None and low < end < high for end in read)
    return inside and not math.isnan(history.step) and history.step >= SPARSE
