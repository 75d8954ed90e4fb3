"""The house rules that no other tool checks: sizes, names, `__all__`, docstrings, version."""

import ast
import importlib
import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))

LONGEST = 450  # lines of a file
NOT_A_NOUN = {"base", "common", "core", "helper", "helpers", "misc", "util", "utils"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")
PUBLISHED = ("src", "tests", "docs", "examples", "bench")
TEXT = {".cff", ".csv", ".json", ".md", ".py", ".pyi", ".svg", ".toml", ".txt", ".yaml", ".yml"}


def _name(path: Path) -> str:
    """Return how a path is called in a report: relative to the project."""
    return path.relative_to(ROOT).as_posix()


def _module(path: Path) -> str:
    """Return the dotted name under which a source file is imported."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _published_texts() -> Iterator[Path]:
    """Yield the text files that the repository publishes, generated folders left out."""
    folders = [path for name in PUBLISHED for path in (ROOT / name).rglob("*")]
    yield ROOT / ".ci" / "run"
    for path in sorted([*ROOT.glob("*"), *folders]):
        if path.is_file() and path.suffix in TEXT and "_build" not in path.parts:
            yield path


def _by_kind(name: str) -> tuple[int, str]:
    """Return the sort key of ruff's RUF022: constants, then classes, then the rest."""
    kind = 0 if name.isupper() else 1 if name[:1].isupper() else 2
    return kind, name


def _tests_in(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the test functions and methods of a test file."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() if node.name.startswith("test_"):
                yield node


@pytest.mark.parametrize("path", MODULES + TESTS, ids=_name)
def test_file_is_short(path: Path) -> None:
    """No file of the source or of the tests is so long that it must hold two nouns."""
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_file_is_a_noun(path: Path) -> None:
    """No room and no file is named for being left over."""
    names = {part.strip("_") for part in path.relative_to(SOURCE).with_suffix("").parts}

    assert set() == names & NOT_A_NOUN


@pytest.mark.parametrize("path", [p for p in MODULES if p.stem != "__main__"], ids=_name)
def test_module_says_what_is_public(path: Path) -> None:
    """Every module has a sorted `__all__` in which each name exists, once."""
    module = importlib.import_module(_module(path))
    names = list(module.__all__)

    assert names in (sorted(set(names)), sorted(set(names), key=_by_kind))
    assert [] == [name for name in names if not hasattr(module, name)]


def test_no_machine_path() -> None:
    """No published file carries a path of one person's machine."""
    found = [
        f"{_name(path)}:{number}: {line.strip()}"
        for path in _published_texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]

    assert [] == found


@pytest.mark.parametrize("path", TESTS, ids=_name)
def test_each_test_says_what_it_proves(path: Path) -> None:
    """Every test has a docstring: the sentence that it proves."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [node.name for node in _tests_in(tree) if not ast.get_docstring(node)]

    assert [] == silent


def test_one_version() -> None:
    """The version in pyproject.toml, the installed one and the one to cite are the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)

    assert project["version"] == importlib.metadata.version("indh-me")
    assert cited is not None
    assert project["version"] == cited[1]


def test_lower_bounds_only() -> None:
    """A dependency is bounded from below only: never pinned, never capped."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needs = [
        *project["project"]["dependencies"],
        *(need for extra in project["project"]["optional-dependencies"].values() for need in extra),
        *(
            need
            for group in project["dependency-groups"].values()
            for need in group
            if isinstance(need, str)
        ),
    ]

    assert [] == [need for need in needs if re.search(r"==|<|~=|!=", need)]
    assert project["project"]["requires-python"].startswith(">=")
    assert "<" not in project["project"]["requires-python"]
