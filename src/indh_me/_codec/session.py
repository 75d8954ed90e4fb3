"""Files of sessions and events as plain data."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, fields_dict

from indh_me.errors import Fault, IndhMeError, InvalidInputError, Place, key_path, nearest
from indh_me.model import Text
from indh_me.model.text import language_tag
from indh_me.survey.choice import Choice, ChoiceList
from indh_me.survey.question import Question
from indh_me.survey.session import (
    AddedQuestion,
    Event,
    KnowledgeItem,
    Message,
    PlaceLevel,
    Session,
    Topic,
)

from .converter import converter_for
from .faults import attempt, gather
from .scalars import is_table, read_string, read_string_pairs, read_strings, read_table, wrong

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["event_from_plain", "session_from_plain"]

Occasion = TypeVar("Occasion", Session, Event)

#: What is said of a session or an event itself, with what each must be.
HEAD: Mapping[str, Any] = {
    "code": str,
    "title": Text,
    "date": date,
    "place": Text,
    "languages": tuple[str, ...],
    "version": str,
}
SESSION_HEAD: Mapping[str, Any] = {**HEAD, "trainer": Text, "audience": Text}
EVENT_HEAD: Mapping[str, Any] = {**HEAD, "topic": Text, "decoy": Text}
#: What may be left out of them.
OPTIONAL = {"decoy"}
#: Tables whose keys are codes or names.
SHARED = ("places", "questions", "choice_lists", "feeds")
SESSION_TABLES = ("objectives", "knowledge", "roles", "results", *SHARED)
EVENT_TABLES = ("messages", "statements", "practices", *SHARED)


def session_from_plain(plain: Mapping[str, Any]) -> Session:
    """Make a session from the plain data of its file.

    Parameters
    ----------
    plain
        Tables as the file has them.

    Raises
    ------
    InvalidInputError
        With every fault of the data, each with its path.
    """
    return _occasion(plain, Session, "session", SESSION_HEAD, SESSION_TABLES)


def event_from_plain(plain: Mapping[str, Any]) -> Event:
    """Make an event from the plain data of its file.

    Parameters
    ----------
    plain
        Tables as the file has them.

    Raises
    ------
    InvalidInputError
        With every fault of the data, each with its path.
    """
    return _occasion(plain, Event, "event", EVENT_HEAD, EVENT_TABLES)


def _occasion(
    plain: Mapping[str, Any],
    kind: type[Occasion],
    name: str,
    head: Mapping[str, Any],
    tables: tuple[str, ...],
) -> Occasion:
    faults = [
        Fault(f"unknown table {key!r}", key_path(key), nearest(key, (name, *tables)))
        for key in plain
        if key not in {name, *tables}
    ]
    if name not in plain:
        mend = f'begin with [{name}], code = "..." and languages = ["..."]'
        raise InvalidInputError(*faults, Fault(f"the table [{name}] is missing", mend=mend))
    parts = _Parts(_languages(plain[name]), kind)
    about, others = attempt([(name, partial(parts.head, head), plain[name])])
    faults += others
    made, others = attempt((key, getattr(parts, key), plain[key]) for key in tables if key in plain)
    faults += others
    if faults:
        raise InvalidInputError(*(_at_key(each) for each in faults))
    given = (key for key in tables if key in plain)
    return kind(**about[0], **dict(zip(given, made, strict=True)))


def _at_key(fault: Fault) -> Fault:
    """Place a fault of a code at the key that it stands as."""
    at, _, last = fault.where.path.rpartition(".")
    is_key = last == "code" and "." in at
    return evolve(fault, where=Place(at)) if is_key else fault


def _languages(head: object) -> tuple[str, ...]:
    """Take the languages as far as they can be read: texts are judged by them."""
    tags = head.get("languages") if isinstance(head, Mapping) else None
    try:
        return tuple(language_tag(tag) for tag in tags) if isinstance(tags, list | tuple) else ()
    except IndhMeError:
        return ()


class _Parts:
    """Conversions of the tables of a file."""

    def __init__(self, languages: tuple[str, ...], kind: type) -> None:
        self.converter = converter_for(languages)
        self.fields = fields_dict(kind)

    def to(self, kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any type hint
        return lambda value: self.converter.structure(value, kind)

    def head(self, known: Mapping[str, Any], value: object) -> dict[str, Any]:
        table = read_table(value)
        faults = [
            Fault(f"unknown key {key!r}", key_path(key), nearest(key, known))
            for key in table
            if key not in known
        ]
        faults += [
            Fault(f"{key!r} is missing", key, "add it")
            for key in known
            if key not in {*table, *OPTIONAL}
        ]
        given = [key for key in known if key in table]
        made, others = attempt(
            (key, partial(self.checked, known[key], field), table[key])
            for key, field in self.fields.items()
            if key in given
        )
        if faults or others:
            raise InvalidInputError(*faults, *others)
        return dict(zip((key for key in self.fields if key in given), made, strict=True))

    def checked(self, kind: Any, field: "Attribute[Any]", value: object) -> Any:  # noqa: ANN401 - an instance of kind
        """Convert a value, and hold it to what its field asks before all others are known."""
        made = self.to(kind)(value)
        try:
            if field.converter is not None:
                made = field.converter(made)  # type: ignore[operator]  # none here takes more
            if field.validator is not None:
                field.validator(None, field, made)
        except InvalidInputError as error:
            # The field names itself as the place; so does whoever asked.
            raise InvalidInputError(
                *(evolve(fault, where=Place()) for fault in error.faults)
            ) from None
        return made

    def coded(self, read: Callable[[str, Any], Any], value: object) -> list[Any]:
        """Convert a table whose keys are codes."""
        return gather((code, partial(read, code), each) for code, each in read_table(value).items())

    def objectives(self, value: object) -> list[Topic]:
        return self.coded(
            lambda code, words: Topic(code=code, label=self.to(Text)(words)),
            value,
        )

    results = statements = practices = objectives

    def knowledge(self, value: object) -> list[KnowledgeItem]:
        return self.coded(partial(self.keyed, KnowledgeItem), value)

    def messages(self, value: object) -> list[Message]:
        return self.coded(partial(self.keyed, Message), value)

    def keyed(self, kind: type, code: str, value: object) -> Any:  # noqa: ANN401 - an instance of kind
        table = dict(read_table(value))
        listed = table.pop("choices", {})
        choices, faults = attempt([("choices", self.roles, listed)])
        given = {**table, "code": code, "choices": choices[0] if choices else ()}
        made, others = attempt([("", self.to(kind), given)])
        if faults:
            # Without the choices, nothing can be said of the key.
            others = [each for each in others if each.where.path not in {"choices", "key"}]
        if faults or others:
            raise InvalidInputError(*faults, *others)
        return made[0]

    def roles(self, value: object) -> list[Choice]:
        return self.coded(self.choice, value)

    def choice(self, code: str, value: object) -> Choice:
        if not is_table(value) or "parent" not in value:
            return Choice(code, self.to(Text)(value))
        words = {key: each for key, each in value.items() if key != "parent"}
        label, parent = gather(
            [("", self.to(Text), words), ("parent", read_string, value["parent"])]
        )
        return Choice(code, label, parent=parent)

    def places(self, value: object) -> list[PlaceLevel]:
        if not isinstance(value, list | tuple):
            raise wrong(value, "a list of tables", "write [[places]], from the widest level on")
        return gather((f"[{at}]", self.level, each) for at, each in enumerate(value))

    def level(self, value: object) -> PlaceLevel:
        return self.with_choices(PlaceLevel, read_table(value))  # type: ignore[no-any-return]

    def choice_lists(self, value: object) -> list[ChoiceList]:
        return self.coded(
            lambda name, table: self.with_choices(ChoiceList, {**read_table(table), "name": name}),
            value,
        )

    def with_choices(self, kind: type, value: Mapping[str, Any]) -> Any:  # noqa: ANN401 - an instance of kind
        table = dict(value)
        choices, faults = attempt([("choices", self.roles, table.pop("choices", {}))])
        if faults:
            raise InvalidInputError(*faults)
        return self.to(kind)({**table, "choices": choices[0]})

    def questions(self, value: object) -> list[AddedQuestion]:
        return self.coded(self.question, value)

    def question(self, name: str, value: object) -> AddedQuestion:
        table = dict(read_table(value))
        if "moments" not in table:
            mend = 'say which forms ask it: moments = ["end"]'
            raise InvalidInputError(Fault("'moments' is missing", "moments", mend))
        moments, question = gather(
            [
                ("moments", read_strings, table.pop("moments")),
                ("", self.to(Question), {**table, "name": name}),
            ]
        )
        return AddedQuestion(question=question, moments=moments)

    def feeds(self, value: object) -> tuple[tuple[str, str], ...]:
        return read_string_pairs(value)
