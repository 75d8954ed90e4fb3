"""What must hold of a figure that is made of the figures of several periods."""

import math
from collections.abc import Callable, Iterator
from enum import Enum
from random import Random
from statistics import fmean
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.model import Accumulation

from .figures import NUMBER_OR_NONE, figures, pairs, read_number
from .law import Law, hold
from .probe import Contract, Probe
from .words import above_zero, known_words

__all__ = ["assert_accumulation_laws"]

Made = Probe[float | None]
#: The figure of a period, or its two counts, or nothing.
Reported = list[Any]

CONTRACT = Contract(("values",), NUMBER_OR_NONE, read_number)
WORDS = tuple(each.value for each in Accumulation)
LAST = "The figure of the last period that was reported stands; those before it do not count."
SENTENCES = {
    "sum": "The figures of the periods add up.",
    "running_total": "The last report includes the earlier ones: it stands, and nothing is added.",
    "latest": LAST,
    "peak": "The largest figure stands, whenever it was.",
    "mean": "Every period counts the same.",
    "ratio": "Numerators and denominators are pooled; percentages are never averaged.",
}
#: Those of which the order of the periods makes no difference.
ANY_ORDER = ("sum", "peak", "mean", "ratio")


def assert_accumulation_laws(
    function: Callable[[list[Any]], object],
    accumulation: Accumulation | str,
    *,
    whole: float = 100.0,
    max_examples: int | None = None,
) -> None:
    r"""Hold a function that accumulates figures over periods to what must hold of every one.

    Parameters
    ----------
    function
        Is called ``function(values)`` with a list in the order of time, one value a period: its
        figure, for ``ratio`` the pair of its numerator and denominator, or `None` where the
        period was not reported. It answers the figure to date, or `None` where there is none.
    accumulation
        ``sum``, ``running_total``, ``latest``, ``peak``, ``mean`` or ``ratio``: which of them it
        makes.
    whole
        For ``ratio``: what numerator / denominator is multiplied by, 100 for percent.
    max_examples
        How many examples each law is tried on; by default as the profile of Hypothesis says.

    Raises
    ------
    LawBrokenError
        With each law that is broken: its sentence, the simplest example found, what was expected
        and what came. So too when the function raises, changes the list, or answers anything but
        a finite number or `None`.
    InvalidInputError
        For an accumulation that there is none of, and a whole that is not above zero.

    Notes
    -----
    With x_i the figure of period i, and N_i, D_i its numerator and denominator, of the periods
    that were reported: ``sum`` is the sum of x_i, ``mean`` that over their number, ``peak`` the
    largest x_i, ``latest`` and ``running_total`` the last x_i, ``ratio`` is
    whole * sum N_i / sum D_i. Where nothing was reported there is none.

    Examples
    --------
    >>> from indh_me.testing import assert_accumulation_laws
    >>> def total(values):
    ...     reported = [value for value in values if value is not None]
    ...     return sum(reported) if reported else None
    >>> assert_accumulation_laws(total, "sum")
    >>> try:
    ...     assert_accumulation_laws(total, "running_total")
    ... except AssertionError as broken:
    ...     print(broken.breaches[0])
    The last report includes the earlier ones: it stands, and nothing is added.
      example:  total(values=[0.125, 0.0])
      expected: 0.0
      got:      0.125
    """
    word = str(accumulation.value) if isinstance(accumulation, Enum) else accumulation
    (kind,) = known_words(word, WORDS, "accumulation")
    hold(function, CONTRACT, _laws(kind, above_zero(whole, "whole")), max_examples)


def _laws(kind: str, whole: float) -> Iterator[Law[float | None]]:
    value = pairs() if kind == "ratio" else figures()
    some = st.lists(value, min_size=1, max_size=6)

    def defined(made: Made, values: Reported) -> None:
        made(values).must_be(_definition(kind, values, whole))

    def gaps(made: Made, example: tuple[Reported, Reported]) -> None:
        without, gapped = example
        made(gapped).must_be_as(made(without))

    def shuffled(made: Made, example: tuple[Reported, Random]) -> None:
        values, chance = example
        made(chance.sample(values, len(values))).must_be_as(made(values))

    yield Law("A period that stands alone keeps its figure, not rounded.", _alone(value), defined)
    yield Law(SENTENCES[kind], some, defined)
    yield Law("Zero is a figure: a period of zero counts.", _with_zeros(kind), defined)
    gapped = _gapped(some)
    yield Law("A period that was not reported changes nothing: missing is not zero.", gapped, gaps)
    nothing = st.integers(0, 6).map(lambda periods: [None] * periods)
    law = "Where nothing was reported, there is no figure."
    yield Law(law, nothing, lambda made, values: made(values).must_be(None))
    if kind in ANY_ORDER:
        orders = st.tuples(some, st.randoms(use_true_random=False))
        yield Law("The order of the periods makes no difference.", orders, shuffled)


def _definition(kind: str, values: Reported, whole: float) -> float:
    match kind:
        case "sum":
            return math.fsum(values)
        case "mean":
            return fmean(values)
        case "peak":
            return float(max(values))
        case "ratio":
            pooled = sum(pair[0] for pair in values) / sum(pair[1] for pair in values)
            return float(whole * pooled)
        case _:
            return float(values[-1])


def _alone(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Reported]:
    return value.map(lambda figure: [figure])


@st.composite
def _with_zeros(draw: DrawFn, kind: str) -> Reported:
    """Give figures with a zero among them, which is the last for whom the last one counts."""
    zero: Any = 0.0
    if kind == "ratio":
        others: Reported = draw(st.lists(pairs(), max_size=3))
        zero = (0.0, float(draw(st.integers(1, 1000))))
    else:
        others = draw(st.lists(figures(), max_size=3))
    return [*others, zero]


@st.composite
def _gapped(draw: DrawFn, some: st.SearchStrategy[Reported]) -> tuple[Reported, Reported]:
    """Give figures, and the same with periods between them that were not reported."""
    values = draw(some)
    gapped = list(values)
    for _ in range(draw(st.integers(1, 3))):
        gapped.insert(draw(st.integers(0, len(gapped))), None)
    return values, gapped
