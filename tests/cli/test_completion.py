import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from command_line import FRAMEWORK
from indh_me.cli import main

CODES = ["T-R1", "C-R1", "C-R2", "C-R3", "C-R4", "C-R5", "C-R6", "C-P1", "C-P3", "C-P4"]


def _run(env: dict[str, str]) -> Result:
    """Run the command as its own script does, whose name the variable is made from."""
    return CliRunner().invoke(main, [], prog_name="indh-me", env=env, catch_exceptions=False)


def completed(*typed: str) -> list[str]:
    """Give what the last of the words typed may become, as bash is told."""
    env = {
        "_INDH_ME_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["indh-me", *typed]),
        "COMP_CWORD": str(len(typed)),
    }
    done = _run(env)

    assert "" == done.stderr
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line != ""]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["explain", FRAMEWORK, ""], CODES),
        (["explain", FRAMEWORK, "C-P"], ["C-P1", "C-P3", "C-P4"]),
        (["breakdown", FRAMEWORK, "T"], ["T-R1"]),
        (["project", FRAMEWORK, "--indicator", "T"], ["T-R1"]),
        (["breakdown", FRAMEWORK, "C-R3", "--by", ""], ["place"]),
        (["assess", FRAMEWORK, "--language", ""], ["ar", "fr", "en"]),
        (["assess", FRAMEWORK, "--preset", "open"], ["open_sdg", "open_sdg_no_target"]),
        (["workbook", FRAMEWORK, "--layout", "u"], ["usaid", "undp"]),
        (["doctor", "--language", "f"], ["fr"]),
        (["check", FRAMEWORK, "--ignore", "ME002,ME001"], ["ME002,ME001"]),
        (["library", "training.w"], ["training.women_share"]),
        (["new", "x", "--with", "training,comm"], None),
        (["ass"], ["assess"]),
        (["check", FRAMEWORK, "--format", "s"], ["sarif"]),
    ],
    ids=lambda each: " ".join(each[:1]) if isinstance(each, list) else "",
)
def test_words_are_completed(typed: list[str], words: list[str] | None) -> None:
    """Codes, dimensions, languages, rules and the like are completed from what was typed before."""
    found = completed(*typed)

    assert found[:1] == ["training,communication"] if words is None else words == found


@pytest.mark.parametrize("content", [None, "", "[framework", "\0"])
def test_what_cannot_be_read_completes_to_nothing(content: str | None, tmp_path: Path) -> None:
    """A framework that is missing or broken completes to nothing, without a message."""
    file = tmp_path / "framework.toml"
    if content is not None:
        file.write_text(content, encoding="utf-8")

    assert [] == completed("explain", str(file), "")
    assert [] == completed("breakdown", str(file), "A", "--by", "")


def test_nothing_typed_yet() -> None:
    """Without a framework there are no codes, but the languages of the labels."""
    assert ["ar", "fr", "en"] == completed("assess", "--language", "")
    assert [] == completed("assess", "--by", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_is_told_how(shell: str) -> None:
    """Each shell gets a script of its own, which names the command."""
    done = _run({"_INDH_ME_COMPLETE": f"{shell}_source"})

    assert f"_INDH_ME_COMPLETE={shell}_complete" in done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_script_is_bash() -> None:
    """Bash reads its script without a complaint."""
    script = _run({"_INDH_ME_COMPLETE": "bash_source"}).stdout
    done = subprocess.run(
        ["bash", "-n"],  # noqa: S607 - whichever bash there is
        input=script,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (done.returncode, done.stderr)


def test_command_starts_without_its_rooms() -> None:
    """The command line is ready before anything that calculates is imported."""
    told = "import sys, indh_me.cli; print({'numpy', 'attrs', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert "set()" == done.stdout.strip()
