from collections.abc import Sequence
from datetime import date
from math import prod
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.disaggregation import (
    Breakdown,
    Disclosure,
    Publication,
    breakdown,
    suppress,
)
from indh_me.model import (
    Categories,
    Category,
    Dimension,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Text,
)

END = date(2008, 12, 31)
BELOW = 5
SEX = Dimension.of("sex", "female", "male")
AGE = Dimension.of("age", "young", "adult", "old")
#: Two regions; in one of them two provinces, with communes in them.
TREE = {
    "r1": None,
    "r2": None,
    "p1": "r1",
    "p2": "r1",
    "c1": "p1",
    "c2": "p1",
    "c3": "p2",
    "c4": "p2",
    "c5": "p2",
}
COMMUNES = ("c1", "c2", "c3", "c4", "c5", "r2")


def place(parents: dict[str, str | None]) -> Dimension:
    """Make the dimension of places from the parent of each."""
    made = [Category(code, Text.of(en=code), parent) for code, parent in parents.items()]
    return Dimension(code="place", categories=made)


PLACE = place(TREE)
INNERMOST = {"sex": SEX.codes, "age": AGE.codes, "place": COMMUNES}
counts = st.sampled_from([0, 1, 2, 3, 4, 5, 6]) | st.integers(0, 200)
Rows = Sequence[tuple[Categories, Quantity]]


def break_down(
    rows: Rows,
    by: Sequence[str],
    *,
    places: Dimension = PLACE,
    unit: str = "count",
    accumulation: str = "sum",
) -> Breakdown:
    """Break down figures of 2008."""
    indicator = Indicator(code="A", unit=unit, direction="increase", accumulation=accumulation)
    framework = Framework(
        code="DEMO", languages=["en"], dimensions=[SEX, AGE, places], indicators=[indicator]
    )
    table = Observations.of(
        *(
            Observation(indicator="A", period=Period.year(2008), value=value, categories=cell)
            for cell, value in rows
        )
    )
    return breakdown(framework, table, "A", as_of=END, by=by)


def cells(by: Sequence[str]) -> list[Categories]:
    """Give the innermost cells of some dimensions."""
    found: list[list[tuple[str, str]]] = [[]]
    for name in by:
        found = [[*pairs, (name, each)] for pairs in found for each in INNERMOST[name]]
    return [Categories(pairs) for pairs in found]


dimension_sets = st.lists(
    st.sampled_from(["sex", "age", "place"]), min_size=1, max_size=3, unique=True
)


@st.composite
def whole_tables(draw: st.DrawFn) -> tuple[list[str], list[tuple[Categories, Quantity]]]:
    """Draw a figure for every innermost cell of one to three dimensions."""
    by = draw(dimension_sets)
    rows = [(cell, Quantity.exactly(draw(counts))) for cell in cells(by)]
    return by, rows


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[tuple[Categories, Quantity]]]:
    """Draw figures of some innermost cells, and reported margins that may leave remainders."""
    by, rows = draw(whole_tables())
    by_cell = dict(rows)
    if draw(st.booleans()):
        for cell in draw(st.lists(st.sampled_from(list(by_cell)), max_size=4, unique=True)):
            del by_cell[cell]
    margins = break_down(rows, by).groups
    for group in draw(st.lists(st.sampled_from(margins), max_size=3)):
        if group.quantity is not None and group.categories not in by_cell:
            more = draw(st.sampled_from([0, 0, 1, 2, 20]))
            by_cell[group.categories] = group.quantity + more
    return by, list(by_cell.items())


def around(cell: Categories, dimension: Dimension) -> Categories | None:
    """Give the next wider group along a dimension, worked out from the places' tree anew."""
    pairs = dict(cell.pairs)
    code = pairs.pop(dimension.code, None)
    if code is None:
        return None
    outer = TREE.get(code) if dimension.code == "place" else None
    return Categories(pairs if outer is None else {**pairs, dimension.code: outer})


@given(tables(), st.randoms(use_true_random=False))
def test_order_of_observations_is_irrelevant(
    table: tuple[list[str], list[tuple[Categories, Quantity]]], random: Random
) -> None:
    """The same observations in another order give the same figures, and publish the same."""
    by, rows = table
    shuffled = list(rows)
    random.shuffle(shuffled)

    assert break_down(rows, by) == break_down(shuffled, by)
    assert suppress(break_down(rows, by)) == suppress(break_down(shuffled, by))


