import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from indh_me.compute.check.registry import FAMILIES

ROOT = Path(__file__).parents[2]
GOOD = """[framework]
code = "DEMO"
languages = ["en"]

[indicators.manual]
name = "Manual of training"
unit = "milestone"
targets = { 2025 = true }
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Return a folder with a good framework, and a file of settings that is none."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "good.toml").write_text(GOOD, encoding="utf-8")
    (folder / "tool.toml").write_text("[tool]\nname = 'x'\n", encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run pytest in a process of its own, and give its status and what it prints."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-o", "addopts=", "-v"]
    left = {"PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"}
    done = subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in left},
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def test_each_family_is_a_test(plans: Path) -> None:
    """A framework has one test for each family of rules, and one that it can be read."""
    status, told = run(plans.parent, "--indh-frameworks=plans", "--indh-as-of=2025-01-01")

    assert 0 == status, told
    for name in ("file", *FAMILIES):
        assert f"plans/good.toml::{name} PASSED" in told
    assert f"{1 + len(FAMILIES)} passed" in told


def test_families_have_every_rule() -> None:
    """Every rule of the linter belongs to one family."""
    from indh_me.compute.check import RULES  # noqa: PLC0415 - beside what it is held against

    assert [rule.id for rule in RULES] == sorted(id_ for ids in FAMILIES.values() for id_ in ids)


def test_finding_fails_its_family(plans: Path) -> None:
    """What a rule finds is told under its family, with place and mend, and nothing else fails."""
    late = ("--indh-frameworks=plans/good.toml", "--indh-as-of=2026-03-27")
    status, told = run(plans.parent, *late, "--indh-fail-on=warning", "-k", "milestone")

    assert 1 == status
    assert "ME001 warning: milestone manual is overdue by 86 days" in told
    assert "where: plans/good.toml:5: indicators.manual" in told
    assert "FAILED plans/good.toml::milestone - ME001" in told
    assert "Traceback" not in told


def test_milder_findings_are_told_on_request(plans: Path) -> None:
    """What is milder than asked for passes, and is told to whoever asks for all output."""
    late = ("--indh-frameworks=plans", "--indh-as-of=2026-03-27", "-k", "milestone", "-rP")
    status, told = run(plans.parent, *late)

    assert 0 == status
    assert "ME001 warning" in told


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[framework]\ncode = "DEMO', "malformed TOML"),
        (GOOD.replace("milestone", "milestoen"), "did you mean 'milestone'"),
        ("\0", "ME000"),
    ],
)
def test_broken_file_reports_findings(plans: Path, text: str, fault: str) -> None:
    """A file that cannot be read fails once, with its faults and no traceback."""
    (plans / "broken.toml").write_text(text, encoding="utf-8")
    status, told = run(plans.parent, "--indh-frameworks=plans/broken.toml")

    assert 1 == status
    assert fault in told
    assert "ME000 error" in told
    assert "Traceback" not in told
    assert f"1 failed, {len(FAMILIES)} skipped" in told


def test_figures_beside_are_read(plans: Path) -> None:
    """Figures in CSV files beside a framework are checked with it, unless others are named."""
    (plans / "seen.csv").write_text("indicator,period,value\nmanual,2025,often\n", encoding="utf-8")
    status, told = run(plans.parent, "--indh-frameworks=plans")
    without, _ = run(plans.parent, "--indh-frameworks=plans", "--indh-data=")

    assert (1, 0) == (status, without)
    assert "plans/seen.csv:2: value" in told


def test_other_tests_run_too(plans: Path) -> None:
    """Frameworks are tested beside the other tests, and can be picked or left by their marker."""
    test = "def test_one():\n    pass\n"
    (plans.parent / "test_other.py").write_text(test, encoding="utf-8")
    asked = ("--indh-frameworks=plans",)
    both = run(plans.parent, *asked)[1]
    picked = run(plans.parent, *asked, "-m", "indh_frameworks")[1]

    assert f"{2 + len(FAMILIES)} passed" in both
    assert f"{1 + len(FAMILIES)} passed, 1 deselected" in picked


def test_file_is_collected_once(plans: Path) -> None:
    """A framework that is named twice, and lies below what pytest looks at, is tested once."""
    twice = ("--indh-frameworks=plans", "--indh-frameworks=plans/good.toml")
    told = run(plans.parent, ".", *twice, "-n", "2")[1]

    assert f"{1 + len(FAMILIES)} passed" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--indh-frameworks=nowhere"], "there is no file or folder 'nowhere'"),
        (["--indh-frameworks=empty"], "no TOML file in 'empty' has a [framework] table"),
        (["--indh-frameworks=plans", "--indh-as-of=today"], "'today' is not a day"),
        (["--indh-fail-on=never"], "invalid choice"),
    ],
)
def test_wrong_usage_is_told(plans: Path, arguments: list[str], message: str) -> None:
    """A path where there is nothing, and what is no day or no severity, is wrong usage."""
    (plans.parent / "empty").mkdir()
    status, told = run(plans.parent, *arguments)

    assert 4 == status
    assert message in told
    assert "Traceback" not in told


def test_plugin_is_light_and_silent(plans: Path) -> None:
    """Without its option, the plugin imports nothing of the package and prints nothing."""
    test = (
        "import sys\n"
        "def test_light():\n"
        "    heavy = {'indh_me.model', 'indh_me.testing.framework_tests', 'numpy'}\n"
        "    assert set() == heavy & set(sys.modules)\n"
    )
    (plans / "test_light.py").write_text(test, encoding="utf-8")
    status, told = run(plans, "-q", "-p", "no:hypothesispytest")

    assert 0 == status, told
    assert "indh_frameworks" not in told


def test_example_is_good(tmp_path: Path) -> None:
    """The INDH example passes as tests."""
    shutil.copytree(ROOT / "examples" / "indh", tmp_path / "indh")
    status, told = run(tmp_path, "--indh-frameworks=indh", "--indh-as-of=2008-03-27")

    assert 0 == status, told
