import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from golden_files import GoldenFiles
from indh_me._codec import framework_from_plain
from indh_me._codec.schema import framework_schema
from indh_me.catalog import schema
from refusals import refusals

#: Plain data of any shape.
Plain: TypeAlias = Any

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "src" / "indh_me" / "catalog"
FRAMEWORKS = [
    ROOT / "examples" / "indh" / "framework.toml",
    CATALOG / "starter" / "framework.toml",
    *sorted((CATALOG / "library").glob("*.toml")),
]
VALIDATOR = Draft202012Validator(framework_schema(), format_checker=FormatChecker())

Change = Callable[[dict[str, Any]], object]


def _json(plain: Plain) -> Plain:
    """Turn TOML into JSON: dates become strings."""
    if isinstance(plain, dict):
        return {key: _json(each) for key, each in plain.items()}
    if isinstance(plain, list):
        return [_json(each) for each in plain]
    return plain.isoformat() if isinstance(plain, date) else plain


def _good() -> dict[str, Any]:
    """Give a framework with one of everything."""
    return tomllib.loads("""
        framework = { code = "A", languages = ["fr", "ar"], title.fr = "Cadre" }
        thresholds = { on_track = 0.9, basis = "nous" }

        [sources.briefing]
        date = 2008-03-27
        quote.ar = "تكوين"

        [dimensions.sex]
        categories = { female = "Femmes", male = { fr = "Hommes", parent = "female" } }

        [results.training]
        level = "output"
        weight = 50

        [indicators.trained]
        unit = "count"
        direction = "increase"
        accumulation = "sum"
        dimensions = ["sex"]
        baseline = { value = ">=5", period = 2007, source = "briefing" }
        targets = { 2008 = 20_000, 2009-S1 = { value = "5..6", revisions = [
            { value = 7, date = 2008-06-01 },
        ] } }
        targets_by_category = [{ period = "2008", categories = { sex = "female" }, value = 9 }]
        external_codes = { sdg = "4.4.1" }

        [indicators.manual]
        unit = "milestone"
        targets = { 2008 = true }

        [[suppressions]]
        rule = "ME003"
        place = 'observations.trained."2008 sex=female"'
        reason = "source orale"

        [[observations]]
        indicator = "trained"
        period = "2005/2007"
        value = ">=18000"
        source = { code = "briefing", page = "1" }
        collected = 2008-03-27
    """)


def test_shipped_schema_is_made_from_the_classes(golden: GoldenFiles) -> None:
    """The schema that is shipped is the one that the classes give."""
    made = json.dumps(framework_schema(), indent=2, ensure_ascii=False) + "\n"

    GoldenFiles(CATALOG, rewrite=golden.rewrite).check("framework.schema.json", made)


def test_schema_is_one() -> None:
    """The schema keeps to the rules of its dialect, and every reference in it leads somewhere."""
    Draft202012Validator.check_schema(json.loads(schema()))
    names = {f"#/$defs/{name}" for name in framework_schema()["$defs"]}

    assert names == set(_references(framework_schema()))


def _references(plain: object) -> list[str]:
    if isinstance(plain, list):
        return [found for each in plain for found in _references(each)]
    if not isinstance(plain, dict):
        return []
    own = [plain["$ref"]] if "$ref" in plain else []
    return own + [found for each in plain.values() for found in _references(each)]


