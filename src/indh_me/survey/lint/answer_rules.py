"""Rules about answers: what is required, what stands there already, what is refused."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted

from .rule import FormCheck
from .subject import DYNAMIC_DEFAULT, FormSubject, Item

__all__ = [
    "CHECKS",
    "consents_not_required",
    "constraints_without_messages",
    "messages_without_rules",
    "odd_defaults",
    "required_defaults",
    "required_notes",
    "uneven_ranges",
]

MESSAGE = Rule(
    "SV061",
    "constraint-without-message",
    Severity.WARNING,
    "an answer may be refused, and nobody says why",
)
DEFAULT = Rule(
    "SV062", "odd-default", Severity.ERROR, "a default is no answer that the question takes"
)
RANGE = Rule(
    "SV063",
    "uneven-range",
    Severity.ERROR,
    "a range lacks an end, or its steps do not lead from one end to the other",
)
NOTE = Rule(
    "SV064",
    "required-note",
    Severity.ERROR,
    "an answer is required where nothing can be answered",
)
BOTH = Rule(
    "SV065",
    "required-with-default",
    Severity.INFO,
    "an answer is required, and already there",
)
CONSENT = Rule(
    "SV066",
    "consent-not-required",
    Severity.WARNING,
    "a question for consent may be skipped",
)
LOOSE = Rule(
    "SV067",
    "message-without-rule",
    Severity.INFO,
    "a message is there for a constraint or a required answer, which is not there",
)

NOT_REQUIRED = frozenset({"", "no", "false", "false()"})
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
PAIR = re.compile(r"(start|end|step)\s*=\s*([^\s;,]+)", re.IGNORECASE)
#: Steps when none are written, as pyxform has them.
STARTS, ENDS, STEP = "1", "10", "1"


def _requires(subject: FormSubject, item: Item) -> bool:
    return subject.survey.get(item.row, "required").lower() not in NOT_REQUIRED


def constraints_without_messages(subject: FormSubject) -> Iterator[Finding]:
    """Find constraints that refuse in silence, or with the words of the client."""
    view = subject.survey
    for item in subject.items:
        if view.get(item.row, "constraint") == "":
            continue
        if not any(True for _ in view.texts(item.row, "constraint_message")):
            yield MESSAGE.found(
                place=view.place(item.row.number, "constraint"),
                message=f"nothing is said when the constraint of {quoted(item.name)} fails",
                mend="write constraint_message, in each language of the form",
            )


def messages_without_rules(subject: FormSubject) -> Iterator[Finding]:
    """Find messages that nobody will ever read."""
    view = subject.survey
    for item in subject.items:
        for column in ("constraint", "required"):
            if view.get(item.row, column).lower() not in NOT_REQUIRED:
                continue
            for language, _ in view.texts(item.row, f"{column}_message"):
                yield LOOSE.found(
                    place=view.place(item.row.number, f"{column}_message", language),
                    message=f"a message, but no {column}",
                    mend=f"write {column}, or leave out the message",
                )
                break


def odd_defaults(subject: FormSubject) -> Iterator[Finding]:
    """Find defaults that a client drops without a word, or stores as they are."""
    for item in subject.items:
        default = subject.survey.get(item.row, "default")
        if default == "" or DYNAMIC_DEFAULT.search(default) is not None:
            continue
        codes = subject.codes_of(item)
        wanted = ""
        if codes is not None:
            picked = default.split() if item.type.picks_several else [default]
            unknown = [each for each in picked if each not in set(codes)]
            if unknown:
                wanted = subject.nearest(unknown[0], codes)
        elif item.type.name in WANTED and not _is_a(item.type.name, default):
            wanted = WANTED[item.type.name]
        if wanted != "":
            yield DEFAULT.found(
                place=subject.survey.place(item.row.number, "default"),
                message=f"{quoted(default)} is no answer to a {item.type.name}",
                mend=wanted,
            )


#: What the default of a type must be.
WANTED = {
    "integer": "write a whole number",
    "decimal": "write a number with a decimal point",
    "range": "write a number",
    "date": "write a day such as 2026-11-23, or today()",
    "time": "write a time such as 09:30",
    "datetime": "write a day and a time such as 2026-11-23T09:30, or now()",
}


def _is_a(name: str, default: str) -> bool:
    if name == "integer":
        return default.isascii() and default.lstrip("+-").isdigit()
    if name in {"decimal", "range"}:
        return NUMBER.fullmatch(default) is not None
    reader = {"date": date.fromisoformat, "time": time.fromisoformat}.get(name)
    try:
        (datetime.fromisoformat if reader is None else reader)(default)
    except ValueError:
        return False
    return True


def uneven_ranges(subject: FormSubject) -> Iterator[Finding]:
    """Find ranges whose last point cannot be reached."""
    for item in subject.items:
        if item.type.name != "range":
            continue
        text = subject.survey.get(item.row, "parameters")
        pairs = {name.lower(): value for name, value in PAIR.findall(text)}
        fault = _range_fault(pairs)
        if fault != "":
            yield RANGE.found(
                place=subject.survey.place(item.row.number, "parameters"),
                message=fault,
                mend="write steps that lead from start to end: start=0 end=10 step=1",
            )


def _range_fault(pairs: dict[str, str]) -> str:
    try:
        start, end, step = (
            Decimal(pairs.get(name, usual))
            for name, usual in (("start", STARTS), ("end", ENDS), ("step", STEP))
        )
        is_even = step != 0 and (end - start) % step == 0
    except InvalidOperation:
        odd = [f"{name}={value}" for name, value in pairs.items() if not NUMBER.fullmatch(value)]
        return f"{quoted(', '.join(odd))} is no number" if odd else "a range out of all bounds"
    if step <= 0:
        return f"a step of {step}"
    if end <= start:
        return f"a range from {start} to {end}"
    return "" if is_even else f"steps of {step} do not lead from {start} to {end}"


def required_notes(subject: FormSubject) -> Iterator[Finding]:
    """Find rows that nobody can get past."""
    for item in subject.items:
        cannot = item.type.name in {"note", "calculate", "hidden"} or not item.type.is_question
        if cannot and _requires(subject, item):
            yield NOTE.found(
                place=subject.survey.place(item.row.number, "required"),
                message=f"a {item.type.name} is required",
                mend="leave required empty",
            )


def required_defaults(subject: FormSubject) -> Iterator[Finding]:
    """Find answers that a hurried person leaves as they were found."""
    for item in subject.items:
        default = subject.survey.get(item.row, "default")
        if item.type.is_answered and default != "" and _requires(subject, item):
            yield BOTH.found(
                place=subject.survey.place(item.row.number, "default"),
                message=f"{quoted(item.name)} is required, and already answered",
                mend="leave out one of the two",
            )


def consents_not_required(subject: FormSubject) -> Iterator[Finding]:
    """Find forms that go on without an answer to the question for consent."""
    for item in subject.items:
        is_consent = "consent" in item.name.lower()
        is_asked = item.type.name in {"select_one", "acknowledge"}
        if is_consent and is_asked and not _requires(subject, item):
            yield CONSENT.found(
                place=subject.survey.place(item.row.number, "required"),
                message=f"{quoted(item.name)} may be skipped",
                mend="write yes in the column required",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (MESSAGE, constraints_without_messages),
    (DEFAULT, odd_defaults),
    (RANGE, uneven_ranges),
    (NOTE, required_notes),
    (BOTH, required_defaults),
    (CONSENT, consents_not_required),
    (LOOSE, messages_without_rules),
)
