import json
import subprocess
import sys
from typing import Any

import pytest
from attrs import has
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import indh_me as me
from indh_me import model, testing
from indh_me.survey import Instrument
from indh_me.testing import simplest
from indh_me.testing.types import STRATEGIES


def run(program: str) -> Any:  # noqa: ANN401 - plain data
    """Run a program in a process of its own, and read what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def test_every_class_of_the_model_has_a_strategy() -> None:
    """Each class of values of the model, and forms, are registered under a public strategy."""
    classes = {kind for kind in vars(model).values() if isinstance(kind, type) and has(kind)}

    assert classes | {Instrument} == set(STRATEGIES)
    assert set(STRATEGIES.values()) <= set(testing.__all__)


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_values_are_made_by_their_class(kind: type, data: DataObject) -> None:
    """Hypothesis makes well formed values of each class of the model when asked by the class."""
    assert isinstance(data.draw(st.from_type(kind)), kind)


@given(framework=..., period=...)
def test_annotations_suffice(framework: me.Framework, period: me.Period) -> None:
    """A test is given values by the annotations of its arguments alone."""
    assert isinstance(framework, me.Framework)
    assert isinstance(period, me.Period)


def test_import_of_the_package_imports_no_hypothesis() -> None:
    """Neither the package nor its model imports Hypothesis."""
    program = (
        "import json, sys, indh_me, indh_me.model; print(json.dumps('hypothesis' in sys.modules))"
    )

    assert run(program) is False


def test_import_of_hypothesis_imports_no_model() -> None:
    """Importing Hypothesis imports nothing of the package but what waits for the model."""
    program = (
        "import json, sys, hypothesis\n"
        "heavy = {'attrs', 'indh_me.model', 'indh_me.testing.strategies', 'numpy'}\n"
        "waits = 'indh_me.testing.registration' in sys.modules\n"
        "print(json.dumps([waits, *heavy & set(sys.modules)]))"
    )

    assert [True] == run(program)


@pytest.mark.parametrize(
    "imports",
    [
        "import hypothesis, indh_me as me",
        "import indh_me as me; me.Unit; import hypothesis",
        "import indh_me.model, hypothesis; import indh_me as me",
        "from hypothesis import strategies; import indh_me.model.unit; import indh_me as me",
        "import hypothesis, indh_me.survey.choice; import indh_me as me",
        "import hypothesis, indh_me as me; me.ChoiceList",
    ],
)
def test_order_of_imports_does_not_matter(imports: str) -> None:
    """The classes are registered whichever of Hypothesis and the model is imported first."""
    program = (
        f"{imports}\nimport json, sys\nfrom hypothesis import strategies as st\n"
        "made = repr(st.from_type(me.Unit))\n"
        "finders = [type(each).__name__ for each in sys.meta_path]\n"
        "import indh_me.model\n"
        "loaders = [type(indh_me.model.__spec__.loader), type(indh_me.model.__loader__)]\n"
        "print(json.dumps([made, finders.count('_ModelFinder'), [k.__name__ for k in loaders]]))\n"
    )
    made, waiting, loaders = run(program)

    assert "sampled_from([Unit(kind=" in made
    assert 0 == waiting
    assert ["SourceFileLoader"] * 2 == loaders


def test_simplest_framework_by_its_class() -> None:
    """What is made by its class shrinks as what is made by its strategy."""
    by_class = simplest(st.from_type(me.Framework), lambda each: each.indicators)

    assert by_class == simplest(testing.frameworks(), lambda each: each.indicators)
