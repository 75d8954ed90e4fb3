"""The first cell of a row of the survey: what kind of row it is."""

import re
from collections.abc import Mapping
from enum import Enum

from attrs import frozen

from indh_me.errors import nearest
from indh_me.survey.question import QuestionKind

__all__ = ["RowRole", "RowType", "row_type"]


class RowRole(Enum):
    """What a row of the survey does."""

    QUESTION = "question"
    BEGIN = "begin"
    END = "end"
    #: Filled in by the client, such as the day.
    METADATA = "metadata"
    #: A single tick.
    ACKNOWLEDGE = "acknowledge"
    #: A number picked from a line.
    RANGE = "range"
    REFUSED = "refused"


@frozen
class RowType:
    """What kind of row it is.

    Parameters
    ----------
    role
        What it does.
    kind
        How it is answered, for a question.
    choices
        Name of its list of choices.
    mend
        What to write instead, for a row that is refused.
    """

    role: RowRole
    kind: QuestionKind | None = None
    choices: str | None = None
    mend: str = ""


SELECT = re.compile(
    r"(?P<one>select[ _]one|select1)|(?P<many>select[ _]multiple|select[ _]all[ _]that[ _]apply)"
)
PLAIN: Mapping[str, QuestionKind] = {
    "calculate": QuestionKind.CALCULATED,
    "date": QuestionKind.DATE,
    "decimal": QuestionKind.DECIMAL,
    "int": QuestionKind.INTEGER,
    "integer": QuestionKind.INTEGER,
    "note": QuestionKind.NOTE,
    "string": QuestionKind.TEXT,
    "text": QuestionKind.TEXT,
}
METADATA = (
    "audit",
    "deviceid",
    "email",
    "end",
    "phonenumber",
    "simserial",
    "start",
    "start-geopoint",
    "subscriberid",
    "today",
    "username",
)
ROLES: Mapping[str, RowRole] = {
    **dict.fromkeys(METADATA, RowRole.METADATA),
    "begin group": RowRole.BEGIN,
    "end group": RowRole.END,
    "acknowledge": RowRole.ACKNOWLEDGE,
    "trigger": RowRole.ACKNOWLEDGE,
    "range": RowRole.RANGE,
    "begin repeat": RowRole.REFUSED,
    "end repeat": RowRole.REFUSED,
    "begin loop": RowRole.REFUSED,
    "end loop": RowRole.REFUSED,
}
#: What a form may ask and a question of ours cannot, with what could stand there instead.
FOREIGN: Mapping[str, str] = {
    "audio": "ask for words, or collect recordings beside the form",
    "background-audio": "leave it out",
    "barcode": "ask for a text",
    "csv-external": "put the choices into the sheet 'choices'",
    "datetime": "ask for the date",
    "file": "collect files beside the form",
    "geopoint": "ask for the place with select_one, one level below the other",
    "geoshape": "ask for the place with select_one, one level below the other",
    "geotrace": "ask for the place with select_one, one level below the other",
    "hidden": "make it a calculate",
    "image": "collect pictures beside the form",
    "rank": "ask for the first, the second and the third with select_one",
    "time": "ask for a text such as 14:30, with a constraint",
    "video": "collect pictures beside the form",
    "xml-external": "put the choices into the sheet 'choices'",
}
REPEAT_MEND = "ask for each in a form of its own, or a fixed number of times"
OTHER_MEND = "write the choice 'other' into the list and a text question below, in all languages"


def row_type(cell: str) -> RowType:
    """Read the type of a row.

    Parameters
    ----------
    cell
        What stands in the column ``type``.

    Examples
    --------
    >>> found = row_type("select_one yes_no")
    >>> found.kind.value, found.choices
    ('single', 'yes_no')
    >>> row_type("geopoint").role.value
    'refused'
    """
    words = " ".join(cell.split())
    lowered = words.lower()
    select = SELECT.match(lowered)
    if select is not None:
        return _select(select, words)
    kind = PLAIN.get(lowered)
    if kind is not None:
        return RowType(RowRole.QUESTION, kind)
    role = ROLES.get(lowered.replace("_", " "))
    if role is not None:
        mend = REPEAT_MEND if role is RowRole.REFUSED else ""
        return RowType(
            role, QuestionKind.SINGLE if role is RowRole.ACKNOWLEDGE else None, mend=mend
        )
    first = lowered.partition(" ")[0]
    mend = FOREIGN.get(first) or nearest(words, [*PLAIN, "select_one LIST", "select_multiple LIST"])
    return RowType(RowRole.REFUSED, mend=mend)


def _select(select: re.Match[str], words: str) -> RowType:
    kind = QuestionKind.SINGLE if select["one"] is not None else QuestionKind.MULTIPLE
    rest = words[select.end() :].split()
    if rest and rest[0].lower() == "from":
        rest = rest[1:]
    match rest:
        case [name] if not words[select.end()].startswith("_"):
            return RowType(RowRole.QUESTION, kind, name)
        case [_, *more] if " ".join(more).lower().replace("_", " ") == "or other":
            return RowType(RowRole.REFUSED, mend=OTHER_MEND)
    mend = f"write it like {'select_one' if select['one'] else 'select_multiple'} name_of_list"
    return RowType(RowRole.REFUSED, mend=mend)
