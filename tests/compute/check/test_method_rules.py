"""Rules that hold the method of achievement against the rest of the plan."""

from typing import Any, TypeAlias

import pytest

from indh_me.compute.check.method_rules import impossible_methods, unfitting_bands
from indh_me.model import Baseline, Framework, Indicator, Period, Quantity, Target

Keys: TypeAlias = Any
BASE = Period.year(2007)
BACKWARDS = (
    "choose 'baseline_adjusted', 'target_ratio' to increase or 'two_minus_ratio' to decrease"
)


def _framework(**keys: Keys) -> Framework:
    keys = {"unit": "count", "direction": "increase", "accumulation": "latest", **keys}
    targets = [Target(period=Period.year(2008), value=20)]
    indicator = Indicator(code="A", **{"targets": targets, **keys})
    return Framework(code="F", languages=["fr"], indicators=[indicator])


def test_nothing_to_stay_in() -> None:
    """What should be maintained without a band is found."""
    (found,) = unfitting_bands(_framework(direction="maintain"))

    assert (
        "ME025 error: A should be maintained, and nobody says within which band\n"
        "  where: indicators.A\n"
        '  mend:  add band = "90..95", or one edge: ">=90"'
    ) == str(found)
    assert "A" == found.indicator


def test_band_of_what_should_change() -> None:
    """A band of what should decrease is found: nothing uses it."""
    (found,) = unfitting_bands(_framework(direction="decrease", band=Quantity.at_least(5)))

    assert (
        "ME025 error: the band of A is not used: it should decrease\n"
        "  where: indicators.A.band\n"
        '  mend:  remove the band, or write direction = "maintain"'
    ) == str(found)


@pytest.mark.parametrize("band", [Quantity.at_least(5), Quantity.at_most(5), Quantity.exactly(5)])
def test_one_edge_is_enough(band: Quantity) -> None:
    """A band with an edge on one side is enough; one that is open on both is not."""
    assert [] == list(unfitting_bands(_framework(direction="maintain", band=band)))
    assert 1 == len(list(unfitting_bands(_framework(direction="maintain", band=Quantity()))))
    assert [] == list(unfitting_bands(_framework()))


@pytest.mark.parametrize(
    ("keys", "method", "why", "mend"),
    [
        (
            {"direction": "maintain"},
            "baseline_adjusted",
            "it is not made for the direction 'maintain'",
            "choose 'band' for what should be maintained, another method for what should change",
        ),
        (
            {"direction": "decrease"},
            "band",
            "it is not made for the direction 'decrease'",
            "choose 'band' for what should be maintained, another method for what should change",
        ),
        (
            {},
            "inverse_ratio",
            "the worse the figure, the better its rate would be",
            BACKWARDS,
        ),
        (
            {"targets": [Target(period=Period.year(2008), value=0)]},
            "inverse_ratio",
            "the worse the figure, the better its rate would be",
            BACKWARDS,
        ),
        (
            {},
            "milestone",
            "there is no baseline",
            "add baseline = { value = ..., period = ... }, or choose a method without one",
        ),
        (
            {"baseline": Baseline(5)},
            "growth_ratio",
            "nobody says when the baseline was measured",
            "add the period of the baseline",
        ),
        (
            {"baseline": Baseline(5, Period.year(2008))},
            "growth_ratio",
            "the baseline was not measured before the target of 2008 falls due",
            "correct the period of the baseline, or that of the target",
        ),
        (
            {"baseline": Baseline(0, BASE)},
            "growth_ratio",
            "nothing grows from a baseline of zero at a rate",
            "choose 'target_ratio'",
        ),
        (
            {"baseline": Baseline(-5, BASE)},
            "growth_ratio",
            "baseline and target of 2008 lie on both sides of zero",
            "choose 'baseline_adjusted'",
        ),
    ],
)
def test_method_that_cannot_work(*, keys: Keys, method: str, why: str, mend: str) -> None:
    """A method that can give no rate, whatever is reported, is found with the reason."""
    (found,) = impossible_methods(_framework(method=method, **keys))

    assert (
        f"ME026 error: method '{method}' of A gives no rate: {why}\n"
        "  where: indicators.A.method\n"
        f"  mend:  {mend}"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    "keys",
    [
        {"method": "target_ratio"},
        {"method": "baseline_adjusted", "baseline": Baseline(5)},
        {"method": "growth_ratio", "baseline": Baseline(5, BASE)},
        {"method": "inverse_ratio", "direction": "decrease"},
        {"method": "band", "direction": "maintain", "band": Quantity.at_least(5)},
        # The library chooses; and the plan's other rules find these.
        {},
        {"method": "target_ratio", "targets": []},
        {"method": "baseline_adjusted", "baseline": Baseline(20)},
        {"method": "band", "direction": "maintain"},
        # One of the targets gives a rate.
        {
            "method": "growth_ratio",
            "baseline": Baseline(5, Period.year(2008)),
            "targets": [
                Target(period=Period.year(2008), value=20),
                Target(period=Period.year(2009), value=20),
            ],
        },
    ],
)
def test_method_that_may_work(keys: Keys) -> None:
    """A method that gives a rate of some figure and target is not found."""
    assert [] == list(impossible_methods(_framework(**keys)))


def test_sound_indicators_hide_no_others() -> None:
    """Indicators of which nothing is to be said do not end the search."""
    sound: Keys = {"unit": "count", "direction": "increase", "accumulation": "latest"}
    faulty: Keys = {**sound, "direction": "maintain", "method": "target_ratio"}
    target = Target(period=Period.year(2008), value=20)
    indicators = [
        Indicator(code="A", **sound),
        Indicator(code="B", **sound, method="target_ratio", targets=[target]),
        Indicator(code="C", **faulty, targets=[target]),
    ]
    framework = Framework(code="F", languages=["fr"], indicators=indicators)

    assert ["C"] == [each.indicator for each in unfitting_bands(framework)]
    assert ["C"] == [each.indicator for each in impossible_methods(framework)]
