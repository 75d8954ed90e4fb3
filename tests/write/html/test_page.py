import base64
import hashlib
import re
from pathlib import Path

import pytest

import indh_me as me
from indh_me.errors import InvalidInputError, OutputError
from indh_me.write.html import html_form
from questionnaires import every_kind, question, small, text


def test_page_needs_nothing_else() -> None:
    """The page names no address, and its policy lets only its own script and style run."""
    page = html_form(every_kind())
    (policy,) = re.findall('Content-Security-Policy" content="([^"]+)"', page)
    directives = dict(each.split(" ", 1) for each in policy.replace("&#x27;", "'").split("; "))

    assert [] == re.findall(r"https?:|//www|src=|@import|url\(", page)
    assert "'none'" == directives["default-src"]
    assert "'none'" == directives["form-action"]
    for name, element in (("script-src", "script"), ("style-src", "style")):
        (content,) = re.findall(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" == directives[name]


def test_page_is_the_same_again(tmp_path: Path) -> None:
    """The same form gives the same bytes."""
    for name in ("a", "b"):
        me.write_html_form(every_kind(), tmp_path / name)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_all_words_are_there() -> None:
    """Every text of the form is in the page, in every language."""
    page = html_form(every_kind())

    for words in ("Would you recommend it", "La recommanderiez-vous", "هل توصون بها غيركم"):
        assert words in page


def test_missing_words_are_refused(tmp_path: Path) -> None:
    """A form with missing words is refused with their places, and nothing is written."""
    form = small(question("a", "text", me.Text.of(fr="A", en="A")))

    with pytest.raises(InvalidInputError) as refused:
        me.write_html_form(form, tmp_path / "form.html")

    assert ["sections.main.a.label.ar"] == [str(each.where) for each in refused.value.faults]
    assert [] == list(tmp_path.iterdir())


def test_missing_words_may_be_lent(tmp_path: Path) -> None:
    """Words of a named language stand in for missing ones."""
    form = small(question("a", "text", me.Text.of(fr="Lequel ?", en="Which?")))
    me.write_html_form(form, tmp_path / "form.html", allow_missing="fr")

    assert 3 <= (tmp_path / "form.html").read_text(encoding="utf-8").count("Lequel ?")


def test_patterns_of_all_questions_are_refused_together() -> None:
    """Patterns that browsers do not have are refused together, each with its place."""
    form = small(
        question("a", "text", "A", constraint="regex(., '^(?P<n>x)$')"),
        question("b", "text", "B", constraint="regex(., ${a})"),
    )

    with pytest.raises(InvalidInputError) as refused:
        html_form(form)

    places = [str(each.where) for each in refused.value.faults]
    assert ["sections.main.a.constraint", "sections.main.b.constraint"] == places


def test_folder_must_be_there(tmp_path: Path) -> None:
    """A page is not written into a folder that does not exist."""
    with pytest.raises(OutputError, match="does not exist"):
        me.write_html_form(every_kind(), tmp_path / "no" / "form.html")


def test_one_language_has_no_buttons() -> None:
    """A form in one language has nothing to choose; a language without a name shows its tag."""
    form = small(question("a", "text", text("A", "A", "A")))

    assert "<nav>" not in html_form(form.with_parts(languages=("fr",)))
    assert ">zgh</button>" in html_form(
        form.with_parts(languages=("fr", "zgh")), allow_missing="fr"
    )
