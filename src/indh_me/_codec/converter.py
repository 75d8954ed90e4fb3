"""The one converter between model values and plain data."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import lru_cache, partial
from itertools import chain
from typing import Any, get_args, get_origin

from attrs import evolve, fields, has
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from indh_me.errors import Fault, InvalidInputError, ParseError, key_path, nearest
from indh_me.model import (
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Indicator,
    Period,
    Quantity,
    Source,
    Target,
    Text,
    Thresholds,
    Unit,
)
from indh_me.model.quantity import Value
from indh_me.survey.choice import Choice
from indh_me.survey.expression import Expression

from . import scalars
from .faults import attempt, faults_of, gather, shown
from .milestone import numbers_for_words
from .scalars import is_table, plain_number, plain_quantity, read_string, read_table
from .thresholds import EDGES, preset_thresholds, refuse_edges

__all__ = ["converter_for", "plain_number", "plain_quantity"]

#: Language that a plain string is put in when the framework's languages cannot be read. That is
#: a fault of its own already; each text need not report it again.
UNDETERMINED = "und"


class _Hooks:
    """Conversions that need to know the languages of the framework."""

    def __init__(self, converter: Converter, languages: tuple[str, ...]) -> None:
        self.converter = converter
        self.languages = languages
        self.known = frozenset(languages)
        self.made: dict[type, Callable[[Any, Any], Any]] = {}

    def text(self, value: object, _kind: object = None) -> Text:
        if isinstance(value, str):
            return Text.plain(value, self.languages[0] if self.languages else UNDETERMINED)
        if not is_table(value):
            raise scalars.wrong(value, "a text", 'write "..." or one key a language: fr = "..."')
        if self.languages and not self.known.issuperset(value):
            unknown = [tag for tag in value if tag not in self.known]
            raise InvalidInputError(
                *(
                    Fault(
                        f"language {shown(tag)} is not one of the framework's",
                        key_path(tag),
                        nearest(tag, self.languages) + "; or add it to framework.languages",
                    )
                    for tag in unknown
                )
            )
        return Text(scalars.read_string_pairs(value))

    def quote(self, value: object, _kind: object = None) -> Text:
        """Read words quoted in the language of their source, whichever it is."""
        return Text(scalars.read_string_pairs(value)) if is_table(value) else self.text(value)

    def citation(self, value: object, _kind: object = None) -> Citation:
        if isinstance(value, str):
            return Citation(value)
        return self.fields_of(Citation, value)  # type: ignore[no-any-return]

    def baseline(self, value: object, _kind: object = None) -> Baseline:
        if is_table(value):
            return self.fields_of(Baseline, value)  # type: ignore[no-any-return]
        return Baseline(scalars.read_value(value))

    def thresholds(self, value: object, _kind: object = None) -> Thresholds:
        """Read thresholds, or the name of the published rule that they are taken from."""
        table = dict(read_table(value))
        if "preset" not in table:
            return self.fields_of(Thresholds, table)  # type: ignore[no-any-return]
        code = table.pop("preset")
        others = {key: each for key, each in table.items() if key not in EDGES}
        _, rule, own = gather(
            [
                ("", refuse_edges, table),
                ("", partial(preset_thresholds, languages=self.languages), code),
                ("", partial(self.fields_of, Thresholds), others),
            ]
        )
        made: Thresholds = rule if own.basis is None else evolve(rule, basis=own.basis)
        return made

    def dimension(self, value: object, _kind: object = None) -> Dimension:
        table = dict(read_table(value))
        listed = table.pop("categories", {})
        made, categories = gather(
            [
                ("", partial(self.fields_of, Dimension), table),
                ("categories", self.categories, listed),
            ]
        )
        return evolve(made, categories=categories)  # type: ignore[no-any-return]

    def categories(self, value: object) -> list[Category]:
        return gather(
            (code, partial(self.category, code), each) for code, each in read_table(value).items()
        )

    def category(self, code: str, value: object) -> Category:
        if not is_table(value):
            return Category(code, self.text(value))
        names = {key: each for key, each in value.items() if key != "parent"}
        if "parent" not in value:
            return Category(code, self.text(names))
        name, parent = gather([("", self.text, names), ("parent", read_string, value["parent"])])
        return Category(code, name, parent)

    def indicator(self, value: object, _kind: object = None) -> Indicator:
        table = dict(read_table(value))
        if table.get("unit") == "milestone":
            table = numbers_for_words(table)
        found, faults = attempt(
            [
                ("targets", self.totals, table.pop("targets", {})),
                ("targets_by_category", self.groups, table.pop("targets_by_category", [])),
            ]
        )
        made, others = attempt(
            [("", partial(self.fields_of, Indicator), {**table, "targets": [*chain(*found)]})]
        )
        if faults or others:
            raise InvalidInputError(*others, *faults)
        return made[0]  # type: ignore[no-any-return]

    def totals(self, value: object) -> list[Target]:
        return gather(
            (period, partial(self.total, period), each)
            for period, each in read_table(value).items()
        )

    def total(self, period: str, value: object) -> Target:
        table = dict(value) if is_table(value) else {"value": value}
        faults = [
            Fault(f"key {key!r} has no place here", key, mend)
            for key, mend in MISPLACED.items()
            if table.pop(key, None) is not None
        ]
        table["period"] = period
        try:
            Period.parse(period)
        except ParseError as error:
            faults += error.faults
            # Any will do: the target is refused, but its other faults are wanted too.
            table["period"] = "2008"
        try:
            made = self.fields_of(Target, table)
        except Exception as error:
            raise InvalidInputError(*faults, *faults_of(error)) from error
        if faults:
            raise InvalidInputError(*faults)
        return made  # type: ignore[no-any-return]

    def groups(self, value: object) -> list[Target]:
        if not isinstance(value, (list, tuple)):
            mend = 'write [{ period = "2008", categories = { sex = "female" }, value = 9 }]'
            raise scalars.wrong(value, "a list of tables", mend)
        return gather((f"[{at}]", self.group, each) for at, each in enumerate(value))

    def group(self, value: object) -> Target:
        made: Target = self.fields_of(Target, value)
        if made.categories.is_total:
            mend = 'write categories = { sex = "female" }, or move the target to targets'
            raise InvalidInputError(Fault("a target of no group", "categories", mend))
        return made

    def fields_of(self, kind: type, value: object) -> Any:  # noqa: ANN401 - an instance of kind
        """Convert a table field by field."""
        # Made at first use: only then are the hooks of the fields' types all known.
        if kind not in self.made:
            quoting = {"quote": override(struct_hook=self.quote)} if kind in QUOTING else {}
            self.made[kind] = make_dict_structure_fn(
                kind,
                self.converter,
                _cattrs_forbid_extra_keys=True,
                **quoting,  # type: ignore[arg-type]  # cattrs types the options, not the fields
            )
        return self.made[kind](read_table(value), kind)

    def any_class(self, kind: type) -> Callable[[Any, Any], Any]:
        """Give the conversion of a table to a class."""
        return lambda value, _kind: self.fields_of(kind, value)

    def any_list(self, kind: type) -> Callable[[Any, Any], tuple[Any, ...]]:
        """Give the conversion of a list to a tuple."""
        element = get_args(kind)[0]
        convert = self.converter.get_structure_hook(element)

        def read(value: object, _kind: object) -> tuple[Any, ...]:
            if not isinstance(value, (list, tuple)):
                raise scalars.wrong(value, "a list", "put it in square brackets")
            return tuple(
                gather(
                    (f"[{at}]", lambda each: convert(each, element), each)
                    for at, each in enumerate(value)
                )
            )

        return read


#: Classes whose ``quote`` stands in the language of the source, not in one of the framework's.
QUOTING = {Citation, Source}
#: Keys of a target that stand in its place in the file, not in its table.
MISPLACED = {
    "period": "the key of the table is its period: delete it",
    "categories": "list targets of a group under targets_by_category",
}
#: Conversions of what stands alone in plain data.
SCALARS: tuple[tuple[type, Callable[[Any, Any], Any], Callable[[Any], Any] | None], ...] = (
    (str, scalars.read_string, None),
    (bool, scalars.read_boolean, None),
    (float, scalars.read_number, plain_number),
    (int, scalars.read_whole, None),
    (date, scalars.read_day, lambda day: day),
    (Expression, scalars.read_expression, str),
    (Period, scalars.read_period, str),
    (Quantity, scalars.read_quantity, plain_quantity),
    (Unit, scalars.read_unit, str),
    (Categories, scalars.read_categories, lambda categories: dict(categories.pairs)),
)


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

    Examples
    --------
    >>> converter_for(("fr",)).structure("2008-S1", Period).months
    6
    """
    converter = Converter(detailed_validation=True)
    hooks = _Hooks(converter, languages)
    # Hooks that are asked first come last.
    converter.register_structure_hook_factory(_is_class, hooks.any_class)
    converter.register_unstructure_hook_factory(_is_class, partial(_unstructure, converter))
    converter.register_structure_hook_factory(_is_tuple, hooks.any_list)
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[str, ...], scalars.read_strings
    )
    for kind, structure, unstructure in SCALARS:
        converter.register_structure_hook(kind, structure)
        if unstructure is not None:
            converter.register_unstructure_hook(kind, unstructure)
    converter.register_unstructure_hook(Text, lambda text: dict(text.words))
    converter.register_structure_hook(Text, hooks.text)
    converter.register_structure_hook(Citation, hooks.citation)
    converter.register_structure_hook(Baseline, hooks.baseline)
    converter.register_structure_hook(Dimension, hooks.dimension)
    converter.register_structure_hook(Thresholds, hooks.thresholds)
    converter.register_structure_hook(Indicator, hooks.indicator)
    # Choices stand in a file as a table by code, and are made before what offers them.
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[Choice, ...], lambda choices, _kind: tuple(choices)
    )
    converter.register_structure_hook_func(lambda kind: kind == Value, scalars.read_value)
    converter.register_unstructure_hook_func(lambda kind: kind == Value, plain_quantity)
    converter.register_structure_hook_func(_is_pairs, scalars.read_string_pairs)
    converter.register_unstructure_hook_func(_is_pairs, dict)
    converter.register_structure_hook_func(_is_enum, scalars.read_word)
    # An indicator's targets are made before the indicator.
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[Target, ...], lambda targets, _kind: tuple(targets)
    )
    converter.register_unstructure_hook_func(_is_enum, lambda member: member.value)
    return converter


def _is_class(kind: Any) -> bool:  # noqa: ANN401 - any type hint
    return isinstance(kind, type) and has(kind)


def _is_enum(kind: Any) -> bool:  # noqa: ANN401 - any type hint
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_tuple(kind: Any) -> bool:  # noqa: ANN401 - any type hint
    return get_origin(kind) is tuple


def _is_pairs(kind: Any) -> bool:  # noqa: ANN401 - any type hint
    return bool(kind == tuple[tuple[str, str], ...])


def _unstructure(converter: Converter, kind: type) -> Callable[[Any], Any]:
    # Stated whatever it is: only a milestone may leave it out.
    stated = ("direction", "accumulation") if kind is Indicator else ()
    overrides = {name: override(omit_if_default=False) for name in stated}
    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        kind,
        converter,
        _cattrs_omit_if_default=True,
        **overrides,  # type: ignore[arg-type] # keywords are fields as well as options
    )
    if kind in {Citation, Baseline}:
        first = fields(kind)[0].name
        return lambda value: _short(write(value), first)
    return write


def _short(table: dict[str, Any], first: str) -> Any:  # noqa: ANN401 - plain data
    """Write a table of one field as that field alone."""
    return table[first] if list(table) == [first] else table
