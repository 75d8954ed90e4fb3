"""Parts of session and event files as schemas, made from the classes that the reader makes."""

from collections.abc import Callable, Mapping

from indh_me._codec.schema_fields import Schema, by_code, table_of
from indh_me._codec.session import EVENT_TABLES, SESSION_TABLES
from indh_me.survey.choice import ChoiceList
from indh_me.survey.question import Question
from indh_me.survey.session import AddedQuestion, Event, KnowledgeItem, Message, PlaceLevel, Session

__all__ = ["OCCASIONS"]


def _offering(kind: type, *, leave_out: tuple[str, ...] = ()) -> Schema:
    """Describe a table with choices, which are a table by code and not a list."""
    table = table_of(kind, leave_out=leave_out)
    words = table["properties"]["choices"]["description"]
    table["properties"]["choices"] = {"description": words, **by_code("choice")}
    return table


def _question() -> Schema:
    """Describe a question of one's own: beside its parts, the forms that ask it."""
    table = table_of(Question, leave_out=("name", "measures"))
    moments = table_of(AddedQuestion)["properties"]["moments"]
    table["properties"] = {"moments": moments, **table["properties"]}
    return {**table, "required": ["moments", *table["required"]]}


def _event() -> Schema:
    """Describe the head of an event; what it has in common with a session is said there."""
    table = table_of(Event, leave_out=EVENT_TABLES)
    table["properties"] |= {
        key: each for key, each in _session()["properties"].items() if key in table["properties"]
    }
    return table


def _session() -> Schema:
    return table_of(Session, leave_out=SESSION_TABLES)


OCCASIONS: Mapping[str, Callable[[], Schema]] = {
    "session": _session,
    "session.knowledge": lambda: _offering(KnowledgeItem, leave_out=("code",)),
    "session.places": lambda: _offering(PlaceLevel),
    "session.questions": _question,
    "session.choice_lists": lambda: _offering(ChoiceList, leave_out=("name",)),
    "event": _event,
    "event.messages": lambda: _offering(Message, leave_out=("code",)),
}
