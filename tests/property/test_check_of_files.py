"""The linter gives findings or named errors for whatever parses, never another exception."""

import copy
import json
import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.compute import check, findings_of
from indh_me.errors import InvalidFileError
from indh_me.model import Observations
from indh_me.read import locate, read_framework_file, read_observations
from indh_me.write import findings_to_text
from indh_me.write.findings import FORMS

#: Plain data of any shape.
Plain: TypeAlias = Any

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    ROOT / "examples" / "indh" / "framework.toml",
    ROOT / "src" / "indh_me" / "catalog" / "starter" / "framework.toml",
]
TABLE = ROOT / "examples" / "indh" / "illustration.csv"
AS_OF = date(2008, 12, 31)

WORDS = st.sampled_from(
    [
        *("", " ", "fr", "FR", "2008", "2008-S1", "2008/2005", ">=5", "5..2", "nan", "1e999", "-0"),
        *("count", "percent", "milestone", "sum", "increase", "not_due", "ME003", "ME999", "a.b"),
        *("indicators", "code", "value", "place", "é", "تكوين", '"', "\n", "\x7f", "x" * 200),
    ]
)
SCALARS = st.one_of(
    WORDS,
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([10**18, -(10**18), 2**63, 10**400]),
    st.floats(),
    st.sampled_from([date(2008, 3, 27), date.max, time(8, 30)]),
    st.sampled_from([datetime(2008, 3, 27, 8, tzinfo=UTC), datetime(2008, 3, 27, 8)]),  # noqa: DTZ001 - TOML has both
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def _places(plain: Plain) -> list[tuple[Plain, str | int]]:
    """Give every container of plain data with each of its keys."""
    keys: list[Any] = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
    found = [(plain, key) for key in keys]
    for key in keys:
        if isinstance(plain[key], dict | list):
            found += _places(plain[key])
    return found


@st.composite
def _documents(draw: DrawFn) -> Plain:
    """Give the plain data of a good document with a few things changed for the worse."""
    path = draw(st.sampled_from(DOCUMENTS))
    plain: Plain = copy.deepcopy(tomllib.loads(path.read_text(encoding="utf-8")))
    for _ in range(draw(st.integers(1, 3))):
        places = _places(plain)
        if not places:
            break
        table, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["delete", "replace", "add", "copy"])):
            case "delete":
                del table[key]
            case "replace":
                table[key] = draw(VALUES)
            case "add" if isinstance(table, dict):
                table[draw(WORDS)] = draw(VALUES)
            case "add":
                table.append(draw(VALUES))
            case _:
                # A table under another key, or once more in its list.
                other, where = draw(st.sampled_from(places))
                other[where] = copy.deepcopy(table[key])
    return plain


@st.composite
def _tables(draw: DrawFn) -> str:
    """Give the text of a good table of observations with a few cells changed for the worse."""
    rows = [line.split(",") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    for _ in range(draw(st.integers(0, 3))):
        row = draw(st.sampled_from(rows))
        row[draw(st.integers(0, len(row) - 1))] = draw(WORDS)
    return "\n".join(map(",".join, rows))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for the files of all examples."""
    return tmp_path_factory.mktemp("files")


@given(plain=_documents(), table=st.none() | _tables())
def test_what_parses_is_checked_or_refused(folder: Path, plain: Plain, table: str | None) -> None:
    """Files that parse are checked, or refused with what to do, and that is told in any form."""
    file, rows = folder / "framework.toml", folder / "observations.csv"
    file.write_text(tomli_w.dumps(plain), encoding="utf-8")
    data = [] if table is None else [rows]
    rows.write_text(table or "", encoding="utf-8")
    try:
        framework, inside = read_framework_file(file)
        observations = Observations.concatenate(inside, read_observations(*data))
    except InvalidFileError as error:
        found = findings_of(error)
        assert [] == [each.message for each in found if each.place.file == ""]
    else:
        found = locate(check(framework, observations, as_of=AS_OF, suppressed=True), file, *data)
    told = {form: findings_to_text(found, form) for form in FORMS}

    assert [] == [each.message for each in found if each.mend == ""]
    assert len(found) == told["github"].count("\n")
    assert len(found) == len(json.loads(told["json"])["findings"])
    assert len(found) == len(json.loads(told["sarif"])["runs"][0]["results"])
    assert len(found) == len({each["fingerprint"] for each in json.loads(told["gitlab"])})
