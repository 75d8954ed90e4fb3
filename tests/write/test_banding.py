from indh_me.compute import band
from indh_me.model import Quantity
from indh_me.write import banding_to_plain


def test_class_is_plain_data() -> None:
    """A class has its word, and the figure and goal that decided."""
    assert {
        "preset": "pepfar",
        "class": "on_target",
        "figure": {"best": 0.41, "low": 0.41, "high": 0.41},
        "goal": 0.5,
        "reason": None,
    } == banding_to_plain(band("pepfar", 0.41, goal=0.5))


def test_no_class_has_its_reason() -> None:
    """Without a class there is the reason why."""
    assert {
        "preset": "undp_irrf",
        "class": None,
        "figure": {"best": None, "low": 0.75, "high": 0.85},
        "goal": None,
        "reason": "bounds_straddle",
    } == banding_to_plain(band("undp_irrf", Quantity.between(0.75, 0.85)))
