"""The logframe sheet: the results chain with its indicators, baselines and targets."""

import math
from collections.abc import Iterable, Iterator, Mapping

from indh_me.errors import key_path
from indh_me.model import Indicator, Result, Target, Unit
from indh_me.write.content import Content
from indh_me.write.grid import Area, Block, Cell, Link, PrintSetup, Sheet
from indh_me.write.row_height import HIGHEST, row_height
from indh_me.write.style import CODE, GROUP, HEADING, LINKED_CODE, SUBTITLE, TEXT, TITLE
from indh_me.write.words import Words

__all__ = ["logframe_places", "logframe_sheet"]

COLUMNS = {
    "level": 13,
    "code": 14,
    "results_chain": 44,
    "indicator": 9,
    "definition": 40,
    "unit": 14,
    "baseline": 15,
    "target": 24,
    "means_of_verification": 30,
    "assumptions": 30,
}
HEADINGS = {"definition": "indicator", "indicator": "code"}
LAST = len(COLUMNS) - 1
#: Columns of what belongs to a result.
OF_RESULT = (0, 1, 2, LAST)
HEADER_ROW = 3
HEADING_HEIGHT = 32.0
LINE = 16.0


def logframe_sheet(content: Content, references: Mapping[str, Area] | None = None) -> Sheet:
    """Make the logframe sheet.

    Parameters
    ----------
    content
        What the workbook is made of.
    references
        Where more is said of each indicator, by its code: its own code leads there.
    """
    words, name = content.words, content.words.label("sheet", "logframe")
    cells = [
        Cell(0, 0, content.title, content.style(TITLE)),
        Cell(1, 0, name, content.style(SUBTITLE)),
    ]
    for column, key in enumerate(COLUMNS):
        heading = words.heading(HEADINGS.get(key, key))
        cells.append(Cell(HEADER_ROW, column, heading, content.style(HEADING)))
    known = {} if references is None else references
    merges: list[Block] = []
    links: list[Link] = []
    heights: dict[int, float] = {HEADER_ROW: content.heading_height(HEADING_HEIGHT)}
    row = HEADER_ROW + 1
    for result, indicators in content.groups:
        after = row + max(len(indicators), 1)
        made = list(_result(content, row, result))
        for at, indicator in enumerate(indicators, start=row):
            made += _indicator(content, at, indicator, linked=indicator.code in known)
            if indicator.code in known:
                tip = words.label("reference", "about")
                links.append(Link(at, len(OF_RESULT) - 1, known[indicator.code], tip))
        if len(indicators) == 0:
            made += _nothing(content, row)
        if len(indicators) > 1:
            merges += [Block(row, column, after - 1, column) for column in OF_RESULT]
        heights |= _heights(made, row, after)
        cells += made
        row = after
    return Sheet(
        name,
        cells,
        merges=merges,
        links=links,
        widths=dict(enumerate(COLUMNS.values())),
        heights=heights,
        freeze=(HEADER_ROW + 1, 2),
        print_setup=PrintSetup(
            paper="A3", repeat_rows=HEADER_ROW + 1, footer=content.framework.code
        ),
        right_to_left=words.right_to_left,
        protected=True,
        tab_colour="#0B3C5D",
        gridlines=False,
    )


def logframe_places(content: Content) -> Mapping[str, Area]:
    """Give where results and indicators stand on the logframe sheet, by their paths.

    Parameters
    ----------
    content
        What the workbook is made of.
    """
    name, row = content.words.label("sheet", "logframe"), HEADER_ROW + 1
    places = {}
    for result, indicators in content.groups:
        if result is not None:
            places[key_path("results", result.code)] = Area.of_cell(name, row, 1)
        for at, indicator in enumerate(indicators, start=row):
            path = key_path("indicators", indicator.code)
            places[path] = Area.of_cell(name, at, len(OF_RESULT) - 1)
        row += max(len(indicators), 1)
    return places


def _result(content: Content, row: int, result: Result | None) -> Iterator[Cell]:
    """Write what belongs to a result; its cells are merged over its indicators."""
    words, text = content.words, content.style(TEXT)
    level = statement = code = beside = ""
    if result is not None:
        level, code = words.label("level", result.level), result.code
        said = [words.both(result.statement)]
        if result.audiences is not None:
            said.append(words.labelled("audiences", words.both(result.audiences)))
        if result.period is not None:
            said.append(words.labelled("period", words.period(result.period)))
        statement = "\n".join(part for part in said if part != "")
        beside = "\n".join(
            words.labelled(name, words.both(each))
            for name, each in (("assumptions", result.assumptions), ("risks", result.risks))
            if each is not None
        )
    yield Cell(row, 0, level, content.style(GROUP.with_alignment(vertical="top", wrap=True)))
    yield Cell(row, 1, code, content.code_style(CODE))
    yield Cell(row, 2, statement, text)
    yield Cell(row, LAST, beside, text)


def _nothing(content: Content, row: int) -> Iterator[Cell]:
    """Write the blank cells of a result without indicators."""
    for column in range(len(COLUMNS)):
        if column not in OF_RESULT:
            yield Cell(row, column, None, content.style(TEXT))


def _indicator(content: Content, row: int, indicator: Indicator, *, linked: bool) -> Iterator[Cell]:
    words = content.words
    texts = [words.both(indicator.name), words.both(indicator.definition)]
    targets = [_target(content, target, indicator.unit) for target in indicator.total_targets]
    values = (
        "\n".join(text for text in texts if text != ""),
        content.unit_label(indicator),
        _baseline(words, indicator),
        "\n".join(targets),
        words.both(indicator.means_of_verification),
    )
    first = len(OF_RESULT) - 1
    yield Cell(row, first, indicator.code, content.code_style(LINKED_CODE if linked else CODE))
    for column, value in enumerate(values, start=first + 1):
        yield Cell(row, column, value, content.style(TEXT))


def _baseline(words: Words, indicator: Indicator) -> str:
    if indicator.baseline is None:
        return ""
    value = words.value(indicator.baseline.value, indicator.unit)
    period = indicator.baseline.period
    return value if period is None else f"{value} ({words.period(period)})"


def _target(content: Content, target: Target, unit: Unit) -> str:
    """Write a target with its period; of a milestone, the day it falls due."""
    words = content.words
    if unit.is_milestone:
        return words.label("phrase", "due_on", date=words.day(target.period.end))
    value = words.quantity(target.in_force(content.assessment.as_of), unit)
    written = f"{words.period(target.period)}{words.colon} {value}"
    return f"{written} ({words.label('heading', 'cumulative')})" if target.cumulative else written


def _heights(cells: Iterable[Cell], first: int, after: int) -> dict[int, float]:
    """Make rows high enough for their own texts, and together for those of their result."""
    widths = list(COLUMNS.values())
    own: dict[int, list[tuple[str, float]]] = {row: [] for row in range(first, after)}
    merged: list[tuple[str, float]] = []
    for cell in cells:
        if isinstance(cell.value, str):
            text = (cell.value, widths[cell.column])
            (merged if cell.column in OF_RESULT else own[cell.row]).append(text)
    heights = {row: row_height(texts, line=LINE) for row, texts in own.items()}
    short = row_height(merged, line=LINE, highest=math.inf) - sum(heights.values())
    # Each row takes an equal part of what is missing.
    more = max(short, 0) / len(heights)
    return {row: min(height + more, HIGHEST) for row, height in heights.items()}
