import math

import pytest

from indh_me.errors import Fault
from indh_me.model import Text, Thresholds
from refusals import Strange, refusal, refusals


def test_defaults_are_green_and_yellow() -> None:
    """By default an indicator is on track from 80 %, and at risk from 60 %."""
    assert (0.8, 0.6) == (Thresholds().on_track, Thresholds().at_risk)
    assert Thresholds().basis is None


@pytest.mark.parametrize(("on_track", "at_risk"), [(0.6, 0.8), (0.5, 0.5)])
def test_at_risk_is_below_on_track(on_track: float, at_risk: float) -> None:
    """The rate from which an indicator is at risk lies below that of being on track."""
    fault = refusal(lambda: Thresholds(on_track=on_track, at_risk=at_risk))

    assert f"at_risk '{at_risk}' is not below on_track '{on_track}'" == fault.what
    assert "on_track = 0.8" in fault.mend


def test_rates_are_fractions() -> None:
    """Percentages are not taken for fractions."""
    mend = "rates are fractions: on_track = 0.8, at_risk = 0.6"
    faults = refusals(lambda: Thresholds(on_track=80, at_risk=60))

    assert (Fault("on_track '80.0' is above 1", "on_track", mend),) == faults


def test_all_of_the_target_may_be_asked() -> None:
    """On track may mean all of the target, and at risk none of it."""
    assert 1 == Thresholds(on_track=1, at_risk=0).on_track


@pytest.mark.parametrize("rate", [math.nan, math.inf, "0.8", None, True])
def test_rates_are_numbers(rate: Strange) -> None:
    """A rate is a finite number."""
    assert "is not a" in refusal(lambda: Thresholds(on_track=rate)).what


def test_basis_is_a_text() -> None:
    """The basis of thresholds is told in a language."""
    basis: Strange = "UNDP"
    fault = refusal(lambda: Thresholds(basis=basis))

    assert ("'UNDP' is not a Text", "basis") == (fault.what, fault.where.path)
    assert Text.of(en="UNDP") == Thresholds(basis=Text.of(en="UNDP")).basis
