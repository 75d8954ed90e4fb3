"""Series with gaps, packed into blocks of equal length without gaps."""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from indh_me.compute.bounds import Flags, Floats, Positions

from .panel import Panel
from .refusal import ProjectionReason
from .season import step_of
from .series import Series

__all__ = ["Block", "blocks_of"]

#: Figures projected at a time: so few that all that is made of them stays in the processor's cache.
BLOCK = 1 << 17


@frozen(eq=False)
class Block:
    """Series of equal length, and where they stand in the panel.

    Parameters
    ----------
    rows
        Their rows in the panel.
    series
        Figures and dates without gaps; `None` where the rows are refused unseen.
    ends, spacing
        Last date of each, and years between its dates (a step), both of shape (rows,) or (1,).
    refused
        Which rows are refused, and why, in the order in which reasons apply.
    points
        How many points each row has: one number, or one each where the rows are refused unseen.
    errors
        Standard errors of the figures, of their shape; `None` where there are none.
    """

    rows: Positions | slice
    series: Series | None
    ends: Floats
    spacing: Floats
    refused: tuple[tuple[Flags, ProjectionReason], ...]
    points: "int | Positions"
    errors: Floats | None = None


def blocks_of(panel: Panel) -> Iterator[Block]:
    """Cut a panel into blocks, of which each holds every series that it has room for.

    Parameters
    ----------
    panel
        Series and their dates.

    Yields
    ------
    Block
        Together they hold every row once.
    """
    series, time = panel.values.shape
    size = max(1, BLOCK // max(time, panel.steps, 1))
    in_order = panel.is_in_order and time > 0
    for first in range(0, series, size):
        rows = slice(first, min(first + size, series))
        values = panel.values[rows]
        # A sum over all is the cheapest search for a gap; one that overflows is looked at again.
        if in_order and np.isfinite(values.sum()):
            errors = None if panel.errors is None else panel.errors[rows]
            yield _block(panel, rows, values, panel.dates, errors)
        else:
            yield from _packed(panel, rows)


def _packed(panel: Panel, rows: slice) -> Iterator[Block]:
    values, dates = panel.values[rows], _rows(panel.dates, rows)
    present = ~np.isnan(values)
    # A product counts faster than a sum along short rows; and rows are searched where any is wrong.
    counts = (present @ np.ones(present.shape[1])).astype(np.intp)
    undated, infinite = np.zeros((2, len(values)), dtype=np.bool_)
    if not np.isfinite(dates).all():
        undated = np.asarray((present & ~np.isfinite(dates)).any(axis=1))
    if np.isinf(values).any():
        infinite = np.asarray(np.isinf(values).any(axis=1))
    unseen = np.asarray((counts == 0) | undated | infinite)
    if unseen.any():
        absent = np.full(1, np.nan)
        why = (
            (counts[unseen] == 0, ProjectionReason.ALL_MISSING),
            (undated[unseen], ProjectionReason.MISSING_DATE),
            (infinite[unseen], ProjectionReason.INFINITE_VALUE),
        )
        at = rows.start + np.flatnonzero(unseen)
        yield Block(at, None, absent, absent, why, counts[unseen])
    counts[unseen] = 0
    for points in np.flatnonzero(np.bincount(counts[~unseen])).tolist():
        chosen = np.flatnonzero(counts == points)
        # Rows with as many points are dense once their gaps are left out, in the order they stand.
        there = present[chosen]
        figures = values[chosen][there].reshape(-1, points)
        if len(dates) == 1 and points == present.shape[1]:
            when = dates
        else:
            own = dates if len(dates) == 1 else dates[chosen]
            when = np.broadcast_to(own, there.shape)[there].reshape(-1, points)
            # Series that share their dates are computed together; most panels have few patterns.
            if (when == when[:1]).all():
                when = when[:1]
        errors = None
        if panel.errors is not None:
            errors = panel.errors[rows][chosen][there].reshape(-1, points)
        yield _block(panel, rows.start + chosen, figures, when, errors)


def _block(
    panel: Panel, rows: Positions | slice, values: Floats, dates: Floats, errors: Floats | None
) -> Block:
    ends = dates[:, -1]
    gaps = np.diff(dates, axis=1)
    refused: list[tuple[Flags, ProjectionReason]] = []
    if errors is not None:
        invalid = np.asarray(((errors < 0) | np.isinf(errors)).any(axis=1))
        refused.append((invalid, ProjectionReason.INVALID_ERROR))
    if not panel.is_in_order:
        refused += [
            (np.asarray((gaps < 0).any(axis=1)), ProjectionReason.NOT_SORTED),
            (np.asarray((gaps == 0).any(axis=1)), ProjectionReason.REPEATED_DATES),
        ]
    spacing = np.ones(1)
    if not panel.is_numbered and gaps.shape[1] > 0:
        spacing = step_of(dates, panel.season)
    if panel.at is None:
        ahead = spacing[:, None] * np.arange(1.0, panel.steps + 1)
    else:
        ahead = _rows(panel.at, rows) - ends[:, None]
        early = np.asarray(~(np.isfinite(ahead) & (ahead > 0)).all(axis=1))
        refused.append((early, ProjectionReason.HORIZON_BEFORE_END))
    series = Series(values, dates - ends[:, None], ahead, panel.season)
    return Block(rows, series, ends, spacing, tuple(refused), values.shape[1], errors)


def _rows(dates: Floats, rows: Positions | slice) -> Floats:
    return dates if len(dates) == 1 else dates[rows]
