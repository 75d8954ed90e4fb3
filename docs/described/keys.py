"""What the schema of framework files, and the classes of session files, say of their keys."""

from typing import Any

from indh_me._codec.schema import framework_schema
from indh_me._codec.schema_fields import Schema

from .markdown import code, either, prose, table
from .occasions import OCCASIONS

__all__ = ["keys_markdown", "part_of"]

#: How the page of the format calls what stands for a value.
KINDS = {"value": "figure", "categories": "table of codes"}


def keys_markdown(part: str) -> str:
    """List the keys of a part of a file: what each takes, and what it means.

    Parameters
    ----------
    part
        A part of framework files by its name in the schema, such as `indicator`; or a part of
        session files, such as `session.knowledge`.
    """
    found = part_of(part)
    keys = found["properties"]
    required = found.get("required", ())
    rows = (
        (
            code(key),
            f"{_kind(each)}; required" if key in required else _kind(each),
            f"{prose(each['description'])}{_choice(each)}{_default(each)}",
        )
        for key, each in keys.items()
    )
    return table(["Key", "Value", "What it means"], rows)


def part_of(part: str) -> Schema:
    """Give the schema of the table that a part of a file is."""
    if part in OCCASIONS:
        return OCCASIONS[part]()
    schema = framework_schema()
    found = {**schema["$defs"], **schema["properties"]}[part]
    return next(each for each in [found, *found.get("anyOf", ())] if "properties" in each)


def _kind(schema: Schema) -> str:
    """Name what a key takes, as the page of the format does."""
    kind = str(schema.get("type", "word"))
    match schema:
        case {"$ref": address}:
            name = address.rpartition("/")[2]
            kind = KINDS.get(name, name.replace("_", " "))
        case {"anyOf": [first, *_]}:
            kind = _kind(first)
        case {"type": "array", "items": each}:
            kind = f"list of {_plural(_kind(each))}"
        case {"additionalProperties": dict(each)}:
            kind = f"table of {_plural(_kind(each))}"
        case {"type": "boolean"}:
            kind = "`true` or `false`"
        case {"minimum": low, "maximum": high}:
            kind = f"number, {low} to {high}"
    return kind


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _choice(schema: Schema) -> str:
    """List the words that a key takes, where it takes no others."""
    words = schema.get("items", schema).get("enum", ())
    return f" Write {either([_literal(word) for word in words])}." if words else ""


def _default(schema: Schema) -> str:
    return f" Default: {_literal(schema['default'])}." if "default" in schema else ""


def _literal(value: Any) -> str:  # noqa: ANN401 - what stands in TOML
    return code(f'"{value}"' if isinstance(value, str) else str(value).lower())
