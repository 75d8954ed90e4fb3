"""Rules about lists of choices, and their codes."""

import re
from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import Place, quoted

from .rule import FormCheck
from .subject import Choice, FormSubject, Item

__all__ = [
    "CHECKS",
    "exclusive_choices",
    "incomplete_choices",
    "numbers_for_no_answer",
    "odd_codes",
    "repeated_choices",
    "single_choices",
    "spaces_in_codes",
    "unknown_lists",
    "unused_lists",
]

UNKNOWN = Rule(
    "SV031", "unknown-list", Severity.ERROR, "a question offers a list of choices that is not there"
)
UNUSED = Rule("SV032", "unused-list", Severity.WARNING, "no question offers a list of choices")
TWICE = Rule("SV033", "repeated-choice", Severity.ERROR, "a list has the same code twice")
INCOMPLETE = Rule(
    "SV034", "incomplete-choice", Severity.ERROR, "a choice has no code, or belongs to no list"
)
SPACE = Rule(
    "SV035",
    "space-in-code",
    Severity.ERROR,
    "a code that can be picked with others holds a space, which separates them in the answer",
)
ODD = Rule(
    "SV036",
    "odd-code",
    Severity.WARNING,
    "a code holds more than letters without accents, digits, '_', '-' and '.'",
)
SINGLE = Rule("SV037", "single-choice", Severity.INFO, "a list has one choice only")
NUMBER = Rule(
    "SV038",
    "number-for-no-answer",
    Severity.WARNING,
    "a number such as 98 or -99 stands for no answer, and will be averaged with the others",
)
EXCLUSIVE = Rule(
    "SV039",
    "exclusive-choice",
    Severity.WARNING,
    "none or don't know can be picked together with other choices",
)

CODE = re.compile(r"-?[A-Za-z0-9_][A-Za-z0-9_.\-]*", re.ASCII)
#: Numbers that questionnaires have used for no answer.
NO_ANSWER = frozenset(
    sign + number
    for sign in ("", "-")
    for number in ("77", "88", "98", "99", "777", "888", "998", "999", "8888", "9998", "9999")
)
NEGATIVE = re.compile(r"-\d+", re.ASCII)
#: Codes of choices that leave no room for others.
ALONE = frozenset(
    {
        *("none", "none_of_these", "nothing", "no_one", "dk", "dont_know", "ref", "refused"),
        *("na", "n_a", "not_applicable", "no_answer", "aucun", "aucune", "rien", "nsp"),
    }
)


def _place(subject: FormSubject, choice: Choice, column: str = "name") -> Place:
    return subject.choices.place(choice.row.number, column)


def unknown_lists(subject: FormSubject) -> Iterator[Finding]:
    """Find questions without choices."""
    for name, items in subject.uses.items():
        for item in items:
            if name in subject.lists or name.startswith("${") or _is_elsewhere(item):
                continue
            said = f"no list is called {quoted(name)}"
            yield UNKNOWN.found(
                place=subject.survey.place(item.row.number, "type"),
                message=f"a {item.type.name} without a list" if name == "" else said,
                mend=subject.nearest(name, subject.list_names),
            )


def _is_elsewhere(item: Item) -> bool:
    return item.type.name == "select_one_external"


def unused_lists(subject: FormSubject) -> Iterator[Finding]:
    """Find lists that nobody is offered."""
    used = {*subject.uses, *_lists_of_parameters(subject), *_lists_of_expressions(subject)}
    for name, choices in subject.lists.items():
        if name not in used:
            yield UNUSED.found(
                place=_place(subject, choices[0], "list_name"),
                message=f"no question offers the list {quoted(name)}",
                mend=f"remove it, or write select_one {name}",
            )


def _lists_of_parameters(subject: FormSubject) -> Iterator[str]:
    for item in subject.items:
        for pair in subject.survey.get(item.row, "parameters").split():
            name, _, value = pair.partition("=")
            if name == "tick_labelset":
                yield value
        if item.type.name == "osm":
            yield item.type.listed


def _lists_of_expressions(subject: FormSubject) -> Iterator[str]:
    for written in subject.expressions:
        if "instance" in written.functions:
            yield from written.texts


def repeated_choices(subject: FormSubject) -> Iterator[Finding]:
    """Find answers that cannot be told apart."""
    if subject.setting("allow_choice_duplicates").lower() in {"yes", "true"}:
        return
    for name, choices in subject.lists.items():
        seen: dict[str, Choice] = {}
        for choice in choices:
            first = seen.setdefault(choice.code, choice)
            if first is not choice and choice.code != "":
                yield TWICE.found(
                    place=_place(subject, choice),
                    message=f"{name} has {quoted(choice.code)} twice",
                    mend=f"choose another code; it stands at {_place(subject, first).path} too",
                )


