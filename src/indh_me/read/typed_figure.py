"""Figures as people type them into a cell: numbers, bounds, percentages, words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from indh_me.catalog import labels
from indh_me.compute.collection import EntryForm
from indh_me.errors import Fault, InvalidInputError, ParseError, quoted
from indh_me.model import Absence, Quantity
from indh_me.model.quantity import Value, parse_value

from .typed_number import plain_text, spelt_numbers

__all__ = ["KNOWN_AS", "Typed", "absence_word", "folded", "known_as_word", "typed_figure"]

#: How well a figure is known, by the keys of the catalogue.
KNOWN_AS = ("exactly", "at_least", "at_most", "between", "about", "unknown")
SIGNS = {"≥": ">=", "≤": "<=", "⩾": ">=", "⩽": "<=", "…": "..", "=>": ">=", "=<": "<="}
STRICT = re.compile(r"[<>](?!=)")
PERCENT = re.compile(r"(?<=[0-9])\s*%")
DASH = re.compile(r"[0-9]\s*[-–—]\s*[0-9]")  # noqa: RUF001 - dashes between numbers are meant
#: Answers to whether something is done, besides the words of the workbook.
ANSWERS: Mapping[str, int] = {
    **dict.fromkeys(("true", "yes", "vrai", "oui", "نعم", "صحيح"), 1),
    **dict.fromkeys(("false", "no", "faux", "non", "لا", "خطأ"), 0),
}
FORMS = (
    "write a number, '>=18000', '<=5', '69..73' or '45 %', or leave the cell blank when nothing "
    "was reported"
)
LONGEST = 300  # characters: no figure needs more
#: The parts of a quantity's written form that hold a figure.
PHRASES = ("about_between", "between", "at_least", "at_most", "about")
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


def folded(text: str) -> str:
    """Write words so that spaces and capitals make no difference.

    Examples
    --------
    >>> folded("  Au  Moins ")
    'au moins'
    """
    return " ".join(plain_text(text).casefold().split())


def typed_figure(text: str, language: str) -> Typed:
    """Read a text in a cell for a value.

    Parameters
    ----------
    text
        What stands in the cell.
    language
        Tag of the workbook's language.

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
    absence = absence_word(word)
    if absence is not None:
        return Typed(absence)
    answer = _answers().get(word)
    if answer is not None:
        return Typed(Quantity.exactly(answer), EntryForm.ANSWER)
    plain = plain_text(text)
    for sign, usual in SIGNS.items():
        plain = plain.replace(sign, usual)
    plain = _without_words(plain)
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


def absence_word(word: str) -> Absence | None:
    """Give the absence that a word of any language names.

    Examples
    --------
    >>> absence_word("لا ينطبق")
    <Absence.NOT_APPLICABLE: 'not_applicable'>
    """
    return _absences().get(word)


def known_as_word(word: str) -> str | None:
    """Give how a figure is known, for a word of any language.

    Examples
    --------
    >>> known_as_word("au moins")
    'at_least'
    """
    return _known_as().get(word)


@cache
def _absences() -> Mapping[str, Absence]:
    wanted = (Absence.NOT_REPORTED, Absence.NOT_APPLICABLE)
    found = {
        folded(word): absence
        for absence in wanted
        for word in labels()["absence"][absence.value].values()
    }
    return found | {absence.value: absence for absence in wanted}


@cache
def _known_as() -> Mapping[str, str]:
    return {folded(word): key for key in KNOWN_AS for word in labels()["known_as"][key].values()}


@cache
def _answers() -> Mapping[str, int]:
    answers = dict(ANSWERS)
    for key, number in (("done", 1), ("not_done", 0)):
        answers |= {folded(word): number for word in labels()["unit"][key].values()}
    return answers


def _without_words(plain: str) -> str:
    """Write a figure in words, such as 'au moins 18 000', in signs."""
    if not any(letter.isalpha() for letter in plain):
        return plain
    for key, pattern in _phrases():
        found = pattern.fullmatch(plain)
        if found is not None:
            parts = {name: each.strip() for name, each in found.groupdict().items()}
            return _IN_SIGNS[key].format(**parts)
    estimate, bracket, bound = plain.partition(" (")
    if bracket == "" or not bound.endswith(")"):
        return plain
    about, edge = _without_words(estimate), _without_words(bound[:-1])
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


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_patterns())


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Give what figures in words look like, from the phrases with which they are written."""
    number = r"[-+0-9][-+0-9.,٫٬\s%eE]*?"
    for key in PHRASES:
        for phrase in labels()["phrase"][key].values():
            parts = re.split(r"\{(\w+)\}", phrase)
            text = "".join(
                f"(?P<{part}>{number})" if at % 2 else re.escape(part).replace(r"\ ", r"\s*")
                for at, part in enumerate(parts)
            )
            yield key, re.compile(rf"\s*{text}\s*", re.IGNORECASE)
