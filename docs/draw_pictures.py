"""Draw the pictures of the documentation from real results.

``nox -s screenshots`` runs it with what it needs: LibreOffice and Poppler print workbooks and
paper, Chromium shows forms and what notebooks do. With the argument ``forms``, forms are drawn
alone.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import sync_playwright

import indh_me as me

__all__ = ["draw_forms", "draw_notebooks", "draw_workbooks"]

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
PICTURES = ROOT / "docs" / "pictures"
INDH = (EXAMPLES / "indh" / "framework.toml", EXAMPLES / "indh" / "illustration.csv")
#: An invented programme with figures of six years, to show projections with.
AHEAD = (EXAMPLES / "projection" / "framework.toml", EXAMPLES / "projection" / "observations.csv")
AS_OF = date(2011, 3, 31)
LANGUAGES = ("ar", "en", "fr")
#: Layouts in the form of a donor, shown in two languages, with the dots an inch of their picture.
DONORS = {"eu": 110, "fcdo": 110, "usaid": 150, "undp": 110, "worldbank": 110}
#: Each picture: the number of its sheet among the visible ones, and its dots an inch.
SHEETS = {"tracking": (3, 130), "dashboard": (5, 110)}
SHEETS_AHEAD = {"projection": (6, 110)}
#: Share of a printed page that lies above its footer.
ABOVE_FOOTER = 0.94
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def draw_forms(scratch: Path) -> None:
    """Draw the form of an example, on paper and on screen, in two languages.

    Parameters
    ----------
    scratch
        A folder that takes what is made on the way.
    """
    _run(sys.executable, str(EXAMPLES / "write_forms.py"), folder=scratch)
    for language in ("ar", "fr"):
        paper, shown = (PICTURES / f"form-{kind}-{language}.png" for kind in ("paper", "html"))
        _print_page(scratch / f"opinion-{language}.pdf", paper, 100)
        _crop(paper)
        _fill_in(f"{(scratch / 'opinion.html').as_uri()}#{language}", shown)
        _crop(shown)


def draw_workbooks(scratch: Path) -> None:
    """Draw sheets of workbooks and the fan chart, in all languages.

    Parameters
    ----------
    scratch
        A folder that takes what is made on the way.
    """
    for language in LANGUAGES:
        for file, sheets, stem in _workbooks(language, scratch):
            printed = _printed(file, scratch)
            pages = _first_pages(printed)
            for sheet, (number, dots) in sheets.items():
                picture = PICTURES / f"{stem}-{sheet}.png"
                _print_page(printed, picture, dots, pages[number])
                _crop(picture, ABOVE_FOOTER)
        fan = f"--chart={PICTURES / f'fan-chart-{language}.svg'}"
        _indh_me("project", *map(str, AHEAD), *_told(language), "--indicator=V-R1", fan)


def draw_notebooks(scratch: Path) -> None:
    """Draw what notebooks show of the examples.

    Parameters
    ----------
    scratch
        A folder that takes what is made on the way.
    """
    assessment = me.assess(*_read(*INDH), as_of=AS_OF)
    projections = me.projections(*_read(*AHEAD), as_of=AS_OF)
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    profile = f"--user-data-dir={scratch / 'browser'}"
    for language in LANGUAGES:
        for name, value in (("assessment", assessment), ("projections", projections)):
            page = scratch / f"notebook-{language}-{name}.html"
            told = f"<!doctype html><meta charset=utf-8>{me.to_html(value, language)}"
            page.write_text(told, encoding="utf-8")
            picture = PICTURES / f"{page.stem}.png"
            look = (f"--screenshot={picture}", "--window-size=1180,1600", "--hide-scrollbars")
            _run(_browser(), *quiet, profile, *look, page.as_uri())
            _crop(picture, colours=200)


def _workbooks(
    language: str, scratch: Path
) -> Iterator[tuple[Path, dict[str, tuple[int, int]], str]]:
    """Write workbooks; yield each with its pictures and the beginning of their names."""
    stem = f"workbook-{language}"
    workbook, ahead = scratch / f"{stem}.xlsx", scratch / f"ahead-{language}.xlsx"
    _indh_me("workbook", *map(str, INDH), *_told(language), f"--output={workbook}")
    yield workbook, SHEETS, stem
    _indh_me("workbook", *map(str, AHEAD), *_told(language), f"--output={ahead}")
    yield ahead, SHEETS_AHEAD, stem
    for layout, dots in DONORS.items() if language != "en" else ():
        form = scratch / f"layout-{language}-{layout}.xlsx"
        asked = (*_told(language), f"--layout={layout}", f"--output={form}")
        _indh_me("workbook", *map(str, INDH), *asked)
        yield form, {layout: (2, dots)}, f"layout-{language}"


def _told(language: str) -> tuple[str, ...]:
    return f"--language={language}", f"--as-of={AS_OF}"


def _read(plan: Path, table: Path) -> tuple[me.Framework, me.Observations]:
    framework, inside = me.read_framework_file(plan)
    return framework, me.Observations.concatenate(inside, me.read_observations(table))


def _printed(workbook: Path, scratch: Path) -> Path:
    """Print a workbook with LibreOffice; return the PDF."""
    profile = f"-env:UserInstallation={(scratch / 'office').as_uri()}"
    convert = ("--headless", "--convert-to", "pdf", "--outdir", str(scratch), str(workbook))
    _run("soffice", profile, *convert)
    return workbook.with_suffix(".pdf")


def _first_pages(printed: Path) -> list[str]:
    """Return on which page each sheet begins, as the outline of the printed workbook tells."""
    outline = _run("pdftohtml", "-xml", "-i", "-stdout", str(printed))
    return [item.partition('"')[0] for item in outline.split('<item page="')]


def _print_page(printed: Path, picture: Path, dots: int, page: str = "1") -> None:
    """Draw a page of a PDF."""
    which = ("-singlefile", "-f", page, "-l", page, "-r", str(dots))
    _run("pdftoppm", "-png", *which, str(printed), str(picture.with_suffix("")))


def _fill_in(address: str, picture: Path) -> None:
    """Fill in the form of an example in Chromium, and take its picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser(), args=["--no-sandbox"])
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


def _crop(picture: Path, share: float = 1, colours: int = 64) -> None:
    """Cut a footer off a picture, then the white margins; few colours make a small file."""
    page = Image.open(picture).convert("RGB")
    page = page.crop((0, 0, page.width, int(page.height * share)))
    blank = Image.new("RGB", page.size, "white")
    page = page.crop(ImageChops.difference(page, blank).getbbox())
    page = ImageOps.expand(page, 12, "white").quantize(colours, dither=Image.Dither.NONE)
    page.save(picture, optimize=True)


def _browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("Chromium is not installed")
    return found


def _indh_me(*arguments: str) -> None:
    _run(sys.executable, "-m", "indh_me", *arguments)


def _run(*command: str, folder: Path | None = None) -> str:
    """Run a program, and return what it prints; what it complains of is shown."""
    done = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        draw_forms(Path(made))
        if sys.argv[1:] != ["forms"]:
            draw_workbooks(Path(made))
            draw_notebooks(Path(made))
