"""Runs of the command for tests, in this process or in one of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from indh_me.cli import main

__all__ = [
    "BRIEFING",
    "COUNT",
    "FRAMEWORK",
    "HEAD",
    "ILLUSTRATION",
    "INDH",
    "assessed",
    "fails",
    "run",
    "start",
]

INDH = Path(__file__).parents[1] / "examples" / "indh"

FRAMEWORK = str(INDH / "framework.toml")

ILLUSTRATION = str(INDH / "illustration.csv")

BRIEFING = "--as-of=2008-03-27"

HEAD = '[framework]\ncode = "DEMO"\nlanguages = ["fr"]\n'

COUNT = 'unit = "count"\ndirection = "increase"\naccumulation = "sum"\n'


def run(*arguments: str) -> Result:
    """Run a verb in this process."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def start(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a verb in a process of its own, as its users do."""
    return subprocess.run(
        [sys.executable, "-m", "indh_me", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env=None if env is None else {**os.environ, **env},
        preexec_fn=before,
    )


def assessed(*arguments: str) -> dict[str, dict[str, Any]]:
    """Assess in JSON, and give the rows by code."""
    result = run("assess", *arguments, "--format=json")

    assert 0 == result.exit_code, result.output
    return {row["code"]: row for row in json.loads(result.stdout)["indicators"]}


def fails(result: subprocess.CompletedProcess[str], *words: str) -> None:
    """Hold that a command failed as bad input should: one screen, status 3, no traceback."""
    assert 3 == result.returncode, result.stderr
    assert result.stderr.startswith("error: ")
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") <= 70
    for word in words:
        assert word in result.stderr
