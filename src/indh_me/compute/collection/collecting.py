"""Filled workbooks held against the framework and what is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from indh_me.errors import Fault, InvalidInputError, Place, key_path, quoted
from indh_me.model import (
    Absence,
    Categories,
    Citation,
    Framework,
    Indicator,
    Observation,
    Observations,
    Quantity,
    Text,
    UnitKind,
)
from indh_me.model.indicator import is_done_or_not

from .collection import Address, CollectedFigure, Collection, Outcome, address_of
from .entered import EnteredFigure, EnteredWorkbook, EntryFinding, EntryForm, EntryIssue
from .plan import changed_plan, same_words
from .sameness import same_value
from .shown import Shown

__all__ = ["collect"]

MEND_ANSWER = "write a number; done and not done are for milestones"
MEND_PERCENT = "write the figure in the unit of the indicator, without the percent sign"
MEND_MILESTONE = "choose done or not done"
MEND_GROUP = "enter the figure in a row that the workbook was made with"


def collect(
    *workbooks: EnteredWorkbook,
    framework: Framework,
    known: Observations | None = None,
    in_framework: Observations | None = None,
) -> Collection:
    """Hold filled workbooks against the framework and against what is known.

    Parameters
    ----------
    workbooks
        What `read_workbook` gave, in any number.
    framework
        The plan that they were made from.
    known
        The observations so far.
    in_framework
        More of them, which stand in the framework file and are not replaced.

    Returns
    -------
    Collection
        Each figure with its outcome. Where a workbook repeats what is known, or leaves a row blank,
        and another has a new figure, the new one counts; where two have different new figures,
        that is a conflict, and what is known stays.

    Raises
    ------
    InvalidInputError
        When a workbook was made from another framework, or a figure is known twice.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> framework = Framework(
    ...     code="DEMO", languages=["fr"], indicators=[Indicator.milestone("C-P1")]
    ... )
    >>> done = EnteredFigure(
    ...     indicator="C-P1",
    ...     period=Period.year(2007),
    ...     categories=Categories(),
    ...     value=Quantity.exactly(1),
    ...     form=EntryForm.ANSWER,
    ...     place=Place("Saisie des données!I5", file="dakhla.xlsx"),
    ... )
    >>> book = EnteredWorkbook(file="dakhla.xlsx", language="fr", figures=[done])
    >>> [figure.outcome.value for figure in collect(book, framework=framework).figures]
    ['new']
    """
    table = Observations() if known is None else known
    fixed = Observations() if in_framework is None else in_framework
    before = _by_address((*fixed, *table))
    faults = [
        Fault(
            f"the workbook is of the framework {quoted(each.framework)}, not {framework.code!r}",
            Place(file=each.file),
            "name the framework that it was made from",
        )
        for each in workbooks
        if each.framework not in {None, framework.code}
    ]
    if faults:
        raise InvalidInputError(*faults)
    findings: list[EntryFinding] = []
    entered: dict[Address, list[_Candidate]] = {}
    for book in workbooks:
        findings += book.findings
        findings += changed_plan(book, framework)
        judge = _Judge(framework, book, before)
        for figure in book.figures:
            candidate = judge.candidate(figure)
            if candidate is None:
                findings.append(judge.rejections.pop())
            else:
                address = figure.indicator, figure.period, figure.categories
                entered.setdefault(address, []).append(candidate)
    figures = (_decided(each) for each in entered.values())
    return Collection(
        figures=(each for each in figures if each is not None),
        findings=findings,
        known=table,
        in_framework=fixed,
        files=(each.file for each in workbooks),
    )


def _by_address(known: Iterable[Observation]) -> Mapping[Address, Observation]:
    found: dict[Address, Observation] = {}
    for each in known:
        address = address_of(each)
        if address in found:
            where = f"{each.period} {each.categories}".strip()
            what = f"{each.indicator} is known twice for '{where}'"
            mend = "keep the one that holds; indh-me check shows them all (ME005)"
            raise InvalidInputError(Fault(what, key_path("observations", each.indicator), mend))
        found[address] = each
    return found


@frozen
class _Candidate:
    """What one workbook says of a figure."""

    figure: EnteredFigure
    outcome: Outcome
    observation: Observation | None
    known: Observation | None


class _Judge:
    """Judges the figures of one workbook."""

    def __init__(
        self, framework: Framework, book: EnteredWorkbook, before: Mapping[Address, Observation]
    ) -> None:
        self.book, self.before = book, before
        self.shown = Shown(framework, book.language)
        self.indicators = {each.code: each for each in framework.indicators}
        self.categories = {each.code: frozenset(each.codes) for each in framework.dimensions}
        self.rejections: list[EntryFinding] = []

    def candidate(self, figure: EnteredFigure) -> _Candidate | None:
        """Judge a figure; `None` when it is rejected, for the reason at the end of the list."""
        indicator = self.indicators.get(figure.indicator)
        known = self.before.get((figure.indicator, figure.period, figure.categories))
        if indicator is None or not self._has_group(figure.categories):
            unknown = figure.observation(self.book.language)
            return _Candidate(figure, Outcome.UNKNOWN, unknown, known)
        if figure.value is None:
            return _Candidate(figure, Outcome.MISSING, None, known)
        fault = self._fault(figure, indicator)
        if fault is not None:
            self.rejections.append(EntryFinding(EntryIssue.REJECTED, fault))
            return None
        if known is None:
            return _Candidate(figure, Outcome.NEW, figure.observation(self.book.language), None)
        made = self._completed(figure, known)
        same = Outcome.SAME if made is known or made == known else Outcome.CHANGED
        return _Candidate(figure, same, made, known)

    def _has_group(self, categories: Categories) -> bool:
        return all(
            category in self.categories.get(dimension, ())
            for dimension, category in categories.pairs
        )

    def _fault(self, figure: EnteredFigure, indicator: Indicator) -> Fault | None:
        """Find what keeps a figure from being one of the indicator's."""
        place, unit = figure.place, indicator.unit
        if figure.group is not None:
            group = self.shown.group(figure.categories)
            if figure.group != "" and not same_words(figure.group.casefold(), _folded(group)):
                what = f"the row shows the group {quoted(figure.group)}, its key that of {group!r}"
                return Fault(what, place, MEND_GROUP)
        if figure.form is EntryForm.PERCENT and unit.kind is not UnitKind.PERCENT:
            return Fault(f"a percentage for {indicator.code}", place, MEND_PERCENT)
        if figure.form is EntryForm.ANSWER and not unit.is_milestone:
            return Fault(f"an answer for {indicator.code}", place, MEND_ANSWER)
        value = figure.value
        if unit.is_milestone and isinstance(value, Quantity) and not is_done_or_not(value):
            return Fault(f"'{value}' for the milestone {indicator.code}", place, MEND_MILESTONE)
        return None

    def _completed(self, figure: EnteredFigure, known: Observation) -> Observation:
        """Give what was entered, with what is known beside it that no cell shows."""
        value = known.value if same_value(figure.value, known.value) else figure.value
        source = known.source
        if figure.source != (None if source is None else source.code):
            source = None if figure.source is None else Citation(figure.source)
        scope, note = known.scope, known.note
        if not same_words(figure.note, self.shown.note(known)):
            scope, note = self._noted(figure.note, scope)
        same = value is known.value and source is known.source
        same = same and scope is known.scope and note is known.note
        if same and figure.collected == known.collected:
            return known
        return evolve(
            known,
            value=known.value if value is None else value,
            source=source,
            collected=figure.collected,
            scope=scope,
            note=note,
        )

    def _noted(self, words: str, scope: Text | None) -> tuple[Text | None, Text | None]:
        """Part the words of a changed note: the scope stays where it stands at their head."""
        head = self.shown.text(scope)
        if scope is not None and words.startswith(head):
            words = words.removeprefix(head).removeprefix(";").strip()
        else:
            scope = None
        note = None if words.strip() == "" else Text.plain(words, self.book.language)
        return scope, note


