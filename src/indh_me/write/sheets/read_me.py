"""The read-me sheet: how to use the workbook, the legend, the sources, the as-of date."""

from collections.abc import Sequence

from attrs import define, field

from indh_me.catalog import labels
from indh_me.compute import Status
from indh_me.model import Absence, Thresholds
from indh_me.model.label import missing_labels
from indh_me.write.content import Content
from indh_me.write.grid import (
    Area,
    Block,
    Cell,
    Formula,
    Name,
    PrintSetup,
    Sheet,
    Validation,
    Value,
)
from indh_me.write.row_height import row_height
from indh_me.write.style import (
    CODE,
    DATE,
    GROUP,
    INPUT,
    SUBTITLE,
    TEXT,
    TITLE,
    Style,
    status_style,
)
from indh_me.write.words import Words

from .spelling import quoted

__all__ = ["read_me_sheet"]

WIDTHS = (26.0, 88.0)
LINE = 16.5
SHEETS = ("logframe", "tracking", "data_entry", "dashboard")
HOW_TO = ("how_fill", "how_bound", "how_blank", "how_locked", "how_as_of", "how_formulas")
#: Sections of the catalogue whose words stand in cells in the first language only.
GLOSSARY = ("status", "absence", "known_as", "direction", "accumulation", "level", "frequency")
LIMITS = ("on_track", "at_risk")


@define
class _Page:
    """The sheet while it grows."""

    content: Content
    cells: list[Cell] = field(factory=list)
    heights: dict[int, float] = field(factory=dict)
    row: int = 0
    changeable: list[int] = field(factory=list)

    def line(self, first: Value, second: Value, style: Style, other: Style = TEXT) -> int:
        """Write a line of two cells; give its row."""
        return self._line(first, second, self.content.style(style), other)

    def code_line(self, code: str, text: str) -> int:
        """Write a line of a code and what it stands for; give its row."""
        return self._line(code, text, self.content.code_style(CODE), TEXT)

    def _line(self, first: Value, second: Value, side: Style, other: Style) -> int:
        row, self.row = self.row, self.row + 1
        self.cells.append(Cell(row, 0, first, side))
        self.cells.append(Cell(row, 1, second, self.content.style(other)))
        texts = [
            (value, width)
            for value, width in zip((first, second), WIDTHS, strict=True)
            if isinstance(value, str)
        ]
        if isinstance(second, Formula):
            texts.append((str(second.value), WIDTHS[1]))
        self.heights[row] = row_height(texts, line=LINE)
        return row

    def section(self, heading: str) -> None:
        """Leave a line and write a heading."""
        self.row += 1
        row = self.line(heading, None, GROUP, GROUP)
        # It runs on over the blank cell beside it.
        self.heights[row] = LINE


def read_me_sheet(
    content: Content, sheets: Sequence[str] | None = None
) -> tuple[Sheet, tuple[Name, ...]]:
    """Make the read-me sheet, and the names of its cells that formulas use.

    Parameters
    ----------
    content
        What the workbook is made of.
    sheets
        Keys of the sheets that are named; by default those of an indicator tracking table.

    Returns
    -------
    tuple[Sheet, tuple[Name, ...]]
        The sheet; ``as_of``, ``on_track`` and ``at_risk``.
    """
    words, framework = content.words, content.framework
    name = words.label("sheet", "read_me")
    page = _Page(content)
    page.cells.append(Cell(0, 0, content.title, content.style(TITLE)))
    suffix = words.label("readme", "title_suffix")
    page.cells.append(Cell(1, 0, suffix, content.style(SUBTITLE)))
    page.row = 3
    if framework.description is not None:
        page.code_line(framework.code, words.both(framework.description))
    day = content.assessment.as_of
    as_of = page.line(words.label("heading", "as_of"), day, TEXT, DATE)
    _how_to(page, SHEETS if sheets is None else sheets)
    places = {"as_of": as_of, **_thresholds(page)}
    _legend(page)
    _glossary(page)
    _sources(page)
    sheet = Sheet(
        name,
        page.cells,
        widths=dict(enumerate(WIDTHS)),
        heights=page.heights,
        validations=[_between_0_and_1(words, row) for row in page.changeable],
        print_setup=PrintSetup(paper="A4", landscape=False, footer=framework.code),
        right_to_left=words.right_to_left,
        protected=True,
        gridlines=False,
    )
    return sheet, tuple(Name(each, Area.of_cell(name, row, 1)) for each, row in places.items())


def _how_to(page: _Page, sheets: Sequence[str]) -> None:
    """Say how the workbook is used, and what its sheets are."""
    label = page.content.words.label
    page.section(label("readme", "how_to"))
    for number, key in enumerate(HOW_TO, start=1):
        page.line(number, label("readme", key), TEXT.with_alignment("centre", "top"))
    page.section(label("readme", "contents"))
    for sheet in sheets:
        page.line(label("sheet", sheet), label("sheet_about", sheet), CODE)


