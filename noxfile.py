#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.11"
# dependencies = ["nox>=2025.10.14"]
# ///
"""The project's chores, one session each: `nox -l` lists them, `nox -s tests` runs one."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import nox

nox.needs_version = ">=2025.10.14"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"

PROJECT = nox.project.load_toml("pyproject.toml")
ROOT = Path(__file__).parent
INDH = ROOT / "examples" / "indh"
#: An invented programme with figures of six years, to show projections with.
AHEAD = ROOT / "examples" / "projection"
LANGUAGES = ("ar", "en", "fr")
#: Layouts in the form of a donor, shown in two languages, with the dots an inch of their picture.
DONORS = {"eu": 110, "fcdo": 110, "usaid": 150, "undp": 110, "worldbank": 110}
#: Share of the faults planted in compute/ that the tests must find.
KILLED = 0.85

#: Cuts a footer off a picture, then the white margins; few colours make a small file.
CROP = """if True:
    import sys
    from PIL import Image, ImageChops, ImageOps
    page = Image.open(sys.argv[1]).convert("RGB")
    page = page.crop((0, 0, page.width, int(page.height * float(sys.argv[2]))))
    blank = Image.new("RGB", page.size, "white")
    page = page.crop(ImageChops.difference(page, blank).getbbox())
    colours = int((sys.argv[3:] or [64])[0])
    page = ImageOps.expand(page, 12, "white").quantize(colours, dither=Image.Dither.NONE)
    page.save(sys.argv[1], optimize=True)
"""
#: Fills in the form of an example in Chromium, and takes its picture.
FILL = """if True:
    import shutil
    import sys
    from playwright.sync_api import sync_playwright
    address, picture = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 860, "height": 600})
        page.goto(address)
        page.check("input[name=consent][value=yes]")
        page.check("input[name=useful][value='4']")
        page.check("input[name=applied][value=yes]")
        page.fill("input[name=times]", "120")
        page.check("input[name=obstacles][value=other]")
        page.get_by_role("textbox").nth(1).focus()
        page.locator("#f-times").wait_for(state="visible")
        page.screenshot(path=picture, full_page=True)
"""


def _group(name: str) -> tuple[str, ...]:
    """Return the requirements of one dependency group of pyproject.toml."""
    return nox.project.dependency_groups(PROJECT, name)


def _workbook(language: str, path: Path, layout: str = "itt") -> tuple[str, ...]:
    """Return the arguments with which indh-me writes the workbook of the INDH example."""
    return (
        "indh-me",
        "workbook",
        str(INDH / "framework.toml"),
        str(INDH / "illustration.csv"),
        f"--output={path}",
        f"--layout={layout}",
        f"--language={language}",
        "--as-of=2011-03-31",
    )


def _pytest(session: nox.Session, *run: str) -> None:
    """Run pytest, by default on all cores, which share the files of tests."""
    many = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder", "--durations=40")
    session.install("--editable", ".", *_group("tests"))
    session.run(*run, "pytest", *(session.posargs or many))


def _draw_forms(session: nox.Session, scratch: Path, pictures: Path) -> None:
    """Draw the form of an example, on paper and on screen, in two languages."""
    with session.chdir(scratch):
        session.run("python", str(ROOT / "examples" / "write_forms.py"))
    for language in ("ar", "fr"):
        paper, shown = (str(pictures / f"form-{kind}-{language}") for kind in ("paper", "html"))
        form = str(scratch / f"opinion-{language}.pdf")
        session.run("pdftoppm", "-png", "-singlefile", "-r", "100", form, paper, external=True)
        session.run("python", "-c", CROP, f"{paper}.png", "1")
        address = f"{(scratch / 'opinion.html').as_uri()}#{language}"
        session.run("python", "-c", FILL, address, f"{shown}.png")
        session.run("python", "-c", CROP, f"{shown}.png", "1")


@nox.session(default=True)
def lint(session: nox.Session) -> None:
    """Check style, formatting and the direction of imports."""
    session.install(*_group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})


@nox.session(default=True)
def types(session: nox.Session) -> None:
    """Check the types of the package, of its tests and of this file."""
    session.install("--editable", ".", *_group("typing"))
    session.run("mypy")


@nox.session(default=True)
def tests(session: nox.Session) -> None:
    """Run the tests on the Python that runs nox (arguments go to pytest)."""
    _pytest(session)


@nox.session(python=nox.project.python_versions(PROJECT), default=False)
def tests_all(session: nox.Session) -> None:
    """Run the tests on every Python that the package promises to work on."""
    _pytest(session)


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Run the tests with coverage, which takes twice as long; hold the floor of pyproject.toml."""
    _pytest(session, "coverage", "run", "-m")
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


