"""What must hold of a total that is made of the figures of groups."""

import math
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Unit, UnitKind

from .figures import NUMBER_OR_NONE, counts, figures, pairs, read_number
from .law import Law, hold
from .probe import Contract, Probe

__all__ = ["assert_disaggregation_laws"]

Total = Probe[float | None]
#: Figures by the names of groups; `None`: the total as it was reported.
Groups = dict[str | None, Any]

CONTRACT = Contract(("figures",), NUMBER_OR_NONE, read_number)
NAMES = ("female", "male", "dakhla", "oujda", "youth", "other")
ADDITIVE = (UnitKind.COUNT, UnitKind.CURRENCY)
POOLED = (UnitKind.PERCENT, UnitKind.RATIO)


def assert_disaggregation_laws(
    function: Callable[[Groups], object],
    *,
    unit: Unit | str = "count",
    overlapping: bool = False,
    max_examples: int | None = None,
) -> None:
    r"""Hold a function that makes a total of groups to what must hold of every total.

    Parameters
    ----------
    function
        Is called ``function(figures)`` with a dictionary: by the name of a group its figure, for
        percentages and ratios the pair of its numerator and denominator, `None` where the group
        was not reported. Under the key `None` stands the total, if it was reported itself. It
        answers the total, or `None` where it cannot be known.
    unit
        What the figures are figures of: ``count``, ``currency MAD``, ``percent``, ``ratio per
        1000``.
    overlapping
        Whether one person may belong to several groups: then they do not add up.
    max_examples
        How many examples each law is tried on; by default as the profile of Hypothesis says.

    Raises
    ------
    LawBrokenError
        With each law that is broken: its sentence, the simplest example found, what was expected
        and what came. So too when the function raises, changes the dictionary, or answers
        anything but a finite number or `None`.
    InvalidInputError
        For a unit that cannot be read, and for scores and milestones, which do not follow from
        groups.

    Notes
    -----
    A total that was reported stands as it is. Otherwise it follows from groups that do not
    overlap and are all known: sum x_i for counts and amounts, factor * sum N_i / sum D_i for
    percentages and ratios.

    Examples
    --------
    >>> from indh_me.testing import assert_disaggregation_laws
    >>> def total(figures):
    ...     if figures.get(None) is not None:
    ...         return figures[None]
    ...     groups = [value for name, value in figures.items() if name is not None]
    ...     return None if None in groups or not groups else sum(groups)
    >>> assert_disaggregation_laws(total)
    >>> def counts_twice(figures):
    ...     known = [value for value in figures.values() if value is not None]
    ...     return sum(known) if len(known) == len(figures) > 0 else None
    >>> try:
    ...     assert_disaggregation_laws(counts_twice)
    ... except AssertionError as broken:
    ...     print(broken.breaches[0])
    A total that was reported stands: its groups are not added to it.
      example:  counts_twice(figures={'female': 0.125, None: 0.125})
      expected: 0.125
      got:      0.25
    """
    kind = Unit.parse(unit) if isinstance(unit, str) else unit
    if kind.kind not in (*ADDITIVE, *POOLED):
        what = f"there are no laws for the unit '{kind}'"
        raise InvalidInputError(Fault(what, "unit", "name count, currency, percent or ratio"))
    hold(function, CONTRACT, _laws(kind, overlapping=overlapping), max_examples)


def _laws(unit: Unit, *, overlapping: bool) -> Iterator[Law[float | None]]:
    value = figures() if unit.kind in ADDITIVE else pairs()
    some = _groups(value)
    with_total = st.tuples(some, value)

    def stands(total: Total, example: tuple[Groups, Any]) -> None:
        groups, more = example
        # Not all of a total need be broken down.
        reported = _together([*groups.values(), more], unit)
        total({**groups, None: reported}).must_be(_whole([reported], unit))

    law = "A total that was reported stands: its groups are not added to it."
    yield Law(law, with_total, stands)
    law = "Where nothing was reported, there is no total."
    nothing: SearchStrategy[Groups] = st.sampled_from([{}, {None: None}])
    yield Law(law, nothing, lambda total, groups: total(groups).must_be(None))
    if overlapping:
        law = "Groups that overlap do not add up: without a reported total there is none."
        yield Law(law, some, lambda total, groups: total(groups).must_be(None))
    else:
        yield from _adding(unit, some, value)


def _adding(
    unit: Unit, some: SearchStrategy[Groups], value: SearchStrategy[Any]
) -> Iterator[Law[float | None]]:
    """Give the laws of groups from which a total follows."""

    def added(total: Total, groups: Groups) -> None:
        total(groups).must_be(_whole(list(groups.values()), unit))

    def unreported(total: Total, groups: Groups) -> None:
        total({None: None, **groups}).must_be_as(total(groups))

    def silent(total: Total, example: tuple[Groups, str]) -> None:
        groups, name = example
        total({**groups, name: None}).must_be(None)

    def shuffled(total: Total, example: tuple[Groups, Random]) -> None:
        groups, chance = example
        turned = dict(chance.sample(list(groups.items()), len(groups)))
        total(turned).must_be_as(total(groups))

    def divided(total: Total, example: tuple[Any, Any]) -> None:
        first, second = example
        whole = total({"everywhere": _together([first, second], unit)})
        total({"urban": first, "rural": second}).must_be_as(whole)

    adds = unit.kind in ADDITIVE
    pooled = "Numerators and denominators are pooled; percentages are never averaged or added."
    yield Law("Groups add up to their total." if adds else pooled, some, added)
    zeros = _with_zero(value, unit)
    yield Law("Zero is a figure: the total with a group of zero is known.", zeros, added)
    law = "A group that was not reported is not zero: the total is not known."
    yield Law(law, st.tuples(some, st.sampled_from(NAMES)), silent)
    yield Law("A total that was not reported is not zero.", some, unreported)
    orders = st.tuples(some, st.randoms(use_true_random=False))
    yield Law("The order of the groups makes no difference.", orders, shuffled)
    law = "A group that is divided in two leaves the total as it was."
    yield Law(law, st.tuples(value, value), divided)


def _together(values: list[Any], unit: Unit) -> Any:  # noqa: ANN401 - a figure or its counts
    """Give the figure of several groups as one."""
    if unit.kind in ADDITIVE:
        return math.fsum(values)
    return sum(pair[0] for pair in values), sum(pair[1] for pair in values)


def _whole(values: list[Any], unit: Unit) -> float:
    together = _together(values, unit)
    if unit.kind in ADDITIVE:
        return float(together)
    return float(unit.factor * together[0] / together[1])


def _groups(value: SearchStrategy[Any]) -> SearchStrategy[Groups]:
    return st.dictionaries(st.sampled_from(NAMES), value, min_size=1, max_size=4)


@st.composite
def _with_zero(draw: DrawFn, value: SearchStrategy[Any], unit: Unit) -> Groups:
    """Give groups one of which is zero."""
    groups = draw(_groups(value))
    name = draw(st.sampled_from(NAMES))
    zero: Any = 0.0 if unit.kind in ADDITIVE else (0.0, draw(counts(1)))
    return {**groups, name: zero}
