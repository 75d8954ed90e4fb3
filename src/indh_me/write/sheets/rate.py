"""The rate of achievement as formulas of the actual: live where figures are filled in."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from indh_me.compute import Achievement
from indh_me.errors import Fault, WorkbookError
from indh_me.model import Method, Quantity

from .spelling import literal

__all__ = ["Plan", "rate_formulas"]

#: Methods that formulas are written for.
WRITTEN = (Method.TARGET_RATIO, Method.BASELINE_ADJUSTED)
HOW = f"choose one of {', '.join(each.value for each in WRITTEN)}"


@frozen(kw_only=True)
class Plan:
    """What a rate is measured against.

    Parameters
    ----------
    target, baseline
        The figures; no baseline where the method has no use for it.
    target_cell, baseline_cell
        References of the cells that hold them, for an auditor to follow; `None` where they are
        no plain numbers, and stand in the formula.
    """

    target: Quantity
    baseline: Quantity | None
    target_cell: str | None
    baseline_cell: str | None

    @classmethod
    def of(
        cls, target: Quantity, achievement: Achievement, target_cell: str | None, baseline_cell: str
    ) -> "Plan":
        """Take the plan from an achievement.

        Parameters
        ----------
        target
            What is to be reached.
        achievement
            Says baseline and method.
        target_cell, baseline_cell
            References of the cells that show the two.

        Raises
        ------
        WorkbookError
            For a method that has no formula here.
        """
        if achievement.method not in WRITTEN:
            method = "none" if achievement.method is None else achievement.method.value
            fault = Fault(f"no formula is known for the method '{method}'", mend=HOW)
            raise WorkbookError(fault)
        adjusted = achievement.method is Method.BASELINE_ADJUSTED
        baseline = achievement.baseline if adjusted else None
        return cls(
            target=target,
            baseline=baseline,
            target_cell=target_cell if target.is_exact else None,
            baseline_cell=baseline_cell if baseline is not None and baseline.is_exact else None,
        )

    def term(self, actual: str, target: float, baseline: float | None) -> str:
        """Write the rate of one number of the actual, the target and the baseline."""
        goal = literal(target) if self.target_cell is None else self.target_cell
        if baseline is None:
            return f"{actual}/{goal}"
        start = literal(baseline) if self.baseline_cell is None else self.baseline_cell
        return f"({actual}-{start})/({goal}-{start})"


def rate_formulas(plan: Plan, actual: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Write the parts of a rate that may be known, as formulas.

    Parameters
    ----------
    plan
        What it is measured against; the rate is defined, so target and baseline differ.
    actual
        References of the cells that hold ``low``, ``best`` and ``high`` of the actual.

    Yields
    ------
    tuple[str, str]
        ``low``, ``best`` or ``high``, and its formula.

    Notes
    -----
    As in `indh_me.compute.achievement.achievements`: the rate is monotone in actual, target and
    baseline, so its bounds are its least and greatest values in the corners of their bounds. A
    target without an upper bound leaves a rate of zero possible; a baseline without a bound
    leaves the rate without any.

    Examples
    --------
    >>> plan = Plan(
    ...     target=Quantity.exactly(80),
    ...     baseline=Quantity.exactly(60),
    ...     target_cell="T1",
    ...     baseline_cell=None,
    ... )
    >>> dict(rate_formulas(plan, {"low": "A1", "best": "B1", "high": "C1"}))["best"]
    '=IF(B1="","",(B1-60)/(T1-60))'
    """
    target, baseline = plan.target, plan.baseline
    if target.best is not None and (baseline is None or baseline.best is not None):
        start = None if baseline is None else baseline.best
        rate = plan.term(actual["best"], target.best, start)
        yield "best", f'=IF({actual["best"]}="","",{rate})'
    starts = [None] if baseline is None else [baseline.low, baseline.high]
    if baseline is not None and None in starts:
        return
    goals = [goal for goal in (target.low, target.high) if goal is not None]
    unbounded = len(goals) < 2  # noqa: PLR2004 - a low and a high one
    for name, lowest in (("low", "MIN"), ("high", "MAX")):
        # Where less is better, the rate falls as the actual rises.
        side = actual[name if _upwards(target, baseline) else OTHER[name]]
        terms = [
            plan.term(side, goal, start)
            for goal in dict.fromkeys(goals)
            for start in dict.fromkeys(starts)
        ]
        blank = f'{side}=""'
        if unbounded:
            terms.append("0")
            blank = f'OR({actual["low"]}="",{actual["high"]}="")'
        rate = terms[0] if len(terms) == 1 else f"{lowest}({','.join(terms)})"
        yield name, f'=IF({blank},"",{rate})'


OTHER = {"low": "high", "high": "low"}


def _upwards(target: Quantity, baseline: Quantity | None) -> bool:
    """Tell whether the target lies above the baseline, or above zero."""
    span = target if baseline is None else target - baseline
    return span.low is not None and span.low > 0
