"""References from one part of a framework to another."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import field, frozen

from indh_me.errors import Fault, key_path, nearest, quoted

from .dimension import Categories, Dimension, parent_faults
from .indicator import Indicator, target_path
from .observation import Observation
from .result import Result
from .source import Citation, Source

__all__ = ["Links"]


def _to_lookups(dimensions: Mapping[str, Iterable[str]]) -> Mapping[str, Collection[str]]:
    # A country has tens of thousands of places, and every figure names one.
    return {code: dict.fromkeys(categories) for code, categories in dimensions.items()}


@frozen
class Links:
    """The codes that references may point to.

    Parameters
    ----------
    sources, results, indicators
        Codes of each kind.
    dimensions
        Codes of the categories by code of the dimension.

    Notes
    -----
    A reader gives the codes that stand in the file, also of parts that are faulty in themselves,
    so that one fault is not reported again by everything that refers to it.

    Examples
    --------
    >>> from attrs import evolve
    >>> links = Links.of([], [], [Result(code="training", level="outcome")], [])
    >>> astray = evolve(Indicator.milestone("M1"), result="trainign")
    >>> [str(fault.where) for fault in links.faults([], [astray])]
    ['indicators.M1.result']
    """

    sources: Collection[str]
    dimensions: Mapping[str, Collection[str]] = field(converter=_to_lookups)
    results: Collection[str]
    indicators: Collection[str]

    @classmethod
    def of(
        cls,
        sources: Iterable[Source],
        dimensions: Iterable[Dimension],
        results: Iterable[Result],
        indicators: Iterable[Indicator],
    ) -> "Links":
        """Take the codes from the parts themselves.

        Examples
        --------
        >>> list(Links.of([Source(code="briefing")], [], [], []).sources)
        ['briefing']
        """
        return cls(
            sources=dict.fromkeys(each.code for each in sources),
            dimensions={each.code: each.codes for each in dimensions},
            results=dict.fromkeys(each.code for each in results),
            indicators=dict.fromkeys(each.code for each in indicators),
        )

    def faults(self, results: Iterable[Result], indicators: Iterable[Indicator]) -> list[Fault]:
        """Find what points nowhere or in circles.

        Returns
        -------
        list[Fault]
            Each with a path such as ``indicators.T-R1.result``.

        Examples
        --------
        >>> child = Result(code="training", level="output", parent="skills")
        >>> [fault.what for fault in Links.of([], [], [child], []).faults([child], [])]
        ["unknown parent 'skills'"]
        """
        found = list(self._result_faults(tuple(results)))
        for indicator in indicators:
            found += self._indicator_faults(indicator)
        return found

    def _result_faults(self, results: tuple[Result, ...]) -> Iterator[Fault]:
        parents: dict[str, str | None] = dict.fromkeys(self.results)
        parents.update({each.code: each.parent for each in results})
        for fault in parent_faults(parents):
            yield Fault(fault.what, f"results.{fault.where.path}", fault.mend)
        for result in results:
            yield from self._source(result.source, key_path("results", result.code))

    def _indicator_faults(self, indicator: Indicator) -> Iterator[Fault]:
        path = key_path("indicators", indicator.code)
        if indicator.result is not None and indicator.result not in self.results:
            yield _unknown("result", indicator.result, self.results, f"{path}.result")
        for dimension in indicator.dimensions:
            if dimension not in self.dimensions:
                yield _unknown("dimension", dimension, self.dimensions, f"{path}.dimensions")
        yield from self._source(indicator.source, path)
        if indicator.baseline is not None:
            yield from self._source(indicator.baseline.source, f"{path}.baseline")
        for target in indicator.targets:
            if target.source is not None or not target.categories.is_total:
                place = f"{path}.{target_path(target)}"
                yield from self._source(target.source, place)
                yield from self._categories(target.categories, place)

    def observation_faults(self, observation: Observation, path: str) -> Iterator[Fault]:
        """Find codes in an observation that point nowhere.

        Parameters
        ----------
        observation
            What was reported.
        path
            Where it stands, such as ``observations[3]``.

        Examples
        --------
        >>> from indh_me.model import Period
        >>> seen = Observation(indicator="T-R1", period=Period.year(2008), value=9)
        >>> faults = Links.of([], [], [], []).observation_faults(seen, "observations[3]")
        >>> [str(fault.where) for fault in faults]
        ['observations[3].indicator']
        """
        if observation.indicator not in self.indicators:
            yield _unknown("indicator", observation.indicator, self.indicators, f"{path}.indicator")
        yield from self._categories(observation.categories, path)
        yield from self._source(observation.source, path)

    def plain_faults(self, table: object, path: str) -> Iterator[Fault]:
        """Find codes that point nowhere in a table that could not be made a value.

        Parameters
        ----------
        table
            Plain data of a result, an indicator or an observation.
        path
            Where it stands.

        Examples
        --------
        >>> links = Links.of([], [], [], [Indicator.milestone("C-P1")])
        >>> [fault.what for fault in links.plain_faults({"indicator": "C-P2"}, "observations[0]")]
        ["unknown indicator 'C-P2'"]
        """
        if not isinstance(table, Mapping):
            return
        known: dict[str, Collection[str]] = {
            "parent": self.results,
            "result": self.results,
            "indicator": self.indicators,
            "source": self.sources,
        }
        for key, codes in known.items():
            code = table.get(key)
            if isinstance(code, Mapping):
                code = code.get("code")
            if isinstance(code, str) and code not in codes:
                yield _unknown("result" if key == "parent" else key, code, codes, f"{path}.{key}")

    def _source(self, citation: Citation | None, path: str) -> Iterator[Fault]:
        if citation is not None and citation.code not in self.sources:
            yield _unknown("source", citation.code, self.sources, f"{path}.source")

    def _categories(self, categories: Categories, path: str) -> Iterator[Fault]:
        for dimension, category in categories.pairs:
            known = self.dimensions.get(dimension)
            if known is None:
                yield _unknown("dimension", dimension, self.dimensions, f"{path}.categories")
            elif category not in known:
                place = f"{path}.categories.{key_path(dimension)}"
                yield _unknown(f"category of {dimension}", category, known, place)


def _unknown(noun: str, code: str, known: Iterable[str], path: str) -> Fault:
    return Fault(f"unknown {noun} {quoted(code)}", path, nearest(code, known))
