import pytest
from attrs import evolve

from indh_me.model import (
    Baseline,
    Categories,
    Citation,
    Dimension,
    Indicator,
    Observation,
    Period,
    Result,
    Source,
    Target,
)
from indh_me.model.links import Links
from refusals import Strange

YEARS = Period.parse("2005/2007")
OPENED = Indicator.milestone("C-P1")
LINKS = Links.of(
    [Source(code="briefing")],
    [Dimension.of("sex", "female", "male")],
    [Result(code="training", level="outcome")],
    [OPENED],
)
ASTRAY = Citation("breifing")


def places(indicator: Indicator) -> list[tuple[str, str]]:
    """Return what is wrong with an indicator's references, and where."""
    faults = LINKS.faults([], [indicator])

    return [(fault.what, fault.where.path) for fault in faults]


def test_sound_references_have_no_faults() -> None:
    """What points to known codes is not reported."""
    indicator = evolve(
        OPENED,
        result="training",
        dimensions=["sex"],
        source=Citation("briefing"),
        baseline=Baseline(0, source=Citation("briefing")),
        targets=[
            Target(period=YEARS, value=1, source=Citation("briefing")),
            Target(period=YEARS, value=1, categories=Categories.of(sex="female")),
            Target(period=Period.year(2008), value=1),
        ],
    )

    assert [] == places(indicator)


@pytest.mark.parametrize(
    ("fields", "what", "where"),
    [
        ({"result": "trainin"}, "unknown result 'trainin'", "result"),
        ({"dimensions": ["sexe"]}, "unknown dimension 'sexe'", "dimensions"),
        ({"source": ASTRAY}, "unknown source 'breifing'", "source"),
        ({"baseline": Baseline(0, source=ASTRAY)}, "unknown source 'breifing'", "baseline.source"),
        (
            {"targets": [Target(period=YEARS, value=1, source=ASTRAY)]},
            "unknown source 'breifing'",
            'targets."2005/2007".source',
        ),
        (
            {"targets": [Target(period=YEARS, value=1, categories=Categories.of(age="young"))]},
            "unknown dimension 'age'",
            "targets_by_category.categories",
        ),
        (
            {"targets": [Target(period=YEARS, value=1, categories=Categories.of(sex="femal"))]},
            "unknown category of sex 'femal'",
            "targets_by_category.categories.sex",
        ),
    ],
)
def test_references_of_indicators(fields: Strange, what: str, where: str) -> None:
    """Each reference of an indicator that points to nothing is found at its place."""
    assert [(what, f"indicators.C-P1.{where}")] == places(evolve(OPENED, **fields))


def test_references_of_results() -> None:
    """Unknown parents, circles and unknown sources of results are found at their places."""
    results = [
        Result(code="a", level="output", parent="b"),
        Result(code="b", level="output", parent="a", source=ASTRAY),
        Result(code="c.1", level="output", parent="trainin"),
    ]
    faults = LINKS.faults(results, [])

    assert [
        ("'a' is part of itself: a > b > a", "results.a.parent"),
        ("unknown parent 'trainin'", 'results."c.1".parent'),
        ("unknown source 'breifing'", "results.b.source"),
    ] == [(fault.what, fault.where.path) for fault in faults]


def test_sound_observations_have_no_faults() -> None:
    """An observation that names known codes is not reported."""
    observation = Observation(indicator="C-P1", period=YEARS, value=1)

    assert [] == list(LINKS.observation_faults(observation, "observations[0]"))


def test_nearest_code_is_proposed() -> None:
    """The mend of a dangling reference is the nearest code of its kind."""
    (fault,) = LINKS.faults([], [evolve(OPENED, source=ASTRAY)])

    assert "did you mean 'briefing'? known: briefing" == fault.mend


def test_references_of_observations() -> None:
    """Each code of an observation that points to nothing is found at its place."""
    observation = Observation(
        indicator="C-P2",
        period=YEARS,
        value=1,
        categories=Categories.of(age="young", sex="femal"),
        source=ASTRAY,
    )
    faults = LINKS.observation_faults(observation, "observations[3]")

    assert [
        ("unknown indicator 'C-P2'", "observations[3].indicator"),
        ("unknown dimension 'age'", "observations[3].categories"),
        ("unknown category of sex 'femal'", "observations[3].categories.sex"),
        ("unknown source 'breifing'", "observations[3].source"),
    ] == [(fault.what, fault.where.path) for fault in faults]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"parent": "trainin"}, [("unknown result 'trainin'", "a.parent")]),
        ({"result": "trainin"}, [("unknown result 'trainin'", "a.result")]),
        ({"indicator": "C-P2"}, [("unknown indicator 'C-P2'", "a.indicator")]),
        ({"source": "breifing"}, [("unknown source 'breifing'", "a.source")]),
        ({"source": {"code": "breifing"}}, [("unknown source 'breifing'", "a.source")]),
        ({"source": {"code": "briefing"}, "result": "training"}, []),
        ({"source": {"page": "2"}, "result": 5}, []),
        (["result"], []),
        (None, []),
    ],
)
def test_references_of_plain_tables(table: object, expected: list[tuple[str, str]]) -> None:
    """Of a table that is faulty in itself, the codes that point to nothing are found."""
    faults = LINKS.plain_faults(table, "a")

    assert expected == [(fault.what, fault.where.path) for fault in faults]


def test_codes_of_faulty_parts_are_known() -> None:
    """Links can be given codes alone: what refers to a faulty part is not reported as well."""
    links = Links(sources=["plan"], dimensions={"sex": ["female"]}, results=[], indicators=[])

    assert [] == links.faults([], [evolve(OPENED, source=Citation("plan"), dimensions=["sex"])])


def test_places_are_paths_of_keys() -> None:
    """A dimension whose code is no bare key of TOML is quoted in the place of its fault."""
    place = Dimension.of("catégorie", "a")
    links = Links.of([], [place], [], [OPENED])
    seen = Observation(
        indicator="C-P1", period=YEARS, value=1, categories=Categories({"catégorie": "b"})
    )

    assert ['observations[0].categories."catégorie"'] == [
        fault.where.path for fault in links.observation_faults(seen, "observations[0]")
    ]