def incomplete_choices(subject: FormSubject) -> Iterator[Finding]:
    """Find choices that cannot be offered, or not be stored."""
    view = subject.choices
    for row in view.sheet.rows:
        listed, code = view.get(row, "list_name"), view.get(row, "name")
        is_read = any(True for _ in view.texts(row, "label"))
        if listed == "" and (code != "" or is_read):
            yield INCOMPLETE.found(
                place=view.place(row.number, "list_name"),
                message="a choice of no list",
                mend="write the name of its list",
            )
        elif listed != "" and code == "":
            yield INCOMPLETE.found(
                place=view.place(row.number, "name"),
                message=f"a choice of {listed} without a code",
                mend="write a short code, such as yes",
            )


def spaces_in_codes(subject: FormSubject) -> Iterator[Finding]:
    """Find codes that would be read as two."""
    for name, items in subject.uses.items():
        if not any(item.type.picks_several for item in items):
            continue
        for choice in subject.lists.get(name, ()):
            if len(choice.code.split()) > 1:
                yield SPACE.found(
                    place=_place(subject, choice),
                    message=f"a space in {quoted(choice.code)}",
                    mend=f"write {'_'.join(choice.code.split())}",
                )


def odd_codes(subject: FormSubject) -> Iterator[Finding]:
    """Find codes that analysts and other programs stumble over."""
    several = {
        name for name, items in subject.uses.items() if any(i.type.picks_several for i in items)
    }
    for name, choices in subject.lists.items():
        for choice in choices:
            if choice.code == "" or CODE.fullmatch(choice.code) is not None:
                continue
            if name in several and len(choice.code.split()) > 1:
                continue
            yield ODD.found(
                place=_place(subject, choice),
                message=f"{quoted(choice.code)} is an odd code",
                mend="use letters without accents, digits and '_'; the label may say anything",
            )


def single_choices(subject: FormSubject) -> Iterator[Finding]:
    """Find lists that leave nothing to choose."""
    for name, choices in subject.lists.items():
        items = subject.uses.get(name, ())
        is_open = any(
            item.type.has_other or "search(" in subject.survey.get(item.row, "appearance")
            for item in items
        )
        if len(choices) == 1 and items and not is_open:
            yield SINGLE.found(
                place=_place(subject, choices[0]),
                message=f"{name} has one choice only",
                mend="offer another, or ask with acknowledge",
            )


def numbers_for_no_answer(subject: FormSubject) -> Iterator[Finding]:
    """Find numbers that are no number of anything, beside others that may be."""
    for name, codes in subject.codes.items():
        known = set(codes)
        for choice in subject.lists[name]:
            code = choice.code
            if NEGATIVE.fullmatch(code) is not None:
                is_meant = code in NO_ANSWER
            else:
                is_meant = code in NO_ANSWER and not _is_counted(code, known)
            if is_meant:
                yield NUMBER.found(
                    place=_place(subject, choice),
                    message=f"{quoted(code)} in {name} looks like no answer",
                    mend="write dk for don't know, ref for refused, na for not applicable",
                )


def _is_counted(code: str, known: set[str]) -> bool:
    """Tell whether a number stands in a row with others: 96, 97, 98."""
    return {str(int(code) - 2), str(int(code) - 3)} <= known


def exclusive_choices(subject: FormSubject) -> Iterator[Finding]:
    """Find answers that contradict themselves, and no constraint against them."""
    constraints = {each.item.row.number: each for each in subject.written("constraint")}
    for item in subject.items:
        if item.type.name != "select_multiple":
            continue
        written = constraints.get(item.row.number)
        held = frozenset() if written is None else written.texts
        for code in subject.codes.get(item.type.listed, ()):
            if code.lower() in ALONE and code not in held:
                yield EXCLUSIVE.found(
                    place=subject.survey.place(item.row.number, "constraint"),
                    message=f"{quoted(code)} can be picked with other choices",
                    mend=f"write the constraint not(selected(., '{code}') and "
                    "count-selected(.) > 1)",
                )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (UNKNOWN, unknown_lists),
    (UNUSED, unused_lists),
    (TWICE, repeated_choices),
    (INCOMPLETE, incomplete_choices),
    (SPACE, spaces_in_codes),
    (ODD, odd_codes),
    (SINGLE, single_choices),
    (NUMBER, numbers_for_no_answer),
    (EXCLUSIVE, exclusive_choices),
)
