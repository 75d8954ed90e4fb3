"""The page that explains the files of forms (Markdown)."""

from collections.abc import Iterable, Iterator, Mapping

from indh_me.catalog import labels
from indh_me.model.text import reads_right_to_left
from indh_me.survey.instrument import Instrument
from indh_me.survey.measure import Measurement, ReviewStatus

from .form_file import FormFile
from .words import Words

__all__ = ["read_me"]


def read_me(
    forms: tuple[Instrument, ...],
    files: Mapping[str, Iterable[FormFile]],
    allow_missing: str | None,
) -> str:
    """Write the page that explains what lies in a folder of forms.

    Parameters
    ----------
    forms
        The forms.
    files
        Files of each, by its code.
    allow_missing
        The language that missing words were taken from, if any.

    Returns
    -------
    str
        Markdown: one part for each language of the forms.
    """
    languages = dict.fromkeys(tag for form in forms for tag in form.languages)
    parts = ["\n".join(_part(tag, forms, files, allow_missing)) for tag in languages]
    return "\n\n".join(parts) + "\n"


def _part(
    tag: str,
    forms: tuple[Instrument, ...],
    files: Mapping[str, Iterable[FormFile]],
    allow_missing: str | None,
) -> Iterator[str]:
    words = Words(tag)
    is_mirrored = reads_right_to_left(tag)
    if is_mirrored:
        yield '<div dir="rtl">\n'
    yield f"# {words.label('form_read_me', 'title')}\n"
    heads = (words.label("form_read_me", each) for each in ("form", "file", "use"))
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|"
    for form in forms:
        title = form.title.resolve(tag, *form.languages)[0]
        version = words.label("form_read_me", "version", version=form.version)
        for file in files[form.code]:
            use = words.label("channel", file.channel)
            yield f"| {title} ({version}) | `{file.name}` | {use} |"
    yield f"\n{words.label('form_read_me', 'same')}"
    if any(form.question("matching_code") is not None for form in forms):
        yield f"\n{words.label('form_read_me', 'linking')}"
    yield f"\n## {words.label('form_read_me', 'review')}\n"
    yield from _review(words, forms)
    if allow_missing is not None:
        name = _language(words, allow_missing)
        yield f"\n{words.label('form_read_me', 'fallback', language=name)}"
    if is_mirrored:
        yield "\n</div>"


def _review(words: Words, forms: tuple[Instrument, ...]) -> Iterator[str]:
    measures = {
        place.name: place.question.measures or Measurement()
        for form in forms
        for place in form.questions
        if place.question.label is not None
    }
    for tag in dict.fromkeys(tag for form in forms for tag in form.languages):
        drafts = sum(each.review_in(tag) is ReviewStatus.DRAFT for each in measures.values())
        told = "signed" if drafts == 0 else "drafts"
        counts = {"drafts": str(drafts), "items": str(len(measures))}
        yield f"- {words.label('form_read_me', told, language=_language(words, tag), **counts)}"


def _language(words: Words, tag: str) -> str:
    """Name a language; one that the catalogue does not name by its tag."""
    return words.label("language", tag) if tag in labels()["language"] else tag