# What a notebook shows of the examples, as pages; the arguments are their folder and the scratch.
_SHOWN = """if True:
    import sys
    from datetime import date
    from pathlib import Path
    import indh_me as me
    examples, scratch = map(Path, sys.argv[1:])
    def read(folder, table):
        plan, inside = me.read_framework_file(examples / folder / "framework.toml")
        known = me.read_observations(examples / folder / table)
        return plan, me.Observations.concatenate(inside, known)
    day = date(2011, 3, 31)
    shown = {
        "assessment": me.assess(*read("indh", "illustration.csv"), as_of=day),
        "projections": me.projections(*read("projection", "observations.csv"), as_of=day),
    }
    for language in ("ar", "en", "fr"):
        for name, value in shown.items():
            page = f"<!doctype html><meta charset=utf-8>{me.to_html(value, language)}"
            (scratch / f"notebook-{language}-{name}.html").write_text(page, encoding="utf-8")
"""


def _browse(session: nox.Session, scratch: Path, pictures: Path) -> None:
    """Draw what notebooks show, in Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    browser = next(filter(None, map(shutil.which, names)), None)
    if browser is None:
        session.error("Chromium is not installed")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    session.run("python", "-c", _SHOWN, str(ROOT / "examples"), str(scratch))
    for page in sorted(scratch.glob("notebook-*.html")):
        picture = pictures / f"{page.stem}.png"
        where = (f"--user-data-dir={scratch / 'browser'}", f"--screenshot={picture}")
        look = (*where, "--window-size=1180,1600", "--hide-scrollbars", page.as_uri())
        session.run(browser, *quiet, *look, external=True, silent=True)
        session.run("python", "-c", CROP, str(picture), "1", "200")


@nox.session(default=False)
def screenshots(session: nox.Session) -> None:
    """Draw the pictures of the documentation from real results.

    LibreOffice and Poppler print workbooks and paper, Chromium shows forms and what notebooks do.
    """
    session.install("--editable", ".[paper]", "pillow", "playwright")
    scratch = Path(session.create_tmp()).resolve()
    pictures = ROOT / "docs" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    session.run("python", str(ROOT / "docs" / "draw_rooms.py"))
    if session.posargs == ["forms"]:
        _draw_forms(session, scratch, pictures)
        return
    office = ("soffice", f"-env:UserInstallation={(scratch / 'office').as_uri()}", "--headless")
    # Each picture: the number of its sheet among the visible ones, and its dots an inch.
    drawn = {"tracking": (3, 130), "dashboard": (5, 110)}
    drawn_ahead = {"projection": (6, 110)}
    day = "--as-of=2011-03-31"
    for language in LANGUAGES:
        workbook = scratch / f"workbook-{language}.xlsx"
        session.run(*_workbook(language, workbook))
        other = scratch / f"ahead-{language}.xlsx"
        plan = (str(AHEAD / "framework.toml"), str(AHEAD / "observations.csv"))
        told = (*plan, day, f"--language={language}")
        session.run("indh-me", "workbook", *told, f"--output={other}")
        fan = pictures / f"fan-chart-{language}.svg"
        session.run("indh-me", "project", *told, "--indicator=V-R1", f"--chart={fan}", silent=True)
        files = [(workbook, drawn, workbook.stem), (other, drawn_ahead, workbook.stem)]
        if language != "en":
            for layout, dots in DONORS.items():
                form = scratch / f"layout-{language}-{layout}.xlsx"
                session.run(*_workbook(language, form, layout))
                files.append((form, {layout: (2, dots)}, f"layout-{language}"))
        for file, sheets, stem in files:
            convert = (*office, "--convert-to", "pdf", "--outdir", str(scratch), str(file))
            session.run(*convert, external=True)
            printed = str(file.with_suffix(".pdf"))
            # The outline of the printed workbook tells on which page each sheet begins.
            outline = ("pdftohtml", "-xml", "-i", "-stdout", printed)
            items = str(session.run(*outline, external=True, silent=True)).split('<item page="')
            for sheet, (number, dots) in sheets.items():
                picture = pictures / f"{stem}-{sheet}"
                page = items[number].partition('"')[0]
                which = ("-singlefile", "-f", page, "-l", page, "-r", str(dots))
                session.run("pdftoppm", "-png", *which, printed, str(picture), external=True)
                session.run("python", "-c", CROP, f"{picture}.png", "0.94")
    _draw_forms(session, scratch, pictures)
    _browse(session, scratch, pictures)


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
    _, *arguments = _workbook("ar", scratch / "smoke.xlsx")
    session.run(str(commands / "indh-me"), "--version", external=True)
    session.run(str(commands / "indh-me"), *arguments, external=True)
    session.log(f"{sdist.name} and {wheel.name} are good")


if __name__ == "__main__":
    nox.main()
