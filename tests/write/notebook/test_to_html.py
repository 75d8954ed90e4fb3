from datetime import date
from pathlib import Path

import pytest

from command_line import FRAMEWORK, ILLUSTRATION
from drafts import flow, seen
from indh_me.compute import (
    Assessment,
    Collection,
    assess,
    breakdown,
    check,
    collect,
    compare_methods,
    project,
    projections,
    rollup,
    suppress,
)
from indh_me.errors import InvalidInputError
from indh_me.model import Dimension, Framework, Label, Observations, Text
from indh_me.notebook import ShownInNotebook
from indh_me.read import read_framework, read_observations, read_session
from indh_me.survey import training_forms
from indh_me.write import to_html
from shown import LANGUAGES, shown, texts

SESSION = Path(FRAMEWORK).with_name("session.toml")
AS_OF = date(2011, 3, 31)
HOSTILE = "</td><script>alert('x')</script> & \"<b>\""


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return the example of the INDH, assessed by place."""
    table = read_observations(FRAMEWORK, ILLUSTRATION)
    return assess(read_framework(FRAMEWORK), table, as_of=AS_OF, by="place")


@pytest.fixture(scope="module")
def values(assessment: Assessment) -> list[object]:
    """Return a value of every class that is shown."""
    plan = assessment.framework
    table = read_observations(FRAMEWORK, ILLUSTRATION)
    forums = breakdown(plan, table, "C-R3", as_of=AS_OF)
    ahead = projections(plan, table, to="2014", as_of=AS_OF)
    findings = check(plan, table, as_of=AS_OF)
    return [
        *(plan, table, assessment, *assessment.rows, *assessment["C-R3"].groups),
        *(rollup(assessment), forums, suppress(forums), ahead, *ahead.rows, findings, findings[0]),
        *(list(findings), compare_methods(64, 80, 60, direction="increase")),
        collect(framework=plan, known=table),
        *training_forms(read_session(SESSION)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_shown(values: list[object], language: str) -> None:
    """Every value is well-formed, says its language and direction, and holds no script."""
    for value in values:
        root = shown(value, language)

        assert language == root.get("lang")
        assert ("rtl" if language == "ar" else "ltr") == root.get("dir")
        assert [] == list(root.iter("script"))
        assert "http" not in to_html(value, language).replace("http://www.w3.org/2000/svg", "")


def test_every_class_that_asks_for_it_is_shown(values: list[object]) -> None:
    """No class says that it shows itself in a notebook and then does not."""
    classes = {each for each in _below(ShownInNotebook) if each.__module__.startswith("indh_me.")}

    assert set() == classes - {type(value) for value in values}


def _below(kind: type[ShownInNotebook]) -> set[type[ShownInNotebook]]:
    return {each for below in kind.__subclasses__() for each in (below, *_below(below))}


def test_same_value_same_html(assessment: Assessment) -> None:
    """The same value gives the same HTML."""
    assert to_html(assessment, "fr") == to_html(assessment, "fr")


def test_html_shows_itself(assessment: Assessment) -> None:
    """What is asked for in a language is shown by the notebook as it is."""
    made = to_html(assessment, "ar")

    assert made == made._repr_html_()


def test_hostile_texts_stay_texts() -> None:
    """Whatever is written in codes, names and categories is text, never an element."""
    indicator = flow("A", {"2010": 10, "2011": 12}, name=Text.of(en=HOSTILE), dimensions=["sex"])
    sex = Dimension.of("sex", "female")
    plan = Framework(
        code="DEMO",
        languages=["en"],
        title=Text.of(en=HOSTILE),
        description=Text.of(en=HOSTILE),
        dimensions=[sex],
        indicators=[indicator],
    )
    table = Observations.of(seen("A", "2010", 9), seen("A", "2009", 8))
    made = assess(plan, table, as_of=AS_OF)
    for value in (plan, made, made["A"], projections(plan, table)):
        html = to_html(value)

        assert "<script" not in html
        assert "&lt;script&gt;" in html
        assert HOSTILE in "".join(shown(value).itertext())


@pytest.mark.parametrize("value", [12, "text", [12], ("text",), None, object()])
def test_other_values_are_refused(value: object) -> None:
    """What cannot be shown is named, with what can."""
    with pytest.raises(InvalidInputError):
        to_html(value)


def test_refusal_names_what_can_be_shown() -> None:
    """The refusal of a value names the classes that can be shown."""
    with pytest.raises(InvalidInputError, match="'int' cannot be shown") as raised:
        to_html(12)

    assert "Assessment, Breakdown, Collection" in str(raised.value)


def test_language_of_the_framework_is_taken() -> None:
    """Without a language the first one of the framework is taken; without a framework English."""
    plan = Framework(code="DEMO", languages=["fr", "en"], indicators=[flow("A", {"2010": 1})])
    made = assess(plan, as_of=AS_OF)

    assert ["fr", "fr", "fr"] == [shown(each).get("lang") for each in (plan, made, rollup(made))]
    assert "en" == shown(project({"2005": 60, "2006": 62}, to="2010")).get("lang")
    assert "en" == shown(Observations()).get("lang")


def test_labels_of_the_framework_are_taken() -> None:
    """Labels that a framework gives in a language of its own stand in what is shown of it."""
    label = Label(language="es", section="heading", key="code", words="Código")
    indicators = [flow("A", {"2010": 1})]
    plan = Framework(code="DEMO", languages=["es"], labels=[label], indicators=indicators)

    for value in (plan, assess(plan, as_of=AS_OF)):
        assert "Código" in texts(shown(value), "th")


def test_empty_values_are_shown() -> None:
    """Values with nothing in them are shown as such."""
    plan = Framework(code="DEMO", languages=["en"])
    empty = Collection(figures=(), findings=(), known=Observations())

    assert ["DEMO"] == texts(shown(plan), "bdi")
    assert [] == texts(shown(assess(plan, as_of=AS_OF)))
    assert [] == texts(shown(projections(plan)))
    assert [] == texts(shown(Observations()))
    assert [] == texts(shown(empty))
    assert "Nothing was found that needs mending." in "".join(shown(()).itertext())
