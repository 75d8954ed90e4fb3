from datetime import date

import pytest

from drafts import flow
from indh_me.compute.target_ahead import target_ahead

AS_OF = date(2008, 12, 31)


@pytest.mark.parametrize(
    ("method", "until", "chosen"),
    [
        ("milestone", date(2007, 12, 30), "2007"),
        ("milestone", date(2007, 12, 31), "2008"),
        ("milestone", date(2008, 12, 30), "2008"),
        ("milestone", date(2008, 12, 31), "2009"),
        # Without figures the next one after the as-of date; where none is left, the last.
        ("milestone", None, "2009"),
        ("milestone", date(2009, 12, 31), "2008"),
        ("target_ratio", date(2007, 12, 30), "2008"),
        ("target_ratio", None, "2008"),
    ],
)
def test_target_ahead_of_figures(method: str, until: date | None, chosen: str) -> None:
    """Only the method that measures the way to the next target looks where figures reach to."""
    indicator = flow(targets={"2007": 1, "2008": 1, "2009": 1}, method=method)
    target = target_ahead(indicator, until, AS_OF)

    assert target is not None
    assert chosen == str(target.period)


def test_no_target_ahead() -> None:
    """Without targets there is none."""
    assert target_ahead(flow(method="milestone"), None, AS_OF) is None
