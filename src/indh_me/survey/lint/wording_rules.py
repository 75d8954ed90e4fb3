"""Rules about words: none missing in any language, and each in the script of its language."""

import re
import unicodedata
from collections.abc import Iterator

from indh_me.compute import Finding, Rule, Severity
from indh_me.errors import quoted
from indh_me.survey.xlsform.form import FormRow
from indh_me.survey.xlsform.header import TRANSLATABLE

from .rule import FormCheck
from .sheet_view import SheetView
from .subject import RIGHT_TO_LEFT, FormSubject, Item, reads_from_right

__all__ = [
    "CHECKS",
    "dashes",
    "first_labels",
    "foreign_scripts",
    "missing_labels",
    "missing_words",
    "mixed_scripts",
]

LABEL = Rule("SV025", "missing-label", Severity.ERROR, "a question or choice has no words to read")
WORDS = Rule(
    "SV026",
    "missing-words",
    Severity.ERROR,
    "a text is there in one language and missing in another, which shows a dash",
)
DASH = Rule("SV027", "dash-for-words", Severity.ERROR, "a text is nothing but a dash")
FIRST = Rule(
    "SV028",
    "first-label-direction",
    Severity.WARNING,
    "the first label of a language written from right to left does not set that direction",
)
MIXED = Rule(
    "SV029",
    "mixed-scripts",
    Severity.INFO,
    "a text mixes Arabic and Latin words, whose order a client may turn round",
)
FOREIGN = Rule(
    "SV030",
    "foreign-script",
    Severity.WARNING,
    "a text in a language written from right to left has no letter of its script",
)

DASHES = re.compile("[-\u2010-\u2015]+")
#: What is no word of a text: references, marks of HTML, addresses.
MARKUP = re.compile(r"\$\{[^}]*\}|<[^<>]*>|\S+://\S+|\S+@\S+")
EMPHASIS = re.compile(r"^(?:<[^<>]*>|[\s*_#])+")
LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
#: Two letters and more: a sign or a letter in a row of numbers is no word.
WORD = re.compile(r"[^\W\d_]{2,}")
MEDIA = ("image", "big-image", "audio", "video")
READ = ("label", "hint", "guidance_hint", "constraint_message", "required_message")


def _rows(subject: FormSubject) -> Iterator[tuple[SheetView, FormRow]]:
    yield from ((subject.survey, item.row) for item in subject.items if item.type.ends == "")
    yield from ((subject.choices, row) for row in subject.choices.sheet.rows)


def _texts(
    subject: FormSubject, columns: tuple[str, ...] = READ
) -> Iterator[tuple[SheetView, FormRow, str, str, str]]:
    """Give every text, with its sheet, row, column and language."""
    for view, row in _rows(subject):
        for column in columns:
            for language, words in view.texts(row, column):
                yield view, row, column, language, words


def missing_labels(subject: FormSubject) -> Iterator[Finding]:
    """Find what a person would have to answer, or pick, without reading anything."""
    for item in subject.items:
        if _needs_label(item) and not _is_read(subject.survey, item.row, ("label", "hint")):
            yield _unlabelled(subject.survey, item.row, f"a {item.type.name} without a label")
    for choice in (each for choices in subject.lists.values() for each in choices):
        if choice.code != "" and not _is_read(subject.choices, choice.row, ("label",)):
            said = f"choice {quoted(choice.code)} of {choice.listed} without a label"
            yield _unlabelled(subject.choices, choice.row, said)


def _needs_label(item: Item) -> bool:
    return item.type.is_seen and item.type.name != ""


def _is_read(view: SheetView, row: FormRow, columns: tuple[str, ...]) -> bool:
    return any(words != "" for column in (*columns, *MEDIA) for _, words in view.texts(row, column))


def _unlabelled(view: SheetView, row: FormRow, message: str) -> Finding:
    languages = view.languages_of("label")
    return LABEL.found(
        place=view.place(row.number, "label", languages[0] if languages else ""),
        message=message,
        mend="write the words, in each language of the form",
    )


def missing_words(subject: FormSubject) -> Iterator[Finding]:
    """Find texts that were not translated, cell by cell."""
    translated = {
        id(view): [
            column for column in sorted(TRANSLATABLE[kind]) if len(view.languages_of(column)) > 1
        ]
        for kind, view in (("survey", subject.survey), ("choices", subject.choices))
    }
    for view, row in _rows(subject):
        for column in translated[id(view)]:
            languages = view.languages_of(column)
            missing = [each for each in languages if view.get(row, column, each) == ""]
            if 0 < len(missing) < len(languages):
                for language in missing:
                    yield WORDS.found(
                        place=view.place(row.number, column, language),
                        message=f"no {column} in {quoted(language)}",
                        mend="translate it",
                    )


def dashes(subject: FormSubject) -> Iterator[Finding]:
    """Find what stands where words are missing."""
    for view, row, column, language, words in _texts(subject):
        if DASHES.fullmatch(words) is not None:
            yield DASH.found(
                place=view.place(row.number, column, language),
                message=f"{column} is {quoted(words)}",
                mend="write the words",
            )


def first_labels(subject: FormSubject) -> Iterator[Finding]:
    """Find languages whose direction a client would guess wrong: it looks at the first label."""
    view = subject.survey
    for language in view.languages_of("label"):
        if not reads_from_right(language):
            continue
        for item in subject.items:
            words = view.get(item.row, "label", language)
            if words == "":
                continue
            if not _is_purely_from_right(words):
                yield FIRST.found(
                    place=view.place(item.row.number, "label", language),
                    message=f"the first label in {quoted(language)} is not purely in its script",
                    mend="begin with a letter of the script, without ${}, numbers or Latin letters "
                    "before it or in it",
                )
            break


def _is_purely_from_right(words: str) -> bool:
    plain = EMPHASIS.sub("", words)
    starts = plain[:1] != "" and unicodedata.bidirectional(plain[0]) in {"R", "AL"}
    return starts and "${" not in words and LATIN_WORD.search(words) is None


def mixed_scripts(subject: FormSubject) -> Iterator[Finding]:
    """Find texts of two directions, whose words may come in another order than meant."""
    for view, row, column, language, words in _texts(subject):
        if ARABIC.search(words) is None:
            continue
        latin = LATIN_WORD.search(MARKUP.sub(" ", words))
        if latin is not None:
            yield MIXED.found(
                place=view.place(row.number, column, language),
                message=f"Arabic and Latin words in one {column}: {quoted(latin[0])}",
                mend="look at it on a device, or write the words in one script",
            )


def foreign_scripts(subject: FormSubject) -> Iterator[Finding]:
    """Find words that were copied instead of translated."""
    from_right = {each: reads_from_right(each) for each in subject.languages}
    for view, row, column, language, words in _texts(subject):
        if not from_right.get(language, False) or RIGHT_TO_LEFT.search(words) is not None:
            continue
        if WORD.search(MARKUP.sub(" ", words)) is not None:
            yield FOREIGN.found(
                place=view.place(row.number, column, language),
                message=f"{quoted(words)} stands in {quoted(language)}",
                mend="translate it",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[FormCheck, ...] = (
    (LABEL, missing_labels),
    (WORDS, missing_words),
    (DASH, dashes),
    (FIRST, first_labels),
    (MIXED, mixed_scripts),
    (FOREIGN, foreign_scripts),
)
