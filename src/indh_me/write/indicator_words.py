"""Parts of an indicator in words: its unit, dimensions, baseline and codes elsewhere."""

from collections.abc import Iterator

from indh_me.model import Baseline, Dimension, Framework, Indicator, Unit

from .words import Words

__all__ = ["baseline_words", "dimension_words", "external_words", "unit_words"]


def unit_words(indicator: Indicator, words: Words) -> Iterator[str]:
    """Name what is counted, or else the kind of unit, and the detail that the kind needs.

    Parameters
    ----------
    indicator
        Whose unit it is.
    words
        The language.

    Examples
    --------
    >>> scored = Indicator(code="S", unit="score 1..5", direction="increase", accumulation="latest")
    >>> list(unit_words(scored, Words("en")))
    ['Score', 'between 1 and 5']
    """
    unit, label = indicator.unit, indicator.unit_label
    yield words.label("unit", unit.kind) if label is None else words.text(label)
    if unit.low is not None and unit.high is not None:
        low, high = words.number(unit.low), words.number(unit.high)
        yield words.label("phrase", "between", low=low, high=high)
    elif unit.currency is not None:
        yield unit.currency
    elif unit.per is not None and unit.per != 1:
        yield words.number(unit.per)


def dimension_words(dimension: Dimension, words: Words) -> str:
    """Name a dimension and its categories.

    Parameters
    ----------
    dimension, words
        The dimension and the language.

    Examples
    --------
    >>> dimension_words(Dimension(code="sex"), Words("en"))
    'sex'
    """
    name = dimension.code if dimension.name is None else words.text(dimension.name)
    if len(dimension.categories) == 0:
        return name
    categories = words.listed(words.text(each.name) for each in dimension.categories)
    return f"{name}{words.colon} {categories}"


def baseline_words(baseline: Baseline, unit: Unit, words: Words) -> str:
    """Write a baseline behind its period.

    Parameters
    ----------
    baseline, unit, words
        The baseline, its unit and the language.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> baseline_words(Baseline(60, Period.year(2007)), Unit.parse("percent"), Words("fr"))
    '2007 : 60 %'
    """
    value = words.value(baseline.value, unit)
    if baseline.period is None:
        return value
    return f"{words.period(baseline.period)}{words.colon} {value}"


def external_words(framework: Framework, indicator: Indicator, words: Words) -> Iterator[str]:
    """Name each code and its scheme, in words where a source of the framework is the scheme.

    Parameters
    ----------
    framework
        Has the sources.
    indicator, words
        Whose codes they are, and the language.
    """
    schemes = {each.code: each.label for each in framework.sources}
    for scheme, code in indicator.external_codes:
        label = schemes.get(scheme)
        about = "" if label is None else f" ({words.text(label)})"
        yield f"{scheme}{words.colon} {code}{about}"
