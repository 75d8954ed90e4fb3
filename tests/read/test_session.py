from pathlib import Path

import pytest

from indh_me.errors import InvalidFileError
from indh_me.read.session import read_event, read_occasion, read_session
from indh_me.survey.session import Event, Session
from occasions import INDH
from refusals import refusals

BAD = """
[session]
code = "A B"
languages = ["fr", "xx1"]
titel = "x"
version = "2008"

[objectives."\u00e9t\u00e9"]
fr = "a"

[knowledge.k1]
label = "?"
key = "z"
choices = { a = "x", b = "y" }

[knowledge.k2]
label = "?"
choices = { "a b" = "x" }

[questions.q1]
moments = ["end"]
kind = "intger"
label = "?"
relevant = "${a} = = 1"

[questions.q2]
kind = "text"

[places]

[foo]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file that a test writes its session to."""
    return tmp_path / "session.toml"


def test_session_of_the_example_is_read() -> None:
    """The session of the INDH example has its objectives, key, case and places."""
    session = read_session(INDH / "session.toml")

    assert ("ar", "fr", "en") == session.languages
    assert ["culture", "tracking"] == [each.code for each in session.objectives]
    assert ["may_2005", "proximity", "overdue"] == [each.key for each in session.knowledge]
    assert [False, False, True] == [each.scenario for each in session.knowledge]
    assert "souss" == session.places[1].choices[0].parent


def test_event_of_the_example_is_read() -> None:
    """The event of the INDH example has its message."""
    event = read_event(INDH / "event.toml")

    assert ["more_18000"] == [each.key for each in event.messages]


def test_the_file_tells_what_it_is() -> None:
    """A session or an event is read, whichever the file describes."""
    assert isinstance(read_occasion(INDH / "session.toml"), Session)
    assert isinstance(read_occasion(INDH / "event.toml"), Event)


def test_all_faults_are_reported_at_once(file: Path) -> None:
    """Everything that is wrong is told together, each with line, path and mend."""
    file.write_text(BAD, encoding="utf-8")
    found = refusals(lambda: read_session(file), InvalidFileError)

    assert {
        "foo": "unknown table 'foo'",
        "session.titel": "unknown key 'titel'",
        "session.title": "'title' is missing",
        "session.date": "'date' is missing",
        "session.place": "'place' is missing",
        "session.trainer": "'trainer' is missing",
        "session.audience": "'audience' is missing",
        "session.code": "'A B' cannot stand as code",
        "session.languages": "'xx1' is not a language tag",
        "session.version": "'2008' is no version",
        'objectives."été"': "'été' cannot stand as code",
        "knowledge.k1.key": "'z' is no choice",
        'knowledge.k2.choices."a b"': "'a b' cannot be the code of a choice",
        "questions.q1.kind": "unknown question kind 'intger'",
        "questions.q1.relevant": "'${a} = = 1' has '=' at character 8",
        "questions.q2.moments": "'moments' is missing",
        "places": "a list of tables is needed here, not the table '{}'",
    } == {fault.where.path: fault.what for fault in found}
    assert all(fault.where.line is not None and fault.mend for fault in found)


def test_a_file_of_something_else_is_refused(file: Path) -> None:
    """A file without its table says how to begin."""
    file.write_text("[framework]\n", encoding="utf-8")
    found = refusals(lambda: read_session(file), InvalidFileError)

    assert ["unknown table 'framework'", "the table [session] is missing"] == [
        fault.what for fault in found
    ]


def test_malformed_toml_is_refused(file: Path) -> None:
    """What is no TOML is refused with its line."""
    file.write_text("[session\n", encoding="utf-8")
    (fault,) = refusals(lambda: read_session(file), InvalidFileError)

    assert fault.what.startswith("malformed TOML")
