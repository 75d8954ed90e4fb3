"""Words and numbers as a reader of one language sees them."""

import math
from datetime import date
from enum import Enum

from attrs import frozen

from indh_me.catalog import labels
from indh_me.model import Quantity, Text, Unit, UnitKind
from indh_me.model.quantity import Value
from indh_me.model.text import reads_right_to_left

__all__ = ["Words"]

DECIMAL_COMMA = frozenset({"ar", "fr"})
#: In a line read from right to left, an ordinary space would turn 93 000 into 000 93.
NO_BREAK_SPACE = "\u00a0"
FALLBACK = "en"
#: Figures are shown with as many decimals as are needed, but no more than these.
MOST_DECIMALS = 2
PERCENT = 100
FINEST_PERCENT = 6


@frozen
class Words:
    """Labels, texts and numbers in one language.

    Parameters
    ----------
    language
        Language asked for.
    others
        Languages to fall back to, in order; what is shown in another language says so.

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

    language: str
    others: tuple[str, ...] = ()

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
        words = labels()[section][str(key.value) if isinstance(key, Enum) else key]
        for language in (self.language, self.language.split("-")[0], *self.others, FALLBACK):
            if language in words:
                return words[language].format(**filled)
        raise AssertionError(section, key)  # pragma: no cover - every label has English

    def text(self, text: Text | None) -> str:
        """Give the words of a text; behind those of another language stands which it is."""
        if text is None:
            return ""
        words, language = text.resolve(self.language, *self.others)
        return words if language == self.language else f"{words} [{language}]"

    def number(self, number: float, decimals: int | None = None) -> str:
        """Write a number for reading: grouped by thousands, rounded.

        Parameters
        ----------
        number
            Any finite number.
        decimals
            How many decimals to show; by default as many as are needed, two at most.

        Examples
        --------
        >>> Words("fr").number(1234.5)
        '1 234,5'
        """
        most = MOST_DECIMALS if decimals is None else decimals
        written = f"{number:,.{most}f}"
        if decimals is None and "." in written:
            written = written.rstrip("0").removesuffix(".")
        if written.lstrip("-0.,") == "" and number == 0:
            written = written.removeprefix("-")
        point = "," if self.language.split("-")[0] in DECIMAL_COMMA else "."
        space = NO_BREAK_SPACE if self.right_to_left else " "
        return written.replace(",", "\0").replace(".", point).replace("\0", space)

    def percent(self, fraction: float) -> str:
        """Write a fraction as a percentage that rounding never makes 0 or 100.

        Examples
        --------
        >>> Words("en").percent(0.996), Words("en").percent(0.9999), Words("en").percent(1)
        ('99.6 %', '99.99 %', '100 %')
        """
        share = fraction * PERCENT
        decimals = 1
        while (
            decimals < FINEST_PERCENT
            and not math.isclose(share, round(share), rel_tol=1e-12)
            and round(share, decimals) in {0, PERCENT}
        ):
            decimals += 1
        written = self.number(round(share, decimals), decimals)
        point = "," if self.language.split("-")[0] in DECIMAL_COMMA else "."
        if point in written:
            written = written.rstrip("0").removesuffix(point)
        return f"{written}{NO_BREAK_SPACE if self.right_to_left else ' '}%"

    def quantity(self, quantity: Quantity, unit: Unit | None = None) -> str:
        """Write a quantity in words.

        Parameters
        ----------
        quantity
            What is known.
        unit
            Its unit: percentages get their sign, milestones their word.
        """
        if unit is not None and unit.is_milestone and quantity.is_exact:
            return self.label("unit", "done" if quantity.best == 1 else "not_done")
        low, best, high = (
            None if bound is None else self._in_unit(bound, unit)
            for bound in (quantity.low, quantity.best, quantity.high)
        )
        return self._bounds(low, best, high, exact=quantity.is_exact)

    def _bounds(self, low: str | None, best: str | None, high: str | None, *, exact: bool) -> str:
        if best is not None:
            if exact:
                return best
            if low is not None and high is not None:
                return self.label("phrase", "about_between", value=best, low=low, high=high)
            return self.label("phrase", "about", value=best)
        if low is not None and high is not None:
            return self.label("phrase", "between", low=low, high=high)
        if low is not None:
            return self.label("phrase", "at_least", value=low)
        return self.label("phrase", "unknown") if high is None else self.label(
            "phrase", "at_most", value=high
        )

    def _in_unit(self, number: float, unit: Unit | None) -> str:
        if unit is not None and unit.kind is UnitKind.PERCENT:
            return f"{self.number(number)}{NO_BREAK_SPACE if self.right_to_left else ' '}%"
        if unit is not None and unit.currency is not None:
            return f"{self.number(number)} {unit.currency}"
        return self.number(number)

    def rate(self, rate: Quantity) -> str:
        """Write a rate of achievement, a fraction, as a percentage in words."""
        low, best, high = (
            None if bound is None else self.percent(bound)
            for bound in (rate.low, rate.best, rate.high)
        )
        return self._bounds(low, best, high, exact=rate.is_exact)

    def value(self, value: Value | None, unit: Unit | None = None) -> str:
        """Write a figure, or the kind of its absence; nothing where nothing is asked."""
        if value is None:
            return ""
        if isinstance(value, Quantity):
            return self.quantity(value, unit)
        return self.label("absence", value)

    def day(self, day: date) -> str:
        """Write a day as year-month-day, which every reader of the three languages knows."""
        return day.isoformat()
