"""Roll-up: one score for each result, from the rates of its indicators."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from attrs import evolve, frozen

from indh_me.model import Framework, Quantity, Result
from indh_me.model._fields import word_of
from indh_me.notebook import ShownInNotebook

from .assessment import Assessment, IndicatorAssessment
from .average import capped, least, mean
from .coded_rows import CodedRows
from .reason import Reason
from .weights import weights_of

__all__ = ["NotComputed", "ResultScore", "Rollup", "RollupRule", "rollup"]


class RollupRule(Enum):
    """How the rates of several indicators make one score.

    Examples
    --------
    >>> RollupRule("one_vote") is RollupRule.ONE_VOTE
    True
    """

    #: Each indicator below a result counts the same.
    ONE_VOTE = "one_vote"
    #: Each result counts in its parent by its weight.
    WEIGHTED = "weighted"
    #: The worst indicator below a result speaks for it.
    MINIMUM = "minimum"


@frozen
class NotComputed:
    """An indicator that has no rate.

    Parameters
    ----------
    code
        Its code.
    reason
        Why it has none.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> none = me.rollup(me.assess(framework, as_of=date(2009, 1, 1))).total.not_computed
    >>> [(each.code, each.reason.value) for each in none]
    [('T-R1', 'not_reported')]
    """

    code: str
    reason: Reason | None


@frozen(kw_only=True)
class ResultScore:
    """The score of one result, and what it came from.

    Parameters
    ----------
    result
        Which; `None` for the whole framework.
    capped
        Score, a fraction, every rate first brought into 0..1, so that no surplus makes up for
        what is missing elsewhere; `None` when no indicator has a rate.
    uncapped
        Score from the rates as they are.
    counted
        Codes of the indicators that the score came from.
    not_computed
        Indicators without a rate, with their reasons.
    unweighted
        Under ``weighted``: codes of indicators that have a rate, but no weight that says how they
        count: those of a result that has results below it, and of one that weighs nothing.
    coverage
        Share of the votes (or weights) that the score came from, 0 to 1; `None` when there is
        nothing to vote.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> made = me.assess(framework, seen, as_of=date(2008, 12, 31))
    >>> total = me.rollup(made).total
    >>> total.code, str(total.capped), total.counted, total.coverage
    (None, '0.9', ('T-R1',), 1.0)
    """

    result: Result | None
    capped: Quantity | None
    uncapped: Quantity | None
    counted: tuple[str, ...]
    not_computed: tuple[NotComputed, ...]
    unweighted: tuple[str, ...]
    coverage: float | None

    @property
    def code(self) -> str | None:
        """Code of the result; `None` for the whole framework."""
        return None if self.result is None else self.result.code


@frozen(kw_only=True, slots=False)
class Rollup(CodedRows[ResultScore], ShownInNotebook):
    """The scores of all results and of the framework.

    Parameters
    ----------
    assessment
        What was rolled up.
    rule
        How.
    rows
        One for each result, in the framework's order.
    total
        That of the whole framework.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> made = me.assess(framework, seen, as_of=date(2008, 12, 31))
    >>> score = me.rollup(made, how="minimum")
    >>> score.rule.value, str(score.total.uncapped)
    ('minimum', '0.9')
    """

    assessment: Assessment
    rule: RollupRule
    rows: tuple[ResultScore, ...]
    total: ResultScore

    part = "result"

    @staticmethod
    def code_of(row: ResultScore) -> str:
        """Give the code of the result that a score is of; of the whole framework, none."""
        return "" if row.code is None else row.code

    def to_columns(self) -> dict[str, list[Any]]:
        """Give scores and counts by column for any dataframe library, the total last.

        Returns
        -------
        dict[str, list]
            One value a row; `None` where there is none. Scores are fractions.

        Examples
        --------
        >>> from datetime import date
        >>> from indh_me.compute.assessment import assess
        >>> empty = Framework(code="DEMO", languages=["fr"])
        >>> rollup(assess(empty, as_of=date(2008, 3, 27))).to_columns()["counted"]
        [0]
        """
        rows = (*self.rows, self.total)
        columns: dict[str, list[Any]] = {"result": [row.code for row in rows]}
        for name in ("capped", "uncapped"):
            scores = [getattr(row, name) for row in rows]
            for part in ("low", "best", "high"):
                columns[f"{name}_{part}"] = [
                    None if each is None else getattr(each, part) for each in scores
                ]
        for name in ("counted", "not_computed", "unweighted"):
            columns[name] = [len(getattr(row, name)) for row in rows]
        columns["coverage"] = [row.coverage for row in rows]
        return columns


def rollup(assessment: Assessment, *, how: RollupRule | str = RollupRule.ONE_VOTE) -> Rollup:
    r"""Give every result, and the framework, a score from the rates of achievement.

    Parameters
    ----------
    assessment
        Where every indicator stands.
    how
        ``one_vote``, ``weighted`` or ``minimum``.

    Returns
    -------
    Rollup

    Raises
    ------
    InvalidInputError
        Under ``weighted``, when the weights of the results below one parent do not total 100:
        all such places together. For an unknown word.

    Notes
    -----
    With r_i the rates of the indicators of a result and of all results below it:

    - ``one_vote``: the mean of the r_i, all at once. Going up level by level would give the mean
      of the means, another number: an indicator in a small group would count for more [1]_;
    - ``minimum``: the least of the r_i. By levels or at once is the same;
    - ``weighted``: of a result with results below it, sum w_k s_k / sum w_k over those with a
      score s_k, w_k their weights [2]_; of one without, the mean of its own r_i. This goes by
      levels, and only when every score can be computed does it equal one sum over the products
      of the weights. A result that is alone below its parent may go without a weight.

    The capped score brings each r_i into 0..1 first, and not the result afterwards. Indicators
    without a rate are left out, never taken for zero; each is listed with its reason, and the
    coverage says how much of the vote is left. Bounds pass through: each bound is rolled up by
    itself, and a best estimate is given when all the rates have one.

    References
    ----------
    .. [1] UNDP, Performance App methodology, IRRF: scores are brought into 0..100, then averaged
       from the projects' own data "to avoid the aggregation trap".
    .. [2] FCDO (formerly DFID), logical framework: outputs carry impact weightings, 100 % in all.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute.assessment import assess
    >>> from indh_me.model import Indicator, Level, Observations, Period, Target
    >>> def indicator(code):
    ...     return Indicator(
    ...         code=code,
    ...         unit="count",
    ...         direction="increase",
    ...         accumulation="sum",
    ...         result="training",
    ...         targets=[Target(period=Period.year(2008), value=100)],
    ...     )
    >>> framework = Framework(
    ...     code="DEMO",
    ...     languages=["fr"],
    ...     results=[Result(code="training", level=Level.OUTCOME)],
    ...     indicators=[indicator("A"), indicator("B"), indicator("C")],
    ... )
    >>> seen = Observations.from_columns(["A", "B"], ["2008", "2008"], [50, 150])
    >>> score = rollup(assess(framework, seen, as_of=date(2008, 12, 31)))["training"]
    >>> str(score.capped), str(score.uncapped), score.counted
    ('0.75', '1', ('A', 'B'))
    >>> [(each.code, each.reason.value) for each in score.not_computed]
    [('C', 'not_reported')]
    """
    rule = word_of(RollupRule, how, "rule")
    results = assessment.framework.results
    below = _below(assessment)
    if rule is RollupRule.WEIGHTED:
        scores = _weighted(assessment.framework, below)
    else:
        make = least if rule is RollupRule.MINIMUM else mean
        scores = {code: _of_rates(rows, make) for code, rows in below.items()}
    return Rollup(
        assessment=assessment,
        rule=rule,
        rows=tuple(evolve(scores[each.code], result=each) for each in results),
        total=scores[None],
    )


def _below(assessment: Assessment) -> dict[str | None, list[IndicatorAssessment]]:
    """List the indicators of each result and of those below it; under `None`, all."""
    parents = {each.code: each.parent for each in assessment.framework.results}
    below: dict[str | None, list[IndicatorAssessment]] = {code: [] for code in (*parents, None)}
    for row in assessment.rows:
        code = row.indicator.result
        while code is not None:
            below[code].append(row)
            code = parents[code]
        below[None].append(row)
    return below


def _of_rates(
    rows: Sequence[IndicatorAssessment], make: Callable[[Sequence[Quantity]], Quantity | None]
) -> ResultScore:
    """Score a result from rates that count the same, of which one is made."""
    rates = [row.rate for row in rows if row.rate is not None]
    return ResultScore(
        result=None,
        capped=make([capped(each) for each in rates]),
        uncapped=make(rates),
        counted=tuple(row.indicator.code for row in rows if row.rate is not None),
        not_computed=_not_computed(rows),
        unweighted=(),
        coverage=len(rates) / len(rows) if rows else None,
    )


def _not_computed(rows: Iterable[IndicatorAssessment]) -> tuple[NotComputed, ...]:
    return tuple(NotComputed(row.indicator.code, row.reason) for row in rows if row.rate is None)


def _weighted(
    framework: Framework, below: Mapping[str | None, Sequence[IndicatorAssessment]]
) -> dict[str | None, ResultScore]:
    """Score all results by the weights of those below them, from the bottom up."""
    weights = weights_of(framework)
    children: dict[str | None, list[str]] = {code: [] for code in below}
    for result in framework.results:
        children[result.parent].append(result.code)
    # From the top down, each after its parent; scored the other way round.
    order: list[str | None] = [None]
    for code in order:
        order.extend(children[code])
    scores: dict[str | None, ResultScore] = {}
    for code in reversed(order):
        parts = [(weights[child], scores[child]) for child in children[code]]
        scores[code] = _of_parts(below[code], parts) if parts else _of_rates(below[code], mean)
    return scores


def _of_parts(
    rows: Sequence[IndicatorAssessment], parts: Sequence[tuple[float, ResultScore]]
) -> ResultScore:
    """Score a result from the results below it."""
    heavy = [(weight, score) for weight, score in parts if weight > 0]
    within = [(weight, each.capped) for weight, each in heavy if each.capped is not None]
    as_is = [(weight, each.uncapped) for weight, each in heavy if each.uncapped is not None]
    used = {code for _, score in heavy for code in score.counted}
    rated = [row.indicator.code for row in rows if row.rate is not None]
    votes = [weight * each.coverage for weight, each in heavy if each.coverage is not None]
    return ResultScore(
        result=None,
        capped=mean([each for _, each in within], [weight for weight, _ in within]),
        uncapped=mean([each for _, each in as_is], [weight for weight, _ in as_is]),
        counted=tuple(code for code in rated if code in used),
        not_computed=_not_computed(rows),
        unweighted=tuple(code for code in rated if code not in used),
        coverage=math.fsum(votes) / math.fsum(weight for weight, _ in heavy) if rows else None,
    )
