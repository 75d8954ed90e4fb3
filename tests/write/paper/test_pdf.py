import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import indh_me as me
from indh_me.errors import InvalidInputError, OutputError
from questionnaires import HOSTILE, every_kind, hostile, question, small

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (Poppler) is not installed"
)


def poppler(*arguments: str | Path) -> str:
    """Run a program of Poppler, and give what it says."""
    return subprocess.run(arguments, check=True, capture_output=True, encoding="utf-8").stdout


def pages(path: Path) -> int:
    """Count the pages of a PDF file."""
    (count,) = re.findall(r"^Pages:\s+(\d+)$", poppler("pdfinfo", path), re.MULTILINE)
    return int(count)


def points_of(path: Path) -> dict[str, float]:
    """Give how far from the left each point of the scale from 0 to 10 stands."""
    lines: dict[str, dict[str, float]] = {}
    words = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>',
        poppler("pdftotext", "-bbox", path, "-"),
    )
    for left, top, word in words:
        lines.setdefault(top, {})[word] = float(left)
    wanted = {str(point) for point in range(11)}
    (line,) = (each for each in lines.values() if wanted <= set(each))
    return line


@needs_poppler
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_form_stands_on_one_page(tmp_path: Path, language: str) -> None:
    """A form of nineteen questions stands on one A4 page, and says which form it is."""
    path = tmp_path / "form.pdf"
    me.write_paper_form(every_kind(), path, language=language)

    assert 1 == pages(path)
    assert "A4" in poppler("pdfinfo", path)
    text = poppler("pdftotext", path, "-")
    assert "session-end" in text
    assert "2026112301" in text


@needs_poppler
def test_scale_begins_where_the_language_begins(tmp_path: Path) -> None:
    """The first point of a scale is on the left in French and on the right in Arabic."""
    for language, is_mirrored in (("fr", False), ("ar", True)):
        path = tmp_path / f"{language}.pdf"
        me.write_paper_form(every_kind(), path, language=language)
        points = points_of(path)
        in_order = sorted((str(point) for point in range(11)), key=points.__getitem__)
        assert [str(point) for point in range(11)] == in_order[:: -1 if is_mirrored else 1]


@needs_poppler
def test_words_are_only_words(tmp_path: Path) -> None:
    """Words that look like markup are printed as they are."""
    path = tmp_path / "form.pdf"
    me.write_paper_form(hostile(), path, language="en")
    printed = re.sub(r"\s+", "", poppler("pdftotext", "-layout", path, "-"))

    assert re.sub(r"\s+", "", HOSTILE[0]) in printed
    assert "<script>alert(1)</script>" in printed


@needs_poppler
def test_long_form_numbers_its_pages(tmp_path: Path) -> None:
    """A form that one page cannot hold takes more, each with its number and the form."""
    asked = [question(f"q{at}", "text", f"Question {at}") for at in range(40)]
    path = tmp_path / "form.pdf"
    me.write_paper_form(small(*asked), path, language="fr")
    text = poppler("pdftotext", path, "-")

    count = pages(path)
    assert 1 < count
    for page in range(1, count + 1):
        assert f"Page {page} sur {count}" in text
    assert count == text.count("Formulaire small, version 2026112301")


def test_same_form_same_bytes(tmp_path: Path) -> None:
    """The same form gives the same bytes: no day, no chance."""
    for name in ("a.pdf", "b.pdf"):
        me.write_paper_form(every_kind(), tmp_path / name, language="ar", codes=True)

    content = (tmp_path / "a.pdf").read_bytes()
    assert content == (tmp_path / "b.pdf").read_bytes()
    assert b"CreationDate" not in content


def test_first_language_is_the_default(tmp_path: Path) -> None:
    """Without a language the first of the form is taken."""
    for name, language in (("a.pdf", None), ("b.pdf", "ar")):
        me.write_paper_form(every_kind(), tmp_path / name, language=language)

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_missing_words_are_refused(tmp_path: Path) -> None:
    """A form without words in the language is refused; another language may lend them."""
    form = small(question("a", "text", me.Text.of(fr="Lequel ?")))
    path = tmp_path / "form.pdf"

    with pytest.raises(InvalidInputError, match=r"sections\.main\.a\.label\.ar"):
        me.write_paper_form(form, path, language="ar")
    assert not path.exists()
    me.write_paper_form(form, path, language="ar", allow_missing="fr")
    assert path.exists()


def test_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Typst the extra to install is named, and nothing is written."""
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(OutputError, match=r"pip install 'indh-me\[paper\]'"):
        me.write_paper_form(every_kind(), tmp_path / "form.pdf")
    assert [] == list(tmp_path.iterdir())


def test_folder_must_be_there(tmp_path: Path) -> None:
    """A form is not written into a folder that does not exist."""
    with pytest.raises(OutputError, match="does not exist"):
        me.write_paper_form(every_kind(), tmp_path / "no" / "form.pdf")
