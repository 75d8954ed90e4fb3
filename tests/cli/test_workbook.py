from pathlib import Path

import pytest
from openpyxl import load_workbook

from command_line import BRIEFING, FRAMEWORK, ILLUSTRATION, run, start


class TestWorkbook:
    """`indh-me workbook`."""

    def test_unknown_layout(self, tmp_path: Path) -> None:
        """An unknown layout is refused with those there are."""
        output = tmp_path / "book.xlsx"

        result = run("workbook", FRAMEWORK, f"--output={output}", BRIEFING, "--layout=itx")

        assert 3 == result.exit_code
        assert "did you mean 'itt'?" in result.stderr
        assert not output.exists()

    @pytest.mark.parametrize("language", ["ar", "fr", "en"])
    def test_equal_input_gives_equal_bytes(self, language: str, tmp_path: Path) -> None:
        """Two processes with different hash seeds write the same bytes."""
        written = []
        for seed in ("1", "2"):
            file = tmp_path / f"{seed}.xlsx"
            start(
                "workbook",
                FRAMEWORK,
                ILLUSTRATION,
                f"--output={file}",
                "--as-of=2011-03-31",
                f"--language={language}",
                env={"PYTHONHASHSEED": seed},
            )
            written.append(file.read_bytes())

        assert written[0] == written[1]

    def test_projections_have_a_sheet(self, tmp_path: Path) -> None:
        """Projections to the period asked for stand in the workbook, unless they are left out."""
        sheets = []
        for number, options in enumerate((("--to=2012",), ("--no-projections",))):
            file = tmp_path / f"{number}.xlsx"
            run(
                "workbook",
                FRAMEWORK,
                ILLUSTRATION,
                f"--output={file}",
                "--as-of=2011-03-31",
                "--language=en",
                *options,
            )
            book = load_workbook(file)
            sheets.append(book.sheetnames)
            if number == 0:
                cells = [cell.value for row in book["Projection"] for cell in row]

        assert ("Projection" in sheets[0], "Projection" in sheets[1]) == (True, False)
        assert "2012" in map(str, cells)
