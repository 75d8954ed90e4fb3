"""The rate of achievement that what is expected by now would have."""

from collections.abc import Sequence

from indh_me.model import Quantity

from .achievement import achievements
from .standing import IndicatorAssessment

__all__ = ["expected_rates"]

WHOLE = Quantity.exactly(1)


def expected_rates(rows: Sequence[IndicatorAssessment]) -> list[Quantity | None]:
    """Tell what rate each row would have now if it were where it is expected.

    Parameters
    ----------
    rows
        Rows of an assessment, or groups of them.

    Returns
    -------
    list[Quantity | None]
        A fraction for each row, 1 for a target that is due; `None` where there is no rate to
        compare with.

    Notes
    -----
    With expected value E, target T and baseline B it is E / T or (E - B) / (T - B), as the method
    of the row has it with the actual in the place of E.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute.assessment import assess
    >>> from indh_me.model import Framework, Indicator, Observations, Period, Target
    >>> trained = Indicator(
    ...     code="T",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2026), value=1_200)],
    ... )
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[trained])
    >>> seen = Observations.from_columns(["T"], ["2026-Q1"], [250])
    >>> assessment = assess(demo, seen, as_of=date(2026, 4, 15))
    >>> [round(each.best, 4) for each in expected_rates(assessment.rows)]
    [0.2466]
    """
    ahead = [
        number
        for number, row in enumerate(rows)
        if row.progress is not None and row.rate is not None
    ]
    of = [rows[number].achievement for number in ahead]
    made = achievements(
        [rows[number].expected for number in ahead],
        [each.target for each in of],
        [each.baseline for each in of],
        [each.direction for each in of],
        [each.method for each in of],
        [each.band for each in of],
    )
    found = dict(zip(ahead, (each.rate for each in made), strict=True))
    return [
        found.get(number, None if row.rate is None else WHOLE) for number, row in enumerate(rows)
    ]
