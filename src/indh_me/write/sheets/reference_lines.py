"""The lines of an indicator's reference sheet: bands of fields, blank where nothing is said."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from indh_me.model import Categories, Citation, Indicator, Target, Text
from indh_me.write.changes import Change
from indh_me.write.content import Content
from indh_me.write.indicator_words import (
    baseline_words,
    dimension_words,
    external_words,
    unit_words,
)

__all__ = ["Line", "ReferenceLines"]

Field = tuple[str, str]


@frozen
class Line:
    """A line of a reference sheet.

    Parameters
    ----------
    label
        What stands at its start.
    value
        What stands beside it; `None` for the heading of a band, blank for what is to be filled in.
    """

    label: str
    value: str | None = None


@frozen(slots=False)
class ReferenceLines:
    """What reference sheets say, in the order of USAID's form (PIRS, ADS 201maf).

    Parameters
    ----------
    content
        What the workbook is made of.
    """

    content: Content

    @cached_property
    def _categories(self) -> Mapping[tuple[str, str], str]:
        return {
            (dimension.code, category.code): self.content.words.text(category.name)
            for dimension in self.content.framework.dimensions
            for category in dimension.categories
        }

    @cached_property
    def _dimensions(self) -> Mapping[str, str]:
        dimensions, words = self.content.framework.dimensions, self.content.words
        return {each.code: dimension_words(each, words) for each in dimensions}

    def of(self, indicator: Indicator) -> Iterator[Line]:
        """Give the lines of an indicator.

        Parameters
        ----------
        indicator
            One of the framework.

        Yields
        ------
        Line
            Every field of the form, said or not.
        """
        words = self.content.words
        bands = (
            (words.heading("identity", "reference", " / "), self._identity(indicator)),
            (words.heading("description", "reference", " / "), self._description(indicator)),
            (words.heading("collection", "reference", " / "), self._collection(indicator)),
            (words.heading("targets", "reference", " / "), self._targets(indicator)),
            (words.heading("quality", "reference", " / "), self._quality(indicator)),
            (words.heading("changes", "reference", " / "), self._changes(indicator)),
            (words.heading("other", "reference", " / "), self._other(indicator)),
        )
        for heading, fields in bands:
            yield Line(heading)
            for name, value in fields:
                yield Line(name, value)

    def _field(self, name: str, text: Text | None) -> Field:
        words = self.content.words
        return words.heading(name), words.both(text)

    def _identity(self, indicator: Indicator) -> Iterator[Field]:
        words, framework = self.content.words, self.content.framework
        measured = ""
        if indicator.result is not None:
            result = framework.result(indicator.result)
            said = result.code if result.statement is None else words.both(result.statement)
            measured = f"{words.label('level', result.level)}{words.colon} {said}"
        yield words.heading("result"), measured
        yield self._field("indicator", indicator.name)
        codes = external_words(framework, indicator, words)
        yield words.heading("external_codes"), "\n".join(codes)
        yield words.heading("reported", "reference"), ""

    def _description(self, indicator: Indicator) -> Iterator[Field]:
        words = self.content.words
        yield self._field("definition", indicator.definition)
        yield words.heading("unit"), words.listed(unit_words(indicator, words))
        yield words.heading("data_type", "reference"), words.label("unit", indicator.unit.kind)
        yield (
            words.heading("direction"),
            words.label("direction", indicator.direction),
        )
        if indicator.band is not None:
            yield words.heading("band"), words.quantity(indicator.band, indicator.unit)
        yield (
            words.heading("accumulation"),
            words.label("accumulation", indicator.accumulation),
        )
        named = (self._dimensions[each] for each in indicator.dimensions)
        yield words.heading("disaggregation"), "\n".join(named)
        yield self._field("rationale", indicator.rationale)

    def _collection(self, indicator: Indicator) -> Iterator[Field]:
        words, often = self.content.words, indicator.frequency
        yield self._field("means_of_verification", indicator.means_of_verification)
        yield self._field("collection_method", indicator.collection_method)
        yield self._field("calculation", indicator.calculation)
        frequency = "" if often is None else words.label("frequency", often)
        yield words.heading("frequency"), frequency
        yield self._field("responsible", indicator.responsible)
        yield self._field("use", indicator.use)

    def _targets(self, indicator: Indicator) -> Iterator[Field]:
        words, baseline = self.content.words, indicator.baseline
        start = ""
        if baseline is not None:
            said = [
                baseline_words(baseline, indicator.unit, words),
                words.both(baseline.note),
                self._cited(baseline.source),
            ]
            start = "\n".join(each for each in said if each != "")
        yield words.heading("baseline"), start
        yield words.heading("target_rationale", "reference"), ""
        for target in indicator.targets:
            yield self._target(indicator, target)
        if len(indicator.targets) == 0:
            yield words.heading("target"), ""

    def _target(self, indicator: Indicator, target: Target) -> Field:
        words, unit = self.content.words, indicator.unit
        name = f"{words.heading('target', between=' / ')} {words.period(target.period)}"
        if not target.categories.is_total:
            name = f"{name}{words.colon} {self._group(target.categories)}"
        if unit.is_milestone:
            return name, words.label("phrase", "due_on", date=words.day(target.period.end))
        value = target.in_force(self.content.assessment.as_of)
        shown, original = words.quantity(value, unit), words.quantity(target.value, unit)
        if value != target.value:
            shown = words.label("reference", "originally", value=shown, original=original)
        if target.cumulative:
            shown = f"{shown} ({words.label('heading', 'cumulative')})"
        return name, shown

    def _group(self, categories: Categories) -> str:
        pairs = categories.pairs
        return self.content.words.listed(self._categories.get(pair, pair[1]) for pair in pairs)

    def _quality(self, indicator: Indicator) -> Iterator[Field]:
        words = self.content.words
        yield words.heading("past_reviews", "reference"), ""
        yield words.heading("next_review", "reference"), ""
        yield self._field("limitations", indicator.limitations)

    def _changes(self, indicator: Indicator) -> Iterator[Field]:
        words, changes = self.content.words, self._changed.get(indicator.code, ())
        for change in changes:
            old, new = (words.quantity(each, indicator.unit) for each in (change.old, change.new))
            period = words.period(change.target.period)
            said = words.label("reference", "changed", period=period, old=old, new=new)
            why = words.both(change.rationale)
            yield words.day(change.date), "\n".join(each for each in (said, why) if each != "")
        if len(changes) == 0:
            yield words.heading("date"), ""

    @cached_property
    def _changed(self) -> Mapping[str, Sequence[Change]]:
        changed: dict[str, list[Change]] = {}
        for change in self.content.changes:
            changed.setdefault(change.indicator.code, []).append(change)
        return changed

    def _other(self, indicator: Indicator) -> Iterator[Field]:
        words = self.content.words
        yield self._field("owner", indicator.owner)
        yield words.heading("source"), self._cited(indicator.source)
        yield self._field("note", indicator.note)
        yield words.heading("updated", "reference"), ""

    def _cited(self, citation: Citation | None) -> str:
        """Name a source in words, with the page and what is quoted of it."""
        if citation is None:
            return ""
        words, label = self.content.words, self._sources.get(citation.code)
        said = [citation.code if label is None else words.text(label)]
        if citation.page is not None:
            said.append(words.labelled("page", citation.page))
        if citation.quote is not None:
            said.append(words.labelled("quote", words.text(citation.quote)))
        return words.listed(said)

    @cached_property
    def _sources(self) -> Mapping[str, Text | None]:
        return {each.code: each.label for each in self.content.framework.sources}
