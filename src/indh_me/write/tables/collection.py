"""The table of what came back in filled workbooks."""

from collections.abc import Iterator

from indh_me.compute import CollectedFigure, Collection, Outcome
from indh_me.model import Framework, Observation
from indh_me.write.words import Words

from .group import group_name
from .table import Column, Row, Table

__all__ = ["collection_table"]

KEYS = ("code", "period", "group")


def collection_table(collection: Collection, framework: Framework | None, words: Words) -> Table:
    """Lay out what came back in filled workbooks; what is the same as known is only counted.

    Parameters
    ----------
    collection
        What `collect` gave.
    framework
        The plan; without it, groups have the names of their categories, and figures no unit.
    words
        Language of words and numbers.

    Examples
    --------
    >>> from indh_me.model import Observations
    >>> empty = Collection(figures=(), findings=(), known=Observations(), files=["dakhla.xlsx"])
    >>> collection_table(empty, Framework(code="DEMO", languages=["en"]), Words("en")).title
    'Figures from dakhla.xlsx'
    """
    rows = _Rows(framework, words)
    headings = [words.label("heading", key) for key in KEYS]
    headings += [words.label("collection", key) for key in ("outcome", "known", "entered")]
    headings.append(words.label("heading", "place"))
    counts = (
        words.label(
            "collection",
            "count",
            outcome=words.label("outcome", outcome),
            count=str(len(collection.of(outcome))),
        )
        for outcome in Outcome
    )
    return Table(
        title=words.label("collection", "title", files=words.listed(collection.files)),
        columns=tuple(Column(heading, at in {4, 5}) for at, heading in enumerate(headings)),
        rows=tuple(
            Row(cells)
            for figure in collection.figures
            if figure.outcome is not Outcome.SAME
            for cells in rows.of(figure)
        ),
        notes=(words.listed(counts),),
    )


class _Rows:
    """Figures in words."""

    def __init__(self, framework: Framework | None, words: Words) -> None:
        self.words = words
        self.dimensions = () if framework is None else framework.dimensions
        indicators = () if framework is None else framework.indicators
        self.units = {each.code: each.unit for each in indicators}

    def of(self, figure: CollectedFigure) -> Iterator[tuple[str, ...]]:
        """Give the rows of a figure: of a conflict one for each workbook."""
        code, period, categories = figure.address
        group = group_name(categories, self.dimensions, self.words)
        if categories.is_total:
            group = self.words.label("heading", "total")
        outcome = self.words.label("outcome", figure.outcome)
        unit = self.units.get(code)
        known = "" if figure.known is None else self.words.value(figure.known.value, unit)
        several = figure.outcome is Outcome.CONFLICT
        for entered in figure.entered if several else figure.entered[:1]:
            shown = "" if entered.value is None else self.words.value(entered.value, unit)
            if figure.outcome is Outcome.CHANGED:
                shown = self._with_others(shown, figure.observation, figure.known)
            about = code, str(period), group or str(categories)
            yield *about, outcome, known, shown, str(entered.place)

    def _with_others(
        self, shown: str, entered: Observation | None, known: Observation | None
    ) -> str:
        """Name what changed beside the value."""
        if entered is None or known is None:
            return shown
        parts = {
            "source": entered.source != known.source,
            "collected": entered.collected != known.collected,
            "note": entered.note != known.note or entered.scope != known.scope,
        }
        changed = [self.words.label("heading", name) for name, other in parts.items() if other]
        return f"{shown} ({self.words.listed(changed)})" if changed else shown
