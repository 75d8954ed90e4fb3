import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from attrs import fields, has
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from indh_me import testing as strategies
from indh_me.errors import UnknownCodeError
from indh_me.model import (
    Baseline,
    Categories,
    Framework,
    Indicator,
    Target,
    Text,
)
from indh_me.testing import frameworks

#: One strategy a class of the model.
VALUES: dict[str, st.SearchStrategy[object]] = {
    "Text": strategies.texts(),
    "Period": strategies.periods(),
    "Quantity": strategies.quantities(),
    "Unit": strategies.units(),
    "Source": strategies.sources(),
    "Citation": strategies.citations(),
    "Categories": strategies.categories(),
    "Dimension": strategies.dimensions(),
    "Result": strategies.results(),
    "Target": strategies.targets(),
    "Baseline": strategies.baselines(),
    "Indicator": strategies.indicators(),
    "Thresholds": strategies.thresholds(),
    "Suppression": strategies.suppressions(),
    "Label": strategies.labels(),
    "Framework": strategies.frameworks(),
    "Observation": strategies.observation_rows(),
}
any_value = st.sampled_from(sorted(VALUES)).flatmap(VALUES.__getitem__)


def _field_names(value: object) -> list[str]:
    """Return the names of a value's fields; what is no class of the model has none."""
    kind: Any = type(value)
    return [each.name for each in fields(kind)] if has(kind) else []


def _inside(value: object) -> Iterator[object]:
    """Yield a value and all that it is made of."""
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
    else:
        for name in _field_names(value):
            yield from _inside(getattr(value, name))


@given(any_value)
def test_no_list_inside(value: object) -> None:
    """A value holds nothing that could be changed in place: no list, dictionary or set."""
    assert not any(isinstance(each, (list, dict, set, bytearray)) for each in _inside(value))


@given(any_value)
def test_equal_values_hash_alike(value: object) -> None:
    """A value that went to another process and back is equal to the first, and hashes alike."""
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes

    assert value == again
    assert hash(value) == hash(again)
    assert 1 == len({value, again})


@given(any_value)
def test_no_field_can_be_set(value: object) -> None:
    """No field of a value, and of all that it is made of, can be set."""
    for each in _inside(value):
        for name in _field_names(each):
            with pytest.raises(FrozenInstanceError):
                setattr(each, name, None)


@given(frameworks())
def test_every_part_is_found(framework: Framework) -> None:
    """Each part of a framework is found by its code, and no other code finds one."""
    assert framework.indicators == tuple(
        framework.indicator(each.code) for each in framework.indicators
    )
    assert framework.results == tuple(framework.result(each.code) for each in framework.results)
    assert framework.sources == tuple(framework.source(each.code) for each in framework.sources)
    assert framework.dimensions == tuple(
        framework.dimension(each.code) for each in framework.dimensions
    )
    with pytest.raises(UnknownCodeError):
        framework.indicator("no such code")


@given(frameworks())
def test_every_indicator_is_of_one_result(framework: Framework) -> None:
    """The indicators of all results, and those of none, are all indicators, each once."""
    results = [None, *(each.code for each in framework.results)]
    found = [each.code for result in results for each in framework.indicators_of(result)]

    assert sorted(each.code for each in framework.indicators) == sorted(found)


@given(frameworks(), st.data())
def test_adding_does_not_change_the_first(framework: Framework, data: st.DataObject) -> None:
    """The methods that make a framework with more parts leave the first one as it was."""
    before = pickle.dumps(framework)
    tags = framework.languages
    source = data.draw(strategies.sources(tags))
    dimension = data.draw(strategies.dimensions(tags))
    result = data.draw(strategies.results(tags))
    indicator = data.draw(strategies.indicators(tags))
    limits = data.draw(strategies.thresholds(tags))
    changed = (
        framework.with_sources(source)
        .with_results(result)
        .with_indicators(indicator)
        .with_thresholds(limits)
    )
    codes = {each.code for each in framework.dimensions}
    if dimension.code not in codes:
        changed = changed.with_dimensions(dimension)
        assert dimension == changed.dimension(dimension.code)

    assert pickle.loads(before) == framework  # noqa: S301 - our own bytes
    assert (source, result) == (changed.source(source.code), changed.result(result.code))
    assert (indicator, limits) == (changed.indicator(indicator.code), changed.thresholds)


@given(frameworks())
def test_adding_what_is_there_changes_nothing(framework: Framework) -> None:
    """A framework with its own parts added is equal to itself."""
    again = (
        framework.with_sources(*framework.sources)
        .with_dimensions(*framework.dimensions)
        .with_results(*framework.results)
        .with_indicators(*framework.indicators)
        .with_thresholds(framework.thresholds)
    )

    assert framework == again


@given(strategies.indicators(), strategies.targets(), strategies.baselines())
def test_targets_of_an_indicator_replace_the_old(
    indicator: Indicator, target: Target, baseline: Baseline
) -> None:
    """Giving targets and a baseline makes another indicator and leaves the first as it was."""
    before = pickle.dumps(indicator)
    if not indicator.unit.is_milestone:
        changed = indicator.with_targets(target).with_baseline(baseline)
        assert ((target,), baseline) == (changed.targets, changed.baseline)

    assert pickle.loads(before) == indicator  # noqa: S301 - our own bytes
    assert indicator == indicator.with_targets(*reversed(indicator.targets))


@given(strategies.targets(), strategies.days())
def test_value_in_force_is_one_of_the_target(target: Target, day: date) -> None:
    """On any day the value in force is the original or a revision decided by that day."""
    decided = [each.value for each in target.revisions if each.date <= day]

    assert (decided[-1] if decided else target.value) == target.in_force(day)


@given(strategies.texts(), strategies.texts())
def test_words_added_are_there(text: Text, more: Text) -> None:
    """A text with the words of another has these, and otherwise its own."""
    both = text.with_words(**more.as_mapping())

    assert {**text.as_mapping(), **more.as_mapping()} == both.as_mapping()
    assert () == both.missing([*text.languages, *more.languages])


@given(strategies.categories())
def test_written_address_reads_back(categories: Categories) -> None:
    """Reading what an address is written as gives the address."""
    assert categories == Categories.parse(str(categories))
