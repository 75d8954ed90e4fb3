from collections.abc import Callable

import pytest

from indh_me._codec.faults import at, faults_of, gather, shown
from indh_me.errors import Fault, InvalidInputError
from refusals import refusals


def _raising(error: Exception) -> Callable[[object], object]:
    def convert(_value: object) -> object:
        raise error

    return convert


@pytest.mark.parametrize(
    ("outer", "inner", "path"),
    [
        ("results", "training", "results.training"),
        ("results", "", "results"),
        ("", "training", "training"),
        ("observations", "[3].value", "observations[3].value"),
        ("", "", ""),
    ],
)
def test_paths_are_joined(outer: str, inner: str, path: str) -> None:
    """A fault moves under a path: keys with a dot between, positions without."""
    assert path == at(outer, Fault("wrong", inner)).where.path


def test_all_faults_are_gathered() -> None:
    """All conversions run, and what is wrong with any of them is reported together."""
    wrong = InvalidInputError(Fault("one", "x", "mend"), Fault("two", mend="mend"))
    faults = refusals(
        lambda: gather(
            [
                ("a b", _raising(wrong), None),
                ("fine", str, 1),
                ("[0]", _raising(wrong), None),
                ("", _raising(wrong), None),
            ]
        )
    )

    assert ['"a b".x', '"a b"', "[0].x", "[0]", "x", ""] == [each.where.path for each in faults]


def test_what_is_gathered_keeps_its_order() -> None:
    """Where nothing is wrong, the values come out in the order they went in."""
    assert [1, 2] == gather([("b", int, "1"), ("a", int, "2")])


def test_other_errors_are_faults_too() -> None:
    """An error that is not the library's own is a fault as well, with its place."""
    (fault,) = faults_of(OverflowError("too large"), "weight")

    assert Fault("too large", "weight") == fault


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("cuont", "'cuont'"),
        (True, "'true'"),
        (3, "'3'"),
        pytest.param(16**9999, "of thousands of digits", id="huge"),
    ],
)
def test_values_are_shown_as_the_file_has_them(value: object, words: str) -> None:
    """A message shows a value in quotes, as it stands in the file."""
    assert words == shown(value)
