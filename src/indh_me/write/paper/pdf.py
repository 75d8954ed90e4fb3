"""Forms on paper: PDF files."""

from collections.abc import Iterable
from functools import partial
from os import PathLike
from pathlib import Path
from types import ModuleType

from indh_me.errors import Fault, OutputError
from indh_me.survey import Instrument
from indh_me.write.questionnaire import readable_in
from indh_me.write.replacing import replacing

from .fonts import families_for
from .source import paper_source, paper_words
from .square import INSTALL, square_code

__all__ = ["typesetter", "write_paper_form"]

#: Sizes of type, in points, from the largest on.
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
#: The smallest with which a form may stand on one page, and that of one which takes more.
SMALLEST, EASY = 8.0, 8.5


def write_paper_form(
    form: Instrument,
    path: str | PathLike[str],
    *,
    language: str | None = None,
    allow_missing: str | None = None,
    codes: bool = False,
    font_folders: Iterable[str | PathLike[str]] = (),
) -> None:
    """Write a form for paper, as a PDF file in one language.

    Circles take one answer, boxes several; numbers and dates have a box a digit. Where an answer
    passes questions over, an arrow says where to go on; other conditions are said in words.
    Calculated questions are left out. A form in Arabic is laid out from right to left: the first
    point of a scale is on the right.

    Parameters
    ----------
    form
        The form.
    path
        The .pdf file; an old one is replaced whole or not at all.
    language
        One of the form's languages; by default its first.
    allow_missing
        The language whose words stand in for missing ones; `None`: none may be missing.
    codes
        Whether the codes of choices are printed small, for those who type the answers in.
    font_folders
        Folders with fonts, besides those that the system has.

    Raises
    ------
    InvalidInputError
        For a language that the form does not have; with the places of all missing words.
    OutputError
        When the file cannot be written, a font or the extra ``paper`` is missing.

    Notes
    -----
    The form stands on one A4 page if it can at 8 points or more, else on as few as it can at 8.5.
    Every page names form and version, in words and as a QR code (``session-end 2026112301 fr``).
    Equal input and equal fonts give equal bytes.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from indh_me.model import Text
    >>> from indh_me.survey import Question, Section
    >>> form = Instrument(
    ...     code="visit",
    ...     title=Text.of(fr="Une visite"),
    ...     version="2026112301",
    ...     languages=["fr"],
    ...     sections=[
    ...         Section(
    ...             name="who",
    ...             items=[Question(name="day", kind="date", label=Text.of(fr="Quel jour ?"))],
    ...         )
    ...     ],
    ... )
    >>> file = pathlib.Path(tempfile.mkdtemp(), "visite.pdf")
    >>> write_paper_form(form, file)
    >>> file.read_bytes()[:5]
    b'%PDF-'
    """
    chosen = form.languages[0] if language is None else language
    readable = readable_in(form, [chosen], allow_missing)
    content = _typeset(readable, chosen, codes=codes, folders=[Path(each) for each in font_folders])
    with replacing(path) as new:
        new.write_bytes(content)


def _typeset(form: Instrument, language: str, *, codes: bool, folders: list[Path]) -> bytes:
    typst = typesetter()
    fonts = typst.Fonts(font_paths=folders)
    page = partial(
        paper_source,
        form,
        language,
        fonts=families_for(paper_words(form, language), fonts.families()),
        square=square_code(f"{form.code} {form.version} {language}"),
        codes=codes,
    )

    def pages(size: float) -> int:
        source = page(size=size).encode()
        return int(typst.query(source, "<pages>", field="value", one=True, font_paths=fonts))

    # One page if it can be; else as few as in type that is easy to read.
    smallest = SMALLEST if pages(SMALLEST) == 1 else EASY
    fewest = pages(smallest)
    size = next(each for each in SIZES if each == smallest or pages(each) == fewest)
    content: bytes = typst.compile(page(size=size).encode(), format="pdf", font_paths=fonts)
    return content


def typesetter() -> ModuleType:
    """Give the package that typesets.

    Raises
    ------
    OutputError
        When the extra ``paper`` is missing.
    """
    try:
        import typst  # noqa: PLC0415 - heavy, and only paper forms need it
    except ImportError:
        raise OutputError(Fault("the package typst is not installed", mend=INSTALL)) from None
    return typst
