import sys

import pytest

from indh_me.errors import OutputError
from indh_me.write.paper.square import square_code


def test_code_is_square() -> None:
    """A code has as many rows as modules in a row, and its three marks in the corners."""
    rows = square_code("session-end 2026112301 ar")

    assert {len(rows)} == {len(row) for row in rows}
    assert set("01") == set("".join(rows))
    for row in (rows[0], rows[-1]):
        assert row.startswith("1111111")
    assert rows[0].endswith("1111111")


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the extra to install is named."""
    monkeypatch.setitem(sys.modules, "segno", None)

    with pytest.raises(OutputError, match=r"pip install 'indh-me\[paper\]'"):
        square_code("x")
