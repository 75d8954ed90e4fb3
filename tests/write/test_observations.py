import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import seen
from indh_me.errors import OutputError
from indh_me.model import Citation, Observations, Text
from indh_me.read import read_observations
from indh_me.testing import frameworks, observations
from indh_me.write import write_observations


@given(data=st.data())
def test_what_is_written_is_read_back(data: st.DataObject) -> None:
    """Observations are read back from their CSV file as they were."""
    table = data.draw(frameworks().flatmap(observations) | observations())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "seen.csv")
        write_observations(table, path)

        assert table == read_observations(path)


def test_text_is_no_formula(tmp_path: Path) -> None:
    """Text that a spreadsheet would calculate gets an apostrophe; negative numbers do not."""
    path = tmp_path / "seen.csv"
    note = Text.of(en="=cmd|' /C calc'!A0")
    row = seen("A", "2008", -5, note=note, source=Citation("plan", page="+1"))
    write_observations(Observations.of(row), path)

    assert "A,2008,-5,plan,'+1,'=cmd|' /C calc'!A0" == path.read_text("utf-8").splitlines()[1]
    assert Observations.of(row) == read_observations(path)


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder in the place of the file is an error, and stays."""
    with pytest.raises(OutputError, match="the output is a folder"):
        write_observations(Observations(), tmp_path)

    assert tmp_path.is_dir()
