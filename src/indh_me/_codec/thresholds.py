"""Thresholds that a framework file takes from a published rule."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from indh_me.compute import Preset, presets
from indh_me.errors import Fault, InvalidInputError, nearest
from indh_me.model import Text, Thresholds

from .faults import shown
from .scalars import wrong

__all__ = ["EDGES", "PRESETS", "preset_thresholds", "refuse_edges"]

#: Keys of a framework's own rule.
EDGES = ("on_track", "at_risk")
#: Rules whose edges are rates of achievement, as those of a framework are.
PRESETS = tuple(each.code for each in presets() if each.thresholds is not None)


def preset_thresholds(code: object, languages: Sequence[str]) -> Thresholds:
    """Give the thresholds of a preset, its name in the languages of a framework.

    Parameters
    ----------
    code
        What stands in the file.
    languages
        Tags of the framework's languages; none at all takes any.

    Raises
    ------
    ParseError
        When the code is no string.
    InvalidInputError
        When no preset has it, or one whose edges are not rates of achievement.

    Examples
    --------
    >>> made = preset_thresholds("undp_irrf", ["fr"])
    >>> made.on_track, made.basis.languages
    (0.8, ('fr',))
    """
    if not isinstance(code, str):
        error = wrong(code, "the code of a preset", f'write preset = "{PRESETS[0]}"')
        raise InvalidInputError(*(evolve(each, where="preset") for each in error.faults))
    for each in presets():
        if each.code == code:
            return _in_languages(each, languages)
    raise InvalidInputError(
        Fault(f"unknown preset {shown(code)}", "preset", nearest(code, PRESETS))
    )


def _in_languages(rule: Preset, languages: Sequence[str]) -> Thresholds:
    found = rule.thresholds
    if found is None:
        mend = (
            f'write preset = "{PRESETS[0]}", or on_track and at_risk;'
            f" 'indh-me assess --preset {rule.code}' shows the classes of this one"
        )
        what = f"the edges of preset {shown(rule.code)} are not rates of achievement"
        raise InvalidInputError(Fault(what, "preset", mend))
    names = {tag: rule.name.get(tag.partition("-")[0]) for tag in languages}
    kept = {tag: name for tag, name in names.items() if name is not None}
    if len(languages) == 0:
        return found
    return evolve(found, basis=Text(kept) if kept else None)


def refuse_edges(table: Mapping[str, Any]) -> None:
    """Refuse edges that stand beside a preset, which has its own.

    Raises
    ------
    InvalidInputError
        For each of them.
    """
    faults = [
        Fault(f"key {key!r} beside 'preset'", key, "delete one of the two")
        for key in EDGES
        if key in table
    ]
    if faults:
        raise InvalidInputError(*faults)
