"""Rules about scales: codes in order, one direction in a form, words that fit."""

from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted

from .rule import FormCheck
from .subject import Choice, FormSubject

__all__ = ["CHECKS", "long_scale_labels", "scales_both_ways", "scales_out_of_order"]

ORDER = Rule(
    "SV043",
    "scale-out-of-order",
    Severity.WARNING,
    "the codes of a scale are numbers that neither rise nor fall from choice to choice",
)
WAYS = Rule(
    "SV044",
    "scales-both-ways",
    Severity.WARNING,
    "one scale of a form runs from low to high, another from high to low",
)
LONG = Rule(
    "SV045",
    "long-scale-label",
    Severity.INFO,
    "a label of a scale on one line is so long that a phone cuts it",
)

FEWEST = 3
LONGEST = 30  # characters: five of them beside each other on a phone
LIKERT = frozenset({"likert", "list-nolabel", "label", "horizontal", "list"})


def _numbered(choices: tuple[Choice, ...]) -> list[tuple[int, Choice]]:
    """Give the choices whose codes are numbers, with these; none when they are no scale."""
    found = [(int(each.code), each) for each in choices if each.code.isdecimal()]
    return found if len(found) >= FEWEST else []


def _direction(choices: tuple[Choice, ...]) -> int:
    """Tell which way a scale runs: 1 up, -1 down, 0 neither, or no scale."""
    numbers = [number for number, _ in _numbered(choices)]
    if not numbers:
        return 0
    rising = sorted(numbers)
    return 1 if numbers == rising else -1 if numbers == rising[::-1] else 0


def scales_out_of_order(subject: FormSubject) -> Iterator[Finding]:
    """Find scales whose points do not follow each other."""
    for name, choices in subject.lists.items():
        numbered = _numbered(choices)
        if not numbered or _direction(choices) != 0:
            continue
        step = 1 if numbered[1][0] > numbered[0][0] else -1
        before = numbered[0][0]
        for number, choice in numbered[1:]:
            if (number - before) * step < 0:
                yield ORDER.found(
                    place=subject.choices.place(choice.row.number, "name"),
                    message=f"{name} goes from {before} to {number}",
                    mend="put its choices in order, the same in all languages",
                )
                break
            before = number


def scales_both_ways(subject: FormSubject) -> Iterator[Finding]:
    """Find scales that a hurried reader would answer the wrong way round."""
    first: tuple[str, int] | None = None
    for name, items in subject.uses.items():
        if not any(LIKERT & set(subject.appearances(item)) for item in items):
            continue
        way = _direction(subject.lists.get(name, ()))
        if way == 0:
            continue
        if first is None:
            first = (name, way)
        elif way != first[1]:
            yield WAYS.found(
                place=subject.choices.place(subject.lists[name][0].row.number, "name"),
                message=f"{name} runs the other way than {first[0]}",
                mend="let all scales of a form begin with their lowest point",
            )


def long_scale_labels(subject: FormSubject) -> Iterator[Finding]:
    """Find labels that do not wrap."""
    for name, items in subject.uses.items():
        if not any("likert" in subject.appearances(item) for item in items):
            continue
        for choice in subject.lists.get(name, ()):
            for language, words in subject.choices.texts(choice.row, "label"):
                if len(words) > LONGEST:
                    yield LONG.found(
                        place=subject.choices.place(choice.row.number, "label", language),
                        message=f"{quoted(words)} has {len(words)} characters",
                        mend=f"use {LONGEST} at most, or leave out the appearance likert",
                    )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (ORDER, scales_out_of_order),
    (WAYS, scales_both_ways),
    (LONG, long_scale_labels),
)
