"""Numbers as people type them: with spaces or signs between thousands, and in several digits."""

import re

from indh_me.errors import Fault, ParseError, quoted

__all__ = ["plain_text", "spelt_numbers"]

#: Languages in which a comma stands before the decimals.
DECIMAL_COMMA = frozenset({"ar", "fr"})
#: Arabic-Indic and Persian digits, the percent sign and the minus sign.
PLAIN = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪−",  # noqa: RUF001 - these digits and signs are meant
    "01234567890123456789%-",
)
#: Marks that only turn the direction of a line.
UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
#: Spaces that stand between thousands, besides the usual one: no-break, thin, narrow no-break.
SPACES = "\u00a0\u2007\u2009\u202f"
DECIMAL, THOUSANDS = "٫", "٬"
RUN = re.compile(
    rf"[0-9]+(?:[ {SPACES}][0-9]+|[.,{DECIMAL}{THOUSANDS}][0-9]+)*(?:[eE][+-]?[0-9]+)?"
)
PLAIN_RUN = re.compile(r"[0-9]+")
GROUPS = r"[0-9]{1,3}(?:%s[0-9]{3})+"
#: One sign with three digits after it: thousands or decimals.
EITHER = re.compile(r"([1-9][0-9]{0,2})([.,])([0-9]{3})")
#: Several signs of one kind: thousands.
GROUPED = {sign: re.compile(GROUPS % re.escape(sign)) for sign in (",", ".", " ", THOUSANDS)}
FORMS = "write the digits without any sign between thousands"


def plain_text(text: str) -> str:
    """Write a text with the digits 0 to 9 and without marks that nobody sees.

    Examples
    --------
    >>> plain_text(" ١٢٫٥ ٪ ")
    '12٫5 %'
    """
    return UNSEEN.sub("", text).translate(PLAIN).strip()


def spelt_numbers(text: str, language: str) -> str:
    """Write the numbers in a text as programs do: a decimal point, nothing between thousands.

    Parameters
    ----------
    text
        What `plain_text` gave.
    language
        Tag of the language that it was typed in.

    Raises
    ------
    ParseError
        For a number that can be read in two ways, with both, and for one that cannot be read.

    Examples
    --------
    >>> spelt_numbers(">=18 000", "fr"), spelt_numbers("1,25..1,5", "fr")
    ('>=18000', '1.25..1.5')
    >>> spelt_numbers("1,250", "fr")
    Traceback (most recent call last):
        ...
    indh_me.errors.ParseError: '1,250' can be read as 1250 or as 1.25
      mend:  write '1250' or '1.25'
    """
    comma = language.partition("-")[0] in DECIMAL_COMMA
    return RUN.sub(lambda match: _number(match[0], comma=comma), text)


def _number(run: str, *, comma: bool) -> str:
    if PLAIN_RUN.fullmatch(run) is not None:
        return run
    digits, exponent = _split(run)
    for space in SPACES:
        digits = digits.replace(space, " ")
    # Arabic signs have one meaning each.
    whole, sign, decimals = digits.partition(DECIMAL)
    if sign == "":
        whole, sign, decimals = _decimals(digits, run, comma=comma)
    if sign != "" and not decimals.isdigit():
        raise _unread(run)
    return f"{_ungrouped(whole, run)}{'.' if sign != '' else ''}{decimals}{exponent}"


def _split(run: str) -> tuple[str, str]:
    """Part a number from its power of ten."""
    at = run.lower().find("e")
    return (run, "") if at < 0 else (run[:at], run[at:])


def _decimals(digits: str, run: str, *, comma: bool) -> tuple[str, str, str]:
    """Part a number at the sign before its decimals, if any."""
    either = EITHER.fullmatch(digits)
    if either is not None and (comma or either[2] == ","):
        # In a language of decimal points, a point is one.
        whole, small = either[1] + either[3], f"{either[1]}.{either[3]}"
        readings = f"{int(whole)} or as {float(small):g}"
        mend = f"write '{int(whole)}' or '{float(small):g}'"
        raise ParseError(Fault(f"{quoted(run)} can be read as {readings}", mend=mend))
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0:
        return digits, "", ""
    if digits.count(digits[last]) > 1 and GROUPED[digits[last]].fullmatch(digits) is not None:
        return digits, "", ""
    whole, sign, decimals = digits[:last], digits[last], digits[last + 1 :]
    other = "," if sign == "." else "."
    if sign in whole:
        raise _unread(run)
    if sign == "," and not comma and other not in whole:
        mend = f"write '{_ungrouped(whole, run)}.{decimals}' if the comma stands before decimals"
        raise ParseError(Fault(f"{quoted(run)} has a comma that is no thousands sign", mend=mend))
    if sign == "," and not comma:
        raise _unread(run)
    return whole, sign, decimals


def _ungrouped(whole: str, run: str) -> str:
    """Take away the signs between thousands, all of one kind."""
    if whole.isdigit():
        return whole
    for sign, pattern in GROUPED.items():
        if pattern.fullmatch(whole) is not None:
            return whole.replace(sign, "")
    raise _unread(run)


def _unread(run: str) -> ParseError:
    return ParseError(Fault(f"{quoted(run)} is not a number", mend=FORMS))