@given(whole_tables())
def test_margins_add_up(table: tuple[list[str], list[tuple[Categories, Quantity]]]) -> None:
    """Every margin, the total included, is the sum of the innermost cells within it."""
    by, rows = table
    made = break_down(rows, by)
    sums: dict[Categories, float] = {}
    for cell, value in rows:
        within = {cell}
        for dimension in made.dimensions:
            outer = within
            while outer := {up for each in outer if (up := around(each, dimension)) is not None}:
                within |= outer
        for each in within:
            sums[each] = sums.get(each, 0) + (value.best or 0)

    assert sums == {
        each.categories: None if each.quantity is None else each.quantity.best
        for each in made.groups
    }
    assert all(each.quantity is not None and each.quantity.is_exact for each in made.groups)


@st.composite
def commune_rows(draw: st.DrawFn) -> list[tuple[Categories, Quantity]]:
    """Draw figures, with bounds, of some of the communes."""
    chosen = draw(st.lists(st.sampled_from(COMMUNES), unique=True, min_size=1))
    return [(Categories.of(place=each), draw(intervals())) for each in chosen]


@st.composite
def intervals(draw: st.DrawFn) -> Quantity:
    """Draw counts that are known exactly, or within bounds either of which may be open."""
    low, best, high = sorted(draw(st.tuples(counts, counts, counts)))
    if draw(st.booleans()):
        return Quantity.exactly(best)
    known = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    return Quantity(
        *(each if say else None for each, say in zip((best, low, high), known, strict=True))
    )


def without_provinces(parents: dict[str, str | None]) -> Dimension:
    """Put the communes directly into their regions."""
    flat = {
        code: "r1" if code.startswith("c") else parent
        for code, parent in parents.items()
        if not code.startswith("p")
    }
    return place(flat)


@given(
    commune_rows(), st.sampled_from(["count", "currency MAD"]), st.sampled_from(["sum", "latest"])
)
def test_roll_up_by_levels_equals_at_once(
    rows: list[tuple[Categories, Quantity]], unit: str, accumulation: str
) -> None:
    """Communes to provinces to regions give what communes to regions give, known or not."""
    levels = break_down(rows, ["place"], unit=unit, accumulation=accumulation)
    once = break_down(
        rows, ["place"], unit=unit, accumulation=accumulation, places=without_provinces(TREE)
    )

    assert once.total.quantity == levels.total.quantity
    for region in ("r1", "r2"):
        cell = Categories.of(place=region)
        assert once[cell].quantity == levels[cell].quantity


@given(
    st.lists(
        st.integers(1, 20).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))),
        min_size=6,
        max_size=6,
    )
)
def test_pooling_by_levels_equals_at_once(shares: list[tuple[int, int]]) -> None:
    """Percentages pooled by levels are those pooled at once: sum of numerators over the pool."""
    rows = [
        (Categories.of(place=code), Quantity.fraction(*share, per=100))
        for code, share in zip(COMMUNES, shares, strict=True)
    ]
    made = break_down(rows, ["place"], unit="percent", accumulation="ratio")
    north = shares[:5]

    assert (
        Quantity.fraction(sum(n for n, _ in shares), sum(d for _, d in shares), per=100)
        == made.total.quantity
    )
    assert (
        Quantity.fraction(sum(n for n, _ in north), sum(d for _, d in north), per=100)
        == made[Categories.of(place="r1")].quantity
    )


@given(st.data(), dimension_sets)
def test_interval_contains_what_is_computed_pointwise(data: st.DataObject, by: list[str]) -> None:
    """Whatever the figures are within their bounds, each margin lies within its own."""
    rows, points = [], []
    for cell in cells(by):
        point = data.draw(counts)
        low = data.draw(st.none() | st.integers(0, point))
        high = data.draw(st.none() | st.integers(point, point + 50))
        said = data.draw(st.booleans())
        points.append((cell, Quantity.exactly(point)))
        if said:
            rows.append((cell, Quantity(None, low, high)))
    bounded, exact = break_down(rows, by), break_down(points, by)

    for group in exact.groups:
        bounds = bounded[group.categories].quantity
        assert group.quantity is not None
        if bounds is not None and group.quantity.best is not None:
            assert bounds.low is None or bounds.low <= group.quantity.best
            assert bounds.high is None or group.quantity.best <= bounds.high


