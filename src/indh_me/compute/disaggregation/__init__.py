"""Disaggregation: one indicator's figures, group by group.

`breakdown` adds the figures of narrow groups up to wider ones, where they may be added;
`suppress` withholds what would tell of a few persons; `equity` compares two groups.
"""

from .breakdown import breakdown
from .equity import Equity, equity
from .group_reason import GroupReason
from .groups import Breakdown, Group, Remainder
from .publication import Disclosure, Publication, PublishedGroup, PublishedRemainder
from .suppression import suppress

__all__ = [
    "Breakdown",
    "Disclosure",
    "Equity",
    "Group",
    "GroupReason",
    "Publication",
    "PublishedGroup",
    "PublishedRemainder",
    "Remainder",
    "breakdown",
    "equity",
    "suppress",
]
