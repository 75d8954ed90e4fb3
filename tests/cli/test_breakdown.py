import json
from pathlib import Path

import pytest

from command_line import (
    BRIEFING,
    FRAMEWORK,
    run,
)


class TestBreakdown:
    """`indh-me breakdown`."""

    def test_table_for_people(self) -> None:
        """The groups of an indicator stand in a table, what is not disaggregated last."""
        result = run("breakdown", FRAMEWORK, "C-R3", BRIEFING, "--language=fr")

        assert 0 == result.exit_code
        assert "C-R3  Forums nationaux organisés sur l'INDH" in result.stdout
        assert "│ Total         │             4 │          │" in result.stdout
        assert "│ Meknès        │             1 │          │" in result.stdout
        assert "│ Non désagrégé │             0 │          │" in result.stdout

    def test_json(self) -> None:
        """In JSON every group has its categories and its figure."""
        result = run("breakdown", FRAMEWORK, "C-R3", BRIEFING, "--by=place", "--format=json")
        plain = json.loads(result.stdout)

        assert ("C-R3", ["place"]) == (plain["indicator"], plain["dimensions"])
        assert {"place": "agadir"} in [group["categories"] for group in plain["groups"]]

    def test_dimensions_of_the_indicator(self) -> None:
        """Without --by the dimensions of the indicator are taken, and T-R1 has none."""
        plain = json.loads(run("breakdown", FRAMEWORK, "T-R1", BRIEFING, "--format=json").stdout)

        assert ([], [{}]) == (
            plain["dimensions"],
            [group["categories"] for group in plain["groups"]],
        )

    def test_publication(self) -> None:
        """With --suppress-below small figures are withheld, in the table and in JSON."""
        arguments = ("breakdown", FRAMEWORK, "C-R3", BRIEFING, "--suppress-below=4")
        plain = json.loads(run(*arguments, "--format=json").stdout)
        result = run(*arguments, "--language=en")

        assert 4 == plain["suppressed_below"]
        assert ["shown", "suppressed"] == sorted({each["disclosure"] for each in plain["groups"]})
        assert "│ Meknes            │ Withheld │      │" in result.stdout
        assert "Counts above zero and below 4 are withheld" in result.stdout

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("C-R33",), ("unknown indicator 'C-R33'", "did you mean 'C-R3'?")),
            (("C-R3", "--by=plaec"), ("unknown dimension 'plaec'", "did you mean 'place'?")),
            (
                ("C-R3", "--by=place", "--by=place"),
                ("dimension 'place' is named twice", "name it once"),
            ),
            (
                ("C-R3", "--suppress-below=0"),
                ("figures below '0.0' withheld", "give a number above zero, such as 5"),
            ),
            (("C-R3", "--suppress-below=nan"), ("figures below 'nan' withheld",)),
        ],
        ids=["indicator", "dimension", "twice", "zero", "nan"],
    )
    def test_bad_arguments(self, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
        """What the plan does not have, or makes no sense, is a message with a mend, status 3."""
        result = run("breakdown", FRAMEWORK, *arguments, BRIEFING)

        assert 3 == result.exit_code
        assert "" == result.stdout
        for word in words:
            assert word in result.stderr

    def test_unknown_indicators_are_refused(self, tmp_path: Path) -> None:
        """Figures of an unknown indicator are never dropped in silence."""
        data = tmp_path / "seen.csv"
        data.write_text("indicator,period,value\nC-R33,2008,5\n", encoding="utf-8")
        result = run("breakdown", FRAMEWORK, "C-R3", str(data), BRIEFING)

        assert 3 == result.exit_code
        assert "observations of unknown indicator 'C-R33'" in result.stderr

    def test_unknown_category(self, tmp_path: Path) -> None:
        """A category that the dimension does not have is refused with the nearest one."""
        data = tmp_path / "seen.csv"
        data.write_text("indicator,period,value,by:place\nC-R3,2007,1,dakla\n", "utf-8")
        result = run("breakdown", FRAMEWORK, "C-R3", str(data), BRIEFING)

        assert 3 == result.exit_code
        assert "unknown category 'dakla' of dimension 'place'" in result.stderr
        assert "did you mean 'dakhla'?" in result.stderr
