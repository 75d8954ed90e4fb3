"""The checklist of data quality: five standards, two questions each, for every indicator."""

from collections.abc import Iterator

from indh_me.catalog import labels
from indh_me.model import Indicator
from indh_me.write.content import Content
from indh_me.write.grid import Block, PrintSetup, Sheet, Validation, Value
from indh_me.write.style import CODE, TEXT, Style

from .filled_list import FIRST_ROW, HEADER_ROW, FilledList

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
    made, row = FilledList(content, "quality", COLUMNS), HEADER_ROW
    questions = tuple(_questions(content))
    # Answer, comments, reviewer, date.
    filled = ((None, made.text), (None, made.text), (None, made.text), (None, made.day))
    for indicator in content.framework.indicators:
        for standard, question in questions:
            row += 1
            made.add(row, [*_asked(content, indicator, standard, question), *filled])
    asked = row > HEADER_ROW
    return Sheet(
        made.name,
        made.cells,
        widths=dict(enumerate(made.widths)),
        heights=made.heights,
        freeze=(FIRST_ROW, 1),
        validations=_rules(made, row) if asked else (),
        print_setup=PrintSetup(repeat_rows=FIRST_ROW, footer=content.framework.code),
        right_to_left=content.words.right_to_left,
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
) -> Iterator[tuple[Value, Style]]:
    text = content.style(TEXT)
    yield indicator.code, content.code_style(CODE)
    yield content.words.both(indicator.name), text
    yield standard, text
    yield question, text


def _rules(made: FilledList, last: int) -> Iterator[Validation]:
    """Say what may be typed."""
    yield made.choices(FIRST_ROW, POSITION["answer"], last, "answer")
    yield made.days(FIRST_ROW, POSITION["date"], last)
