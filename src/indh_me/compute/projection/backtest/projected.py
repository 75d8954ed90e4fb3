"""What a method of projection must take and give to be back-tested."""

from typing import Any, Protocol, TypeAlias

import numpy.typing as npt

from indh_me.compute.bounds import Floats
from indh_me.model import Direction

__all__ = ["Project", "Projected", "Range"]

Range: TypeAlias = tuple[float | None, float | None]


class Projected(Protocol):
    """What a projection of a panel must tell to be tested."""

    @property
    def point(self) -> Floats:
        """Series x horizons; NaN where there is none."""
        ...

    @property
    def low(self) -> Floats:
        """Lower ends of the intervals, of the same shape."""
        ...

    @property
    def high(self) -> Floats:
        """Upper ends of the intervals, of the same shape."""
        ...

    @property
    def scale(self) -> Floats:
        """One for each series, or for each at each horizon: how far it may move."""
        ...

    @property
    def reason(self) -> Any:  # noqa: ANN401 - an array of whatever the method gives as reasons
        """One for each series: why it has no projection, or `None`."""
        ...

    def probability(self, target: Floats, direction: Direction) -> Floats:
        """Give the probability of meeting a target for each series, at each horizon."""
        ...


class Project(Protocol):
    """What projects a panel: `project_panel`, or a function that takes the same."""

    def __call__(
        self,
        values: Floats,
        times: npt.NDArray[Any] | None = None,
        horizon: int | None = None,
        *,
        at: npt.NDArray[Any] | None = None,
        bounds: Range | None = None,
        level: float = 0.95,
    ) -> Projected:
        """Project each series to the next times, or to those that are given."""
        ...
