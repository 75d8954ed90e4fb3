"""The one converter between model values and plain data."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache, partial
from typing import Any

from attrs import fields, has
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from indh_me.errors import Fault, InvalidInputError, ParseError, key_path, nearest
from indh_me.model import (
    Absence,
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Indicator,
    Period,
    Quantity,
    Target,
    Text,
    Unit,
)
from indh_me.model.quantity import Value, format_number, parse_value

from .faults import faults_of

__all__ = ["converter_for", "plain_number", "plain_quantity"]

BOOLEANS = {False: 0, True: 1}


def plain_number(number: float) -> int | float:
    """Write whole numbers without a decimal point.

    Examples
    --------
    >>> plain_number(18000.0), plain_number(0.5)
    (18000, 0.5)
    """
    text = format_number(number)
    return float(text) if any(mark in text for mark in ".en") else int(text)


def plain_quantity(value: Value) -> int | float | str:
    """Write a quantity as a number when it is one, else in its written form.

    Examples
    --------
    >>> plain_quantity(Quantity.exactly(9)), plain_quantity(Quantity.at_least(9))
    (9, '>=9')
    """
    if isinstance(value, Absence):
        return value.value
    if value.best is not None and value == Quantity.exactly(value.best):
        return plain_number(value.best)
    return str(value)


def _wrong(value: object, wanted: str, mend: str = "") -> ParseError:
    kind = "table" if isinstance(value, Mapping) else type(value).__name__
    return ParseError(Fault(f"{wanted} is needed here, not {kind} {value!r}"[:200], mend=mend))


def _string(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise _wrong(value, "a string", "put it in quotes")
    return value


def _boolean(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong(value, "true or false")
    return value


def _float(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong(value, "a number")
    return float(value)


def _date(value: object, _: object) -> date:
    if type(value) is date:
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _wrong(value, "a day", "write it as 2008-03-27")


def _period(value: object, _: object) -> Period:
    if isinstance(value, date) and not isinstance(value, datetime):
        return Period.day(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Period.parse(str(value))
    return Period.parse(value)  # type: ignore[arg-type] - says itself what it needs


def _quantity(value: object, _: object) -> Quantity:
    if isinstance(value, bool):
        raise _wrong(value, "a number", "true and false are for milestones")
    if isinstance(value, (int, float)):
        return Quantity.exactly(value)
    return Quantity.parse(value)  # type: ignore[arg-type] - as above


def _value(value: object, _: object) -> Value:
    return parse_value(value) if isinstance(value, str) else _quantity(value, _)


def _unit(value: object, _: object) -> Unit:
    return Unit.parse(value)  # type: ignore[arg-type] - as above


def _enum(value: object, kind: type[Enum]) -> Enum:
    known = [member.value for member in kind]
    if value not in known:
        raise ParseError(Fault(f"unknown word {value!r}", mend=nearest(str(value), known)))
    return kind(value)


def _string_pairs(value: object, _: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Mapping):
        raise _wrong(value, "a table of strings")
    return tuple((key, _string(each, _)) for key, each in value.items())


def _categories(value: object, _: object) -> Categories:
    return Categories(_string_pairs(value, _))


def _gather(parts: Iterable[tuple[str, Callable[[], Any]]]) -> tuple[list[Any], list[Fault]]:
    """Run conversions, each with its path; give what came out and what was wrong."""
    made, faults = [], []
    for path, convert in parts:
        try:
            made.append(convert())
        except Exception as error:  # noqa: BLE001 - each is reported as a fault, none is lost
            faults += faults_of(error, path)
    return made, faults


class _Hooks:
    """Hooks that need to know the languages of the framework."""

    def __init__(self, converter: Converter, languages: tuple[str, ...]) -> None:
        self.converter = converter
        self.languages = languages
        self.structures: dict[type, Callable[[Any, Any], Any]] = {}

    def text(self, value: object, _: object) -> Text:
        if isinstance(value, str):
            if len(self.languages) == 0:
                raise _wrong(value, "a table of languages", 'name them: languages = ["fr"]')
            return Text.plain(value, self.languages[0])
        if not isinstance(value, Mapping):
            raise _wrong(value, "a text", 'write "..." or one key a language: fr = "..."')
        unknown = [tag for tag in value if tag not in self.languages] if self.languages else []
        if unknown:
            raise InvalidInputError(
                *(
                    Fault(
                        f"language {tag!r} is not one of the framework's",
                        key_path(tag),
                        nearest(tag, self.languages) + "; or add it to framework.languages",
                    )
                    for tag in unknown
                )
            )
        return Text(_string_pairs(value, None))

    def citation(self, value: object, _: object) -> Citation:
        if isinstance(value, str):
            return Citation(value)
        return self.fields_of(Citation, value)  # type: ignore[no-any-return]

    def baseline(self, value: object, _: object) -> Baseline:
        if isinstance(value, Mapping):
            return self.fields_of(Baseline, value)  # type: ignore[no-any-return]
        return Baseline(_value(value, None))

    def dimension(self, value: object, _: object) -> Dimension:
        table = _table(value)
        categories, faults = _gather(
            (key_path("categories", code), partial(self.category, code, each))
            for code, each in _table(table.get("categories", {})).items()
        )
        return self.rest(Dimension, {**table, "categories": categories}, faults)  # type: ignore[no-any-return]

    def category(self, code: str, value: object) -> Category:
        if not isinstance(value, Mapping):
            return Category(code, self.text(value, None))
        names = {key: each for key, each in value.items() if key != "parent"}
        parent = value.get("parent")
        return Category(
            code, self.text(names, None), None if parent is None else _string(parent, None)
        )

    def indicator(self, value: object, _: object) -> Indicator:
        table = dict(_table(value))
        milestone = table.get("unit") == "milestone"
        if milestone and isinstance(table.get("baseline"), bool):
            table["baseline"] = BOOLEANS[table["baseline"]]
        parts: list[tuple[str, Callable[[], Any]]] = []
        for period, each in _table(table.pop("targets", {})).items():
            plain = {**each} if isinstance(each, Mapping) else {"value": each}
            parts.append(self.target(key_path("targets", period), {**plain, "period": period}, milestone))
        for number, each in enumerate(table.pop("targets_by_category", ())):
            parts.append(self.target(f"targets_by_category[{number}]", dict(_table(each)), milestone))
        targets, faults = _gather(parts)
        return self.rest(Indicator, {**table, "targets": targets}, faults)  # type: ignore[no-any-return]

    def target(
        self, path: str, table: dict[str, Any], milestone: bool
    ) -> tuple[str, Callable[[], Any]]:
        if milestone and isinstance(table.get("value"), bool):
            table["value"] = BOOLEANS[table["value"]]
        return path, partial(self.fields_of, Target, table)

    def rest(self, kind: type, table: Mapping[str, Any], faults: list[Fault]) -> Any:  # noqa: ANN401 - an instance of kind
        """Convert the other fields; report their faults together with those found already."""
        try:
            made = self.fields_of(kind, table)
        except Exception as error:
            raise InvalidInputError(*faults, *faults_of(error)) from error
        if faults:
            raise InvalidInputError(*faults)
        return made

    def fields_of(self, kind: type, value: object) -> Any:  # noqa: ANN401 - an instance of kind
        """Convert a table field by field."""
        return self.structure(kind)(_table(value), kind)

    def structure(self, kind: type) -> Callable[[Any, Any], Any]:
        """Give the generated function that converts a table to a class."""
        # Made at first use: only then are the hooks of the fields' types all known.
        if kind not in self.structures:
            self.structures[kind] = make_dict_structure_fn(
                kind, self.converter, _cattrs_forbid_extra_keys=True
            )
        return self.structures[kind]


def _table(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(value, "a table")
    return value


@lru_cache(maxsize=16)
def converter_for(languages: tuple[str, ...]) -> Converter:
    """Give the converter for a framework kept in certain languages.

    Parameters
    ----------
    languages
        Tags of the languages, the default first; none at all accepts any tag.

    Returns
    -------
    cattrs.Converter
        It refuses unknown keys and values of the wrong type, and reports all faults of a value
        together, each with its path.
    """
    converter = Converter(detailed_validation=True)
    hooks = _Hooks(converter, languages)
    for kind, structure, unstructure in (
        (str, _string, None),
        (bool, _boolean, None),
        (float, _float, plain_number),
        (date, _date, lambda day: day),
        (Period, _period, str),
        (Quantity, _quantity, plain_quantity),
        (Unit, _unit, str),
        (Categories, _categories, lambda categories: dict(categories.pairs)),
        (Text, hooks.text, lambda text: dict(text.words)),
        (Citation, hooks.citation, None),
        (Baseline, hooks.baseline, None),
        (Dimension, hooks.dimension, None),
        (Indicator, hooks.indicator, None),
    ):
        converter.register_structure_hook(kind, structure)
        if unstructure is not None:
            converter.register_unstructure_hook(kind, unstructure)
    converter.register_structure_hook_func(lambda kind: kind == Value, _value)
    converter.register_unstructure_hook_func(lambda kind: kind == Value, plain_quantity)
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[tuple[str, str], ...], _string_pairs
    )
    converter.register_unstructure_hook_func(lambda kind: kind == tuple[tuple[str, str], ...], dict)
    for made in (tuple[Target, ...], tuple[Category, ...]):
        converter.register_structure_hook_func(
            lambda kind, made=made: kind == made,  # type: ignore[misc]
            lambda values, _: tuple(values),
        )
    converter.register_structure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _enum
    )
    converter.register_unstructure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Enum), lambda member: member.value
    )
    converter.register_structure_hook_factory(
        lambda kind: isinstance(kind, type) and has(kind) and kind not in HAND_MADE, hooks.structure
    )
    converter.register_unstructure_hook_factory(
        lambda kind: isinstance(kind, type) and has(kind) and kind not in WRITTEN,
        lambda kind: _unstructure(converter, kind),
    )
    return converter


HAND_MADE = {Period, Quantity, Unit, Categories, Text, Citation, Baseline, Dimension, Indicator}
WRITTEN = {Period, Quantity, Unit, Categories, Text}


def _unstructure(converter: Converter, kind: type) -> Callable[[Any], Any]:
    stated = {
        each.name: override(omit_if_default=False)
        for each in fields(kind)
        if kind is Indicator and each.name in {"direction", "accumulation"}
    }
    write = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **stated)  # type: ignore[arg-type]
    if kind in {Citation, Baseline}:
        first = fields(kind)[0].name
        return lambda value: _short(write(value), first)
    return write


def _short(table: dict[str, Any], first: str) -> Any:  # noqa: ANN401 - plain data
    """Write a table of one field as that field alone."""
    return table[first] if list(table) == [first] else table
