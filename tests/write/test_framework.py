import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.errors import OutputError
from indh_me.model import Framework
from indh_me.read import read_framework, read_framework_file
from indh_me.testing import frameworks, observations
from indh_me.write import write_framework


@given(data=st.data(), framework=frameworks())
def test_what_is_written_is_read_back(data: st.DataObject, framework: Framework) -> None:
    """A framework, with observations in its file, is read back as it was."""
    table = data.draw(observations(framework))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "framework.toml")
        write_framework(framework, path, table)

        assert (framework, table) == read_framework_file(path)


def test_file_is_replaced(tmp_path: Path) -> None:
    """An old file is replaced; lines end alike on every system."""
    path = tmp_path / "demo.toml"
    path.write_text("old", encoding="utf-8")
    write_framework(Framework(code="DEMO", languages=["fr"]), path)

    assert "DEMO" == read_framework(path).code
    assert b"\r" not in path.read_bytes()


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    """A missing folder is an error, and no file is left behind."""
    with pytest.raises(OutputError, match="does not exist"):
        write_framework(Framework(code="DEMO", languages=["fr"]), tmp_path / "no" / "demo.toml")

    assert [] == list(tmp_path.iterdir())
