"""Are the formulas alive? Workbooks are filled in anew, as an officer would, and recalculated."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random

from attrs import evolve

from drafts import flow
from filled import Typed, fill_in, typed_as
from indh_me.compute import Assessment, Reason, Status, assess
from indh_me.model import (
    Baseline,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
)
from indh_me.read import read_framework, read_observations
from indh_me.write import write_workbook
from indh_me.write.content import Content
from indh_me.write.words import Words
from invented import another_value, invented
from written_workbook import differences, recalculated

INDH = Path(__file__).parents[2] / "examples" / "indh"
AS_OF = date(2011, 3, 31)
CASES = range(700, 712)


def test_changed_figures_change_to_date_rate_and_status(tmp_path: Path, libreoffice: str) -> None:
    """In the example, a bound, a lower figure, a blank and a milestone done give in the workbook
    what `assess` gives of them.
    """
    framework = read_framework(INDH / "framework.toml")
    observations = read_observations(INDH / "framework.toml", INDH / "illustration.csv")
    path, words = tmp_path / "indh.xlsx", Words.of(framework, "fr")
    before = assess(framework, observations, as_of=AS_OF)
    write_workbook(before, observations, path, language="fr")
    fill_in(
        path,
        words,
        {
            "T-R1|2008": {"value": 21_000, "known_as": "au moins"},
            "T-R1|2010": {"value": 12_000},
            "C-R4|2009": {"value": None, "known_as": None},
            "C-P1|2008-03-27": {"value": "Fait"},
        },
    )
    changed = {
        ("T-R1", "2008"): Quantity.at_least(21_000),
        ("T-R1", "2010"): Quantity.exactly(12_000),
        ("C-R4", "2009"): None,
        ("C-P1", "2008-03-27"): Quantity.exactly(1),
    }
    after = _assessed_again(framework, observations, changed)
    (copy,) = recalculated([path], tmp_path / "recalculated", libreoffice)

    assert (Status.ON_TRACK, Status.OFF_TRACK) == (before["T-R1"].status, after["T-R1"].status)
    assert Quantity.at_least(76_900) == after["T-R1"].to_date.quantity
    assert (Status.OVERDUE, Status.ACHIEVED) == (before["C-P1"].status, after["C-P1"].status)
    assert [] == list(differences(copy, after, words))


def _assessed_again(
    framework: Framework,
    observations: Observations,
    changed: Mapping[tuple[str, str], Quantity | None],
) -> Assessment:
    kept = []
    for each in observations:
        value = changed.get((each.indicator, str(each.period)), each.value)
        if each.categories.is_total and value is not each.value:
            if value is not None:
                kept.append(evolve(each, value=value))
        else:
            kept.append(each)
    return assess(framework, Observations.from_iterable(kept), as_of=AS_OF)


def test_invented_workbooks_are_alive(tmp_path: Path, libreoffice: str) -> None:
    """Whatever is typed into a workbook, LibreOffice comes to what `assess` gives of it."""
    paths, expected = [], []
    for seed in CASES:
        case, random = invented(seed), Random(seed)  # noqa: S311 - chance that can be repeated
        words = Words.of(case.framework, case.language)
        path = tmp_path / f"seed-{seed}.xlsx"
        assessment = assess(case.framework, case.observations, as_of=case.as_of)
        write_workbook(assessment, case.observations, path, language=case.language)
        content = Content(assessment, case.observations, words)
        rows: dict[str, Typed] = {}
        seen = [each for each in case.observations if not each.categories.is_total]
        for indicator, period, key in _rows(content):
            value = another_value(indicator, random)
            rows[key] = typed_as(value, indicator, words)
            if value is not None:
                seen.append(Observation(indicator=indicator.code, period=period, value=value))
        fill_in(path, words, rows)
        paths.append(path)
        again = assess(case.framework, Observations.from_iterable(seen), as_of=case.as_of)
        expected.append((again, words))

    copies = recalculated(paths, tmp_path / "recalculated", libreoffice)

    assert [] == [
        difference
        for copy, (assessment, words) in zip(copies, expected, strict=True)
        for difference in differences(copy, assessment, words)
    ]


#: Indicators with a figure that leaves them without a rate, or just has one, and the reason.
EDGES: tuple[tuple[Indicator, str, Reason | None], ...] = (
    (flow("ratio", {"2010": 1e-300}), "-1e299", Reason.TOO_LARGE),
    (flow("zero", {"2010": 5}, direction="decrease", method="inverse_ratio"), "0", None),
    (
        flow("touching", {"2010": 5}, direction="decrease", method="inverse_ratio"),
        "0..9",
        Reason.ZERO_ACTUAL,
    ),
    (
        flow("below", {"2010": "-9..9"}, direction="decrease", method="inverse_ratio"),
        "-5 (..-4)",
        Reason.RATIO_READS_BACKWARDS,
    ),
    (flow("grown", {"2010": 40}, method="growth_ratio"), "20", None),
    (flow("shrunk", {"2010": 40}, method="growth_ratio"), "-1", Reason.SIGN_CHANGE),
    (
        flow("exploded", {"2010": 4}, direction="decrease", method="growth_ratio"),
        "1e300",
        Reason.TOO_LARGE,
    ),
    (flow("edge", {"2010": 5}, direction="maintain", band=Quantity.between(0, 9)), "9.5", None),
    (
        flow("beyond", {"2010": 5}, direction="maintain", band=Quantity.between(0, 9)),
        "-1",
        Reason.ZERO_BAND_EDGE,
    ),
    (flow("next", {"2010": 40}, method="milestone"), "30", Reason.NO_NEXT_TARGET),
    (flow("early", {"2010": 40}, method="growth_ratio"), "30", Reason.BASELINE_NOT_BEFORE),
)
#: When the baselines of growth were measured.
MEASURED = {"exploded": Period.parse("2010-12-30"), "early": Period.year(2011)}


def test_reasons_follow_the_figures(tmp_path: Path, libreoffice: str) -> None:
    """Where it depends on what is typed whether there is a rate, the workbook says why not."""
    indicators = [
        each.with_baseline(Baseline(10, MEASURED.get(each.code, Period.year(2009))))
        for each, _, _ in EDGES
    ]
    framework = Framework(code="EDGES", languages=["en"], indicators=indicators)
    path, words = tmp_path / "edges.xlsx", Words("en")
    write_workbook(assess(framework, as_of=AS_OF), None, path)
    seen = [
        Observation(indicator=each.code, period=Period.year(2010), value=Quantity.parse(value))
        for each, value, _ in EDGES
    ]
    typed = {f"{each.indicator}|2010": typed_as(each.value, indicators[0], words) for each in seen}
    fill_in(path, words, typed)
    after = assess(framework, Observations.from_iterable(seen), as_of=AS_OF)
    (copy,) = recalculated([path], tmp_path / "recalculated", libreoffice)

    assert [reason for _, _, reason in EDGES] == [
        row.reason if row.rate is None and row.status is Status.UNDEFINED else None for row in after
    ]
    assert [] == list(differences(copy, after, words))


def _rows(content: Content) -> Iterator[tuple[Indicator, Period, str]]:
    """Give the rows of totals that can be filled in."""
    for entry in content.entries:
        if entry.categories.is_total:
            yield entry.indicator, entry.period, entry.key
