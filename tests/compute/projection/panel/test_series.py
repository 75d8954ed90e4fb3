"""Blocks of series, and sums over them."""

import numpy as np
import pytest

from indh_me.compute.projection.panel import series as module
from indh_me.compute.projection.panel.series import (
    SHORT,
    Series,
    changes,
    combined,
    product,
    row_sums,
)


def test_what_a_block_knows_of_itself() -> None:
    """Points, gaps, span and last values."""
    series = Series(
        np.array([[1.0, 2, 4], [5.0, 5, 7]]), np.array([[-5.0, -3, 0]]), np.array([[1.0]])
    )

    assert 3 == series.points
    assert [[2.0, 3.0]] == series.gaps.tolist()
    assert [[5.0]] == series.span.tolist()
    assert [[4.0], [7.0]] == series.last.tolist()


@pytest.mark.parametrize("columns", [1, 3])
def test_product_in_pieces_is_the_product(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In pieces, with a rest or without, a product is what it is at once."""
    monkeypatch.setattr(module, "AT_A_TIME", 24)
    monkeypatch.setattr(module, "AT_A_TIME_OF_VECTOR", 24)
    rng = np.random.default_rng(4)
    matrix = rng.normal(size=(4, columns))
    for rows in (1, 2, 5, 6, 7, 12, 25):
        values = rng.normal(size=(rows, 4))
        expected = np.einsum("ij,jk->ik", values, matrix)

        np.testing.assert_allclose(product(values, matrix), expected, rtol=1e-13, atol=1e-15)


def test_sums_with_weights_shared_and_own() -> None:
    """Weights are shared, or each row has its own."""
    values = np.array([[1.0, 2], [3, 4]])

    assert [[5.0], [11.0]] == row_sums(values, np.array([[1.0, 2]])).tolist()
    assert [[5.0], [3.0]] == row_sums(values, np.array([[1.0, 2], [1, 0]])).tolist()


def test_columns_combined_with_shared_and_own_factors() -> None:
    """Columns times factors are added, whether series share their factors or not."""
    a, b = np.array([[1.0], [2.0]]), np.array([[10.0], [20.0]])
    one, two = np.array([[1.0, 2]]), np.array([[3.0, 4]])
    expected = [[31.0, 42.0], [62.0, 84.0]]

    assert expected == combined((a, one), (b, two)).tolist()
    assert expected == combined((a, np.repeat(one, 2, axis=0)), (b, two)).tolist()


@pytest.mark.parametrize("points", [1, 2, SHORT, SHORT + 1])
def test_changes_are_differences(points: int) -> None:
    """Changes are exactly the differences, however many points there are."""
    values = np.random.default_rng(8).normal(50, 10, (3, points))

    assert np.diff(values, axis=1).tolist() == changes(values).tolist()
