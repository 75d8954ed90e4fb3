"""Rules about choices that depend on an earlier answer: the provinces of a region."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted

from .rule import FormCheck
from .subject import FormSubject, Written
from .xpath import Token

__all__ = ["CHECKS", "choices_never_offered", "filters_without_choices", "unknown_filter_columns"]

COLUMN = Rule(
    "SV040",
    "unknown-filter-column",
    Severity.ERROR,
    "a filter looks at a column that the choices do not have, so nothing is offered",
)
EMPTY = Rule(
    "SV041",
    "filter-without-choices",
    Severity.WARNING,
    "for an answer to the question before, a filter leaves no choice",
)
NEVER = Rule(
    "SV042",
    "choice-never-offered",
    Severity.WARNING,
    "a filter asks for a word that is no answer to the question before",
)

SHOWN = 8


def _columns(written: Written) -> Iterator[str]:
    """Give the columns of choices that a filter looks at."""
    seen = dict.fromkeys(
        token.words for token in written.tokens if token.kind == "word" and token.depth == 0
    )
    yield from seen


def unknown_filter_columns(subject: FormSubject) -> Iterator[Finding]:
    """Find filters that leave nothing, whatever was answered."""
    known = {text.strip() for text in subject.choices.sheet.columns} | {"name", "label"}
    for written in subject.written("choice_filter"):
        if not written.item.type.offers_list or written.item.type.name == "select_one_external":
            continue
        for column in _columns(written):
            if column not in known:
                yield COLUMN.found(
                    place=written.place,
                    message=f"choices have no column {quoted(column)}",
                    mend=subject.nearest(column, tuple(sorted(known - {""}))),
                )


@define
class _Cascades:
    """Filters by one earlier answer, and the words of the columns that they look at."""

    subject: FormSubject
    _words: dict[tuple[str, str], dict[str, int]] = field(factory=dict)

    def words(self, listed: str, column: str) -> dict[str, int]:
        """Give the words in a column of a list, each with its first row."""
        key = (listed, column)
        if key not in self._words:
            found: dict[str, int] = {}
            for choice in self.subject.lists.get(listed, ()):
                word = choice.row.cells.get(column, "").strip()
                found.setdefault(word, choice.row.number)
            self._words[key] = found
        return self._words[key]

    def all(self) -> Iterator[tuple[Written, str, tuple[str, ...]]]:
        """Give filters with the column, and the codes of the question it is held against."""
        for written in self.subject.written("choice_filter"):
            if any(t.kind == "operator" and t.words == "or" for t in written.tokens):
                continue
            for column, name in _pairs(written.tokens):
                outer = self.subject.named.get(name)
                codes = None if outer is None else self.subject.codes_of(outer)
                is_there = column in self.subject.choices.sheet.columns
                if outer is not None and outer.type.name == "select_one" and codes and is_there:
                    yield written, column, codes


def _pairs(tokens: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    """Give columns with the question whose answer they must equal."""
    for (one, sign), (_, other) in pairwise(pairwise(tokens)):
        if sign.kind == "operator" and sign.words == "=":
            if (one.kind, other.kind) == ("word", "ref"):
                yield one.words, other.words
            elif (one.kind, other.kind) == ("ref", "word"):
                yield other.words, one.words


def filters_without_choices(subject: FormSubject) -> Iterator[Finding]:
    """Find answers after which the next question offers nothing."""
    cascades = _Cascades(subject)
    for written, column, codes in cascades.all():
        words = cascades.words(written.item.type.listed, column)
        missing = [quoted(code) for code in dict.fromkeys(codes) if code not in words]
        if missing:
            more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
            yield EMPTY.found(
                place=written.place,
                message=f"no choice of {written.item.type.listed} has {column} = "
                f"{', '.join(missing[:SHOWN])}{more}",
                mend="add choices for it, or ask only when there are some",
            )


def choices_never_offered(subject: FormSubject) -> Iterator[Finding]:
    """Find choices that no answer leads to."""
    cascades = _Cascades(subject)
    told: set[tuple[int, str]] = set()
    for written, column, codes in cascades.all():
        known = set(codes)
        for word, row in cascades.words(written.item.type.listed, column).items():
            if word not in known and (row, column) not in told:
                told.add((row, column))
                yield NEVER.found(
                    place=subject.choices.place(row, column),
                    message=f"{quoted(word)} in {column} is no answer to the question before",
                    mend=subject.nearest(word, codes),
                )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (COLUMN, unknown_filter_columns),
    (EMPTY, filters_without_choices),
    (NEVER, choices_never_offered),
)
