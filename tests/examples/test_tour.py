"""The notebook of examples/ runs cell by cell, and its page shows what the cells show."""

import ast
import io
import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from golden_files import GoldenFiles

EXAMPLES = Path(__file__).parents[2] / "examples"
TOUR = EXAMPLES / "tour.ipynb"
PAGE = Path(__file__).parents[2] / "docs" / "tour.md"


def _cells() -> list[dict[str, Any]]:
    """Return the cells of the notebook."""
    cells: list[dict[str, Any]] = json.loads(TOUR.read_text(encoding="utf-8"))["cells"]
    return cells


def _fenced(kind: str, text: str) -> str:
    """Return a block of Markdown."""
    return f"```{kind}\n{text.rstrip()}\n```"


def _run(source: str, names: dict[str, Any]) -> Iterator[str]:
    """Run a cell as a notebook does; yield what it prints, then its last value, as blocks."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    value = None
    with redirect_stdout(printed):
        exec(compile(tree, TOUR.name, "exec"), names)  # noqa: S102 - the cells are our own
        if isinstance(last, ast.Expr):
            value = eval(  # noqa: S307 - the same
                compile(ast.Expression(last.value), TOUR.name, "eval"), names
            )
    if printed.getvalue():
        yield _fenced("text", printed.getvalue())
    if value is not None:
        yield _fenced("{raw} html", value._repr_html_())


def test_notebook_is_well_formed() -> None:
    """The notebook is of format 4.5, each cell has an id of its own, and no output is kept."""
    book = json.loads(TOUR.read_text(encoding="utf-8"))
    ids = [cell["id"] for cell in book["cells"]]
    keys = {
        "code": {"cell_type", "execution_count", "id", "metadata", "outputs", "source"},
        "markdown": {"cell_type", "id", "metadata", "source"},
    }

    assert (4, 5) == (book["nbformat"], book["nbformat_minor"])
    assert "python" == book["metadata"]["language_info"]["name"]
    assert sorted(set(ids)) == sorted(ids)
    assert [] == [each for each in ids if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", each)]
    assert [] == [cell["id"] for cell in book["cells"] if keys[cell["cell_type"]] != set(cell)]
    assert [] == [
        cell["id"]
        for cell in book["cells"]
        if cell["cell_type"] == "code" and (cell["outputs"] or cell["execution_count"] is not None)
    ]


def test_cells_show_what_the_page_shows(
    golden: GoldenFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run in order in the folder of the notebook, the cells show what stands on its page."""
    monkeypatch.chdir(EXAMPLES)
    before = sorted(EXAMPLES.rglob("*"))
    names: dict[str, Any] = {"__name__": "__main__"}
    blocks: list[str] = []
    for cell in _cells():
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            blocks.append(source)
        else:
            blocks += [_fenced("python", source), *_run(source, names)]

    golden.check("example-tour.txt", "\n\n".join(blocks) + "\n")
    assert before == sorted(EXAMPLES.rglob("*"))


def test_page_is_what_was_tested() -> None:
    """The page of the tour shows the text that was tested."""
    text = PAGE.read_text(encoding="utf-8")

    assert "```{include} ../tests/golden/example-tour.txt\n```" in text
