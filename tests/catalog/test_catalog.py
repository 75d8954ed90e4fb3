import json
import string
import tomllib
from enum import Enum

import pytest

from indh_me.catalog import labels, schema, starter
from indh_me.catalog.presets import rules
from indh_me.compute import (
    Disclosure,
    EntryIssue,
    GroupReason,
    MethodChoice,
    NoBand,
    NoPath,
    Outcome,
    ProjectionReason,
    Reason,
    RollupRule,
    Severity,
    Status,
    Verdict,
)
from indh_me.compute.presets import Measure
from indh_me.compute.projection import ArrivalReason, Monotone
from indh_me.compute.projection.methods.technique import AUTO, TECHNIQUES
from indh_me.model import (
    Absence,
    Accumulation,
    Direction,
    Frequency,
    Level,
    Method,
    Trajectory,
    UnitKind,
)

LANGUAGES = {"ar", "fr", "en"}
#: Sections that have a label for each member of an enumeration.
ENUMERATIONS: dict[str, type[Enum]] = {
    "status": Status,
    "status_meaning": Status,
    "verdict": Verdict,
    "absence": Absence,
    "absence_meaning": Absence,
    "reason": Reason,
    "method": Method,
    "trajectory": Trajectory,
    "no_path": NoPath,
    "measure": Measure,
    "rollup_rule": RollupRule,
    "group_reason": GroupReason,
    "disclosure": Disclosure,
    "method_choice": MethodChoice,
    "projection_reason": ProjectionReason,
    "arrival_reason": ArrivalReason,
    "trend": Monotone,
    "direction": Direction,
    "accumulation": Accumulation,
    "level": Level,
    "unit": UnitKind,
    "frequency": Frequency,
    "severity": Severity,
    "outcome": Outcome,
    "entry_issue": EntryIssue,
}
#: Sections that have labels for more than an enumeration.
OTHERS = {"unit": {"done", "not_done", "points"}}
#: Sections of words that are no enumeration, and these words.
WORDS = {"projection_method": {AUTO, *TECHNIQUES}}
LABELS = [
    (f"{section}.{key}", words) for section, keys in labels().items() for key, words in keys.items()
]


def placeholders(label: str) -> set[str | None]:
    """Give the words in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(label) if name is not None}


def test_every_label_has_all_languages() -> None:
    """Every label is there in Arabic, French and English, and in nothing else."""
    assert [] == [name for name, words in LABELS if set(words) != LANGUAGES]


def test_no_label_is_blank() -> None:
    """No label is blank, or starts or ends with a space."""
    assert [] == [
        name
        for name, words in LABELS
        for word in words.values()
        if word == "" or word != word.strip()
    ]


def test_placeholders_are_the_same_in_all_languages() -> None:
    """What is filled into a label is filled in in every language."""
    assert [] == [
        name
        for name, words in LABELS
        if len({frozenset(placeholders(label)) for label in words.values()}) > 1
    ]


@pytest.mark.parametrize(("section", "kind"), ENUMERATIONS.items(), ids=ENUMERATIONS)
def test_every_member_has_its_label(section: str, kind: type[Enum]) -> None:
    """Every member of an enumeration has a label under its value, and no label is idle."""
    wanted = {member.value for member in kind} | OTHERS.get(section, set())

    assert wanted == set(labels()[section])


@pytest.mark.parametrize(("section", "wanted"), WORDS.items(), ids=WORDS)
def test_every_word_has_its_label(section: str, wanted: set[str]) -> None:
    """Every method of projection, and every word about one, has a label, and no label is idle."""
    assert wanted == set(labels()[section])


def test_every_reason_of_a_preset_has_its_words() -> None:
    """Why a preset gives no class is said for every reason, in all languages."""
    reasons = rules()["reasons"]

    assert {member.value for member in NoBand} == set(reasons)
    assert [] == [name for name, words in reasons.items() if set(words) != LANGUAGES]


@pytest.mark.parametrize(
    "section",
    [
        *("status", "absence", "sheet", "known_as", "method", "trajectory", "rollup_rule"),
        *("disclosure", "projection_method", "method_choice", "projection_reason"),
        *("arrival_reason", "trend"),
    ],
)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_words_tell_apart(section: str, language: str) -> None:
    """Within a language no two of these words are alike: formulas and readers tell them apart."""
    words = [each[language].casefold() for each in labels()[section].values()]

    assert sorted(set(words)) == sorted(words)


def test_reason_names_the_mend() -> None:
    """Behind every reason why nothing is projected stands, in each language, what would mend it."""
    marks = {"ar": "؛ ", "fr": " ; ", "en": "; "}

    assert [] == [
        (key, language)
        for key, words in labels()["projection_reason"].items()
        for language, label in words.items()
        if 1 != label.count(marks[language])
    ]


def test_absences_are_told_from_precisions() -> None:
    """One list offers the ways a figure is known and its absences: no word is in both."""
    for language in LANGUAGES:
        known, absent = (
            {each[language].casefold() for each in labels()[section].values()}
            for section in ("known_as", "absence")
        )

        assert set() == known & absent


def test_names_of_sheets_are_legal() -> None:
    """The name of a sheet has at most 31 characters and none that Excel refuses."""
    names = [name for words in labels()["sheet"].values() for name in words.values()]

    assert [] == [name for name in names if len(name) > 31 or set(name) & set("[]:*?/\\'")]


def test_messages_fit_their_boxes() -> None:
    """The title of a cell's message has at most 32 characters, the message at most 255."""
    for key, words in labels()["input"].items():
        longest = 32 if key.endswith("_title") else 255

        assert [] == [word for word in words.values() if len(word) > longest]


def test_words_in_formulas_are_short() -> None:
    """A text in a formula has at most 255 characters."""
    for section in ("status", "absence", "reason", "known_as", "unit"):
        assert [] == [
            word
            for words in labels()[section].values()
            for word in words.values()
            if len(word) > 255
        ]


def test_no_sign_that_would_be_mirrored() -> None:
    """Arabic labels say *at least* in words: signs turn round between Arabic words."""
    signs = set("<>≤≥[]")

    assert [] == [name for name, words in LABELS if signs & set(words["ar"])]


def test_starter_is_complete() -> None:
    """The starter has a framework, observations and the schema that the framework names."""
    files = starter()

    assert {
        "framework.toml",
        "observations.csv",
        "session.toml",
        "framework.schema.json",
    } == set(files)
    assert files["framework.toml"].startswith("#:schema ./framework.schema.json\n")
    assert "MY-PROGRAMME" == tomllib.loads(files["framework.toml"])["framework"]["code"]


def test_schema_is_json() -> None:
    """The schema is a JSON Schema of an object with the tables of the format."""
    assert {"framework", "indicators", "results"} <= set(json.loads(schema())["properties"])
