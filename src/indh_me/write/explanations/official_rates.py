"""Official rates and classes of the figures that a projection starts from."""

from collections.abc import Iterator

from indh_me.compute import HistoryFigure, Projection
from indh_me.write.digits import fewest, percent_written, rounded
from indh_me.write.words import Words

from .banding import class_and_figure
from .equation import equation, finer_decimals

__all__ = ["official_lines"]

INDENT = "  "
GROWTH = "({last} / {first})^(1/{years}) - 1"


def official_lines(result: Projection, words: Words) -> Iterator[str]:
    """Give growth, reduction and Open SDG class, each by its name; nothing where there is none.

    Parameters
    ----------
    result
        A projection, or the refusal of one.
    words
        Of the reader's language.
    """
    lines = [*_growth(result, words), *_reduction(result, words), *_class(result, words)]
    if lines:
        yield words.label("phrase", "official_rates")
        yield from (f"{INDENT}{line}" for line in lines)


def _growth(result: Projection, words: Words) -> Iterator[str]:
    figures, growth = result.history.figures, result.growth
    if growth is None:
        return
    ends = (figures[0], figures[-1])
    first, last = (_a_year(each, result) for each in ends)
    span = figures[-1].year - figures[0].year
    shown = percent_written(growth)

    def comes_out(most: int) -> bool:
        years = rounded(span, finer_decimals(most))
        again = (rounded(last, most) / rounded(first, most)) ** (1 / years) - 1
        return percent_written(again) == shown

    most = fewest(comes_out)
    formula = GROWTH.format(
        last=words.number(last, most),
        first=words.number(first, most),
        years=words.number(span, finer_decimals(most)),
    )
    rate = equation(words, formula, words.percent(growth), exact=True)
    yield words.label("phrase", "compound_growth", equation=rate)


def _a_year(figure: HistoryFigure, result: Projection) -> float:
    best = figure.quantity.best
    return 0.0 if best is None else best / result.history.length_of(figure.period)


def _reduction(result: Projection, words: Words) -> Iterator[str]:
    if result.reduction is not None:
        yield words.label("phrase", "annual_reduction", rate=words.percent(result.reduction))


def _class(result: Projection, words: Words) -> Iterator[str]:
    made = result.open_sdg
    if made is not None:
        yield f"{words.text(made.preset.name)}{words.colon} {class_and_figure(made, words)}"
