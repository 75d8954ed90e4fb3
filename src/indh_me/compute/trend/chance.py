"""The probability of meeting targets, as the distribution of a panel gives it."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from indh_me.compute.bounds import Bounds, Flags, Floats
from indh_me.compute.projection import PanelProjection
from indh_me.errors import InvalidInputError
from indh_me.model import Direction, Quantity

from .subject import Subject

__all__ = ["Chances"]


@frozen(eq=False)
class Chances:
    """Probabilities of the rows of a panel, for each reading of their targets.

    Parameters
    ----------
    stated
        Of shape (readings of the target, rows, steps); NaN where there is none.
    """

    stated: Floats

    @classmethod
    def of(cls, subjects: Sequence[Subject], panel: PanelProjection) -> "Chances":
        """Ask a panel for the targets of its rows.

        Parameters
        ----------
        subjects
            One a row of the panel.
        panel
            Has projected them; steps beyond those of a subject repeat its last.
        """
        shape = panel.point.shape
        goals = [each for subject in subjects for each in _goals(subject, shape[1])]
        asked = Bounds.of(goals)
        rises, falls = (_rows(subjects, way, shape) for way in Direction if way in WAYS)
        band = _rows(subjects, Direction.MAINTAIN, shape)
        ends = [np.reshape(each, shape) for each in (asked.low, asked.best, asked.high)]
        known = [np.where(np.isfinite(each) & ~band, each, np.nan) for each in ends]
        stated = np.array([_met(panel, each, rises, falls) for each in known])
        if band.any():
            low, high = (np.where(band, each, np.nan) for each in (ends[0], ends[2]))
            inside = panel.probability(low, Direction.INCREASE)
            inside += panel.probability(high, Direction.DECREASE) - 1
            stated[1] = np.where(band, np.clip(inside, 0.0, 1.0), stated[1])
        return cls(stated)

    def of_step(
        self, subject: Subject, rows: slice, step: int, *, is_open: tuple[bool, bool]
    ) -> Quantity | None:
        """Give how probable it is that one period's figure meets what is asked of it.

        Parameters
        ----------
        subject
            Whose rows they are.
        rows
            One a reading of its figures.
        step
            Number of the period.
        is_open
            Whether its projection is open below and above.

        Returns
        -------
        Quantity | None
            From 0 to 1; with a range where figures or target have one: from the least to the
            greatest of their readings, and to 0 or 1 where one is open.
        """
        goal = _goals(subject, step + 1)[step]
        found = self.stated[:, rows, step]
        known = found[~np.isnan(found)]
        if goal is None or len(known) == 0:
            return None
        way, floor = subject.indicator.direction, subject.floor
        if floor is not None and way is Direction.INCREASE and _reaches(floor, goal):
            return Quantity.exactly(1)
        least, most = float(known.min()), float(known.max())
        below, above = is_open
        if way is Direction.MAINTAIN:
            return _range(least, most, open_down=below or above, open_up=below or above)
        hard, easy = goal.high is None, goal.low is None
        if way is Direction.DECREASE:
            below, above, hard, easy = above, below, easy, hard
        made = _range(least, most, open_down=below or hard, open_up=above or easy)
        # One reading of the figures and a target with a best estimate: that is the best there is.
        is_best = found.shape[1] == 1 and not (below or above or np.isnan(found[1, 0]))
        return Quantity(float(found[1, 0]), made.low, made.high) if is_best else made


WAYS = (Direction.INCREASE, Direction.DECREASE)


def _goals(subject: Subject, steps: int) -> list[Quantity | None]:
    """Give what each step asks for, in the unit that the panel projects."""
    indicator, made = subject.indicator, []
    for period in subject.steps[:steps]:
        goal = subject.targets.get(period)
        if indicator.direction is Direction.MAINTAIN:
            goal = indicator.band
        made.append(None if goal is None else _over(goal, subject.history.length_of(period)))
    return made + [None] * (steps - len(made))


def _over(goal: Quantity, years: float) -> Quantity | None:
    """Give what a goal asks for in a year; `None` where that is too large for a number."""
    try:
        return goal / years
    except InvalidInputError:
        return None


def _rows(subjects: Sequence[Subject], way: Direction, shape: tuple[int, ...]) -> Flags:
    flags = np.array([each.indicator.direction is way for each in subjects], dtype=np.bool_)
    return np.broadcast_to(flags[:, None], shape)


def _met(panel: PanelProjection, goal: Floats, rises: Flags, falls: Flags) -> Floats:
    """Give the probabilities of goals that lie above for some rows and below for others."""
    made = np.full(goal.shape, np.nan)
    for way, rows in zip(WAYS, (rises, falls), strict=True):
        mine = np.where(rows, goal, np.nan)
        if not np.isnan(mine).all():
            made = np.where(rows, panel.probability(mine, way), made)
    return made


def _reaches(floor: float, goal: Quantity) -> bool:
    return goal.high is not None and goal.high <= floor


def _range(least: float, most: float, *, open_down: bool, open_up: bool) -> Quantity:
    low, high = 0.0 if open_down else least, 1.0 if open_up else most
    return Quantity(low if low == high else None, low, high)
