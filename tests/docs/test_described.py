import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click import Option

import indh_me as me
from described import (
    error_markdown,
    keys_markdown,
    rule_markdown,
    rules_markdown,
    verb_markdown,
    words_markdown,
)
from described.keys import part_of
from described.occasions import OCCASIONS
from described.words import meanings
from indh_me._codec.schema import framework_schema
from indh_me._codec.session import EVENT_TABLES, SESSION_TABLES
from indh_me.cli import main
from indh_me.write.layouts import LAYOUTS

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = DOCS / "reference"
FUNCTIONS: dict[str, Callable[[str], str]] = {
    "error-class": error_markdown,
    "keys": keys_markdown,
    "rule": rule_markdown,
    "rules": rules_markdown,
    "verb": verb_markdown,
    "words": words_markdown,
}
DIRECTIVE = re.compile(rf"^```\{{({'|'.join(FUNCTIONS)})\}} (\S+)\n```$", re.MULTILINE)
#: Parts of the schema that are no tables of their own, or are told with another part.
TOLD_ELSEWHERE = {"category", "target"}


def _used() -> list[tuple[str, str]]:
    """Return what the pages have described: directive and name."""
    return [
        found
        for page in sorted(DOCS.rglob("*.md"))
        for found in DIRECTIVE.findall(page.read_text(encoding="utf-8"))
    ]


def _names(directive: str) -> list[str]:
    """Return what a directive describes, on all pages."""
    return [name for used, name in _used() if used == directive]


def _errors(kind: type[me.IndhMeError] = me.IndhMeError) -> Iterator[str]:
    """Yield the name of a class of errors, and of all that are derived from it."""
    yield kind.__name__
    for each in kind.__subclasses__():
        yield from _errors(each)


def _tables() -> Iterator[str]:
    """Yield the parts of a framework file that are tables with keys of their own."""
    schema = framework_schema()
    for name in {**schema["$defs"], "framework": {}, "thresholds": {}}:
        try:
            part_of(name)
        except StopIteration:
            continue
        yield name


@pytest.mark.parametrize(("directive", "name"), _used())
def test_description_has_no_gap(directive: str, name: str) -> None:
    """What the pages have described can be, and no cell of its tables is empty."""
    text = FUNCTIONS[directive](name)

    assert text != ""
    assert [] == re.findall(r"^\|.*\| *\|.*$", text, re.MULTILINE)


def test_every_verb_is_described() -> None:
    """Each verb of the command line has its heading, its description and its guide."""
    text = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\w+)\n\n.*\n\n```\{verb\} (\w+)$", text, re.MULTILINE)

    assert [(verb, verb) for verb in main.commands] == headings
    assert [] == [verb for verb in main.commands if not (DOCS / "guide" / f"{verb}.md").is_file()]


@pytest.mark.parametrize("verb", main.commands)
def test_every_option_is_explained(verb: str) -> None:
    """Each option of a verb has a help text that is a sentence."""
    options = [each for each in main.commands[verb].params if isinstance(each, Option)]

    assert [] == [each.name for each in options if not (each.help or "").endswith(".")]


def test_help_names_the_words_there_are() -> None:
    """The help texts name all published rules and all layouts, which the catalogue holds."""
    helps = {
        each.name: each.help or ""
        for verb in main.commands.values()
        for each in verb.params
        if isinstance(each, Option)
    }

    assert [] == [each.code for each in me.presets() if each.code not in helps["preset"]]
    assert [] == [name for name in LAYOUTS if name not in helps["layout"]]


def test_every_part_of_a_file_is_described() -> None:
    """Each table of a framework file, session file or event file has its keys on a page, once."""
    assert sorted({*_tables()} - TOLD_ELSEWHERE | {*OCCASIONS}) == sorted(_names("keys"))


def test_every_table_of_a_session_is_told() -> None:
    """Each table that the reader of sessions and events takes is named on their page."""
    text = (REFERENCE / "session-file.md").read_text(encoding="utf-8")
    tables = {*SESSION_TABLES, *EVENT_TABLES}

    assert set() == {each for each in tables if re.search(rf"`\[+{each}[\].]", text) is None}


