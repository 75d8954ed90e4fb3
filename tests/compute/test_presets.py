import pytest

from indh_me.catalog.presets import rules
from indh_me.compute.banding import NoBand
from indh_me.compute.presets import Measure, Preset, preset, presets
from indh_me.errors import UnknownCodeError
from indh_me.model import Text, Thresholds
from refusals import refusal

#: Classes by preset: code, lower edge, whether the edge belongs to it; then that of a met target.
PUBLISHED = {
    "undp_irrf": (
        Measure.RATE,
        [("green", 0.8, True), ("yellow", 0.6, True), ("red", None, True)],
        None,
    ),
    "pepfar": (
        Measure.RATE_MINUS_GOAL,
        [
            ("above_target", 0.1, False),
            ("on_target", -0.1, True),
            ("at_risk", -0.25, True),
            ("concerned", None, True),
        ],
        None,
    ),
    "open_sdg": (
        Measure.GROWTH_RATIO,
        [
            ("on_track", 0.95, True),
            ("acceleration_needed", 0.6, True),
            ("limited_progress", 0.0, True),
            ("deterioration", None, True),
        ],
        ("target_achieved", None, True),
    ),
    "open_sdg_no_target": (
        Measure.GROWTH,
        [
            ("on_track", 0.015, True),
            ("acceleration_needed", 0.005, True),
            ("limited_progress", 0.0, True),
            ("deterioration", None, True),
        ],
        None,
    ),
    "within_15": (
        Measure.ACTUAL_TO_TARGET,
        [("over", 1.15, False), ("on_scope", 0.85, True), ("under", None, True)],
        None,
    ),
}


def test_presets_are_those_published() -> None:
    """Each preset measures what its publisher measures, and has its classes and their edges."""
    presets.cache_clear()  # Read anew, whoever has asked for them before.

    assert PUBLISHED == {
        each.code: (
            each.measure,
            [(band.code, band.edge, band.holds_edge) for band in each.bands],
            None if each.met is None else (each.met.code, each.met.edge, each.met.holds_edge),
        )
        for each in presets()
    }


def test_presets_have_the_words_of_the_catalogue() -> None:
    """Presets and classes are called as the catalogue calls them, and cite what it cites."""
    presets.cache_clear()
    found = {each.code: each for each in presets()}

    for code, table in rules()["presets"].items():
        classes = [*table["classes"], *([table["met"]] if "met" in table else [])]
        made = found[code]
        named = [*made.bands, *(() if made.met is None else (made.met,))]
        assert Text(table["name"]) == made.name
        assert [Text(each["name"]) for each in classes] == [each.name for each in named]
        assert (code, Text.of(en=table["source"]["label"]), table["source"]["address"]) == (
            made.source.code,
            made.source.label,
            made.source.address,
        )


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

    assert ("unknown preset 'pepfra'", "preset") == (fault.what, str(fault.where))
    assert fault.mend.startswith("did you mean 'pepfar'?")


def test_every_reason_has_words() -> None:
    """Each reason for giving no class has its words in three languages, and no word is idle."""
    words = rules()["reasons"]

    assert {each.value for each in NoBand} == set(words)
    assert all({"ar", "fr", "en"} == set(each) for each in words.values())
