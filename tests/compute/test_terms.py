import numpy as np
import pytest

from indh_me.compute.bounds import Bounds
from indh_me.compute.terms import Terms
from indh_me.model import Quantity
from refusals import Strange, refusal


def _terms(**given: Strange) -> Terms:
    """Take some terms, the others being absent."""
    absent = dict.fromkeys(("actual", "target", "baseline", "band", "years", "target_years"))
    return Terms.of(**{**absent, "actual": 1, **given})


@pytest.mark.parametrize("name", ["actual", "target", "baseline", "years", "target_years"])
def test_what_is_no_number(name: str) -> None:
    """What is no number is refused, and the argument named in which it stands."""
    fault = refusal(lambda: _terms(**{name: "many"}))

    assert ("'many' is no array of numbers", name) == (fault.what, str(fault.where))
    assert "leave gaps as NaN; make quantities bounds with Bounds.of([...])" == fault.mend


@pytest.mark.parametrize(
    ("band", "what"),
    [
        (90, "'90' is no band"),
        (("few", 95), "'few' is no array of numbers"),
        ((90, "many"), "'many' is no array of numbers"),
        ((95, 90), "the lower edge '95.0' of the band is above its upper edge '90.0'"),
    ],
)
def test_what_is_no_band(band: Strange, what: str) -> None:
    """A band that is none is refused as the band, whatever is wrong with it."""
    fault = refusal(lambda: _terms(band=band))

    assert (what, "band") == (fault.what, str(fault.where))


def test_edges_of_a_band_may_be_one() -> None:
    """A band may be a single value to keep."""
    band = _terms(band=(90, 90)).band

    assert (90.0, 90.0) == (band.low.item(), band.high.item())


def test_absent_terms() -> None:
    """What is not given is missing: one for all the figures, whose number it leaves alone."""
    made = _terms()

    assert () == made.shape
    for figures in (made.target, made.baseline, made.band):
        assert figures.missing.item()
    assert np.isnan([made.years, made.target_years]).all()


def test_one_quantity_or_many() -> None:
    """A quantity stands for all the figures, bounds for one each."""
    made = _terms(actual=Bounds.of([Quantity.at_least(5), None]), target=Quantity.between(8, 9))

    assert ((2,), ()) == (made.shape, made.target.low.shape)
    assert [[False, True], (8.0, 9.0)] == [
        made.actual.missing.tolist(),
        (made.target.low.item(), made.target.high.item()),
    ]
