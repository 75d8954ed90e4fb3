"""Presets: published rules that turn a rate into a word, each with its source."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any

from attrs import frozen

from indh_me.catalog.presets import rules
from indh_me.errors import Fault, UnknownCodeError, nearest, quoted
from indh_me.model import Source, Text, Thresholds

__all__ = ["Band", "Measure", "Preset", "preset", "presets"]


class Measure(Enum):
    """What a preset holds against its edges.

    Examples
    --------
    >>> from indh_me.compute.presets import presets
    >>> {each.code: each.measure.value for each in presets()}["pepfar"]
    'rate_minus_goal'
    """

    #: The rate of achievement, a fraction.
    RATE = "rate"
    #: The rate of achievement, minus the rate that is due by now.
    RATE_MINUS_GOAL = "rate_minus_goal"
    #: Actual over target, also for a decrease.
    ACTUAL_TO_TARGET = "actual_to_target"
    #: Observed over required compound annual growth.
    GROWTH_RATIO = "growth_ratio"
    #: Observed compound annual growth, in the wanted direction.
    GROWTH = "growth"


@frozen(kw_only=True)
class Band:
    """One class of a preset.

    Parameters
    ----------
    code
        Its word.
    name
        What it is called, in Arabic, French and English.
    edge
        Its lower edge, a fraction; `None` for the last class, which takes what is left, and for
        a class that no edge decides.
    holds_edge
        Whether a figure that is exactly on the edge belongs to it, not to the class below.

    Examples
    --------
    >>> from indh_me.compute.presets import preset
    >>> green, *_ = preset("undp_irrf").bands
    >>> green.code, green.name.get("fr"), green.edge
    ('green', 'Vert', 0.8)
    """

    code: str
    name: Text
    edge: float | None = None
    holds_edge: bool = True


@frozen(kw_only=True)
class Preset:
    """A published rule that turns a figure into a word.

    Parameters
    ----------
    code
        Short name.
    name
        What it is called, in Arabic, French and English.
    measure
        What is held against the edges.
    bands
        The classes, from the best (or highest) down.
    met
        Class of a target that is met, whatever its rate; `None` when the rule has none.
    source
        Who publishes it.

    Examples
    --------
    >>> [each.code for each in preset("undp_irrf").bands]
    ['green', 'yellow', 'red']
    """

    code: str
    name: Text
    measure: Measure
    bands: tuple[Band, ...]
    met: Band | None
    source: Source

    @property
    def thresholds(self) -> Thresholds | None:
        """The same edges as thresholds of a framework; `None` when they are not of a rate.

        Examples
        --------
        >>> preset("undp_irrf").thresholds.at_risk
        0.6
        >>> preset("pepfar").thresholds is None
        True
        """
        if self.measure is not Measure.RATE:
            return None
        on_track, at_risk = (each.edge for each in self.bands if each.edge is not None)
        return Thresholds(on_track=on_track, at_risk=at_risk, basis=self.name)


@cache
def presets() -> tuple[Preset, ...]:
    """Give all presets.

    Returns
    -------
    tuple[Preset, ...]
        In the order in which the page of presets explains them.

    Examples
    --------
    >>> [each.code for each in presets()]
    ['undp_irrf', 'pepfar', 'open_sdg', 'open_sdg_no_target', 'within_15']
    """
    return tuple(_from_table(code, table) for code, table in rules()["presets"].items())


def preset(code: str) -> Preset:
    """Find a preset by its code.

    Parameters
    ----------
    code
        ``undp_irrf``, ``pepfar``, ``open_sdg``, ``open_sdg_no_target`` or ``within_15``.

    Returns
    -------
    Preset
        The rule, with its classes and source.

    Raises
    ------
    UnknownCodeError
        When there is none, with the nearest code.

    Examples
    --------
    >>> preset("pepfar").source.label.get("en").partition(",")[0]
    'USAID Office of HIV/AIDS'
    """
    for each in presets():
        if each.code == code:
            return each
    known = [each.code for each in presets()]
    raise UnknownCodeError(
        Fault(f"unknown preset {quoted(code)}", "preset", nearest(str(code), known))
    )


def _from_table(code: str, table: Mapping[str, Any]) -> Preset:
    source = table["source"]
    return Preset(
        code=code,
        name=Text(table["name"]),
        measure=Measure(table["measure"]),
        bands=tuple(_band(each) for each in table["classes"]),
        met=_band(table["met"]) if "met" in table else None,
        source=Source(code=code, label=Text.of(en=source["label"]), address=source["address"]),
    )


def _band(table: Mapping[str, Any]) -> Band:
    return Band(
        code=table["code"],
        name=Text(table["name"]),
        edge=table.get("above", table.get("from")),
        holds_edge="above" not in table,
    )
