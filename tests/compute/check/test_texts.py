import pytest
from attrs import fields

from indh_me.compute.check.texts import (
    doubtful_texts,
    indicator_of,
    languages_without_script,
    path_of,
    texts_of,
)
from indh_me.model import (
    Baseline,
    Category,
    Citation,
    Dimension,
    Framework,
    Indicator,
    Result,
    Revision,
    Source,
    Target,
    Text,
    Thresholds,
)
from plans import flow, plan
from refusals import Strange

WORDS = Text.of(fr="mots")


def _texts_of_class(kind: type) -> set[str]:
    """Give the fields of a class that hold a text, quotations left out."""
    return {
        each.name
        for each in fields(kind)
        if each.type in {Text, Text | None} and each.name != "quote"
    }


def _said(kind: type) -> dict[str, Strange]:
    return dict.fromkeys(_texts_of_class(kind), WORDS)


def test_every_text_of_the_model_is_given() -> None:
    """No class of the model has a text that is not looked at."""
    said, stated = (_said(kind) for kind in (Indicator, Result))
    framework = plan(
        flow("A", **said, baseline=Baseline(1, note=WORDS)),
        flow("B"),
        title=WORDS,
        description=WORDS,
        thresholds=Thresholds(basis=WORDS),
        sources=[Source(code="s", label=WORDS, quote=WORDS), Source(code="t")],
        dimensions=[Dimension(code="d", name=WORDS, categories=[Category("c", WORDS)])],
        results=[Result(code="r", level="output", **stated)],
    )
    paths = [path_of(at) for _, at in texts_of(framework)]

    assert {"rationale"} == _texts_of_class(Revision)
    assert set() == _texts_of_class(Target) | _texts_of_class(Citation)
    assert len(set(paths)) == len(paths)
    assert {
        *(f"framework.{name}" for name in _texts_of_class(Framework)),
        *(f"thresholds.{name}" for name in _texts_of_class(Thresholds)),
        *(f"sources.s.{name}" for name in _texts_of_class(Source)),
        *(f"dimensions.d.{name}" for name in _texts_of_class(Dimension)),
        "dimensions.d.categories.c",
        *(f"results.r.{name}" for name in _texts_of_class(Result)),
        *(f"indicators.A.{name}" for name in _texts_of_class(Indicator)),
        *(f"indicators.A.baseline.{name}" for name in _texts_of_class(Baseline)),
    } == set(paths)


def test_place_of_a_text() -> None:
    """A path quotes codes with dots, and tells the indicator if there is one."""
    at = ("indicators", "1.1", "baseline.note")

    assert 'indicators."1.1".baseline.note' == path_of(at)
    assert "1.1" == indicator_of(at)
    assert "thresholds.basis" == path_of(("thresholds", "basis", ""))
    assert indicator_of(("results", "1.1", "statement")) is None


@pytest.mark.parametrize(
    ("words", "is_doubtful"),
    [
        ({"ar": "تكوين", "en": "training", "fr": "formation"}, False),
        ({"ar": "أكادير", "en": "Agadir", "fr": "Agadir"}, True),
        ({"ar": "تكوين", "fr": "formation"}, True),
        ({"ar": "تكوين", "de": "Schulung", "en": "training", "fr": "formation"}, True),
        ({"ar": "تكوين", "de": "Schulung", "fr": "formation"}, True),
        ({"ar": "training!", "en": "training", "fr": "formation"}, True),
        ({"ar": "12 تكوين", "en": "training", "fr": "formation"}, True),
        ({"ar": "ياء", "en": "yeh", "fr": "ya"}, False),
        ({"ar": "أكادير", "en": "Agadir", "fr": "Agadir, ville"}, False),
    ],
)
def test_texts_that_deserve_a_second_look(words: dict[str, str], *, is_doubtful: bool) -> None:
    """A text is doubtful if its languages are not the framework's, if words stand there twice, and
    if Arabic words do not begin with an Arabic letter.
    """
    framework = Framework(code="F", languages=["fr", "ar", "en"], title=Text(words))

    assert is_doubtful == bool(list(doubtful_texts(framework)))


def test_words_without_a_letter_of_the_script() -> None:
    """Of the languages asked for, those of the Arabic script are held against their words."""
    text = Text({"ar": "Agadir 12", "fa": "آگادیر", "fr": "Agadir", "ur": "12"})

    assert ("ar", "ur") == languages_without_script(text, ["ar", "fa", "fr", "ur"])
    assert ("ur",) == languages_without_script(text, ["fa", "fr", "ur"])
