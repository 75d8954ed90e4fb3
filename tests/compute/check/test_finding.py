import pytest

from indh_me.compute import Finding, Severity
from indh_me.errors import Place


@pytest.mark.parametrize("place", ["indicators.A", Place("indicators.A")])
def test_finding_is_told_on_three_lines(place: str | Place) -> None:
    """A finding says what, where and how to mend it; a plain string is a path."""
    found = Finding(
        id="ME001", severity=Severity.WARNING, place=place, message="overdue", mend="report it"
    )

    assert "ME001 warning: overdue\n  where: indicators.A\n  mend:  report it" == str(found)
