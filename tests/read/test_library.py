import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from indh_me.compute import assess
from indh_me.errors import Fault, InvalidInputError, UnknownCodeError
from indh_me.model import (
    Dimension,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Target,
    Text,
)
from indh_me.read import indicator, library, read_framework
from indh_me.write import write_framework
from refusals import Strange, refusal, refusals

YEARS = (Period.year(2026), Period.year(2027))


def _codes(parts: Iterable[Strange]) -> list[str]:
    return [each.code for each in parts]


def test_indicator_by_its_code() -> None:
    """An indicator is given whole, as it stands in the library."""
    found = indicator("training.completion_rate")

    assert library().indicator("training.completion_rate") is found
    assert "نسبة إتمام التكوين" == (found.name or Text.of(ar="-")).get("ar")
    assert ("percent", "increase", "ratio", "quarterly", "training-delivery") == (
        str(found.unit),
        found.direction.value,
        found.accumulation.value,
        None if found.frequency is None else found.frequency.value,
        found.result,
    )
    assert ("sex", "age_group", "audience", "area") == found.dimensions
    assert (("ltem", "1"),) == found.external_codes


def test_unknown_indicator() -> None:
    """A code that the library has not is refused with the nearest one."""
    fault = refusal(lambda: indicator("training.completion"), UnknownCodeError)

    assert "unknown indicator 'training.completion'" == fault.what
    assert fault.mend.startswith("did you mean 'training.completion_rate'? known: ")


def test_whole_library() -> None:
    """Without a wish the whole library is given: training first, then communication."""
    whole = library()

    assert ("fr", "en", "ar") == whole.languages
    assert Text.of(
        fr="Bibliothèque d'indicateurs", en="Indicator library", ar="مكتبة المؤشرات"
    ) == (whole.title)
    assert ["kirkpatrick", "ltem", "dfid", "amec"] == _codes(whole.sources)
    assert ["sex", "age_group", "audience", "area", "medium", "channel"] == _codes(whole.dimensions)
    assert library("training", "communication") == whole
    assert library() is whole


def test_theme() -> None:
    """A theme is given with what it stands on, and nothing of the other theme."""
    training = library("training")

    assert {"training"} == {code.partition(".")[0] for code in _codes(training.indicators)}
    assert ["kirkpatrick", "ltem", "dfid"] == _codes(training.sources)
    assert ["sex", "age_group", "audience", "area"] == _codes(training.dimensions)
    assert [
        "training-application",
        "training-learning",
        "training-delivery",
        "training-resources",
    ] == _codes(training.results)


def test_single_indicators() -> None:
    """Indicators come in the order asked for, each once, with the chain of their results."""
    part = library("communication.trust", "training.sessions_held", "communication.trust")

    assert ["communication.trust", "training.sessions_held"] == _codes(part.indicators)
    assert ["sex", "age_group", "area"] == _codes(part.dimensions)
    assert ["amec"] == _codes(part.sources)
    assert [
        "training-application",
        "training-learning",
        "training-delivery",
        "training-resources",
        "communication-response",
    ] == _codes(part.results)


def test_theme_after_one_of_its_indicators() -> None:
    """What is asked for twice, by its code and by its theme, is given once."""
    part = library("training.coverage", "training")

    assert "training.coverage" == part.indicators[0].code
    assert len(library("training").indicators) == len(part.indicators)


def test_unknown_wishes_are_told_together() -> None:
    """What is neither theme nor indicator is refused, all of it, with the nearest of both."""
    faults = refusals(
        lambda: library("trainig", "training", "communication.reech"), UnknownCodeError
    )

    assert [
        "'trainig' is no theme or indicator of the library",
        "'communication.reech' is no theme or indicator of the library",
    ] == [fault.what for fault in faults]
    assert faults[0].mend.startswith("did you mean 'training'? known: training, communication, ")
    assert faults[1].mend.startswith("did you mean 'communication.reach'? ")


