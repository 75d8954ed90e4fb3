import math
import operator
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from indh_me.errors import InvalidInputError, ParseError
from indh_me.model import Absence, Quantity
from indh_me.model.notation import parse_number
from indh_me.model.quantity import Value, format_number, parse_value
from indh_me.testing import exact_quantities, numbers, quantities, values

OPERATIONS: tuple[Callable[[Quantity, Quantity], Quantity], ...] = (
    operator.add,
    operator.sub,
    operator.mul,
    operator.truediv,
)
FIELDS = ("best", "low", "high", "numerator", "denominator", "n")

#: Numbers of which sums, products and quotients are neither too large nor too small to tell.
tame = st.sampled_from([0.0, 1.0, -1.0]) | st.floats(-1e9, 1e9).filter(lambda x: abs(x) > 1e-9)
intervals = quantities(tame, sampled=False)
operations = st.sampled_from(OPERATIONS)


def _holds(quantity: Quantity, number: float) -> bool:
    """Tell whether a number lies within the bounds of a quantity."""
    above = quantity.low is None or quantity.low <= number
    return above and (quantity.high is None or number <= quantity.high)


def _within(inner: Quantity, outer: Quantity) -> bool:
    """Tell whether the bounds of one quantity lie within those of another."""
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    return low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


@st.composite
def _with_point(draw: st.DrawFn) -> tuple[Quantity, float]:
    """Draw a quantity and a number that it may be: an end, the best estimate, or any within."""
    quantity = draw(intervals)
    ends = [x for x in (quantity.low, quantity.best, quantity.high) if x is not None]
    inside = tame.filter(lambda x: _holds(quantity, x))
    if len(ends) == 0:
        return quantity, draw(inside)
    low = min(ends) if quantity.low is not None else -1e9
    high = max(ends) if quantity.high is not None else 1e9
    between = st.floats(min(low, high), max(low, high)).filter(lambda x: x == 0 or abs(x) > 1e-9)
    return quantity, draw(st.sampled_from(ends) | between.filter(lambda x: _holds(quantity, x)))


@given(_with_point(), _with_point(), operations)
def test_arithmetic_contains_the_pointwise_results(
    a: tuple[Quantity, float],
    b: tuple[Quantity, float],
    operation: Callable[..., Quantity],
) -> None:
    """Whatever two figures truly are, the result of their truths is within the result's bounds."""
    assume(operation is not operator.truediv or b[1] != 0)
    result = operation(a[0], b[0])
    truth: float = operation(a[1], b[1])  # type: ignore[assignment] # of two floats

    assert _holds(result, truth)


@given(intervals, intervals, operations)
def test_best_is_the_result_of_the_bests(
    a: Quantity, b: Quantity, operation: Callable[..., Quantity]
) -> None:
    """The best estimate of a result is that of the best estimates, when both are known."""
    assume(operation is not operator.truediv or b != Quantity.exactly(0))
    assume(operation is not operator.truediv or (b.low, b.high) != (0, 0))
    result = operation(a, b)
    if a.best is None or b.best is None or (operation is operator.truediv and b.best == 0):
        assert result.best is None
    else:
        expected: object = operation(a.best, b.best)
        assert expected == result.best


@given(exact_quantities(tame), exact_quantities(tame), operations)
def test_exact_figures_stay_exact(
    a: Quantity, b: Quantity, operation: Callable[..., Quantity]
) -> None:
    """The result of two exact figures is exact."""
    assume(operation is not operator.truediv or b.best != 0)

    assert operation(a, b).is_exact


@given(intervals, intervals, intervals, operations)
def test_knowing_less_never_narrows(
    a: Quantity, b: Quantity, c: Quantity, operation: Callable[..., Quantity]
) -> None:
    """A figure with wider bounds gives results with wider bounds."""
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    wider = Quantity(None, low, high)
    assume(operation is not operator.truediv or (c.low, c.high) != (0, 0))

    assert _within(operation(a, c), operation(wider, c))


@given(intervals, intervals)
def test_sums_and_products_commute(a: Quantity, b: Quantity) -> None:
    """The order of two figures does not matter to their sum and product."""
    assert a + b == b + a
    assert a * b == b * a


@given(intervals)
def test_neutral_numbers_change_nothing(a: Quantity) -> None:
    """Adding 0, multiplying and dividing by 1, and two changes of sign give the figure back."""
    assert a == a + 0 == 0 + a == a - 0
    assert a == a * 1 == 1 * a == a / 1
    assert a == operator.neg(-a)


@given(intervals)
def test_difference_with_itself_may_be_zero(a: Quantity) -> None:
    """A figure less itself holds zero, and is zero only when the figure is exact."""
    assert _holds(a - a, 0)
    assert (a - a == Quantity.exactly(0)) == a.is_exact


@given(intervals)
def test_nothing_times_anything_is_nothing(a: Quantity) -> None:
    """Zero times a figure, bounded or not, is between zero and zero."""
    result = 0 * a

    assert (0, 0) == (result.low, result.high)


@given(intervals, intervals)
def test_division_by_what_may_be_zero_has_no_bounds(a: Quantity, b: Quantity) -> None:
    """A divisor that may be zero, but need not, leaves no bounds; exactly zero is refused."""
    assume(_holds(b, 0))
    if (b.low, b.high) == (0, 0):
        with pytest.raises(InvalidInputError, match="by zero"):
            a / b
    else:
        assert (None, None) == ((a / b).low, (a / b).high)


@given(quantities(), quantities(), operations)
def test_results_are_figures_or_refused(
    a: Quantity, b: Quantity, operation: Callable[..., Quantity]
) -> None:
    """Of any two figures, the largest too, the result is a figure or is refused as none."""
    try:
        result = operation(a, b)
    except InvalidInputError:
        return
    assert (None, None, None) == (result.numerator, result.denominator, result.n)


@given(quantities())
@example(Quantity(-0.0, None, 0.0))
def test_written_form_reads_back(quantity: Quantity) -> None:
    """Reading what a quantity is written as gives the quantity."""
    assert quantity == Quantity.parse(str(quantity))


@given(values())
def test_written_value_reads_back(value: Value) -> None:
    """Reading the word of an absence, or the form of a quantity, gives it."""
    text = value.value if isinstance(value, Absence) else str(value)

    assert value == parse_value(text)


@given(st.text(max_size=30) | st.text("0123456789.,<>=()[]/;n +-eE", max_size=30))
def test_every_text_is_read_or_refused(text: str) -> None:
    """A text is a quantity or is refused as none: nothing else happens."""
    try:
        quantity = Quantity.parse(text)
    except ParseError:
        return
    assert quantity == Quantity.parse(str(quantity))


@given(numbers())
def test_number_reads_back(number: float) -> None:
    """Reading a written number gives the number."""
    assert number == parse_number(format_number(number))


@given(quantities(), st.sampled_from(FIELDS), st.sampled_from([math.nan, math.inf, -math.inf]))
def test_only_finite_numbers(quantity: Quantity, name: str, number: float) -> None:
    """NaN and infinities are refused in every field of a quantity."""
    with pytest.raises(InvalidInputError, match="is not a figure"):
        evolve(quantity, **{name: number})


@given(quantities(), st.integers(0, 10**9))
def test_sample_changes_nothing_else(quantity: Quantity, n: int) -> None:
    """Giving a sample leaves figures and fraction as they are."""
    assert evolve(quantity, n=None) == evolve(quantity.with_sample(n), n=None)
    assert n == quantity.with_sample(n).n
