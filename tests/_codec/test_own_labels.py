import pytest

from indh_me._codec import framework_from_plain, framework_to_plain
from indh_me.model import Framework, Label
from refusals import Strange, refusals

HEAD = {"framework": {"code": "A", "languages": ["es"]}}


def test_there_and_back() -> None:
    """Labels stand in tables by language and section, and come back as they were."""
    plain = {
        "es": {"status": {"overdue": "Atrasado"}, "heading": {"value": "Valor"}},
        "fr": {"heading": {"target": "Valeur visée"}},
    }
    framework, _ = framework_from_plain({**HEAD, "labels": plain})

    assert Label(language="es", section="heading", key="value", words="Valor") in framework.labels
    assert plain == framework_to_plain(framework)["labels"]
    assert "labels" not in framework_to_plain(Framework(code="A", languages=["es"]))


@pytest.mark.parametrize(
    ("plain", "places"),
    [
        (3, ["labels: not a table"]),
        ({"es": []}, ["labels.es: not a table"]),
        ({"es": {"status": "a"}}, ["labels.es.status: not a table"]),
        ({"es": {"status": {"overdue": 3}}}, ["labels.es.status.overdue: '3' is not a label"]),
        ({"Es": {"status": {}}}, ["labels.Es: 'Es' is not a language tag"]),
        ({"es": {"statu": {"a": "b"}}}, ["labels.es.statu: unknown section of labels 'statu'"]),
        (
            {"es": {"status": {"overdu": "a", "at_risk": "{a}"}, "level": {"x y": "z"}}},
            [
                "labels.es.status.overdu: unknown label 'overdu'",
                (
                    "labels.es.status.at_risk: the words in braces of '{a}' are not those of the "
                    "English label"
                ),
                "labels.es.level.\"x y\": unknown label 'x y'",
            ],
        ),
        (
            {"es": {"status": {"overdue": "At risk"}}},
            ["labels.es.status.overdue: 'At risk' is what status.at_risk says too"],
        ),
    ],
)
def test_faults(plain: Strange, places: list[str]) -> None:
    """All faults of the labels are told together, each with its place."""
    faults = refusals(lambda: framework_from_plain({**HEAD, "labels": plain}))

    assert places == [f"{each.where.path}: {each.what}" for each in faults]
