"""The class that a published rule gives to each indicator."""

from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me.compute.assessment import assess
from indh_me.compute.banding import NoBand
from indh_me.compute.classification import classify
from indh_me.compute.presets import preset
from indh_me.errors import UnknownCodeError
from indh_me.model import (
    Baseline,
    Framework,
    Indicator,
    Observations,
    Period,
    Quantity,
    Target,
)

Keys: TypeAlias = Any
END = date(2008, 12, 31)


def _flow(**keys: Keys) -> Indicator:
    keys = {"unit": "count", "direction": "increase", "accumulation": "sum", **keys}
    targets = [Target(period=Period.year(2008), value=366)]
    return Indicator(code="A", **{"targets": targets, **keys})


def _level(**keys: Keys) -> Indicator:
    keys = {
        "unit": "percent",
        "direction": "increase",
        "accumulation": "latest",
        "baseline": Baseline(60, Period.year(2003)),
        "targets": [Target(period=Period.year(2013), value=80)],
        **keys,
    }
    return Indicator(code="A", **keys)


def _class(
    indicator: Indicator, rule: str, figure: float | None, period: str = "2008", as_of: date = END
) -> str | NoBand | None:
    framework = Framework(code="F", languages=["fr"], indicators=[indicator])
    seen = Observations()
    if figure is not None:
        seen = Observations.from_columns(["A"], [period], [figure])
    found = classify(assess(framework, seen, as_of=as_of), rule)["A"]
    return found.reason if found.band is None else found.code


@pytest.mark.parametrize(
    ("rule", "figure", "word"),
    [
        ("undp_irrf", 292.8, "green"),
        ("undp_irrf", 292.7, "yellow"),
        ("undp_irrf", 219.5, "red"),
        ("pepfar", 402.7, "above_target"),
        ("pepfar", 329.5, "on_target"),
        ("pepfar", 329.3, "at_risk"),
        ("pepfar", 274.4, "concerned"),
        ("within_15", 421, "over"),
        ("within_15", 311.1, "on_scope"),
        ("within_15", 311, "under"),
    ],
)
def test_class_of_a_target_that_is_due(rule: str, figure: float, word: str) -> None:
    """A target that is due is classed by its rate, on both sides of each edge."""
    # Of 366: 80 % is 292.8, 60 % 219.6; 110 % is 402.6, 90 % 329.4, 75 % 274.5; 115 % 420.9,
    # 85 % 311.1.
    assert word == _class(_flow(), rule, figure)


@pytest.mark.parametrize(
    ("rule", "figure", "word"),
    [
        # By 31 March, 91 of 366 days: 91 are expected. 80 % of them are 72.8, 60 % 54.6.
        ("undp_irrf", 72.9, "green"),
        ("undp_irrf", 72.7, "yellow"),
        ("undp_irrf", 54.5, "red"),
        # 91/366 - 0.1 of 366 is 54.4; + 0.1 is 127.6; - 0.25 is below zero.
        ("pepfar", 127.7, "above_target"),
        ("pepfar", 54.5, "on_target"),
        ("pepfar", 54.3, "at_risk"),
        # 85 % of 91 are 77.35.
        ("within_15", 77.4, "on_scope"),
        ("within_15", 77.3, "under"),
    ],
)
def test_class_on_the_way(rule: str, figure: float, word: str) -> None:
    """A target that is not due is classed by what is expected of it by then."""
    assert word == _class(_flow(), rule, figure, "2008-Q1", date(2008, 5, 1))


def test_within_a_margin_reads_the_other_way_for_a_decrease() -> None:
    """Of what should decrease, much is under the target and little is over it."""
    few = _flow(direction="decrease", baseline=Baseline(900, Period.year(2007)))

    assert ["under", "on_scope", "over"] == [
        _class(few, "within_15", figure) for figure in (500, 366, 200)
    ]


def test_growth_with_a_target() -> None:
    """Open SDG holds the growth since the baseline against the growth that the target asks for."""
    # From 60 to 64 in 5 years against 60 to 80 in 10: 0.445, case B of the comparison of methods.
    assert "limited_progress" == _class(_level(), "open_sdg", 64)
    # (70/60)^(1/5) - 1 = 0.03131, over 0.029186.
    assert "on_track" == _class(_level(), "open_sdg", 70)
    assert "deterioration" == _class(_level(), "open_sdg", 59)


def test_growth_without_a_target() -> None:
    """Without regard to a target, growth is held against 1.5, 0.5 and 0 % a year, which shrink
    near 100 %.
    """
    # C = 1 - 0.6^4.44 = 0.8965; (64/60)^(1/5) - 1 = 0.01299 < 0.015 C = 0.01345.
    assert "acceleration_needed" == _class(_level(), "open_sdg_no_target", 64)
    # Without a limit 0.0134 would not do; near 100 % it does: (64.15/60)^(1/5) - 1 = 0.01346.
    assert "on_track" == _class(_level(), "open_sdg_no_target", 64.15)
    assert "acceleration_needed" == _class(_level(unit="count"), "open_sdg_no_target", 64.15)
    assert "on_track" == _class(_level(targets=[]), "open_sdg_no_target", 70)


