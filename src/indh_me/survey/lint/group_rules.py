"""The rule that groups begin and end in pairs."""

from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import Place, quoted

from .rule import FormCheck
from .subject import FormSubject, Item

__all__ = ["CHECKS", "open_groups"]

OPEN = Rule(
    "SV014",
    "open-group",
    Severity.ERROR,
    "a group or repeat is not ended, is ended by the other's end, or ends without a beginning",
)


def open_groups(subject: FormSubject) -> Iterator[Finding]:
    """Find beginnings and ends that do not belong together."""
    opened: list[Item] = []
    for item in subject.items:
        if item.type.begins != "":
            opened.append(item)
        elif item.type.ends != "":
            kind = item.type.ends
            if not opened:
                yield OPEN.found(
                    place=_place(subject, item),
                    message=f"{quoted(item.type.text)} ends nothing",
                    mend=f"remove it, or write begin_{kind} where it should begin",
                )
                continue
            begun = opened.pop()
            if begun.type.begins != kind:
                yield OPEN.found(
                    place=_place(subject, item),
                    message=f"{quoted(item.type.text)} ends {_said(begun)}",
                    mend=f"write end_{begun.type.begins}",
                )
    for item in opened:
        yield OPEN.found(
            place=_place(subject, item),
            message=f"{_said(item)} is not ended",
            mend=f"write end_{item.type.begins} below its last row",
        )


def _place(subject: FormSubject, item: Item) -> Place:
    return subject.survey.place(item.row.number, "type")


def _said(item: Item) -> str:
    name = "" if item.name == "" else f" {quoted(item.name)}"
    return f"the {item.type.begins}{name}"


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = ((OPEN, open_groups),)
