import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from drafts import content, flow, seen
from golden_files import GoldenFiles
from indh_me.compute import Assessment, assess, projections
from indh_me.errors import InvalidInputError, OutputError
from indh_me.model import Framework, Observations
from indh_me.read import read_framework, read_observations
from indh_me.write import write_workbook
from indh_me.write.cell import Formula
from indh_me.write.transcript import sheet_lines
from indh_me.write.workbook import workbook

EXAMPLES = Path(__file__).parents[2] / "examples"
INDH, PROJECTION = EXAMPLES / "indh", EXAMPLES / "projection"
ARABIC = re.compile("[\u0621-\u064a]")
#: A day behind an Arabic letter, without a mark before it.
TURNED_ROUND = re.compile("[\u0621-\u064a][^\u200e]*\\b[0-9]{4}-[0-9]{2}")
CODE_OR_PERIOD = re.compile("[A-Z]-[A-Z][0-9]|[0-9]{4}[0-9/-]*")
WRITE = """
import sys
from datetime import date
import indh_me as me

framework = me.read_framework(sys.argv[1])
observations = me.read_observations(sys.argv[1], sys.argv[2])
assessment = me.assess(framework, observations, as_of=date(2011, 3, 31))
me.write_workbook(assessment, observations, sys.argv[3], language=sys.argv[4])
"""


@pytest.fixture(scope="module")
def indh() -> tuple[Assessment, Observations]:
    """Assess the example, with invented figures, after its last year."""
    framework = read_framework(INDH / "framework.toml")
    observations = read_observations(INDH / "framework.toml", INDH / "illustration.csv")
    return assess(framework, observations, as_of=date(2011, 3, 31)), observations


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_workbook_of_the_example(
    language: str, indh: tuple[Assessment, Observations], golden: GoldenFiles
) -> None:
    """The workbook of the example is cell for cell what was looked at and found right."""
    golden.check(f"workbook-{language}.txt", f"{workbook(*indh, language=language)}\n")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_projections_of_the_example(language: str, golden: GoldenFiles) -> None:
    """The sheets of the projections are cell for cell what was looked at and found right."""
    file = PROJECTION / "framework.toml"
    framework = read_framework(file)
    table = read_observations(file, PROJECTION / "observations.csv")
    day = date(2011, 3, 31)
    made = projections(framework, table, as_of=day)
    book = workbook(assess(framework, table, as_of=day), table, language=language, projections=made)

    assert ["_projection"] == [each.name for each in book.sheets[6:7]]
    text = "\n\n".join("\n".join(sheet_lines(each)) for each in book.sheets[5:7])
    golden.check(f"workbook-projection-{language}.txt", f"{text}\n")


def test_projections_of_another_framework(indh: tuple[Assessment, Observations]) -> None:
    """Projections of another framework are refused."""
    other = projections(Framework(code="DEMO", languages=["fr"]))

    with pytest.raises(InvalidInputError, match="those of another framework"):
        workbook(*indh, projections=other)


