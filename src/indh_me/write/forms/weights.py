"""Whether the weights of outputs sum to 100: rows under a form, one for each outcome."""

import math
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from indh_me.model import Level, Result
from indh_me.write.grid import Formula, cell_address
from indh_me.write.sheets.spelling import quoted
from indh_me.write.style import FORMULA

from .form import FootLine
from .place import Place

__all__ = ["sums_of_weights"]

FULL = 100
#: Weights are written with a few decimals: 33.3 + 33.3 + 33.4 is 100.
NEARLY = "0.000001"
#: Programs take 255 arguments.
MOST_ARGUMENTS = 250


def sums_of_weights(place: Place, rows: Mapping[str, int]) -> Iterator[FootLine]:
    """Sum the weights of the outputs below each result, which should make 100.

    Parameters
    ----------
    place
        Of the first row.
    rows
        First row of each result, by its code.

    Notes
    -----
    The form has the columns ``assumptions``, ``weight`` and ``risk``.
    """
    below: dict[str | None, list[Result]] = {}
    for output in place.content.framework.results_of(Level.OUTPUT):
        below.setdefault(output.parent, []).append(output)
    for number, (parent, outputs) in enumerate(below.items()):
        here = evolve(place, row=place.row + number)
        label = here.label("form", "sum_of_weightings")
        if len(below) > 1 and parent is not None:
            label = f"{label}\n({parent})"
        cells = [
            cell_address(rows[each.code], here.columns["weight"], fix_column=True)
            for each in outputs
        ]
        total = math.fsum(each.weight for each in outputs if each.weight is not None)
        own = here.at("weight")
        word = here.label("form", "not_hundred")
        close = math.isclose(total, FULL, rel_tol=0, abs_tol=float(NEARLY))
        yield FootLine(
            cells={
                "assumptions": here.text(label),
                "weight": here.calculated(Formula(f"={_sum(cells)}", total), TOTAL),
                "risk": here.text_formula(
                    Formula(
                        f'=IF(ABS({own}-{FULL})<{NEARLY},"",{quoted(word)})', "" if close else word
                    )
                ),
            },
            wrong={"weight": f"ABS({own}-{FULL})>={NEARLY}"},
        )


TOTAL = FORMULA.with_number_format("General")


def _sum(cells: Sequence[str]) -> str:
    """Write a sum of any number of cells."""
    parts = [
        f"SUM({','.join(cells[first : first + MOST_ARGUMENTS])})"
        for first in range(0, len(cells), MOST_ARGUMENTS)
    ]
    return parts[0] if len(parts) == 1 else f"SUM({','.join(parts)})"
