"""The sheet of a form: its headings, its rows, and what is merged over them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from attrs import define, evolve, field

from indh_me.model import Indicator, Result
from indh_me.write.grid import (
    Area,
    Block,
    Cell,
    Condition,
    Name,
    PrintSetup,
    Sheet,
    Validation,
    Value,
    cell_address,
)
from indh_me.write.row_height import row_height
from indh_me.write.sheets import Tracking
from indh_me.write.style import GROUP, HEADING, SUBTITLE, TEXT, TITLE, Style

from .columns import FormColumn, columns_of
from .form import Form
from .form_rows import FormRows
from .place import Place
from .shown import Line
from .texts_in_rows import LINE, Texts

__all__ = ["FormSheet"]

TOP = 3  # Row of the headings, where nothing stands above the table.
#: Widths, in digits, that a page of A4 holds without the letters becoming too small.
WIDEST_ON_A4 = 190.0
#: Part of a line that bold letters leave for as many of them.
BOLD = 0.85
WRONG = Style(fill="#C0392B", colour="#FFFFFF", border="#96290F")
REQUIRED = Style(fill="#F09A54", border="#96290F")


@define(slots=False)
class FormSheet:
    """The sheet of a form while it grows.

    Parameters
    ----------
    form
        The form.
    tracking
        The tracking sheet, filled already.
    lists
        Where the words that may be chosen stand, by section of the catalogue.
    """

    form: Form
    tracking: Tracking
    lists: Mapping[str, Area] = field(factory=dict)
    cells: list[Cell] = field(factory=list, init=False)
    merges: list[Block] = field(factory=list, init=False)
    heights: dict[int, float] = field(factory=dict, init=False)
    result_rows: dict[str, int] = field(factory=dict, init=False)
    wrong: list[Condition] = field(factory=list, init=False)

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.tracking.content.words.label("sheet", self.form.sheet)

    @property
    def blank(self) -> Style:
        """Style of a cell that holds nothing."""
        return self.tracking.content.style(TEXT)

    @cached_property
    def columns(self) -> tuple[FormColumn, ...]:
        """Its columns."""
        return columns_of(self.form, self.tracking.content)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Position of each column, by its key."""
        return {each.key: at for at, each in enumerate(self.columns)}

    @property
    def header_row(self) -> int:
        """Position of the first row of headings."""
        return TOP + len(self.form.head)

    @cached_property
    def depth(self) -> int:
        """How many rows of headings there are."""
        return max(len(each.heading) for each in self.columns)

    @property
    def first_row(self) -> int:
        """Position of the first row under the headings."""
        return self.header_row + self.depth

    def names(self) -> Iterator[Name]:
        """Give the names of the cells above the table."""
        for row, each in enumerate(self.form.head, start=TOP - 1):
            yield Name(each.name, Area.of_cell(self.name, row, 0))

    def sheet(self) -> Sheet:
        """Fill and make the sheet."""
        content, words = self.tracking.content, self.tracking.content.words
        self._put(0, 0, content.title, content.style(TITLE))
        self._put(1, 0, content.as_of_line, content.style(SUBTITLE))
        for row, each in enumerate(self.form.head, start=TOP - 1):
            self._put(row, 0, each.value, each.style)
            self._put(row, 1, words.label("form", each.label), content.style(SUBTITLE))
        self._headings()
        row = self.first_row
        for result, indicators in content.groups:
            row = self._group(row, result, indicators)
        self._foot(row)
        widths = {at: each.width for at, each in enumerate(self.columns)}
        return Sheet(
            self.name,
            self.cells,
            merges=self.merges,
            widths=widths,
            heights=self.heights,
            freeze=(self.first_row, self.form.freeze),
            validations=self._validations(row - 1),
            conditions=[*self._conditions(row - 1), *self.wrong],
            print_setup=PrintSetup(
                paper="A4" if sum(widths.values()) <= WIDEST_ON_A4 else "A3",
                repeat_rows=self.first_row,
                footer=content.framework.code,
            ),
            right_to_left=words.right_to_left,
            protected=True,
            tab_colour="#0B3C5D",
            gridlines=False,
        )

    def _put(self, row: int, column: int, value: Value, style: Style) -> None:
        self.cells.append(Cell(row, column, value, style))

    def _headings(self) -> None:
        """Write the headings; neighbours with the same one share it."""
        style = self.tracking.content.style(HEADING)
        texts = Texts()
        for level in range(self.depth):
            row = self.header_row + level
            for first, last in self._shared(level):
                heading = self.columns[first].heading
                if level >= len(heading):
                    continue
                # The last one goes down to the table.
                down = self.depth - level if level == len(heading) - 1 else 1
                self._put(row, first, heading[level], style)
                self._merge(Block(row, first, row + down - 1, last))
                width = sum(each.width for each in self.columns[first : last + 1])
                texts.add(row, row + down - 1, heading[level], BOLD * width)
        self.heights |= texts.heights(range(self.header_row, self.first_row))

    def _shared(self, level: int) -> Iterator[tuple[int, int]]:
        """Give first and last column of each heading of a row."""

        def said(at: int) -> tuple[int, tuple[str, ...]]:
            heading = self.columns[at].heading
            return len(heading), heading[: level + 1]

        for _, run in groupby(range(len(self.columns)), key=said):
            columns = list(run)
            yield columns[0], columns[-1]

    def _group(self, row: int, result: Result | None, indicators: Sequence[Indicator]) -> int:
        """Write a result with its indicators; give the row behind them."""
        content = self.tracking.content
        place = Place(tracking=self.tracking, row=row, columns=self.positions, result=result)
        if self.form.banded:
            if not indicators:
                return row
            row = self._band(row, result)
        if result is not None:
            self.result_rows[result.code] = row
        lines: list[tuple[Indicator | None, Line]] = [
            (indicator, line)
            for indicator in indicators
            for line in self.form.lines(content, indicator)
        ]
        if result is not None:
            lines += [(None, line) for line in self.form.beside(result.level)]
        if not lines:
            lines = [(None, Line())]
        rows = FormRows(
            columns=self.columns,
            blank=self.blank,
            places=[
                evolve(place, row=at, indicator=indicator, line=line)
                for at, (indicator, line) in enumerate(lines, start=row)
            ],
        )
        rows.write()
        self.cells += rows.cells
        self.merges += rows.merges
        self.heights |= rows.texts.heights(range(row, row + len(lines)))
        return row + len(lines)

    def _foot(self, row: int) -> None:
        """Write what stands under the table."""
        place = Place(tracking=self.tracking, row=row, columns=self.positions)
        for at, line in enumerate(self.form.foot(place, self.result_rows), start=row):
            texts = Texts()
            for name, shown in line.cells.items():
                column = self.positions[name]
                self._put(at, column, shown.value, shown.style or self.blank)
                if isinstance(shown.value, str):
                    texts.add(at, at, shown.value, self.columns[column].width)
            for name, formula in line.wrong.items():
                block = Block.of_cell(at, self.positions[name])
                self.wrong.append(Condition.when(block, f"={formula}", WRONG))
            self.heights |= texts.heights(range(at, at + 1))

    def _band(self, row: int, result: Result | None) -> int:
        """Write the result over its indicators; give the row behind it."""
        content, words = self.tracking.content, self.tracking.content.words
        text = ""
        if result is not None:
            said = words.text(result.statement) or result.code
            text = f"{words.label('level', result.level)}{words.colon} {said}"
        style = content.style(GROUP.with_alignment(vertical="middle", wrap=True))
        self._put(row, 0, text, style)
        self._merge(Block(row, 0, row, len(self.columns) - 1))
        # On a screen only part of a wide sheet is seen.
        width = min(sum(each.width for each in self.columns), WIDEST_ON_A4 / 2)
        self.heights[row] = row_height([(text, width)], line=LINE)
        return row + 1

    def _merge(self, block: Block) -> None:
        if block != Block.of_cell(block.first_row, block.first_column):
            self.merges.append(block)

    def _validations(self, last: int) -> Iterator[Validation]:
        label = self.tracking.content.words.label
        for at, each in enumerate(self.columns):
            choices = each.column.choices
            if choices is not None and last >= self.first_row:
                yield Validation(
                    Block(self.first_row, at, last, at),
                    "list",
                    source=self.lists[choices],
                    error_title=label("input", "refused_title"),
                    error=label("input", "list_refused"),
                )

    def _conditions(self, last: int) -> Iterator[Condition]:
        for at, each in enumerate(self.columns):
            said = each.column.required_by
            if said is not None and last >= self.first_row:
                word = cell_address(self.first_row, self.positions[said], fix_column=True)
                own = cell_address(self.first_row, at, fix_column=True)
                formula = f"AND(LEN({word})>0,LEN({own})=0)"
                block = Block(self.first_row, at, last, at)
                yield Condition.when(block, f"={formula}", REQUIRED)