def test_other_sheets_are_as_without_projections(indh: tuple[Assessment, Observations]) -> None:
    """But for the line about the sheet on *Read me*, projections change no other sheet."""
    made = projections(indh[0].framework, indh[1], as_of=date(2011, 3, 31))
    without, with_them = workbook(*indh), workbook(*indh, projections=made)
    others = [each for each in with_them.sheets if each.name not in {"الإسقاط", "_projection"}]

    assert [each.name for each in without.sheets] == [each.name for each in others]
    assert without.sheets[1:] == tuple(others[1:])
    assert "الإسقاط" in str(others[0])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_equal_input_gives_equal_bytes(language: str, tmp_path: Path) -> None:
    """Two processes, in which sets have another order, write the same bytes."""
    written = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.xlsx"
        paths = (str(INDH / "framework.toml"), str(INDH / "illustration.csv"), str(file))
        subprocess.run(
            [sys.executable, "-c", WRITE, *paths, language],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        written.append(file.read_bytes())

    assert written[0] == written[1]


def test_default_language_is_the_first(indh: tuple[Assessment, Observations]) -> None:
    """Without a language the workbook is in the framework's first."""
    assert workbook(*indh) == workbook(*indh, language="ar")


def test_arabic_reads_in_its_order(indh: tuple[Assessment, Observations]) -> None:
    """Behind Arabic words no date is turned round, and no sign is mirrored; codes and periods that
    stand alone read from left to right.
    """
    book = workbook(*indh, language="ar")
    texts = [
        (cell.value, cell.style)
        for sheet in book.sheets
        if sheet.right_to_left
        for cell in sheet.cells
        if isinstance(cell.value, str)
    ]
    arabic = [(text, style) for text, style in texts if ARABIC.search(text) is not None]
    loose = [
        (text, style) for text, style in texts if CODE_OR_PERIOD.fullmatch(text.strip("\u200e"))
    ]

    assert len(arabic) > 200
    assert len(loose) > 100
    assert [] == [text for text, _ in arabic if TURNED_ROUND.search(text) is not None]
    assert [] == [text for text, _ in arabic if set(text) & set("<>≤≥")]
    assert [] == [text for text, style in arabic if not (style.right_to_left and style.arabic)]
    assert [] == [
        text
        for text, style in loose
        if style.right_to_left is not False and not text.startswith("\u200e")
    ]


@pytest.mark.parametrize("language", ["es", "ur", "zgh"])
def test_language_without_labels(language: str, indh: tuple[Assessment, Observations]) -> None:
    """A language without labels has English ones; its texts say where they are borrowed from."""
    book = workbook(*indh, language=language)

    assert ("Tracking", language == "ur") == (book.sheets[2].name, book.sheets[2].right_to_left)
    assert "[ar]" in str(book.sheet("Logframe").cell("A1").value)


@pytest.mark.parametrize(("language", "second"), [("ar", "fr"), ("fr", "ar"), ("en", "ar")])
def test_two_languages(language: str, second: str, indh: tuple[Assessment, Observations]) -> None:
    """A second language adds its headings and texts below the first; every formula stays."""
    one, two = (
        workbook(*indh, language=language),
        workbook(*indh, language=language, second_language=second),
    )
    other = workbook(*indh, language=second)
    name = one.sheets[2].name

    assert [each.name for each in one.sheets] == [each.name for each in two.sheets]
    for before, after in zip(one.sheets[1:], two.sheets[1:], strict=True):
        formulas = [
            {
                (cell.row, cell.column): cell.value
                for cell in sheet.cells
                if isinstance(cell.value, Formula)
            }
            for sheet in (before, after)
        ]
        assert formulas[0] == formulas[1]
    for address in ("A4", "B4", "B7"):
        both = two.sheet(name).cell(address).value
        assert (
            f"{one.sheet(name).cell(address).value}\n{other.sheets[2].cell(address).value}" == both
        )


def test_second_language_that_is_the_first(indh: tuple[Assessment, Observations]) -> None:
    """The first language once more adds no words."""
    one, two = (workbook(*indh, language="fr", second_language=each) for each in (None, "fr"))

    assert [sheet.cells for sheet in one.sheets] == [sheet.cells for sheet in two.sheets]


def test_unknown_layout(indh: tuple[Assessment, Observations]) -> None:
    """An unknown layout is refused with the nearest one."""
    with pytest.raises(InvalidInputError, match="did you mean 'itt'"):
        workbook(*indh, layout="it")


def test_unknown_language(indh: tuple[Assessment, Observations]) -> None:
    """What is no language tag is refused."""
    with pytest.raises(InvalidInputError, match="'English' is not a language tag"):
        workbook(*indh, language="English")


def test_framework_without_anything() -> None:
    """A framework without indicators has its workbook too."""
    empty = assess(Framework(code="DEMO", languages=["fr"]), as_of=date(2008, 3, 27))

    assert [
        "Lisez-moi",
        "Cadre logique",
        "Suivi",
        "Saisie des données",
        "Tableau de bord",
        "Contrôles",
        "Journal des modifications",
        "_figures",
        "_assessed",
        "_lists",
        "_meta",
    ] == [sheet.name for sheet in workbook(empty).sheets]


def test_observations_may_be_left_out() -> None:
    """No observations at all are those of an assessment that was made without."""
    made = content([flow(targets={"2008": 5})])

    assert workbook(made.assessment) == workbook(made.assessment, Observations())


def test_other_observations_are_refused(tmp_path: Path) -> None:
    """Observations left out that were assessed are missed, and no file is written."""
    made = content([flow(targets={"2008": 5})], [seen("A", "2008", 4)])

    with pytest.raises(InvalidInputError, match="not those that were assessed"):
        write_workbook(made.assessment, None, tmp_path / "book.xlsx")

    assert [] == list(tmp_path.iterdir())


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    """A missing folder is an error."""
    with pytest.raises(OutputError, match="does not exist"):
        write_workbook(content([]).assessment, None, tmp_path / "no" / "book.xlsx")
