from pathlib import Path

import pytest

from indh_me.catalog import starter
from indh_me.compute import Severity, check
from indh_me.errors import OutputError
from indh_me.model import Dimension, Framework, Indicator, Text
from indh_me.read import library, read_framework_file, read_observations
from indh_me.read.session import read_session
from indh_me.survey import missing_words, training_forms
from indh_me.write import starter as module
from indh_me.write import write_starter


def test_starter_passes_its_own_check(tmp_path: Path) -> None:
    """The files of the starter can be read, and no rule finds an error in them."""
    framework_file, data, session, schema = write_starter(tmp_path / "mine")
    framework, inside = read_framework_file(framework_file)
    findings = check(framework, read_observations(data))

    assert 0 == len(inside)
    assert [] == [each for each in findings if each.severity is Severity.ERROR]
    assert schema.read_text(encoding="utf-8").startswith("{")
    made = read_session(session)
    assert {"application"} == set(dict(made.feeds).values()) & {
        each.code for each in framework.indicators
    }
    assert [()] * 3 == [missing_words(form) for form in training_forms(made)]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Where one of the files exists, all are named that do, and nothing is written."""
    for name in ("framework.toml", "observations.csv"):
        (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError) as caught:
        write_starter(tmp_path)

    assert [
        "framework.toml exists already",
        "observations.csv exists already",
    ] == [fault.what for fault in caught.value.faults]
    assert {"framework.toml", "observations.csv"} == {file.name for file in tmp_path.iterdir()}


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file in the place of the folder is named."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(OutputError, match="folder cannot be made"):
        write_starter(tmp_path / "file" / "mine")


@pytest.mark.parametrize("known", [True, False])
def test_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool) -> None:
    """When a file cannot be written, those before it are taken away, and a folder made for them."""
    folder = tmp_path / "mine"
    if known:
        folder.mkdir()
    # A file in a folder that is not there cannot be written.
    last = {**starter(), "nowhere/last.txt": ""}
    monkeypatch.setattr(module, "starter", lambda: last)

    with pytest.raises(OutputError, match="does not exist"):
        write_starter(folder)

    assert known is folder.exists()
    assert [] == [file for file in folder.parent.rglob("*") if file.is_file()]


def test_framework_from_the_library(tmp_path: Path) -> None:
    """What is taken from the library is read back as it was, under a head to fill in."""
    part = library("communication", "training", languages=["ar", "fr"])
    framework_file, data, schema = write_starter(tmp_path / "mine", part)
    framework, inside = read_framework_file(framework_file)
    findings = check(framework, read_observations(data))

    assert part.indicators == framework.indicators
    assert part.results == framework.results
    assert part.dimensions == framework.dimensions
    assert part.sources == framework.sources
    assert ("MY-PROGRAMME", ("ar", "fr")) == (framework.code, framework.languages)
    assert Text.of(fr="Mon programme (titre à remplacer)", ar="برنامجي (عنوان يجب تعويضه)") == (
        framework.title
    )
    assert Text.of(
        fr="Seuils d'exemple, à fixer par le programme", ar="عتبات على سبيل المثال، يحددها البرنامج"
    ) == (framework.thresholds.basis)
    assert 0 == len(inside)
    assert [] == [each for each in findings if each.severity is Severity.ERROR]
    assert schema.read_text(encoding="utf-8").startswith("{")


def test_header_of_the_observations(tmp_path: Path) -> None:
    """The table of figures begins with a column for each dimension in use and each language."""
    part = library("communication.trust", "training.sessions_held", languages=["fr", "ar"])
    _, data, _ = write_starter(tmp_path / "mine", part)

    assert (
        "indicator,period,value,numerator,denominator,n,source,page,collected,"
        "by:sex,by:age_group,by:area,note:fr,note:ar\n"
    ) == data.read_text(encoding="utf-8")
    assert 0 == len(read_observations(data))


def test_header_leaves_out_what_is_not_used(tmp_path: Path) -> None:
    """A dimension that no indicator is disaggregated by has no column."""
    mine = Framework(
        code="MINE",
        languages=["de"],
        dimensions=[Dimension.of("sex", "female", language="de")],
        indicators=[Indicator.milestone("M")],
    )
    framework_file, data, _ = write_starter(tmp_path / "mine", mine)

    assert data.read_text(encoding="utf-8").endswith("collected,note:de\n")
    assert read_framework_file(framework_file)[0].title is None


def test_existing_folder_is_left_as_it_was(tmp_path: Path) -> None:
    """Where a file exists, nothing of the library is written either."""
    (tmp_path / "observations.csv").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match=r"observations\.csv exists already"):
        write_starter(tmp_path, library("training"))

    assert ["observations.csv"] == [file.name for file in tmp_path.iterdir()]
    assert "mine" == (tmp_path / "observations.csv").read_text(encoding="utf-8")
