"""How long strategies take to draw frameworks, against as many plain fields by `st.builds`."""

from functools import partial

from _measure import Ratio, report, time_calls
from attrs import fields, has, make_class
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from indh_me import testing

EXAMPLES = 100
DRAWING = settings(
    max_examples=EXAMPLES,
    database=None,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
#: The kinds of a model's fields: codes and words, figures, choices, and what may be left out.
PLAIN: tuple[SearchStrategy[object], ...] = (
    st.text(max_size=20),
    st.none() | st.text(max_size=20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.integers(),
    st.booleans(),
)


def drawn(strategy: SearchStrategy[object]) -> list[object]:
    """Draw many values, as a test does, and give them."""
    values: list[object] = []

    @DRAWING
    @given(strategy)
    def test(value: object) -> None:
        values.append(value)

    test()
    return values


def size(value: object) -> int:
    """Count the plain fields of a value and of all its parts; what is left out is a field too."""
    kind = type(value)
    if has(kind):
        return sum(size(getattr(value, each.name)) for each in fields(kind))
    if isinstance(value, tuple):
        return sum(map(size, value))
    return 1


def plain_fields(count: int) -> SearchStrategy[object]:
    """Give values of a class with so many plain fields."""
    names = [f"field_{number}" for number in range(count)]
    made = {name: PLAIN[number % len(PLAIN)] for number, name in enumerate(names)}
    return st.builds(make_class("Plain", names), **made)


def main() -> None:
    """Measure drawing, for frameworks of any size and for those with indicators."""
    ratios = []
    for name, strategy in (
        ("frameworks()", testing.frameworks()),
        ("frameworks(min_indicators=2)", testing.frameworks(min_indicators=2)),
        ("indicators()", testing.indicators()),
    ):
        frameworks = drawn(strategy)
        mean = round(sum(map(size, frameworks)) / len(frameworks))
        peer = plain_fields(mean)
        drawn(peer)  # The first time, Hypothesis looks at the class.
        times = time_calls(partial(drawn, strategy), partial(drawn, peer), repeats=3)
        label = f"{EXAMPLES} {name} / st.builds of {mean} fields"
        ratios.append(Ratio(label, *times, limit=3))
    report(*ratios)


if __name__ == "__main__":
    main()
