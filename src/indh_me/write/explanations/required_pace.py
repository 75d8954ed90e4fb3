"""Required paces: what a target asks for each year, against what each year has brought."""

from collections.abc import Iterator

from indh_me.compute import Projection
from indh_me.errors import InvalidInputError
from indh_me.model import Quantity, Unit, UnitKind
from indh_me.write.digits import rounded
from indh_me.write.projected import pace_ratio
from indh_me.write.words import Words

from .equation import as_read, bracketed, equation, finer_decimals

__all__ = ["average_change", "pace_comes_out", "required_pace_lines"]

RESULT = 2  # decimals of a ratio of paces


def required_pace_lines(
    result: Projection, words: Words, most: int, *, is_change_told: bool
) -> Iterator[str]:
    """Give the pace that the target asks for, that of the figures, and the one over the other.

    Parameters
    ----------
    result
        A projection, or the refusal of one.
    words
        Of the reader's language.
    most
        Decimals of figures.
    is_change_told
        Whether the average change stands above already.
    """
    pace, target, to, last = result.pace, result.target, result.to, result.history.last
    if pace is None or target is None or to is None or last is None:
        return
    unit, history = result.indicator.unit, result.history
    asked = bracketed(words, target, unit, most)
    if history.is_paced:
        line = _over_years(words, most, unit, formula=asked, years=to.years, pace=pace.required)
    else:
        change = f"({asked} - {bracketed(words, last.quantity, unit, most)})"
        left = history.year_of(to) - last.year
        line = _over_years(
            words, most, unit, formula=change, years=left, pace=pace.required, is_change=True
        )
    yield words.label(
        "phrase",
        "target_asks",
        period=words.period(to),
        target=words.quantity(target, unit, most),
        equation=line,
    )
    if pace.observed is not None and history.is_paced:
        yield _observed(result, pace.observed, words, most)
    elif pace.observed is not None and not is_change_told:
        line = average_change(result, pace.observed, words, most)
        yield words.label("phrase", "observed_change", equation=line)
    ratio = pace_ratio(pace)
    if pace.observed is not None and ratio is not None:
        required, observed = (
            bracketed(words, each, None, most) for each in (pace.required, pace.observed)
        )
        written = words.quantity(ratio, None, RESULT)
        line = equation(words, f"{required} / {observed}", written, exact=ratio.is_exact)
        yield words.label("phrase", "pace_over_pace", equation=line)


def average_change(result: Projection, change: Quantity, words: Words, most: int) -> str:
    """Give the average change a year: the first and the last figure put into its formula.

    Parameters
    ----------
    result
        A projection, or the refusal of one.
    change
        What the formula comes to: of best estimates where it is exact.
    words, most
        As for `required_pace_lines`.
    """
    history, unit = result.history, result.indicator.unit
    ends = [history.figures[0], history.figures[-1]]
    first, last = (
        history.pace_of(each)
        if not change.is_exact or each.quantity.best is None
        else Quantity.exactly(each.quantity.best / history.length_of(each.period))
        for each in ends
    )
    formula = f"({bracketed(words, last, unit, most)} - {bracketed(words, first, unit, most)})"
    years = ends[1].year - ends[0].year
    return _over_years(words, most, unit, formula=formula, years=years, pace=change, is_change=True)


def pace_comes_out(result: Projection, most: int) -> bool:
    """Tell whether whoever puts in the figures that are read gets the paces that are read.

    Parameters
    ----------
    result
        A projection, or the refusal of one.
    most
        Decimals of figures.
    """
    try:
        return _comes_out(result, most)
    except InvalidInputError:  # What is read of figures just small enough may be too large.
        return False


def _comes_out(result: Projection, most: int) -> bool:
    pace, target, to, last = result.pace, result.target, result.to, result.history.last
    if pace is None or target is None or to is None or last is None:
        return True
    history, years = result.history, finer_decimals(most)
    if history.is_paced:
        again = as_read(target, most) / rounded(to.years, years)
    else:
        left = rounded(history.year_of(to) - last.year, years)
        again = (as_read(target, most) - as_read(last.quantity, most)) / left
    required = as_read(pace.required, most)
    if as_read(again, most) != required:
        return False
    if pace.observed is None or pace.ratio is None:
        return True
    observed = as_read(pace.observed, most)
    return as_read(_observed_again(result, most), most) == observed and as_read(
        required / observed, RESULT
    ) == as_read(pace.ratio, RESULT)


def _observed_again(result: Projection, most: int) -> Quantity:
    """Compute the observed pace from the figures that a reader sees."""
    figures = result.history.figures
    if result.history.is_paced:
        total = as_read(_total(result), most)
        return total / rounded(sum(each.period.years for each in figures), finer_decimals(most))
    first, last = as_read(figures[0].quantity, most), as_read(figures[-1].quantity, most)
    return (last - first) / rounded(figures[-1].year - figures[0].year, finer_decimals(most))


def _observed(result: Projection, observed: Quantity, words: Words, most: int) -> str:
    unit = result.indicator.unit
    total = bracketed(words, _total(result), unit, most)
    years = sum(each.period.years for each in result.history.figures)
    line = _over_years(words, most, unit, formula=total, years=years, pace=observed)
    return words.label("phrase", "observed_pace", equation=line)


def _total(result: Projection) -> Quantity:
    first, *others = (each.quantity for each in result.history.figures)
    return sum(others, start=first)


def _over_years(
    words: Words,
    most: int,
    unit: Unit,
    *,
    formula: str,
    years: float,
    pace: Quantity,
    is_change: bool = False,
) -> str:
    """Write a pace, and the formula over its years that it comes from; a figure of a year alone."""
    shown = words.quantity(pace, unit, most, difference=is_change)
    if years == 1 and not is_change:
        return shown
    over = f"{formula} / {words.number(years, finer_decimals(most))}"
    is_number = pace.is_exact and not (is_change and unit.kind is UnitKind.PERCENT)
    return equation(words, over, shown, exact=is_number)
