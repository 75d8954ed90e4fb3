import pytest

from indh_me.compute.window import Window
from indh_me.model import Accumulation, Indicator, Period, Target


def _window(accumulation: str, *, cumulative: bool) -> Window:
    indicator = Indicator(
        code="A", unit="count", direction="increase", accumulation=Accumulation(accumulation)
    )
    return Window.of(indicator, Target(period=Period.year(2008), value=1, cumulative=cumulative))


@pytest.mark.parametrize(
    ("accumulation", "cumulative", "inside"),
    [
        ("sum", False, ["2008", "2008-Q1"]),
        ("sum", True, ["2005/2007", "2007", "2008", "2008-Q1", "2005/2008"]),
        ("latest", True, ["2008", "2008-Q1"]),
        ("running_total", False, ["2008", "2008-Q1", "2005/2008"]),
        ("running_total", True, ["2008", "2008-Q1", "2005/2008"]),
    ],
)
def test_windows(accumulation: str, inside: list[str], *, cumulative: bool) -> None:
    """A flow counts since the start where its target is cumulative, a running total by its end."""
    window = _window(accumulation, cumulative=cumulative)
    periods = ["2005/2007", "2007", "2008", "2008-Q1", "2005/2008", "2008/2009", "2009"]

    assert inside == [name for name in periods if Period.parse(name) in window]
