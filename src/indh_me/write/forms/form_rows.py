"""The rows of one result on a form: their cells, and what is merged over them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import define, evolve, field

from indh_me.write.grid import Block, Cell, Formula
from indh_me.write.style import Style

from .columns import FormColumn
from .place import Place
from .shown import Shown
from .texts_in_rows import Texts

__all__ = ["BLANK", "FormRows"]

#: Of cells in which nothing is asked for.
BLANK = Style(border="#BFBFBF", fill="#F5F5F5")
#: What no code begins with: rows that belong to no indicator.
ALONE = "|"


@define(kw_only=True, slots=False)
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
    texts: Texts = field(factory=Texts, init=False)

    @cached_property
    def of_indicator(self) -> Mapping[str, tuple[int, int]]:
        """First and last row of each indicator, and of each block beside them, by its code."""
        rows: dict[str, tuple[int, int]] = {}
        for place in self.places:
            code = _together(place)
            first, _ = rows.setdefault(code, (place.row, place.row))
            rows[code] = first, place.row
        return rows

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

    def _rows_of(self, column: FormColumn, place: Place) -> tuple[int, int]:
        """Give first and last row of the cell that a place belongs to."""
        over = column.column.over
        if over == "result":
            return self.places[0].row, self.places[-1].row
        code = _together(place)
        if over == "line" or code == ALONE:
            return place.row, place.row
        return self.of_indicator[code]

    def _put(self, at: int, block: Block, shown: Shown) -> None:
        style = self.blank if shown.style is None else shown.style
        self.cells.append(Cell(block.first_row, at, shown.value, style))
        if block != Block.of_cell(block.first_row, at):
            self.merges.append(block)
        text = shown.value.value if isinstance(shown.value, Formula) else shown.value
        if isinstance(text, str) and text != "":
            over = self.columns[at : block.last_column + 1]
            width = sum(each.width for each in over)
            self.texts.add(block.first_row, block.last_row, text, width)


def _together(place: Place) -> str:
    """Give the code of what the rows of a place belong to; a block has no code of an indicator."""
    if place.indicator is not None:
        return place.indicator.code
    return f"{ALONE}{place.line.block}"


def _shown(place: Place, column: FormColumn) -> Shown:
    gives = column.column.gives
    found = gives.get(place.line.name) if isinstance(gives, Mapping) else gives
    shown = None if found is None else found(evolve(place, period=column.period))
    return Shown(None, BLANK) if shown is None else shown


def _go_together(before: Block, block: Block) -> bool:
    """Tell whether a cell lies beside another one, over the same rows."""
    return before.last_column + 1 == block.first_column and before.last_row == block.last_row
