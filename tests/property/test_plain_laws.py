"""What holds of all results as plain data and as tables, whatever the framework and figures."""

import json
import math

from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute import (
    Assessment,
    assess,
    breakdown,
    classify,
    compare_indicator,
    presets,
    projections,
    rollup,
    suppress,
)
from indh_me.write import (
    assessment_to_plain,
    banding_to_plain,
    breakdown_to_plain,
    comparison_to_plain,
    projection_to_plain,
    publication_to_plain,
    rollup_to_plain,
)
from indh_me.write.tables import (
    Table,
    assessment_table,
    breakdown_table,
    comparison_table,
    projection_table,
    publication_table,
    rollup_table,
)
from indh_me.write.words import Words
from invented import Case, invented

CASES = st.integers(0, 10**9).map(invented)


def _assessed(case: Case) -> Assessment:
    """Assess a case, its groups too."""
    by = [each.code for each in case.framework.dimensions]
    return assess(case.framework, case.observations, as_of=case.as_of, by=by)


def _is_json(plain: object) -> bool:
    """Tell whether plain data are JSON that gives back what was written, without NaN."""
    return bool(json.loads(json.dumps(plain, allow_nan=False)) == plain)


def _is_whole(table: Table) -> bool:
    """Tell whether every row has a cell for every column."""
    return {len(table.columns)} >= {len(row.cells) for row in table.rows}


@given(CASES)
def test_assessments_are_json(case: Case) -> None:
    """An assessment, its scores and its classes are JSON, and tables with a cell a column."""
    made = _assessed(case)
    words = Words.of(case.framework, case.language)
    for how in ("one_vote", "minimum"):
        scores = rollup(made, how=how)
        assert _is_json(rollup_to_plain(scores))
        assert _is_whole(rollup_table(scores, words))
    for rule in presets():
        classes = classify(made, rule)
        assert all(_is_json(banding_to_plain(each)) for each in classes.values())
        assert _is_whole(assessment_table(made, words, classes=classes))
    assert _is_json(assessment_to_plain(made))
    assert _is_whole(assessment_table(made, words))


@given(CASES, st.sampled_from([None, "2012", "2009-Q1"]))
def test_projections_are_json(case: Case, to: str | None) -> None:
    """Projections are JSON, and a table with a cell a column; the rows of both are the columns'."""
    made = projections(case.framework, case.observations, to=to, as_of=case.as_of)
    plain = projection_to_plain(made)
    table = projection_table(made, Words.of(case.framework, case.language))
    figures = [each for row in plain["indicators"] for each in row["figures"] or [None]]
    columns = made.to_columns()

    assert _is_json(plain)
    assert _is_whole(table)
    assert len(made) == len(table.rows)
    for name in ("quantity", "interval", "target", "probability"):
        assert columns[f"{name}_high"] == [
            None if each is None or each[name] is None else each[name]["high"] for each in figures
        ]


@given(CASES)
def test_comparisons_and_breakdowns_are_json(case: Case) -> None:
    """What each method says, and figures of groups, are JSON, and tables with a cell a column."""
    words = Words.of(case.framework, case.language)
    for indicator in case.framework.indicators:
        compared = compare_indicator(indicator, case.observations, as_of=case.as_of)
        assert _is_json(comparison_to_plain(compared))
        assert _is_whole(comparison_table(compared, words))
        made = breakdown(case.framework, case.observations, indicator.code, as_of=case.as_of)
        published = suppress(made)
        assert _is_json(breakdown_to_plain(made))
        assert _is_json(publication_to_plain(published))
        assert _is_whole(breakdown_table(made, words))
        assert _is_whole(publication_table(published, words))


@given(CASES)
def test_rows_tell_what_the_assessment_tells(case: Case) -> None:
    """Plain rows stand in the order of the framework, with the columns' figures."""
    made = _assessed(case)
    rows = assessment_to_plain(made)["indicators"]
    columns = made.to_columns()

    assert columns["code"] == [row["code"] for row in rows]
    for name in ("rate", "progress", "expected", "target"):
        best = [None if row[name] is None else row[name]["best"] for row in rows]
        assert columns[f"{name}_best"] == best
    assert columns["expected_share"] == [row["expected_share"] for row in rows]
    assert all(each is None or math.isfinite(each) for each in columns["expected_share"])
    assert [[group.categories.pairs for group in row.groups] for row in made] == [
        [tuple(group["categories"].items()) for group in row["groups"]] for row in rows
    ]
