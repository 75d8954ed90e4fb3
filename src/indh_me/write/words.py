"""Words and numbers as a reader of one language sees them."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen
from attrs.converters import optional

from indh_me.model import Framework, Label, Period, Quantity, Text, Unit, UnitKind
from indh_me.model.label import ENGLISH, Catalogue, catalogue, languages_for
from indh_me.model.quantity import Value
from indh_me.model.text import language_tag, reads_right_to_left

from .digits import MOST_DECIMALS, percent_written, written

__all__ = ["FALLBACK", "LEFT_TO_RIGHT_MARK", "Words"]

#: Language of what is said where nobody asked for one.
FALLBACK = ENGLISH
DECIMAL_COMMA = frozenset({"ar", "fr"})
#: In a line read from right to left, an ordinary space would turn 93 000 into 000 93.
NO_BREAK_SPACE = "\u00a0"
#: Between Arabic words, 2008-03-27 would be shown as 27-03-2008.
LEFT_TO_RIGHT_MARK = "\u200e"
ISOLATE, RIGHT_TO_LEFT_ISOLATE, END_ISOLATE = "\u2066", "\u2067", "\u2069"
#: Categories of characters that files cannot hold everywhere: controls, halves, none at all.
UNSEEN = frozenset({"Cc", "Cs", "Cn"})


def _to_tuple(labels: Iterable[Label]) -> tuple[Label, ...]:
    return tuple(labels)


@frozen
class Words:
    """Labels, texts and numbers in one language.

    Parameters
    ----------
    language
        Language asked for.
    others
        Languages that texts may be taken from, in order; what is shown in another language says
        so. Labels are taken from English.
    second
        A second language for headings and texts, below the first; `None` for none.
    labels
        Labels of a framework's own.

    Raises
    ------
    InvalidInputError
        When the language is not a BCP 47 tag.

    Examples
    --------
    >>> english = Words("en")
    >>> english.label("status", "overdue")
    'Overdue'
    >>> english.text(Text.of(fr="formation"))
    'formation [fr]'
    >>> english.quantity(Quantity.at_least(18_000))
    'at least 18 000'
    """

    language: str = field(converter=language_tag)
    others: tuple[str, ...] = ()
    second: str | None = field(default=None, converter=optional(language_tag))
    labels: tuple[Label, ...] = field(default=(), converter=_to_tuple)
    _catalogue: Catalogue = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Put the labels into the catalogue."""
        object.__setattr__(self, "_catalogue", catalogue(self.labels))

    @classmethod
    def of(
        cls, framework: Framework, language: str | None = None, second: str | None = None
    ) -> "Words":
        """Give the words for a framework, its own labels among them.

        Parameters
        ----------
        framework
            Whose texts are shown.
        language
            Language asked for; by default the framework's first.
        second
            A second language for headings and texts.

        Examples
        --------
        >>> late = Label(language="es", section="status", key="overdue", words="Atrasado")
        >>> spanish = Words.of(Framework(code="DEMO", languages=["es"], labels=[late]))
        >>> spanish.label("status", "overdue"), spanish.label("status", "not_due")
        ('Atrasado', 'Not due')
        """
        chosen = framework.default_language if language is None else language
        return cls(chosen, framework.languages, second, framework.labels)

    @property
    def other(self) -> "Words | None":
        """The labels in the second language; `None` when there is none, or it is the first."""
        if self.second is None or self.second == self.language:
            return None
        return Words(self.second, self.others, labels=self.labels)

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return reads_right_to_left(self.language)

    def label(self, section: str, key: str | Enum, **filled: str) -> str:
        """Give a label, its words in braces filled in.

        Parameters
        ----------
        section, key
            Where it stands in the catalogue; a member of an enumeration stands for its value.
        filled
            What takes the place of the words in braces.
        """
        return self.pattern(section, key).format(**filled)

    def pattern(self, section: str, key: str | Enum) -> str:
        """Give a label with its words in braces as they are.

        Parameters
        ----------
        section, key
            Where it stands in the catalogue.

        Examples
        --------
        >>> Words("en").pattern("phrase", "at_least")
        'at least {value}'
        """
        words = self._catalogue[section][str(key.value) if isinstance(key, Enum) else key]
        return self.chosen(words)

    def chosen(self, by_language: Mapping[str, str]) -> str:
        """Give the words for the language; English ones where it has none.

        Parameters
        ----------
        by_language
            What the catalogue says, by language.
        """
        wanted = languages_for(self.language)
        return next(by_language[each] for each in wanted if each in by_language)

    def text(self, text: Text | None) -> str:
        """Give the words of a text; behind those of another language stands which it is."""
        if text is None:
            return ""
        words, language = text.resolve(self.language, *self.others)
        return words if language == self.language else f"{words} [{language}]"

    def both(self, text: Text | None, between: str = "\n") -> str:
        """Give the words of a text, and behind them those of the second language, if any.

        Parameters
        ----------
        text
            The text.
        between
            What stands between the two.

        Examples
        --------
        >>> Words("fr", second="en").both(Text.of(fr="formation", en="training"), " / ")
        'formation / training'
        """
        said = self.text(text)
        if text is None or self.second is None or text.get(self.language) is None:
            return said
        other = text.get(self.second)
        return said if other is None or other == said else f"{said}{between}{other}"

    def heading(self, key: str, section: str = "heading", between: str = "\n") -> str:
        """Give the label of a heading, and behind it that of the second language, if any.

        Parameters
        ----------
        key, section
            Where it stands in the catalogue.
        between
            What stands between the two.

        Examples
        --------
        >>> Words("fr", second="en").heading("target", between=" / ")
        'Cible / Target'
        """
        said = self.label(section, key)
        if self.other is None:
            return said
        other = self.other.label(section, key)
        return said if other == said else f"{said}{between}{other}"

    def number(self, number: float, most: int = MOST_DECIMALS) -> str:
        """Write a number for reading: grouped by thousands, rounded.

        Parameters
        ----------
        number
            Any finite number.
        most
            Decimals that are shown at most; there are no more than it needs.

        Examples
        --------
        >>> Words("fr").number(1234.5)
        '1 234,5'
        """
        shown = self._spelt(written(number, most))
        # Behind Arabic words, a minus sign would be shown after its number.
        return self._left_to_right(shown) if shown.startswith("-") else shown

    def _spelt(self, digits: str) -> str:
        """Put the signs of the language into a number."""
        return digits.replace(",", "\0").replace(".", self.point).replace("\0", self._space)

    @property
    def _space(self) -> str:
        return NO_BREAK_SPACE if self.right_to_left else " "

    @property
    def point(self) -> str:
        """The sign before decimals."""
        return "," if self.language.partition("-")[0] in DECIMAL_COMMA else "."

    def percent(self, fraction: float, edges: Iterable[float] = ()) -> str:
        """Write a fraction as a percentage that rounding never makes 0 or 100.

        Parameters
        ----------
        fraction
            Any finite number.
        edges
            Fractions that rounding must not carry it across either: the thresholds of a status
            that stands beside it.

        Examples
        --------
        >>> Words("en").percent(0.996), Words("en").percent(0.9999), Words("en").percent(1)
        ('99.6 %', '99.99 %', '100 %')
        >>> Words("en").percent(0.7996), Words("en").percent(0.7996, edges=[0.8])
        ('80 %', '79.96 %')
        """
        shown = self._spelt(percent_written(fraction, edges))
        shown = self._left_to_right(shown) if shown.startswith("-") else shown
        return f"{shown}{self._space}%"

    def quantity(
        self,
        quantity: Quantity,
        unit: Unit | None = None,
        most: int = MOST_DECIMALS,
        *,
        difference: bool = False,
    ) -> str:
        """Write a quantity in words.

        Parameters
        ----------
        quantity
            What is known.
        unit
            Its unit: percentages get their sign, milestones their word.
        most
            Decimals that are shown at most.
        difference
            Whether it is a difference, which between percentages is one of points.
        """
        if unit is not None and unit.is_milestone and quantity.is_exact:
            return self.label("unit", "done" if quantity.best == 1 else "not_done")
        low, best, high = (
            None if bound is None else self._in_unit(bound, unit, most, difference=difference)
            for bound in (quantity.low, quantity.best, quantity.high)
        )
        return self._bounds(low, best, high, exact=_is_one(quantity))

    def _bounds(self, low: str | None, best: str | None, high: str | None, *, exact: bool) -> str:
        if best is None:
            # Bounds that leave one number are that number.
            return low if exact and low is not None else self._between(low, high)
        if exact:
            return best
        if low is not None and high is not None:
            return self.label("phrase", "about_between", value=best, low=low, high=high)
        about = self.label("phrase", "about", value=best)
        unbounded = low is None and high is None
        return about if unbounded else f"{about} ({self._between(low, high)})"

    def _between(self, low: str | None, high: str | None) -> str:
        if low is not None and high is not None:
            return self.label("phrase", "between", low=low, high=high)
        if low is not None:
            return self.label("phrase", "at_least", value=low)
        if high is not None:
            return self.label("phrase", "at_most", value=high)
        return self.label("phrase", "unknown")

    def _in_unit(
        self, number: float, unit: Unit | None, most: int, *, difference: bool = False
    ) -> str:
        shown = self.number(number, most)
        if unit is not None and unit.kind is UnitKind.PERCENT:
            sign = self.label("unit", "points") if difference else "%"
            return f"{shown}{self._space}{sign}"
        if unit is not None and unit.currency is not None:
            return f"{shown}{self._space}{unit.currency}"
        return shown

    def rate(self, rate: Quantity, edges: Iterable[float] = ()) -> str:
        """Write a rate of achievement, a fraction, as a percentage in words.

        Parameters
        ----------
        rate
            What is known of it.
        edges
            As for `percent`.
        """
        known = tuple(edges)
        low, best, high = (
            None if bound is None else self.percent(bound, known)
            for bound in (rate.low, rate.best, rate.high)
        )
        return self._bounds(low, best, high, exact=_is_one(rate))

    def value(self, value: Value | None, unit: Unit | None = None) -> str:
        """Write a figure, or the kind of its absence; nothing where nothing is asked."""
        if value is None:
            return ""
        if isinstance(value, Quantity):
            return self.quantity(value, unit)
        return self.label("absence", value)

    def day(self, day: date) -> str:
        """Write a day as year-month-day, which readers of all three languages know."""
        return self._left_to_right(day.isoformat())

    def period(self, period: Period) -> str:
        """Write the name of a period for a place inside a text."""
        return self._left_to_right(str(period))

    def _left_to_right(self, digits: str) -> str:
        """Keep groups of digits in their order between words read from right to left."""
        return f"{LEFT_TO_RIGHT_MARK}{digits}" if self.right_to_left else digits

    def labelled(self, heading: str, text: str) -> str:
        """Write a heading, a colon and a text.

        Examples
        --------
        >>> Words("fr").labelled("status", "Non échu")
        'Statut : Non échu'
        """
        return self.after_colon(self.label("heading", heading), text)

    def after_colon(self, head: str, text: str) -> str:
        """Write a text behind a word that is already in the language.

        Examples
        --------
        >>> Words("fr").after_colon("Atteint", "3"), Words("fr").after_colon("Atteint", "")
        ('Atteint : 3', 'Atteint')
        """
        return head if text == "" else f"{head}{self.colon} {text}"

    @property
    def colon(self) -> str:
        """The colon of the language, with the space before it."""
        return " :" if self.language.partition("-")[0] == "fr" else ":"

    @property
    def semicolon(self) -> str:
        """The semicolon of the language, with the space before it."""
        return {"ar": "؛", "fr": " ;"}.get(self.language.partition("-")[0], ";")

    def listed(self, parts: Iterable[str]) -> str:
        """Write several texts one after the other, with the comma of the language.

        Examples
        --------
        >>> Words("ar").listed(["أ", "ب"])
        'أ، ب'
        """
        return ("، " if self.language.partition("-")[0] == "ar" else ", ").join(parts)

    @staticmethod
    def shortened(text: str, longest: int) -> str:
        r"""Make a text fit a place of one line: the name of an axis, the title of a file.

        Parameters
        ----------
        text
            Any text.
        longest
            Characters that there is room for.

        Examples
        --------
        >>> Words.shortened("people\ntrained in 2008", 16)
        'people trained …'
        """
        shown = (" " if unicodedata.category(each) in UNSEEN else each for each in text)
        line = " ".join("".join(shown).split())
        return line if len(line) <= longest else f"{line[: longest - 1]}…"

    def isolated(self, formula: str) -> str:
        """Keep a formula in its order, from left to right, between words of any direction."""
        return f"{ISOLATE}{formula}{END_ISOLATE}" if self.right_to_left else formula

    def in_formula(self, words: str) -> str:
        """Keep words that stand inside a formula in their own direction."""
        return f"{RIGHT_TO_LEFT_ISOLATE}{words}{END_ISOLATE}" if self.right_to_left else words


def _is_one(quantity: Quantity) -> bool:
    """Tell whether only one number is possible, estimated or not."""
    return quantity.low is not None and quantity.low == quantity.high