def _folded(words: str) -> str:
    return words.casefold()


def _decided(listed: Sequence[_Candidate]) -> CollectedFigure | None:
    """Decide between what several workbooks say of one figure."""
    known = listed[0].known
    if len(listed) == 1:
        # One workbook: nothing to decide between.
        (only,) = listed
        if only.outcome is not Outcome.MISSING and only.outcome is not Outcome.UNKNOWN:
            return CollectedFigure(
                outcome=only.outcome,
                entered=(only.figure,),
                observation=only.observation,
                known=known,
            )
    by_outcome = {
        outcome: [each for each in listed if each.outcome is outcome] for outcome in Outcome
    }
    told = [*by_outcome[Outcome.NEW], *by_outcome[Outcome.CHANGED]]
    different = list(_different(told))
    if len(different) > 1:
        entered = [each.figure for each in different]
        return CollectedFigure(outcome=Outcome.CONFLICT, entered=entered, known=known)
    for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.UNKNOWN):
        chosen = by_outcome[outcome]
        if chosen and (outcome is not Outcome.UNKNOWN or chosen[0].observation is not None):
            return CollectedFigure(
                outcome=outcome,
                entered=[each.figure for each in chosen],
                observation=chosen[0].observation,
                known=known,
            )
    blank = by_outcome[Outcome.MISSING]
    if blank and known is not None and known.value is not Absence.NOT_REPORTED:
        entered = [each.figure for each in blank]
        return CollectedFigure(outcome=Outcome.MISSING, entered=entered, known=known)
    return None


def _different(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """Give the first of each different thing that is said."""
    seen: list[Observation | None] = []
    for each in candidates:
        if each.observation not in seen:
            seen.append(each.observation)
            yield each
