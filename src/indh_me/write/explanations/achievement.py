"""Achievements: the formula with its figures, and whether the target is met."""

from collections.abc import Iterator, Sequence

from indh_me.compute import Achievement, Verdict
from indh_me.model import Direction, Quantity, Unit
from indh_me.write.digits import MOST_DECIMALS, decimals_apart
from indh_me.write.words import Words

from .equation import bounds
from .reason import why
from .substitution import Substitution

__all__ = ["achievement_lines", "compared", "verdict_lines"]


def achievement_lines(
    result: Achievement,
    words: Words,
    unit: Unit | None = None,
    edges: Sequence[float] = (),
    *,
    expected: bool = False,
) -> Iterator[str]:
    """Put the figures into the formula, and hold the actual against what is wanted.

    Parameters
    ----------
    result
        What has been achieved.
    words
        Of the reader's language.
    unit
        Of the figures; `None` to write them plainly.
    edges
        Fractions that rounding must not carry the rate across.
    expected
        Whether the target is what was expected by then.
    """
    most = MOST_DECIMALS
    if result.rate is not None and result.method is not None:
        substitution = Substitution(result, words, unit, edges)
        most = substitution.decimals
        method = words.label("method_on_the_way" if expected else "method", result.method)
        yield words.label("phrase", "formula", method=method, equation=substitution.equation)
    elif result.reason is not None:
        yield words.label("phrase", "rate_undefined", reason=why(result.reason, words))
    yield from verdict_lines(result, words, unit, most, expected=expected)


def verdict_lines(
    result: Achievement,
    words: Words,
    unit: Unit | None = None,
    most: int = MOST_DECIMALS,
    *,
    expected: bool = False,
) -> Iterator[str]:
    """Say whether the target is met; nothing where there is nothing to compare, or it is said.

    Parameters
    ----------
    result, words, unit, expected
        As for `achievement_lines`.
    most
        Decimals of the figures, at least.
    """
    in_band = result.direction is Direction.MAINTAIN
    if in_band and result.rate is not None and result.verdict is not Verdict.NOT_MET:
        # Beside the rate stands already that the figure is, or may be, inside its band.
        return
    wanted = result.band if in_band else result.target
    if result.actual is not None and wanted is not None and result.verdict is not None:
        kind = f"{result.verdict.value}{'_band' if in_band else '_expected' if expected else ''}"
        yield compared(kind, result.actual, wanted, words, unit, most=most)


def compared(
    phrase: str,
    actual: Quantity,
    wanted: Quantity,
    words: Words,
    unit: Unit | None = None,
    *,
    most: int = MOST_DECIMALS,
) -> str:
    """Write two figures with as many decimals as it takes to see which is the larger.

    Parameters
    ----------
    phrase
        Key of the phrase that says whether the one meets the other.
    actual, wanted
        What is, and what should be.
    words, unit, most
        As for `verdict_lines`.
    """
    enough = decimals_apart(bounds(actual), bounds(wanted), most)
    figures = {"actual": actual, "target": wanted}
    return words.label(
        "phrase",
        phrase,
        **{name: words.quantity(each, unit, enough) for name, each in figures.items()},
    )
