from datetime import date

import pytest
from attrs import evolve

from indh_me.errors import Fault, ParseError
from indh_me.model import (
    Absence,
    Accumulation,
    Baseline,
    Categories,
    Direction,
    Frequency,
    Indicator,
    Method,
    Period,
    Quantity,
    Revision,
    Target,
    Text,
    Trajectory,
    Unit,
)
from indh_me.model.indicator import is_done_or_not, target_path
from refusals import Strange, refusal, refusals

Y2007, Y2008 = Period.year(2007), Period.year(2008)
WOMEN = Categories.of(sex="female")
TRAINED = Indicator(
    code="T-R1", unit="count", direction="increase", accumulation="sum", name=Text.of(en="trained")
)


def test_words_may_be_given_as_text() -> None:
    """Unit and conventions are taken as their words or as their values."""
    fields: Strange = {"frequency": "annual", "method": "target_ratio", "trajectory": "step"}
    by_word = Indicator(
        code="A", unit="score 1..5", direction="maintain", accumulation="mean", **fields
    )
    by_value = Indicator(
        code="A",
        unit=Unit.score(1, 5),
        direction=Direction.MAINTAIN,
        accumulation=Accumulation.MEAN,
        frequency=Frequency.ANNUAL,
        method=Method.TARGET_RATIO,
        trajectory=Trajectory.STEP,
    )

    assert by_value == by_word
    assert Method.TARGET_RATIO is by_word.method


def test_conventions_are_stated() -> None:
    """Direction and accumulation are never guessed: both omissions are reported at once."""
    faults = refusals(lambda: Indicator(code="T-R1", unit="count"))

    assert [
        Fault(
            "direction is not stated",
            "direction",
            "add direction = one of increase, decrease, maintain",
        ),
        Fault(
            "accumulation is not stated",
            "accumulation",
            "add accumulation = one of sum, running_total, latest, peak, mean, ratio",
        ),
    ] == list(faults)


def test_milestone_needs_no_conventions() -> None:
    """A milestone increases from not done to done, and its last word counts."""
    milestone = Indicator(code="C-P1", unit="milestone")

    assert Direction.INCREASE is milestone.direction
    assert Accumulation.LATEST is milestone.accumulation


def test_milestone_is_due_at_the_end_of_its_period() -> None:
    """A milestone made with a due period has one target: done by its last day."""
    milestone = Indicator.milestone("C-P1", due=Y2007, name=Text.of(en="centre opened"))

    assert (Target(period=Y2007, value=1),) == milestone.targets
    assert () == Indicator.milestone("C-P1").targets
    assert Text.of(en="centre opened") == milestone.name


@pytest.mark.parametrize(
    ("name", "word", "mend"),
    [
        ("direction", "up", "known: increase, decrease, maintain"),
        ("accumulation", "total", "did you mean 'running_total'?"),
        ("frequency", "quartely", "did you mean 'quarterly'?"),
        ("method", "ratio", "did you mean 'target_ratio'?"),
        ("trajectory", "lineal", "did you mean 'linear'?"),
    ],
)
def test_unknown_words_are_refused(name: str, word: str, mend: str) -> None:
    """An unknown convention is refused with the nearest one."""
    fields: Strange = {"direction": "increase", "accumulation": "sum", name: word}
    fault = refusal(lambda: Indicator(code="A", unit="count", **fields), ParseError)

    assert (f"unknown {name} '{word}'", name) == (fault.what, fault.where.path)
    assert fault.mend.startswith(mend)


@pytest.mark.parametrize("unit", ["persons", None, 5, ["count"]])
def test_unknown_units_are_refused(unit: Strange) -> None:
    """What is no unit is refused, whatever else is missing."""
    fault = refusal(lambda: Indicator(code="A", unit=unit), ParseError)

    assert fault.what.startswith("unknown unit '")


def test_targets_are_kept_in_order() -> None:
    """Targets are kept by period, the total before its groups."""
    early, late = Target(period=Y2007, value=1), Target(period=Y2008, value=2)
    women = Target(period=Y2007, value=1, categories=WOMEN)
    indicator = TRAINED.with_targets(late, women, early)

    assert (early, women, late) == indicator.targets
    assert (early, late) == indicator.total_targets


def test_target_is_found() -> None:
    """A target is found by its period and group, or is not there."""
    total, women = Target(period=Y2008, value=2), Target(period=Y2008, value=1, categories=WOMEN)
    indicator = TRAINED.with_targets(women, total)

    assert total == indicator.target(Y2008)
    assert women == indicator.target(Y2008, WOMEN)
    assert indicator.target(Y2007) is None
    assert indicator.target(Y2008, Categories.of(sex="male")) is None


def test_with_methods_make_another() -> None:
    """Giving targets or a baseline leaves the first indicator as it was."""
    aimed = TRAINED.with_targets(Target(period=Y2008, value=2)).with_baseline(Baseline(1, Y2007))

    assert ((), None) == (TRAINED.targets, TRAINED.baseline)
    assert (1, Baseline(1, Y2007)) == (len(aimed.targets), aimed.baseline)


