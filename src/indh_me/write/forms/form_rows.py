"""The rows of one result on a form: their cells, what is merged, and how high they are."""

import math
from collections.abc import Mapping, Sequence

from attrs import define, evolve, field

from indh_me.write.grid import Block, Cell, Formula
from indh_me.write.row_height import HIGHEST, row_height
from indh_me.write.style import Style

from .columns import FormColumn
from .form import Shown
from .place import Place

__all__ = ["BLANK", "LINE", "FormRows"]

LINE = 16.0
#: Of cells in which nothing is asked for.
BLANK = Style(border="#BFBFBF", fill="#F5F5F5")


@define(kw_only=True)
class FormRows:
    """The rows of one result while they grow.

    Parameters
    ----------
    columns
        Those of the form.
    places
        The place of each row.
    blank
        Style of a cell that holds nothing.
    """

    columns: Sequence[FormColumn]
    places: Sequence[Place]
    blank: Style
    cells: list[Cell] = field(factory=list, init=False)
    merges: list[Block] = field(factory=list, init=False)
    #: Texts with the widths that they have, by the rows that they stand over.
    texts: dict[tuple[int, int], list[tuple[str, float]]] = field(factory=dict, init=False)

    def write(self) -> None:
        """Write the cells that begin in each row."""
        for place in self.places:
            made: list[tuple[int, Block, Shown]] = []
            for at, each in enumerate(self.columns):
                first, last = self._rows_of(each, place)
                if first != place.row:
                    continue  # It stands in a cell that began further up.
                shown = _shown(place, each)
                block = Block(place.row, at, last, at)
                if shown.joined and made and _go_together(made[-1][1], block):
                    own, before, words = made.pop()
                    made.append((own, evolve(before, last_column=at), words))
                else:
                    made.append((at, block, shown))
            for at, block, shown in made:
                self._put(at, block, shown)

    def heights(self) -> Mapping[int, float]:
        """Give rows the height that their texts need, those of merged cells together."""
        heights = {place.row: LINE for place in self.places}
        for (first, last), texts in sorted(self.texts.items(), key=_rows_over):
            own = range(first, last + 1)
            wanted = row_height(texts, line=LINE, highest=math.inf)
            short = wanted - sum(heights[row] for row in own)
            # Each row takes an equal part of what is missing.
            for row in own:
                heights[row] += max(short, 0) / len(own)
        return {row: min(height, HIGHEST) for row, height in heights.items()}

    def _rows_of(self, column: FormColumn, place: Place) -> tuple[int, int]:
        """Give first and last row of the cell that a place belongs to."""
        over = column.column.over
        if over == "result":
            return self.places[0].row, self.places[-1].row
        if over == "line" or place.indicator is None:
            return place.row, place.row
        own = [each.row for each in self.places if each.indicator is place.indicator]
        return own[0], own[-1]

    def _put(self, at: int, block: Block, shown: Shown) -> None:
        style = self.blank if shown.style is None else shown.style
        self.cells.append(Cell(block.first_row, at, shown.value, style))
        if block != Block.of_cell(block.first_row, at):
            self.merges.append(block)
        text = shown.value.value if isinstance(shown.value, Formula) else shown.value
        if isinstance(text, str) and text != "":
            over = self.columns[at : block.last_column + 1]
            rows = (block.first_row, block.last_row)
            width = sum(each.width for each in over)
            self.texts.setdefault(rows, []).append((text, width))


def _shown(place: Place, column: FormColumn) -> Shown:
    gives = column.column.gives
    found = gives.get(place.line.name) if isinstance(gives, Mapping) else gives
    shown = None if found is None else found(evolve(place, period=column.period))
    return Shown(None, BLANK) if shown is None else shown


def _go_together(before: Block, block: Block) -> bool:
    """Tell whether a cell lies beside another one, over the same rows."""
    return before.last_column + 1 == block.first_column and before.last_row == block.last_row


def _rows_over(texts: tuple[tuple[int, int], list[tuple[str, float]]]) -> int:
    (first, last), _ = texts
    return last - first
