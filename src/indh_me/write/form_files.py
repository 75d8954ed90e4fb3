"""All files of the forms of a session or an event: every channel, and a page that explains them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from os import PathLike
from os.path import commonprefix
from pathlib import Path

from indh_me.errors import Fault, InvalidInputError, OutputError, nearest, quoted
from indh_me.survey.instrument import Instrument

from .codebook import write_codebook
from .form_file import FormFile
from .form_read_me import read_me
from .html import write_html_form
from .limesurvey import write_limesurvey
from .paper import write_paper_form
from .paper.pdf import typesetter
from .questionnaire.readable import readable_in
from .replacing import replacing
from .xlsform import write_xlsform

__all__ = ["CHANNELS", "write_forms"]

#: Ways in which a form goes out.
CHANNELS = ("xlsform", "paper", "html", "limesurvey", "codebook")
READ_ME = "READ-ME.md"


def write_forms(
    forms: Iterable[Instrument],
    folder: str | PathLike[str],
    *,
    channels: Iterable[str] = CHANNELS,
    allow_missing: str | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[str, ...]:
    """Write forms for every channel into a folder, with a page that explains the files.

    All forms are checked before the first file is written.

    Parameters
    ----------
    forms
        Such as `training_forms` and `communication_forms` make them.
    folder
        Where the files go; it is created. Files of the same names are replaced.
    channels
        Ways in which the forms go out: ``xlsform``, ``paper`` (a PDF a language), ``html``,
        ``limesurvey``, ``codebook``.
    allow_missing
        A language to take words from that are missing in another.
    progress
        Is told the name of each file before it is written, its number and how many there are.

    Returns
    -------
    tuple[str, ...]
        Names of the files, in the order written.

    Raises
    ------
    InvalidInputError
        For a channel that does not exist, and for words that are missing in a language: the
        places of all of them.
    OutputError
        When a file cannot be written; before the first one, when paper is wanted and the extra
        ``paper`` is missing.

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
    >>> import tempfile
    >>> write_forms([form], tempfile.mkdtemp(), channels=["html", "codebook"])
    ('demo.html', 'demo-codebook.csv', 'demo-codebook.xml', 'demo-READ-ME.md')
    """
    wanted = tuple(dict.fromkeys(channels))
    faults = [
        Fault(f"{quoted(each)} is no channel", "channels", nearest(str(each), CHANNELS))
        for each in wanted
        if each not in CHANNELS
    ]
    if faults:
        raise InvalidInputError(*faults)
    made = _complete(tuple(forms), allow_missing)
    if "paper" in wanted:
        # Rather now than after half of the files.
        typesetter()
    files = [each for form in made for each in _files(form) if each.channel in wanted]
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        mend = "name a folder of your own"
        what = f"the folder cannot be made: {str(error.strerror).lower()}"
        raise OutputError(Fault(what, str(folder), mend)) from error
    for number, file in enumerate(files, start=1):
        if progress is not None:
            progress(file.name, number, len(files))
        file.write(place / file.name)
    # Sessions may share a folder; their forms begin alike.
    shared = commonprefix([form.code for form in made]).rstrip("_-.")  # noqa: RUF071 - no paths
    explained = READ_ME if shared == "" else f"{shared}-{READ_ME}"
    with replacing(place / explained) as new:
        listed = {form.code: [e for e in _files(form) if e.channel in wanted] for form in made}
        new.write_text(read_me(made, listed, allow_missing), encoding="utf-8")
    return (*(file.name for file in files), explained)


def _complete(forms: tuple[Instrument, ...], allow_missing: str | None) -> tuple[Instrument, ...]:
    made, faults = [], []
    for form in forms:
        try:
            made.append(readable_in(form, form.languages, allow_missing))
        except InvalidInputError as error:
            faults += [
                Fault(fault.what, f"{form.code}: {fault.where.path}", fault.mend)
                for fault in error.faults
            ]
    if faults:
        raise InvalidInputError(*faults)
    return tuple(made)


def _files(form: Instrument) -> Iterator[FormFile]:
    code = form.code
    yield FormFile(f"{code}.xlsx", "xlsform", partial(write_xlsform, form))
    for tag in form.languages:
        paper = partial(write_paper_form, form, language=tag)
        yield FormFile(f"{code}-{tag}.pdf", "paper", paper)
    yield FormFile(f"{code}.html", "html", partial(write_html_form, form))
    yield FormFile(f"{code}-limesurvey.txt", "limesurvey", partial(write_limesurvey, form))
    for suffix in ("csv", "xml"):
        name = f"{code}-codebook.{suffix}"
        yield FormFile(name, "codebook", partial(write_codebook, form))
