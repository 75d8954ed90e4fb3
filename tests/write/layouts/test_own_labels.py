from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

import indh_me as me
from indh_me.catalog import labels
from indh_me.write.grid import Formula, Sheet
from indh_me.write.layouts import LAYOUTS
from indh_me.write.sheets.entry_columns import FIRST_ROW, POSITION
from indh_me.write.workbook import workbook
from recalculation import recalculate

INDH = Path(__file__).parents[3] / "examples" / "indh"
DAY = date(2011, 3, 31)
#: Every label in an invented language: English with a letter before it.
OWN = [
    me.Label(language="qaa", section=section, key=key, words=f"ñ{words['en']}")
    for section, keys in labels().items()
    for key, words in keys.items()
]
#: What English labels say, as far as it is not filled in.
ENGLISH = {words["en"] for keys in labels().values() for words in keys.values()}
#: English words that are also codes, which are the same in all languages.
CODES = {"key", "A++", "A+", "A", "B", "C"}


def example(*own: me.Label) -> tuple[me.Framework, me.Observations, me.Observations]:
    """Give the example with labels of its own, the figures inside its file and those beside."""
    framework, inside = me.read_framework_file(INDH / "framework.toml")
    return framework.with_labels(*own), inside, me.read_observations(INDH / "illustration.csv")


def texts(sheet: Sheet) -> Iterator[str]:
    """Give what cells and messages of a sheet say."""
    yield sheet.name
    for cell in sheet.cells:
        value = cell.value.value if isinstance(cell.value, Formula) else cell.value
        if isinstance(value, str):
            yield value
    for rule in sheet.validations:
        yield from (rule.title or "", rule.message or "", rule.error_title or "", rule.error or "")


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_nothing_is_said_in_english(name: str, tmp_path: Path) -> None:
    """With all labels given, no cell of a workbook says an English one, and it comes back."""
    framework, inside, known = example(*OWN)
    seen = me.Observations.concatenate(inside, known)
    assessment = me.assess(framework, seen, as_of=DAY)
    ahead = me.projections(framework, seen, as_of=DAY)
    book = workbook(assessment, seen, layout=name, language="qaa", projections=ahead)
    shown = [text for each in book.sheets if not each.name.startswith("_") for text in texts(each)]
    file = tmp_path / "book.xlsx"
    me.write_workbook(assessment, seen, file, layout=name, language="qaa")
    made = me.collect(me.read_workbook(file), framework=framework, known=known, in_framework=inside)

    assert set() == ENGLISH.intersection(shown) - CODES
    assert len([text for text in shown if text.startswith("ñ")]) > 200
    assert {me.Outcome.SAME} == {each.outcome for each in made.figures}
    assert () == tuple(made.findings)


def test_explanations_and_tables_say_them() -> None:
    """An explanation, a projection and its chart say the labels of the framework."""
    framework, inside, known = example(*OWN)
    seen = me.Observations.concatenate(inside, known)
    assessment = me.assess(framework, seen, as_of=DAY)
    row = me.projections(framework, seen, as_of=DAY)["T-R1"]
    told = me.explain_indicator(assessment, seen, "T-R1", "qaa").splitlines()

    assert "ñas of 2011-03-31" == told[1].lower()
    assert me.explain(row, "qaa", framework.labels).startswith("ñ")
    assert "ñ" in me.fan_chart(row, "qaa", framework.labels)
    assert me.explain(me.rollup(assessment), "qaa") == me.explain(
        me.rollup(assessment), "qaa", framework.labels
    )


def test_read_me_says_what_is_missing() -> None:
    """*Read me* says when words of the workbook are in English, and only then."""
    late = me.Label(language="es", section="status", key="overdue", words="Atrasado")
    for own, language, said in (
        ([late], "es", True),
        ([late], "fr", False),
        (OWN, "qaa", False),
    ):
        framework, seen, _ = example(*own)
        made = workbook(me.assess(framework, seen, as_of=DAY), seen, language=language)
        shown = list(texts(made.sheets[0]))
        missing = (
            "The framework does not give all labels in es; those that are missing are in English."
        )

        assert said == (missing in shown)


def test_filled_in_words_of_its_own(tmp_path: Path) -> None:
    """A figure that is filled in with the framework's own words is read by them."""
    framework, inside, _ = example(
        me.Label(language="es", section="known_as", key="at_least", words="por lo menos"),
        me.Label(language="es", section="heading", key="value", words="Valor"),
        me.Label(language="es", section="sheet", key="data_entry", words="Carga"),
    )
    file = tmp_path / "book.xlsx"
    me.write_workbook(me.assess(framework, inside, as_of=DAY), inside, file, language="es")
    book = load_workbook(file)
    for column, cell in (("value", 5), ("known_as", "Por lo menos")):
        book["Carga"].cell(FIRST_ROW + 1, POSITION[column] + 1).value = cell
    book.save(file)
    read = me.read_workbook(file)

    assert "es" == read.language
    assert me.Quantity.at_least(5) == read.figures[0].value


def test_statuses_that_a_spreadsheet_takes_for_patterns(tmp_path: Path, libreoffice: str) -> None:
    """Indicators are counted by labels of any form, such as a spreadsheet compares numbers with."""
    words = ("=1+1", "<5", ">=0 %", "<>", "*", "?", "~*", "^a|b$", "1 000")
    statuses = zip(labels()["status"], words, strict=True)
    framework, inside, known = example(
        *(me.Label(language="es", section="status", key=key, words=said) for key, said in statuses)
    )
    seen = me.Observations.concatenate(inside, known)
    files = []
    for day in (date(2008, 3, 27), DAY):
        files.append(tmp_path / f"{day}.xlsx")
        me.write_workbook(me.assess(framework, seen, as_of=day), seen, files[-1], language="es")
    made = recalculate(files, libreoffice)

    assert () == made.differences
    assert made.formulas > 600
