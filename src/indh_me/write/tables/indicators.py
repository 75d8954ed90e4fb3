"""The table of indicators: what each measures, and how its figures are to be read."""

from indh_me.model import Framework
from indh_me.write.words import Words

from .table import Column, Row, Table

__all__ = ["indicators_table"]

KEYS = ("code", "indicator", "unit", "direction", "accumulation")


def indicators_table(framework: Framework, words: Words) -> Table:
    """Lay out the indicators of a framework.

    Parameters
    ----------
    framework
        What has them.
    words
        Language of words.

    Examples
    --------
    >>> from indh_me.model import Indicator
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[Indicator.milestone("C-P3")])
    >>> indicators_table(demo, Words("en")).rows[0].cells
    ('C-P3', '', 'Milestone', 'Increase', 'Latest value')
    """
    return Table(
        title=words.text(framework.title),
        columns=tuple(
            Column(words.label("heading", key), spare=0 if key == "code" else KEYS.index(key))
            for key in KEYS
        ),
        rows=tuple(
            Row(
                (
                    each.code,
                    words.text(each.name),
                    words.label("unit", each.unit.kind),
                    words.label("direction", each.direction),
                    words.label("accumulation", each.accumulation),
                )
            )
            for each in framework.indicators
        ),
    )
