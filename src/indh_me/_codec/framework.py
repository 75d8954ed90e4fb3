"""A framework file as plain data."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import Attribute, field, fields_dict, frozen
from attrs.validators import deep_iterable

from indh_me.errors import Fault, InvalidInputError, key_path, nearest
from indh_me.model import (
    Dimension,
    Framework,
    Indicator,
    Observation,
    Observations,
    Result,
    Source,
    Target,
    Thresholds,
)
from indh_me.model import _fields
from indh_me.model.indicator import is_done_or_not
from indh_me.model.links import Links
from indh_me.model.text import Text, language_tag

from .converter import converter_for
from .faults import faults_of

__all__ = ["SECTIONS", "Head", "framework_from_plain", "framework_to_plain"]

#: Tables of a framework file whose keys are codes, with the class of what stands under each.
PARTS: Mapping[str, type] = {
    "sources": Source,
    "dimensions": Dimension,
    "results": Result,
    "indicators": Indicator,
}
SECTIONS = ("framework", "thresholds", *PARTS, "observations")


def _language(_instance: object, _attribute: "Attribute[str]", tag: str) -> None:
    language_tag(tag)


@frozen(kw_only=True)
class Head:
    """The table ``[framework]``: what is said of the framework as a whole."""

    code: str = field(validator=_fields.code)
    languages: tuple[str, ...] = field(validator=deep_iterable(_language))
    title: Text | None = None
    description: Text | None = None


def framework_from_plain(plain: Mapping[str, Any]) -> tuple[Framework, tuple[Observation, ...]]:
    """Make a framework, and the observations beside it, from a file's plain data.

    Parameters
    ----------
    plain
        Tables as the file format has them.

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
        self.converter = converter_for(self._languages())
        self.parts: dict[str, dict[str, Any]] = {}

    def _languages(self) -> tuple[str, ...]:
        """Take the languages as far as they can be read: texts are judged by them."""
        head = self.plain.get("framework", {})
        tags = head.get("languages", ()) if isinstance(head, Mapping) else ()
        try:
            return tuple(language_tag(tag) for tag in tags)
        except (InvalidInputError, TypeError):
            return ()

    def _convert(self, value: object, kind: type, path: str) -> Any:  # noqa: ANN401 - an instance of kind
        return self._try(lambda: self.converter.structure(value, kind), path)

    def _try(self, convert: Callable[[], Any], path: str) -> Any:  # noqa: ANN401 - what convert gives
        try:
            return convert()
        except Exception as error:  # noqa: BLE001 - reported as a fault, never lost
            self.faults += faults_of(error, path)
            return None

    def _section(self, name: str) -> Mapping[str, Any]:
        tables = self.plain.get(name, {})
        if isinstance(tables, Mapping):
            return tables
        self.faults.append(Fault(f"{name} is not a table", name, f"write [{name}.CODE]"))
        return {}

    def framework(self) -> Framework | None:
        """Convert all parts, then what holds them together."""
        if "framework" not in self.plain:
            mend = 'begin with [framework], code = "..." and languages = ["..."]'
            self.faults.append(Fault("the table [framework] is missing", mend=mend))
            head = None
        else:
            head = self._convert(self.plain["framework"], Head, "framework")
        thresholds = Thresholds()
        if "thresholds" in self.plain:
            thresholds = self._convert(self.plain["thresholds"], Thresholds, "thresholds")
        for name, kind in PARTS.items():
            self.parts[name] = {
                code: self._convert(self._coded(code, table), kind, key_path(name, code))
                for code, table in self._section(name).items()
            }
        made = {name: [each for each in parts.values() if each is not None] for name, parts in self.parts.items()}
        links = self.links()
        self.faults += links.faults(made["results"], made["indicators"])
        for name, parts in self.parts.items():
            for code, part in parts.items():
                if part is None:
                    table = self._section(name)[code]
                    self.faults += links.plain_faults(table, key_path(name, code))
        if head is None or self.faults:
            return None
        return self._try(  # type: ignore[no-any-return]
            lambda: Framework(
                code=head.code,
                languages=head.languages,
                title=head.title,
                description=head.description,
                thresholds=thresholds,
                **made,
            ),
            "framework",
        )

    @staticmethod
    def _coded(code: str, table: object) -> object:
        return {**table, "code": code} if isinstance(table, Mapping) else table

    def links(self) -> Links:
        """Give the codes that stand in the file, of faulty parts too."""
        categories = {}
        for code, table in self._section("dimensions").items():
            listed = table.get("categories", {}) if isinstance(table, Mapping) else {}
            categories[code] = list(listed) if isinstance(listed, Mapping) else []
        return Links(
            sources=self.parts["sources"],
            dimensions=categories,
            results=self.parts["results"],
            indicators=self.parts["indicators"],
        )

    def observations(self) -> tuple[Observation, ...]:
        """Convert the observations, and hold them against the framework's codes."""
        rows = self.plain.get("observations", [])
        if not isinstance(rows, list):
            self.faults.append(
                Fault("observations is not a list of tables", "observations", "write [[observations]]")
            )
            return ()
        links, made = self.links(), []
        for number, row in enumerate(rows):
            path = f"observations[{number}]"
            observation, yes_or_no = self._observation(row, path)
            if observation is None:
                self.faults += links.plain_faults(row, path)
                continue
            made.append(observation)
            self.faults += links.observation_faults(observation, path)
            indicator = self.parts["indicators"].get(observation.indicator)
            if indicator is not None:
                self.faults += milestone_faults(indicator, observation, path, yes_or_no=yes_or_no)
        return tuple(made)

    def _observation(self, row: object, path: str) -> tuple[Observation | None, bool]:
        yes_or_no = isinstance(row, Mapping) and isinstance(row.get("value"), bool)
        if yes_or_no and isinstance(row, Mapping):
            row = {**row, "value": int(row["value"])}
        return self._convert(row, Observation, path), yes_or_no


