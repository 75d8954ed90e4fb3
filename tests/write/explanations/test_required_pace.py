from drafts import flow
from explained import lines
from indh_me.compute import project
from indh_me.model import Quantity
from indh_me.write.explanations.required_pace import pace_comes_out
from projected import drafted, drifting
from refusals import Strange


def _paces(told: list[str]) -> list[str]:
    starts = ("What the target", "Done a year", "Change a year", "Required pace")
    return [line for line in told if line.startswith(starts)]


def test_flow() -> None:
    """Of a flow the target stands by the years of its period, and so do the figures so far."""
    told = lines(
        drafted({"2005/2006": 10, "2007": 8}, {"2008/2010": 45}, to="2008/2010"),
    )

    # 45 in three years against 18 in three years.
    assert [
        "What the target of 2008/2010 (45) asks for a year: 45 / 3 = 15",
        "Done a year so far: 18 / 3 = 6",
        "Required pace over the pace so far: 15 / 6 = 2.5",
    ] == _paces(told)


def test_single_level() -> None:
    """One level has no pace so far: the target still asks for one."""
    assert ["What the target of 2010 (75) asks for a year: (75 - 67) / 4 = 2"] == _paces(
        lines(project({"2006": 67}, to="2010", target=75))
    )


def test_figures_that_did_not_move() -> None:
    """Where nothing moved there is no ratio to speak of."""
    assert [
        "What the target of 2010 (75) asks for a year: (75 - 67) / 4 = 2",
        "Change a year so far: (67 - 67) / 1 = 0",
    ] == _paces(lines(project({"2005": 67, "2006": 67}, to="2010", target=75)))


def test_figures_with_a_range() -> None:
    """A survey's range passes through to the pace and the ratio."""
    seen: Strange = {"2005": 60, "2007": Quantity(67, 63, 71)}
    told = lines(project(seen, to="2010", target=73))

    assert [
        (
            "What the target of 2010 (73) asks for a year: (73 - [about 67 (between 63 and 71)]) / "
            "3 = about 2 (between 0.67 and 3.33)"
        ),
        (
            "Change a year so far: ([about 67 (between 63 and 71)] - 60) / 2 = about 3.5 (between "
            "1.5 and 5.5)"
        ),
    ] == _paces(told)[:2]


def test_target_that_is_no_number() -> None:
    """A target of at least so much asks for at least such a pace."""
    told = lines(
        project({"2005": 60, "2006": 62}, to="2010", target=Quantity.at_least(72)),
    )

    assert [
        (
            "What the target of 2010 (at least 72) asks for a year: ([at least 72] - 62) / 4 = at "
            "least 2.5"
        ),
        "Change a year so far: (62 - 60) / 1 = 2",
        "Required pace over the pace so far: [at least 2.5] / 2 = at least 1.25",
    ] == _paces(told)


def test_decimals_that_it_takes() -> None:
    """Figures have as many decimals as it takes that the ratio comes out."""
    made = project({"2005": 0.001, "2006": 0.004, "2008": 0.0095}, to="2010", target=0.0187)
    most = next(most for most in range(2, 12) if pace_comes_out(made, most))

    assert not pace_comes_out(made, most - 1) or most == 2
    assert _paces(lines(made))[-1].endswith(f" = {0.0046 / (0.0085 / 3):.2f}")


def test_nothing_without_a_target() -> None:
    """Without a target nothing is asked for."""
    assert [] == _paces(lines(drifting(target=None, method="ols")))
    assert pace_comes_out(drafted({}, to="2010"), 2)
    assert pace_comes_out(project(flow("A"), to="2010"), 2)
