"""Ledgers for tests of the linter, made of a few indicators and observations."""

from collections.abc import Iterable
from datetime import date

from indh_me.compute.check import Finding
from indh_me.compute.check.ledger import Ledger
from indh_me.compute.reporting import ReportingSet, reporting_set
from indh_me.model import (
    TOTAL,
    Baseline,
    Categories,
    Dimension,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Revision,
    Target,
)
from indh_me.model.quantity import parse_value
from refusals import Strange

__all__ = ["aim", "flow", "ledger", "plan", "reporting", "revised", "seen", "start", "told"]

DIMENSIONS = (Dimension.of("sex", "female", "male"), Dimension.of("place", "north", "south"))


def flow(code: str = "A", **said: Strange) -> Indicator:
    """Make an indicator: a count that should increase and adds up, unless said otherwise."""
    fields = {"unit": "count", "direction": "increase", "accumulation": "sum", **said}
    return Indicator(code=code, **fields)


def aim(period: str, value: float | str, **said: Strange) -> Target:
    """Make a target."""
    return Target(period=Period.parse(period), value=_quantity(value), **said)


def revised(value: float | str, day: str = "2008-06-01") -> Revision:
    """Make a revision of a target."""
    return Revision(value=_quantity(value), date=date.fromisoformat(day))


def start(value: float | str, period: str | None = None) -> Baseline:
    """Make a baseline."""
    made = parse_value(value) if isinstance(value, str) else value
    return Baseline(made, None if period is None else Period.parse(period))


def seen(
    period: str, value: float | str = 1, group: str = "", code: str = "A", **said: Strange
) -> Observation:
    """Make an observation of an indicator, of its total unless a group is named."""
    return Observation(
        indicator=code,
        period=Period.parse(period),
        value=parse_value(value) if isinstance(value, str) else value,
        categories=Categories.parse(group) if group else TOTAL,
        **said,
    )


def plan(*indicators: Indicator) -> Framework:
    """Make a framework of some indicators, with two dimensions to break them down by."""
    return Framework(code="F", languages=["en"], dimensions=DIMENSIONS, indicators=indicators)


def reporting(*rows: Observation) -> ReportingSet:
    """Sort observations, of any date."""
    return reporting_set(Observations.of(*rows), date.max)


def ledger(*parts: Indicator | Observation) -> Ledger:
    """Make the ledger of some indicators and what was reported."""
    return Ledger.of(
        plan(*(each for each in parts if isinstance(each, Indicator))),
        reporting(*(each for each in parts if isinstance(each, Observation))),
    )


def told(findings: Iterable[Finding]) -> list[str]:
    """Give the messages of findings."""
    return [each.message for each in findings]


def _quantity(value: float | str) -> Quantity:
    return Quantity.parse(value) if isinstance(value, str) else Quantity.exactly(value)
