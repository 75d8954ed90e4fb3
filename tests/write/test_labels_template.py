import tomllib

from indh_me._codec import framework_from_plain
from indh_me.catalog import labels
from indh_me.model import Framework, Label
from indh_me.write import labels_template
from refusals import refusal

LATE = Label(language="es", section="status", key="overdue", words='"Atrasado"')
HEAD = {"framework": {"code": "A", "languages": ["es"]}}


def read(text: str) -> Framework:
    """Read the labels as those of a framework."""
    return framework_from_plain({**HEAD, **tomllib.loads(text)})[0]


def test_nothing_is_translated_yet() -> None:
    """As it is listed, nothing counts as translated."""
    assert () == read(labels_template("es")).labels


def test_every_label_has_its_line() -> None:
    """Without the signs before its lines, it gives every label, in the words of English."""
    lines = [
        line.removeprefix("# ") for line in labels_template("es").splitlines() if " = " in line
    ]
    tables = labels_template("es").splitlines()
    text = "\n".join(line.removeprefix("# ") if " = " in line else line for line in tables)
    framework = read(text)

    assert sum(map(len, labels().values())) == len(lines) == len(framework.labels)
    assert all(labels()[each.section][each.key]["en"] == each.words for each in framework.labels)


def test_what_the_framework_has() -> None:
    """What a framework gives stands there as it is; other languages are shown in their words."""
    framework = Framework(code="A", languages=["es"], labels=[LATE])

    assert (LATE,) == read(labels_template("es", framework)).labels
    assert '# overdue = "Échéance dépassée"' in labels_template("fr", framework)
    assert '# overdue = "\\"Atrasado\\""' in labels_template("es-MX", framework)


def test_language() -> None:
    """What is no language tag is refused."""
    assert "is not a language tag" in refusal(lambda: labels_template("Español")).what
