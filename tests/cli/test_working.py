import sys

import pytest

from command_line import BRIEFING, FRAMEWORK, start
from indh_me.cli.working import working
from indh_me.write.terminal import progress
from terminals import Terminal


def test_a_terminal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a verb says what it does, when it takes long."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with working("fr") as step:
        step("project")

        assert terminal.shows("Calcul des projections")


def test_a_pipe_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody looks on, nothing is said."""
    with working("fr") as step:
        step("collect", done=1, total=2)

    assert ("", "") == capsys.readouterr()


@pytest.mark.parametrize("verb", ["assess", "check", "project"])
def test_verbs_in_a_pipe_are_silent(verb: str) -> None:
    """A verb that is piped writes nothing on the standard error, with colours forced too."""
    done = start(verb, FRAMEWORK, BRIEFING, env={"FORCE_COLOR": "1"})

    assert "" == done.stderr
