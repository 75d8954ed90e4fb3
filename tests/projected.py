"""Projections for tests, of invented figures and of the example."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from drafts import flow, seen
from indh_me.compute import Projection, Projections, project, projections
from indh_me.model import Framework, Observations
from indh_me.read import read_framework_file
from refusals import Strange

__all__ = ["BRIEFING", "briefing", "drafted", "drifting"]

INDH = Path(__file__).parents[1] / "examples" / "indh" / "framework.toml"
BRIEFING = date(2008, 3, 27)
#: Four years, invented: 7 more in three years.
FOUR = {"2003": 60, "2004": 62, "2005": 65, "2006": 67}


def briefing() -> Projections:
    """Give the projections of the example, as of the day of its briefing."""
    framework, observations = read_framework_file(INDH)
    return projections(framework, observations, as_of=BRIEFING)


def drifting(**said: Strange) -> Projection:
    """Give the projection of four invented years to 2010, with a target of 72."""
    return project(FOUR, **{"to": "2010", "target": 72, **said})


def drafted(
    figures: Mapping[str, float | str],
    targets: Mapping[str, float] | None = None,
    to: str | None = None,
    **said: Strange,
) -> Projection:
    """Draft the projection of an indicator: a count that adds up, unless said otherwise."""
    table = Observations.of(*(seen("A", period, value) for period, value in figures.items()))
    framework = Framework(code="DEMO", languages=["en"], indicators=[flow("A", targets, **said)])
    return projections(framework, table, to=to)["A"]