@pytest.mark.parametrize("path", FRAMEWORKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_frameworks_fit(path: Path) -> None:
    """The frameworks that are shipped fit the schema."""
    plain = tomllib.loads(path.read_text(encoding="utf-8"))

    assert [] == [
        f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(_json(plain))
    ]


def test_one_of_everything_fits() -> None:
    """What the reader takes fits the schema, whichever way it is written."""
    framework_from_plain(_good())

    assert [] == [error.message for error in VALIDATOR.iter_errors(_json(_good()))]


def test_preset_fits() -> None:
    """Thresholds taken from a preset fit the schema, with a basis of one's own or without."""
    for thresholds in ({"preset": "undp_irrf"}, {"preset": "undp_irrf", "basis": "nous"}):
        plain = {**_good(), "thresholds": thresholds}
        framework_from_plain(plain)

        assert VALIDATOR.is_valid(_json(plain))


FAULTS: dict[str, Change] = {
    "no head": lambda f: f.pop("framework"),
    "no languages": lambda f: f["framework"].pop("languages"),
    "empty languages": lambda f: f["framework"].update(languages=[]),
    "language twice": lambda f: f["framework"].update(languages=["fr", "fr"]),
    "no tag": lambda f: f["framework"].update(languages=["fr", "ar", "French"]),
    "unknown table": lambda f: f.update(colours={}),
    "unknown key": lambda f: f["indicators"]["trained"].update(colour="red"),
    "key of a code": lambda f: f["indicators"]["trained"].update(code="trained"),
    "impossible code": lambda f: f["results"].update({"a b": {"level": "output"}}),
    "unknown level": lambda f: f["results"]["training"].update(level="outptu"),
    "weight over 100": lambda f: f["results"]["training"].update(weight=101),
    "no level": lambda f: f["results"]["training"].pop("level"),
    "unknown unit": lambda f: f["indicators"]["trained"].update(unit="cuont"),
    "no direction": lambda f: f["indicators"]["trained"].pop("direction"),
    "no accumulation": lambda f: f["indicators"]["trained"].pop("accumulation"),
    "dimension in a string": lambda f: f["indicators"]["trained"].update(dimensions="sex"),
    "blank text": lambda f: f["indicators"]["trained"].update(name={"fr": " "}),
    "text in no language": lambda f: f["indicators"]["trained"].update(name={}),
    "number for a text": lambda f: f["indicators"]["trained"].update(name=3),
    "no quantity": lambda f: f["indicators"]["trained"]["targets"].update({"2008": "many"}),
    "comma in a number": lambda f: f["indicators"]["trained"]["targets"].update({"2008": "1,5"}),
    "yes for a number": lambda f: f["indicators"]["trained"]["targets"].update({"2008": True}),
    "yes for a baseline": lambda f: f["indicators"]["trained"].update(baseline=True),
    "yes in a table": lambda f: f["indicators"]["trained"]["baseline"].update(value=True),
    "no period": lambda f: f["indicators"]["trained"]["targets"].update({"20x8": 1}),
    "no quarter": lambda f: f["indicators"]["trained"]["targets"].update({"2008-Q5": 1}),
    "period in a target": lambda f: f["indicators"]["trained"]["targets"]["2009-S1"].update(
        period="2009"
    ),
    "no group": lambda f: f["indicators"]["trained"]["targets_by_category"][0].pop("categories"),
    "empty group": lambda f: f["indicators"]["trained"]["targets_by_category"][0].update(
        categories={}
    ),
    "number for yes": lambda f: f["indicators"]["manual"]["targets"].update({"2008": 5}),
    "number for yes in a table": lambda f: f["indicators"]["manual"]["targets"].update(
        {"2008": {"value": 5}}
    ),
    "no reason": lambda f: f["suppressions"][0].pop("reason"),
    "rule by name": lambda f: f["suppressions"][0].update(rule="unsourced-value"),
    "place in words": lambda f: f["suppressions"][0].update(place="the second row"),
    "no value": lambda f: f["observations"][0].pop("value"),
    "not due": lambda f: f["observations"][0].update(value="not_due"),
    "no day": lambda f: f["observations"][0].update(collected="spring"),
    "citation without a code": lambda f: f["observations"][0].update(source={"page": "1"}),
    "category without a name": lambda f: f["dimensions"]["sex"]["categories"].update(
        x={"parent": "male"}
    ),
    "preset of another measure": lambda f: f.update(thresholds={"preset": "pepfar"}),
    "edge beside a preset": lambda f: f["thresholds"].update(preset="undp_irrf"),
    "code of a scheme": lambda f: f["indicators"]["trained"].update(external_codes={"sdg": 4.4}),
}


@pytest.mark.parametrize("change", FAULTS.values(), ids=FAULTS)
def test_faults_do_not_fit(change: Change) -> None:
    """What the reader refuses for its form, the schema refuses too."""
    plain = _good()
    change(plain)

    assert len(refusals(lambda: framework_from_plain(plain))) > 0
    assert not VALIDATOR.is_valid(_json(plain))


def test_schema_explains_every_key() -> None:
    """Every key that an editor offers comes with its description."""
    tables = [
        table
        for table in _tables(framework_schema())
        # The tables that only add conditions to keys explained before.
        if "additionalProperties" in table
    ]
    silent = [
        key
        for table in tables
        for key, each in table["properties"].items()
        if "description" not in each
    ]

    assert [] == silent
    assert len(tables) > 10


def _tables(plain: object) -> list[dict[str, Any]]:
    if isinstance(plain, list):
        return [found for each in plain for found in _tables(each)]
    if not isinstance(plain, dict):
        return []
    own = [plain] if isinstance(plain.get("properties"), dict) else []
    return own + [found for each in plain.values() for found in _tables(each)]
