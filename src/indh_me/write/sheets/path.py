"""The way to a target as formulas: what is expected on the last day that figures reach to."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from attrs import frozen

from indh_me.compute.trajectory import Expectation
from indh_me.model import Quantity, Trajectory

from .sides import BOUNDS, Sides

__all__ = ["Path", "expected_formulas", "share_formula"]

ONE_DAY = timedelta(days=1)
#: From the share of the days that have gone by, to the share of the way.
SHAPES: Mapping[Trajectory, str] = {
    Trajectory.LINEAR: "{u}",
    Trajectory.MILESTONES: "{u}",
    Trajectory.STEP: "INT({u})",
    Trajectory.FRONT_LOADED: "1-(1-{u})^2",
    Trajectory.BACK_LOADED: "{u}^2",
    Trajectory.S_CURVE: "IF({u}<=1/2,2*{u}^2,1-2*(1-{u})^2)",
}


@frozen(kw_only=True)
class Path:
    """A leg of the way to a target.

    Parameters
    ----------
    profile
        Its shape.
    first, due
        First and last day; no first day where it is not known.
    start, end
        Values at both ends; no start where it is not known, and then the leg is over.
    is_over
        Whether it is, on every day that figures may reach to.
    """

    profile: Trajectory
    first: date | None
    due: date
    start: Sides | None
    end: Sides
    is_over: bool

    @classmethod
    def of(
        cls, expectation: Expectation, cells: Mapping[tuple[date, Quantity], str], baseline: str
    ) -> "Path | None":
        """Take the leg from an expectation; `None` where there is none.

        Parameters
        ----------
        expectation
            On a day on that leg.
        cells
            References of the cells that show targets, by last day and figure.
        baseline
            Reference of the cell that shows the baseline.
        """
        end, due, start = expectation.target, expectation.due, expectation.start
        if end is None or due is None:
            return None
        known, first = expectation.indicator.baseline, expectation.first_day
        cell = None
        if known is not None and start == known.quantity:
            cell = baseline
        elif first is not None and start is not None:
            # The target before, which fell due on the day before.
            cell = cells.get((first - ONE_DAY, start))
        return cls(
            profile=expectation.profile,
            first=first,
            due=due,
            start=None if start is None else Sides.of(start, cell),
            end=Sides.of(end, cells.get((due, end))),
            is_over=expectation.fraction == 1,
        )


def share_formula(path: Path, elapsed: str) -> str | None:
    """Write the share of the way that should be done; `None` where there is no time to count.

    Parameters
    ----------
    path
        The leg.
    elapsed
        Reference of the share of its days that have gone by.

    Notes
    -----
    As in `indh_me.compute.profile.expected_fraction`.
    """
    return None if path.first is None else f"={SHAPES[path.profile].format(u=elapsed)}"


def expected_formulas(path: Path, share: str) -> Iterator[tuple[str, str]]:
    """Write the parts of the expected value that may be known.

    Parameters
    ----------
    path
        The leg.
    share
        Reference of the share of the way.

    Yields
    ------
    tuple[str, str]
        ``low``, ``best`` or ``high``, and its formula: (1 - f) * start + f * end.

    Examples
    --------
    >>> path = Path(
    ...     profile=Trajectory.LINEAR,
    ...     first=date(2008, 1, 1),
    ...     due=date(2009, 12, 31),
    ...     start=Sides.of(Quantity.exactly(60), None),
    ...     end=Sides.of(Quantity.exactly(80), "T1"),
    ...     is_over=False,
    ... )
    >>> dict(expected_formulas(path, "F1"))["best"]
    '=(1-F1)*60+F1*T1'
    """
    for name in BOUNDS:
        end = path.end.text.get(name)
        begin = None if path.start is None else path.start.text.get(name)
        if path.is_over:
            if end is not None:
                yield name, f"={end}"
        elif begin is not None and end is not None:
            yield name, _between(path, name, begin, end, share)
        elif begin is not None:
            # Before the way begins, its end is not needed.
            yield name, f'=IF({share}=0,{begin},"")'


def _between(path: Path, name: str, begin: str, end: str, share: str) -> str:
    start = None if path.start is None else getattr(path.start.quantity, name)
    if start == getattr(path.end.quantity, name):
        return f"={end}"
    return f"={share}*{end}" if start == 0 else f"=(1-{share})*{begin}+{share}*{end}"