@given(whole_tables(), st.data())
def test_remainder_makes_the_categories_up_to_the_total(
    table: tuple[list[str], list[tuple[Categories, Quantity]]], data: st.DataObject
) -> None:
    """A reported total is its categories and what is not disaggregated, in every dimension."""
    by, rows = table
    more = data.draw(st.integers(-5, 50))
    parts = break_down(rows, by).total.quantity
    assert parts is not None
    made = break_down([*rows, (Categories(), parts + more)], by)

    for name in by:
        left = made.remainder(name)
        assert left is not None
        assert left.quantity == Quantity.exactly(more)
        assert (left.reason is not None) == (more < 0)


def recoverable(made: Breakdown, shown: Publication) -> list[int]:
    """Find the withheld figures that follow from what is shown.

    A figure follows when every solution of the equations, with the shown figures known, gives
    it the same value: when it is zero in every vector of their null space.
    """
    value = {each.categories: each.quantity for each in made.groups if each.quantity is not None}
    withheld: list[object] = list(shown.suppressed)
    withheld += [
        (each.categories, each.dimension)
        for each in shown.remainders
        if each.disclosure is Disclosure.SUPPRESSED
    ]
    column = {each: at for at, each in enumerate(withheld)}
    rows = []
    pairs: list[tuple[object, int]]
    for dimension in made.dimensions:
        inside: dict[Categories, list[Categories]] = {}
        for each in value:
            whole = around(each, dimension)
            if whole in value:
                inside.setdefault(whole, []).append(each)
        for whole, parts in inside.items():
            row = np.zeros(len(withheld))
            # What is left of the whole is one more part of it.
            pairs = [(whole, -1), ((whole, dimension.code), 1), *((part, 1) for part in parts)]
            for figure, factor in pairs:
                if figure in column:
                    row[column[figure]] = factor
            # A derived bound may come from another dimension alone: then no sum gives it.
            sums = sum(value[each].low or 0 for each in parts)
            if not made[whole].derived or value[whole].low == sums:
                rows.append(row)
    if not rows or not withheld:
        return []
    _, sizes, vectors = np.linalg.svd(np.array(rows))
    null = vectors[int((sizes > 1e-9).sum()) :]
    return [
        at
        for at in range(len(withheld))
        if prod(null.shape) == 0 or np.abs(null[:, at]).max() < 1e-9
    ]


@given(tables())
def test_suppression_is_irrecoverable(
    table: tuple[list[str], list[tuple[Categories, Quantity]]],
) -> None:
    """No withheld figure of a one-, two- or three-way table follows from what is shown."""
    by, rows = table
    made = break_down(rows, by)
    shown = suppress(made, below=BELOW)

    assert [] == recoverable(made, shown)


@given(tables())
def test_small_figures_are_withheld_and_zeros_are_not(
    table: tuple[list[str], list[tuple[Categories, Quantity]]],
) -> None:
    """No number from 1 to 4 is shown, no zero is withheld, and what is shown is unchanged."""
    by, rows = table
    made = break_down(rows, by)

    for group, published in zip(made.groups, suppress(made, below=BELOW).groups, strict=True):
        figures = [getattr(group.quantity, name, None) for name in ("low", "best", "high")]
        if published.disclosure is Disclosure.SHOWN:
            assert group.quantity == published.quantity
            assert not any(figure is not None and 0 < figure < BELOW for figure in figures)
        else:
            assert published.quantity is None
            assert Quantity.exactly(0) != group.quantity


@given(whole_tables())
def test_proof_finds_what_primary_suppression_leaves_open(
    table: tuple[list[str], list[tuple[Categories, Quantity]]],
) -> None:
    """Had only the total's own complement been left, the proof would see the single unknown."""
    by, rows = table
    made = break_down(rows, by)
    shown = suppress(made, below=BELOW)
    if len(shown.suppressed) > 0:
        first = shown.suppressed[0]
        alone = [each for each in shown.groups if each.categories == first]
        others = [each for each in suppress(made, below=0.5).groups if each.categories != first]
        weak = Publication(
            indicator=shown.indicator,
            as_of=shown.as_of,
            dimensions=shown.dimensions,
            below=BELOW,
            groups=(*alone, *others),
            remainders=(),
        )

        assert [0] == recoverable(made, weak)
