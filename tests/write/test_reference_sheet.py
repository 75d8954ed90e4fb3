import pytest

from golden_files import GoldenFiles
from indh_me.errors import UnknownCodeError
from indh_me.model import (
    Absence,
    Baseline,
    Categories,
    Citation,
    Dimension,
    Framework,
    Indicator,
    Level,
    Period,
    Quantity,
    Result,
    Source,
    Target,
    Text,
)
from indh_me.read import library
from indh_me.write import reference_sheet
from refusals import Strange, refusal

PLAIN: Strange = {"unit": "count", "direction": "increase", "accumulation": "sum"}


def _sheet(language: str = "en", **said: Strange) -> list[str]:
    """Give the lines of the sheet of an indicator, below its code."""
    framework = Framework(
        code="DEMO",
        languages=["en", "fr"],
        sources=[Source(code="sdg", label=Text.of(en="Sustainable Development Goals"))],
        dimensions=[Dimension.of("sex", "female", "male"), Dimension(code="place")],
        results=[
            Result(code="skills", level=Level.OUTCOME),
            Result(code="training", level=Level.OUTPUT, statement=Text.of(en="People trained")),
        ],
        indicators=[Indicator(code="A", **{**PLAIN, **said})],
    )
    return reference_sheet(framework, "A", language).splitlines()[1:]


def _under(heading: str, lines: list[str]) -> list[str]:
    """Give the lines under a heading."""
    after = lines[lines.index(heading) + 1 :]
    ends = [place for place, line in enumerate(after) if not line.startswith("  ")]
    return [line[2:] for line in after[: ends[0] if ends else None]]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("code", ["training.completion_rate", "training.women_share"])
def test_sheet_of_the_library(code: str, language: str, golden: GoldenFiles) -> None:
    """The whole sheet of an indicator of the library, in each language."""
    sheet = reference_sheet(library(), code, language)

    golden.check(f"{code.replace('.', '-')}-{language}.txt", sheet + "\n")


def test_sheet_of_a_bare_indicator() -> None:
    """What is not given is left out: an indicator without words has four lines of its own."""
    assert ["Unit", "  Count", "Direction", "  Increase"] == _sheet()[:4]
    assert ["Accumulation", "  Sum of the periods"] == _sheet()[4:]


def test_figures_stand_on_the_sheet() -> None:
    """Baseline and targets are shown with their periods, those of groups with the group."""
    lines = _sheet(
        unit="percent",
        dimensions=["sex"],
        baseline=Baseline(Quantity.exactly(40), Period.year(2025)),
        targets=[
            Target(period=Period.year(2026), value=55),
            Target(period=Period.year(2026), value=50, categories=Categories.of(sex="female")),
        ],
    )

    assert ["2025: 40\u00a0%"] == _under("Baseline", lines)
    assert ["2026: 55\u00a0%", "2026 (sex=female): 50\u00a0%"] == _under("Target", lines)


def test_baseline_without_a_period() -> None:
    """A baseline of no period is shown by itself, and an absent one in words."""
    unknown = Baseline(Absence.NOT_REPORTED, Period.year(2025))

    assert ["40"] == _under("Baseline", _sheet(baseline=Baseline(Quantity.exactly(40))))
    assert ["2025: Not reported"] == _under("Baseline", _sheet(baseline=unknown))


@pytest.mark.parametrize(
    ("unit", "label", "shown"),
    [
        ("count", None, "Count"),
        ("count", "people", "people"),
        ("percent", None, "Percent"),
        ("score -100..100", "points", "points, between -100 and 100"),
        ("currency MAD", "dirhams each", "dirhams each, MAD"),
        ("ratio per 1000", None, "Ratio, 1 000"),
        ("ratio per 1", "hours each", "hours each"),
    ],
)
def test_unit(unit: str, label: str | None, shown: str) -> None:
    """A unit is called by what is counted, or else by its kind, with the detail of its kind."""
    text = None if label is None else Text.of(en=label)

    assert [shown] == _under("Unit", _sheet(unit=unit, unit_label=text))


def test_result_and_dimensions_are_named() -> None:
    """The result is shown with its level, a dimension with its categories, or by its code."""
    lines = _sheet(result="training", dimensions=["sex", "place"])

    assert ["Output: People trained"] == _under("Result", lines)
    assert ["sex: female, male", "place"] == _under("Disaggregation", lines)
    assert ["Outcome"] == _under("Result", _sheet(result="skills"))


def test_external_codes() -> None:
    """A code is shown with its scheme, which a source of the same code explains."""
    lines = _sheet(external_codes={"sdg": "4.3.1", "donor": "X-1"})

    assert ["donor: X-1", "sdg: 4.3.1 (Sustainable Development Goals)"] == _under(
        "External codes", lines
    )


def test_another_language_is_told() -> None:
    """A text that lacks the language is shown in another, with a mark behind it."""
    lines = _sheet("fr", name=Text.of(en="Trained"), use=Text.of(fr="Pour décider"))

    assert "Trained [en]" == lines[0]
    assert ["Pour décider"] == _under("Utilisation", lines)


def test_lines_are_broken_between_words() -> None:
    """A long text runs over several lines, none of which begins with a mark of French."""
    words = " ".join(["seuil : « oui » ; non ? 80 %"] * 20)
    lines = _under("Remarque", _sheet("fr", note=Text.of(fr=words)))

    assert len(lines) > 5
    assert all(len(line) <= 94 for line in lines)
    assert [] == [line for line in lines if line[0] in ":;?»%" or line[-1] == "«"]
    assert words == " ".join(lines).replace("\u00a0", " ")


def test_source_of_an_indicator_is_not_on_its_sheet() -> None:
    """The sheet tells how to measure; who set the figures stands in the logframe."""
    assert _sheet() == _sheet(source=Citation("sdg"))


def test_unknown_indicator() -> None:
    """An unknown code is refused with the nearest one."""
    framework = Framework(code="DEMO", languages=["en"], indicators=[Indicator(code="A1", **PLAIN)])
    fault = refusal(lambda: reference_sheet(framework, "A2"), UnknownCodeError)

    assert ("unknown indicator 'A2'", "did you mean 'A1'? known: A1") == (fault.what, fault.mend)
