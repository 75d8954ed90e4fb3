import io
import time

import pytest

from indh_me.write.terminal import Progress, shows_progress
from terminals import Terminal


@pytest.fixture(autouse=True)
def _ordinary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a terminal that can write a line over."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (None, "Reading the files"),
        ("fr", "Lecture des fichiers"),
        ("ar", "قراءة الملفات"),
    ],
)
def test_long_work_says_what_it_does(language: str | None, words: str) -> None:
    """On a terminal, work that takes longer than one waits says what it is, in the language."""
    stream = Terminal()
    with Progress(language, stream=stream, patience=0.0) as progress:
        progress.step("read")

        assert stream.shows(words)
    assert stream.getvalue().endswith("\x1b[2K")


def test_steps_are_counted() -> None:
    """Where the number of steps is known, it is said how many are done."""
    stream = Terminal()
    with Progress("en", stream=stream, patience=0.0) as progress:
        progress.step("collect", done=2, total=7)

        assert stream.shows("2/7")


def test_short_work_says_nothing() -> None:
    """What is done before anybody waits leaves no trace."""
    stream = Terminal()
    with Progress("en", stream=stream, patience=60.0) as progress:
        progress.step("read")

    assert "" == stream.getvalue()


@pytest.mark.parametrize("name", ["FORCE_COLOR", "COLUMNS"])
def test_pipes_are_left_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe nothing is shown however long it takes, colours asked for or not."""
    monkeypatch.setenv(name, "100")
    stream = io.StringIO()
    with Progress("en", stream=stream, patience=0.0) as progress:
        progress.step("read")
        time.sleep(0.2)

    assert "" == stream.getvalue()


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_dumb_terminals_are_left_alone(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that cannot write a line over is shown nothing."""
    assert shows_progress(Terminal())
    monkeypatch.setenv("TERM", term)

    assert not shows_progress(Terminal())


def test_failing_work_takes_it_away() -> None:
    """Work that fails takes its progress with it, and the error comes through."""
    stream = Terminal()

    def fail() -> None:
        with Progress(stream=stream, patience=0.0) as progress:
            progress.step("write")
            stream.shows("Writing the file")
            message = "broken"
            raise ValueError(message)

    with pytest.raises(ValueError, match="broken"):
        fail()

    written = stream.getvalue()
    time.sleep(0.3)

    assert written == stream.getvalue()