def milestone_faults(
    indicator: Indicator, observation: Observation, path: str, *, yes_or_no: bool
) -> Iterable[Fault]:
    """Find a number where yes or no is needed, and the other way round.

    Parameters
    ----------
    indicator, observation
        What is measured, and what was reported.
    path
        Where the observation stands.
    yes_or_no
        Whether its value was written as ``true`` or ``false``.
    """
    quantity = observation.quantity
    if indicator.unit.is_milestone:
        if quantity is not None and not is_done_or_not(quantity):
            yield Fault(
                f"{quantity} for milestone {indicator.code!r}", f"{path}.value", "write true or false"
            )
    elif yes_or_no:
        yield Fault(
            f"true or false for {indicator.code!r}, whose unit is {str(indicator.unit)!r}",
            f"{path}.value",
            "write a number",
        )


def framework_to_plain(
    framework: Framework, observations: Observations | None = None
) -> dict[str, Any]:
    """Write a framework, and observations beside it, as the plain data of a file.

    Examples
    --------
    >>> framework_to_plain(Framework(code="A", languages=["fr"]))
    {'framework': {'code': 'A', 'languages': ['fr']}}
    """
    converter = converter_for(framework.languages)
    names = list(fields_dict(Head))
    head = Head(**{name: getattr(framework, name) for name in names})
    plain: dict[str, Any] = {"framework": converter.unstructure(head)}
    plain["framework"]["languages"] = list(framework.languages)
    if framework.thresholds != Thresholds():
        plain["thresholds"] = converter.unstructure(framework.thresholds)
    for name, kind in PARTS.items():
        parts = getattr(framework, name)
        if len(parts) > 0:
            plain[name] = {part.code: _part_to_plain(converter, part, kind) for part in parts}
    if observations is not None and len(observations) > 0:
        milestones = {each.code for each in framework.indicators if each.unit.is_milestone}
        plain["observations"] = [
            _milestone_words(
                converter.unstructure(each, Observation), each.indicator in milestones
            )
            for each in observations
        ]
    return plain


def _part_to_plain(converter: Any, part: Any, kind: type) -> dict[str, Any]:  # noqa: ANN401 - a part of any kind
    table: dict[str, Any] = converter.unstructure(part, kind)
    del table["code"]
    if isinstance(part, Dimension) and len(part.categories) > 0:
        table["categories"] = {
            each.code: dict(each.name.words)
            | ({} if each.parent is None else {"parent": each.parent})
            for each in part.categories
        }
    if isinstance(part, Indicator):
        if "dimensions" in table:
            table["dimensions"] = list(part.dimensions)
        if "baseline" in table and part.unit.is_milestone:
            table["baseline"] = _done(table["baseline"])
        table.pop("targets", None)
        _targets_to_plain(converter, part, table)
    return table


def _targets_to_plain(converter: Any, indicator: Indicator, table: dict[str, Any]) -> None:  # noqa: ANN401 - cattrs
    totals: dict[str, Any] = {}
    groups: list[dict[str, Any]] = []
    for target in indicator.targets:
        plain = converter.unstructure(target, Target)
        plain = _milestone_words(plain, indicator.unit.is_milestone)
        if "revisions" in plain:
            plain["revisions"] = list(plain["revisions"])
        if not target.categories.is_total:
            groups.append(plain)
            continue
        del plain["period"]
        totals[str(target.period)] = plain["value"] if list(plain) == ["value"] else plain
    if totals:
        table["targets"] = totals
    if groups:
        table["targets_by_category"] = groups


def _milestone_words(table: dict[str, Any], milestone: bool) -> dict[str, Any]:
    return {**table, "value": _done(table["value"])} if milestone else table


def _done(value: Any) -> Any:  # noqa: ANN401 - plain data
    return value == 1 if value in {0, 1} else value
