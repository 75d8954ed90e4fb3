import json
from pathlib import Path

import pytest

from command_line import BRIEFING, COUNT, FRAMEWORK, HEAD, ILLUSTRATION, run

LATER = ("project", FRAMEWORK, ILLUSTRATION, "--to=2012", "--as-of=2011-03-31")


class TestProject:
    """`indh-me project`."""

    def test_table_for_people(self) -> None:
        """Every indicator has a row, and those that cannot be projected a reason below."""
        result = run(*LATER, "--language=en")

        assert 0 == result.exit_code
        (row,) = [line for line in result.stdout.splitlines() if line.startswith("│ T-R1 ")]
        assert ["27 400 (2010)", "at most 35 903.4 (2012)", "at most 72 822.8"] == [
            each.strip() for each in row.split("│")[3:6]
        ]
        assert "C-R1, C-P1, C-P3, C-P4: not projected: it is done or not" in result.stdout

    def test_explanation_of_the_briefing(self) -> None:
        """One figure is no trend: T-R1 is refused, and told is what the targets ask for."""
        result = run(
            "project", FRAMEWORK, BRIEFING, "--indicator=T-R1", "--explain", "--language=en"
        )
        told = result.stdout.partition("\n\nT-R1  Persons who benefited from training\n")[2]

        assert 0 == result.exit_code
        assert "Nothing is projected for 2010: too few figures" in told
        assert "the total through 2010 is at least 93 000" in told
        assert "2008 asks for at most 3.33 times the yearly pace of 2005/2007" in told

    def test_language(self) -> None:
        """Table and explanation are in the language asked for."""
        result = run("project", FRAMEWORK, BRIEFING, "--indicator=T-R1", "--explain")

        assert "بدون إسقاط" in result.stdout
        assert "T-R1  المستفيدون من عملية التكوين\n" in result.stdout

    def test_indicators_that_are_named(self) -> None:
        """With --indicator only those are shown, in the order named, each once."""
        arguments = ("--indicator=C-R3", "--indicator=T-R1", "--indicator=C-R3")
        plain = json.loads(run(*LATER, *arguments, "--format=json").stdout)

        assert ["C-R3", "T-R1"] == [row["code"] for row in plain["indicators"]]

    def test_json(self) -> None:
        """In JSON every indicator has its projection, or its reason."""
        plain = json.loads(run(*LATER, "--format=json").stdout)
        rows = {row["code"]: row for row in plain["indicators"]}

        assert ("INDH-2008", 10) == (plain["framework"], len(rows))
        assert "shrunken_drift" == rows["T-R1"]["method"]
        assert ["2011", "2012"] == [each["period"] for each in rows["T-R1"]["figures"]]
        assert "milestone" == rows["C-P1"]["reason"]
        assert "explanation" not in rows["T-R1"]

    def test_json_with_explanation(self) -> None:
        """With --explain each indicator has its lines too."""
        plain = json.loads(run(*LATER, "--format=json", "--explain", "--language=fr").stdout)
        row = plain["indicators"][0]

        assert "Situation arrêtée au 2011-03-31" == row["explanation"][0]

    def test_method_and_level(self) -> None:
        """A method and a level that are asked for are taken."""
        arguments = ("--indicator=C-R4", "--method=drift", "--level=0.8", "--format=json")
        (row,) = json.loads(run(*LATER, *arguments).stdout)["indicators"]

        assert ("drift", "asked_for", 0.8) == (row["method"], row["choice"], row["level"])

    def test_method_for_seasons(self, tmp_path: Path) -> None:
        """A seasonal method goes by the quarters of the figures; years have none to go by."""
        plan, data = tmp_path / "plan.toml", tmp_path / "seen.csv"
        plan.write_text(f"{HEAD}[indicators.Q]\n{COUNT}[indicators.Y]\n{COUNT}", "utf-8")
        quarters = "".join(
            f"Q,{year}-Q{quarter},{10 * quarter}\n"
            for year in range(2006, 2010)
            for quarter in range(1, 5)
        )
        years = "".join(f"Y,{year},20\n" for year in range(2006, 2010))
        data.write_text(f"indicator,period,value\n{quarters}{years}", "utf-8")
        arguments = ("--method=seasonal_last", "--to=2010-Q1", "--format=json")
        found = json.loads(run("project", str(plan), str(data), *arguments).stdout)["indicators"]

        assert [("seasonal_last", None), (None, "no_season")] == [
            (each["method"], each["reason"]) for each in found
        ]

    def test_range_level(self, tmp_path: Path) -> None:
        """A range that holds less stands for a larger error, and makes a wider interval."""
        plan, data = tmp_path / "plan.toml", tmp_path / "seen.csv"
        plan.write_text(f"{HEAD}[indicators.A]\n{COUNT}targets = {{ 2010 = 60 }}\n", "utf-8")
        rows = "".join(f"A,{year},20 (14..26)\n" for year in range(2006, 2010))
        data.write_text(f"indicator,period,value\n{rows}", "utf-8")
        usual, wider = (
            json.loads(run("project", str(plan), str(data), "--format=json", *more).stdout)
            for more in ((), ("--range-level=0.5",))
        )
        low, high = (
            each["indicators"][0]["figures"][-1]["interval"]["high"] for each in (usual, wider)
        )

        assert low < high
        assert [0.95, 0.5] == [each["indicators"][0]["range_level"] for each in (usual, wider)]

    def test_figures_without_a_day(self, tmp_path: Path) -> None:
        """Without --as-of all figures count, and without --to the last target says the period."""
        plan, data = tmp_path / "plan.toml", tmp_path / "seen.csv"
        plan.write_text(f"{HEAD}[indicators.A]\n{COUNT}targets = {{ 2010 = 60 }}\n", "utf-8")
        data.write_text("indicator,period,value\nA,2006,20\nA,2007,41\nA,2008,63\n", "utf-8")
        (row,) = json.loads(run("project", str(plan), str(data), "--format=json").stdout)[
            "indicators"
        ]

        assert ("2010", "2008-12-31") == (row["to"], row["as_of"])
        assert "half_drift" == row["method"]

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("--to=20x0",), ("20x0",)),
            (("--method=drfit",), ("unknown method 'drfit'", "did you mean 'drift'?")),
            (("--level=1.5",), ("level",)),
            (("--level=nan",), ("level",)),
            (("--range-level=95",), ("range_level", "such as 0.95")),
            (("--indicator=T-R",), ("unknown indicator 'T-R'", "did you mean 'T-R1'?")),
        ],
        ids=["period", "method", "level", "nan", "range level", "indicator"],
    )
    def test_bad_arguments(self, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
        """What cannot be read or does not exist is a message with a mend, status 3."""
        result = run("project", FRAMEWORK, BRIEFING, *arguments)

        assert 3 == result.exit_code
        assert "" == result.stdout
        assert "mend:" in result.stderr
        for word in words:
            assert word in result.stderr

    @pytest.mark.parametrize("argument", ["--level=much", "--as-of=2008", "--format=svg"])
    def test_wrong_usage(self, argument: str) -> None:
        """What is no number, no day or no form is wrong usage, status 2."""
        result = run("project", FRAMEWORK, argument)

        assert 2 == result.exit_code
        assert "" == result.stdout

    def test_unknown_indicators_are_refused(self, tmp_path: Path) -> None:
        """Figures of an unknown indicator are never dropped in silence."""
        data = tmp_path / "seen.csv"
        data.write_text("indicator,period,value\nC-R33,2008,5\n", encoding="utf-8")
        result = run("project", FRAMEWORK, str(data), BRIEFING)

        assert 3 == result.exit_code
        assert "observations of unknown indicator 'C-R33'" in result.stderr

    def test_chart(self, tmp_path: Path) -> None:
        """A fan chart of the one indicator that is named is written in the language asked for."""
        file = tmp_path / "trained.svg"

        result = run(*LATER, "--indicator=T-R1", f"--chart={file}", "--language=fr")

        assert 0 == result.exit_code
        assert 'xml:lang="fr"' in file.read_text(encoding="utf-8")

    def test_a_chart_shows_one_indicator(self, tmp_path: Path) -> None:
        """A chart of all indicators is refused, and nothing is written."""
        file = tmp_path / "all.svg"

        result = run(*LATER, f"--chart={file}")

        assert 2 == result.exit_code
        assert "a chart shows one indicator, not 10" in result.stderr
        assert not file.exists()
