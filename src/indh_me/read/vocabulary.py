"""The words that a filled workbook may be read by: the catalogue's, and a framework's own."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from indh_me.model import Absence, Label
from indh_me.model.label import Catalogue, catalogue, languages_for

from .typed_number import plain_text

__all__ = ["CATALOGUE", "FILLED", "KEY", "KNOWN_AS", "Vocabulary", "folded"]

LANGUAGES = ("ar", "fr", "en")
PLAN = ("code", "indicator", "category", "unit", "period", "start", "end", "target")
#: Columns that are filled in.
FILLED = (
    *("value", "known_as", "low", "high", "numerator", "denominator", "sample_size"),
    *("collected", "source", "note"),
)
#: The folded column that names what a row is about.
KEY = "key"
#: How well a figure is known, by the keys of the catalogue.
KNOWN_AS = ("exactly", "at_least", "at_most", "between", "about", "unknown")
#: Answers to whether something is done, besides the words of the workbook.
ANSWERS: Mapping[str, int] = {
    **dict.fromkeys(("true", "yes", "vrai", "oui", "نعم", "صحيح"), 1),
    **dict.fromkeys(("false", "no", "faux", "non", "لا", "خطأ"), 0),
}
#: The parts of a quantity's written form that hold a figure.
PHRASES = ("about_between", "between", "at_least", "at_most", "about")


def folded(text: str) -> str:
    """Write words so that spaces and capitals make no difference.

    Examples
    --------
    >>> folded("  Au  Moins ")
    'au moins'
    """
    return " ".join(plain_text(text).casefold().split())


@frozen(eq=False, slots=False)
class Vocabulary:
    """Words by which sheets, columns and cells are told.

    Parameters
    ----------
    labels
        Labels of a framework's own.

    Examples
    --------
    >>> CATALOGUE.absences["لا ينطبق"], CATALOGUE.known_as["au moins"]
    (<Absence.NOT_APPLICABLE: 'not_applicable'>, 'at_least')
    >>> own = Vocabulary((Label(language="es", section="heading", key="value", words="Valor"),))
    >>> own.headings("es")["valor"]
    'value'
    """

    labels: tuple[Label, ...] = ()
    _headings: dict[str, Mapping[str, str]] = field(factory=dict, init=False)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return catalogue(self.labels)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages that headings may be in."""
        return tuple(dict.fromkeys((*LANGUAGES, *(each.language for each in self.labels))))

    def said(self, section: str, key: str) -> frozenset[str]:
        """Give a label in all languages.

        Parameters
        ----------
        section, key
            Where it stands in the catalogue.
        """
        return frozenset(self._catalogue[section][key].values())

    def folded(self, section: str, key: str) -> frozenset[str]:
        """Give a label in all languages, folded.

        Parameters
        ----------
        section, key
            Where it stands in the catalogue.
        """
        return frozenset(map(folded, self.said(section, key)))

    def headings(self, language: str) -> Mapping[str, str]:
        """Give the names of the columns of the data-entry sheet, by their headings in a language.

        Parameters
        ----------
        language
            One of `languages`.

        Examples
        --------
        >>> CATALOGUE.headings("fr")["valeur"]
        'value'
        """
        if language not in self._headings:
            tags, words = languages_for(language), self._catalogue["heading"]
            found = {
                folded(next(words[name][tag] for tag in tags if tag in words[name])): name
                for name in (*PLAN, *FILLED)
            }
            self._headings[language] = {**found, KEY: KEY}
        return self._headings[language]

    @cached_property
    def absences(self) -> Mapping[str, Absence]:
        """Absences by the words of any language."""
        wanted = (Absence.NOT_REPORTED, Absence.NOT_APPLICABLE)
        found = {
            word: absence for absence in wanted for word in self.folded("absence", absence.value)
        }
        return found | {absence.value: absence for absence in wanted}

    @cached_property
    def known_as(self) -> Mapping[str, str]:
        """Ways to know a figure by the words of any language."""
        return {word: key for key in KNOWN_AS for word in self.folded("known_as", key)}

    @cached_property
    def exactly(self) -> frozenset[str]:
        """The word for figures that are known exactly, as the list of the cell has it."""
        return self.said("known_as", "exactly")

    @cached_property
    def totals(self) -> frozenset[str]:
        """The word for what is no group."""
        return self.folded("heading", "total")

    @cached_property
    def answers(self) -> Mapping[str, int]:
        """1 and 0 by the words for what is done and not done."""
        answers = dict(ANSWERS)
        for key, number in (("done", 1), ("not_done", 0)):
            answers |= dict.fromkeys(self.folded("unit", key), number)
        return answers

    @cached_property
    def phrases(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """What figures in words look like, from the phrases with which they are written."""
        return tuple(self._patterns())

    def _patterns(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        number = r"[-+0-9][-+0-9.,٫٬\s%eE]*?"
        for key in PHRASES:
            for phrase in self._catalogue["phrase"][key].values():
                parts = re.split(r"\{(\w+)\}", phrase)
                text = "".join(
                    f"(?P<{part}>{number})" if at % 2 else re.escape(part).replace(r"\ ", r"\s*")
                    for at, part in enumerate(parts)
                )
                yield key, re.compile(rf"\s*{text}\s*", re.IGNORECASE)


#: The words of the catalogue alone.
CATALOGUE = Vocabulary()
