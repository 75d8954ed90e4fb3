from pathlib import Path

import pytest

from indh_me.errors import Fault, InvalidFileError
from indh_me.model import Framework
from indh_me.read import read_framework, read_framework_file
from refusals import refusal, refusals

HEAD = '[framework]\ncode = "A"\nlanguages = ["fr", "ar"]\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file that a test writes its framework to."""
    return tmp_path / "framework.toml"


def _faults(file: Path, text: str) -> list[Fault]:
    file.write_text(text, encoding="utf-8")
    return list(refusals(lambda: read_framework(file), InvalidFileError))


def test_framework_is_read(file: Path) -> None:
    """A framework is read from its file, whose path may be a string."""
    file.write_text(HEAD, encoding="utf-8")

    assert Framework(code="A", languages=["fr", "ar"]) == read_framework(str(file))


def test_observations_are_read_beside_it(file: Path) -> None:
    """The observations that stand in the same file come with the framework."""
    text = """
        [indicators.M]
        unit = "milestone"
        [[observations]]
        indicator = "M"
        period = 2008
        value = true
    """
    file.write_text(HEAD + text, encoding="utf-8")
    framework, observations = read_framework_file(file)

    assert ["M"] == [each.code for each in framework.indicators]
    assert [("M", 1)] == [
        (each.indicator, each.quantity.best) for each in observations if each.quantity
    ]


def test_windows_lines_are_read(file: Path) -> None:
    """A file with a byte order mark and the line ends of Windows is read like any other."""
    file.write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())

    assert "A" == read_framework(file).code


@pytest.mark.parametrize(
    ("text", "what", "line", "mend"),
    [
        ("[framework\n", "malformed TOML: Expected ']'", 1, "see the TOML form"),
        ('[framework]\ncode = "A\n', "malformed TOML: Illegal character", 2, "see the TOML form"),
        ("[framework]\ncode = A\n", "malformed TOML: Invalid value", 2, "see the TOML form"),
        (
            "[indicators.A]\n[indicators.A]\n",
            "malformed TOML: Cannot declare ('indicators', 'A') twice",
            2,
            "two tables or keys have the same name",
        ),
        (
            "[sources.a]\npage = '1'\npage = '2'\n",
            "malformed TOML: Cannot overwrite a value",
            3,
            "two tables or keys have the same name",
        ),
        (
            "targets = { 2008 = 1, 2008 = 2 }\n",
            "malformed TOML: Duplicate inline table key '2008'",
            1,
            "two tables or keys have the same name",
        ),
        ("a = " + "[" * 5000, "nested too deeply", None, "no table of a framework"),
        (f"a = {'9' * 5000}", "a number of thousands of digits", None, "fewer digits"),
    ],
    ids=lambda value: None if isinstance(value, str) and len(value) > 99 else value,
)
def test_malformed_files(file: Path, text: str, what: str, line: int | None, mend: str) -> None:
    """A file that is no TOML is refused with the line, what is there twice as what it is."""
    (fault,) = _faults(file, text)

    assert fault.what.startswith(what)
    assert (str(file), line) == (fault.where.file, fault.where.line)
    assert mend in fault.mend


def test_every_fault_has_its_line(file: Path) -> None:
    """All faults of a file are reported together, each with file, line, path and mend."""
    text = HEAD + (
        "title.en = 'Frame'\n"
        "[thresholds]\n"
        "on_track = nan\n"
        "[sources.briefing]\n"
        "dat = 2008-03-27\n"
        "[results.training]\n"
        "level = 'outptu'\n"
        "parent = 'training'\n"
        "[indicators.T-R1]\n"
        "unit = 'cuont'\n"
        "result = 'trainig'\n"
        "source = 'briefing'\n"
        "targets = { 2008 = 5, 20x9 = 6 }\n"
        "[[observations]]\n"
        "indicator = 'T-R1'\n"
        "period = '2008'\n"
        "value = 1\n"
        "[[observations]]\n"
        "indicator = 'T-R2'\n"
        "period = '2008'\n"
        "value = 0xFFF\n"
        "collected = 2008-03-27T10:00:00\n"
    )
    faults = _faults(file, text)

    assert [
        (4, "framework.title.en"),
        (6, "thresholds.on_track"),
        (8, "sources.briefing.dat"),
        (10, "results.training.level"),
        (13, "indicators.T-R1.unit"),
        (16, "indicators.T-R1.targets.20x9"),
        (14, "indicators.T-R1.result"),
        (25, "observations[1].collected"),
        (22, "observations[1].indicator"),
    ] == [(fault.where.line, fault.where.path) for fault in faults if "stated" not in fault.what]
    assert {str(file)} == {fault.where.file for fault in faults}


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (
            f"0x{'f' * 9000}",
            "a smaller number is needed here, not the number of thousands of digits",
        ),
        (f"{'9' * 400}", "a smaller number is needed here, not the number '9999"),
        ("-inf", "a finite number is needed here, not the number '-inf'"),
        ("1e999", "a finite number is needed here, not the number 'inf'"),
        ('"1e999"', "'1e999' is no quantity"),
        ("[[[[]]]]", "a number is needed here, not the list '[[[[]]]]'"),
    ],
    ids=[
        "thousands of digits",
        "hundreds of digits",
        "infinity",
        "overflow",
        "overflow in a string",
        "nested lists",
    ],
)
def test_numbers_that_are_none(file: Path, value: str, what: str) -> None:
    """Numbers that no figure can be are refused with their place."""
    keys = 'unit = "count"\ndirection = "increase"\naccumulation = "sum"\n'
    text = f"{HEAD}[indicators.M]\n{keys}baseline = {value}\n"
    (fault,) = _faults(file, text)

    assert fault.what.startswith(what)
    assert (8, "indicators.M.baseline") == (fault.where.line, fault.where.path)


def test_circle_has_its_line(file: Path) -> None:
    """A circle of parents is reported with the line on which it can be cut."""
    text = HEAD + "".join(
        f'[results.{code}]\nlevel = "output"\nparent = "{parent}"\n'
        for code, parent in (("a", "b"), ("b", "a"))
    )
    (fault,) = _faults(file, text)

    assert ("'a' is part of itself: a > b > a", 6) == (fault.what, fault.where.line)


def test_missing_file(tmp_path: Path) -> None:
    """A framework that is not there is refused as any file is."""
    fault = refusal(lambda: read_framework(tmp_path / "none.toml"), InvalidFileError)

    assert "none.toml does not exist" == fault.what
