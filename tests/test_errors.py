import copy
import pickle

import pytest

from indh_me.errors import (
    Fault,
    IndhMeError,
    InvalidFileError,
    InvalidInputError,
    OutputError,
    ParseError,
    Place,
    UnknownCodeError,
    WorkbookError,
    key_path,
    nearest,
    quoted,
)

FAMILIES = (
    IndhMeError,
    InvalidInputError,
    ParseError,
    UnknownCodeError,
    InvalidFileError,
    WorkbookError,
    OutputError,
)
LARGE = 10_000


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place("indicators.T-R1"), "indicators.T-R1"),
        (Place(file="framework.toml"), "framework.toml"),
        (Place(file="framework.toml", line=12), "framework.toml:12"),
        (Place("unit", "framework.toml", 12), "framework.toml:12: unit"),
        (Place("unit", line=12), "line 12: unit"),
    ],
)
def test_place_tells_what_is_known(place: Place, text: str) -> None:
    """A place is written as file, line and path, without what is not known."""
    assert text == str(place)


def test_fault_takes_a_path_for_a_place() -> None:
    """A place given as a plain string is a path."""
    fault = Fault("unknown unit 'cuont'", "indicators.T-R1.unit")

    assert Place("indicators.T-R1.unit") == fault.where


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault("no unit"), "no unit"),
        (Fault("no unit", "T-R1"), "no unit\n  where: T-R1"),
        (Fault("no unit", mend="add one"), "no unit\n  mend:  add one"),
        (Fault("no unit", "T-R1", "add one"), "no unit\n  where: T-R1\n  mend:  add one"),
    ],
)
def test_fault_says_what_where_mend(fault: Fault, text: str) -> None:
    """A fault is laid out as what, where and mend, without what is not known."""
    assert text == str(fault)


@pytest.mark.parametrize("family", FAMILIES)
def test_error_of_one_fault_is_that_fault(family: type[IndhMeError]) -> None:
    """The text of an error with one fault is the text of the fault."""
    fault = Fault("no unit", "T-R1", "add one")

    assert str(fault) == str(family(fault))


@pytest.mark.parametrize("family", FAMILIES)
def test_error_lists_all_its_faults(family: type[IndhMeError]) -> None:
    """The text of an error with several faults counts and lists them, in the order found."""
    first, second = Fault("no unit", "T-R1"), Fault("no name", "T-R2", "add one")
    error = family(first, second)

    assert (first, second) == error.faults
    assert f"2 faults\n{first}\n{second}" == str(error)


@pytest.mark.parametrize("family", FAMILIES)
def test_error_survives_another_process(family: type[IndhMeError]) -> None:
    """An error comes out of pickle, and out of a copy, with its class and its faults."""
    error = family(Fault("no unit", Place("unit", "framework.toml", 12), "add one"), Fault("b"))
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301 - our own bytes
        assert family is type(again)
        assert error.faults == again.faults


@pytest.mark.parametrize("family", FAMILIES)
def test_error_needs_a_fault(family: type[IndhMeError]) -> None:
    """An error that does not say what is wrong cannot be made."""
    none: tuple[Fault, ...] = ()
    with pytest.raises(TypeError, match="first"):
        family(*none)


@pytest.mark.parametrize("family", FAMILIES)
def test_error_can_be_caught_as_ours(family: type[IndhMeError]) -> None:
    """Every family is an `IndhMeError`, and what a caller gave wrongly is a `ValueError` too."""
    ours = {IndhMeError, WorkbookError, OutputError}

    assert issubclass(family, IndhMeError)
    assert (family not in ours) == issubclass(family, ValueError)


def test_unknown_code_is_a_failed_look_up() -> None:
    """An unknown code can be caught as the standard library's look-up error."""
    with pytest.raises(LookupError):
        raise UnknownCodeError(Fault("unknown indicator 'T-R9'"))


def test_each_family_has_its_code() -> None:
    """No two families share the word by which a machine tells them apart."""
    codes = [family.code for family in FAMILIES]

    assert len(FAMILIES) == len(set(codes))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("cuont", "'cuont'"),
        ("", "''"),
        ("d'accord", '"d\'accord"'),
        ("a\nb", r"'a\nb'"),
        (3, "'3'"),
        (None, "'None'"),
        (["count"], "'['count']'"),
    ],
)
def test_value_is_shown_in_quotes(value: object, text: str) -> None:
    """A value stands in quotes in a message, line ends escaped."""
    assert text == quoted(value)


@pytest.mark.parametrize("value", ["x" * LARGE, ["x"] * LARGE, "\n" * LARGE])
def test_long_value_is_cut(value: object) -> None:
    """A value as long as a file does not make a message as long as a file."""
    text = quoted(value)

    assert len(text) < 100
    assert "..." in text
    assert text[0] == text[-1] == "'"


def test_value_that_just_fits_is_whole() -> None:
    """A value of eighty characters is not cut."""
    assert f"'{'x' * 80}'" == quoted("x" * 80)


@pytest.mark.parametrize(
    ("word", "known", "text"),
    [
        ("cuont", ["count", "percent"], "did you mean 'count'? known: count, percent"),
        ("COUNT", ["count", "percent"], "did you mean 'count'? known: count, percent"),
        ("t-r1", ["T-R1", "T-R1"], "did you mean 'T-R1'? known: T-R1"),
        ("zzz", ["count", "percent"], "known: count, percent"),
        ("zzz", [], "none are defined yet"),
        ("", ["count"], "known: count"),
        ("تكوين", ["تكوبن"], "did you mean 'تكوبن'? known: تكوبن"),
    ],
)
def test_nearest_spelling(word: str, known: list[str], text: str) -> None:
    """The word most like the unknown one is proposed, if there is one, and the known are listed."""
    assert text == nearest(word, known)


def test_only_some_words_are_listed() -> None:
    """Of many known words the first eight are listed, and the rest counted."""
    text = nearest("zzz", (f"C-R{number}" for number in range(1, 12)))

    assert "known: C-R1, C-R2, C-R3, C-R4, C-R5, C-R6, C-R7, C-R8 and 3 more" == text


def test_nearest_among_very_many() -> None:
    """Among thousands of words the nearest that begins alike is found."""
    known = [f"{letter}-R{number}" for letter in "TC" for number in range(LARGE)]

    assert nearest("T-R77x", known).startswith("did you mean 'T-R77")


def test_nothing_is_near_to_a_page_of_text() -> None:
    """A word that is longer than any code is not compared with all of them."""
    assert "known: count" == nearest("count " * LARGE, ["count"])


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ((), ""),
        (("indicators", "T-R1", "unit"), "indicators.T-R1.unit"),
        (("indicators", "training.reach"), 'indicators."training.reach"'),
        (("results", "تكوين"), 'results."تكوين"'),
        (("targets", "2005/2007"), 'targets."2005/2007"'),
        (("", 'a"b'), r'""."a\"b"'),
        (("a\nb", "a\\b"), r'"a\nb"."a\\b"'),
    ],
)
def test_path_is_written_as_in_toml(keys: tuple[str, ...], path: str) -> None:
    """A path quotes the keys that TOML would have quoted, and escapes as TOML does."""
    assert path == key_path(*keys)
