"""A framework file as plain data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import fields_dict

from indh_me.errors import Fault, IndhMeError, InvalidInputError, key_path, nearest
from indh_me.model import (
    Framework,
    Indicator,
    Observation,
    Observations,
    Quantity,
    Suppression,
    Thresholds,
)
from indh_me.model.indicator import is_done_or_not
from indh_me.model.links import Links
from indh_me.model.text import language_tag

from .converter import converter_for
from .faults import faults_of
from .milestone import number_for_word, word_for_number, words_for_numbers
from .own_labels import labels_from_plain, labels_to_plain
from .sections import PARTS, SECTIONS, Head

__all__ = ["framework_from_plain", "framework_to_plain"]


def framework_from_plain(plain: Mapping[str, Any]) -> tuple[Framework, tuple[Observation, ...]]:
    """Make a framework, and the observations beside it, from a file's plain data.

    Parameters
    ----------
    plain
        Tables as the file format has them.

    Returns
    -------
    tuple[Framework, tuple[Observation, ...]]

    Raises
    ------
    InvalidInputError
        With every fault of the data, each with its path.

    Examples
    --------
    >>> framework, _ = framework_from_plain({"framework": {"code": "A", "languages": ["fr"]}})
    >>> framework.default_language
    'fr'
    """
    reading = _Reading(plain)
    framework = reading.framework()
    observations = reading.observations()
    if framework is None or reading.faults:
        raise InvalidInputError(*reading.faults)
    return framework, observations


class _Reading:
    """One pass over plain data that collects what is wrong."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self.plain = plain
        self.faults: list[Fault] = [
            Fault(f"unknown table {key!r}", key_path(key), nearest(key, SECTIONS))
            for key in plain
            if key not in SECTIONS
        ]
        self.sections = {name: self._section(name) for name in PARTS}
        self.converter = converter_for(self._languages())
        self.parts: dict[str, dict[str, Any]] = {}

    def _section(self, name: str) -> Mapping[str, Any]:
        tables = self.plain.get(name, {})
        if isinstance(tables, Mapping):
            return tables
        self.faults.append(Fault(f"{name} is not a table", name, f"write [{name}.CODE]"))
        return {}

    def _languages(self) -> tuple[str, ...]:
        """Take the languages as far as they can be read: texts are judged by them."""
        head = self.plain.get("framework")
        tags = head.get("languages") if isinstance(head, Mapping) else None
        try:
            return (
                tuple(language_tag(tag) for tag in tags) if isinstance(tags, list | tuple) else ()
            )
        except IndhMeError:
            return ()

    def _convert(self, value: object, kind: type, path: str) -> Any:  # noqa: ANN401 - an instance of kind
        return self._try(lambda: self.converter.structure(value, kind), path)

    def _try(self, convert: Callable[[], Any], path: str) -> Any:  # noqa: ANN401 - what convert gives
        try:
            return convert()
        except Exception as error:  # noqa: BLE001 - reported as a fault, never lost
            self.faults += faults_of(error, path)
            return None

    def framework(self) -> Framework | None:
        """Convert all parts, then what holds them together."""
        head, thresholds = None, Thresholds()
        if "framework" in self.plain:
            head = self._convert(self.plain["framework"], Head, "framework")
        else:
            mend = 'begin with [framework], code = "..." and languages = ["..."]'
            self.faults.append(Fault("the table [framework] is missing", mend=mend))
        if "thresholds" in self.plain:
            thresholds = self._convert(self.plain["thresholds"], Thresholds, "thresholds")
        for name, kind in PARTS.items():
            self.parts[name] = {
                code: self._part(code, table, kind, key_path(name, code))
                for code, table in self.sections[name].items()
            }
        made: dict[str, Any] = {
            name: [each for each in parts.values() if each is not None]
            for name, parts in self.parts.items()
        }
        self.faults += self._link_faults(made["results"], made["indicators"])
        made["labels"] = labels_from_plain(self.plain.get("labels", {}), self.faults)
        made["suppressions"] = self._suppressions()
        if head is None or self.faults:
            return None
        values: dict[str, Any] = {name: getattr(head, name) for name in fields_dict(Head)}
        return self._try(  # type: ignore[no-any-return]
            lambda: Framework(**values, thresholds=thresholds, **made), "framework"
        )

    def _part(self, code: str, table: object, kind: type, path: str) -> Any:  # noqa: ANN401 - an instance of kind
        if not isinstance(table, Mapping):
            return self._convert(table, kind, path)
        if "code" in table:
            mend = "the key of the table is its code: delete it"
            self.faults.append(Fault("key 'code' has no place here", f"{path}.code", mend))
        return self._convert({**table, "code": code}, kind, path)

    def _link_faults(self, *made: Any) -> Iterator[Fault]:  # noqa: ANN401 - parts of each kind
        """Find what points nowhere, in the parts and in the tables that became none."""
        yield from self.links.faults(*made)
        for name, parts in self.parts.items():
            for code, part in parts.items():
                if part is None:
                    yield from self.links.plain_faults(
                        self.sections[name][code], key_path(name, code)
                    )

    @cached_property
    def links(self) -> Links:
        """The codes that stand in the file, of faulty parts too."""
        listed = {
            code: table.get("categories") if isinstance(table, Mapping) else None
            for code, table in self.sections["dimensions"].items()
        }
        return Links(
            sources=self.sections["sources"],
            dimensions={
                code: list(each) if isinstance(each, Mapping) else []
                for code, each in listed.items()
            },
            results=self.sections["results"],
            indicators=self.sections["indicators"],
        )

    def _rows(self, name: str) -> Iterator[tuple[str, object]]:
        """Give the tables of a list, each with its path."""
        rows = self.plain.get(name, [])
        if not isinstance(rows, list | tuple):
            mend = f"write [[{name}]]"
            self.faults.append(Fault(f"{name} is not a list of tables", name, mend))
            rows = ()
        yield from ((f"{name}[{at}]", row) for at, row in enumerate(rows))

    def _suppressions(self) -> list[Suppression]:
        made: dict[str, Suppression] = {}
        for path, row in self._rows("suppressions"):
            each = self._convert(row, Suppression, path)
            if str(each) in made:
                mend = "keep one, with its reason"
                self.faults.append(Fault(f"two suppressions of {each}", path, mend))
            elif each is not None:
                made[str(each)] = each
        return list(made.values())

    def observations(self) -> tuple[Observation, ...]:
        """Convert the observations, and hold them against the framework's codes."""
        made = [self._observation(row, path) for path, row in self._rows("observations")]
        return tuple(each for each in made if each is not None)

    def _observation(self, row: object, path: str) -> Observation | None:
        yes_or_no = isinstance(row, Mapping) and isinstance(row.get("value"), bool)
        if isinstance(row, Mapping) and yes_or_no:
            row = {**row, "value": number_for_word(row["value"])}
        made: Observation | None = self._convert(row, Observation, path)
        if made is None:
            self.faults += self.links.plain_faults(row, path)
            return None
        self.faults += self.links.observation_faults(made, path)
        indicator = self.parts["indicators"].get(made.indicator)
        if indicator is not None:
            self.faults += _milestone_faults(indicator, made.quantity, yes_or_no, f"{path}.value")
        return made


