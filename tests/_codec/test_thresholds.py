from typing import Any

import pytest

from indh_me._codec import framework_from_plain, framework_to_plain
from indh_me._codec.thresholds import PRESETS
from indh_me.compute import presets
from indh_me.errors import Fault
from indh_me.model import Text, Thresholds
from refusals import Strange, refusals

UNDP = "UNDP, Integrated Results and Resources Framework: 80 / 60"


def _read(languages: tuple[str, ...] = ("en",), **thresholds: Strange) -> Thresholds:
    plain: dict[str, Any] = {
        "framework": {"code": "A", "languages": list(languages)},
        "thresholds": thresholds,
    }
    framework, _ = framework_from_plain(plain)

    assert (framework, ()) == framework_from_plain(framework_to_plain(framework))
    return framework.thresholds


def test_thresholds_of_a_preset() -> None:
    """A preset gives its edges and its name, and what is read can be written and read again."""
    assert Thresholds(on_track=0.8, at_risk=0.6, basis=Text.of(en=UNDP)) == _read(
        preset="undp_irrf"
    )


@pytest.mark.parametrize(
    ("languages", "named"),
    [
        (("fr", "ar"), ("ar", "fr")),
        (("fr-MA", "en"), ("en", "fr-MA")),
        (("es", "en"), ("en",)),
    ],
)
def test_name_in_the_languages_of_the_framework(
    languages: tuple[str, ...], named: tuple[str, ...]
) -> None:
    """The name of the rule is kept in the languages of the framework that it has."""
    basis = _read(languages, preset="undp_irrf").basis

    assert basis is not None
    assert named == basis.languages


def test_no_language_in_common() -> None:
    """A framework in another language has the edges, and no basis that it could not keep."""
    assert Thresholds(on_track=0.8, at_risk=0.6) == _read(("es",), preset="undp_irrf")


def test_basis_of_ones_own() -> None:
    """Words of the framework's own stand in the place of the name of the rule."""
    assert Text.of(es="semáforo") == _read(("es",), preset="undp_irrf", basis="semáforo").basis


def test_presets_that_give_thresholds() -> None:
    """Those whose edges are rates of achievement are offered, and no others."""
    assert ("undp_irrf",) == PRESETS


@pytest.mark.parametrize(
    ("thresholds", "faults"),
    [
        (
            {"preset": "pepfar"},
            [
                Fault(
                    "the edges of preset 'pepfar' are not rates of achievement",
                    "thresholds.preset",
                    'write preset = "undp_irrf", or on_track and at_risk;'
                    " 'indh-me assess --preset pepfar' shows the classes of this one",
                )
            ],
        ),
        (
            {"preset": "undp_irf"},
            [
                Fault(
                    "unknown preset 'undp_irf'",
                    "thresholds.preset",
                    "did you mean 'undp_irrf'? known: undp_irrf",
                )
            ],
        ),
        (
            {"preset": 8},
            [
                Fault(
                    "the code of a preset is needed here, not the number '8'",
                    "thresholds.preset",
                    'write preset = "undp_irrf"',
                )
            ],
        ),
        (
            {"preset": "undp_irrf", "at_risk": 0.5, "on_track": "high"},
            [
                Fault(
                    "key 'on_track' beside 'preset'",
                    "thresholds.on_track",
                    "delete one of the two",
                ),
                Fault(
                    "key 'at_risk' beside 'preset'",
                    "thresholds.at_risk",
                    "delete one of the two",
                ),
            ],
        ),
        (
            {"preset": "undp_irrf", "baiss": "x"},
            [
                Fault(
                    "unknown key 'baiss'",
                    "thresholds.baiss",
                    "did you mean 'basis'? known: on_track, at_risk, basis, preset",
                )
            ],
        ),
    ],
    ids=["measure", "unknown", "number", "edges", "key"],
)
def test_faulty_presets(thresholds: dict[str, Strange], faults: list[Fault]) -> None:
    """What cannot be taken from a preset is told with its place, and with what to write."""
    assert faults == list(refusals(lambda: _read(**thresholds)))


def test_all_faults_at_once() -> None:
    """An unknown preset, an edge beside it and a basis in no language are reported together."""
    faults = refusals(lambda: _read(preset="x", on_track=1, basis={"fr": "nous"}))

    assert ["thresholds.on_track", "thresholds.preset", "thresholds.basis.fr"] == [
        fault.where.path for fault in faults
    ]


@pytest.mark.parametrize("code", [each.code for each in presets()])
def test_languages_that_cannot_be_read(code: str) -> None:
    """A framework without languages is faulty, and its preset is judged all the same."""
    plain = {"framework": {"code": "A"}, "thresholds": {"preset": code}}
    paths = {fault.where.path for fault in refusals(lambda: framework_from_plain(plain))}

    assert ("thresholds.preset" in paths) == (code not in PRESETS)
