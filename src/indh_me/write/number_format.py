"""How the figures of an indicator are written in a cell."""

from indh_me.model import Accumulation, Indicator, UnitKind

__all__ = ["number_format"]


def number_format(indicator: Indicator) -> str:
    """Give the number format of an indicator's figures.

    Parameters
    ----------
    indicator
        Whose figures they are.

    Examples
    --------
    >>> number_format(Indicator.milestone("C-P1"))
    'General'
    """
    unit = indicator.unit
    if unit.is_milestone:
        return "General"
    if unit.kind is UnitKind.PERCENT:
        # More decimals where rounding would make 100 % or 0 % of what is not.
        return '[>=99.95]0.0##" %";[<0.05]0.0##" %";0.0" %"'
    if unit.kind is UnitKind.CURRENCY:
        return f'#,##0" {unit.currency}"'
    whole = unit.kind is UnitKind.COUNT and indicator.accumulation is not Accumulation.MEAN
    return "#,##0" if whole else "#,##0.0##"
