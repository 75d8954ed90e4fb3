"""Filled workbooks for tests, drafted without a file."""

from indh_me.compute import EnteredFigure, EnteredWorkbook, EntryForm
from indh_me.errors import Place
from indh_me.model import Categories, Period
from indh_me.model.quantity import parse_value
from refusals import Strange

__all__ = ["filled", "row"]


def row(
    indicator: str,
    period: str,
    value: str | None,
    about: str = "",
    *,
    cell: str = "Data entry!I5",
    file: str = "a.xlsx",
    **said: Strange,
) -> EnteredFigure:
    """Draft a row: its value in written form, `None` for a blank one."""
    return EnteredFigure(
        indicator=indicator,
        period=Period.parse(period),
        categories=Categories.parse(about),
        value=None if value is None else parse_value(value),
        place=Place(cell, file=file),
        **{"form": EntryForm.NUMBER, **said},
    )


def filled(*figures: EnteredFigure, **said: Strange) -> EnteredWorkbook:
    """Draft a workbook in French."""
    usual = {"file": "a.xlsx", "language": "fr", "framework": "DEMO"}
    return EnteredWorkbook(figures=figures, **{**usual, **said})
