"""The JSON Schema of framework files, made from the classes themselves.

An editor that knows it completes keys, explains them, and marks what the reader would refuse.
References between parts, circles and the order of revisions are beyond a schema.
"""

from collections.abc import Callable, Mapping

from indh_me.catalog import labels
from indh_me.model import (
    Absence,
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Indicator,
    Observation,
    Period,
    Quantity,
    Result,
    Revision,
    Source,
    Suppression,
    Target,
    Text,
    Thresholds,
    Unit,
    UnitKind,
)

from .docstring import described_fields
from .patterns import CODE, DAY, DONE, PERIOD, QUANTITY, TAG, UNITS, VISIBLE
from .schema_fields import Schema, any_of, by_code, described, reference, string, table_of
from .sections import PARTS, Head
from .thresholds import EDGES, PRESETS

__all__ = ["framework_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SECTIONS = {
    "framework": "What is said of the framework as a whole.",
    "thresholds": "Rates from which an indicator is on track or at risk.",
    "sources": "Documents and persons that figures are taken from, by code.",
    "dimensions": "Ways to break a figure down, by code.",
    "results": "Statements of the results chain, by code.",
    "indicators": "What is measured, by code.",
    "labels": "Words of the framework's own for what workbooks and tables say, by language.",
    "suppressions": "Findings of indh-me check that may stay, each with its reason.",
    "observations": "What was reported.",
}


def framework_schema() -> Schema:
    """Make the JSON Schema (draft 2020-12) of framework files.

    Returns
    -------
    dict
        TOML dates are strings in it, as a schema knows no dates.

    Examples
    --------
    >>> framework_schema()["required"]
    ['framework']
    """
    properties: Schema = {
        "framework": table_of(Head),
        "thresholds": _thresholds(),
        **{name: by_code(kind.__name__.lower()) for name, kind in PARTS.items()},
        "labels": _labels(),
        "suppressions": {"type": "array", "items": reference("suppression")},
        "observations": {"type": "array", "items": reference("observation")},
    }
    return {
        "$schema": DIALECT,
        "title": "indh-me framework",
        "description": "A framework file of indh-me: results, indicators and what was reported.",
        "type": "object",
        "properties": {
            name: {"description": words, **properties[name]} for name, words in SECTIONS.items()
        },
        "required": ["framework"],
        "additionalProperties": False,
        "$defs": {name: make() for name, make in DEFINITIONS.items()},
    }


def _thresholds() -> Schema:
    table = table_of(Thresholds)
    words = "Published rule whose edges and name are taken, in the place of on_track and at_risk."
    table["properties"]["preset"] = {"description": words, "enum": list(PRESETS)}
    beside = {"properties": dict.fromkeys(EDGES, False)}
    return {**table, "dependentSchemas": {"preset": beside}}


def _labels() -> Schema:
    """List the labels that there are, by section; the words in braces are beyond a schema."""
    sections = {
        section: {
            "description": "; ".join(words["en"] for words in list(keys.values())[:3]),
            "type": "object",
            "propertyNames": {"enum": list(keys)},
            "additionalProperties": string(VISIBLE),
        }
        for section, keys in labels().items()
    }
    table = {"type": "object", "properties": sections, "additionalProperties": False}
    return {
        "type": "object",
        "propertyNames": {"pattern": TAG},
        "additionalProperties": table,
    }


def _text() -> Schema:
    table = {
        "type": "object",
        "propertyNames": {"pattern": TAG},
        "additionalProperties": string(VISIBLE),
        "minProperties": 1,
    }
    return described(Text, any_of(string(VISIBLE), table))


def _period() -> Schema:
    year = {"type": "integer", "minimum": 1000, "maximum": 9999}
    return described(Period, any_of(string(PERIOD), year))


def _quantity() -> Schema:
    return described(Quantity, {"type": ["number", "string"], "pattern": QUANTITY})


def _value() -> Schema:
    absences = {"enum": [each.value for each in Absence if each is not Absence.NOT_DUE]}
    return any_of(reference("quantity"), absences)


def _unit() -> Schema:
    plain = {"enum": [kind.value for kind in UnitKind if kind.value in PLAIN_UNITS]}
    return described(Unit, any_of(plain, *map(string, UNITS)))


PLAIN_UNITS = ("count", "percent", "milestone")


