"""A framework file that a person goes on writing: commented, each text on a line of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tomli_w

from indh_me.catalog import outline
from indh_me.errors import key_path

__all__ = ["plan_text"]

#: Keys that say what a table is about stand before the others.
FIRST = (
    *("code", "languages", "level", "parent", "result"),
    *("title", "label", "name", "statement", "definition"),
)
#: Sections that are one table, and those that are a row of tables; others have tables by code.
ONE, ROW = frozenset({"framework", "thresholds"}), frozenset({"suppressions"})
SECTIONS = (
    *("framework", "thresholds", "sources", "dimensions", "results", "indicators"),
    *("labels", "suppressions"),
)


def plan_text(plain: Mapping[str, Any]) -> str:
    r"""Write the plain data of a framework as a file to go on from.

    Parameters
    ----------
    plain
        Tables as the file format has them, without observations.

    Returns
    -------
    str
        TOML that reads back as the same data. Each section has a comment above it.

    Examples
    --------
    >>> demo = {"code": "DEMO", "languages": ["fr"], "title": {"fr": "Formation"}}
    >>> print(plan_text({"framework": demo}).partition("[framework]\n")[2].partition("\n\n")[0])
    code = "DEMO"
    languages = ["fr"]
    title.fr = "Formation"
    """
    comments = outline()["comments"]
    languages = plain["framework"]["languages"]
    lines = ["#:schema ./framework.schema.json", "#", *_comment(comments["file"])]
    for section in SECTIONS:
        if section not in plain:
            continue
        lines += ["", *_comment(comments[section])]
        for number, (path, table) in enumerate(_tables(section, plain[section])):
            lines += [] if number == 0 else [""]
            lines += _table(path, _ranked(table), languages)
    return "\n".join([*lines, "", *_comment(comments["end"]), ""])


def _tables(section: str, content: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401 - plain data
    """Give the tables of a section, each with what stands between the brackets of its heading."""
    if section in ONE:
        yield section, content
    elif section in ROW:
        yield from ((f"[{section}]", table) for table in content)
    else:
        yield from ((key_path(section, code), table) for code, table in content.items())


def _comment(words: str) -> list[str]:
    return [f"# {line}".rstrip() for line in words.strip("\n").split("\n")]


def _table(path: str, table: Mapping[str, Any], languages: Sequence[str]) -> Iterator[str]:
    """Write a table: its values, then the tables inside it under headings of their own."""
    yield f"[{path}]"
    inner = []
    for key in table:
        value = table[key]
        if not isinstance(value, Mapping):
            yield f"{key_path(key)} = {_literal(value)}"
        elif _is_text(value):
            for tag in sorted(value, key=lambda tag: _position(tag, languages)):
                yield f"{key_path(key, tag)} = {_literal(value[tag])}"
        else:
            inner.append(key)
    for key in inner:
        yield ""
        yield from _table(f"{path}.{key_path(key)}", table[key], languages)


def _ranked(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put what a part is about before its other keys."""
    return {key: table[key] for key in (*FIRST, *table) if key in table}


def _is_text(table: Mapping[str, Any]) -> bool:
    """Tell whether a table holds words by language, or codes by scheme."""
    return len(table) > 0 and all(isinstance(each, str) for each in table.values())


def _position(tag: str, languages: Sequence[str]) -> int:
    return languages.index(tag) if tag in languages else len(languages)


def _literal(value: Any) -> str:  # noqa: ANN401 - plain data
    """Write a value on one line."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{key_path(key)} = {_literal(each)}" for key, each in value.items())
        return f"{{ {pairs} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_literal, value))}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")
