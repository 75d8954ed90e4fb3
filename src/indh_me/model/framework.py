"""The whole monitoring framework, and the checks that hold it together."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol, TypeVar

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError
from indh_me.notebook import ShownInNotebook

from . import _fields
from .dimension import Dimension
from .indicator import Indicator
from .label import Label, in_catalogue_order, label_faults
from .links import Links
from .result import Level, Result
from .source import Source
from .suppression import Suppression
from .text import Text, language_tags
from .thresholds import Thresholds

__all__ = ["Framework", "Thresholds"]


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


C = TypeVar("C", bound=_Coded)


def _to_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    return _fields.tuple_of(sources, Source, "sources")


def _to_dimensions(dimensions: Iterable[Dimension]) -> tuple[Dimension, ...]:
    return _fields.tuple_of(dimensions, Dimension, "dimensions")


def _to_results(results: Iterable[Result]) -> tuple[Result, ...]:
    return _fields.tuple_of(results, Result, "results")


def _to_indicators(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return _fields.tuple_of(indicators, Indicator, "indicators")


def _to_suppressions(suppressions: Iterable[Suppression]) -> tuple[Suppression, ...]:
    return _fields.tuple_of(suppressions, Suppression, "suppressions")


def _to_labels(labels: Iterable[Label]) -> tuple[Label, ...]:
    return in_catalogue_order(_fields.tuple_of(labels, Label, "labels"))


@frozen(kw_only=True, slots=False)
class Framework(ShownInNotebook):
    """A monitoring framework: what should be reached, and how it is measured.

    Parameters
    ----------
    code
        Short name.
    languages
        Languages it is kept in; the first is the default.
    title
        What it is called.
    description
        What it is about.
    sources, dimensions, results, indicators
        Its parts, in their own order.
    thresholds
        Rates from which a status is given.
    suppressions
        Findings of the linter that may stay.
    labels
        Words of its own for labels of the catalogue: in a further language, or instead of those
        in Arabic, French and English. Kept in the catalogue's order.

    Raises
    ------
    InvalidInputError
        For duplicate codes, references to codes that do not exist, circles of parents, languages
        that are missing or given twice, suppressions and labels that are given twice, and labels
        that could not be told from others, all together. For values of the wrong type.

    Examples
    --------
    >>> framework = Framework(
    ...     code="DEMO",
    ...     languages=["fr", "en"],
    ...     results=[Result(code="training", level="outcome")],
    ...     indicators=[Indicator.milestone("M1")],
    ... )
    >>> framework.indicator("M1").unit.is_milestone
    True
    >>> framework.default_language
    'fr'
    """

    code: str = field(validator=_fields.code)
    languages: tuple[str, ...] = field(converter=language_tags)
    title: Text | None = field(default=None, validator=_fields.optional(Text))
    description: Text | None = field(default=None, validator=_fields.optional(Text))
    thresholds: Thresholds = field(default=Thresholds(), validator=_fields.is_a(Thresholds))
    sources: tuple[Source, ...] = field(default=(), converter=_to_sources)
    dimensions: tuple[Dimension, ...] = field(default=(), converter=_to_dimensions)
    results: tuple[Result, ...] = field(default=(), converter=_to_results)
    indicators: tuple[Indicator, ...] = field(default=(), converter=_to_indicators)
    suppressions: tuple[Suppression, ...] = field(default=(), converter=_to_suppressions)
    labels: tuple[Label, ...] = field(default=(), converter=_to_labels)

    def __attrs_post_init__(self) -> None:
        """Refuse parts that do not fit together."""
        faults = []
        if len(self.languages) == 0:
            faults.append(Fault("no languages", "languages", 'name one: languages = ["fr"]'))
        faults += [
            Fault(f"language {tag!r} is given twice", "languages", "keep one")
            for tag in _fields.repeated(self.languages)
        ]
        for noun in ("sources", "dimensions", "results", "indicators"):
            twice = _fields.repeated(part.code for part in getattr(self, noun))
            faults += [Fault(f"{code!r} is given twice", noun, "rename one") for code in twice]
        faults += [
            Fault(f"two suppressions of {what}", "suppressions", "keep one, with its reason")
            for what in _fields.repeated(map(str, self.suppressions))
        ]
        faults += label_faults(self.labels)
        links = Links.of(self.sources, self.dimensions, self.results, self.indicators)
        faults += links.faults(self.results, self.indicators)
        if faults:
            raise InvalidInputError(*faults)

    @property
    def default_language(self) -> str:
        """The first of its languages.

        Examples
        --------
        >>> Framework(code="DEMO", languages=["fr", "ar"]).default_language
        'fr'
        """
        return self.languages[0]

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {each.code: each for each in self.indicators}

    @cached_property
    def _results(self) -> Mapping[str, Result]:
        return {each.code: each for each in self.results}

    def indicator(self, code: str) -> Indicator:
        """Find an indicator by its code.

        Raises
        ------
        UnknownCodeError
            When there is none, with the nearest code.

        Examples
        --------
        >>> demo = Framework(code="DEMO", languages=["fr"], indicators=[Indicator.milestone("M1")])
        >>> demo.indicator("M1").accumulation.value
        'latest'
        """
        return _fields.by_code(self._indicators, code, "indicator")

    def result(self, code: str) -> Result:
        """Find a result by its code.

        Raises
        ------
        UnknownCodeError
            When there is none, with the nearest code.

        Examples
        --------
        >>> training = Result(code="training", level="outcome")
        >>> Framework(code="DEMO", languages=["fr"], results=[training]).result("training").code
        'training'
        """
        return _fields.by_code(self._results, code, "result")

    def dimension(self, code: str) -> Dimension:
        """Find a dimension by its code.

        Raises
        ------
        UnknownCodeError
            When there is none, with the nearest code.

        Examples
        --------
        >>> sex = Dimension.of("sex", "female", "male")
        >>> Framework(code="DEMO", languages=["en"], dimensions=[sex]).dimension("sex") is sex
        True
        """
        return _fields.by_code({each.code: each for each in self.dimensions}, code, "dimension")

    def source(self, code: str) -> Source:
        """Find a source by its code.

        Raises
        ------
        UnknownCodeError
            When there is none, with the nearest code.

        Examples
        --------
        >>> demo = Framework(code="DEMO", languages=["fr"], sources=[Source(code="briefing")])
        >>> demo.source("briefing").code
        'briefing'
        """
        return _fields.by_code({each.code: each for each in self.sources}, code, "source")

    def indicators_of(self, result: str | None) -> tuple[Indicator, ...]:
        """Give the indicators of a result, in their own order; `None`: those of no result.

        Examples
        --------
        >>> demo = Framework(code="DEMO", languages=["fr"], indicators=[Indicator.milestone("M1")])
        >>> [indicator.code for indicator in demo.indicators_of(None)]
        ['M1']
        """
        return tuple(each for each in self.indicators if each.result == result)

    def results_of(self, level: Level) -> tuple[Result, ...]:
        """Give the results of a level, in their own order.

        Examples
        --------
        >>> training = Result(code="training", level="outcome")
        >>> demo = Framework(code="DEMO", languages=["fr"], results=[training])
        >>> [result.code for result in demo.results_of(Level.OUTCOME)]
        ['training']
        """
        return tuple(each for each in self.results if each.level is level)

    def with_indicators(self, *indicators: Indicator) -> "Framework":
        """Make a framework with these indicators added; one of a known code takes its place.

        Raises
        ------
        InvalidInputError
            When they do not fit the other parts.

        Examples
        --------
        >>> empty = Framework(code="DEMO", languages=["fr"])
        >>> len(empty.with_indicators(Indicator.milestone("M1")).indicators)
        1
        """
        return evolve(self, indicators=_merged(self.indicators, indicators))

    def with_results(self, *results: Result) -> "Framework":
        """Make a framework with these results added; one of a known code takes its place.

        Raises
        ------
        InvalidInputError
            When they do not fit the other parts.

        Examples
        --------
        >>> empty = Framework(code="DEMO", languages=["fr"])
        >>> len(empty.with_results(Result(code="training", level="outcome")).results)
        1
        """
        return evolve(self, results=_merged(self.results, results))

    def with_dimensions(self, *dimensions: Dimension) -> "Framework":
        """Make a framework with these dimensions added; one of a known code takes its place.

        Raises
        ------
        InvalidInputError
            When they do not fit the other parts.

        Examples
        --------
        >>> empty = Framework(code="DEMO", languages=["en"])
        >>> len(empty.with_dimensions(Dimension.of("sex", "female", "male")).dimensions)
        1
        """
        return evolve(self, dimensions=_merged(self.dimensions, dimensions))

    def with_sources(self, *sources: Source) -> "Framework":
        """Make a framework with these sources added; one of a known code takes its place.

        Examples
        --------
        >>> empty = Framework(code="DEMO", languages=["fr"])
        >>> len(empty.with_sources(Source(code="briefing")).sources)
        1
        """
        return evolve(self, sources=_merged(self.sources, sources))

    def with_thresholds(self, thresholds: Thresholds) -> "Framework":
        """Make a framework that gives statuses from these thresholds.

        Examples
        --------
        >>> strict = Thresholds(on_track=0.9, at_risk=0.75)
        >>> Framework(code="DEMO", languages=["fr"]).with_thresholds(strict).thresholds.at_risk
        0.75
        """
        return evolve(self, thresholds=thresholds)

    def with_suppressions(self, *suppressions: Suppression) -> "Framework":
        """Make a framework with these suppressions added, so that their findings may stay.

        One of a rule and place that are suppressed already takes the place of the old one.

        Examples
        --------
        >>> unsourced = Suppression(rule="ME003", reason=Text.of(fr="Chiffres inventés"))
        >>> demo = Framework(code="DEMO", languages=["fr"]).with_suppressions(unsourced)
        >>> demo.suppressions[0].rule
        'ME003'
        """
        merged = {str(each): each for each in (*self.suppressions, *suppressions)}
        return evolve(self, suppressions=merged.values())

    def with_labels(self, *labels: Label) -> "Framework":
        """Make a framework with these labels added; one of a known place takes the old one's.

        Raises
        ------
        InvalidInputError
            When one could not be told from another.

        Examples
        --------
        >>> late = Label(language="es", section="status", key="overdue", words="Atrasado")
        >>> Framework(code="DEMO", languages=["es"]).with_labels(late).labels[0].words
        'Atrasado'
        """
        merged = {each.path: each for each in (*self.labels, *labels)}
        return evolve(self, labels=merged.values())


def _merged(old: tuple[C, ...], new: tuple[C, ...]) -> tuple[C, ...]:
    return tuple({part.code: part for part in (*old, *new)}.values())
