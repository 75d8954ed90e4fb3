import pytest
from attrs import evolve

from indh_me.errors import InvalidInputError, ParseError
from indh_me.survey.choice import Choice
from indh_me.survey.session import KnowledgeItem, Topic
from occasions import SESSION, a_session, an_event, words
from refusals import refusal, refusals

ITEM = SESSION.knowledge[0]


def test_key_must_be_a_choice() -> None:
    """A right answer that is not offered is refused, with the nearest one."""
    fault = refusal(lambda: evolve(ITEM, key="y2006"), InvalidInputError)

    assert "'y2006' is no choice" == fault.what
    assert "y2005" in fault.mend


def test_a_question_needs_a_wrong_answer() -> None:
    """One choice alone is no question."""
    fault = refusal(
        lambda: evolve(ITEM, choices=[Choice("y2005", words("2005"))]), InvalidInputError
    )

    assert "1 choices" == fault.what


def test_choices_are_given_once() -> None:
    """A choice given twice is refused."""
    twice = [Choice("y2005", words("2005")), Choice("y2005", words("05"))]
    fault = refusal(lambda: evolve(ITEM, choices=twice), InvalidInputError)

    assert "choice 'y2005' is given twice" == fault.what


def test_faults_of_a_session_come_together() -> None:
    """Codes given twice and objectives that do not exist are reported at once."""
    topic = Topic(code="track", label=words("?"))

    found = refusals(
        lambda: a_session(
            objectives=[topic, topic],
            knowledge=[evolve(ITEM, objective="trak"), evolve(ITEM, objective=None)],
        ),
        InvalidInputError,
    )
    assert [
        ("objectives.track", "'track' is given twice"),
        ("knowledge.k1", "'k1' is given twice"),
        ("knowledge.k1.objective", "'trak' is no objective of the session"),
    ] == [(fault.where.path, fault.what) for fault in found]


def test_faults_of_an_event_come_together() -> None:
    """Codes given twice in several tables of an event are reported at once."""
    topic = Topic(code="s", label=words("?"))

    found = refusals(
        lambda: an_event(statements=[topic, topic], practices=[topic, topic]), InvalidInputError
    )
    assert ["statements.s", "practices.s"] == [fault.where.path for fault in found]


@pytest.mark.parametrize("version", ["", "2008", "20080410xx", "20080410011", "٢٠٠٨٠٤١٠٠١"])
def test_versions_have_ten_digits(version: str) -> None:
    """A version is ten ASCII digits: Kobo and ODK compare them."""
    fault = refusal(lambda: a_session(version=version), ParseError)

    assert fault.what.endswith("is no version")


@pytest.mark.parametrize("name", ["été", "سؤال", "2k", "a b"])
def test_names_are_ascii(name: str) -> None:
    """An accented or Arabic name is refused: clients of XLSForm fail on it."""
    fault = refusal(
        lambda: KnowledgeItem(code=name, label=words("?"), choices=ITEM.choices, key="y2005"),
        ParseError,
    )

    assert "cannot stand as code" in fault.what
