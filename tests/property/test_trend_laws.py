"""Laws of the projection of indicators, whatever their figures."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import indh_me as me

YEARS = range(2000, 2012)
NUMBERS = st.integers(0, 4000).map(lambda number: number / 40)
METHODS = (
    "auto",
    "last",
    "drift",
    "half_drift",
    "shrunken_drift",
    "ols",
    "theil_sen",
    "log_linear",
)
SERIES = st.dictionaries(st.sampled_from(YEARS).map(str), NUMBERS, min_size=1, max_size=len(YEARS))
Figures = dict[str, me.Quantity | float]


@st.composite
def ranged(draw: st.DrawFn) -> Figures:
    """Draw a series of which some figures are known only within bounds."""
    made: Figures = {}
    for year, low in draw(SERIES).items():
        high = low + draw(NUMBERS)
        made[year] = draw(
            st.sampled_from(
                [
                    me.Quantity.exactly(low),
                    me.Quantity.between(low, high),
                    me.Quantity.at_least(low),
                    me.Quantity.at_most(high),
                ]
            )
        )
    return made


def _made(figures: Figures, **said: object) -> me.Projection:
    return me.project(figures, to="2014", target=50, bounds=(0, 100), **said)  # type: ignore[arg-type]


def _ends(quantity: me.Quantity) -> tuple[float, float]:
    low = float("-inf") if quantity.low is None else quantity.low
    return low, float("inf") if quantity.high is None else quantity.high


@given(ranged(), st.sampled_from(METHODS))
def test_no_projection_is_impossible(figures: Figures, method: str) -> None:
    """Points and intervals lie within the bounds, each in order, and probabilities from 0 to 1."""
    known = [
        each if isinstance(each, me.Quantity) else me.Quantity.exactly(each)
        for each in figures.values()
    ]
    assume(all(each.high is None or each.high <= 100 for each in known))
    for figure in _made(figures, method=method).figures:
        for part in (figure.quantity, figure.interval):
            if part is not None:
                low, high = _ends(part)
                assert 0 <= low <= high <= 100
        if figure.probability is not None:
            low, high = _ends(figure.probability)
            assert 0 <= low <= high <= 1


@given(ranged(), st.sampled_from(METHODS), st.permutations(YEARS))
def test_the_order_of_figures_is_irrelevant(
    figures: Figures, method: str, order: list[int]
) -> None:
    """What was reported first or last makes no difference."""
    turned = {str(year): figures[str(year)] for year in order if str(year) in figures}
    assert _made(turned, method=method) == _made(figures, method=method)


@given(SERIES, st.sampled_from(METHODS))
def test_a_range_of_one_number_is_that_number(series: dict[str, float], method: str) -> None:
    """A figure from 5 to 5 is 5."""
    one = {year: me.Quantity(None, value, value) for year, value in series.items()}
    exact, ranged_ = _made({**series}, method=method), _made({**one}, method=method)
    assert exact.reason == ranged_.reason
    for known, made in zip(exact.figures, ranged_.figures, strict=True):
        assert _ends(known.quantity) == _ends(made.quantity)
        assert known.probability == made.probability


@given(SERIES, st.sampled_from(("last", "drift", "half_drift")), st.data())
def test_a_projection_lies_within_that_of_wider_figures(
    series: dict[str, float], method: str, data: st.DataObject
) -> None:
    """Whatever a figure within bounds may be, its projection lies within theirs."""
    few = dict(list(series.items())[:5])
    wide: Figures = {}
    for year, value in few.items():
        below, above = data.draw(NUMBERS), data.draw(NUMBERS)
        wide[year] = me.Quantity.between(value - below, value + above)
    inner = me.project({**few}, to="2014", method=method)
    outer = me.project(wide, to="2014", method=method)
    assert inner.reason == outer.reason
    for known, made in zip(inner.figures, outer.figures, strict=True):
        low, high = _ends(made.quantity)
        slack = 1e-9 * (1 + abs(low) + abs(high))
        assert low - slack <= _ends(known.quantity)[0] <= high + slack


@given(SERIES, st.sampled_from(METHODS), st.sampled_from([0.25, 2.0, 1024.0]))
def test_the_unit_makes_no_difference(series: dict[str, float], method: str, factor: float) -> None:
    """Thousands are projected as single persons are, and probabilities do not change."""
    small = me.project({**series}, to="2014", target=50, method=method)
    figures: Figures = {year: value * factor for year, value in series.items()}
    large = me.project(figures, to="2014", target=50 * factor, method=method)
    assert small.reason == large.reason
    for one, other in zip(small.figures, large.figures, strict=True):
        low, _ = _ends(one.quantity)
        slack = 1e-9 * factor * (1 + abs(low))
        assert abs(low * factor - _ends(other.quantity)[0]) <= slack
        if one.probability is not None and other.probability is not None:
            assert abs(_ends(one.probability)[0] - _ends(other.probability)[0]) <= 1e-7


@given(SERIES)
def test_a_straight_line_goes_on(series: dict[str, float]) -> None:
    """Figures that rise by the same each year go on doing so, and that is sure."""
    line: Figures = {year: 3.0 + 2 * (int(year) - 2000) for year in series}
    for method in ("drift", "ols", "auto"):
        made = me.project(line, to="2014", method=method)
        if made.reason is None and (method != "auto" or len(line) > 3):
            assert made.last is not None
            assert made.last.quantity.best is not None
            assert abs(made.last.quantity.best - 31) < 1e-9


LARGEST = 1.7976931348623157e308
ENDS = st.sampled_from(
    [sign * size for size in (1e-300, 5.0, 1e200, 1.7e308, LARGEST) for sign in (-1, 1)]
)
CALENDARS = (
    ["2005", "2006", "2007", "2008"],
    ["2005-S1", "2005-S2", "2006-S1", "2006-S2"],
    ["2005-Q1", "2005-Q2", "2005-Q3", "2005-Q4"],
)


@st.composite
def large(draw: st.DrawFn) -> me.Quantity:
    """Draw a figure that may lie near the largest number there is."""
    low, best, high = sorted(draw(st.tuples(ENDS, ENDS, ENDS)))
    known = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()).filter(any))
    parts = zip((best, low, high), known, strict=True)
    return me.Quantity(*(part if is_known else None for part, is_known in parts))


@st.composite
def reported(draw: st.DrawFn) -> tuple[me.Indicator, me.Observations]:
    """Draw an indicator with figures, and a target, that may be as large."""
    kind = draw(st.sampled_from(["sum", "latest", "mean"]))
    due = me.Target(
        period=me.Period.parse(draw(st.sampled_from(["2012", "2012-Q1", "2012/2014"]))),
        value=draw(ENDS),
        cumulative=kind == "sum" and draw(st.booleans()),
    )
    indicator = me.Indicator(
        code="A", unit="count", direction="increase", accumulation=kind, targets=[due]
    )
    figures = draw(st.lists(large(), min_size=1, max_size=4))
    rows = (
        me.Observation(indicator="A", period=me.Period.parse(name), value=figure)
        for name, figure in zip(draw(st.sampled_from(CALENDARS)), figures, strict=False)
    )
    return indicator, me.Observations.of(*rows)


@given(reported(), st.sampled_from(METHODS))
@settings(max_examples=200)
def test_the_largest_figures_make_no_error(
    case: tuple[me.Indicator, me.Observations], method: str
) -> None:
    """Of figures as large as numbers can be there is a projection or a reason, and words for it."""
    made = me.project(*case, method=method)
    assert (made.reason is None) == bool(made.figures)
    assert me.explain(made)
    assert me.projection_to_plain(made)
