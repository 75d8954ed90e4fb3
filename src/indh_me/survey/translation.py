"""Words that a form needs in each of its languages."""

from collections.abc import Callable, Iterator
from functools import partial

from attrs import evolve

from indh_me.errors import Fault, InvalidInputError, key_path
from indh_me.model import Text

from .choice import ChoiceList
from .instrument import Instrument
from .question import Grid, Question
from .section import Section

__all__ = ["missing_words", "with_fallback", "without_other_languages", "words_of"]

#: Parts of a question that are read.
READ = ("label", "hint", "required_message", "constraint_message")


def words_of(form: Instrument) -> Iterator[tuple[str, Text]]:
    """Go through everything in a form that is read, each with its place.

    Parameters
    ----------
    form
        The form.

    Yields
    ------
    tuple[str, Text]
        A path such as ``sections.reaction.useful.label``, and the words.

    Examples
    --------
    >>> import indh_me as me
    >>> job = me.Question(name="job", kind="text", label=me.Text.of(fr="Votre métier ?"))
    >>> form = me.Instrument(
    ...     code="demo",
    ...     title=me.Text.of(fr="Essai"),
    ...     version="2026112301",
    ...     languages=["fr"],
    ...     sections=[me.Section(name="about", items=[job])],
    ... )
    >>> [(place, words.get("fr")) for place, words in words_of(form)]
    [('title', 'Essai'), ('sections.about.job.label', 'Votre métier ?')]
    """
    yield "title", form.title
    for section in form.sections:
        at = key_path("sections", section.name)
        if section.label is not None:
            yield f"{at}.label", section.label
        for item in section.items:
            if isinstance(item, Grid):
                yield f"{at}.{item.name}.label", item.label
                for row in item.rows:
                    yield from _read(row, f"{at}.{item.name}.{row.name}")
            else:
                yield from _read(item, f"{at}.{item.name}")
    for listed in form.choice_lists:
        for choice in listed.choices:
            if choice.label is not None:
                yield key_path("choice_lists", listed.name, choice.code, "label"), choice.label


def _read(question: Question, at: str) -> Iterator[tuple[str, Text]]:
    for part in READ:
        words = getattr(question, part)
        if words is not None:
            yield f"{at}.{part}", words


def missing_words(form: Instrument) -> tuple[Fault, ...]:
    """List every text that lacks one of the form's languages.

    Parameters
    ----------
    form
        The form.

    Returns
    -------
    tuple[Fault, ...]
        One for each text and language, with its place.

    Examples
    --------
    >>> import indh_me as me
    >>> job = me.Question(name="job", kind="text", label=me.Text.of(fr="Votre métier ?"))
    >>> form = me.Instrument(
    ...     code="demo",
    ...     title=me.Text.of(fr="Essai"),
    ...     version="2026112301",
    ...     languages=["fr", "ar"],
    ...     sections=[me.Section(name="about", items=[job])],
    ... )
    >>> [str(each.where) for each in missing_words(form)]
    ['title.ar', 'sections.about.job.label.ar']
    """
    return tuple(
        Fault(
            f"no words in {language!r}",
            f"{at}.{language}",
            "translate it, or take words of another language (--allow-missing)",
        )
        for at, words in words_of(form)
        for language in words.missing(form.languages)
    )


def with_fallback(form: Instrument, language: str) -> Instrument:
    """Fill words that are missing with those of another language.

    Parameters
    ----------
    form
        The form.
    language
        The language to take the words from.

    Returns
    -------
    Instrument
        The form, with nothing missing.

    Raises
    ------
    InvalidInputError
        When words are missing in that language too: the places of all of them.

    Examples
    --------
    >>> import indh_me as me
    >>> job = me.Question(name="job", kind="text", label=me.Text.of(fr="Votre métier ?"))
    >>> form = me.Instrument(
    ...     code="demo",
    ...     title=me.Text.of(fr="Essai"),
    ...     version="2026112301",
    ...     languages=["fr", "ar"],
    ...     sections=[me.Section(name="about", items=[job])],
    ... )
    >>> with_fallback(form, "fr").question("job").label.get("ar")
    'Votre métier ?'
    """
    lacking = [
        Fault(f"no words in {language!r} either", f"{at}.{language}", "translate it")
        for at, words in words_of(form)
        if words.missing(form.languages) and words.get(language) is None
    ]
    if lacking:
        raise InvalidInputError(*lacking)
    return _with_words(form, partial(_filled, languages=form.languages, fallback=language))


def without_other_languages(form: Instrument) -> Instrument:
    """Leave out words in languages that a form is not kept in.

    Parameters
    ----------
    form
        The form. Words that it has in none of its languages stay, so that they are reported.
    """
    return _with_words(form, partial(_kept, languages=form.languages))


def _with_words(form: Instrument, change: Callable[[Text], Text]) -> Instrument:
    return evolve(
        form,
        title=change(form.title),
        sections=[_section(each, change) for each in form.sections],
        choice_lists=[_choice_list(each, change) for each in form.choice_lists],
    )


def _kept(words: Text, *, languages: tuple[str, ...]) -> Text:
    kept = {tag: each for tag, each in words.words if tag in languages}
    return Text(kept) if kept else words


def _filled(words: Text, *, languages: tuple[str, ...], fallback: str) -> Text:
    return words.with_words(**{tag: words.get(fallback) or "" for tag in words.missing(languages)})


def _section(section: Section, fill: Callable[[Text], Text]) -> Section:
    label = None if section.label is None else fill(section.label)
    items = [
        evolve(item, label=fill(item.label), rows=[_question(row, fill) for row in item.rows])
        if isinstance(item, Grid)
        else _question(item, fill)
        for item in section.items
    ]
    return evolve(section, label=label, items=items)


def _question(question: Question, fill: Callable[[Text], Text]) -> Question:
    words = {part: getattr(question, part) for part in READ}
    filled = {part: fill(each) for part, each in words.items() if each is not None}
    return question.with_parts(**filled)


def _choice_list(listed: ChoiceList, fill: Callable[[Text], Text]) -> ChoiceList:
    return evolve(
        listed,
        choices=[
            each if each.label is None else evolve(each, label=fill(each.label))
            for each in listed.choices
        ],
    )
