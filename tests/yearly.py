"""Projections for tests, drafted from a few figures."""

from collections.abc import Mapping
from datetime import date

from drafts import flow, seen
from indh_me.compute import Projection, Projections, project, projections
from indh_me.model import Framework, Indicator, Observations
from refusals import Strange

__all__ = ["YEARLY", "projected", "projected_framework", "share"]

#: Figures that rise unevenly.
YEARLY = {"2005": 54, "2006": 58, "2007": 57, "2008": 61, "2009": 62, "2010": 66}
AS_OF = date(2011, 3, 31)


def share(code: str = "A", **said: Strange) -> Indicator:
    """Draft an indicator: a percentage that should increase, measured at a date."""
    return flow(code, **{"unit": "percent", "accumulation": "latest", **said})


def projected(
    indicator: Indicator | None = None,
    figures: Mapping[str, float | str] | None = None,
    **said: Strange,
) -> Projection:
    """Draft a projection of one indicator."""
    made = share(targets={"2012": 72}) if indicator is None else indicator
    rows = [
        seen(made.code, period, value)
        for period, value in (YEARLY if figures is None else figures).items()
    ]
    table = Observations.from_iterable(rows)
    return project(made, table, **{"as_of": AS_OF, **said})


def projected_framework(
    framework: Framework, figures: Mapping[str, Mapping[str, float | str]], **said: Strange
) -> tuple[Observations, Projections]:
    """Draft the projections of a framework, with the figures that they are made from."""
    table = Observations.from_iterable(
        seen(code, period, value)
        for code, listed in figures.items()
        for period, value in listed.items()
    )
    return table, projections(framework, table, **{"as_of": AS_OF, **said})
