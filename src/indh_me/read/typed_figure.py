"""Figures as people type them into a cell: numbers, bounds, percentages, words."""

import re

from attrs import frozen

from indh_me.compute.collection import EntryForm
from indh_me.errors import Fault, InvalidInputError, ParseError, quoted
from indh_me.model import Quantity
from indh_me.model.quantity import Value, parse_value

from .typed_number import plain_text, spelt_numbers
from .vocabulary import CATALOGUE, Vocabulary, folded

__all__ = ["Typed", "typed_figure"]

SIGNS = {"≥": ">=", "≤": "<=", "⩾": ">=", "⩽": "<=", "…": "..", "=>": ">=", "=<": "<="}
STRICT = re.compile(r"[<>](?!=)")
PERCENT = re.compile(r"(?<=[0-9])\s*%")
DASH = re.compile(r"[0-9]\s*[-–—]\s*[0-9]")  # noqa: RUF001 - dashes between numbers are meant
FORMS = (
    "write a number, '>=18000', '<=5', '69..73' or '45 %', or leave the cell blank when nothing "
    "was reported"
)
LONGEST = 300  # characters: no figure needs more
#: How an estimate with one bound is written: both phrases, the bound in brackets.
ONE_SIDED = {"at_least": "{value} ({bound}..)", "at_most": "{value} (..{bound})"}


@frozen
class Typed:
    """What a cell for a value says.

    Parameters
    ----------
    value
        The figure or the absence; `None` for a blank cell.
    form
        How it was typed.
    """

    value: Value | None
    form: EntryForm = EntryForm.NUMBER


def typed_figure(text: str, language: str, words: Vocabulary = CATALOGUE) -> Typed:
    """Read a text in a cell for a value.

    Parameters
    ----------
    text
        What stands in the cell.
    language
        Tag of the workbook's language.
    words
        Those that figures and their absence may be written in.

    Raises
    ------
    ParseError
        For what is no figure, with the forms there are; for what can be read in two ways, with
        both.

    Examples
    --------
    >>> str(typed_figure("≥ 18 000", "fr").value)
    '>=18000'
    >>> typed_figure("45 %", "fr").form
    <EntryForm.PERCENT: 'percent'>
    >>> typed_figure("Sans objet", "fr").value
    <Absence.NOT_APPLICABLE: 'not_applicable'>
    """
    if len(text) > LONGEST:
        raise ParseError(Fault(f"{quoted(text)} is not a figure", mend=FORMS))
    word = folded(text)
    absence = words.absences.get(word)
    if absence is not None:
        return Typed(absence)
    answer = words.answers.get(word)
    if answer is not None:
        return Typed(Quantity.exactly(answer), EntryForm.ANSWER)
    plain = plain_text(text)
    for sign, usual in SIGNS.items():
        plain = plain.replace(sign, usual)
    plain = _without_words(plain, words)
    figure = PERCENT.sub("", plain)
    if STRICT.search(figure) is not None:
        mend = "write '>=' or '<=' with the first number that is possible"
        raise ParseError(Fault(f"{quoted(text)} is not a bound", mend=mend))
    if DASH.search(figure) is not None:
        mend = "write two bounds as '69..73'"
        raise ParseError(Fault(f"{quoted(text)} is not a figure", mend=mend))
    spelt = spelt_numbers(figure, language)
    try:
        value = parse_value(spelt)
    except InvalidInputError as error:
        raise ParseError(
            *(Fault(_instead(fault.what, spelt, text), mend=FORMS) for fault in error.faults)
        ) from None
    return Typed(value, EntryForm.PERCENT if figure != plain else EntryForm.NUMBER)


def _instead(what: str, spelt: str, text: str) -> str:
    """Quote what was typed, not how it was spelt for reading."""
    return what.replace(quoted(spelt), quoted(text)).replace("quantity", "figure")


def _without_words(plain: str, words: Vocabulary) -> str:
    """Write a figure in words, such as 'au moins 18 000', in signs."""
    if not any(letter.isalpha() for letter in plain):
        return plain
    for key, pattern in words.phrases:
        found = pattern.fullmatch(plain)
        if found is not None:
            parts = {name: each.strip() for name, each in found.groupdict().items()}
            return _IN_SIGNS[key].format(**parts)
    estimate, bracket, bound = plain.partition(" (")
    if bracket == "" or not bound.endswith(")"):
        return plain
    about, edge = _without_words(estimate, words), _without_words(bound[:-1], words)
    key = {">=": "at_least", "<=": "at_most"}.get(edge[:2], "")
    if not about.endswith(" (..)") or key == "":
        return plain
    return ONE_SIDED[key].format(value=about.removesuffix(" (..)"), bound=edge[2:])


_IN_SIGNS = {
    "about_between": "{value} ({low}..{high})",
    "between": "{low}..{high}",
    "at_least": ">={value}",
    "at_most": "<={value}",
    "about": "{value} (..)",
}
