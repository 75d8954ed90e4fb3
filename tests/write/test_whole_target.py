from datetime import date

from drafts import flow
from indh_me.model import Period, Revision, Target
from indh_me.write.whole_target import whole_target

AS_OF = date(2010, 12, 31)


def test_periods_that_follow_each_other_add_up() -> None:
    """A flow is to reach the sum of its targets, over all their days."""
    whole = whole_target(flow(targets={"2008": 20, "2009": "25..27", "2010": 30}), AS_OF)

    assert whole is not None
    assert ("2008/2010", "75..77") == (str(whole.target.period), str(whole.target.value))
    assert 3 == len(whole.parts)


def test_level_ends_with_its_last_target() -> None:
    """A level is to reach its last target, in the version that is known on the day."""
    targets = [
        Target(period=Period.year(2009), value=60),
        Target(
            period=Period.year(2010),
            value=70,
            revisions=[
                Revision(value=68, date=date(2010, 5, 1)),
                Revision(value=66, date=date(2011, 5, 1)),
            ],
        ),
    ]
    whole = whole_target(flow(accumulation="latest").with_targets(*targets), AS_OF)

    assert whole is not None
    assert ("2010", "68") == (str(whole.target.period), str(whole.target.value))
    assert (targets[1],) == whole.parts


def test_target_over_all_others() -> None:
    """A target that is cumulative, or whose period holds the others, is the whole already."""
    over_all = whole_target(flow(targets={"2008": 20, "2008/2010": 75}), AS_OF)
    cumulative = flow().with_targets(
        Target(period=Period.year(2008), value=20),
        Target(period=Period.year(2009), value=45, cumulative=True),
    )
    since_start = whole_target(cumulative, AS_OF)

    assert over_all is not None
    assert since_start is not None
    assert ("2008/2010", "75") == (str(over_all.target.period), str(over_all.target.value))
    assert ("45", True) == (str(since_start.target.value), since_start.target.cumulative)


def test_nobody_knows_the_whole() -> None:
    """There is none without targets, where they share days, or where an earlier one counts from the
    start.
    """
    early = flow().with_targets(
        Target(period=Period.year(2008), value=20, cumulative=True),
        Target(period=Period.year(2009), value=25),
    )

    assert whole_target(flow(), AS_OF) is None
    assert whole_target(flow(targets={"2008/2009": 9, "2009/2010": 9}), AS_OF) is None
    assert whole_target(early, AS_OF) is None
