#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.11"
# dependencies = ["nox>=2025.10.14"]
# ///
"""The project's chores, one session each: `nox -l` lists them, `nox -s tests` runs one."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import nox

nox.needs_version = ">=2025.10.14"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"

PROJECT = nox.project.load_toml("pyproject.toml")
ROOT = Path(__file__).parent
INDH = ROOT / "examples" / "indh"
#: How pytest is run unless told otherwise: all cores share the files of tests.
ALL_CORES = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder", "--durations=40")
#: Tests that start no other program and draw few examples: they reach nearly every line.
QUICK = (
    "-m not libreoffice and not chromium and not odk_validate",
    "--ignore=tests/property",
    "--ignore=tests/testing",
    "--ignore=docs",
)
#: Share of the faults planted in compute/ that the tests must find.
KILLED = 0.85


def _group(name: str) -> tuple[str, ...]:
    """Return the requirements of one dependency group of pyproject.toml."""
    return nox.project.dependency_groups(PROJECT, name)


@nox.session(default=True)
def lint(session: nox.Session) -> None:
    """Check style, formatting and the direction of imports."""
    session.install(*_group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})


@nox.session(default=True)
def types(session: nox.Session) -> None:
    """Check the types of the package, its tests, what draws its pictures, and this file."""
    session.install("--editable", ".", *_group("typing"))
    session.run("mypy")


@nox.session(default=True)
def tests(session: nox.Session) -> None:
    """Run the tests on the Python that runs nox (arguments go to pytest)."""
    session.install("--editable", ".", *_group("tests"))
    session.run("pytest", *(session.posargs or ALL_CORES))


@nox.session(python=nox.project.python_versions(PROJECT), default=False)
def tests_all(session: nox.Session) -> None:
    """Run the tests on every Python that the package promises to work on."""
    session.install("--editable", ".", *_group("tests"))
    session.run("pytest", *(session.posargs or ALL_CORES))


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Run the quick tests with coverage, which doubles their time; hold the floor.

    Arguments go to pytest; then the floor of pyproject.toml is not held.
    """
    session.install("--editable", ".", *_group("tests"))
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *(session.posargs or (*ALL_CORES, *QUICK)))
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report", *(["--fail-under=0"] if session.posargs else []))


@nox.session(default=False)
def tests_lowest(session: nox.Session) -> None:
    """Run the tests with the oldest dependencies that the package promises to work with."""
    oldest = [need.replace(">=", "==") for need in PROJECT["project"]["dependencies"]]
    session.install("--editable", ".", *oldest, *_group("tests"))
    session.run("pytest", *session.posargs)


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Build the documentation, every warning an error; the tests run its examples.

    With the argument doctest, they are also run as a reader of the pages would try them.
    """
    session.install("--editable", ".", *_group("docs"))
    for builder in ("html", *session.posargs):
        strict = ("--nitpicky", "--fail-on-warning", "--keep-going")
        session.run("sphinx-build", *strict, "-b", builder, "docs", f"docs/_build/{builder}")


@nox.session(default=False)
def examples(session: nox.Session) -> None:
    """Run every script of examples/, each from a scratch folder that takes what it writes."""
    session.install("--editable", ".[paper]")
    scripts = sorted(ROOT.glob("examples/*.py"))
    if not scripts:
        session.error("examples/ holds no script")
    session.chdir(session.create_tmp())
    for script in scripts:
        session.run("python", str(script))


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure speed, as ratios within one run, and fail where one is over its bound."""
    session.install("--editable", ".", *_group("bench"))
    scripts = sorted(ROOT.glob("bench/[!_]*.py"))
    if not scripts:
        session.error("bench/ holds no script")
    for script in scripts:
        session.run("python", str(script), *session.posargs)


