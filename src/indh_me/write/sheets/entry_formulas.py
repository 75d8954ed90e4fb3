"""How the data-entry sheet reads what is typed: the formulas of its folded columns."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from indh_me.model import Absence, Accumulation, Categories, Indicator, Quantity
from indh_me.write.content import LAST, Content
from indh_me.write.entries import Entry
from indh_me.write.grid import Formula

from .entry_columns import LETTER
from .precision import KNOWN_AS, mark, mark_formula, shown_number
from .spelling import literal, number, quoted, serial

__all__ = ["COUNTED", "EntryFormulas", "counted_code", "shared_from"]

#: What stands before the code of a figure that counts, and of one that is reported as absent.
COUNTED = "|"
ABSENT: Mapping[Absence, str] = {Absence.NOT_APPLICABLE: "na|", Absence.NOT_REPORTED: "nr|"}
#: Stands for the number of the row in a formula that is the same in many of them.
ROW = "\0"


def counted_code(indicator: Indicator, categories: Categories) -> str:
    """Give the word by which the figures of an indicator, or of one of its groups, are found.

    Examples
    --------
    >>> counted_code(Indicator.milestone("C-P1"), Categories.of(sex="female"))
    'C-P1|sex=female'
    """
    return "|".join([indicator.code, *([] if categories.is_total else [str(categories)])])


class EntryFormulas:
    """Formulas of the rows for totals, each with its value.

    Parameters
    ----------
    content
        What the workbook is made of.
    references
        Absolute reference of each column's rows, by its name.

    Notes
    -----
    Rows of groups have them where a sheet accumulates their figures. The columns:

    - ``counts_for``: ``|`` and the code of the indicator, behind it the group, when the row holds
      a figure that counts on the as-of date; ``na|`` or ``nr|`` and the code when it is reported
      as absent;
    - ``best``, ``at_least``, ``at_most``: the quantity that was typed, blank where not known;
    - ``shown``, ``mark``: the number that is shown of it, or the word for its absence, and the
      words before it;
    - ``weighted_low``, ``weighted_high``: for pooled shares, the bounds times the denominator;
    - ``shared_from``: where rows share days, the latest first day of an earlier figure that
      shares some with this one; 0 when there is none.
    """

    def __init__(self, content: Content, references: Mapping[str, str]) -> None:
        self.content, self.references = content, references
        label = content.words.label
        self.as_of = content.assessment.as_of
        self.done = tuple(quoted(label("unit", word)) for word in ("done", "not_done"))
        self.known = {name: quoted(label("known_as", name)) for name in KNOWN_AS}
        self.absent = {each: label("absence", each) for each in Absence}
        self.unknown = label("known_as", "unknown")
        self.templates = cache(self._templates)
        self.groups: set[tuple[str, Categories]] = set()
        self._shared: dict[str, Mapping[str, int] | None] = {}

    def read_group(self, indicator: Indicator, categories: Categories) -> None:
        """Let the rows of a group be read as those of a total are.

        Parameters
        ----------
        indicator, categories
            The indicator, and the group.
        """
        self.groups.add((indicator.code, categories))

    def reads(self, entry: Entry) -> bool:
        """Tell whether a row has formulas.

        Parameters
        ----------
        entry
            What stands in it.
        """
        return entry.categories.is_total or (entry.indicator.code, entry.categories) in self.groups

    def shared(self, indicator: Indicator, categories: Categories) -> Mapping[str, int] | None:
        """Give the figures that share days, see `shared_from`; `None` where none may.

        Parameters
        ----------
        indicator, categories
            The indicator, and the group.
        """
        code = counted_code(indicator, categories)
        if code not in self._shared:
            may = indicator.accumulation not in LAST and self.content.may_collide(
                indicator, categories
            )
            entries = self.content.entries_of(indicator, categories) if may else ()
            self._shared[code] = shared_from(entries, self.as_of) if may else None
        return self._shared[code]

    def of_row(self, row: int, entry: Entry) -> Iterator[tuple[str, Formula]]:
        """Give the formulas of a row by the names of their columns.

        Parameters
        ----------
        row
            Position of the row.
        entry
            What stands in it; of a total, or of a group that is read.
        """
        indicator = entry.indicator
        factor = indicator.unit.factor if indicator.accumulation is Accumulation.RATIO else None
        shared = self.shared(indicator, entry.categories)
        made = self.templates(
            milestone=indicator.unit.is_milestone,
            factor=factor,
            shared=shared is not None,
            group="" if entry.categories.is_total else f"|{entry.categories}",
        )
        values = self._values(entry, factor, shared)
        shown_row = str(row + 1)
        for (name, text), value in zip(made, values, strict=True):
            yield name, Formula(text.replace(ROW, shown_row), value)

    def shown(self, entry: Entry) -> float | str:
        """Give the figure of a row that others show, or the word for its absence."""
        if entry.counts(self.as_of):
            quantity = entry.quantity
            if quantity is not None:
                figure = shown_number(quantity)
                return self.unknown if figure is None else figure
        elif not entry.period.is_over(self.as_of):
            return self.absent[Absence.NOT_DUE]
        # A figure that was collected later was not known yet.
        return self.absent[entry.absence or Absence.NOT_REPORTED]

    def _values(
        self, entry: Entry, factor: float | None, shared: Mapping[str, int] | None
    ) -> Iterator[float | str]:
        """Give what the formulas of a row come to, in their order."""
        counts = entry.counts(self.as_of)
        quantity = entry.quantity if counts else None
        if quantity is not None:
            yield COUNTED + counted_code(entry.indicator, entry.categories)
            bounds = (quantity.best, quantity.low, quantity.high)
        else:
            absence = entry.absence if counts else None
            code = counted_code(entry.indicator, entry.categories)
            yield "" if absence is None else ABSENT[absence] + code
            bounds = (None, None, None)
        yield from map(number, bounds)
        yield self.shown(entry)
        yield mark(self.content.words, quantity)
        if factor is not None:
            for bound in bounds[1:]:
                yield _weighted(quantity, bound, factor)
        if shared is not None:
            yield shared.get(entry.key, "")

    def _templates(
        self, *, milestone: bool, factor: float | None, shared: bool, group: str
    ) -> Sequence[tuple[str, str]]:
        """Write the formulas, by column, of rows that are read in the same way."""
        at = {name: letters + ROW for name, letters in LETTER.items()}
        known_as = at["known_as"]
        known = {name: f"{known_as}={word}" for name, word in self.known.items()}
        counted = f'LEFT({at["counts_for"]},1)<>"{COUNTED}"'
        value = at["value"]
        if milestone:
            done, not_done = self.done
            value = f'IF({at["value"]}={done},1,IF({at["value"]}={not_done},0,""))'
        exact = f'{known_as}="",{known["exactly"]}'
        texts = {
            "counts_for": self._counts_for(at, known, group),
            "best": f'=IF(OR({counted},{at["value"]}="",{known["at_least"]},{known["at_most"]},'
            f'{known["unknown"]}),"",{value})',
        }
        for name, typed in (("at_least", "low"), ("at_most", "high")):
            texts[name] = (
                f'=IF(OR({counted},{known["unknown"]}),"",'
                f'IF(AND({at["value"]}<>"",OR({exact},{known[name]})),{value},'
                f'IF({at[typed]}="","",{at[typed]})))'
            )
        low, best, high = at["at_least"], at["best"], at["at_most"]
        nothing, silent, early = (
            quoted(self.absent[each])
            for each in (Absence.NOT_APPLICABLE, Absence.NOT_REPORTED, Absence.NOT_DUE)
        )
        absence = f"IF({at['end']}>as_of,{early},IF({known_as}={nothing},{nothing},{silent}))"
        texts["shown"] = (
            f'=IF({best}<>"",{best},IF({low}<>"",{low},IF({high}<>"",{high},'
            f"IF({counted},{absence},{self.known['unknown']}))))"
        )
        texts["mark"] = f"={mark_formula(self.content.words, low, best, high)}"
        if factor is not None:
            for name, bound in (("weighted_low", low), ("weighted_high", high)):
                texts[name] = (
                    f'=IF(OR({bound}="",{at["denominator"]}=""),"",IF({low}={high},'
                    f"{literal(factor)}*{at['numerator']},{bound}*{at['denominator']}))"
                )
        if shared:
            texts["shared_from"] = f'=IF({counted},"",{self._shared_from(at)})'
        return tuple(texts.items())

    def _counts_for(self, at: Mapping[str, str], known: Mapping[str, str], group: str) -> str:
        code = at["code"] if group == "" else f"{at['code']}&{quoted(group)}"
        collected = at["collected"]
        late = f'OR({at["end"]}>as_of,AND({collected}<>"",{collected}>as_of))'
        nothing = f'AND({at["value"]}="",{at["low"]}="",{at["high"]}="",NOT({known["unknown"]}))'
        text = f'IF({nothing},"","{COUNTED}"&{code})'
        for absence, sign in ABSENT.items():
            word = quoted(self.absent[absence])
            text = f'IF({at["known_as"]}={word},"{sign}"&{code},{text})'
        return f'=IF({late},"",{text})'

    def _shared_from(self, at: Mapping[str, str]) -> str:
        """Write the latest first day of the figures that share days and come before this one."""
        of = self.references
        before = (
            f"(({of['end']}<{at['end']})+({of['end']}={at['end']})*({of['start']}<{at['start']}))"
        )
        return (
            f"SUMPRODUCT(MAX(({of['counts_for']}={at['counts_for']})*({of['end']}>={at['start']})"
            f"*{before}*{of['start']}))"
        )


def shared_from(entries: Sequence[Entry], as_of: date) -> Mapping[str, int]:
    """Find the figures that count and share days.

    Parameters
    ----------
    entries
        Of one indicator's total.
    as_of
        The day.

    Returns
    -------
    Mapping[str, int]
        For each figure that counts, by its key: the latest first day of a figure that comes
        before it and shares days with it, as the number of a spreadsheet; 0 when there is none.
    """
    counted = sorted(
        (each for each in entries if each.quantity is not None and each.counts(as_of)),
        key=lambda each: (each.period.end, each.period.start),
    )
    return {
        entry.key: max(
            (
                serial(other.period.start)
                for other in counted[:position]
                if other.period.end >= entry.period.start
            ),
            default=0,
        )
        for position, entry in enumerate(counted)
    }


def _weighted(quantity: Quantity | None, bound: float | None, factor: float) -> float | str:
    """Give a bound times the denominator; of an exact share, its factor times the numerator."""
    if quantity is None or bound is None or quantity.denominator is None:
        return ""
    if quantity.low == quantity.high and quantity.numerator is not None:
        return factor * quantity.numerator
    return bound * quantity.denominator
