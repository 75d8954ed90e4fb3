"""Comparisons of methods as plain data, for JSON and other machines."""

from typing import Any

from indh_me.compute import Achievement, MethodComparison
from indh_me.model import Method

from .plain_value import quantity_to_plain, word_to_plain

__all__ = ["comparison_to_plain"]


def comparison_to_plain(comparison: MethodComparison) -> list[dict[str, Any]]:
    """Write what each method says of the same figures as plain data.

    Parameters
    ----------
    comparison
        What `compare_methods` or `compare_indicator` gave.

    Returns
    -------
    list[dict]
        One table a method: its rate, a fraction, or the reason why there is none, the verdict,
        and the figures that it came from.

    Examples
    --------
    >>> from indh_me.compute import compare_methods
    >>> plain = comparison_to_plain(compare_methods(64, 80, 60, direction="increase"))
    >>> plain[1]["method"], plain[1]["rate"]
    ('baseline_adjusted', {'best': 0.2, 'low': 0.2, 'high': 0.2})
    """
    return [_achievement(kind, comparison[kind]) for kind in Method]


def _achievement(kind: Method, made: Achievement) -> dict[str, Any]:
    return {
        "method": kind.value,
        "rate": quantity_to_plain(made.rate),
        "reason": word_to_plain(made.reason),
        "verdict": word_to_plain(made.verdict),
        "actual": quantity_to_plain(made.actual),
        "target": quantity_to_plain(made.target),
        "baseline": quantity_to_plain(made.baseline),
        "band": quantity_to_plain(made.band),
        "years": made.years,
        "target_years": made.target_years,
    }