@nox.session(default=False)
def evidence(session: nox.Session) -> None:
    """Write the page of evidence on projections, from data that INDH_ME_REFERENCE_DATA names."""
    session.install("--editable", ".", *_group("evidence"))
    page = session.posargs or ("--output=docs/evidence/projection.md",)
    session.run("python", "-m", "evidence", *page, env={"PYTHONPATH": "bench"})


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Plant faults in compute/, one at a time, and fail where the tests find too few of them."""
    session.install("--editable", ".", *_group("tests"), *_group("mutation"))
    session.run("mutmut", "run", *session.posargs, env={"HYPOTHESIS_PROFILE": "mutation"})
    session.run("mutmut", "export-cicd-stats", silent=True)
    stats = json.loads((ROOT / "mutants" / "mutmut-cicd-stats.json").read_text(encoding="utf-8"))
    found = stats["killed"] + stats["timeout"] + stats["segfault"]
    planted = found + stats["survived"] + stats["no_tests"] + stats["suspicious"]
    session.run("mutmut", "results")
    session.log(f"{found} of {planted} planted faults are found: {found / planted:.1%}")
    if found < KILLED * planted:
        session.error(f"fewer than {KILLED:.0%} are found")


@nox.session(default=False)
def golden(session: nox.Session) -> None:
    """Rewrite the golden files from what the code gives today: read the diff before committing."""
    session.install("--editable", ".", *_group("tests"))
    session.run("pytest", "tests", "-m", "golden", "--rewrite-golden", *session.posargs)


@nox.session(default=False)
def recalculation(session: nox.Session) -> None:
    """Recalculate 2 000 invented workbooks of all layouts in LibreOffice (INDH_ME_WORKBOOKS)."""
    session.install("--editable", ".", *_group("tests"))
    session.run(
        *("pytest", "tests/property/test_workbook_recalculation.py"),
        *session.posargs,
        env={"INDH_ME_WORKBOOKS": os.environ.get("INDH_ME_WORKBOOKS", "2000")},
    )


@nox.session(default=False)
def screenshots(session: nox.Session) -> None:
    """Draw the pictures of the documentation from real results (forms alone with forms).

    LibreOffice and Poppler print workbooks and paper, Chromium shows forms and what notebooks do.
    """
    session.install("--editable", ".[paper]", *_group("pictures"))
    session.run("python", "docs/draw_rooms.py")
    session.run("python", "docs/draw_pictures.py", *session.posargs)


@nox.session(default=False)
def build(session: nox.Session) -> None:
    """Build sdist and wheel, then use the wheel as a stranger would, in a clean environment."""
    session.install("build")
    scratch = Path(session.create_tmp()).resolve()
    for old in scratch.glob("indh_me-*"):
        old.unlink()
    session.run("python", "-m", "build", "--outdir", str(scratch))
    (wheel,) = scratch.glob("indh_me-*.whl")
    (sdist,) = scratch.glob("indh_me-*.tar.gz")

    source = ROOT / "src"
    expected = {
        path.relative_to(source).as_posix()
        for path in (source / "indh_me").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    missing = expected - set(zipfile.ZipFile(wheel).namelist())
    if missing:
        session.error(f"{wheel.name} lacks {', '.join(sorted(missing))}")

    session.run("python", "-m", "venv", "--clear", str(scratch / "clean"))
    commands = scratch / "clean" / ("Scripts" if os.name == "nt" else "bin")
    install = (str(commands / "python"), "-m", "pip", "install", "--quiet", str(wheel))
    session.run(*install, external=True)
    session.chdir(scratch)
    example = (str(INDH / "framework.toml"), str(INDH / "illustration.csv"))
    told = ("--language=ar", "--as-of=2011-03-31", f"--output={scratch / 'smoke.xlsx'}")
    session.run(str(commands / "indh-me"), "--version", external=True)
    session.run(str(commands / "indh-me"), "workbook", *example, *told, external=True)
    session.log(f"{sdist.name} and {wheel.name} are good")


if __name__ == "__main__":
    nox.main()
