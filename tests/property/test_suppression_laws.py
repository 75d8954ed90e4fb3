"""Suppressions and selections only sort findings: none is made, lost or changed by them."""

from datetime import date

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.compute import check
from indh_me.compute.check import RULES
from indh_me.model import Framework, Observations, Suppression, Text
from indh_me.model.suppression import PLACE
from indh_me.testing import days, frameworks, observations

UNUSED = "ME061"
IDS = [rule.id for rule in RULES]
REASON = Text.of(en="known")


def _key_ends(path: str) -> list[str]:
    """Cut a path after each of its keys, quoted ones in one piece."""
    ends, quoted, at = [], False, 0
    while at < len(path):
        if path[at] == "\\":
            at += 1
        elif path[at] == '"':
            quoted = not quoted
        elif path[at] in ".[" and not quoted:
            ends.append(path[:at])
        at += 1
    return [*ends, path]


@st.composite
def _checked(draw: DrawFn) -> tuple[Framework, Observations, date | None]:
    """Give a framework that suppresses some of what is found in it, observations, and a day."""
    framework = draw(frameworks())
    rows = [draw(observations(framework)), draw(observations(max_size=3))]
    table, as_of = Observations.concatenate(*rows), draw(st.none() | days())
    found = check(evolve(framework, suppressions=[]), table, as_of=as_of)
    some = draw(st.lists(st.sampled_from(found), max_size=3)) if found else []
    made = [
        Suppression(
            rule=each.id,
            place=draw(st.sampled_from([None, *_key_ends(each.place.path)])),
            reason=REASON,
        )
        for each in some
    ]
    return framework.with_suppressions(*made), table, as_of


CHECKED = _checked()


@settings(max_examples=25)  # Whole frameworks with all their words take long to make.
@given(CHECKED)
def test_findings_are_left_or_suppressed(
    checked: tuple[Framework, Observations, date | None],
) -> None:
    """Every finding is left or suppressed, in its order, and but for that what it was."""
    framework, table, as_of = checked
    bare = check(evolve(framework, suppressions=[]), table, as_of=as_of)
    everything = check(framework, table, as_of=as_of, suppressed=True)
    left = check(framework, table, as_of=as_of)

    assert bare == tuple(evolve(each, suppressed=None) for each in everything if each.id != UNUSED)
    assert left == tuple(each for each in everything if each.suppressed is None)


@settings(max_examples=25)  # The same.
@given(CHECKED)
def test_suppressions_work_or_are_told(
    checked: tuple[Framework, Observations, date | None],
) -> None:
    """A suppression that hides nothing is told if enough was seen, one that does is not."""
    framework, table, as_of = checked
    told = {each.place.path for each in check(framework, table, as_of=as_of, select=UNUSED)}
    for at, suppression in enumerate(framework.suppressions):
        alone = evolve(framework, suppressions=[suppression])
        found = check(alone, table, as_of=as_of, suppressed=True)
        works = any(each.suppressed is not None for each in found)
        is_told = bool(told & {f"suppressions[{at}]", f"suppressions[{at}].rule"})

        assert not (works and is_told)
        assert works or is_told or as_of is None or len(table) == 0


@settings(max_examples=25)  # The same.
@given(CHECKED, st.lists(st.sampled_from(IDS)), st.lists(st.sampled_from(IDS)))
def test_selection_only_leaves_out(
    checked: tuple[Framework, Observations, date | None], select: list[str], ignore: list[str]
) -> None:
    """What is found with some rules is what all rules find, without the findings of the others."""
    framework, table, as_of = checked
    chosen = set(select or IDS) - set(ignore)
    everything = check(framework, table, as_of=as_of, suppressed=True)

    assert tuple(each for each in everything if each.id in chosen) == check(
        framework, table, as_of=as_of, select=select, ignore=ignore, suppressed=True
    )


@settings(max_examples=25)  # The same.
@given(CHECKED)
def test_places_can_be_suppressed(
    checked: tuple[Framework, Observations, date | None],
) -> None:
    """Every finding tells a place that can be copied into a suppression."""
    framework, table, as_of = checked
    paths = [each.place.path for each in check(framework, table, as_of=as_of, suppressed=True)]

    assert [] == [path for path in paths if PLACE.fullmatch(path) is None]