@pytest.mark.parametrize(
    ("indicator", "rule", "figure", "reason"),
    [
        (_flow(), "undp_irrf", None, NoBand.NO_FIGURE),
        (_flow(), "pepfar", None, NoBand.NO_FIGURE),
        (_flow(), "within_15", None, NoBand.NO_FIGURE),
        (_flow(targets=[]), "within_15", 5, NoBand.NO_FIGURE),
        (_flow(), "open_sdg", None, NoBand.NO_FIGURE),
        (_flow(), "open_sdg", 5, NoBand.NO_BASELINE),
        (_level(baseline=Baseline(60)), "open_sdg_no_target", 64, NoBand.NO_BASELINE),
        (
            _level(baseline=Baseline(60, Period.year(2008))),
            "open_sdg_no_target",
            64,
            NoBand.NO_BASELINE,
        ),
        # Nothing is expected of a level whose baseline has no date: its target is not due.
        (_level(baseline=Baseline(60)), "open_sdg", 64, NoBand.NO_FIGURE),
        (
            _level(baseline=Baseline(Quantity.between(50, 60), Period.year(2003))),
            "open_sdg",
            64,
            NoBand.NO_BASELINE,
        ),
        (_level(targets=[]), "open_sdg", 64, NoBand.NO_FIGURE),
        (
            _level(targets=[Target(period=Period.year(2013), value=Quantity.at_least(80))]),
            "open_sdg",
            64,
            NoBand.NO_FIGURE,
        ),
        (
            _flow(targets=[Target(period=Period.year(2008), value=0)]),
            "within_15",
            5,
            NoBand.NO_FIGURE,
        ),
        (
            _level(direction="maintain", band=Quantity.between(60, 70)),
            "open_sdg",
            64,
            NoBand.NO_FIGURE,
        ),
        (
            _level(direction="maintain", band=Quantity.between(60, 70)),
            "within_15",
            64,
            NoBand.NO_FIGURE,
        ),
        (Indicator.milestone("A", due=Period.year(2008)), "undp_irrf", 1, NoBand.NO_FIGURE),
    ],
)
def test_no_class(*, indicator: Indicator, rule: str, figure: float | None, reason: NoBand) -> None:
    """Where what a preset measures is not known, there is no class but a reason."""
    assert reason is _class(indicator, rule, figure)


def test_due_target_whatever_lies_ahead() -> None:
    """A target that is due is due in full, though a further one is still on its way."""
    steps = _level(
        baseline=Baseline(60, Period.year(2007)),
        targets=[
            Target(period=Period.year(2008), value=80),
            Target(period=Period.year(2012), value=100),
        ],
    )

    # (62 - 60) / (80 - 60) is 90 points below the goal; 62 is 0.775 of 80, and 0.91 of its path.
    assert "concerned" == _class(steps, "pepfar", 62)
    assert "under" == _class(steps, "within_15", 62)


def test_no_goal_inside_a_band() -> None:
    """What should stay inside a band has no share of a way that could be due by now."""
    kept = _level(direction="maintain", band=Quantity.between(60, 70), baseline=None)

    assert NoBand.NO_FIGURE is _class(kept, "pepfar", 64)


@pytest.mark.parametrize(
    ("target", "figure", "word"),
    [
        (Quantity.exactly(0.5), 0.4, "under"),
        (Quantity.exactly(0.5), 0.5, "on_scope"),
        (Quantity.at_least(0.5), 2, NoBand.BOUNDS_STRADDLE),
        (Quantity.at_least(-0.5), 0.1, NoBand.NO_FIGURE),
    ],
)
def test_margin_of_a_small_target(target: Quantity, figure: float, word: str | NoBand) -> None:
    """A small target is a target; only one that may be zero leaves nothing to compare with."""
    flow = _flow(unit="ratio per 1", targets=[Target(period=Period.year(2008), value=target)])

    assert word == _class(flow, "within_15", figure)


def test_growth_of_a_single_year() -> None:
    """A year from the baseline, to the figure and to the target, is enough for growth."""
    grown = _level(
        baseline=Baseline(60, Period.year(2007)),
        targets=[Target(period=Period.year(2008), value=66)],
    )

    assert "acceleration_needed" == _class(grown, "open_sdg", 64)
    assert "on_track" == _class(grown, "open_sdg_no_target", 64)


def test_no_growth_to_a_target_before_the_baseline() -> None:
    """No growth leads to a target that was due before the baseline was measured."""
    late = _level(
        baseline=Baseline(60, Period.year(2006)),
        targets=[Target(period=Period.year(2005), value=80)],
        method="milestone",
    )

    assert NoBand.NO_FIGURE is _class(late, "open_sdg", 64)


def test_preset_itself_or_its_code() -> None:
    """The rule may be given as itself, and is kept where it gives no class."""
    done = Indicator.milestone("A", due=Period.year(2008))
    framework = Framework(code="F", languages=["fr"], indicators=[done])
    assessment = assess(framework, as_of=END)

    assert classify(assessment, "pepfar") == classify(assessment, preset("pepfar"))
    assert "pepfar" == classify(assessment, "pepfar")["A"].preset.code


def test_every_indicator_has_an_entry() -> None:
    """Classes come by code, in the order of the framework."""
    framework = Framework(
        code="F", languages=["fr"], indicators=[Indicator.milestone(code) for code in ("B", "A")]
    )

    assert ["B", "A"] == list(classify(assess(framework, as_of=END), "pepfar"))


def test_unknown_preset() -> None:
    """A preset that does not exist is refused with the nearest."""
    framework = Framework(code="F", languages=["fr"])
    with pytest.raises(UnknownCodeError, match="unknown preset 'undp'"):
        classify(assess(framework, as_of=END), "undp")
