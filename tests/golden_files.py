"""Texts that are right as a whole, kept under tests/golden and compared as a whole."""

import difflib
from pathlib import Path

import pytest
from attrs import frozen

__all__ = ["GoldenFiles"]


@frozen
class GoldenFiles:
    """The golden files, to compare with or, under `nox -s golden`, to write anew.

    Parameters
    ----------
    folder
        Where they are kept.
    rewrite
        Whether to write them instead of comparing.
    """

    folder: Path
    rewrite: bool

    def check(self, name: str, actual: str) -> None:
        """Fail with a diff when a text differs from the golden file of this name."""
        path = self.folder / name
        if self.rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
            return
        if not path.exists():
            pytest.fail(f"no golden file {name!r}: `nox -s golden` writes it")
        expected = path.read_text(encoding="utf-8")
        if expected != actual:
            lines = difflib.unified_diff(
                expected.splitlines(), actual.splitlines(), name, "actual", lineterm=""
            )
            diff = "\n".join(lines)
            pytest.fail(f"differs from its golden file; if rightly so, `nox -s golden`\n{diff}")
