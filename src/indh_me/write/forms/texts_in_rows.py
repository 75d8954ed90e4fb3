"""How high rows must be for texts, some of which stand over several of them."""

import math
from collections import defaultdict
from collections.abc import Mapping

from attrs import define, field

from indh_me.write.row_height import HIGHEST, row_height

__all__ = ["LINE", "Texts"]

LINE = 16.0
#: Part of a width that is counted on: where a text just fits, another font needs a line more.
SURE = 0.95


@define
class Texts:
    """Texts with their widths, by the rows that they stand over."""

    known: defaultdict[tuple[int, int], list[tuple[str, float]]] = field(
        factory=lambda: defaultdict(list)
    )

    def add(self, first: int, last: int, text: str, width: float) -> None:
        """Add a text.

        Parameters
        ----------
        first, last
            Positions of the rows that it stands over.
        text, width
            The text, and the width of its cell, in digits.
        """
        self.known[first, last].append((text, SURE * width))

    def heights(self, rows: range) -> Mapping[int, float]:
        """Give rows the height that their own texts need, and together that of shared ones.

        Parameters
        ----------
        rows
            Positions of the rows.

        Examples
        --------
        >>> texts = Texts()
        >>> texts.add(4, 4, "one line", 20)
        >>> texts.add(4, 5, "three lines of text", 8)
        >>> texts.heights(range(4, 6))
        {4: 24.0, 5: 24.0}
        """
        heights = dict.fromkeys(rows, LINE)
        for (first, last), texts in sorted(self.known.items(), key=_count):
            own = range(first, last + 1)
            wanted = row_height(texts, line=LINE, highest=math.inf)
            short = wanted - sum(heights[row] for row in own)
            # Each row takes an equal part of what is missing.
            for row in own:
                heights[row] += max(short, 0) / len(own)
        return {row: min(height, HIGHEST) for row, height in heights.items()}


def _count(texts: tuple[tuple[int, int], list[tuple[str, float]]]) -> int:
    (first, last), _ = texts
    return last - first
