import math
from collections.abc import Sequence

import pytest

from indh_me.compute.projection.backtest.reliability import brier, reliability
from indh_me.compute.projection.backtest.score import NoScore
from refusals import refusal, refusals

NAN = math.nan


def test_brier_by_hand() -> None:
    """The score is the squared distance of what was stated from what happened."""
    found = brier([[0.0, 1.0, 0.25, NAN, 0.5, NAN]], [[0, 0, 1, 1, NAN, NAN]])

    assert [0.0, 1.0, 0.5625] == found.each[0, :3].tolist()
    assert {NoScore.NO_OUTCOME: 1, NoScore.NO_PROJECTION: 2} == found.undefined


def test_bins_hold_their_lower_edges() -> None:
    """An edge belongs to the bin above it, and 1 to the last."""
    stated = [0.0, math.nextafter(0.1, 0), 0.1, 0.3, 0.5, 0.7, math.nextafter(0.9, 0), 0.9, 1.0]
    found = reliability(stated, [0] * 9)

    assert (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0) == found.edges
    assert (2, 1, 1, 1, 2, 2) == found.counts
    assert pytest.approx((0.05, 0.1, 0.3, 0.5, 0.8, 0.95)) == found.stated
    assert (0.0,) * 6 == found.observed


def test_stated_against_observed() -> None:
    """Each bin has the mean of what was stated and the share that happened."""
    met: list[list[float]] = [[1, 0], [0, NAN]]
    found = reliability([[0.25, 0.5], [0.25, 1.0]], met, edges=(0, 0.4, 0.8, 1))

    assert (2, 1, 0) == found.counts
    assert (0.25, 0.5, None) == found.stated
    assert (0.5, 0.0, None) == found.observed
    assert {NoScore.NO_OUTCOME: 1} == found.undefined
    assert 0.5 == found.worst
    assert {
        "low": [0, 0.4, 0.8],
        "high": [0.4, 0.8, 1],
        "count": [2, 1, 0],
        "stated": [0.25, 0.5, None],
        "observed": [0.5, 0.0, None],
    } == found.to_columns()


def test_nothing_stated() -> None:
    """Where nothing was stated no bin is wrong, and none is right."""
    found = reliability([NAN], [1])

    assert found.worst is None
    assert {NoScore.NO_PROJECTION: 1} == found.undefined


@pytest.mark.parametrize(
    "edges", [(), (0,), (0, 0.5), (0.1, 1), (0, 0.5, 0.5, 1), (0, 0.6, 0.4, 1), (0, NAN, 1)]
)
def test_edges_that_are_no_bins(edges: Sequence[float]) -> None:
    """Edges increase from 0 to 1."""
    fault = refusal(lambda: reliability([0.5], [1], edges=edges))

    assert f"edges '{edges}'" == fault.what
    assert "edges" == str(fault.where)
    assert "let them increase from 0 to 1" == fault.mend


def test_no_probability_and_no_outcome() -> None:
    """Percentages and outcomes in between are refused, both at once."""
    for wrong in (95.0, 1.5, -0.5):
        first, second = refusals(lambda wrong=wrong: brier([wrong], [0.5]))  # type: ignore[misc]

        assert f"probability '{wrong}'" == first.what
        assert "probability" == str(first.where)
        assert "give probabilities from 0 to 1" == first.mend
        assert "outcome '0.5'" == second.what
        assert "met" == str(second.where)
        assert "give 1 where the target was met, 0 where not, NaN where nobody knows" == second.mend
