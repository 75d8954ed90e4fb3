"""Every result can be explained in every language, and what is read is what was computed."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indh_me.compute import (
    Achievement,
    RollupRule,
    Status,
    assess,
    breakdown,
    classify,
    compare_accumulations,
    compare_methods,
    expected,
    pace_to_target,
    presets,
    project,
    projections,
    rollup,
    suppress,
)
from indh_me.model import Direction, Framework, Indicator, Method, Observations, Quantity, Target
from indh_me.model.period import Period
from indh_me.testing import quantities
from indh_me.write import explain, explain_indicator
from indh_me.write.digits import percent_written
from indh_me.write.explanations.substitution import Substitution
from indh_me.write.words import Words
from invented import invented
from refusals import Strange

LANGUAGES = ("ar", "fr", "en", "fr-MA", "ur")
ENGLISH = Words("en")
METHODS = ["auto", "last", "drift", "ols", "theil_sen_anchored", "logit_trend"]
SEEDS = st.integers(0, 10**9)
FIGURES = st.integers(-(10**5), 10**5).map(lambda number: number / 64)
ANY = st.none() | quantities(sampled=False)
#: A word in braces that nothing was filled into.
UNFILLED = re.compile(r"\{[a-z_]+\}")
YEARS = st.none() | st.floats(0.01, 100)


@st.composite
def _achievements(draw: st.DrawFn, figures: st.SearchStrategy[Strange] = ANY) -> Achievement:
    """Give achievements by every method, defined or not."""
    band = draw(st.none() | st.lists(FIGURES, min_size=2, max_size=2).map(sorted))
    return Achievement.of(
        draw(figures),
        draw(figures),
        draw(figures),
        direction=draw(st.sampled_from(Direction)),
        method=draw(st.none() | st.sampled_from(Method)),
        band=None if band is None else Quantity.between(*band),
        years=draw(YEARS),
        target_years=draw(YEARS),
    )


def _explained(result: Strange) -> None:
    """Explain a result in every language; every line says something."""
    for language in LANGUAGES:
        lines = explain(result, language).split("\n")

        assert [] == [line for line in lines if line.strip() == "" or UNFILLED.search(line)]


@given(_achievements())
def test_achievements_are_explained(result: Achievement) -> None:
    """Any achievement is explained, whatever its figures."""
    _explained(result)


@given(ANY, ANY, ANY, st.sampled_from(Direction))
def test_comparisons_are_explained(
    actual: Quantity | None,
    target: Quantity | None,
    baseline: Quantity | None,
    direction: Direction,
) -> None:
    """Any comparison of methods has a line for each of them."""
    made = compare_methods(actual, target, baseline, direction=direction)
    _explained(made)

    assert len(made) <= len(explain(made).split("\n"))


@settings(max_examples=15)  # Whole frameworks take long to make.
@given(SEEDS)
def test_assessments_are_explained(seed: int) -> None:
    """Every row, class, score, path and pace of an assessment is explained."""
    case = invented(seed)
    framework, table, day = case.framework, case.observations, case.as_of
    by = [each.code for each in framework.dimensions]
    assessment = assess(framework, table, as_of=day, by=by)
    for row in assessment:
        _explained(row)
        _explained(expected(row.indicator, day))
        _explained(pace_to_target(row.indicator, 5, as_of=day))
        _explained(compare_accumulations(row.indicator, table, as_of=day))
        for language in LANGUAGES:
            assert "" != explain_indicator(assessment, table, row.indicator.code, language)
    for rule in presets():
        classes = classify(assessment, rule)
        for each in classes.values():
            _explained(each)
        if classes:
            _explained(classes)
    for how in (RollupRule.ONE_VOTE, RollupRule.MINIMUM):
        _explained(rollup(assessment, how=how))


@settings(max_examples=15)
@given(SEEDS, st.sampled_from([None, "2012", "2009-Q1"]), st.sampled_from(METHODS))
def test_projections_are_explained(seed: int, to: str | None, method: str) -> None:
    """Every projection is explained, and every refusal of one."""
    case = invented(seed)
    made = projections(case.framework, case.observations, to=to, as_of=case.as_of, method=method)
    for row in made:
        _explained(row)


@given(
    st.lists(FIGURES, min_size=3, max_size=8),
    st.sampled_from(["auto", "drift", "half_drift", "shrunken_drift"]),
    st.integers(1, 6),
)
def test_formula_comes_to_the_projection(figures: list[float], method: str, ahead: int) -> None:
    """Whoever puts the figures that are read into the formula gets the projection that is read."""
    seen = {f"{2000 + number}": figure for number, figure in enumerate(figures)}
    made = project(seen, to=f"{1999 + len(figures) + ahead}", method=method)
    told = explain(made).split("\n")
    change, formula = (
        next(line for line in told if line.startswith(each)).partition(": ")[2].partition(" = ")
        for each in ("Average change", "Projected for")
    )

    assert _read(change[2]) == pytest.approx(_value(change[0]), rel=1e-6, abs=0.006)
    assert formula[2] == ENGLISH.number(_value(formula[0]))


@settings(max_examples=15)
@given(SEEDS)
def test_breakdowns_are_explained(seed: int) -> None:
    """Every breakdown is explained, and what may be published of it."""
    case = invented(seed)
    for indicator in case.framework.indicators:
        made = breakdown(case.framework, case.observations, indicator.code, as_of=case.as_of)
        _explained(made)
        _explained(suppress(made))


@given(_achievements(FIGURES))
def test_formula_comes_to_the_rate(result: Achievement) -> None:
    """Whoever puts the figures that are read into the formula gets the rate that is read."""
    assume(result.rate is not None)
    substitution = Substitution(result, ENGLISH)
    formula, equals, rate = substitution.equation.partition(" = ")
    assume(equals != "")

    assert rate == f"{percent_written(_value(formula)).replace(',', ' ')} %"


def _read(number: str) -> float:
    return float(number.replace(" ", ""))


def _value(formula: str) -> float:
    """Work out a formula as anybody would with a calculator."""
    plain = re.sub(r"(?<=\d) (?=\d{3})", "", formula).replace("^", "**")

    assert set(plain) <= set("0123456789.e+-*/() ")

    value = eval(plain, {"__builtins__": {}})  # noqa: S307 - digits and signs, see above
    assert isinstance(value, float | int)
    return float(value)


@given(FIGURES, FIGURES)
def test_larger_figure_is_read_as_the_larger(actual: float, target: float) -> None:
    """Where a target is not met, the two figures are not read as the same."""
    text = explain(Achievement.of(actual, target, direction="increase")).split("\n")[-1]
    reached, wanted = (
        float(each.replace(" ", ""))
        for each in re.findall(r"(?:actual|target) (-?[\d .]+?)(?=[,.]?$|,)", text)
    )

    assert (actual < target, actual == target) == (reached < wanted, reached == wanted)


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_rate_is_read_on_the_side_of_its_status(target: int, actual: int) -> None:
    """A rate is read on the side of the thresholds that its status tells."""
    assume(actual < target)
    goal = Target(period=Period.year(2008), value=target)
    indicator = Indicator(
        code="A", unit="count", direction="increase", accumulation="sum", targets=[goal]
    )
    framework = Framework(code="F", languages=["en"], indicators=[indicator])
    table = Observations.from_columns(["A"], ["2008"], [float(actual)])
    row = assess(framework, table, as_of=goal.period.end)["A"]
    shown = float(explain(row).split(" = ")[1].split(" %")[0])

    assert (row.status is Status.ON_TRACK) == (shown >= 80)
    assert (row.status is Status.OFF_TRACK) == (shown < 60)
