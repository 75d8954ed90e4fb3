from indh_me.compute import EnteredWorkbook, PlanCell, PlanCells, PlanPart
from indh_me.model import Categories, Period, Quantity

CELLS = (
    PlanCell(indicator="A", part=PlanPart.NAME, shown="personnes formées", path="Suivi!B5"),
    PlanCell(
        indicator="A",
        part=PlanPart.TARGET,
        shown=Quantity.at_least(18_000),
        period=Period.year(2008),
        categories=Categories.of(sex="female"),
        tolerance=0.005,
        path="Suivi!H5",
    ),
    PlanCell(indicator="B", part=PlanPart.BASELINE, shown=None, path="Suivi!F6"),
)


def test_columns_give_the_cells_back() -> None:
    """Cells that are held as columns are given back as they were, in their order."""
    held = PlanCells.of(*CELLS)

    assert CELLS == tuple(held)
    assert CELLS[1] == held[1]
    assert len(CELLS) == len(held)
    assert ("A", "A", "B") == held.indicator


def test_cells_given_to_a_workbook() -> None:
    """A workbook takes its locked cells one by one or as columns, which is the same."""
    one_by_one = EnteredWorkbook(file="a.xlsx", language="fr", plan=CELLS)
    as_columns = EnteredWorkbook(file="a.xlsx", language="fr", plan=PlanCells.of(*CELLS))

    assert one_by_one == as_columns
    assert 0 == len(EnteredWorkbook(file="a.xlsx", language="fr").plan)
