import json
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from command_line import run
from indh_me.catalog.installation import installation as catalogue
from indh_me.cli import installation
from indh_me.cli.installation import installed

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WITHOUT = "hypothesis"


@pytest.fixture
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a package and all programs away."""

    def found(name: str) -> str:
        if name == WITHOUT:
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(installation, "version", found)
    monkeypatch.setenv("PATH", "")


def test_every_package_is_told_with_its_version() -> None:
    """Each dependency of the package is told, with what is wanted and what is installed."""
    made = installed(catalogue()["programs"])

    assert PROJECT["dependencies"] == [f"{each.name}{each.wanted}" for each in made.packages]
    assert all(each.version is not None for each in made.packages)
    assert PROJECT["version"] == made.version


def test_every_extra_is_told() -> None:
    """Each extra of the package is told, with what it needs."""
    made = {
        each.name: [f"{one.name}{one.wanted}" for one in each.packages]
        for each in installed({}).extras
    }

    assert PROJECT["optional-dependencies"] == made


def test_every_extra_is_described() -> None:
    """What each extra adds is said in all three languages, and no extra is described in vain."""
    said = catalogue()["extras"]

    assert set(PROJECT["optional-dependencies"]) == set(said)
    assert all({"ar", "fr", "en"} == set(words) for words in said.values())
    assert all({"ar", "fr", "en"} < set(words) for words in catalogue()["programs"].values())


@pytest.mark.usefixtures("_bare")
def test_what_is_missing_is_told_with_its_command() -> None:
    """An extra that lacks a package is missing, and what installs it is told; the status is 0."""
    result = run("doctor")

    assert 0 == result.exit_code
    assert 'To install testing: python -m pip install "indh-me[testing]"' in result.stdout
    assert "│ testing │ Missing │" in " ".join(result.stdout.split())
    assert 3 == result.stdout.count("Not found")


@pytest.mark.usefixtures("_bare")
def test_json() -> None:
    """The JSON has every version by name, `null` for what is missing."""
    plain = json.loads(run("doctor", "--format=json").stdout)

    assert ["indh-me", "python", "system", "packages", "extras", "programs"] == list(plain)
    assert version("numpy") == plain["packages"]["numpy"]
    assert {
        "installed": False,
        "packages": {"hypothesis": None},
        "install": 'python -m pip install "indh-me[testing]"',
    } == plain["extras"]["testing"]
    assert {"libreoffice": None, "java": None, "chromium": None} == plain["programs"]


def test_program_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program is found under any of its names, and told with its path."""
    program = tmp_path / "libreoffice"
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = {each.code: each.path for each in installed(catalogue()["programs"]).programs}

    assert {"libreoffice": str(program), "java": None, "chromium": None} == found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ("الحزمة", "الإضافة", "البرنامج")),
        ("en", ("Package", "Extra", "Program")),
        ("fr", ("Paquet", "Complément", "Programme")),
    ],
)
def test_languages(language: str, words: tuple[str, ...]) -> None:
    """The headings are in the language asked for."""
    shown = run("doctor", f"--language={language}").stdout

    assert [] == [word for word in words if word not in shown]
