"""Breakdowns for tests, made from rows of categories, period and value."""

from datetime import date

from indh_me.compute.disaggregation import Breakdown, GroupReason, breakdown
from indh_me.compute.reason import Reason
from indh_me.model import (
    Accumulation,
    Categories,
    Category,
    Dimension,
    Direction,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Text,
)
from indh_me.model.quantity import Value

__all__ = ["AUDIENCE", "END", "PLACE", "SEX", "broken_down", "figure"]

END = date(2008, 12, 31)

SEX = Dimension.of("sex", "female", "male")

AUDIENCE = Dimension(
    code="audience",
    categories=[Category(code, Text.of(en=code)) for code in ("teachers", "parents")],
    overlapping=True,
)

PLACE = Dimension(
    code="place",
    categories=[
        Category(code, Text.of(en=code), parent)
        for code, parent in [
            ("north", None),
            ("tangier", "north"),
            ("gzenaya", "tangier"),
            ("boukhalef", "tangier"),
            ("tetouan", "north"),
            ("south", None),
        ]
    ],
)


def broken_down(
    *rows: tuple[str, str, Value | float],
    unit: str = "count",
    accumulation: str = "sum",
    by: str | tuple[str, ...] | None = ("sex", "place"),
    sparse: bool = False,
) -> Breakdown:
    """Break down rows of categories, period and value."""
    indicator = Indicator(
        code="A",
        unit=unit,
        direction=Direction.INCREASE,
        accumulation=Accumulation(accumulation),
        dimensions=["sex"],
    )
    framework = Framework(
        code="DEMO", languages=["en"], dimensions=[SEX, AUDIENCE, PLACE], indicators=[indicator]
    )
    table = Observations.of(
        *(
            Observation(
                indicator="A",
                period=Period.parse(period),
                value=value,
                categories=Categories.parse(cell),
            )
            for cell, period, value in rows
        )
    )
    return breakdown(framework, table, "A", as_of=END, by=by, sparse=sparse)


def figure(made: Breakdown, cell: str = "") -> str | Reason | GroupReason | None:
    """Write the figure of a group, or give the reason why there is none."""
    group = made[Categories.parse(cell)]
    return group.reason if group.quantity is None else str(group.quantity)
