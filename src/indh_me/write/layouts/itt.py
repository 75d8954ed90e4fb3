"""The indicator tracking table (ITT): targets and actuals by period, to date, rate, status."""

from indh_me.write.content import Content
from indh_me.write.grid import Book
from indh_me.write.sheets import (
    References,
    Tracking,
    changes_sheet,
    checks_sheet,
    dashboard_sheet,
    data_entry_sheet,
    lists_sheet,
    logframe_places,
    logframe_sheet,
    meta_sheet,
    projection_sheets,
    read_me_sheet,
    tracking_sheet,
)

__all__ = ["indicator_tracking_table"]

LONGEST_TITLE = 120  # characters of the file's own title; a sheet shows all of it


def indicator_tracking_table(content: Content) -> Book:
    """Lay out an indicator tracking table.

    Parameters
    ----------
    content
        What the workbook is made of.

    Returns
    -------
    Book
        Read me, Logframe, Tracking, Data entry, Dashboard, Projection where there is one, Checks,
        Record of changes, reference sheets where wanted; hidden, what the charts of projections
        draw, the accumulated figures, how targets are assessed, the choices of the lists, and
        what the workbook is.

    References
    ----------
    .. [1] MCC, Guidance on the Indicator Tracking Table: the plan is locked, actuals are entered.
    """
    references = References(content)
    tracking = Tracking.of(content, references.places if content.reference_sheets else None)
    table = tracking_sheet(tracking)
    logframe = logframe_places(content)
    apart = list(references.sheets((tracking.places, logframe))) if content.reference_sheets else []
    read_me, names = read_me_sheet(content)
    return Book(
        (
            read_me,
            logframe_sheet(content, tracking.references),
            table,
            data_entry_sheet(tracking.data),
            dashboard_sheet(tracking),
            *projection_sheets(content),
            checks_sheet(content, (tracking.places, tracking.data.places, logframe)),
            changes_sheet(content),
            *apart,
            tracking.figures.sheet(),
            tracking.assessed.sheet(),
            lists_sheet(content),
            meta_sheet(content, "itt"),
        ),
        names,
        title=content.words.shortened(content.title, LONGEST_TITLE),
        subject=content.words.label("readme", "title_suffix"),
        keywords=content.framework.code,
        created=content.assessment.as_of,
    )
