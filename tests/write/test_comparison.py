from indh_me.compute import compare_methods
from indh_me.model import Method, Quantity
from indh_me.write import comparison_to_plain


def _exactly(number: float) -> dict[str, float]:
    return dict.fromkeys(("best", "low", "high"), number)


def test_methods_are_plain_data() -> None:
    """Each method has its rate or its reason, and the figures that it was given."""
    made = compare_methods(
        64, 80, 60, direction="increase", years=5, target_years=10, next_target=100
    )
    plain = comparison_to_plain(made)

    assert [each.value for each in Method] == [each["method"] for each in plain]
    assert {
        "method": "baseline_adjusted",
        "rate": _exactly(0.2),
        "reason": None,
        "verdict": "not_met",
        "actual": _exactly(64),
        "target": _exactly(80),
        "baseline": _exactly(60),
        "band": None,
        "years": 5.0,
        "target_years": 10.0,
    } == plain[1]
    assert (None, "ratio_reads_backwards") == (plain[2]["rate"], plain[2]["reason"])
    assert (_exactly(0.1), _exactly(100)) == (plain[4]["rate"], plain[4]["target"])


def test_band_is_plain_data() -> None:
    """For what is to be maintained, the band is told."""
    made = compare_methods(96, None, direction="maintain", band=Quantity.between(90, 95))
    plain = comparison_to_plain(made)[6]

    assert ("band", {"best": None, "low": 90, "high": 95}) == (plain["method"], plain["band"])
    assert (None, None, "not_met") == (plain["target"], plain["years"], plain["verdict"])
