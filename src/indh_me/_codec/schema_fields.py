"""Fields of classes as JSON Schema."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args

from attrs import NOTHING, Attribute, fields, resolve_types

from indh_me.model import _fields
from indh_me.model.quantity import Value

from .docstring import described_fields, summary
from .patterns import PLACE, RULE, TAG, VISIBLE

__all__ = ["Schema", "any_of", "by_code", "described", "reference", "string", "table_of"]

Schema = dict[str, Any]


def reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def by_code(name: str) -> Schema:
    return {
        "type": "object",
        "propertyNames": reference("code"),
        "additionalProperties": reference(name),
    }


def any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def string(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def table_of(kind: type, *, leave_out: tuple[str, ...] = ()) -> Schema:
    """Describe a table by the fields of a class."""
    resolve_types(kind)
    words = described_fields(kind)
    kept = [each for each in fields(kind) if each.name not in leave_out]
    required = [each.name for each in kept if each.default is NOTHING]
    return {
        "type": "object",
        "properties": {
            each.name: {"description": words[each.name], **_field(kind, each)} for each in kept
        },
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(kind: type, each: "Attribute[Any]") -> Schema:
    schema = {**_of_type(each.type, each.validator), **LIMITS.get((kind.__name__, each.name), {})}
    if isinstance(each.default, (bool, float)):
        schema["default"] = each.default
    elif isinstance(each.default, Enum) and each.default is not NOTHING:
        schema["default"] = each.default.value
    return schema


def _of_type(hint: Any, validator: object = None) -> Schema:  # noqa: ANN401, PLR0911 - one return for each kind of hint
    """Describe what a type hint accepts."""
    if hint == Value:
        return reference("value")
    options = [each for each in get_args(hint) if each is not NoneType]
    if NoneType in get_args(hint):
        return _of_type(options[0], validator)
    if hint == tuple[tuple[str, str], ...]:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    if hint == tuple[str, ...]:
        return {"type": "array", "items": {"type": "string"}}
    if options:
        return {"type": "array", "items": _of_type(options[0])}
    if hint in SIMPLE:
        return dict(SIMPLE[hint])
    if hint is str:
        return reference("code") if validator in CODES else string(VISIBLE)
    if issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    return reference(NAMES.get(hint, hint.__name__.lower()))


#: What the classes hold to beyond the type of a field.
LIMITS: Mapping[tuple[str, str], Schema] = {
    ("Head", "languages"): {"items": string(TAG), "minItems": 1, "uniqueItems": True},
    ("Result", "weight"): {"minimum": 0, "maximum": 100},
    ("Indicator", "dimensions"): {"uniqueItems": True},
    ("Suppression", "rule"): string(RULE),
    ("Suppression", "place"): string(PLACE),
}
CODES = (_fields.code, _fields.optional_code)
SIMPLE: Mapping[Any, Schema] = {bool: {"type": "boolean"}, float: {"type": "number"}}
NAMES: Mapping[Any, str] = {date: "day"}


def described(kind: type, schema: Schema) -> Schema:
    return {"description": summary(kind), **schema}
