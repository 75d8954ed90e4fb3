"""The checklist of data quality: five standards, two questions each, for every indicator."""

from collections.abc import Iterator

from indh_me.catalog import labels
from indh_me.model import Indicator
from indh_me.write.cell_faults import FIRST_DAY
from indh_me.write.content import Content
from indh_me.write.grid import Block, Cell, PrintSetup, Sheet, Validation
from indh_me.write.row_height import row_height
from indh_me.write.style import (
    CODE,
    DATE,
    HEADING,
    INPUT,
    SUBTITLE,
    TEXT,
    TITLE,
    Horizontal,
    Style,
)

from .hidden import list_area

__all__ = ["STANDARDS", "quality_sheet"]

#: Standards of data quality, in the order of USAID's ADS 201.
STANDARDS = ("validity", "integrity", "precision", "reliability", "timeliness")
#: Headings of the columns, by section of the catalogue, with their widths in digits.
COLUMNS = {
    ("heading", "code"): 12.0,
    ("heading", "indicator"): 34.0,
    ("quality", "standard"): 14.0,
    ("quality", "question"): 56.0,
    ("quality", "answer"): 14.0,
    ("quality", "comments"): 44.0,
    ("quality", "reviewer"): 20.0,
    ("quality", "date"): 13.0,
}
POSITION = {key: column for column, (_, key) in enumerate(COLUMNS)}
WIDTHS = tuple(COLUMNS.values())
HEADER_ROW = 3
LINE = 16.0
TITLE_HEIGHT, HEADING_HEIGHT = 24.0, 32.0


def quality_sheet(content: Content) -> Sheet:
    """Make the checklist of data quality.

    Parameters
    ----------
    content
        What the workbook is made of.

    References
    ----------
    .. [1] USAID, ADS chapter 201: the five standards of data quality. The questions are ours.
    """
    words, style, name = content.words, content.style, content.words.label("sheet", "quality")
    cells = [
        Cell(0, 0, name, style(TITLE)),
        Cell(1, 0, words.label("quality", "how"), style(SUBTITLE)),
        *(
            Cell(HEADER_ROW, column, words.heading(key, section), style(HEADING))
            for column, (section, key) in enumerate(COLUMNS)
        ),
    ]
    heights = {0: TITLE_HEIGHT, HEADER_ROW: content.heading_height(HEADING_HEIGHT)}
    questions, row = tuple(_questions(content)), HEADER_ROW
    filled = _filled(content)
    for indicator in content.framework.indicators:
        for standard, question in questions:
            row += 1
            made = [*_asked(content, indicator, standard, question), *filled]
            cells += (Cell(row, column, value, own) for column, (value, own) in enumerate(made))
            texts = [
                (value, width)
                for (value, _), width in zip(made, WIDTHS, strict=True)
                if value is not None
            ]
            heights[row] = row_height(texts, line=LINE)
    asked = row > HEADER_ROW
    return Sheet(
        name,
        cells,
        widths=dict(enumerate(WIDTHS)),
        heights=heights,
        freeze=(HEADER_ROW + 1, 1),
        validations=_rules(content, row) if asked else (),
        print_setup=PrintSetup(repeat_rows=HEADER_ROW + 1, footer=content.framework.code),
        right_to_left=words.right_to_left,
        protected=True,
        autofilter=Block(HEADER_ROW, 0, row, len(COLUMNS) - 1) if asked else None,
        tab_colour="#E6B800",
        gridlines=False,
    )


def _questions(content: Content) -> Iterator[tuple[str, str]]:
    """Give the standards, each with its questions."""
    label = content.words.label
    for standard in STANDARDS:
        for key in labels()["quality_question"]:
            if key.rpartition("_")[0] == standard:
                yield label("quality_standard", standard), label("quality_question", key)


def _asked(
    content: Content, indicator: Indicator, standard: str, question: str
) -> Iterator[tuple[str | None, Style]]:
    text = content.style(TEXT)
    yield indicator.code, content.code_style(CODE)
    yield content.words.both(indicator.name), text
    yield standard, text
    yield question, text


def _filled(content: Content) -> tuple[tuple[str | None, Style], ...]:
    """Give the cells to fill in: answer, comments, reviewer, date."""
    side: Horizontal = "right" if content.words.right_to_left else "left"
    text = INPUT.with_number_format("General").with_alignment(side, "top", wrap=True, indent=1)
    free = content.style(text)
    day = INPUT.with_number_format(DATE.number_format).with_alignment("centre", "top")
    return (None, free), (None, free), (None, free), (None, day)


def _rules(content: Content, last: int) -> Iterator[Validation]:
    """Say what may be typed."""
    label = content.words.label
    first, answer, day = HEADER_ROW + 1, POSITION["answer"], POSITION["date"]
    refused = label("input", "refused_title")
    yield Validation(
        Block(first, answer, last, answer),
        "list",
        source=list_area(content, "answer"),
        error_title=refused,
        error=label("input", "list_refused"),
    )
    yield Validation(
        Block(first, day, last, day),
        "date",
        low=FIRST_DAY,
        title=label("input", "date_title"),
        message=label("input", "date_message"),
        error_title=refused,
        error=label("input", "date_message"),
    )
