from collections.abc import Iterator
from datetime import date

import pytest

from indh_me.compute.check.finding import Finding
from indh_me.compute.check.rule import (
    Search,
    Subject,
    of_data,
    of_framework,
    sees_enough,
    without_data,
    without_day,
)
from indh_me.compute.reporting import ReportingSet
from indh_me.model import Framework, Observations

DEMO = Framework(code="DEMO", languages=["fr"])
NOTHING = Observations()
SEEN = Observations.from_columns(["A"], ["2008"], [1])
DAY = date(2008, 12, 31)
FOUND = Finding(id="ME001", severity="info", place="framework", message="m", mend="n")


def _in_framework(framework: Framework) -> Iterator[Finding]:
    assert framework is DEMO
    yield FOUND


def _in_data(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    assert framework is DEMO
    assert SEEN is reporting.observations
    yield FOUND


def _anywhere(_subject: Subject) -> Iterator[Finding]:
    yield FOUND


def test_searches_look_at_their_part() -> None:
    """A search of the framework is given that alone, one of data all observations too."""
    subject = Subject(DEMO, SEEN, None)

    assert [FOUND] == list(of_framework(_in_framework)(subject))
    assert [FOUND] == list(of_data(_in_data)(subject))
    assert [FOUND] == list(without_data(_anywhere)(subject))
    assert [FOUND] == list(without_day(_anywhere)(subject))


@pytest.mark.parametrize(
    ("search", "enough"),
    [
        # Without anything, with a day, with data, with both.
        (of_framework(_in_framework), [True, True, True, True]),
        (of_data(_in_data), [False, False, True, True]),
        (without_data(_anywhere), [True, True, True, True]),
        (without_day(_anywhere), [False, False, True, True]),
        (_anywhere, [False, False, False, True]),
    ],
    ids=["framework", "data", "no data", "no day", "anything"],
)
def test_silence_means_something_where_enough_is_seen(search: Search, enough: list[bool]) -> None:
    """That nothing is found tells something only where the search had what it looks at."""
    cases = [(NOTHING, None), (NOTHING, DAY), (SEEN, None), (SEEN, DAY)]

    assert enough == [sees_enough(search, Subject(DEMO, seen, day)) for seen, day in cases]
