import pytest

from indh_me.catalog.presets import rules
from indh_me.compute.banding import NoBand
from indh_me.compute.presets import Preset, preset, presets
from indh_me.errors import UnknownCodeError
from indh_me.model import Thresholds
from refusals import refusal


@pytest.mark.parametrize("each", presets(), ids=lambda each: each.code)
def test_preset_is_whole(each: Preset) -> None:
    """Each preset and each of its classes has a name in three languages, and the preset a source;
    edges fall from class to class, and only the last class has none.
    """
    classes = [*each.bands, *(() if each.met is None else (each.met,))]
    edges = [band.edge for band in each.bands]
    known = [edge for edge in edges if edge is not None]

    for name in (each.name, *(band.name for band in classes)):
        assert () == name.missing(("ar", "fr", "en"))
    assert each.source.label is not None
    assert each.source.address is not None
    assert edges[-1] is None
    assert len(edges) - 1 == len(known)
    assert sorted(set(known), reverse=True) == known
    assert len(classes) == len({band.code for band in classes})


def test_thresholds_of_undp_are_the_default_ones() -> None:
    """The UNDP preset, as thresholds, has the edges that a framework has by default."""
    found = preset("undp_irrf").thresholds

    assert found is not None
    assert (Thresholds().on_track, Thresholds().at_risk) == (found.on_track, found.at_risk)
    assert preset("undp_irrf").name == found.basis


@pytest.mark.parametrize("code", ["pepfar", "open_sdg", "open_sdg_no_target", "within_15"])
def test_other_presets_are_no_thresholds(code: str) -> None:
    """Edges that are not edges of a rate of achievement are no thresholds of a framework."""
    assert preset(code).thresholds is None


def test_unknown_preset() -> None:
    """An unknown preset is named, with the nearest one."""
    fault = refusal(lambda: preset("pepfra"), UnknownCodeError)

    assert "unknown preset 'pepfra'" == fault.what
    assert fault.mend.startswith("did you mean 'pepfar'?")


def test_every_reason_has_words() -> None:
    """Each reason for giving no class has its words in three languages, and no word is idle."""
    words = rules()["reasons"]

    assert {each.value for each in NoBand} == set(words)
    assert all({"ar", "fr", "en"} == set(each) for each in words.values())
