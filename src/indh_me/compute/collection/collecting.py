"""Filled workbooks held against the framework and what is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

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

from .collection import CollectedFigure, Collection, Key, Outcome, key_of
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
    told: dict[Key, CollectedFigure] = {}
    again: dict[Key, list[CollectedFigure]] = {}
    for book in workbooks:
        findings += book.findings
        findings += changed_plan(book, framework)
        judge = _Judge(framework, book)
        for figure in book.figures:
            key = key_of(figure.indicator, figure.period, figure.categories)
            judged = judge.judged(figure, before.get(key))
            if isinstance(judged, EntryFinding):
                findings.append(judged)
                continue
            first = told.setdefault(key, judged)
            if first is not judged:
                again.setdefault(key, [first]).append(judged)
    told |= {key: _decided(listed) for key, listed in again.items()}
    return Collection(
        figures=(each for each in told.values() if _counts(each)),
        findings=findings,
        known=table,
        in_framework=fixed,
        files=(each.file for each in workbooks),
    )


def _by_address(known: Iterable[Observation]) -> Mapping[Key, Observation]:
    found: dict[Key, Observation] = {}
    for each in known:
        key = key_of(each.indicator, each.period, each.categories)
        if key in found:
            where = f"{each.period} {each.categories}".strip()
            what = f"{each.indicator} is known twice for '{where}'"
            mend = "keep the one that holds; indh-me check shows them all (ME005)"
            raise InvalidInputError(Fault(what, key_path("observations", each.indicator), mend))
        found[key] = each
    return found


class _Judge:
    """Judges the figures of one workbook."""

    def __init__(self, framework: Framework, book: EnteredWorkbook) -> None:
        self.book = book
        self.shown = Shown(framework, book.language)
        self.indicators = {each.code: each for each in framework.indicators}
        self.categories = {each.code: frozenset(each.codes) for each in framework.dimensions}

    def judged(
        self, figure: EnteredFigure, known: Observation | None
    ) -> CollectedFigure | EntryFinding:
        """Give the outcome of a figure as if no other workbook had it, or why it is rejected."""
        indicator = self.indicators.get(figure.indicator)
        made: Observation | None = None
        if indicator is None or not self._has_group(figure.categories):
            outcome, made = Outcome.UNKNOWN, figure.observation(self.book.language)
        elif figure.value is None:
            outcome = Outcome.MISSING
        else:
            fault = self._fault(figure, indicator)
            if fault is not None:
                return EntryFinding(EntryIssue.REJECTED, fault)
            if known is None:
                outcome, made = Outcome.NEW, figure.observation(self.book.language)
            else:
                made = self._completed(figure, known)
                same = made is known or made == known
                outcome = Outcome.SAME if same else Outcome.CHANGED
        return CollectedFigure(outcome=outcome, entered=(figure,), observation=made, known=known)

    def _has_group(self, categories: Categories) -> bool:
        for dimension, category in categories.pairs:
            if category not in self.categories.get(dimension, ()):
                return False
        return True

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


def _counts(figure: CollectedFigure) -> bool:
    """Tell whether a figure tells anything: a blank row does where something is known."""
    if figure.outcome is Outcome.UNKNOWN:
        return figure.observation is not None
    if figure.outcome is Outcome.MISSING:
        return figure.known is not None and figure.known.value is not Absence.NOT_REPORTED
    return True


def _decided(listed: Sequence[CollectedFigure]) -> CollectedFigure:
    """Decide between what several workbooks say of one figure."""
    different = list(_different(listed))
    if len(different) > 1:
        entered = [row for each in different for row in each.entered]
        return CollectedFigure(outcome=Outcome.CONFLICT, entered=entered, known=listed[0].known)
    said = [each for each in listed if _counts(each)]
    for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.UNKNOWN, Outcome.MISSING):
        chosen = [each for each in said if each.outcome is outcome]
        if chosen:
            return evolve(chosen[0], entered=[row for each in chosen for row in each.entered])
    return listed[0]


def _different(listed: Iterable[CollectedFigure]) -> Iterator[CollectedFigure]:
    """Give the first of each different thing that is said anew."""
    seen: list[Observation | None] = []
    for each in listed:
        if each.outcome in {Outcome.NEW, Outcome.CHANGED} and each.observation not in seen:
            seen.append(each.observation)
            yield each
