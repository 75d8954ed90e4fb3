"""Sessions and events that tests make forms for."""

from datetime import date
from pathlib import Path
from typing import Any

from indh_me.model import Text
from indh_me.survey.choice import Choice
from indh_me.survey.session import Event, KnowledgeItem, Message, Session, Topic

__all__ = ["EVENT", "INDH", "SESSION", "a_session", "an_event", "words"]

INDH = Path(__file__).parent.parent / "examples" / "indh"


def words(english: str) -> Text:
    """Give words in two languages, which differ."""
    return Text.of(en=english, fr=f"{english} (fr)")


COMMON: dict[str, Any] = {
    "date": date(2008, 4, 24),
    "place": words("Agadir"),
    "languages": ["en", "fr"],
    "version": "2008041001",
}


def a_session(**parts: object) -> Session:
    """Make a session of one objective and one question, with some parts replaced."""
    given: dict[str, Any] = {
        **COMMON,
        "code": "S1",
        "title": words("Workshop"),
        "trainer": words("Trainer"),
        "audience": words("Heads of division"),
        "objectives": [Topic(code="track", label=words("keep a table"))],
        "knowledge": [
            KnowledgeItem(
                code="k1",
                label=words("Which year?"),
                choices=[Choice("y2005", words("2005")), Choice("y2007", words("2007"))],
                key="y2005",
                objective="track",
            )
        ],
        **parts,
    }
    return Session(**given)


def an_event(**parts: object) -> Event:
    """Make an event of one message, with some parts replaced."""
    given: dict[str, Any] = {
        **COMMON,
        "code": "E1",
        "title": words("Media Thursday"),
        "topic": words("INDH"),
        "messages": [
            Message(
                code="m1",
                choices=[Choice("right", words("Many")), Choice("wrong", words("Few"))],
                key="right",
            )
        ],
        **parts,
    }
    return Event(**given)


SESSION = a_session()
EVENT = an_event()
