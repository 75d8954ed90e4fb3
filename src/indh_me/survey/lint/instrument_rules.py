"""Rules about what the answers tell of, which only a form of our own says."""

from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import Place, quoted
from indh_me.survey.measure import ReviewStatus
from indh_me.survey.section import QuestionPlace

from .rule import FormCheck
from .subject import FormSubject

__all__ = ["CHECKS", "draft_words", "scales_without_direction", "tests_without_key"]

DIRECTION = Rule(
    "SV068",
    "scale-without-direction",
    Severity.WARNING,
    "nobody says whether more on a scale is better or worse",
)
KEY = Rule(
    "SV069",
    "test-without-key",
    Severity.WARNING,
    "a question tests knowledge or decisions, and no choice is the right one",
)
DRAFT = Rule(
    "SV070",
    "draft-words",
    Severity.INFO,
    "no native specialist has read the words of a form in a language",
)

#: Tiers of Thalheimer's model that are told from right and wrong answers.
TESTS = frozenset({4, 5})
SHOWN = 5


def _questions(subject: FormSubject) -> tuple[QuestionPlace, ...]:
    return () if subject.instrument is None else subject.instrument.questions


def _place(subject: FormSubject, name: str) -> Place:
    item = subject.named.get(name)
    return subject.place if item is None else subject.survey.place(item.row.number, "name")


def scales_without_direction(subject: FormSubject) -> Iterator[Finding]:
    """Find scales whose answers can be counted, but not called good or bad."""
    for place in _questions(subject):
        question = place.question
        listed = None if subject.instrument is None else subject.instrument.choices_of(question)
        measures = question.measures
        is_told = measures is not None and measures.direction is not None
        if listed is not None and listed.is_scale and not is_told:
            yield DIRECTION.found(
                place=_place(subject, place.name),
                message=f"{quoted(place.name)} has no direction on the scale {listed.name}",
                mend="say in what it measures: direction = increase, or decrease",
            )


def tests_without_key(subject: FormSubject) -> Iterator[Finding]:
    """Find questions of a test that nobody can mark."""
    for place in _questions(subject):
        measures = place.question.measures
        if measures is None or measures.ltem not in TESTS:
            continue
        if place.question.kind.has_choices and measures.key is None:
            yield KEY.found(
                place=_place(subject, place.name),
                message=f"{quoted(place.name)} has no right answer",
                mend="say in what it measures which code is the right one: key",
            )


def draft_words(subject: FormSubject) -> Iterator[Finding]:
    """Find languages in which words of the item bank still wait for a reader."""
    for language in () if subject.instrument is None else subject.instrument.languages:
        drafts = [
            place.name
            for place in _questions(subject)
            if place.question.measures is not None
            and place.question.measures.item is not None
            and place.question.measures.review_in(language) is ReviewStatus.DRAFT
        ]
        if drafts:
            more = f" and {len(drafts) - SHOWN} more" if len(drafts) > SHOWN else ""
            yield DRAFT.found(
                place=_place(subject, drafts[0]),
                message=f"drafts in {language}: {', '.join(drafts[:SHOWN])}{more}",
                mend="let a native specialist of the field read them, and note the review",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (DIRECTION, scales_without_direction),
    (KEY, tests_without_key),
    (DRAFT, draft_words),
)
