"""The method of achievement that an indicator is computed by."""

from indh_me.model import Indicator, Method, Quantity

from .achievement import LEVELS, default_method

__all__ = ["baseline_of", "method_of"]


def baseline_of(indicator: Indicator) -> Quantity | None:
    """Give the figure of an indicator's baseline; `None` where it is absent.

    Parameters
    ----------
    indicator
        What is measured.
    """
    return None if indicator.baseline is None else indicator.baseline.quantity


def method_of(indicator: Indicator) -> Method | None:
    """Give the method that an indicator names, else the one that suits it.

    Parameters
    ----------
    indicator
        What is measured.
    """
    if indicator.method is not None:
        return indicator.method
    return default_method(
        indicator.direction,
        level=indicator.accumulation in LEVELS and not indicator.unit.is_milestone,
        has_baseline=baseline_of(indicator) is not None,
    )
