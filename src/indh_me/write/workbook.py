"""Monitoring workbooks (Excel)."""

from os import PathLike

from indh_me.compute import Assessment, Projections
from indh_me.errors import Fault, InvalidInputError, nearest
from indh_me.model import Observations

from .content import Content
from .grid import Book
from .layouts import LAYOUTS
from .words import Words
from .xlsx import write_book

__all__ = ["workbook", "write_workbook"]


def workbook(
    assessment: Assessment,
    observations: Observations | None = None,
    *,
    layout: str = "itt",
    language: str | None = None,
    second_language: str | None = None,
    projections: Projections | None = None,
    reference_sheets: bool = True,
) -> Book:
    """Lay out a monitoring workbook, without writing it.

    Parameters
    ----------
    assessment
        Where every indicator stands.
    observations
        What it was made from.
    layout
        Form of the workbook: ``itt``, ``eu``, ``fcdo``, ``usaid``, ``undp`` or ``worldbank``.
    language
        Language of the workbook; by default the framework's first.
    second_language
        A language whose headings and texts stand below those of the first; `None` for none.
    projections
        Where the indicators are heading, for a sheet of its own; `None` for no such sheet.
    reference_sheets
        Whether each indicator gets a sheet with all that is said of it, linked both ways.

    Returns
    -------
    Book
        A value: ``str(book)`` shows it as text.

    Raises
    ------
    InvalidInputError
        For an unknown layout, figures given twice, or projections of another framework.
    WorkbookError
        When no correct workbook can be made of it.
    """
    if layout not in LAYOUTS:
        raise InvalidInputError(Fault(f"unknown layout {layout!r}", mend=nearest(layout, LAYOUTS)))
    framework = assessment.framework
    words = Words.of(framework, language, second_language)
    table = Observations() if observations is None else observations
    return LAYOUTS[layout](Content(assessment, table, words, projections, reference_sheets))


def write_workbook(
    assessment: Assessment,
    observations: Observations | None,
    path: str | PathLike[str],
    *,
    layout: str = "itt",
    language: str | None = None,
    second_language: str | None = None,
    projections: Projections | None = None,
    reference_sheets: bool = True,
) -> None:
    """Write a monitoring workbook with live formulas.

    Parameters
    ----------
    assessment, observations, layout, language, second_language, projections, reference_sheets
        As for `workbook`.
    path
        The .xlsx file; an old one is replaced whole or not at all.

    Raises
    ------
    InvalidInputError, WorkbookError
        As for `workbook`.
    OutputError
        When the file cannot be written; the old one is intact.

    Notes
    -----
    To-date figures, rates and statuses are formulas, each written with its value. Projections are
    numbers: they do not follow what is entered. Equal input gives equal bytes.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from datetime import date
    >>> from indh_me.compute import assess
    >>> from indh_me.model import Framework, Indicator, Period
    >>> late = Indicator.milestone("C-P1", due=Period.year(2007))
    >>> framework = Framework(code="DEMO", languages=["fr"], indicators=[late])
    >>> file = pathlib.Path(tempfile.mkdtemp(), "suivi.xlsx")
    >>> write_workbook(assess(framework, as_of=date(2008, 3, 27)), None, file)
    >>> file.stat().st_size > 5_000
    True
    """
    book = workbook(
        assessment,
        observations,
        layout=layout,
        language=language,
        second_language=second_language,
        projections=projections,
        reference_sheets=reference_sheets,
    )
    write_book(book, path)
