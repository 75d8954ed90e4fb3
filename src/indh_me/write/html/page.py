"""Forms on screen: pages of HTML that need nothing else."""

import hashlib
from base64 import b64encode
from importlib.resources import files
from os import PathLike

from indh_me.catalog import labels
from indh_me.model.text import reads_right_to_left
from indh_me.survey import Instrument
from indh_me.write.questionnaire import readable_in
from indh_me.write.replacing import replacing

from .element import Markup, element
from .fields import sections_of
from .rules import questions_and_rules
from .script import json_text
from .vocabulary import Vocabulary

__all__ = ["html_form", "write_html_form"]


def html_form(form: Instrument, *, allow_missing: str | None = None) -> str:
    """Give a form as a page of HTML.

    Parameters
    ----------
    form, allow_missing
        As for `write_html_form`.

    Returns
    -------
    str
        The page.
    """
    readable = readable_in(form, form.languages, allow_missing)
    vocabulary = Vocabulary(readable)
    body = _body(readable, vocabulary, sections_of(readable, vocabulary))
    script = _script(readable, vocabulary)
    style = _read("form.css")
    first = readable.languages[0]
    # Nothing is fetched and nothing sent: the page may only run what it was written with.
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="indh-me"),
        element("title", vocabulary.plain()[first]["title"]),
        element("style", Markup(style)),
    )
    page = element(
        "html",
        Markup("\n"),
        head,
        Markup("\n"),
        element("body", body, element("script", Markup(script))),
        lang=first,
        dir=_direction(first),
    )
    return f"<!DOCTYPE html>\n{page}\n"


def _body(form: Instrument, vocabulary: Vocabulary, sections: list[Markup]) -> Markup:
    buttons = [
        element(
            "button",
            _own_name(each),
            type="button",
            lang=each,
            data_language=each,
            aria_pressed="true" if each == form.languages[0] else "false",
        )
        for each in form.languages
    ]
    header = element(
        "header",
        vocabulary.text(form.title, "h1"),
        *([element("nav", *buttons)] if len(buttons) > 1 else []),
    )
    key = []
    if any(place.question.required for place in form.questions):
        mark = element("span", "*", class_="required")
        key = [element("p", mark, " ", vocabulary.label("required"), class_="hint")]
    footer = element(
        "footer",
        element("p", id="told", role="status"),
        vocabulary.label("submit", "button", type="submit"),
        vocabulary.label("again", "button", type="reset"),
        element("span", f"{form.code} {form.version}", class_="form", dir="ltr"),
    )
    needs = element("noscript", vocabulary.label("needs_script", "p"))
    filled = element("form", *sections, footer, novalidate=True, autocomplete="off")
    return Markup("\n".join((header, element("main", needs, *key, filled))))


def _own_name(language: str) -> str:
    """Give the name of a language in that language; of one without a name, its tag."""
    names = labels()["language"].get(language.partition("-")[0], {})
    name = names.get(language.partition("-")[0])
    return language if name is None else f"{name[:1].upper()}{name[1:]}"


def _direction(language: str) -> str:
    return "rtl" if reads_right_to_left(language) else "ltr"


def _script(form: Instrument, vocabulary: Vocabulary) -> str:
    questions, rules = questions_and_rules(form, vocabulary)
    data = {
        "code": form.code,
        "version": form.version,
        "languages": form.languages,
        "directions": {each: _direction(each) for each in form.languages},
        "questions": questions,
        "words": vocabulary.plain(),
    }
    listed = "".join(f"  (answer, self, today) => {rule},\n" for rule in rules)
    told = f"const data = {json_text(data)};\nconst rules = [\n{listed}];\n"
    return f'(() => {{\n"use strict";\n{told}{_read("evaluation.js")}{_read("form.js")}}})();\n'


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{b64encode(digest).decode('ascii')}'"


def _read(name: str) -> str:
    return files(__name__.rpartition(".")[0]).joinpath(name).read_text(encoding="utf-8")


def write_html_form(
    form: Instrument, path: str | PathLike[str], *, allow_missing: str | None = None
) -> None:
    """Write a form as one HTML file that works in any browser, without a network.

    All languages are in the file; a button changes words and direction. Questions are shown,
    answers checked and calculations made while it is filled in, by the same rules as everywhere
    else. The answers are saved as a JSON file; the page sends nothing, and its Content Security
    Policy forbids it to.

    Parameters
    ----------
    form
        The form.
    path
        The .html file; an old one is replaced whole or not at all.
    allow_missing
        The language whose words stand in for missing ones; `None`: none may be missing.

    Raises
    ------
    InvalidInputError
        With the places of all missing words, and of patterns that browsers read differently.
    OutputError
        When the file cannot be written.

    Notes
    -----
    The JSON file has ``form``, ``version``, ``language``, ``answers`` by name of question (codes,
    numbers, days as ``2008-03-27``, lists of codes), and the names of questions that were
    ``unanswered`` and ``not_asked``. Behind ``#fr`` in the address the page opens in French.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from indh_me.model import Text
    >>> from indh_me.survey import Question, Section
    >>> form = Instrument(
    ...     code="visit",
    ...     title=Text.of(fr="Une visite"),
    ...     version="2026112301",
    ...     languages=["fr"],
    ...     sections=[
    ...         Section(
    ...             name="who",
    ...             items=[Question(name="day", kind="date", label=Text.of(fr="Quel jour ?"))],
    ...         )
    ...     ],
    ... )
    >>> file = pathlib.Path(tempfile.mkdtemp(), "visite.html")
    >>> write_html_form(form, file)
    >>> file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    True
    """
    content = html_form(form, allow_missing=allow_missing)
    with replacing(path) as new:
        new.write_text(content, encoding="utf-8", newline="\n")
