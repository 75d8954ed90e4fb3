"""The labels of workbooks, tables and explanations as tables of a framework file to translate."""

from collections.abc import Iterator

import tomli_w

from indh_me.catalog import labels
from indh_me.errors import key_path
from indh_me.model import Framework
from indh_me.model.text import language_tag

from .words import Words

__all__ = ["labels_template"]

HOW = (
    "Labels in {language}. Write the words in place of those behind a '#', and take the '#' away.",
    "Leave {{braces}} as they are: they are filled in.",
)


def labels_template(language: str, framework: Framework | None = None) -> str:
    """List all labels as tables of a framework file, to translate or change.

    Parameters
    ----------
    language
        Tag of the language that they are to be in.
    framework
        One that has some of them already.

    Returns
    -------
    str
        TOML. Each label has its line: one of the framework as it gives it, any other behind a
        ``#``, with what is said as long as the framework gives nothing. So the tables can be put
        into the framework's file at once, in place of those for the language, and be filled in
        little by little.

    Raises
    ------
    InvalidInputError
        When the language is not a BCP 47 tag.

    Examples
    --------
    >>> labels_template("es").partition("[labels.es.status]")[2].splitlines()[1:3]
    ['# achieved = "Achieved"', '# on_track = "On track"']
    """
    language_tag(language)
    own = () if framework is None else framework.labels
    given = {(each.section, each.key) for each in own if each.language == language}
    words = Words(language, labels=own)
    lines = [f"# {line.format(language=language)}" for line in HOW]
    for section in labels():
        lines += ["", f"[{key_path('labels', language, section)}]"]
        lines += _lines(words, section, given)
    return "\n".join(lines) + "\n"


def _lines(words: Words, section: str, given: set[tuple[str, str]]) -> Iterator[str]:
    for key in labels()[section]:
        line = tomli_w.dumps({key: words.pattern(section, key)}).rstrip("\n")
        yield line if (section, key) in given else f"# {line}"
