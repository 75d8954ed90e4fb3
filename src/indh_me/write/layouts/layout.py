"""Layouts as values: which sheets a workbook has, in which order."""

from collections.abc import Callable, Iterable, Mapping

from attrs import define, field, frozen

from indh_me.catalog import labels
from indh_me.write.content import Content
from indh_me.write.forms import Column, Form, FormSheet
from indh_me.write.grid import Area, Book, Name, Sheet
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
    more_lists,
    projection_sheets,
    quality_sheet,
    read_me_sheet,
    tracking_sheet,
)

__all__ = [
    "BEHIND",
    "CHANGES",
    "CHECKS",
    "DASHBOARD",
    "DATA_ENTRY",
    "LOGFRAME",
    "PROJECTION",
    "QUALITY",
    "REFERENCES",
    "TRACKING",
    "Draft",
    "Layout",
    "Part",
    "form_part",
]

LONGEST_TITLE = 120  # characters of the file's own title; a sheet shows all of it


@define(kw_only=True)
class Draft:
    """A workbook while it grows: what its sheets refer to.

    Parameters
    ----------
    content
        What the workbook is made of.
    tracking
        The tracking sheet, filled already, with the sheets that it rests on.
    table
        The tracking sheet itself.
    references
        The reference sheets of the indicators.
    logframe
        Where results and indicators stand on the logframe, by their paths; none without one.
    lists
        Where the words that may be chosen stand, by section of the catalogue.
    names
        Words that formulas use for areas.
    """

    content: Content
    tracking: Tracking
    table: Sheet
    references: References
    logframe: Mapping[str, Area]
    lists: dict[str, Area] = field(factory=dict)
    names: list[Name] = field(factory=list)


@frozen
class Part:
    """One or more sheets of a workbook.

    Parameters
    ----------
    key
        Under which the catalogue names the sheet, and says on *Read me* what it is.
    sheets
        Makes them; none at all where there is nothing to show.
    choices
        Sections of the catalogue whose words may be chosen on it.
    """

    key: str
    sheets: Callable[[Draft], Iterable[Sheet]]
    choices: tuple[str, ...] = ()


def _checks(draft: Draft) -> Sheet:
    places = draft.tracking.places, draft.tracking.data.places, draft.logframe
    return checks_sheet(draft.content, places)


def _references(draft: Draft) -> Iterable[Sheet]:
    if not draft.content.reference_sheets:
        return ()
    return draft.references.sheets((draft.tracking.places, draft.logframe))


LOGFRAME = Part(
    "logframe", lambda draft: [logframe_sheet(draft.content, draft.tracking.references)]
)
TRACKING = Part("tracking", lambda draft: [draft.table])
DATA_ENTRY = Part("data_entry", lambda draft: [data_entry_sheet(draft.tracking.data)])
DASHBOARD = Part("dashboard", lambda draft: [dashboard_sheet(draft.tracking)])
PROJECTION = Part("projection", lambda draft: projection_sheets(draft.content))
CHECKS = Part("checks", lambda draft: [_checks(draft)])
CHANGES = Part("changes", lambda draft: [changes_sheet(draft.content)])
QUALITY = Part("quality", lambda draft: [quality_sheet(draft.content)])
REFERENCES = Part("reference", _references)
#: What stands behind the form of a donor.
BEHIND = (TRACKING, DATA_ENTRY, DASHBOARD, PROJECTION, CHECKS, CHANGES, REFERENCES)


def form_part(form: Form) -> Part:
    """Make a sheet of a form.

    Parameters
    ----------
    form
        The form.
    """

    def sheets(draft: Draft) -> Iterable[Sheet]:
        made = FormSheet(form, draft.tracking, draft.lists)
        draft.names += made.names()
        return [made.sheet()]

    choices = (each.choices for each in form.columns if isinstance(each, Column))
    return Part(form.sheet, sheets, tuple(each for each in choices if each is not None))


@frozen
class Layout:
    """A form of the workbook: *Read me*, the sheets to read, then the hidden ones.

    Parameters
    ----------
    name
        By which it is asked for.
    parts
        The sheets behind *Read me*, in their order. Every layout has `TRACKING`, on which the
        plan is shown that formulas refer to, and `DATA_ENTRY`, where figures are entered.
    """

    name: str
    parts: tuple[Part, ...]

    def __call__(self, content: Content) -> Book:
        """Lay out a workbook.

        Parameters
        ----------
        content
            What the workbook is made of.
        """
        references = References(content)
        tracking = Tracking.of(content, references.places if content.reference_sheets else None)
        words = {
            section: tuple(content.words.label(section, key) for key in labels()[section])
            for part in self.parts
            for section in part.choices
        }
        draft = Draft(
            content=content,
            tracking=tracking,
            table=tracking_sheet(tracking),
            references=references,
            logframe=logframe_places(content) if LOGFRAME in self.parts else {},
            lists=more_lists(content, words),
        )
        made = [(part.key, tuple(part.sheets(draft))) for part in self.parts]
        read_me, names = read_me_sheet(content, [key for key, sheets in made if sheets])
        return Book(
            (
                read_me,
                *(sheet for _, sheets in made for sheet in sheets),
                tracking.figures.sheet(),
                tracking.assessed.sheet(),
                lists_sheet(content, words),
                meta_sheet(content, self.name),
            ),
            (*names, *draft.names),
            title=content.words.shortened(content.title, LONGEST_TITLE),
            subject=content.words.label("readme", "title_suffix"),
            keywords=content.framework.code,
            created=content.assessment.as_of,
        )
