import pytest
from attrs import evolve

from indh_me.compute import Finding, Severity
from indh_me.errors import Place
from indh_me.model import Text


@pytest.mark.parametrize("place", ["indicators.A", Place("indicators.A")])
def test_finding_is_told_on_three_lines(place: str | Place) -> None:
    """A finding says what, where and how to mend it; a plain string is a path."""
    found = Finding(
        id="ME001", severity=Severity.WARNING, place=place, message="overdue", mend="report it"
    )

    assert "ME001 warning: overdue\n  where: indicators.A\n  mend:  report it" == str(found)


def test_suppressed_finding_tells_why_it_may_stay() -> None:
    """A finding that is suppressed says why, in English if it can, on one line."""
    found = Finding(
        id="ME001",
        severity="warning",
        place="indicators.A",
        message="overdue",
        mend="report it",
        suppressed=Text.of(ar="أعيدت برمجته", en="the meeting\n was moved"),
    )

    assert (
        "ME001 warning: overdue\n"
        "  where: indicators.A\n"
        "  mend:  report it\n"
        "  suppressed: the meeting was moved"
    ) == str(found)
    assert "أعيدت برمجته" == evolve(found, suppressed=Text.of(ar="أعيدت برمجته")).reason
    assert evolve(found, suppressed=None).reason is None


def test_severities_are_in_order() -> None:
    """An error matters at least as much as anything, an info only as much as an info."""
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]

    assert [
        [True, True, True],
        [False, True, True],
        [False, False, True],
    ] == [[one.is_at_least(other) for other in order] for one in order]