@pytest.mark.parametrize(
    ("categories", "what", "where"),
    [
        (Categories(), "two targets for '2005/2007'", 'targets."2005/2007"'),
        (WOMEN, "two targets for '2005/2007 sex=female'", "targets_by_category"),
    ],
)
def test_target_given_twice(categories: Categories, what: str, where: str) -> None:
    """Two targets for the same period and group contradict each other."""
    period = Period.parse("2005/2007")
    twice = [Target(period=period, value=value, categories=categories) for value in (1, 2)]
    fault = refusal(lambda: TRAINED.with_targets(*twice))

    assert Fault(what, where, "keep one") == fault


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("dimensions", ["sex", "sex"], "dimension 'sex' is given twice"),
        ("external_codes", [("sdg", "4.4"), ("sdg", "4.5")], "scheme 'sdg' is given twice"),
    ],
)
def test_lists_without_repetition(name: str, value: Strange, what: str) -> None:
    """A dimension or a scheme of codes is not given twice."""
    fault = refusal(lambda: evolve(TRAINED, **{name: value}))

    assert (what, name) == (fault.what, fault.where.path)


@pytest.mark.parametrize("figure", [0, 1])
def test_milestone_is_done_or_not(figure: int) -> None:
    """A milestone's figures are 0 and 1, or absent."""
    target = Target(period=Y2008, value=figure)
    milestone = Indicator.milestone("C-P1").with_targets(target)

    assert Baseline(figure) == milestone.with_baseline(Baseline(figure)).baseline
    assert milestone.with_baseline(Baseline(Absence.NOT_REPORTED)).baseline is not None


def test_milestone_is_not_half_done() -> None:
    """Every figure of a milestone that is neither 0 nor 1 is reported, at its place."""
    revision = Revision(value=0.5, date=date(2008, 6, 1))
    faults = refusals(
        lambda: Indicator(
            code="C-P1",
            unit="milestone",
            baseline=Baseline(Quantity.at_least(0)),
            targets=[
                Target(period=Y2007, value=2),
                Target(period=Y2008, value=1, revisions=[revision]),
                Target(period=Y2008, value=9, categories=WOMEN),
            ],
        )
    )

    assert [
        ("'>=0' for a milestone", "baseline"),
        ("'2' for a milestone", "targets.2007"),
        ("'0.5' for a milestone", "targets.2008.revisions"),
        ("'9' for a milestone", "targets_by_category"),
    ] == [(fault.what, fault.where.path) for fault in faults]


def test_other_units_have_any_figures() -> None:
    """What holds for milestones does not hold for counts."""
    indicator = TRAINED.with_targets(Target(period=Y2008, value=20_000))

    assert indicator.with_baseline(Baseline(Quantity.at_least(5))).baseline is not None


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("code", "T R1", "'T R1' cannot stand as code"),
        ("result", "a b", "'a b' cannot stand as result"),
        ("name", "trained", "'trained' is not a Text"),
        ("definition", "trained", "'trained' is not a Text"),
        ("unit_label", "persons", "'persons' is not a Text"),
        ("means_of_verification", "lists", "'lists' is not a Text"),
        ("responsible", "trainer", "'trainer' is not a Text"),
        ("owner", "INDH", "'INDH' is not a Text"),
        ("note", "estimate", "'estimate' is not a Text"),
        ("source", "briefing", "'briefing' is not a Citation"),
        ("band", 5, "'5' is not a Quantity"),
        ("baseline", 5, "'5' is not a Baseline"),
        ("dimensions", "place", "'place' is no list of dimensions"),
        ("dimensions", [5], "'5' is not a string"),
        ("targets", [20_000], "'20000' is not a Target"),
        ("targets", None, "'None' is no list of targets"),
    ],
)
def test_indicator_has_values_of_its_kinds(name: str, value: Strange, what: str) -> None:
    """A field of an indicator that is of another kind is refused, at its place."""
    fault = refusal(lambda: evolve(TRAINED, **{name: value}))

    assert (name, what) == (fault.where.path, fault.what)


def test_external_codes_are_a_mapping() -> None:
    """External codes are given by scheme, and kept in the order of schemes."""
    indicator = evolve(TRAINED, external_codes={"sdg": "4.4.1", "donor": "7"})

    assert (("donor", "7"), ("sdg", "4.4.1")) == indicator.external_codes


def test_done_is_exactly_one() -> None:
    """Only an exact 0 or 1 says not done or done."""
    texts = ["0", "1", "2", ">=1", "0..1", "1 (0..1)", "1 [n=1]", "0.5"]
    done_or_not = [text for text in texts if is_done_or_not(Quantity.parse(text))]

    assert ["0", "1", "1 [n=1]"] == done_or_not


def test_place_of_a_target() -> None:
    """A target stands under its period, one of a group in a list."""
    assert "targets.2008" == target_path(Target(period=Y2008, value=1))
    assert "targets_by_category" == target_path(Target(period=Y2008, value=1, categories=WOMEN))