def _category() -> Schema:
    table = {
        "type": "object",
        "properties": {
            "parent": {
                "description": described_fields(Category)["parent"],
                **reference("code"),
            }
        },
        "patternProperties": {TAG: string(VISIBLE)},
        "additionalProperties": False,
        "minProperties": 1,
        "if": {"required": ["parent"]},
        "then": {"minProperties": 2},
    }
    return described(Category, any_of(string(VISIBLE), table))


def _or_word(schema: Schema) -> Schema:
    """Let milestones say true or false."""
    return any_of(schema, {"type": "boolean"})


def _valued(kind: type, value: str, *, leave_out: tuple[str, ...] = ()) -> Schema:
    """Describe a table with a value, that of milestones among them."""
    table = table_of(kind, leave_out=leave_out)
    words = table["properties"]["value"]["description"]
    table["properties"]["value"] = {"description": words, **_or_word(reference(value))}
    return table


def _group_target() -> Schema:
    table = _valued(Target, "quantity")
    table["properties"]["categories"] |= {"minProperties": 1}
    return {**table, "required": [*table["required"], "categories"]}


def _indicator() -> Schema:
    table = table_of(Indicator, leave_out=("code",))
    words = described_fields(Indicator)["targets"]
    table["properties"] |= {
        "targets": {
            "description": f"{words} The key is the period.",
            "type": "object",
            "propertyNames": string(PERIOD),
            "additionalProperties": reference("target"),
        },
        "targets_by_category": {
            "description": "Targets of groups, each with its period and categories.",
            "type": "array",
            "items": reference("group_target"),
        },
    }
    milestone = {"properties": {"unit": {"const": "milestone"}}, "required": ["unit"]}
    return described(
        Indicator,
        {
            **table,
            "if": milestone,
            "then": _every_figure("figure_of_milestone"),
            "else": {
                "required": ["direction", "accumulation"],
                **_every_figure("figure_of_number"),
            },
        },
    )


def _every_figure(name: str) -> Schema:
    """Ask something of every figure in an indicator's baseline and targets."""
    figure = reference(name)
    return {
        "properties": {
            "baseline": figure,
            "targets": {"additionalProperties": figure},
            "targets_by_category": {"items": figure},
        }
    }


def _figure(schema: Schema) -> Schema:
    """Ask something of a figure: of the value itself, or of those in its table."""
    table = {
        "properties": {
            "value": schema,
            "revisions": {"items": {"properties": {"value": schema}}},
        }
    }
    return {"if": {"type": "object"}, "then": table, "else": schema}


def _done() -> Schema:
    return {
        "description": "Done or not done.",
        **any_of(
            {"type": "boolean"},
            {"enum": [0, 1, "not_reported", "not_applicable"]},
            string(DONE),
        ),
    }


def _dimension() -> Schema:
    table = table_of(Dimension, leave_out=("code",))
    words = table["properties"]["categories"]["description"]
    table["properties"]["categories"] = {"description": words, **by_code("category")}
    return described(Dimension, table)


#: Definitions that others refer to, by name.
DEFINITIONS: Mapping[str, Callable[[], Schema]] = {
    "code": lambda: {
        "description": "A short name: letters, digits, '_', '-' and '.', 64 at most.",
        **string(CODE),
    },
    "text": _text,
    "day": lambda: {"format": "date", **string(DAY)},
    "period": _period,
    "quantity": _quantity,
    "value": _value,
    "done": _done,
    "figure_of_milestone": lambda: _figure(reference("done")),
    "figure_of_number": lambda: _figure({"type": ["number", "string"]}),
    "unit": _unit,
    "categories": lambda: described(
        Categories,
        {"type": "object", "additionalProperties": {"type": "string"}},
    ),
    "citation": lambda: described(Citation, any_of(reference("code"), table_of(Citation))),
    "baseline": lambda: described(
        Baseline, any_of(_or_word(reference("value")), _valued(Baseline, "value"))
    ),
    "revision": lambda: described(Revision, _valued(Revision, "quantity")),
    "target": lambda: described(
        Target,
        any_of(
            _or_word(reference("quantity")),
            _valued(Target, "quantity", leave_out=("period", "categories")),
        ),
    ),
    "group_target": lambda: described(Target, _group_target()),
    "category": _category,
    "source": lambda: described(Source, table_of(Source, leave_out=("code",))),
    "dimension": _dimension,
    "result": lambda: described(Result, table_of(Result, leave_out=("code",))),
    "indicator": _indicator,
    "suppression": lambda: described(Suppression, table_of(Suppression)),
    "observation": lambda: described(Observation, _valued(Observation, "value")),
}
