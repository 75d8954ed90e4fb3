from datetime import date

from drafts import flow
from indh_me.model import Indicator, Period, Revision, Target, Text
from indh_me.write.changes import changes_of


def revised(code: str, *days: date) -> Indicator:
    """Draft an indicator whose target of 10 rises by 1 on each day."""
    revisions = [
        Revision(value=10 + number, date=day, rationale=Text.of(en="more money"))
        for number, day in enumerate(days, start=1)
    ]
    target = Target(period=Period.year(2010), value=10, revisions=revisions)
    return flow(code).with_targets(target)


FIRST, SECOND, LATE = date(2008, 6, 1), date(2009, 6, 1), date(2011, 6, 1)


def test_versions_count_days_of_decisions() -> None:
    """Each day of decisions makes a version of the plan, of which the original is the first."""
    made = changes_of([revised("A", FIRST, SECOND), revised("B", SECOND)], date(2010, 1, 1))

    assert [("A", 2, "10", "11"), ("A", 3, "11", "12"), ("B", 3, "10", "11")] == [
        (each.indicator.code, each.version, str(each.old), str(each.new)) for each in made
    ]


def test_later_decisions_are_not_known() -> None:
    """What is decided after the day is left out."""
    assert [FIRST] == [each.date for each in changes_of([revised("A", FIRST, LATE)], SECOND)]
    assert [] == list(changes_of([flow("A", targets={"2010": 5})], SECOND))
