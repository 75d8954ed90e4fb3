"""The example of a monitoring project's own continuous integration, run as its service would."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "ci"
#: The command that tests, as the workflow and the README give it.
COMMAND = re.compile(r"^ *(?:run: )?python (-m pytest .*)$", re.MULTILINE)


def _command(page: str) -> str:
    """Return the one command of a page that tests."""
    (command,) = COMMAND.findall((EXAMPLE / page).read_text(encoding="utf-8"))
    return str(command)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the example, outside this repository and its settings."""
    folder = tmp_path / "project"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return folder


def _run(project: Path) -> tuple[int, str]:
    """Run the command of the workflow, and give its status and what it prints."""
    arguments = shlex.split(_command("workflow.yaml"))
    left = {"PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"}
    done = subprocess.run(
        [sys.executable, *arguments, "-p", "no:cacheprovider"],
        cwd=project,
        env={name: value for name, value in os.environ.items() if name not in left},
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def test_both_pages_give_the_same_command() -> None:
    """The README of the example and its workflow test with the same command."""
    assert _command("README.md") == _command("workflow.yaml")


def test_example_passes(project: Path) -> None:
    """The example's plan, figures and indicators pass."""
    status, told = _run(project)

    assert 0 == status, told
    assert "28 passed" in told


def test_example_finds_what_is_broken(project: Path) -> None:
    """A capped rate and a figure that is none are found, and told without a traceback of ours."""
    indicators = project / "indicators.py"
    text = indicators.read_text(encoding="utf-8")
    capped = text.replace("return (actual - baseline) /", "return min(1, actual - baseline) /")
    indicators.write_text(capped, encoding="utf-8")
    table = project / "observations.csv"
    table.write_text(
        table.read_text(encoding="utf-8") + "trained,2026,many,,,,plan,\n", encoding="utf-8"
    )
    status, told = _run(project)

    assert capped != text
    assert 1 == status
    assert "LawBrokenError" in told
    assert "The rate is the share of the way that is gone, not rounded." in told
    assert "observations.csv:6: value" in told
    assert "FAILED framework.toml::file - ME000" in told
