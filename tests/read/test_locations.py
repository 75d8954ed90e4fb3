from pathlib import Path

import pytest

from indh_me.compute import Finding, check
from indh_me.errors import InvalidFileError, Place
from indh_me.read import locate, read_framework_file, read_observations
from refusals import refusal

PLAN = """\
[framework]
code = "DEMO"
languages = ["fr", "en"]
title.fr = "Formation"

[dimensions.sex.categories]
female = "Femmes"
male = "Hommes"

[indicators.A]
unit = "count"
direction = "increase"
accumulation = "sum"
dimensions = ["sex"]
targets = { 2008 = 9, "2009-01/2009-12" = 10 }

[indicators."a.b"]
unit = "milestone"
"""
ROWS = """
[[observations]]
indicator = "A"
period = "2007"
value = 5

[[observations]]
indicator = "A"
period = "2007"
value = 6
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return the file of a framework without observations."""
    return _written(tmp_path / "framework.toml", PLAN)


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def _table(file: Path, *rows: str) -> Path:
    return _written(file, "\n".join(["indicator,period,value,by:sex", *rows]))


def _place(path: str, framework: Path, *data: Path) -> tuple[str, int | None]:
    """Locate one finding at a path; give the name of the file, and the line."""
    finding = Finding(id="ME001", severity="info", place=path, message="m", mend="n")
    (found,) = locate([finding], framework, *data)

    assert path == found.place.path
    return Path(found.place.file).name if found.place.file != "" else "", found.place.line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("framework.title", 4),
        ("framework.title.en", 4),
        ("framework.description", 1),
        ("dimensions.sex.categories.male", 8),
        ("dimensions.sex.name", 6),
        ("indicators.A.targets.2008", 15),
        # Another way to write 2009.
        ("indicators.A.targets.2009", 15),
        ("indicators.A.baseline", 10),
        ('indicators."a.b".name', 17),
        ("indicators.A", 10),
        ("results.training", None),
        ("suppressions[0]", None),
        ("", None),
    ],
)
def test_paths_of_the_plan_have_their_line(plan: Path, path: str, line: int | None) -> None:
    """A finding about the plan has its file, and the line of the nearest key that is there."""
    assert ("framework.toml", line) == _place(path, plan)


def test_rows_of_a_table_have_their_line(plan: Path, tmp_path: Path) -> None:
    """A figure in a data file has the line on which its row begins, whatever is deeper."""
    data = _table(
        tmp_path / "seen.csv", "A,2008,5,", "A,2008,3,female", '"A",2009-01/2009-12,1,', "B,2008,x"
    )
    (tmp_path / "seen.csv").write_text(
        data.read_text(encoding="utf-8").replace("B,2008,x", "é-1,2008,1,"), encoding="utf-8"
    )

    assert ("seen.csv", 2) == _place("observations.A.2008", plan, data)
    assert ("seen.csv", 3) == _place('observations.A."2008 sex=female"', plan, data)
    assert ("seen.csv", 3) == _place('observations.A."2008 sex=female".categories.sex', plan, data)
    assert ("seen.csv", 4) == _place("observations.A.2009", plan, data)
    assert ("seen.csv", 5) == _place('observations."é-1"', plan, data)
    assert ("seen.csv", 5) == _place('observations."é-1".source', plan, data)


def test_rows_of_the_plan_have_their_line(tmp_path: Path) -> None:
    """A figure in a framework file has the line of its table, named as plan or as data."""
    plan = _written(tmp_path / "framework.toml", PLAN + ROWS.replace('"2007"', '"2008"', 1))
    other = _written(tmp_path / "other.TOML", PLAN)

    assert ("framework.toml", 20) == _place("observations.A.2008", plan)
    assert ("framework.toml", 25) == _place("observations.A.2007", plan)
    assert ("framework.toml", 25) == _place("observations.A.2007", other, plan)
    assert ("framework.toml", 25) == _place("observations.A.2007", plan, other)


