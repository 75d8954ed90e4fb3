"""The first cell of a row of the survey: what kind of row it is."""

from collections.abc import Mapping
from enum import Enum

from attrs import frozen

from indh_me.errors import nearest
from indh_me.survey.question import QuestionKind

from .survey_type import RECORDED, SurveyType, survey_type

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


#: By the usual name of a type.
KINDS: Mapping[str, QuestionKind] = {
    "calculate": QuestionKind.CALCULATED,
    "date": QuestionKind.DATE,
    "decimal": QuestionKind.DECIMAL,
    "integer": QuestionKind.INTEGER,
    "note": QuestionKind.NOTE,
    "text": QuestionKind.TEXT,
}
SELECTS: Mapping[str, QuestionKind] = {
    "select_one": QuestionKind.SINGLE,
    "select_multiple": QuestionKind.MULTIPLE,
}
ROLES: Mapping[str, RowRole] = {
    **dict.fromkeys(RECORDED, RowRole.METADATA),
    "begin_group": RowRole.BEGIN,
    "end_group": RowRole.END,
    "acknowledge": RowRole.ACKNOWLEDGE,
    "trigger": RowRole.ACKNOWLEDGE,
    "range": RowRole.RANGE,
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
    "select_multiple_from_file": "put the choices into the sheet 'choices'",
    "select_one_external": "put the choices into the sheet 'choices'",
    "select_one_from_file": "put the choices into the sheet 'choices'",
    "time": "ask for a text such as 14:30, with a constraint",
    "video": "collect pictures beside the form",
    "xml-external": "put the choices into the sheet 'choices'",
}
#: What a type may be written like.
WRITTEN = (*sorted([*KINDS, "string"]), "select_one LIST", "select_multiple LIST")
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
    said = survey_type(cell)
    if said.name in SELECTS:
        return _select(said)
    if said.name in KINDS:
        return RowType(RowRole.QUESTION, KINDS[said.name])
    role = ROLES.get(said.name)
    if role is not None:
        return RowType(role, QuestionKind.SINGLE if role is RowRole.ACKNOWLEDGE else None)
    if "repeat" in (said.begins, said.ends) or "loop" in (said.begins, said.ends):
        return RowType(RowRole.REFUSED, mend=REPEAT_MEND)
    mend = FOREIGN.get(said.name) or nearest(" ".join(cell.split()), WRITTEN)
    return RowType(RowRole.REFUSED, mend=mend)


def _select(said: SurveyType) -> RowType:
    if said.has_other:
        return RowType(RowRole.REFUSED, mend=OTHER_MEND)
    match said.listed.split():
        case [name] | ["from", name]:
            return RowType(RowRole.QUESTION, SELECTS[said.name], name)
    return RowType(RowRole.REFUSED, mend=f"write it like {said.name} name_of_list")
