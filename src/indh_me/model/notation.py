"""The written form of figures: ``9``, ``>=18000``, ``69..73``, ``64 (58..70) [16/25; n=25]``."""

import re
from collections.abc import Sequence

from indh_me.errors import Fault, ParseError, quoted

__all__ = ["FORMS", "Figures", "format_number", "parse_figures", "parse_number", "write_figures"]

#: Best, low, high, numerator, denominator and n; `None` where not known.
Figures = tuple[float | None, float | None, float | None, float | None, float | None, float | None]

NUMBER = r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
EXACT = re.compile(NUMBER)
BOUND = re.compile(rf"(>=|<=)\s*({NUMBER})")
RANGE = re.compile(rf"({NUMBER})?\s*\.\.\s*({NUMBER})?")
ESTIMATE = re.compile(rf"({NUMBER})\s*\(\s*({NUMBER})?\s*\.\.\s*({NUMBER})?\s*\)")
SHARE = re.compile(rf"({NUMBER})\s*/\s*({NUMBER})")
SAMPLE = re.compile(rf"n\s*=\s*({NUMBER})")
FORMS = "write 9, '>=18000', '<=5', '69..73' or '0.64 (0.58..0.70)', with a decimal point"
LONGEST = 300  # characters: six numbers need no more
WHOLE = 2.0**53  # up to here, every whole number is one


def format_number(number: float) -> str:
    """Write a number so that reading it gives the same number.

    Parameters
    ----------
    number
        Any finite number.

    Examples
    --------
    >>> format_number(18000.0), format_number(0.1)
    ('18000', '0.1')
    """
    number = float(number)
    if number == 0:
        return "0"
    return str(int(number)) if number.is_integer() and abs(number) < WHOLE else repr(number)


def parse_number(text: str) -> float | None:
    """Read a plain number, or give `None` when the text is none.

    Parameters
    ----------
    text
        Digits 0-9 with a sign, a decimal point and an exponent where needed; no thousands
        separators.

    Examples
    --------
    >>> parse_number("0.5"), parse_number("1,5")
    (0.5, None)
    """
    return None if EXACT.fullmatch(text) is None else float(text)


def parse_figures(text: str) -> Figures:
    """Read the numbers of a quantity's written form.

    Parameters
    ----------
    text
        As `Quantity.parse` reads it.

    Raises
    ------
    ParseError
        When it has none of the forms.

    Examples
    --------
    >>> parse_figures("64 [16/25; n=25]")
    (64.0, 64.0, 64.0, 16.0, 25.0, 25.0)
    """
    figure, sample = text.strip(), ""
    if len(figure) > LONGEST:
        raise _unread(text)
    if figure.endswith("]"):
        figure, bracket, sample = figure[:-1].partition("[")
        if bracket == "" or sample.strip(" ;") == "":
            raise _unread(text)
    return (*_bounds(figure.strip(), text), *_counts(sample, text))


def _bounds(figure: str, text: str) -> tuple[float | None, float | None, float | None]:
    number = parse_number(figure)
    if number is not None:
        return number, number, number
    if (match := BOUND.fullmatch(figure)) is not None:
        bound = float(match[2])
        return (None, bound, None) if match[1] == ">=" else (None, None, bound)
    if (match := RANGE.fullmatch(figure)) is not None:
        return None, _known(match[1]), _known(match[2])
    if (match := ESTIMATE.fullmatch(figure)) is not None:
        return float(match[1]), _known(match[2]), _known(match[3])
    raise _unread(text)


def _counts(sample: str, text: str) -> tuple[float | None, float | None, float | None]:
    """Read ``16/25``, ``n=25`` or both with a semicolon between."""
    share, semicolon, rest = sample.partition(";")
    if semicolon == "" and SHARE.fullmatch(share.strip()) is None:
        share, rest = "", share
    numerator = denominator = n = None
    if share.strip() != "":
        match = SHARE.fullmatch(share.strip())
        if match is None:
            raise _unread(text)
        numerator, denominator = float(match[1]), float(match[2])
    if rest.strip() != "":
        match = SAMPLE.fullmatch(rest.strip())
        if match is None:
            raise _unread(text)
        n = float(match[1])
    return numerator, denominator, n


def _known(text: str | None) -> float | None:
    return None if text is None else float(text)


def _unread(text: str) -> ParseError:
    hint = ""
    if not text.isascii():
        hint = "use the digits 0-9 and plain signs; "
    elif "," in text or re.search(r"[0-9] [0-9]", text[:LONGEST]) is not None:
        hint = "a comma or space may be a decimal or a thousands sign; "
    return ParseError(Fault(f"{quoted(text)} is not a quantity", mend=hint + FORMS))


def write_figures(figures: Sequence[float | None]) -> str:
    """Write the numbers of a quantity so that reading them gives the same ones.

    Parameters
    ----------
    figures
        Best, low, high, numerator, denominator and n; `None` where not known.

    Examples
    --------
    >>> write_figures((None, 18_000.0, None, None, None, None))
    '>=18000'
    >>> write_figures((0.64, 0.58, None, None, None, 25.0))
    '0.64 (0.58..) [n=25]'
    """
    known = ["" if number is None else format_number(number) for number in figures]
    best, low, high, numerator, denominator, n = known
    if best == low == high != "":
        figure = best
    elif best != "":
        figure = f"{best} ({low}..{high})"
    elif low != "" and high == "":
        figure = f">={low}"
    elif high != "" and low == "":
        figure = f"<={high}"
    else:
        figure = f"{low}..{high}"
    counts = [] if denominator == "" else [f"{numerator}/{denominator}"]
    counts += [] if n == "" else [f"n={n}"]
    return f"{figure} [{'; '.join(counts)}]" if counts else figure