def test_what_is_not_certain_is_left_out(tmp_path: Path) -> None:
    """Of several rows there is no line, of several files none is named."""
    plan = _written(tmp_path / "framework.toml", PLAN + ROWS)
    data = _table(tmp_path / "seen.csv", "B,2008,1,", "B,2008,2,", "B,2009,3,")
    more = _table(tmp_path / "more.csv", "B,2009,4,")

    assert ("framework.toml", None) == _place("observations.A.2007", plan)
    assert ("framework.toml", None) == _place("observations.A", plan)
    assert ("seen.csv", None) == _place("observations.B.2008", plan, data, more)
    assert ("seen.csv", 4) == _place("observations.B.2009", plan, data)
    assert ("", None) == _place("observations.B.2009", plan, data, more)
    assert ("", None) == _place("observations.B", plan, data, more)


def test_what_is_in_no_row_has_the_only_file(plan: Path, tmp_path: Path) -> None:
    """A place that no row answers to has the data file, if there is only one."""
    data = _table(tmp_path / "seen.csv", "A,2008,5,")
    full = _written(tmp_path / "full.toml", PLAN + ROWS)

    assert ("seen.csv", None) == _place("observations", plan, data)
    assert ("seen.csv", None) == _place("observations.X.2008", plan, data)
    assert ("full.toml", None) == _place("observations.X.2008", full)
    assert ("", None) == _place("observations", full, data)
    assert ("framework.toml", None) == _place("observations", plan)


def test_what_has_a_file_stays(plan: Path) -> None:
    """A finding that has a file already is not moved, and the order is kept."""
    place = Place("indicators.A", "elsewhere.toml", 3)
    told = Finding(id="ME000", severity="error", place=place, message="m", mend="n")
    other = Finding(id="ME001", severity="info", place="indicators.A", message="m", mend="n")

    assert [place, Place("indicators.A", str(plan), 10)] == [
        each.place for each in locate(iter([told, other]), plan)
    ]


def test_nothing_is_read_for_no_findings(tmp_path: Path) -> None:
    """Without findings no file is opened."""
    assert () == locate([], tmp_path / "nowhere.toml", tmp_path / "nowhere.csv")


def test_files_that_have_changed_are_refused(plan: Path, tmp_path: Path) -> None:
    """A file that can no longer be read is refused as at first."""
    data = _table(tmp_path / "seen.csv", "A,2008,x,")
    found = [Finding(id="ME001", severity="info", place="framework", message="m", mend="n")]
    lost = [Finding(id="ME001", severity="info", place="observations.A", message="m", mend="n")]

    fault = refusal(lambda: locate(lost, plan, data), InvalidFileError)
    assert ("'x' is not a quantity", str(data), 2) == (fault.what, *_known(fault.where))
    plan.write_text("[framework\n", encoding="utf-8")
    fault = refusal(lambda: locate(found, plan), InvalidFileError)
    assert fault.what.startswith("malformed TOML")


def test_real_findings_are_located(tmp_path: Path) -> None:
    """What the linter finds in files stands where its line says."""
    plan = _written(tmp_path / "framework.toml", PLAN + ROWS)
    data = _table(tmp_path / "seen.csv", "A,2008,5,", "Z,2008,5,")
    framework, inside = read_framework_file(plan)
    found = locate(check(framework, read_observations(plan, data)), plan, data)
    places = {(each.id, each.place.path): each.place for each in found}

    assert len(inside) == 2
    assert (str(plan), 7) == _known(places["ME002", "dimensions.sex.categories.female"])
    assert (str(plan), 15) == _known(places["ME003", "indicators.A.targets.2008"])
    assert (str(data), 3) == _known(places["ME004", "observations.Z.2008.indicator"])
    assert (str(plan), None) == _known(places["ME005", "observations.A.2007"])
    assert ("", None) == _known(places["ME003", "observations.A"])


def _known(place: Place) -> tuple[str, int | None]:
    return place.file, place.line