def _thresholds(page: _Page) -> dict[str, int]:
    """Write the thresholds; give their rows."""
    words, thresholds = page.content.words, page.content.framework.thresholds
    page.section(words.label("readme", "thresholds"))
    limits = {each: getattr(thresholds, each) for each in LIMITS}
    whole = all(float(limit * 100).is_integer() for limit in limits.values())
    percent = INPUT.with_number_format("0%" if whole else "0.0##%")
    rows = {
        each: page.line(words.label("status", each), limit, TEXT, percent)
        for each, limit in limits.items()
    }
    page.changeable += rows.values()
    page.line("", words.label("readme", "change_thresholds"), TEXT)
    if thresholds.basis is not None:
        page.line(words.label("readme", "basis"), words.text(thresholds.basis), TEXT)
    return rows


def _between_0_and_1(words: Words, row: int) -> Validation:
    """Let a threshold be a rate."""
    return Validation(
        Block.of_cell(row, 1),
        "decimal",
        low=0,
        high=1,
        error_title=words.label("input", "refused_title"),
        error=words.label("readme", "threshold_refused"),
    )


def _legend(page: _Page) -> None:
    """Say what statuses and absences mean."""
    words, thresholds = page.content.words, page.content.framework.thresholds
    page.section(words.label("readme", "legend_status"))
    for status in Status:
        meaning = _meaning(words, status, thresholds)
        page.line(words.label("status", status), meaning, status_style(status.value))
    page.line(words.label("heading", "expected"), words.label("readme", "expected"), TEXT)
    page.section(words.label("readme", "legend_absence"))
    for absence in Absence:
        meaning = words.label("absence_meaning", absence)
        page.line(words.label("absence", absence), meaning, TEXT)


def _meaning(words: Words, status: Status, thresholds: Thresholds) -> Value:
    """Say what a status means; as a formula where it names thresholds, which may be changed."""
    limits = {each: getattr(thresholds, each) for each in LIMITS}
    said = words.label("status_meaning", status, **{each: f"\0{each}\0" for each in LIMITS})
    parts = said.split("\0")
    if len(parts) == 1 or min(limits.values()) < 0:
        return words.label(
            "status_meaning", status, **{each: words.percent(limits[each]) for each in LIMITS}
        )
    # Text, name of a threshold, text ...: every second part is a name.
    names = parts[1::2]
    texts = [quoted(part) if part != "" else "" for part in parts[::2]]
    point, sign = words.number(0.5)[1], words.percent(0.5).removeprefix("50")
    other = "," if point == "." else "."
    shown = {
        each: f"{round(100 * limit, 2) + 0.0:.15g}".replace(".", point) + sign
        for each, limit in limits.items()
    }
    formulas = [
        f'SUBSTITUTE(ROUND(100*{name},2)&"",{quoted(other)},{quoted(point)})&{quoted(sign)}'
        for name in names
    ]
    whole = [text for pair in zip(texts, [*formulas, ""], strict=True) for text in pair if text]
    value = "".join(shown.get(part, part) for part in parts)
    return Formula("=" + "&".join(whole), value)


def _glossary(page: _Page) -> None:
    """Give the words of the workbook in the second language: formulas need one word for each."""
    words = page.content.words
    other = words.other
    if other is None:
        return
    page.section(words.heading("language", between=" / "))
    for section in GLOSSARY:
        for key in labels()[section]:
            page.line(words.label(section, key), other.label(section, key), TEXT)


def _sources(page: _Page) -> None:
    """Name the sources, and the languages that texts may have been borrowed from."""
    words, framework = page.content.words, page.content.framework
    if framework.sources:
        page.section(words.label("readme", "sources"))
    for source in framework.sources:
        said = [words.text(source.label), "" if source.date is None else words.day(source.date)]
        if source.page is not None:
            said.append(words.labelled("page", source.page))
        said.append(source.address or "")
        page.code_line(source.code, words.listed(part for part in said if part != ""))
    _languages(page)


def _languages(page: _Page) -> None:
    """Say what stands in another language than that of the workbook."""
    words, framework = page.content.words, page.content.framework
    others = [each for each in framework.languages if each != words.language]
    borrowed = [] if words.language == framework.default_language else others
    shown = [each for each in (words.language, words.second) if each is not None]
    incomplete = [each for each in shown if missing_labels(framework.labels, each)]
    if borrowed or incomplete:
        page.section(words.label("heading", "language"))
    for language in borrowed:
        meaning = words.label("phrase", "language_missing", language=language)
        page.code_line(f"[{language}]", meaning)
    for language in dict.fromkeys(incomplete):
        meaning = words.label("phrase", "labels_missing", language=language)
        page.code_line(f"[{language}]", meaning)
