import pytest

from indh_me.compute import Achievement, Reason, Status
from indh_me.compute.status import milestone_status, status
from indh_me.model import Quantity, Thresholds

THRESHOLDS = Thresholds(on_track=0.8, at_risk=0.6)


@pytest.mark.parametrize(
    ("actual", "word"),
    [
        ("100", "achieved"),
        ("120", "achieved"),
        ("80", "on_track"),
        ("79.999999", "at_risk"),
        ("60", "at_risk"),
        ("59.999999", "off_track"),
        ("0", "off_track"),
        ("-5", "off_track"),
        (">=100", "achieved"),
        (">=80", "on_track"),
        ("<=59", "off_track"),
        ("60..79", "at_risk"),
        ("85..120", "on_track"),
        ("79 (50..120)", "at_risk"),
        ("105 (90..120)", "on_track"),
    ],
)
def test_rates_become_words(actual: str, word: str) -> None:
    """A target that is met is achieved, otherwise its rate is held against the thresholds."""
    made = Achievement.of(Quantity.parse(actual), 100, direction="increase")

    assert (Status(word), None) == status(made, THRESHOLDS)


@pytest.mark.parametrize("actual", ["50..90", ">=50", "<=90", "<=60", "..", "60..80"])
def test_bounds_on_both_sides_decide_nothing(actual: str) -> None:
    """A rate whose bounds lie on both sides of a threshold has no status, but a reason."""
    made = Achievement.of(Quantity.parse(actual), 100, direction="increase")

    assert (Status.UNDEFINED, Reason.BOUNDS_STRADDLE) == status(made, THRESHOLDS)


@pytest.mark.parametrize(
    ("made", "word", "reason"),
    [
        (Achievement.of(5, 0, direction="increase"), "achieved", None),
        (Achievement.of(-5, 0, direction="increase"), "undefined", Reason.ZERO_TARGET),
        (Achievement.of(5, 4, direction="decrease"), "undefined", Reason.MISSING_BASELINE),
        (Achievement.of(3, 4, direction="decrease"), "achieved", None),
    ],
)
def test_rates_that_are_undefined(made: Achievement, word: str, reason: Reason | None) -> None:
    """Without a rate there is no status either, unless the target is met all the same."""
    assert (Status(word), reason) == status(made, THRESHOLDS)


@pytest.mark.parametrize("reason", [Reason.NOT_REPORTED, Reason.NO_TOTAL])
def test_nothing_reported(reason: Reason) -> None:
    """Where nothing was reported there is no data."""
    made = Achievement(
        rate=None,
        method=None,
        reason=reason,
        verdict=None,
        actual=None,
        target=Quantity.exactly(1),
        baseline=None,
        direction=Achievement.of(1, 1, direction="increase").direction,
    )

    assert (Status.NO_DATA, reason) == status(made, THRESHOLDS)


@pytest.mark.parametrize(
    ("done", "days", "word", "reason"),
    [
        ("1", 87, "achieved", None),
        ("1", None, "achieved", None),
        ("0", None, "no_target", Reason.NO_TARGET),
        (None, None, "no_target", Reason.NO_TARGET),
        ("0", -51, "not_due", Reason.NOT_DUE),
        (None, 0, "not_due", Reason.NOT_DUE),
        ("0", 1, "overdue", None),
        (None, 1, "overdue", Reason.NOT_REPORTED),
        ("..", 1, "overdue", None),
    ],
)
def test_milestones(done: str | None, days: int | None, word: str, reason: Reason | None) -> None:
    """A milestone is achieved, not due until its day has passed, overdue from then on."""
    quantity = None if done is None else Quantity.parse(done)

    assert (Status(word), reason) == milestone_status(quantity, days)