def test_every_error_is_described() -> None:
    """Each class of errors has its heading and its description."""
    text = (REFERENCE / "errors.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\w+)\n\n```\{error-class\} (\w+)$", text, re.MULTILINE)

    assert sorted((name, name) for name in _errors()) == sorted(headings)


@pytest.mark.parametrize("name", _names("words"))
def test_every_word_has_a_meaning(name: str) -> None:
    """Of the words that pages list, the code has all, each with its meaning."""
    kind = getattr(me, name)

    assert [each.value for each in kind] == list(meanings(kind))


def test_verb_is_shown_as_its_help_has_it() -> None:
    """A verb is shown with its usage, its words, its options and its examples."""
    text = verb_markdown("form")

    assert text.startswith(
        "```text\nindh-me form [OPTIONS] SESSION\n```\n\nMake the forms of `SESS"
    )
    assert "| `-o`, `--output DIR` | Folder for the files. Required. |" in text
    assert "default all. One of `xlsform`, `paper`, `html`, `limesurvey` or `codebook`. |" in text
    assert text.endswith(
        "\n\n```console\n$ indh-me form session.toml -o forms\n"
        "$ indh-me form event.toml -o forms --channel xlsform --channel paper\n```"
    )
    assert "| Option |" not in verb_markdown("labels")
    assert "Default: `0.95`." in verb_markdown("project")


def test_keys_are_shown_as_the_schema_has_them() -> None:
    """A key is shown with what it takes, whether it is required, its meaning and its default."""
    assert (
        "| Key | Value | What it means |\n|---|---|---|\n"
        "| `value` | quantity; required | New target, in the indicator's unit. |\n"
        "| `date` | day; required | Day of the decision. |\n"
        "| `rationale` | text | Why it was made. |"
    ) == keys_markdown("revision")
    assert (
        '| `level` | word; required | Its step of the chain. Write `"impact"`, `"outcome"`, '
        '`"output"` or `"activity"`. |'
    ) in keys_markdown("result")
    assert "| `weight` | number, 0 to 100 | " in keys_markdown("result")
    assert "| `targets` | table of targets | " in keys_markdown("indicator")
    assert "| `overlapping` | `true` or `false` | " in keys_markdown("dimension")
    assert "| `categories` | table of categories | " in keys_markdown("dimension")
    assert "| `value` | figure; required | " in keys_markdown("observation")
    assert "Default: `0.8`. |" in keys_markdown("thresholds")
    assert "| `moments` | list of words; required | " in keys_markdown("session.questions")
    assert "| `date` | day; required | Its first day. |" in keys_markdown("event")


def test_error_is_shown_as_its_class_has_it() -> None:
    """An error is shown with its code, what else it is, and what its docstring says of it."""
    assert (
        "Code: `unknown-code`. Also {py:exc}`~indh_me.InvalidInputError` and `LookupError`.\n\n"
        "A code that nothing in the framework answers to.\n\n"
        "For example, an observation names an indicator that the plan does not have."
    ) == error_markdown("UnknownCodeError")
    assert error_markdown("IndhMeError").startswith("Code: `indh-me`.\n\nThe family of all errors")


def test_rules_are_shown_as_the_registries_have_them() -> None:
    """Rules are listed in order, each with a link to its page or section."""
    _, _, *check = rules_markdown("check").splitlines()
    _, _, *form = rules_markdown("form").splitlines()

    assert len(me.RULES) == len(check)
    assert len(me.FORM_RULES) == len(form)
    assert (
        "| [ME003](../rules/ME003.md) | unsourced-value | warning "
        "| a target, baseline or observation has no source |"
    ) == check[2]
    assert (
        "| [SV006](#sv006-missing-title) | missing-title | warning | the form has no title |"
        == (form[5])
    )


def test_rule_of_forms_is_shown_as_the_registry_has_it() -> None:
    """A rule of forms is shown with its severity, and what it finds as a sentence."""
    assert "Severity: warning. The form has no title." == rule_markdown("SV006")


def test_words_are_shown_as_the_code_explains_them() -> None:
    """A word is listed with the comment that stands before it."""
    assert (
        "| Word | Meaning |\n|---|---|\n"
        "| `error` | A figure computed from this would be wrong, or cannot be computed. |\n"
        "| `warning` | A reader would be misled, or a duty is missed. |\n"
        "| `info` | Worth knowing. |"
    ) == words_markdown("Severity")
