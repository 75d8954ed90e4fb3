"""Scales of growth and of bounded figures."""

import math

import numpy as np
import pytest

from indh_me.compute.projection.methods.link import Link, from_link, link_slope, to_link, unlinked
from indh_me.compute.projection.panel.refusal import ProjectionReason

PERCENT = (0.0, 100.0)
OPEN = (-math.inf, math.inf)


def test_identity_leaves_figures() -> None:
    """As they stand, figures are the same array."""
    values = np.array([[1.0, -2.0]])

    assert values is to_link(Link.IDENTITY, values, OPEN)
    assert values is from_link(Link.IDENTITY, values, OPEN)


def test_logarithm() -> None:
    """The logarithm is natural, and comes back."""
    values = np.array([[1.0, math.e, 20.0]])
    found = to_link(Link.LOG, values, OPEN)

    assert [0.0, 1.0, math.log(20)] == pytest.approx(found[0].tolist())
    assert values.tolist() == pytest.approx(from_link(Link.LOG, found, OPEN))


@pytest.mark.parametrize("link", [Link.LOGIT, Link.LOGIT_ADJUSTED])
def test_logit_lies_between_its_bounds(link: Link) -> None:
    """A logit comes back between its own bounds, the middle from zero."""
    found = from_link(link, np.array([-800.0, 0.0, math.log(3), 800.0]), (20.0, 60.0))

    assert [20.0, 40.0, 50.0, 60.0] == pytest.approx(found.tolist(), abs=1e-12)
    assert (found >= 20).all()
    assert (found <= 60).all()


def test_logit_of_figures() -> None:
    """The logit is ln((y - a) / (b - y))."""
    assert [math.log(3), 0.0, -math.log(3)] == pytest.approx(
        to_link(Link.LOGIT, np.array([50.0, 40.0, 30.0]), (20.0, 60.0)).tolist(), abs=1e-15
    )


def test_adjusted_logit_moves_figures_off_the_bounds() -> None:
    """With four points a share p becomes (3 p + 1/2) / 4: 0, 1 and 1/2 become 1/8, 7/8 and 1/2."""
    found = to_link(Link.LOGIT_ADJUSTED, np.array([[0.0, 100.0, 50.0, 25.0]]), PERCENT)

    assert [math.log(1 / 7), math.log(7), 0.0, math.log(1.25 / 2.75)] == pytest.approx(
        found[0].tolist(), abs=1e-15
    )


@pytest.mark.parametrize(
    ("link", "values", "expected", "reason"),
    [
        (Link.LOG, [[1e-9, 1], [0, 1], [-1, 1]], [False, True, True], "not_positive"),
        (Link.LOGIT, [[1e-9, 99], [0, 1], [50, 100]], [False, True, True], "on_bound"),
    ],
)
def test_figures_without_a_place(
    link: Link, values: list[list[float]], expected: list[bool], reason: str
) -> None:
    """What is not above zero has no logarithm, what is on a bound no logit."""
    where, why = unlinked(link, np.array(values), PERCENT)

    assert where is not None
    assert expected == where.tolist()
    assert ProjectionReason(reason) is why


@pytest.mark.parametrize("link", [Link.IDENTITY, Link.LOGIT_ADJUSTED])
def test_scales_with_a_place_for_all(link: Link) -> None:
    """As they stand and adjusted, all figures within the bounds have a place."""
    assert unlinked(link, np.array([[0.0, 100.0]]), PERCENT)[0] is None


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [((0.0, math.inf), [0.0, 7.0]), ((-math.inf, 5.0), [-2.0, 5.0]), (PERCENT, [0.0, 7.0])],
)
def test_one_bound_is_enough_to_clip(bounds: tuple[float, float], expected: list[float]) -> None:
    """Figures are clipped to whichever bound there is."""
    assert expected == from_link(Link.IDENTITY, np.array([-2.0, 7.0]), bounds).tolist()


@pytest.mark.parametrize(
    ("bounds", "figures", "step"),
    [(PERCENT, [1.0, 20.0, 50.0, 93.0], 1e-5), ((1.0, 5.0), [1.1, 2.0, 3.5, 4.9], 1e-6)],
    ids=["percent", "score"],
)
@pytest.mark.parametrize("link", list(Link))
def test_slope_is_the_derivative(
    link: Link, bounds: tuple[float, float], figures: list[float], step: float
) -> None:
    """The slope of a link is what it changes by over a small step, for each."""
    values = np.array([figures])
    change = to_link(link, values + step, bounds) - to_link(link, values - step, bounds)

    np.testing.assert_allclose(link_slope(link, values, bounds), change / (2 * step), rtol=1e-7)


def test_adjusted_logit_of_a_score() -> None:
    """Of a score from 1 to 5, shares are counted from 1: with four points 1 becomes 1/8."""
    found = to_link(Link.LOGIT_ADJUSTED, np.array([[1.0, 5.0, 3.0, 2.0]]), (1.0, 5.0))

    assert [math.log(1 / 7), math.log(7), 0.0, math.log(1.25 / 2.75)] == pytest.approx(
        found[0].tolist(), abs=1e-15
    )


def test_slope_on_a_bound() -> None:
    """Moved off the bounds, figures on them have a slope; without that it is infinite."""
    ends = np.array([[0.0, 50.0, 100.0]])
    with np.errstate(divide="ignore"):
        plain = link_slope(Link.LOGIT, ends, PERCENT)

    assert [True, False, True] == np.isinf(plain[0]).tolist()
    assert [1 / 25 + 1 / 125, 2 / 75, 1 / 25 + 1 / 125] == pytest.approx(
        link_slope(Link.LOGIT_ADJUSTED, ends, PERCENT)[0].tolist()
    )
