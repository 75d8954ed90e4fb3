from pathlib import Path

import pytest

from indh_me.errors import Fault, InvalidFileError
from indh_me.model import Observation, Observations, Period, Text
from indh_me.read import read_observations
from refusals import refusals

HEADER = "indicator,period,value\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file that a test writes its observations to."""
    return tmp_path / "seen.csv"


def _written(file: Path, text: str) -> Path:
    file.write_bytes(text.encode())
    return file


def _faults(*paths: Path) -> list[Fault]:
    return list(refusals(lambda: read_observations(*paths), InvalidFileError))


def _figures(table: Observations) -> list[str]:
    return [f"{seen.indicator} {seen.period} {seen.value}" for seen in table]


@pytest.mark.parametrize(
    "text",
    [
        "indicator,period,value\nA,2008,5\nB,2005/2007,>=6\n",
        "indicator;period;value\nA;2008;5\nB;2005/2007;>=6\n",
        "\ufeffindicator,period,value\r\nA,2008,5\r\n\r\n,,\r\nB,2005/2007,>=6",
        ' indicator ,"period",value \n"A","2008","5"\nB,2005/2007,>=6\n',
        "value,indicator,period\n5,A,2008\n>=6,B,2005/2007\n",
    ],
    ids=["commas", "semicolons", "Windows, blank rows", "spaces and quotes", "another order"],
)
def test_tables_are_read(file: Path, text: str) -> None:
    """A table is read with commas or semicolons, in any order of columns, blank rows left out."""
    assert ["A 2008 5", "B 2005/2007 >=6"] == _figures(read_observations(_written(file, text)))


def test_quotes_hold_lines_and_separators(file: Path) -> None:
    """Text in double quotes may hold the separator, quotes and line ends."""
    text = 'indicator,period,value,note:fr\nA,2008,5,"un, ""deux""\ntrois"\n'

    assert Observations.of(
        Observation(
            indicator="A", period=Period.year(2008), value=5, note=Text.of(fr='un, "deux"\ntrois')
        )
    ) == read_observations(_written(file, text))


def test_files_follow_one_another(tmp_path: Path) -> None:
    """Rows follow in the order of the files, frameworks among them; no file gives no rows."""
    framework = _written(
        tmp_path / "framework.TOML",
        '[framework]\ncode = "A"\nlanguages = ["fr"]\n[indicators.M]\nunit = "milestone"\n'
        '[[observations]]\nindicator = "M"\nperiod = 2007\nvalue = true\n',
    )
    table = _written(tmp_path / "seen.csv", HEADER + "A,2008,5\n")

    assert ["A 2008 5", "M 2007 1"] == _figures(read_observations(table, framework))
    assert Observations() == read_observations()


@pytest.mark.parametrize("text", [HEADER, HEADER + "\n,,\n"])
def test_table_without_rows(file: Path, text: str) -> None:
    """A table that has nothing but its header gives no observations."""
    assert Observations() == read_observations(_written(file, text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "",
            [
                (1, "", "column 'indicator' is missing"),
                (1, "", "column 'period' is missing"),
                (1, "", "column 'value' is missing"),
            ],
        ),
        (
            "indicator,period,valeu\nA,2008,5\n",
            [(1, "valeu", "unknown column 'valeu'"), (1, "", "column 'value' is missing")],
        ),
        (
            HEADER + "A,20x8,many\n\nB,2008,5,6\n",
            [
                (2, "period", "'20x8' is not a period"),
                (2, "value", "'many' is not a quantity"),
                (4, "", "4 cells under 3 columns"),
            ],
        ),
        (HEADER + "A,2008\n", [(2, "", "2 cells under 3 columns")]),
        (
            HEADER + 'A,2008,"5\n6"\nB,2008,x\n',
            [(2, "value", "'5\\n6' is not a quantity"), (4, "value", "'x' is not a quantity")],
        ),
        (HEADER + 'A,2008,"5"6\n', [(2, "", "malformed CSV: ',' expected after '\"'")]),
        (
            HEADER + 'A,2008,5\nB,2008,"6\nC,2008,7\n',
            [(3, "", "malformed CSV: unexpected end of data")],
        ),
        (HEADER + "A\0,2008,5\n", [(2, "indicator", "'A\\x00' cannot stand as code")]),
        (
            HEADER + f"A,2008,{'9' * 200_000}\n",
            [(2, "", "malformed CSV: field larger than field limit (131072)")],
        ),
    ],
    ids=[
        "nothing",
        "header",
        "cells",
        "short row",
        "rows of several lines",
        "quotes",
        "open quote",
        "zero byte",
        "endless cell",
    ],
)
def test_every_fault_has_its_line_and_column(
    file: Path, text: str, places: list[tuple[int, str, str]]
) -> None:
    """All faults of a table are reported together, with the line a row begins on and its column."""
    faults = _faults(_written(file, text))

    assert places == [(each.where.line, each.where.path, each.what) for each in faults]
    assert {str(file)} == {each.where.file for each in faults}


def test_faults_of_all_files_are_reported(tmp_path: Path) -> None:
    """What is wrong with one file does not hide what is wrong with the next."""
    first = _written(tmp_path / "first.csv", HEADER + "A,2008,x\n")
    second = _written(tmp_path / "second.toml", "[framework]\n")
    missing = tmp_path / "third.csv"
    faults = _faults(first, second, missing)

    assert [str(first), str(second), str(second), str(missing)] == [
        fault.where.file for fault in faults
    ]


def test_very_many_faults_are_counted(file: Path) -> None:
    """Of very many faults the first 200 are told, and how many there are more."""
    faults = _faults(_written(file, HEADER + "A,2008,x\n" * 250))

    assert 201 == len(faults)
    assert ("and 50 more faults", str(file)) == (faults[-1].what, faults[-1].where.file)


def test_exactly_as_many_faults_as_are_told(file: Path) -> None:
    """Two hundred faults are told one by one, with none to add."""
    assert 200 == len(_faults(_written(file, HEADER + "A,2008,x\n" * 200)))


def test_file_that_is_not_utf8(file: Path) -> None:
    """A table in another encoding is refused with the line on which that shows."""
    file.write_bytes((HEADER + "é,2008,5\n").encode("latin-1"))
    (fault,) = _faults(file)

    assert ("seen.csv is not UTF-8 text", 2) == (fault.what, fault.where.line)
