import pickle

import pytest

from indh_me.errors import Fault, UnknownCodeError
from indh_me.model import (
    Category,
    Dimension,
    Framework,
    Indicator,
    Level,
    Result,
    Source,
    Suppression,
    Text,
    Thresholds,
)
from refusals import Strange, refusal, refusals

BRIEFING = Source(code="briefing")
SEX = Dimension.of("sex", "female", "male")
SKILLS = Result(code="skills", level="impact")
TRAINING = Result(code="training", level="outcome", parent="skills")
TRAINED = Indicator(
    code="T-R1",
    unit="count",
    direction="increase",
    accumulation="sum",
    result="training",
    dimensions=["sex"],
    source=BRIEFING.cite(),
)
OPENED = Indicator.milestone("C-P1")
DEMO = Framework(
    code="DEMO",
    languages=["fr", "ar"],
    sources=[BRIEFING],
    dimensions=[SEX],
    results=[SKILLS, TRAINING],
    indicators=[TRAINED, OPENED],
)


def test_parts_are_found_by_code() -> None:
    """Every part of a framework is found by its code."""
    assert BRIEFING is DEMO.source("briefing")
    assert SEX is DEMO.dimension("sex")
    assert TRAINING is DEMO.result("training")
    assert TRAINED is DEMO.indicator("T-R1")


@pytest.mark.parametrize(
    ("noun", "near", "code"),
    [
        ("source", "breifing", "briefing"),
        ("dimension", "sexe", "sex"),
        ("result", "trainings", "training"),
        ("indicator", "T-R2", "T-R1"),
    ],
)
def test_unknown_code_is_told_with_the_nearest(noun: str, near: str, code: str) -> None:
    """A code that nothing answers to is refused, with the nearest one."""
    fault = refusal(lambda: getattr(DEMO, noun)(near), UnknownCodeError)

    assert f"unknown {noun} '{near}'" == fault.what
    assert fault.mend.startswith(f"did you mean '{code}'?")


def test_empty_framework_has_no_codes() -> None:
    """In a framework without parts nothing is found, and that is said."""
    empty = Framework(code="DEMO", languages=["fr"])

    assert "none are defined yet" == refusal(lambda: empty.source("a"), UnknownCodeError).mend


def test_parts_are_kept_in_their_order() -> None:
    """Parts are kept in the order given, and given by result and level in that order."""
    assert (TRAINED, OPENED) == DEMO.indicators
    assert (TRAINED,) == DEMO.indicators_of("training")
    assert (OPENED,) == DEMO.indicators_of(None)
    assert () == DEMO.indicators_of("skills")
    assert (TRAINING,) == DEMO.results_of(Level.OUTCOME)
    assert () == DEMO.results_of(Level.ACTIVITY)


def test_first_language_is_the_default() -> None:
    """The first language of a framework is its default."""
    assert "fr" == DEMO.default_language


@pytest.mark.parametrize(
    ("languages", "what"),
    [
        ([], "no languages"),
        (["fr", "en", "fr"], "language 'fr' is given twice"),
        (["French"], "'French' is not a language tag"),
        ("fr", "'fr' is no list of languages"),
        (None, "'None' is no list of languages"),
        ([5], "'5' is not a string"),
    ],
)
def test_languages_are_a_list_of_tags(languages: Strange, what: str) -> None:
    """A framework is kept in at least one language, each given once."""
    assert what == refusal(lambda: Framework(code="DEMO", languages=languages)).what


def test_all_faults_are_told_together() -> None:
    """Duplicates, dangling references and circles of all parts are reported in one go."""
    faults = refusals(
        lambda: Framework(
            code="DEMO",
            languages=["fr", "fr"],
            sources=[BRIEFING, BRIEFING],
            dimensions=[SEX, SEX],
            results=[
                Result(code="a", level="output", parent="b"),
                Result(code="b", level="output", parent="a"),
                Result(code="b", level="output", parent="a"),
            ],
            indicators=[TRAINED, TRAINED],
        )
    )

    assert [
        ("language 'fr' is given twice", "languages"),
        ("'briefing' is given twice", "sources"),
        ("'sex' is given twice", "dimensions"),
        ("'b' is given twice", "results"),
        ("'T-R1' is given twice", "indicators"),
        ("'a' is part of itself: a > b > a", "results.a.parent"),
        ("unknown result 'training'", "indicators.T-R1.result"),
        ("unknown result 'training'", "indicators.T-R1.result"),
    ] == [(fault.what, fault.where.path) for fault in faults]


