from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me._codec.converter import converter_for
from indh_me._codec.faults import faults_of
from indh_me.errors import Fault
from indh_me.model import (
    Absence,
    Accumulation,
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Direction,
    Indicator,
    Period,
    Quantity,
    Result,
    Revision,
    Source,
    Target,
    Text,
    Thresholds,
)

#: Plain data of any shape.
Plain: TypeAlias = Any

LANGUAGES = ("fr", "en")
COUNT = {"code": "A", "unit": "count", "direction": "increase", "accumulation": "sum"}


def _read(plain: object, kind: type, languages: tuple[str, ...] = LANGUAGES) -> Plain:
    return converter_for(languages).structure(plain, kind)


def _faults(plain: object, kind: type, languages: tuple[str, ...] = LANGUAGES) -> list[Fault]:
    """List what is wrong with a value, in the order found."""
    try:
        _read(plain, kind, languages)
    except Exception as error:  # noqa: BLE001 - the converter raises groups of any errors
        found = list(faults_of(error))
        assert [] == [fault for fault in found if fault.mend == "" and "missing" not in fault.what]
        return found
    return []


def _paths(plain: object, kind: type, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    return [fault.where.path for fault in _faults(plain, kind, languages)]


def _indicator(**keys: Plain) -> Indicator:
    made: Indicator = _read({**COUNT, **keys}, Indicator)
    return made


@pytest.mark.parametrize(
    ("plain", "languages", "text"),
    [
        ("cible", LANGUAGES, Text.of(fr="cible")),
        ("target", ("en",), Text.of(en="target")),
        ({"en": "target", "fr": "cible"}, LANGUAGES, Text.of(fr="cible", en="target")),
        ({"zgh": "a"}, (), Text.of(zgh="a")),
    ],
)
def test_texts_are_read(plain: object, languages: tuple[str, ...], text: Text) -> None:
    """A text is a table of languages, or a string in the framework's first language."""
    assert text == _read(plain, Text, languages)


def test_text_without_languages_is_no_fault_of_its_own() -> None:
    """Where the languages cannot be read, which is a fault already, each text is let pass."""
    assert "a" == _read("a", Text, ()).words[0][1]


def test_unknown_languages_are_refused() -> None:
    """Only the framework's languages are allowed, each other one is reported with the nearest."""
    faults = _faults({"fr": "a", "ar": "b", "EN": "c"}, Text)

    assert ["ar", "EN"] == [fault.where.path for fault in faults]
    assert "language 'EN' is not one of the framework's" == faults[1].what
    assert faults[1].mend.endswith("; or add it to framework.languages")


@pytest.mark.parametrize(
    ("plain", "what", "path"),
    [
        (3, "a text is needed here, not the number '3'", ""),
        ({"fr": 3}, "a string is needed here, not the number '3'", "fr"),
        ({"fr": " "}, "blank text in 'fr'", "fr"),
        ({}, "a text without words", ""),
    ],
)
def test_texts_that_say_nothing_are_refused(plain: object, what: str, path: str) -> None:
    """A text is made of words, each language's judged by itself."""
    (fault,) = _faults(plain, Text)

    assert (what, path) == (fault.what, fault.where.path)


@pytest.mark.parametrize(
    ("plain", "citation"),
    [
        ("briefing", Citation("briefing")),
        ({"code": "briefing", "page": "1"}, Citation("briefing", "1")),
        ({"code": "b", "quote": {"fr": "a"}}, Citation("b", quote=Text.of(fr="a"))),
    ],
)
def test_citations_are_read(plain: object, citation: Citation) -> None:
    """A citation is a code, or a table with more."""
    assert citation == _read(plain, Citation)
    assert plain == converter_for(LANGUAGES).unstructure(citation)


@pytest.mark.parametrize(
    ("plain", "baseline"),
    [
        (60, Baseline(60)),
        ("not_reported", Baseline(Absence.NOT_REPORTED)),
        ({"value": ">=5", "period": "2007"}, Baseline(Quantity.at_least(5), Period.year(2007))),
    ],
)
def test_baselines_are_read(plain: object, baseline: Baseline) -> None:
    """A baseline is a value, or a table with more."""
    assert baseline == _read(plain, Baseline)
    assert plain == converter_for(LANGUAGES).unstructure(baseline)


def test_dimensions_are_read() -> None:
    """Categories stand under their codes, by name alone or with a parent beside the languages."""
    plain = {
        "code": "place",
        "name": {"fr": "Lieu"},
        "categories": {
            "south": "Sud",
            "dakhla": {"fr": "Dakhla", "parent": "south"},
            "x": {"en": "X"},
        },
        "overlapping": True,
    }

    assert Dimension(
        code="place",
        name=Text.of(fr="Lieu"),
        categories=[
            Category("south", Text.of(fr="Sud")),
            Category("dakhla", Text.of(fr="Dakhla"), "south"),
            Category("x", Text.of(en="X")),
        ],
        overlapping=True,
    ) == _read(plain, Dimension)


def test_faults_of_dimensions_have_their_places() -> None:
    """Every fault of a dimension is reported, each with the path of the key that is wrong."""
    plain = {
        "code": "place",
        "overlap": True,
        "name": 3,
        "categories": {"a": 3, "b": {"fr": "B", "parent": 3}, "c": {"fr": 3, "parant": "b"}},
    }

    assert ["name", "overlap", "categories.a", "categories.b.parent", "categories.c.parant"] == (
        _paths(plain, Dimension)
    )
    assert ["categories"] == _paths({"code": "place", "categories": ["a"]}, Dimension)
    assert ["a.parent"] == _paths(
        {"code": "place", "categories": {"a": {"fr": "A", "parent": "b"}}}, Dimension
    )


def test_targets_are_read() -> None:
    """Targets of totals stand under their periods, those of groups in a list."""
    made = _indicator(
        targets={
            "2008": 20_000,
            "2009": {"value": ">=5", "code": "T-P2", "cumulative": True, "source": "b"},
        },
        targets_by_category=[{"period": 2008, "categories": {"sex": "female"}, "value": 9_000}],
    )

    assert (
        Target(period=Period.year(2008), value=20_000),
        Target(period=Period.year(2008), value=9_000, categories=Categories.of(sex="female")),
        Target(
            period=Period.year(2009),
            value=Quantity.at_least(5),
            code="T-P2",
            cumulative=True,
            source=Citation("b"),
        ),
    ) == made.targets


def test_revisions_are_read() -> None:
    """A target keeps its revisions, each with day and rationale."""
    plain = {"2008": {"value": 1, "revisions": [{"value": 2, "date": "2008-06-01"}]}}

    assert (Revision(value=2, date=date(2008, 6, 1)),) == _indicator(targets=plain).targets[
        0
    ].revisions


def test_milestones_say_yes_or_no() -> None:
    """Of a milestone, baseline, targets and revisions may be true or false, and no words more."""
    made = _read(
        {
            "code": "M",
            "unit": "milestone",
            "baseline": {"value": False, "period": "2005"},
            "targets": {
                "2007": {"value": True, "revisions": [{"value": False, "date": date(2007, 1, 1)}]}
            },
            "targets_by_category": [{"period": "2007", "categories": {"a": "b"}, "value": True}],
        },
        Indicator,
    )

    assert (Direction.INCREASE, Accumulation.LATEST) == (made.direction, made.accumulation)
    assert Baseline(0, Period.year(2005)) == made.baseline
    assert [1, 1] == [target.value.best for target in made.targets]
    assert 0 == made.targets[0].revisions[0].value.best


@pytest.mark.parametrize(
    ("keys", "paths"),
    [
        ({"unit": ["count"]}, ["unit"]),
        ({"colour": "red", "direction": "up"}, ["direction", "colour"]),
        ({"targets": 3, "name": 4}, ["name", "targets"]),
        ({"targets": {"20x8": 1, "2009": "x", "2010": True}}, ["20x8", "2009.value", "2010.value"]),
        ({"targets": {"20x8": {"value": "x"}}}, ["20x8", "20x8.value"]),
        ({"targets": {"2008": {"value": 1, "period": "2009"}}}, ["2008.period"]),
        (
            {"targets": {"2008": {"value": 1, "categories": {}, "colour": 1}}},
            ["2008.categories", "2008.colour"],
        ),
        ({"targets": {"2008": {"code": "x"}}}, ["2008.value"]),
        ({"targets": {"2008": {"value": 1, "revisions": 3}}}, ["2008.revisions"]),
        (
            {"targets": {"2008": {"value": 1, "revisions": [{"value": 1}, 3]}}},
            ["2008.revisions[0].date", "2008.revisions[1]"],
        ),
        ({"targets_by_category": {"sex": 1}}, ["targets_by_category"]),
        (
            {"targets_by_category": [3, {"value": 1}]},
            ["targets_by_category[0]", "targets_by_category[1].period"],
        ),
        (
            {"targets_by_category": [{"period": "2008", "value": 1}]},
            ["targets_by_category[0].categories"],
        ),
        ({"targets": {"2008": 1, "2008-01/2008-12": 2}}, ["2008"]),
        ({"baseline": True}, ["baseline"]),
        ({"baseline": {"value": True}}, ["baseline.value"]),
        ({"dimensions": "place"}, ["dimensions"]),
        ({"dimensions": ["place", 3]}, ["dimensions[1]"]),
        ({"external_codes": ["4.4.1"]}, ["external_codes"]),
        ({"external_codes": {"sdg": 4}}, ["external_codes.sdg"]),
        ({"band": "wide"}, ["band"]),
    ],
)
def test_faults_of_indicators_have_their_places(keys: dict[str, Any], paths: list[str]) -> None:
    """Every fault of an indicator is reported, each with the path of the key that is wrong."""
    found = [path.removeprefix("targets.") for path in _paths({**COUNT, **keys}, Indicator)]

    assert paths == found


def test_direction_and_accumulation_must_be_stated() -> None:
    """Only a milestone may leave its direction and accumulation out."""
    assert ["direction", "accumulation"] == _paths({"code": "A", "unit": "count"}, Indicator)


@pytest.mark.parametrize(
    ("plain", "kind", "paths"),
    [
        ({"code": "A"}, Result, ["level"]),
        ({"code": "A", "level": "output", "weight": "5"}, Result, ["weight"]),
        ({"code": "A", "level": "output", "period": []}, Result, ["period"]),
        ("A", Result, [""]),
        ({"code": "A", "date": "spring", "lable": "x"}, Source, ["date", "lable"]),
        ({"on_track": "high"}, Thresholds, ["on_track"]),
        ({"page": 1}, Citation, ["code", "page"]),
        (3, Citation, [""]),
        ({"period": "2007"}, Baseline, ["value"]),
    ],
)
def test_faults_of_other_parts_have_their_places(
    plain: object, kind: type, paths: list[str]
) -> None:
    """Every fault of any other part is reported, each with the path of the key that is wrong."""
    assert paths == _paths(plain, kind)


def test_nearest_key_is_no_key_of_the_table_itself() -> None:
    """The nearest spelling of an unknown key is one that may stand there: its code may not."""
    (fault,) = _faults({**COUNT, "coode": "B", "targets_by_categorie": []}, Indicator)[:1]
    found = _faults({**COUNT, "targets_by_categorie": []}, Indicator)

    assert "'code'" not in fault.mend
    assert "did you mean 'targets_by_category'?" in found[0].mend


def test_one_converter_for_each_set_of_languages() -> None:
    """The converter is made once for each set of languages, as making one takes a while."""
    assert converter_for(LANGUAGES) is converter_for(("fr", "en"))


def test_what_is_default_is_not_written() -> None:
    """What is as by default is left out, but direction and accumulation are always stated."""
    plain = converter_for(LANGUAGES).unstructure(_indicator())

    assert COUNT == plain
