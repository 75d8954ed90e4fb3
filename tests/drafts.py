"""Contents of workbooks for tests, drafted from a few indicators and figures."""

from collections.abc import Iterable, Mapping
from datetime import date

from indh_me.compute import assess
from indh_me.model import (
    TOTAL,
    Baseline,
    Categories,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Source,
    Target,
)
from indh_me.model.quantity import Value, parse_value
from indh_me.write.content import Content
from indh_me.write.grid import Formula, Sheet
from indh_me.write.grid import Value as CellValue
from indh_me.write.words import Words
from refusals import Strange

__all__ = ["AS_OF", "content", "flow", "seen", "shown", "values"]

AS_OF = date(2010, 12, 31)


def flow(
    code: str = "A", targets: Mapping[str, float | str] | None = None, **said: Strange
) -> Indicator:
    """Draft an indicator: a count that should increase and adds up, unless said otherwise."""
    made = [
        Target(period=Period.parse(period), value=_quantity(value))
        for period, value in (targets or {}).items()
    ]
    baseline = said.pop("baseline", None)
    fields = {"unit": "count", "direction": "increase", "accumulation": "sum", **said}
    return Indicator(
        code=code,
        targets=made,
        baseline=None if baseline is None else Baseline(_quantity(baseline)),
        **fields,
    )


def _quantity(value: float | str) -> Quantity:
    return Quantity.parse(value) if isinstance(value, str) else Quantity.exactly(value)


def seen(
    indicator: str,
    period: str,
    value: float | str,
    categories: Categories = TOTAL,
    **said: Strange,
) -> Observation:
    """Draft an observation."""
    made: Value = parse_value(value) if isinstance(value, str) else Quantity.exactly(value)
    return Observation(
        indicator=indicator,
        period=Period.parse(period),
        value=made,
        categories=categories,
        **said,
    )


def content(
    indicators: Iterable[Indicator],
    observations: Iterable[Observation] = (),
    *,
    as_of: date = AS_OF,
    language: str = "en",
    **said: Strange,
) -> Content:
    """Draft the content of a workbook."""
    fields = {"code": "DEMO", "languages": ["en"], "sources": [Source(code="plan")], **said}
    framework = Framework(indicators=indicators, **fields)
    table = Observations.from_iterable(observations)
    assessment = assess(framework, table, as_of=as_of)
    return Content(assessment, table, Words.of(framework, language))


def shown(value: CellValue) -> CellValue:
    """Give what a cell shows: of a formula what it comes to."""
    return value.value if isinstance(value, Formula) else value


def values(sheet: Sheet) -> dict[tuple[int, int], CellValue]:
    """Give what the cells of a sheet show, by row and column."""
    return {(cell.row, cell.column): shown(cell.value) for cell in sheet.cells}
