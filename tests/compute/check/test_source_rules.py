from datetime import date

import pytest

from indh_me.compute.check.source_rules import (
    unfounded_thresholds,
    untraceable_sources,
    unused_parts,
)
from indh_me.model import (
    Baseline,
    Categories,
    Citation,
    Dimension,
    Framework,
    Indicator,
    Observation,
    Period,
    Result,
    Source,
    Target,
    Text,
    Thresholds,
)
from plans import flow, found, places, plan, subject, target

CITED = Citation("s")
PLAIN = Source(code="s")


def _unused(framework: Framework, *rows: Observation) -> list[str]:
    return [each.place.path for each in unused_parts(subject(framework, *rows))]


def test_parts_that_nobody_uses() -> None:
    """Sources that nobody cites and dimensions that nothing uses are found."""
    framework = plan(
        flow(source=CITED, dimensions=["sex"]),
        sources=[PLAIN, Source(code="t"), Source(code="u")],
        dimensions=[Dimension.of("place", "south"), Dimension.of("sex", "female")],
    )
    mend = "delete it, or check together with the data that cites it"

    assert [
        ("sources.t", "nothing cites source t", mend, None),
        ("sources.u", "nothing cites source u", mend, None),
        (
            "dimensions.place",
            "nothing is broken down by dimension place",
            "delete it, or list it in the dimensions of an indicator",
            None,
        ),
    ] == found(unused_parts(subject(framework)))


@pytest.mark.parametrize(
    "indicator",
    [
        flow(source=CITED),
        flow(baseline=Baseline(1, source=CITED)),
        flow(targets=[Target(period=Period.year(2008), value=1, source=CITED)]),
    ],
)
def test_citations_of_indicators(indicator: Indicator) -> None:
    """An indicator, its baseline and its targets may cite a source."""
    assert [] == _unused(plan(indicator, sources=[PLAIN], dimensions=[]))


def test_every_citation_counts() -> None:
    """A source that is cited last of all is cited, with others still to be found before it."""
    cited = [flow(code, source=Citation(code.lower())) for code in "AB"]
    sources = [Source(code=code) for code in "abc"]

    assert ["sources.c"] == _unused(plan(*cited, sources=sources, dimensions=[]))


def test_citations_elsewhere() -> None:
    """A result may cite a source, and so may the data."""
    cited = Result(code="R", level="output", source=CITED)
    seen = Observation(indicator="A", period=Period.year(2008), value=1, source=CITED)
    framework = plan(flow(baseline=Baseline(1)), sources=[PLAIN], dimensions=[])

    assert [] == _unused(plan(results=[cited], sources=[PLAIN], dimensions=[]))
    assert [] == _unused(framework, seen)
    assert ["sources.s"] == _unused(framework)


def test_uses_of_a_dimension() -> None:
    """An indicator may list a dimension, a target may be set by it, and a figure reported by it."""
    group = Categories.of(sex="female")
    seen = Observation(indicator="A", period=Period.year(2008), value=1, categories=group)

    assert [] == _unused(plan(flow(dimensions=["sex"])))
    assert [] == _unused(plan(flow(targets=[target("2008", 1, group="sex=female")])))
    assert [] == _unused(plan(flow()), seen)
    assert ["dimensions.sex"] == _unused(plan(flow(targets=[target("2008", 1)])))


def test_sources_that_cannot_be_found() -> None:
    """A source with nothing but a label is found."""
    source = Source(code="s", label=Text.of(fr="Rapport"))

    assert [
        (
            "sources.s",
            "source s has no date, address, page or quote",
            "say of which day it is, or where it can be found",
            None,
        )
    ] == found(untraceable_sources(plan(sources=[source])))


@pytest.mark.parametrize(
    "source",
    [
        Source(code="s", date=date(2008, 3, 27)),
        Source(code="s", address="https://example.org"),
        Source(code="s", page="3"),
        Source(code="s", quote=Text.of(fr="mots")),
    ],
)
def test_sources_that_can_be_found(source: Source) -> None:
    """A date, an address, a page or a quotation is enough to find a source by."""
    assert [] == places(untraceable_sources, sources=[source])


def test_thresholds_of_ones_own() -> None:
    """Thresholds without a basis are found when one of them is not the default."""
    mend = "say whose rule they are: add thresholds.basis"

    assert [("thresholds", "thresholds '0.9' and '0.6' without a basis", mend, None)] == found(
        unfounded_thresholds(plan(thresholds=Thresholds(on_track=0.9)))
    )
    assert [("thresholds", "thresholds '0.8' and '0.5' without a basis", mend, None)] == found(
        unfounded_thresholds(plan(thresholds=Thresholds(at_risk=0.5)))
    )


def test_thresholds_with_a_basis() -> None:
    """The default thresholds have a basis of their own, others may be given one."""
    own = Thresholds(on_track=0.9, basis=Text.of(fr="Règle du bailleur"))

    assert [] == places(unfounded_thresholds)
    assert [] == places(unfounded_thresholds, thresholds=Thresholds(on_track=0.8, at_risk=0.6))
    assert [] == places(unfounded_thresholds, thresholds=own)
