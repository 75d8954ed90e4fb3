from datetime import date

import numpy as np
import pytest

from indh_me.compute import assess, breakdown
from indh_me.compute.strangers import refuse_strangers
from indh_me.errors import Fault, UnknownCodeError
from indh_me.model import Framework, Indicator, Observations
from refusals import refusals

KNOWN = Indicator(code="T-R1", unit="count", direction="increase", accumulation="sum")
DEMO = Framework(code="DEMO", languages=["en"], indicators=[KNOWN])
SEEN = Observations.from_columns(["T-R1", "T-R2", "1.A", "T-R2"], ["2008"] * 4, [1, 2, 3, 4])
FAULTS = (
    Fault(
        "observations of unknown indicator 'T-R2'",
        "observations.T-R2",
        "did you mean 'T-R1'? known: T-R1",
    ),
    Fault("observations of unknown indicator '1.A'", 'observations."1.A"', "known: T-R1"),
)


@pytest.mark.parametrize("verb", ["refuse_strangers", "assess", "breakdown"])
def test_strangers_are_refused(verb: str) -> None:
    """Figures of unknown indicators are refused, each code once with the nearest known one."""
    day = date(2008, 12, 31)
    verbs = {
        "refuse_strangers": lambda: refuse_strangers(DEMO, SEEN),
        "assess": lambda: assess(DEMO, SEEN, as_of=day),
        "breakdown": lambda: breakdown(DEMO, SEEN, "T-R1", as_of=day),
    }

    assert FAULTS == refusals(verbs[verb], UnknownCodeError)


def test_what_no_row_uses_is_no_stranger() -> None:
    """A table from which all rows of an unknown code were cut is taken, and so is an empty one."""
    own = SEEN.select(np.array([True, False, False, False]))

    assert ("T-R1", "T-R2", "1.A") == own.indicators
    refuse_strangers(DEMO, own)
    refuse_strangers(DEMO, Observations())