def _milestone_faults(
    indicator: Indicator, quantity: Quantity | None, yes_or_no: object, path: str
) -> Iterable[Fault]:
    """Find a number where yes or no is needed, and the other way round."""
    if indicator.unit.is_milestone:
        if quantity is not None and not is_done_or_not(quantity):
            yield Fault(f"{quantity} for milestone {indicator.code!r}", path, "write true or false")
    elif yes_or_no:
        unit = str(indicator.unit)
        yield Fault(
            f"true or false for {indicator.code!r}, whose unit is {unit!r}", path, "write a number"
        )


def framework_to_plain(
    framework: Framework, observations: Observations | None = None
) -> dict[str, Any]:
    """Write a framework, and observations beside it, as the plain data of a file.

    Parameters
    ----------
    framework
        What to write.
    observations
        What was reported.

    Returns
    -------
    dict
        Tables, lists, strings, numbers, booleans and dates; what is default is left out.

    Examples
    --------
    >>> framework_to_plain(Framework(code="A", languages=["fr"]))
    {'framework': {'code': 'A', 'languages': ['fr']}}
    """
    return _Writing(framework).plain(Observations() if observations is None else observations)


class _Writing:
    """A framework on its way to plain data."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.converter = converter_for(framework.languages)

    def plain(self, observations: Observations) -> dict[str, Any]:
        framework = self.framework
        head = Head(**{name: getattr(framework, name) for name in fields_dict(Head)})
        plain = {"framework": self.converter.unstructure(head)}
        if framework.thresholds != Thresholds():
            plain["thresholds"] = self.converter.unstructure(framework.thresholds)
        for name in PARTS:
            parts = getattr(framework, name)
            if len(parts) > 0:
                plain[name] = {part.code: self._part(part) for part in parts}
        if len(framework.labels) > 0:
            plain["labels"] = labels_to_plain(framework.labels)
        if len(framework.suppressions) > 0:
            plain["suppressions"] = [
                self.converter.unstructure(each) for each in framework.suppressions
            ]
        if len(observations) > 0:
            milestones = {each.code for each in framework.indicators if each.unit.is_milestone}
            plain["observations"] = [self._observation(each, milestones) for each in observations]
        return plain

    def _part(self, part: Any) -> dict[str, Any]:  # noqa: ANN401 - a part of any kind
        table: dict[str, Any] = self.converter.unstructure(part)
        # Its code is the key of its table.
        del table["code"]
        if "categories" in table:
            table["categories"] = {
                each.pop("code"): {**each.pop("name"), **each} for each in table["categories"]
            }
        if isinstance(part, Indicator):
            return self._indicator(part, table)
        return table

    def _indicator(self, indicator: Indicator, table: dict[str, Any]) -> dict[str, Any]:
        table.pop("targets", None)
        totals: dict[str, Any] = {}
        groups: list[dict[str, Any]] = []
        for target in indicator.targets:
            plain = self.converter.unstructure(target)
            if target.categories.is_total:
                del plain["period"]
                totals[str(target.period)] = plain["value"] if list(plain) == ["value"] else plain
            else:
                groups.append(plain)
        if totals:
            table["targets"] = totals
        if groups:
            table["targets_by_category"] = groups
        return words_for_numbers(table) if indicator.unit.is_milestone else table

    def _observation(self, observation: Observation, milestones: set[str]) -> dict[str, Any]:
        plain: dict[str, Any] = self.converter.unstructure(observation)
        if observation.indicator in milestones:
            plain["value"] = word_for_number(plain["value"])
        return plain
