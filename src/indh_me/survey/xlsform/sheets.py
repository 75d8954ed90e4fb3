"""Instruments made into the sheets of an XLSForm."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, key_path, quoted
from indh_me.model import Text
from indh_me.survey.choice import ChoiceList
from indh_me.survey.expression import Expression
from indh_me.survey.instrument import Instrument
from indh_me.survey.question import Grid, Question, QuestionKind
from indh_me.survey.section import QuestionPlace, Section

from .column import TRANSLATED, translated
from .extras import FILLER, is_silent, own_sheet, said_kind
from .form import FormRow, FormSheet, XlsForm
from .language import language_header

__all__ = ["METADATA", "PARENT", "xlsform_of"]

#: What clients fill in by themselves: when the form was begun and ended, and the day.
METADATA = ("start", "end", "today")
#: Column of the choices that names the choice one level up.
PARENT = "parent"
#: Beyond, a list of choices is a menu that drops down.
LONG_LIST = 12
ORDER = (
    "type",
    "name",
    *TRANSLATED[:2],
    "required",
    "required_message",
    "relevant",
    "constraint",
    "constraint_message",
    "calculation",
    "default",
    "appearance",
    "choice_filter",
)
TYPES: Mapping[QuestionKind, str] = {
    QuestionKind.SINGLE: "select_one",
    QuestionKind.MULTIPLE: "select_multiple",
    QuestionKind.SCALE: "select_one",
    QuestionKind.CONSENT: "select_one",
    QuestionKind.INTEGER: "integer",
    QuestionKind.DECIMAL: "decimal",
    QuestionKind.DATE: "date",
    QuestionKind.TEXT: "text",
    QuestionKind.CALCULATED: "calculate",
    QuestionKind.NOTE: "note",
}
#: What converters take for a calculation when it stands as a default.
WORKED_OUT = re.compile(r"[*+\-|\[\](){}$]|\b(?:mod|div)\b")

Cell = str | Text | Expression | None
Cells = dict[str, str]


def xlsform_of(form: Instrument) -> XlsForm:
    """Make the sheets of an XLSForm.

    Only rows are used that every client knows: sections are groups that are shown as one page,
    grids stand row by row below a heading of their own, and the sheet ``_indh_me``, which clients
    leave alone, holds what the others cannot say. Words in languages that are none of the form's
    are left out.

    Parameters
    ----------
    form
        The form.

    Returns
    -------
    XlsForm
        The sheets; `instrument_of` makes an equal form of them.

    Raises
    ------
    InvalidInputError
        For a default that no cell can hold.

    Examples
    --------
    >>> from indh_me.survey import Question, Section
    >>> name = Question(name="name", kind="text", label=Text.of(en="Your name?"))
    >>> form = Instrument(
    ...     code="visit",
    ...     title=Text.of(en="A visit"),
    ...     version="2026112301",
    ...     languages=["en"],
    ...     sections=[Section(name="who", items=[name])],
    ... )
    >>> survey = xlsform_of(form).sheet("survey")
    >>> survey.columns
    ('type', 'name', 'label::English (en)', 'appearance')
    >>> [row.get("type") for row in survey.rows]
    ['start', 'end', 'today', 'begin_group', 'text', 'end_group']
    """
    faults = tuple(_default_faults(form))
    if faults:
        raise InvalidInputError(*faults)
    sheets = _Sheets(form)
    return XlsForm([sheets.survey(), sheets.choices(), sheets.settings(), own_sheet(form)])


def _default_faults(form: Instrument) -> Iterator[Fault]:
    for place in form.questions:
        default = place.question.default or ""
        if _must_be_quoted(place.question) and "'" in default and '"' in default:
            grid = () if place.grid is None else (place.grid.name,)
            where = key_path("sections", place.section.name, *grid, place.name, "default")
            mend = "leave out one of the two kinds of quotation marks"
            yield Fault(f"no cell can hold the default {quoted(default)}", where, mend)


def _must_be_quoted(question: Question) -> bool:
    return (
        question.default is not None
        and (question.kind is QuestionKind.TEXT or question.kind.has_choices)
        and WORKED_OUT.search(question.default) is not None
    )


def _default(question: Question) -> str | None:
    """Give a default so that no client takes it for a calculation."""
    if not _must_be_quoted(question):
        return question.default
    quote = '"' if "'" in (question.default or "") else "'"
    return f"string({quote}{question.default}{quote})"


def _unused(name: str, names: set[str]) -> str:
    """Give a name that no part of the form has, and remember it."""
    while name.lower() in names:
        name += "_"
    names.add(name.lower())
    return name


@frozen
class _Sheets:
    """One form on its way into sheets."""

    form: Instrument
    #: By column of words, each language with its header.
    headers: Mapping[str, Sequence[tuple[str, str]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        names = {tag: language_header(tag) for tag in self.form.languages}
        headers = {
            column: [(tag, translated(column, name)) for tag, name in names.items()]
            for column in TRANSLATED
        }
        object.__setattr__(self, "headers", headers)

    def survey(self) -> FormSheet:
        return self._sheet("survey", self._survey(), ORDER, ("type", "name", "label"))

    def choices(self) -> FormSheet:
        rows = (row for listed in self.form.choice_lists for row in self._choices(listed))
        always = ("list_name", "name", "label")
        return self._sheet("choices", rows, (*always, PARENT), always)

    def settings(self) -> FormSheet:
        form = self.form
        words = dict.fromkeys(form.title.get(tag) for tag in form.languages)
        title = " / ".join(each for each in words if each is not None)
        cells = {
            "form_title": title or form.code,
            "form_id": form.code,
            "version": form.version,
            "default_language": language_header(form.languages[0]),
            "style": "pages",
        }
        return FormSheet("settings", cells, [FormRow(2, cells)])

    def _sheet(
        self, name: str, rows: Iterable[Cells], order: tuple[str, ...], always: tuple[str, ...]
    ) -> FormSheet:
        """Make a sheet with the columns that hold something, and those that must be there."""
        kept = [FormRow(number, cells) for number, cells in enumerate(rows, 2)]
        used = set().union(*(row.cells for row in kept))
        columns: list[str] = []
        for column in order:
            worded = [header for _, header in self.headers.get(column, ())]
            if column in always or column in used or not used.isdisjoint(worded):
                columns += worded if column in TRANSLATED else [column]
        return FormSheet(name, columns, kept)

    def _row(self, **cells: Cell) -> Cells:
        """Fill a row, leaving out what is empty."""
        row: Cells = {}
        for column, cell in cells.items():
            if isinstance(cell, Text):
                words = dict(cell.words)
                for tag, header in self.headers[column]:
                    if tag in words:
                        row[header] = words[tag]
            elif cell is not None:
                row[column] = str(cell)
        return row

    def _survey(self) -> Iterator[Cells]:
        names = {each.name.lower() for each in self._named()}
        for kind in METADATA:
            yield self._row(type=kind, name=f"_{kind}" if kind in names else kind)
        for section in self.form.sections:
            yield self._row(
                type="begin_group",
                name=section.name,
                label=section.label,
                relevant=section.relevant,
                appearance="field-list",
            )
            for item in section.items:
                if isinstance(item, Grid):
                    yield from self._grid(item, section, names)
                else:
                    yield self._question(QuestionPlace(item, section))
            if all(is_silent(item) for item in section.items):
                yield self._filler(section, names)
            yield self._row(type="end_group")

    def _filler(self, section: Section, names: set[str]) -> Cells:
        """Fill a group of calculations: clients refuse one that shows nothing."""
        name = _unused(f"{section.name}_{FILLER}", names)
        return self._row(type="note", name=name, label=self.form.title, relevant="false()")

    def _named(self) -> Iterator[Section | Grid | Question]:
        for section in self.form.sections:
            yield section
            for item in section.items:
                yield item
                if isinstance(item, Grid):
                    yield from item.rows

    def _grid(self, grid: Grid, section: Section, names: set[str]) -> Iterator[Cells]:
        yield self._row(
            type="begin_group", name=grid.name, relevant=grid.relevant, appearance="field-list"
        )
        header = _unused(f"{grid.name}_header", names)
        yield self._row(
            type=f"select_one {grid.choices}", name=header, label=grid.label, appearance="label"
        )
        for row in grid.rows:
            yield self._question(QuestionPlace(row, section, grid))
        yield self._row(type="end_group")

    def _question(self, place: QuestionPlace) -> Cells:
        question = place.question
        kind = TYPES[question.kind]
        # Nobody is asked anything before they agree, so that every client insists on an answer.
        required = question.required or question.kind is QuestionKind.CONSENT
        within = question.within
        return self._row(
            type=kind if question.choices is None else f"{kind} {question.choices}",
            name=question.name,
            label=question.label,
            hint=question.hint,
            required="yes" if required else None,
            required_message=question.required_message,
            relevant=question.relevant,
            constraint=question.constraint,
            constraint_message=question.constraint_message,
            calculation=question.calculation,
            default=_default(question),
            appearance=self._appearance(place),
            choice_filter=None if within is None else f"{PARENT} = ${{{within}}}",
        )

    def _appearance(self, place: QuestionPlace) -> str | None:
        question = place.question
        listed = self.form.choices_of(question)
        if place.grid is not None:
            return "list-nolabel"
        if listed is None:
            return None
        if question.kind is QuestionKind.SCALE:
            is_short = said_kind(place, self.form) is QuestionKind.SCALE
            return "likert" if is_short else f"columns-{len(listed.choices)}"
        is_one = question.kind is QuestionKind.SINGLE
        if is_one and (question.within is not None or len(listed.choices) > LONG_LIST):
            return "minimal"
        return None

    def _choices(self, listed: ChoiceList) -> Iterator[Cells]:
        for choice in listed.choices:
            # A choice without words, such as a point of a scale from 0 to 10, shows its code.
            label = choice.label or Text(dict.fromkeys(self.form.languages, choice.code))
            yield self._row(
                list_name=listed.name, name=choice.code, label=label, parent=choice.parent
            )
