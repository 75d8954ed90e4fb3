"""The reference sheet of an indicator: all that is said of it, in one language."""

import re
import textwrap
from collections.abc import Iterator

from indh_me.model import Framework, Indicator, Text

from .indicator_words import baseline_words, dimension_words, external_words, unit_words
from .words import NO_BREAK_SPACE, Words

__all__ = ["reference_sheet"]

WIDTH = 96
INDENT = "  "
#: Spaces of French that a line must not break at.
BESIDE_A_SIGN = re.compile("(?<=«) | (?=[»:;?!%])")
#: Texts that stand on the sheet under the heading of their own name.
BEFORE_UNIT = ("definition", "rationale")
BEFORE_FREQUENCY = ("calculation", "means_of_verification", "collection_method")
AFTER_FREQUENCY = ("responsible", "use", "limitations")
LAST = ("owner", "note")


def reference_sheet(framework: Framework, code: str, language: str = "en") -> str:
    """Lay out all that a framework says of an indicator, as a page to read.

    Parameters
    ----------
    framework
        The framework it stands in: its results, dimensions and sources are named in words.
    code
        Code of the indicator.
    language
        ``ar``, ``fr`` or ``en``. A text that lacks it is shown in another, which is told.

    Returns
    -------
    str
        Code and name, then each part under its heading; what is not given is left out.

    Raises
    ------
    UnknownCodeError
        When the framework has no such indicator.

    References
    ----------
    The headings are those of the performance indicator reference sheet (PIRS) of USAID, ADS
    chapter 201.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="T1", unit="count", direction="increase", accumulation="sum", frequency="annual"
    ... )
    >>> plan = Framework(code="DEMO", languages=["en"], indicators=[trained])
    >>> print(reference_sheet(plan, "T1").partition("Accumulation")[2])
    <BLANKLINE>
      Sum of the periods
    Frequency
      Annual
    """
    indicator = framework.indicator(code)
    words = Words.of(framework, language)
    lines = [code]
    if indicator.name is not None:
        lines.append(words.text(indicator.name))
    for heading, *paragraphs in _parts(framework, indicator, words):
        lines.append(words.label("heading", heading))
        for paragraph in paragraphs:
            lines += _wrapped(paragraph)
    return "\n".join(lines)


def _wrapped(paragraph: str) -> list[str]:
    """Break a paragraph into lines, but no sign from the word that it belongs to."""
    return textwrap.wrap(
        BESIDE_A_SIGN.sub(NO_BREAK_SPACE, paragraph),
        width=WIDTH,
        initial_indent=INDENT,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _parts(framework: Framework, indicator: Indicator, words: Words) -> Iterator[tuple[str, ...]]:
    """Give each part of the sheet: the key of its heading, and its paragraphs."""
    if indicator.result is not None:
        result = framework.result(indicator.result)
        level = words.label("level", result.level)
        statement = words.text(result.statement)
        yield "result", f"{level}{words.colon} {statement}" if statement else level
    yield from _texts(indicator, BEFORE_UNIT, words)
    yield "unit", words.listed(unit_words(indicator, words))
    yield "direction", words.label("direction", indicator.direction)
    if indicator.band is not None:
        yield "band", words.quantity(indicator.band, indicator.unit)
    yield "accumulation", words.label("accumulation", indicator.accumulation)
    if len(indicator.dimensions) > 0:
        named = (dimension_words(framework.dimension(each), words) for each in indicator.dimensions)
        yield "disaggregation", *named
    yield from _texts(indicator, BEFORE_FREQUENCY, words)
    if indicator.frequency is not None:
        yield "frequency", words.label("frequency", indicator.frequency)
    yield from _texts(indicator, AFTER_FREQUENCY, words)
    if indicator.baseline is not None:
        yield "baseline", baseline_words(indicator.baseline, indicator.unit, words)
    if len(indicator.targets) > 0:
        yield "target", *_targets(indicator, words)
    if len(indicator.external_codes) > 0:
        yield "external_codes", *external_words(framework, indicator, words)
    yield from _texts(indicator, LAST, words)


def _texts(indicator: Indicator, names: tuple[str, ...], words: Words) -> Iterator[tuple[str, ...]]:
    for name in names:
        text: Text | None = getattr(indicator, name)
        if text is not None:
            yield name, words.text(text)


def _targets(indicator: Indicator, words: Words) -> Iterator[str]:
    for target in indicator.targets:
        group = "" if target.categories.is_total else f" ({target.categories})"
        value = words.quantity(target.value, indicator.unit)
        yield f"{words.period(target.period)}{group}{words.colon} {value}"
