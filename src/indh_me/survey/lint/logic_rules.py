"""Rules about what conditions and calculations come to."""

from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted

from .rule import FormCheck
from .subject import FormSubject, Item, Written
from .vocabulary import FUNCTIONS
from .xpath import Token, open_patterns_of

__all__ = [
    "CHECKS",
    "codes_not_offered",
    "constant_conditions",
    "open_patterns",
    "unanswered_numbers",
]

CONSTANT = Rule(
    "SV054",
    "constant-condition",
    Severity.WARNING,
    "a condition looks at no answer, so it always says the same",
)
CODE = Rule(
    "SV055",
    "code-not-offered",
    Severity.ERROR,
    "an answer is compared with a code that its question does not offer",
)
PATTERN = Rule(
    "SV057",
    "open-pattern",
    Severity.WARNING,
    "a pattern does not say where it begins and ends: Collect matches the whole answer, Enketo any "
    "part of it",
)
UNANSWERED = Rule(
    "SV058",
    "unanswered-number",
    Severity.INFO,
    "a calculation comes to nothing when one of its numbers is not answered",
)

#: Functions that give the same for the same arguments.
PURE = FUNCTIONS - frozenset(
    {
        *("today", "now", "random", "uuid", "pulldata", "instance", "current", "position"),
        *("property", "once", "randomize", "last", "version"),
    }
)
#: Functions inside of which an answer that is missing does no harm.
SAFE = frozenset({"coalesce", "if", "sum", "count", "count-non-empty", "max", "min", "once"})
ARITHMETIC = frozenset({"+", "-", "*", "div", "mod"})
LOOKS_AT = {"relevant": {"ref", "step", "up", "word", "dot"}, "constraint": {"ref", "step", "dot"}}


def constant_conditions(subject: FormSubject) -> Iterator[Finding]:
    """Find conditions that do not depend on anything."""
    for written in subject.written("relevant", "constraint"):
        kinds = {token.kind for token in written.tokens}
        depends = kinds & LOOKS_AT[written.column] or not PURE.issuperset(written.functions)
        if not depends and "word" not in kinds:
            own = "." if written.column == "constraint" else "${question}"
            yield CONSTANT.found(
                place=written.place,
                message=f"{written.column} {quoted(written.text)} looks at no answer",
                mend=f"write {own} for the answer that it is about, or leave it out",
            )


def codes_not_offered(subject: FormSubject) -> Iterator[Finding]:
    """Find comparisons that can never hold."""
    for written in subject.expressions:
        if written.column == "trigger":
            continue
        told: set[tuple[str, str]] = set()
        for name, code in _compared(written):
            item = written.item if name == "" else subject.named.get(name)
            codes = None if item is None else subject.codes_of(item)
            if item is None or codes is None or code in {"", *codes} or (name, code) in told:
                continue
            told.add((name, code))
            yield CODE.found(
                place=written.place,
                message=f"{quoted(code)} is no choice of {quoted(item.name)}",
                mend=subject.nearest(code, codes),
            )


def _compared(written: Written) -> Iterator[tuple[str, str]]:
    """Give names of questions with codes that they are held against; no name: its own."""
    tokens = written.tokens
    for at in range(len(tokens) - 2):
        one, sign, other = tokens[at : at + 3]
        before = tokens[at - 1] if at > 0 else None
        after = tokens[at + 3] if at + 3 < len(tokens) else None
        if sign.kind == "operator" and sign.words in {"=", "!="}:
            if _is_alone(before, after):
                yield from _pair(written, one, other)
                yield from _pair(written, other, one)
        elif sign.words == "," and _is_selected(tokens, at):
            yield from _pair(written, one, other)


def _is_alone(before: Token | None, after: Token | None) -> bool:
    """Tell whether nothing is worked out with the two sides before they are compared."""
    return all(
        each is None or each.words in {"and", "or", "(", ")", ","} for each in (before, after)
    )


def _is_selected(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 1 and tokens[at - 2].kind == "function" and tokens[at - 2].words == "selected"


def _pair(written: Written, answer: Token, code: Token) -> Iterator[tuple[str, str]]:
    if code.kind not in {"text", "number"}:
        return
    if answer.kind == "ref":
        yield answer.words, code.words
    elif answer.kind == "dot" and written.column == "constraint":
        yield "", code.words


def open_patterns(subject: FormSubject) -> Iterator[Finding]:
    """Find patterns that clients hold an answer against in two ways."""
    for written in subject.expressions:
        for pattern in open_patterns_of(written.tokens):
            yield PATTERN.found(
                place=written.place,
                message=f"the pattern {quoted(pattern)} is open at an end",
                mend=f"write ^ before and $ after it: '^{pattern.strip('^$')}$'",
            )


def unanswered_numbers(subject: FormSubject) -> Iterator[Finding]:
    """Find sums that are empty as soon as one number is."""
    for written in subject.written("calculation"):
        if not any(t.kind == "operator" and t.words in ARITHMETIC for t in written.tokens):
            continue
        names = [name for name in _unguarded(written) if _may_be_empty(subject, name)]
        if names:
            yield UNANSWERED.found(
                place=written.place,
                message=f"nothing comes of it when {', '.join(names)} is not answered",
                mend=f"write coalesce(${{{names[0]}}}, 0), or what else no answer stands for",
            )


def _unguarded(written: Written) -> list[str]:
    """Give the answers that stand in no function which takes care of missing ones."""
    found: dict[str, None] = {}
    around: list[bool] = []
    before: Token | None = None
    for token in written.tokens:
        if token.kind == "bracket" and token.words == "(":
            is_safe = before is not None and before.kind == "function" and before.words in SAFE
            around.append(is_safe or (bool(around) and around[-1]))
        elif token.kind == "bracket" and token.words == ")" and around:
            around.pop()
        elif token.kind == "ref" and not (around and around[-1]):
            found[token.words] = None
        before = token
    return list(found)


def _may_be_empty(subject: FormSubject, name: str) -> bool:
    item = subject.named.get(name)
    if item is None or not item.type.is_number:
        return False
    required = subject.survey.get(item.row, "required").lower()
    return required in {"", "no", "false", "false()"} or _is_conditional(subject, item)


def _is_conditional(subject: FormSubject, item: Item) -> bool:
    holders = (item, *(subject.items[at] for at in item.around))
    return any(subject.survey.get(each.row, "relevant") != "" for each in holders)


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (CONSTANT, constant_conditions),
    (CODE, codes_not_offered),
    (PATTERN, open_patterns),
    (UNANSWERED, unanswered_numbers),
)
