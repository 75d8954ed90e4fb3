"""The whole monitoring framework, and the checks that hold it together."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol, TypeVar

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError, UnknownCodeError, nearest

from . import _fields
from .dimension import Dimension
from .indicator import Indicator
from .links import Links
from .result import Level, Result
from .source import Source
from .text import Text, language_tag

__all__ = ["Framework", "Thresholds"]

ON_TRACK = 0.8
AT_RISK = 0.6


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


C = TypeVar("C", bound=_Coded)


@frozen(kw_only=True)
class Thresholds:
    """Rates of achievement from which a status is given.

    Parameters
    ----------
    on_track
        Rate (a fraction) from which an indicator is on track.
    at_risk
        Rate from which it is at risk; below, it is off track.
    basis
        Whose rule it is.

    Raises
    ------
    InvalidInputError
        When at_risk is not below on_track.

    Notes
    -----
    The defaults are the colours of the UNDP Integrated Results and Resources Framework: green
    from 80 %, yellow from 60 %, red below.

    References
    ----------
    .. [1] UNDP, performance methodology, IRRF impact.

    Examples
    --------
    >>> Thresholds().on_track
    0.8
    """

    on_track: float = field(default=ON_TRACK, converter=_fields.finite)
    at_risk: float = field(default=AT_RISK, converter=_fields.finite)
    basis: Text | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse thresholds in the wrong order."""
        if self.at_risk >= self.on_track:
            raise InvalidInputError(
                Fault(
                    f"at_risk {self.at_risk} is not below on_track {self.on_track}",
                    mend="rates are fractions: on_track = 0.8, at_risk = 0.6",
                )
            )


def _to_languages(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(language_tag(tag) for tag in tags)


@frozen(kw_only=True, slots=False)
class Framework:
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

    Raises
    ------
    InvalidInputError
        For duplicate codes, references to codes that do not exist, and circles of parents, all
        together.

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
    languages: tuple[str, ...] = field(converter=_to_languages)
    title: Text | None = None
    description: Text | None = None
    thresholds: Thresholds = Thresholds()
    sources: tuple[Source, ...] = field(default=(), converter=_fields.tuple_of)
    dimensions: tuple[Dimension, ...] = field(default=(), converter=_fields.tuple_of)
    results: tuple[Result, ...] = field(default=(), converter=_fields.tuple_of)
    indicators: tuple[Indicator, ...] = field(default=(), converter=_fields.tuple_of)

    def __attrs_post_init__(self) -> None:
        """Refuse parts that do not fit together."""
        faults = []
        if len(self.languages) == 0:
            faults.append(Fault("no languages", "languages", 'name one: languages = ["fr"]'))
        for noun in ("sources", "dimensions", "results", "indicators"):
            codes = [part.code for part in getattr(self, noun)]
            seen: set[str] = set()
            twice = {code for code in codes if code in seen or seen.add(code)}  # type: ignore[func-returns-value]
            faults += [Fault(f"{code!r} is given twice", noun, "rename one") for code in sorted(twice)]
        links = Links.of(self.sources, self.dimensions, self.results, self.indicators)
        faults += links.faults(self.results, self.indicators)
        if faults:
            raise InvalidInputError(*faults)

    @property
    def default_language(self) -> str:
        """The first of its languages."""
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
        """
        return _found(self._indicators, code, "indicator")

    def result(self, code: str) -> Result:
        """Find a result by its code; raises `UnknownCodeError` when there is none."""
        return _found(self._results, code, "result")

    def dimension(self, code: str) -> Dimension:
        """Find a dimension by its code; raises `UnknownCodeError` when there is none."""
        return _found({each.code: each for each in self.dimensions}, code, "dimension")

    def source(self, code: str) -> Source:
        """Find a source by its code; raises `UnknownCodeError` when there is none."""
        return _found({each.code: each for each in self.sources}, code, "source")

    def indicators_of(self, result: str | None) -> tuple[Indicator, ...]:
        """Give the indicators of a result, in their own order; `None`: those of no result."""
        return tuple(each for each in self.indicators if each.result == result)

    def results_of(self, level: Level) -> tuple[Result, ...]:
        """Give the results of a level, in their own order."""
        return tuple(each for each in self.results if each.level is level)

    def with_indicators(self, *indicators: Indicator) -> "Framework":
        """Make a framework with these indicators added; one of a known code takes its place.

        Examples
        --------
        >>> empty = Framework(code="DEMO", languages=["fr"])
        >>> len(empty.with_indicators(Indicator.milestone("M1")).indicators)
        1
        """
        return evolve(self, indicators=_merged(self.indicators, indicators))

    def with_results(self, *results: Result) -> "Framework":
        """Make a framework with these results added; one of a known code takes its place."""
        return evolve(self, results=_merged(self.results, results))

    def with_dimensions(self, *dimensions: Dimension) -> "Framework":
        """Make a framework with these dimensions added; one of a known code takes its place."""
        return evolve(self, dimensions=_merged(self.dimensions, dimensions))

    def with_sources(self, *sources: Source) -> "Framework":
        """Make a framework with these sources added; one of a known code takes its place."""
        return evolve(self, sources=_merged(self.sources, sources))

    def with_thresholds(self, thresholds: Thresholds) -> "Framework":
        """Make a framework that gives statuses from these thresholds."""
        return evolve(self, thresholds=thresholds)


def _merged(old: tuple[C, ...], new: tuple[C, ...]) -> tuple[C, ...]:
    return tuple({part.code: part for part in (*old, *new)}.values())


def _found(parts: Mapping[str, C], code: str, noun: str) -> C:
    try:
        return parts[code]
    except KeyError:
        raise UnknownCodeError(
            Fault(f"unknown {noun} {code!r}", mend=nearest(str(code), parts))
        ) from None
