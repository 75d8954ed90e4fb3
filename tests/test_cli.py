import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import BRIEFING, COUNT, FRAMEWORK, HEAD, fails, run, start


class TestHelp:
    """What the command says of itself."""

    @pytest.mark.parametrize(
        "verb", ["new", "library", "check", "assess", "explain", "breakdown", "workbook", "collect"]
    )
    def test_every_verb_shows_an_example(self, verb: str) -> None:
        """The help of every verb holds an example of it."""
        result = run(verb, "--help")

        assert 0 == result.exit_code
        assert f"indh-me {verb} " in result.stdout.partition("Example:")[2]

    @pytest.mark.parametrize("verb", ["assess", "explain", "breakdown"])
    def test_examples_work(
        self, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The examples of the help run in the folder that `new` writes."""
        run("new", str(tmp_path / "mine"))
        monkeypatch.chdir(tmp_path / "mine")
        examples = run(verb, "--help").stdout.partition("Example:")[2].strip().splitlines()

        assert len(examples) > 1
        for example in examples:
            assert 0 == run(*example.split()[1:]).exit_code, example

    def test_version(self) -> None:
        """The version is printed."""
        assert run("--version").stdout.startswith("indh-me, version ")

    def test_wrong_usage(self) -> None:
        """Wrong usage exits with 2 and says what was wrong."""
        result = run("assess", FRAMEWORK, "--as-of=soon")

        assert 2 == result.exit_code
        assert "'soon' is not a day: write it as 2008-03-27" in result.stderr

    def test_wrong_language(self) -> None:
        """What is no language tag is wrong usage, not English in silence."""
        result = run("assess", FRAMEWORK, BRIEFING, "--language=english")

        assert 2 == result.exit_code
        assert "'english' is not a language tag" in result.stderr


class TestBadInput:
    """Files that are wrong."""

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ('[framework\ncode = "A"', ("malformed TOML", "framework.toml:1")),
            (HEAD + 'titel = "x"\n', ("'titel'", "did you mean 'title'?", ":4")),
            (
                HEAD + f"[indicators.A]\n{COUNT}[indicators.A]\n{COUNT}",
                ("malformed TOML", "rename"),
            ),
            (HEAD + f'[indicators.A]\n{COUNT}result = "r"\n', ("unknown result 'r'", ":8")),
            (
                HEAD
                + '[results.a]\nlevel = "output"\nparent = "b"\n'
                + '[results.b]\nlevel = "output"\nparent = "a"\n',
                ("part of itself",),
            ),
            (HEAD + f"[indicators.A]\n{COUNT}name = 5\n", ("indicators.A.name",)),
            (HEAD + f"[indicators.A]\n{COUNT}targets = {{ 2008 = nan }}\n", ("nan", "2008")),
            ("languages = 5", ("[framework]",)),
        ],
        ids=[
            "malformed",
            "unknown-key",
            "duplicate-code",
            "dangling-reference",
            "parent-cycle",
            "wrong-type",
            "nan",
            "no-head",
        ],
    )
    def test_faulty_framework(self, content: str, words: tuple[str, ...], tmp_path: Path) -> None:
        """A faulty file ends in a message with place and mend, status 3 and no traceback."""
        file = tmp_path / "framework.toml"
        file.write_text(content, encoding="utf-8")

        fails(start("assess", str(file), BRIEFING), *words)

    def test_forty_megabytes(self, tmp_path: Path) -> None:
        """A file of 40 MB is refused unread."""
        file = tmp_path / "framework.toml"
        file.write_bytes(b"#" * 40_000_000)

        fails(start("check", str(file)), "over the limit of 32 MiB", "split")

    def test_missing_file(self, tmp_path: Path) -> None:
        """A file that is not there is named."""
        fails(start("check", str(tmp_path / "nowhere.toml")), "nowhere.toml")

    def test_many_faults_stay_on_a_screen(self, tmp_path: Path) -> None:
        """Of hundreds of faults the first are shown, and how many there are more."""
        file = tmp_path / "seen.csv"
        file.write_text("indicator,period,value\n" + "A,2008,x\n" * 100, encoding="utf-8")

        fails(start("check", FRAMEWORK, str(file)), "and 80 more faults")

    def test_a_terminal_without_arabic(self) -> None:
        """Where the terminal has no Arabic letters, they become escapes, not a traceback."""
        result = start("explain", FRAMEWORK, "T-R1", BRIEFING, env={"PYTHONIOENCODING": "cp1252"})

        assert 0 == result.returncode, result.stderr
        assert "\\u" in result.stdout


class TestBadOutput:
    """Outputs that cannot be written."""

    def write(
        self, output: Path, before: Callable[[], None] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Write the workbook of the example."""
        # A compiled module that could not be cached would be a full disk too.
        env = {"PYTHONDONTWRITEBYTECODE": "1"}
        return start("workbook", FRAMEWORK, f"--output={output}", BRIEFING, env=env, before=before)

    def test_missing_folder(self, tmp_path: Path) -> None:
        """A missing folder is named; nothing is written."""
        fails(self.write(tmp_path / "nowhere" / "book.xlsx"), "nowhere")

        assert [] == list(tmp_path.iterdir())

    def test_output_is_a_folder(self, tmp_path: Path) -> None:
        """A folder in the place of the output is left alone."""
        folder = tmp_path / "book.xlsx"
        folder.mkdir()

        fails(self.write(folder), "folder")

        assert folder.is_dir()

    @pytest.mark.skipif(
        not Path("/proc/self").exists(), reason="needs a folder that takes no files"
    )
    def test_unwritable_folder(self) -> None:
        """A folder that takes no files, not even from an administrator, is named."""
        fails(self.write(Path("/proc/book.xlsx")), "/proc")

    def test_full_disk_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """When the disk is full the old file is intact and no part of a new one remains."""
        # Nor is there room for a record of what was covered.
        for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
            monkeypatch.delenv(name, raising=False)
        file = tmp_path / "book.xlsx"
        file.write_bytes(b"old")

        def no_room() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))

        result = self.write(file, before=no_room)

        fails(result)
        assert b"old" == file.read_bytes()
        assert [file] == list(tmp_path.iterdir())