def test_adding_makes_another() -> None:
    """Adding parts leaves the first framework as it was."""
    empty = Framework(code="DEMO", languages=["fr"])
    full = (
        empty.with_sources(BRIEFING)
        .with_dimensions(SEX)
        .with_results(SKILLS, TRAINING)
        .with_indicators(TRAINED, OPENED)
        .with_thresholds(Thresholds(on_track=0.9))
    )

    assert Framework(code="DEMO", languages=["fr"]) == empty
    assert DEMO.indicators == full.indicators
    assert DEMO.results == full.results
    assert 0.9 == full.thresholds.on_track


def test_known_code_takes_its_place() -> None:
    """A part of a known code replaces the old one where that stood."""
    due = Indicator.milestone("T-R1", name=Text.of(fr="formés"))
    changed = DEMO.with_indicators(due)

    assert (due, OPENED) == changed.indicators
    assert due is changed.indicator("T-R1")
    assert TRAINED is DEMO.indicator("T-R1")


def test_suppressions_add_up() -> None:
    """Suppressions are added in order; one of a known rule and place takes the old one's place."""
    everywhere, again = (Suppression(rule="ME003", reason=Text.of(fr=word)) for word in ("a", "b"))
    there = Suppression(rule="ME003", place="indicators.T-R1", reason=Text.of(fr="c"))
    made = DEMO.with_suppressions(everywhere, there)

    assert () == DEMO.suppressions
    assert (everywhere, there) == made.suppressions
    assert (again, there) == made.with_suppressions(again).suppressions


def test_nothing_is_suppressed_twice() -> None:
    """Two suppressions of one rule at one place are refused: only one reason can hold."""
    twice = [Suppression(rule="ME003", place="indicators", reason=Text.of(fr=w)) for w in "ab"]
    everywhere = Suppression(rule="ME003", reason=Text.of(fr="c"))
    fault = refusal(
        lambda: Framework(code="DEMO", languages=["fr"], suppressions=[*twice, everywhere])
    )

    assert (
        Fault(
            "two suppressions of ME003 at indicators", "suppressions", "keep one, with its reason"
        )
        == fault
    )


def test_added_parts_must_fit() -> None:
    """A part that points to nothing cannot be added."""
    astray = Result(code="outreach", level="output", parent="skils")
    fault = refusal(lambda: DEMO.with_results(astray))

    assert (
        Fault(
            "unknown parent 'skils'",
            "results.outreach.parent",
            "did you mean 'skills'? known: skills, training, outreach",
        )
        == fault
    )


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("code", "A B", "'A B' cannot stand as code"),
        ("title", "INDH", "'INDH' is not a Text"),
        ("description", "INDH", "'INDH' is not a Text"),
        ("thresholds", 0.8, "'0.8' is not a Thresholds"),
        ("sources", ["briefing"], "'briefing' is not a Source"),
        ("dimensions", ["sex"], "'sex' is not a Dimension"),
        ("results", ["training"], "'training' is not a Result"),
        ("indicators", ["T-R1"], "'T-R1' is not an Indicator"),
        ("suppressions", ["ME003"], "'ME003' is not a Suppression"),
        ("indicators", 5, "'5' is no list of indicators"),
    ],
)
def test_framework_has_parts_of_their_kinds(name: str, value: Strange, what: str) -> None:
    """A part of a framework that is of another kind is refused, at its place."""
    fields: Strange = {"code": "DEMO", "languages": ["fr"], name: value}
    fault = refusal(lambda: Framework(**fields))

    assert (name, what) == (fault.where.path, fault.what)


def test_framework_is_a_value() -> None:
    """Looking up codes changes neither equality, hash nor what goes to another process."""
    again = Framework(
        code="DEMO",
        languages=("fr", "ar"),
        sources=(BRIEFING,),
        dimensions=(SEX,),
        results=(SKILLS, TRAINING),
        indicators=(TRAINED, OPENED),
    )
    DEMO.indicator("T-R1")

    assert again == DEMO
    assert hash(again) == hash(DEMO)
    assert DEMO == pickle.loads(pickle.dumps(DEMO))  # noqa: S301 - our own bytes


def test_hierarchies_of_any_depth() -> None:
    """A chain of ten thousand nested categories is checked without delay or recursion."""
    name = Text.of(fr="lieu")
    deep = [
        Category(f"p{step}", name, f"p{step + 1}" if step < 9_999 else None)
        for step in range(10_000)
    ]

    assert 10_000 == len(Dimension(code="place", categories=deep).codes)
