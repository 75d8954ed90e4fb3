"""What rates of arrays keep to beyond the numbers: shapes, gaps and inputs."""

import math

import numpy as np
import pytest
from attrs import evolve

from indh_me.compute.bounds import Bounds, Floats
from indh_me.compute.rate import REASONS, rates
from indh_me.compute.reason import Reason
from indh_me.compute.terms import Terms
from indh_me.errors import InvalidInputError
from indh_me.model import Direction, Method, Quantity


def _terms(actual: Bounds, target: Bounds, years: Floats | None = None) -> Terms:
    return Terms(
        actual=actual,
        target=target,
        baseline=Bounds.exactly(np.asarray(50.0)),
        band=Bounds.exactly(np.asarray(math.nan)),
        years=np.asarray(math.nan) if years is None else years,
        target_years=np.asarray(2.0),
    )


def _exactly(*figures: float) -> Bounds:
    return Bounds.exactly(np.array(figures))


def _reasons(codes: "np.ndarray[tuple[int, ...], np.dtype[np.int8]]") -> list[Reason | None]:
    return [REASONS[code] for code in codes.ravel().tolist()]


def test_only_what_has_a_reason_is_no_number() -> None:
    """A rate is taken out where there is a reason, be it a gap or a number that would be one."""
    actual, target = _exactly(math.nan, 8, 8, 8, 1e300), _exactly(10, 0, -4, 10, 1e-300)
    made, why = rates(_terms(actual, target), Method.TARGET_RATIO, Direction.INCREASE)

    assert [
        Reason.NOT_REPORTED,
        Reason.ZERO_TARGET,
        Reason.RATIO_READS_BACKWARDS,
        None,
        Reason.TOO_LARGE,
    ] == _reasons(why)
    assert [True, True, True, False, True] == np.isnan(made.low).tolist()
    assert (0.8, True) == (made.low[3], made.is_exact)


def test_bounds_with_a_reason_are_taken_out() -> None:
    """Of a figure within bounds, all three numbers are taken out where there is a reason."""
    actual = Bounds.of([Quantity.between(4, 8, best=6), Quantity.between(4, 8, best=6)])
    made, why = rates(_terms(actual, _exactly(10, 0)), Method.TARGET_RATIO, Direction.INCREASE)

    assert [None, Reason.ZERO_TARGET] == _reasons(why)
    assert [Quantity.between(0.4, 0.8, best=0.6), None] == made.quantities()
    assert [[False, True]] * 3 == [np.isnan(each).tolist() for each in made.arrays]


def test_bounds_without_a_reason_stay() -> None:
    """A bound that is not known is no reason, on either side."""
    actual = Bounds.of([Quantity.at_least(4), Quantity.at_most(8), Quantity()])
    made, why = rates(_terms(actual, _exactly(10, 10, 10)), Method.TARGET_RATIO, Direction.INCREASE)

    assert [None, None, None] == _reasons(why)
    assert [Quantity.at_least(0.4), Quantity.at_most(0.8), Quantity()] == made.quantities()


@pytest.mark.parametrize("missing", [False, True])
def test_rates_have_the_shape_of_all_terms(*, missing: bool) -> None:
    """A term that the formula does not use still gives its shape, whether a rate is missing."""
    actual = Bounds.exactly(np.asarray(math.nan if missing else 8.0))
    terms = _terms(actual, Bounds.exactly(np.asarray(10.0)), years=np.array([1.0, 2.0, 3.0]))
    made, why = rates(terms, Method.TARGET_RATIO, Direction.INCREASE)

    assert ((3,), (3,)) == (made.low.shape, why.shape)
    assert [missing] * 3 == np.isnan(made.low).tolist()


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("way", Direction)
def test_terms_are_left_as_they_are(method: Method, way: Direction) -> None:
    """Whatever is taken out of the rates, nothing is written into what they are made of."""
    given = [8.0, math.nan, 0.0, -4.0]
    figures = [np.array(given) for _ in range(6)]
    terms = Terms(
        actual=Bounds.exactly(figures[0]),
        target=Bounds.exactly(figures[1]),
        baseline=Bounds.exactly(figures[2]),
        band=Bounds.exactly(figures[3]),
        years=figures[4],
        target_years=figures[5],
    )
    rates(terms, method, way)

    for each in figures:
        assert np.array_equal(given, each, equal_nan=True)


def test_single_figures() -> None:
    """Single figures have a single rate, or a single gap."""
    zero = Bounds.exactly(np.asarray(0.0))
    made, why = rates(
        _terms(Bounds.exactly(np.asarray(8.0)), zero), Method.TARGET_RATIO, Direction.INCREASE
    )

    assert ((), True, [Reason.ZERO_TARGET]) == (
        made.low.shape,
        math.isnan(made.low.item()),
        _reasons(why),
    )


@pytest.mark.parametrize("name", ["actual", "target", "baseline", "years", "target_years"])
def test_infinite_terms_are_refused(name: str) -> None:
    """An infinite number is refused wherever it stands, and gaps beside it are not."""
    figures = dict.fromkeys(("actual", "target", "baseline", "years", "target_years"), 2.0)
    terms = Terms.of(
        **{
            key: np.array([math.nan, -math.inf if key == name else value])
            for key, value in figures.items()
        },
        band=None,
    )
    with pytest.raises(InvalidInputError) as caught:
        terms.refuse_infinite()
    (fault,) = caught.value.faults

    assert (name, "'-inf' is not a figure") == (str(fault.where), fault.what)
    assert "leave gaps as NaN; give what is unbounded as a Quantity" == fault.mend


def test_edge_of_a_band_that_is_zero() -> None:
    """No share of zero tells how far outside of it a figure is; inside, nothing is asked of it."""
    actual = _exactly(-6, -5, 0, 0.5, 3)
    terms = evolve(_terms(actual, actual), band=Bounds.of([Quantity.between(-5, 0)]))
    made, why = rates(terms, Method.BAND, Direction.MAINTAIN)

    assert [None, None, None, Reason.ZERO_BAND_EDGE, Reason.ZERO_BAND_EDGE] == _reasons(why)
    assert [pytest.approx(0.8), 1, 1] == made.low[:3].tolist()
