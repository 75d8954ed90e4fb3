"""How the workbook shows texts, so that a cell that nobody changed is known as such."""

from collections.abc import Iterable

from attrs import field, frozen

from indh_me.model import Categories, Framework, Indicator, Observation, Text
from indh_me.model.label import catalogue, languages_for

__all__ = ["Shown"]


@frozen
class Shown:
    """Texts as a workbook of one language shows them.

    Parameters
    ----------
    framework
        What it was made from.
    language
        Tag of its language.

    Notes
    -----
    A text that has no words in the language is shown in another, whose tag stands behind it.
    """

    framework: Framework
    language: str
    _groups: dict[Categories, str] = field(factory=dict, eq=False)

    def label(self, section: str, key: str) -> str:
        """Give a label of the catalogue.

        Parameters
        ----------
        section, key
            Where it stands.
        """
        words = catalogue(self.framework.labels)[section][key]
        return next(words[tag] for tag in languages_for(self.language) if tag in words)

    def text(self, text: Text | None) -> str:
        """Give the words of a text."""
        if text is None:
            return ""
        words, language = text.resolve(self.language, *self.framework.languages)
        return words if language == self.language else f"{words} [{language}]"

    def name(self, indicator: Indicator) -> str:
        """Give the name of an indicator."""
        return self.text(indicator.name)

    def definition(self, indicator: Indicator) -> str:
        """Give name and definition, as on the logframe."""
        texts = (self.text(indicator.name), self.text(indicator.definition))
        return "\n".join(each for each in texts if each != "")

    def unit(self, indicator: Indicator) -> str:
        """Give the unit of an indicator."""
        if indicator.unit_label is not None:
            return self.text(indicator.unit_label)
        return self.label("unit", indicator.unit.kind.value)

    def group(self, categories: Categories) -> str:
        """Give the name of a group."""
        known = self._groups.get(categories)
        if known is None:
            known = self._groups[categories] = self._group(categories)
        return known

    def _group(self, categories: Categories) -> str:
        if categories.is_total:
            return self.label("heading", "total")
        comma = "، " if self.language.partition("-")[0] == "ar" else ", "
        return comma.join(self._categories(categories))

    def _categories(self, categories: Categories) -> Iterable[str]:
        known = {each.code: each for each in self.framework.dimensions}
        for dimension, code in categories.pairs:
            found = known[dimension].category(code) if dimension in known else None
            yield code if found is None else self.text(found.name)

    def note(self, observation: Observation) -> str:
        """Give what the column *Note* shows of an observation."""
        if observation.scope is None and observation.note is None:
            return ""
        said = (observation.scope, observation.note)
        return "; ".join(self.text(text) for text in said if text is not None)
