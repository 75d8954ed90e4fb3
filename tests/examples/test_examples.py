"""Every script of examples/ runs, and the page of examples shows it with what it prints."""

import re
import runpy
from pathlib import Path

import pytest

from golden_files import GoldenFiles

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
GOLDEN = ROOT / "tests" / "golden"
PAGE = ROOT / "docs" / "examples.md"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_script_prints_what_the_page_shows(
    script: Path,
    golden: GoldenFiles,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A script runs in any folder, writes there only, and prints what the page shows."""
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(script), run_name="__main__")
    printed = capsys.readouterr()

    golden.check(f"example-{script.stem}.txt", printed.out)
    assert "" == printed.err
    assert tmp_path.as_posix() not in printed.out


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_page_shows_the_script_and_its_output(script: Path) -> None:
    """The page of examples includes each script, and below it the output that is tested."""
    shown = re.findall(r"^```\{literalinclude\} (\S+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    source = f"../examples/{script.name}"

    assert [source] == [path for path in shown if path == source]
    assert f"../tests/golden/example-{script.stem}.txt" == shown[shown.index(source) + 1]


def test_no_output_without_its_example() -> None:
    """No golden file is left of an example that is gone."""
    kept = {path.stem.removeprefix("example-") for path in GOLDEN.glob("example-*.txt")}

    assert {path.stem for path in SCRIPTS + NOTEBOOKS} == kept
