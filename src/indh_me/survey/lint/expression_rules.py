"""Rules about expressions: whether they can be read, and what they name."""

from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import Place, quoted
from indh_me.survey.functions import ExpressionKind
from indh_me.survey.tree import kind_faults

from .rule import FormCheck
from .subject import FormSubject
from .vocabulary import FUNCTIONS
from .xpath import fault_of, open_patterns_of, text_references

__all__ = [
    "CHECKS",
    "bad_expressions",
    "bare_words",
    "doubtful_expressions",
    "no_conditions",
    "unknown_functions",
    "unknown_references",
]

BAD = Rule("SV049", "bad-expression", Severity.ERROR, "an expression cannot be read")
FUNCTION = Rule(
    "SV050", "unknown-function", Severity.ERROR, "an expression calls a function that no client has"
)
REFERENCE = Rule(
    "SV051",
    "unknown-reference",
    Severity.ERROR,
    "an expression or a text names a question that does not exist",
)
BARE = Rule(
    "SV052",
    "bare-word",
    Severity.ERROR,
    "a word of an expression stands without braces or quotes, and is taken for nothing",
)
NO_CONDITION = Rule(
    "SV053",
    "no-condition",
    Severity.WARNING,
    "a condition is no comparison, and clients differ in what they make of it",
)
DOUBTFUL = Rule(
    "SV056",
    "doubtful-expression",
    Severity.INFO,
    "a part of an expression is given what it cannot use, and clients differ in what follows",
)

CONDITIONS = ("relevant", "constraint")
KNOWN = tuple(sorted(FUNCTIONS))


def bad_expressions(subject: FormSubject) -> Iterator[Finding]:
    """Find brackets, quotes and operators that do not belong together."""
    for written in subject.expressions:
        fault = fault_of(written.tokens)
        if fault is not None:
            yield BAD.found(
                place=written.place,
                message=f"{written.column} {quoted(written.text)} cannot be read: {fault[0]}",
                mend=fault[1],
            )


def unknown_functions(subject: FormSubject) -> Iterator[Finding]:
    """Find functions that do not exist."""
    for written in subject.expressions:
        for name in written.functions:
            if name not in FUNCTIONS:
                yield FUNCTION.found(
                    place=written.place,
                    message=f"unknown function {quoted(name)}",
                    mend=subject.nearest(name, KNOWN),
                )


def unknown_references(subject: FormSubject) -> Iterator[Finding]:
    """Find names of questions that nobody asks."""
    for place, name in _references(subject):
        if name != "" and name not in subject.named:
            yield REFERENCE.found(
                place=place,
                message=f"no question is called {quoted(name)}",
                mend=subject.nearest(name, subject.names),
            )


def _references(subject: FormSubject) -> Iterator[tuple[Place, str]]:
    """Give every name between ``${`` and ``}``, with its cell."""
    for written in subject.expressions:
        yield from ((written.place, name) for name in written.references)
    columns = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
    for item in subject.items:
        number = item.row.number
        for column in (*columns, "parameters", "appearance"):
            for language, words in subject.survey.texts(item.row, column):
                place = subject.survey.place(number, column, language)
                yield from ((place, name) for name in text_references(words))
        for name in text_references(item.type.listed):
            yield subject.survey.place(number, "type"), name
    for choices in subject.lists.values():
        for choice in choices:
            for language, words in subject.choices.texts(choice.row, "label"):
                place = subject.choices.place(choice.row.number, "label", language)
                yield from ((place, name) for name in text_references(words))
    for name in text_references(subject.setting("instance_name")):
        yield subject.setting_place("instance_name"), name


def bare_words(subject: FormSubject) -> Iterator[Finding]:
    """Find names of questions without braces, and texts without quotes."""
    for written in subject.expressions:
        is_read = fault_of(written.tokens) is None
        if written.column in {"choice_filter", "trigger"} or not is_read:
            continue
        words = (t.words for t in written.tokens if t.kind == "word" and t.depth == 0)
        for word in dict.fromkeys(words):
            yield BARE.found(
                place=written.place,
                message=f"{quoted(word)} in {written.column} is no answer and no text",
                mend=_mend(subject, word),
            )


def _mend(subject: FormSubject, word: str) -> str:
    if word in subject.named:
        return f"write ${{{word}}} for the answer"
    if word.lower() in {"true", "false"}:
        return f"write {word.lower()}()"
    if word.lower() in {"and", "or", "not", "div", "mod"}:
        return f"write {word.lower()} in small letters, between what it joins"
    return f"write '{word}' for a text, ${{...}} for an answer"


def no_conditions(subject: FormSubject) -> Iterator[Finding]:
    """Find conditions such as a bare ``${age}``."""
    for written in subject.written(*CONDITIONS):
        if not any(token.kind in {"ref", "dot"} for token in written.tokens):
            continue  # It looks at no answer, of which another rule tells.
        tree = subject.trees.get(written.text)
        if (
            tree is not None
            and tree.kind is not ExpressionKind.TRUTH
            and not any(kind_faults(tree))
        ):
            yield NO_CONDITION.found(
                place=written.place,
                message=f"{quoted(written.text)} is no condition",
                mend="write a comparison, such as ${age} >= 18 or ${sex} != ''",
            )


def doubtful_expressions(subject: FormSubject) -> Iterator[Finding]:
    """Find what our grammar refuses though a client may take it."""
    for written in subject.expressions:
        if written.column == "trigger" or any(open_patterns_of(written.tokens)):
            continue  # Open patterns have a rule of their own.
        tree = subject.trees.get(written.text)
        for fault in () if tree is None else kind_faults(tree):
            yield DOUBTFUL.found(
                place=written.place,
                message=fault.what,
                mend="compare answers, numbers and texts; join conditions with and, or and not()",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (BAD, bad_expressions),
    (FUNCTION, unknown_functions),
    (REFERENCE, unknown_references),
    (BARE, bare_words),
    (NO_CONDITION, no_conditions),
    (DOUBTFUL, doubtful_expressions),
)
