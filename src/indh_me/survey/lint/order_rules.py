"""Rules about what depends on what: never on a later question, never in a circle."""

from collections.abc import Iterator, Mapping

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted

from .rule import FormCheck
from .subject import FormSubject, Item, Written
from .xpath import text_references

__all__ = ["CHECKS", "circles", "later_references"]

LATER = Rule(
    "SV059",
    "later-reference",
    Severity.WARNING,
    "a condition, filter or text looks at a question that is asked later",
)
CIRCLE = Rule(
    "SV060",
    "circular-logic",
    Severity.ERROR,
    "questions depend on each other in a circle, or one on itself",
)

EARLY = ("relevant", "constraint", "choice_filter", "repeat_count", "default")
DEPENDS = ("relevant", "calculation", "required", "read_only")
SHOWN = 6


def later_references(subject: FormSubject) -> Iterator[Finding]:
    """Find answers that are not there yet when they are looked at."""
    for written in subject.written(*EARLY):
        for name in written.references:
            later = _later(subject, written.item, name)
            if later is not None and later is not written.item:
                yield LATER.found(
                    place=written.place,
                    message=f"{quoted(name)} is asked later, in row {later.row.number}",
                    mend="ask it earlier, or look at what was asked before",
                )
    for item in subject.items:
        for column in ("label", "hint"):
            for language, words in subject.survey.texts(item.row, column):
                for name in text_references(words):
                    later = _later(subject, item, name)
                    if later is not None and later.type.is_answered:
                        yield LATER.found(
                            place=subject.survey.place(item.row.number, column, language),
                            message=f"{quoted(name)} is asked later, in row {later.row.number}",
                            mend="ask it earlier, or show it later",
                        )


def _later(subject: FormSubject, item: Item, name: str) -> Item | None:
    found = subject.named.get(name)
    return found if found is not None and found.row.number > item.row.number else None


def circles(subject: FormSubject) -> Iterator[Finding]:
    """Find questions whose answer or relevance hangs on itself."""
    needs, causes = _needs(subject)
    for circle in _circles(needs):
        start = min(circle)
        written = next(causes[each] for each in (start, *circle) if each in causes)
        names = [quoted(subject.items[at].name) for at in (*circle, circle[0])]
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield CIRCLE.found(
            place=written.place,
            message=f"{' needs '.join(names[:SHOWN])}{more}",
            mend="let one of them not look at the others",
        )


def _needs(subject: FormSubject) -> tuple[Mapping[int, tuple[int, ...]], Mapping[int, Written]]:
    """Give for each item those that it looks at, by position, and where."""
    positions = {id(item): at for at, item in enumerate(subject.items)}
    needs: dict[int, dict[int, None]] = {}
    causes: dict[int, Written] = {}
    for at, item in enumerate(subject.items):
        if item.around:
            # What is inside of a group is asked when the group is.
            needs.setdefault(at, {})[item.around[-1]] = None
    for written in subject.written(*DEPENDS):
        at = positions[id(written.item)]
        if "indexed-repeat" in written.functions or any(t.depth for t in written.tokens):
            continue  # Rows of a repeat may look at the rows before them.
        if written.column == "relevant" and _is_about_itself(written):
            needs.setdefault(at, {})[at] = None
            causes.setdefault(at, written)
        for name in written.references:
            needed = subject.named.get(name)
            if needed is not None:
                needs.setdefault(at, {})[positions[id(needed)]] = None
                causes.setdefault(at, written)
    return {at: tuple(each) for at, each in needs.items()}, causes


def _is_about_itself(written: Written) -> bool:
    before = ""
    for token in written.tokens:
        if token.kind == "dot" and before != "path":
            return True
        before = token.kind
    return False


def _circles(needs: Mapping[int, tuple[int, ...]]) -> Iterator[list[int]]:
    """Give a circle for each way round, walking through all in one pass.

    A depth-first walk with a stack of its own: the form may be deeper than Python recurses.
    """
    done: set[int] = set()
    for start in needs:
        if start in done:
            continue
        path, place = [start], {start: 0}
        waiting = [iter(needs.get(start, ()))]
        while path:
            following = next(waiting[-1], None)
            if following is None:
                last = path.pop()
                waiting.pop()
                del place[last]
                done.add(last)
            elif following in place:
                yield path[place[following] :]
            elif following not in done:
                place[following] = len(path)
                path.append(following)
                waiting.append(iter(needs.get(following, ())))


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (LATER, later_references),
    (CIRCLE, circles),
)