def test_languages_are_chosen() -> None:
    """Texts are given in the languages asked for, the first of which is the default."""
    part = library("training.coverage", languages=iter(["ar", "fr"]))

    assert ("ar", "fr") == part.languages
    assert ("ar", "fr") == (part.indicators[0].definition or Text.of(en="-")).languages
    assert ("ar", "fr") == (part.dimensions[0].categories[0].name).languages
    assert ("ar", "fr") == (part.title or Text.of(en="-")).languages


def test_unknown_languages() -> None:
    """A language that the library has not is refused with those it has."""
    faults = refusals(lambda: library(languages=["fr", "de", "fra"]))

    assert [
        Fault(
            "the library has no words in 'de'", "languages", "did you mean 'en'? known: fr, en, ar"
        ),
        Fault(
            "the library has no words in 'fra'", "languages", "did you mean 'fr'? known: fr, en, ar"
        ),
    ] == list(faults)


@pytest.mark.parametrize(
    ("languages", "what"),
    [
        ([], "no languages"),
        (["fr", "fr"], "language 'fr' is given twice"),
        ("fr", "'fr' is no list of languages"),
    ],
)
def test_impossible_languages(languages: Strange, what: str) -> None:
    """No languages at all, one twice, and a string are refused."""
    with pytest.raises(InvalidInputError) as caught:
        library("training", languages=languages)

    assert [what] == [fault.what for fault in caught.value.faults]


def test_indicators_are_taken_into_a_framework(tmp_path: Path) -> None:
    """With what they stand on, indicators join a framework, which its file gives back."""
    mine = Framework(
        code="MINE", languages=["fr"], dimensions=[Dimension.of("place", "Fès", language="fr")]
    )
    part = library("training.coverage", languages=mine.languages)
    coverage = part.indicators[0].with_targets(Target(period=YEARS[0], value=40))
    both = (
        mine.with_sources(*part.sources)
        .with_dimensions(*part.dimensions)
        .with_results(*part.results)
        .with_indicators(coverage)
    )
    write_framework(both, tmp_path / "mine.toml")

    assert both == read_framework(tmp_path / "mine.toml")
    assert ["place", "sex", "age_group", "audience", "area"] == _codes(both.dimensions)


def _seen(wanted: Indicator, period: Period, numerator: float) -> Observation:
    """Report a figure as the unit and the accumulation of an indicator need it."""
    share = wanted.accumulation.value == "ratio"
    best = 1 if wanted.unit.is_milestone else wanted.unit.factor * numerator / (8 if share else 1)
    counts = {"numerator": numerator, "denominator": 8} if share else {}
    return Observation(
        indicator=wanted.code, period=period, value=Quantity(best, best, best, **counts)
    )


@pytest.mark.parametrize("wanted", library().indicators, ids=lambda each: each.code)
def test_figures_of_two_periods_make_one(wanted: Indicator) -> None:
    """The figures of an indicator can be accumulated as it says, and assessed."""
    figures = Observations.from_iterable(
        _seen(wanted, year, number) for year, number in zip(YEARS, (4, 2), strict=True)
    )
    row = assess(library(), figures, as_of=date(2028, 1, 31))[wanted.code]
    factor = wanted.unit.factor
    to_date = {
        "sum": 6,
        "running_total": 2,
        "latest": 1 if wanted.unit.is_milestone else factor * 2,
        "peak": 4,
        "mean": 3,
        "ratio": factor * 6 / 16,
    }

    assert row.to_date.reason is None
    assert Quantity.exactly(to_date[wanted.accumulation.value]) == row.to_date.quantity


def test_scores_may_be_negative() -> None:
    """More who would not recommend than who would make a negative score, pooled over periods."""
    table = Observations.from_columns(
        ["training.recommend_score"] * 2,
        ["2026", "2027"],
        [-50, 10],
        numerator=[-500, 300],
        denominator=[10, 30],
    )
    row = assess(library(), table, as_of=date(2028, 1, 31))["training.recommend_score"]

    assert Quantity.exactly(-5) == row.to_date.quantity


def test_import_reads_no_library() -> None:
    """To import the package reads nothing of the library."""
    code = "import indh_me, sys; print('indh_me.catalog.themes' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False\n" == done.stdout
