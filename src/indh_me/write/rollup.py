"""Scores of results as plain data, for JSON and other machines."""

from typing import Any

from indh_me.compute import ResultScore, Rollup

from .plain_value import quantity_to_plain, word_to_plain

__all__ = ["rollup_to_plain"]


def rollup_to_plain(rollup: Rollup) -> dict[str, Any]:
    """Write the scores of all results as plain data.

    Parameters
    ----------
    rollup
        What `rollup` gave.

    Returns
    -------
    dict
        ``rule``, under ``results`` one table a result, and under ``total`` that of the whole
        framework. Scores are fractions. Nothing is rounded.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import assess, rollup
    >>> from indh_me.model import Framework
    >>> empty = Framework(code="DEMO", languages=["fr"])
    >>> rollup_to_plain(rollup(assess(empty, as_of=date(2008, 3, 27))))["total"]["capped"] is None
    True
    """
    return {
        "rule": rollup.rule.value,
        "results": [_score(row) for row in rollup],
        "total": _score(rollup.total),
    }


def _score(score: ResultScore) -> dict[str, Any]:
    return {
        "code": score.code,
        "capped": quantity_to_plain(score.capped),
        "uncapped": quantity_to_plain(score.uncapped),
        "counted": list(score.counted),
        "not_computed": [
            {"code": each.code, "reason": word_to_plain(each.reason)} for each in score.not_computed
        ],
        "unweighted": list(score.unweighted),
        "coverage": score.coverage,
    }
