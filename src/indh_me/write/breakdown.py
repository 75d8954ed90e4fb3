"""Figures group by group as plain data, for JSON and other machines."""

from typing import Any

from indh_me.compute import Breakdown, Publication
from indh_me.errors import Fault

from .plain_value import quantity_to_plain, word_to_plain

__all__ = ["breakdown_to_plain", "publication_to_plain"]


def breakdown_to_plain(breakdown: Breakdown) -> dict[str, Any]:
    """Write the figures of an indicator's groups as plain data.

    Parameters
    ----------
    breakdown
        What `breakdown` gave.

    Returns
    -------
    dict
        ``indicator``, ``unit``, ``as_of`` and ``dimensions``; under ``groups`` one table a group,
        under ``remainders`` what no category accounts for, under ``faults`` what contradicts
        itself in the figures reported.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import breakdown
    >>> from indh_me.model import Framework, Indicator, Observations
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[trained])
    >>> table = Observations.from_columns(["A"], ["2008"], [40])
    >>> plain = breakdown_to_plain(breakdown(demo, table, "A", as_of=date(2008, 12, 31)))
    >>> plain["groups"][0]["to_date"]
    {'best': 40, 'low': 40, 'high': 40}
    """
    return {
        **_head(breakdown),
        "groups": [
            {
                "categories": dict(each.categories.pairs),
                "to_date": quantity_to_plain(each.quantity),
                "reason": word_to_plain(each.reason),
                "derived": each.derived,
            }
            for each in breakdown.groups
        ],
        "remainders": [
            {
                "categories": dict(each.categories.pairs),
                "dimension": each.dimension,
                "to_date": quantity_to_plain(each.quantity),
                "reason": word_to_plain(each.reason),
            }
            for each in breakdown.remainders
        ],
        "faults": [_fault(each) for each in breakdown.faults],
    }


def publication_to_plain(publication: Publication) -> dict[str, Any]:
    """Write the figures of an indicator's groups that may be published as plain data.

    Parameters
    ----------
    publication
        What `suppress` gave.

    Returns
    -------
    dict
        ``indicator``, ``unit``, ``as_of``, ``dimensions`` and ``suppressed_below``; under
        ``groups`` one table a group, under ``remainders`` what no category accounts for. No
        withheld figure is in it.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import breakdown, suppress
    >>> from indh_me.model import Framework, Indicator, Observations
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[trained])
    >>> table = Observations.from_columns(["A"], ["2008"], [3])
    >>> made = suppress(breakdown(demo, table, "A", as_of=date(2008, 12, 31)), below=5)
    >>> publication_to_plain(made)["groups"]
    [{'categories': {}, 'disclosure': 'suppressed', 'to_date': None, 'reason': None}]
    """
    return {
        **_head(publication),
        "suppressed_below": publication.below,
        "groups": [
            {
                "categories": dict(each.categories.pairs),
                "disclosure": each.disclosure.value,
                "to_date": quantity_to_plain(each.quantity),
                "reason": word_to_plain(each.reason),
            }
            for each in publication.groups
        ],
        "remainders": [
            {
                "categories": dict(each.categories.pairs),
                "dimension": each.dimension,
                "disclosure": each.disclosure.value,
                "to_date": quantity_to_plain(each.quantity),
            }
            for each in publication.remainders
        ],
    }


def _head(made: Breakdown | Publication) -> dict[str, Any]:
    return {
        "indicator": made.indicator.code,
        "unit": str(made.indicator.unit),
        "as_of": made.as_of.isoformat(),
        "dimensions": [each.code for each in made.dimensions],
    }


def _fault(fault: Fault) -> dict[str, str]:
    return {"what": fault.what, "where": str(fault.where), "mend": fault.mend}
