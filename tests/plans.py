"""Plans for tests of the linter, drafted from little, and what is found in them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from indh_me.compute.check import Finding
from indh_me.compute.check.rule import Subject
from indh_me.model import (
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
    Text,
)
from refusals import Strange

__all__ = ["SEX", "baseline", "flow", "found", "level", "places", "plan", "subject", "target"]

SEX = Dimension.of("sex", "female", "male")
FIRST_DECISION = date(2008, 6, 1)


def plan(*indicators: Indicator, **parts: Strange) -> Framework:
    """Draft a framework in French."""
    return Framework(
        indicators=indicators, **{"code": "F", "languages": ["fr"], "dimensions": [SEX], **parts}
    )


def subject(framework: Framework, *rows: Observation) -> Subject:
    """Draft what rules look at that look at more than the framework."""
    return Subject(framework, Observations.from_iterable(rows), None)


def level(code: str = "A", **said: Strange) -> Indicator:
    """Draft a level: a percentage that should increase, unless said otherwise."""
    usual = {"unit": "percent", "direction": "increase", "accumulation": "latest"}
    return Indicator(code=code, **{**usual, **said})


def flow(code: str = "A", **said: Strange) -> Indicator:
    """Draft a flow: a count that adds up and should increase, unless said otherwise."""
    usual = {"unit": "count", "direction": "increase", "accumulation": "sum"}
    return Indicator(code=code, **{**usual, **said})


def target(
    period: str,
    value: float | str,
    *revisions: float | str,
    group: str = "",
    why: str | None = None,
    **said: Strange,
) -> Target:
    """Draft a target, its revisions one a day, and a group such as ``sex=female``."""
    rationale = None if why is None else Text.of(fr=why)
    return Target(
        period=Period.parse(period),
        value=_quantity(value),
        categories=Categories.parse(group),
        revisions=[
            Revision(
                value=_quantity(each),
                date=FIRST_DECISION.replace(day=number),
                rationale=rationale,
            )
            for number, each in enumerate(revisions, start=1)
        ],
        **said,
    )


def baseline(value: float | str, period: str | None = None) -> Baseline:
    """Draft a baseline."""
    return Baseline(_quantity(value), None if period is None else Period.parse(period))


def _quantity(value: float | str) -> Quantity:
    return Quantity.parse(value) if isinstance(value, str) else Quantity.exactly(value)


def places(
    search: Callable[[Framework], Iterator[Finding]], *indicators: Indicator, **parts: Strange
) -> list[str]:
    """Give the places at which a search finds something in a plan."""
    return [each.place.path for each in search(plan(*indicators, **parts))]


def found(findings: Iterable[Finding]) -> list[tuple[str, str, str, str | None]]:
    """Give place, message, mend and indicator of findings."""
    return [(each.place.path, each.message, each.mend, each.indicator) for each in findings]
