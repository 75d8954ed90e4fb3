import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from indh_me.cli import main

INDH = Path(__file__).parents[1] / "examples" / "indh"
FRAMEWORK = str(INDH / "framework.toml")
ILLUSTRATION = str(INDH / "illustration.csv")
BRIEFING = "--as-of=2008-03-27"
HEAD = '[framework]\ncode = "DEMO"\nlanguages = ["fr"]\n'
COUNT = 'unit = "count"\ndirection = "increase"\naccumulation = "sum"\n'
JSON_KEYS = [
    "code",
    "categories",
    "unit",
    "period",
    "baseline",
    "target",
    "actual",
    "to_date",
    "rate",
    "method",
    "reason",
    "status",
    "verdict",
    "days_overdue",
    "expected",
    "expected_on",
    "expected_share",
    "expected_reason",
    "progress",
    "versions",
    "findings",
    "disaggregation",
    "groups",
]


def run(*arguments: str) -> Result:
    """Run a verb in this process."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def start(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a verb in a process of its own, as its users do."""
    return subprocess.run(
        [sys.executable, "-m", "indh_me", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env=None if env is None else {**os.environ, **env},
        preexec_fn=before,
    )


def assessed(*arguments: str) -> dict[str, dict[str, Any]]:
    """Assess in JSON, and give the rows by code."""
    result = run("assess", *arguments, "--format=json")

    assert 0 == result.exit_code, result.output
    return {row["code"]: row for row in json.loads(result.stdout)["indicators"]}


class TestHelp:
    """What the command says of itself."""

    @pytest.mark.parametrize(
        "verb", ["new", "library", "check", "assess", "explain", "breakdown", "workbook"]
    )
    def test_every_verb_shows_an_example(self, verb: str) -> None:
        """The help of every verb holds an example of it."""
        result = run(verb, "--help")

        assert 0 == result.exit_code
        assert f"indh-me {verb} " in result.stdout.partition("Example:")[2]

    @pytest.mark.parametrize("verb", ["assess", "explain", "breakdown"])
    def test_examples_work(
        self, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The examples of the help run in the folder that `new` writes."""
        run("new", str(tmp_path / "mine"))
        monkeypatch.chdir(tmp_path / "mine")
        examples = run(verb, "--help").stdout.partition("Example:")[2].strip().splitlines()

        assert len(examples) > 1
        for example in examples:
            assert 0 == run(*example.split()[1:]).exit_code, example

    def test_version(self) -> None:
        """The version is printed."""
        assert run("--version").stdout.startswith("indh-me, version ")

    def test_wrong_usage(self) -> None:
        """Wrong usage exits with 2 and says what was wrong."""
        result = run("assess", FRAMEWORK, "--as-of=soon")

        assert 2 == result.exit_code
        assert "'soon' is not a day: write it as 2008-03-27" in result.stderr

    def test_wrong_language(self) -> None:
        """What is no language tag is wrong usage, not English in silence."""
        result = run("assess", FRAMEWORK, BRIEFING, "--language=english")

        assert 2 == result.exit_code
        assert "'english' is not a language tag" in result.stderr


class TestNew:
    """`indh-me new`."""

    def test_starter_can_be_used_at_once(self, tmp_path: Path) -> None:
        """What `new` writes passes `check`, can be assessed and becomes a workbook."""
        folder = tmp_path / "mine"
        files = [str(folder / name) for name in ("framework.toml", "observations.csv")]

        assert 0 == run("new", str(folder)).exit_code
        assert 0 == run("check", *files, "--as-of=2026-12-31").exit_code
        assert 0 == run("assess", *files, "--as-of=2026-12-31").exit_code
        book = folder / "book.xlsx"
        assert 0 == run("workbook", *files, f"--output={book}", "--as-of=2026-12-31").exit_code
        assert book.read_bytes().startswith(b"PK")

    def test_nothing_is_overwritten(self, tmp_path: Path) -> None:
        """A folder that holds one of the files already is refused, and left as it was."""
        (tmp_path / "framework.toml").write_text("mine", encoding="utf-8")

        result = run("new", str(tmp_path))

        assert 3 == result.exit_code
        assert "framework.toml exists already" in result.stderr
        assert ["framework.toml"] == [file.name for file in tmp_path.iterdir()]

    def test_framework_from_the_library(self, tmp_path: Path) -> None:
        """What `new --with` writes passes `check`, can be assessed and becomes a workbook."""
        folder = tmp_path / "mine"
        files = [str(folder / name) for name in ("framework.toml", "observations.csv")]
        made = run("new", str(folder), "--with=training, communication.reach")
        checked = run("check", *files, "--as-of=2026-12-31")
        book = folder / "book.xlsx"

        assert 0 == made.exit_code
        assert ["framework.toml", "observations.csv", "framework.schema.json"] == [
            Path(line).name for line in made.stdout.splitlines()
        ]
        assert 0 == checked.exit_code
        assert "0 error" in checked.stdout
        assert 0 == run("assess", *files, "--as-of=2026-12-31").exit_code
        assert 0 == run("workbook", *files, f"--output={book}", "--as-of=2026-12-31").exit_code

    def test_languages_of_the_framework(self, tmp_path: Path) -> None:
        """With --languages the texts are in these alone, the first of them the default."""
        folder = tmp_path / "mine"
        result = run("new", str(folder), "--with=communication", "--languages=ar,fr")
        text = (folder / "framework.toml").read_text(encoding="utf-8")

        assert 0 == result.exit_code
        assert 'languages = ["ar", "fr"]' in text
        assert ".en = " not in text

    def test_unknown_theme(self, tmp_path: Path) -> None:
        """An unknown theme is refused with the nearest one, and nothing is written."""
        result = run("new", str(tmp_path / "mine"), "--with=trainig")

        assert 3 == result.exit_code
        assert "error: 'trainig' is no theme or indicator of the library\n" in result.stderr
        assert "did you mean 'training'?" in result.stderr
        assert [] == list(tmp_path.iterdir())

    def test_unknown_language(self, tmp_path: Path) -> None:
        """A language that the library has not is refused, and nothing is written."""
        result = run("new", str(tmp_path / "mine"), "--with=training", "--languages=fr,es")

        assert 3 == result.exit_code
        assert "error: the library has no words in 'es'\n" in result.stderr
        assert [] == list(tmp_path.iterdir())

    def test_languages_need_the_library(self, tmp_path: Path) -> None:
        """The invented example has its own languages: --languages without --with is wrong usage."""
        result = run("new", str(tmp_path / "mine"), "--languages=fr")

        assert 2 == result.exit_code
        assert "--languages goes together with --with" in result.stderr


class TestLibrary:
    """`indh-me library`."""

    def test_list(self) -> None:
        """Without names all indicators are listed, in French unless asked otherwise."""
        result = run("library")

        assert 0 == result.exit_code
        assert "Taux d'achèvement de la formation" in result.stdout
        assert "communication.reach" in result.stdout

    def test_theme_in_a_language(self) -> None:
        """A theme is listed alone, in the language asked for."""
        result = run("library", "communication", "--language=ar")

        assert 0 == result.exit_code
        assert "الثقة في البرنامج" in result.stdout
        assert "training." not in result.stdout

    def test_reference_sheets(self) -> None:
        """For codes of indicators their sheets are shown, and no list."""
        result = run("library", "training.coverage", "communication.trust", "--language=en")

        assert 0 == result.exit_code
        assert result.stdout.startswith("training.coverage\nCoverage of the target population\n")
        assert "\ncommunication.trust\nTrust in the programme\n" in result.stdout

    def test_theme_and_code(self) -> None:
        """Asked for a theme and a code, it lists the one and shows the sheet of the other."""
        result = run("library", "training.coverage", "communication", "--language=en")

        assert 0 == result.exit_code
        assert "communication.trust" in result.stdout
        assert "Coverage of the target population\nResult\n" in result.stdout
        assert "training.attendances" not in result.stdout

    def test_json(self) -> None:
        """In JSON it is a framework in the file format."""
        plain = json.loads(run("library", "training.coverage", "--format=json").stdout)

        assert ["framework", "sources", "dimensions", "results", "indicators"] == list(plain)
        assert ["training.coverage"] == list(plain["indicators"])
        assert (
            "Couverture de la population cible"
            == (plain["indicators"]["training.coverage"]["name"]["fr"])
        )

    def test_unknown_code(self) -> None:
        """An unknown code is refused with the nearest one."""
        result = run("library", "training.completion")

        assert 3 == result.exit_code
        assert "did you mean 'training.completion_rate'?" in result.stderr


class TestAssess:
    """`indh-me assess`."""

    def test_briefing_in_json(self) -> None:
        """On the day of the briefing every indicator stands where the source says."""
        rows = assessed(FRAMEWORK, BRIEFING)

        assert {"best": None, "low": 18000, "high": None} == rows["T-R1"]["to_date"]
        assert ("2008", "not_due") == (rows["T-R1"]["period"], rows["T-R1"]["status"])
        assert 4 == rows["C-R3"]["to_date"]["best"]
        places = {
            each["categories"]["place"]: each["to_date"]["best"]
            for each in rows["C-R3"]["disaggregation"]
        }
        assert dict.fromkeys(("dakhla", "agadir", "settat", "meknes"), 1) == places
        assert ("overdue", 87) == (rows["C-P1"]["status"], rows["C-P1"]["days_overdue"])
        assert "not_due" == rows["C-P4"]["status"]
        for code in ("C-R2", "C-R6"):
            assert {"best": None, "low": 1, "high": None} == rows[code]["to_date"]

    def test_shape_of_the_json(self) -> None:
        """The keys of the JSON are those that are documented, in their order."""
        plain = json.loads(run("assess", FRAMEWORK, BRIEFING, "--format=json").stdout)

        assert ["framework", "as_of", "indicators"] == list(plain)
        assert all(list(row) == JSON_KEYS for row in plain["indicators"])

    def test_rate_is_a_fraction(self) -> None:
        """A rate is a fraction: 27 400 of 30 000 is 0.9133, not 91.33."""
        rows = assessed(FRAMEWORK, ILLUSTRATION, "--as-of=2011-03-31")

        assert 27_400 / 30_000 == rows["T-R1"]["rate"]["best"]

    def test_table_for_people(self) -> None:
        """Without a format a table is printed, in the language asked for."""
        result = run("assess", FRAMEWORK, BRIEFING, "--language=fr")

        assert 0 == result.exit_code
        assert "au moins 18 000" in result.stdout
        assert "Échéance dépassée (jours de retard : 87)" in result.stdout

    def test_strict(self) -> None:
        """With --strict an overdue milestone makes the exit status 1."""
        assert 1 == run("assess", FRAMEWORK, BRIEFING, "--strict").exit_code

    def test_unknown_indicators_are_refused(self, tmp_path: Path) -> None:
        """Figures of an unknown indicator are never dropped in silence."""
        data = tmp_path / "seen.csv"
        data.write_text("indicator,period,value\nT-R2,2008,5\n", encoding="utf-8")

        result = run("assess", FRAMEWORK, str(data), BRIEFING)

        assert 3 == result.exit_code
        assert "'T-R2'" in result.stderr


class TestAssessFurther:
    """`indh-me assess` with groups, classes and scores."""

    def test_groups(self) -> None:
        """With --by the groups of a dimension are assessed too, in JSON and in the table."""
        rows = assessed(FRAMEWORK, BRIEFING, "--by=place")
        result = run("assess", FRAMEWORK, BRIEFING, "--by=place", "--language=fr")

        assert [] == rows["T-R1"]["groups"]
        assert [{"place": each} for each in ("agadir", "dakhla", "meknes", "settat")] == [
            group["categories"] for group in rows["C-R3"]["groups"]
        ]
        assert all(list(group) == JSON_KEYS for group in rows["C-R3"]["groups"])
        assert 0 == result.exit_code
        assert "│   Meknès " in result.stdout

    def test_unknown_dimension(self) -> None:
        """A dimension that the plan does not have is refused with the nearest one."""
        result = run("assess", FRAMEWORK, BRIEFING, "--by=places")

        assert 3 == result.exit_code
        assert "error: unknown dimension 'places'\n" in result.stderr
        assert "did you mean 'place'?" in result.stderr

    def test_unknown_category(self, tmp_path: Path) -> None:
        """A figure of a category that the dimension does not have is refused with --by."""
        data = tmp_path / "seen.csv"
        data.write_text("indicator,period,value,by:place\nC-R3,2007,1,dakla\n", "utf-8")
        result = run("assess", FRAMEWORK, str(data), BRIEFING, "--by=place")

        assert 3 == result.exit_code
        assert "error: unknown category 'dakla' of dimension 'place'\n" in result.stderr
        assert "did you mean 'dakhla'?" in result.stderr

    def test_classes(self) -> None:
        """With --preset each indicator has its class under a published rule, or why it has none."""
        arguments = (FRAMEWORK, ILLUSTRATION, "--as-of=2011-03-31", "--preset=undp_irrf")
        plain = json.loads(run("assess", *arguments, "--format=json").stdout)
        classes = {each["code"]: each for each in plain["classes"]}
        result = run("assess", *arguments, "--language=fr")

        assert [row["code"] for row in plain["indicators"]] == list(classes)
        assert ("undp_irrf", "green", None) == tuple(
            classes["T-R1"][key] for key in ("preset", "class", "reason")
        )
        assert (None, "no_figure") == (classes["C-R3"]["class"], classes["C-R3"]["reason"])
        assert "│ Vert " in result.stdout
        assert "\nClasse : PNUD, cadre intégré" in result.stdout

    def test_unknown_preset(self) -> None:
        """A preset that does not exist is refused with the nearest one."""
        result = run("assess", FRAMEWORK, BRIEFING, "--preset=undp")

        assert 3 == result.exit_code
        assert "error: unknown preset 'undp'\n" in result.stderr
        assert "undp_irrf" in result.stderr

    def test_scores(self) -> None:
        """With --rollup each result has a score, and what could not be computed is listed."""
        arguments = (FRAMEWORK, ILLUSTRATION, "--as-of=2011-03-31", "--rollup=minimum")
        plain = json.loads(run("assess", *arguments, "--format=json").stdout)
        result = run("assess", *arguments, "--language=en")

        assert ["framework", "as_of", "indicators", "rollup"] == list(plain)
        assert ["rule", "results", "total"] == list(plain["rollup"])
        assert ("minimum", None) == (plain["rollup"]["rule"], plain["rollup"]["total"]["code"])
        assert 0 == plain["rollup"]["total"]["capped"]["best"]
        assert (
            "Roll-up to results as of 2011-03-31: the weakest indicator speaks for the result"
            in result.stdout
        )
        assert "\nC-R1: not computed: there is no target\n" in result.stdout

    def test_weights_that_do_not_total_100(self, tmp_path: Path) -> None:
        """Weights of siblings that do not total 100 are refused, with the results they are of."""
        file = tmp_path / "framework.toml"
        results = '[results.a]\nlevel = "output"\nweight = 60\n[results.b]\nlevel = "output"\n'
        file.write_text(HEAD + results + "weight = 30\n", encoding="utf-8")
        result = run("assess", str(file), BRIEFING, "--rollup=weighted")

        assert 3 == result.exit_code
        assert "error: weights at the top total '90.0', not 100\n" in result.stderr
        assert "change the weights of 'a', 'b' so that they total 100" in result.stderr

    def test_negative_weight(self, tmp_path: Path) -> None:
        """A weight below zero is refused when the file is read, with its line."""
        file = tmp_path / "framework.toml"
        file.write_text(HEAD + '[results.a]\nlevel = "output"\nweight = -1\n', encoding="utf-8")
        result = run("assess", str(file), BRIEFING, "--rollup=weighted")

        assert 3 == result.exit_code
        assert "error: weight '-1.0' is no share\n" in result.stderr
        assert "framework.toml:6: results.a.weight" in result.stderr
        assert "weights are 0 to 100 percent" in result.stderr

    def test_unknown_rule(self) -> None:
        """A way to roll up that does not exist is wrong usage."""
        result = run("assess", FRAMEWORK, BRIEFING, "--rollup=average")

        assert 2 == result.exit_code
        assert "one_vote" in result.stderr

    def test_thresholds_of_a_preset(self, tmp_path: Path) -> None:
        """A preset whose edges are no rates is refused as thresholds, with what to do instead."""
        file = tmp_path / "framework.toml"
        file.write_text(HEAD + '[thresholds]\npreset = "pepfar"\n', encoding="utf-8")
        result = run("assess", str(file), BRIEFING)

        assert 3 == result.exit_code
        assert "framework.toml:5: thresholds.preset" in result.stderr
        assert "'indh-me assess --preset pepfar' shows the classes of this one" in result.stderr


class TestExplain:
    """`indh-me explain`."""

    def test_what_the_targets_ask_for(self) -> None:
        """T-R1 comes to at least 93 000, and 2008 asks for at most 3.33 times the past pace."""
        result = run("explain", FRAMEWORK, "T-R1", BRIEFING, "--language=en")

        assert 0 == result.exit_code
        assert "the total through 2010 is at least 93 000" in result.stdout
        assert "2008 asks for at most 3.33 times the yearly pace of 2005/2007" in result.stdout

    def test_unknown_code(self) -> None:
        """An unknown code is refused with the nearest one."""
        result = run("explain", FRAMEWORK, "T-R", BRIEFING)

        assert 3 == result.exit_code
        assert "did you mean 'T-R1'?" in result.stderr

    def test_every_method(self) -> None:
        """With --methods a table under the explanation tells what each method says."""
        arguments = ("explain", FRAMEWORK, "T-R1", ILLUSTRATION, "--as-of=2011-03-31")
        told = run(*arguments, "--language=en").stdout
        result = run(*arguments, "--language=en", "--methods")

        assert 0 == result.exit_code
        assert result.stdout.startswith(told)
        table = result.stdout.removeprefix(told)
        assert "T-R1  Persons who benefited from training" in table
        # 27 400 of 30 000; a count has no baseline, and T / A is for a decrease.
        assert (
            "│ target_ratio      │ Actual / target                   │           91.3 % │" in table
        )
        assert (
            "│ baseline_adjusted │ Progress from the baseline        │                  │" in table
        )
        assert table.endswith("Method of the assessment: Actual / target\n")

    def test_json(self) -> None:
        """In JSON the explanation is a list of lines, with --methods beside each method."""
        arguments = ("explain", FRAMEWORK, "T-R1", ILLUSTRATION, "--as-of=2011-03-31")
        told = run(*arguments, "--language=fr").stdout
        plain = json.loads(run(*arguments, "--language=fr", "--format=json").stdout)
        compared = json.loads(run(*arguments, "--methods", "--format=json").stdout)

        assert ["framework", "as_of", "code", "explanation"] == list(plain)
        assert ("INDH-2008", "2011-03-31", "T-R1") == tuple(plain.values())[:3]
        assert told == "\n".join(plain["explanation"]) + "\n"
        assert 27_400 / 30_000 == compared["methods"][0]["rate"]["best"]


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


def fails(result: subprocess.CompletedProcess[str], *words: str) -> None:
    """Hold that a command failed as bad input should: one screen, status 3, no traceback."""
    assert 3 == result.returncode, result.stderr
    assert result.stderr.startswith("error: ")
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") <= 70
    for word in words:
        assert word in result.stderr


class TestBadInput:
    """Files that are wrong."""

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ('[framework\ncode = "A"', ("malformed TOML", "framework.toml:1")),
            (HEAD + 'titel = "x"\n', ("'titel'", "did you mean 'title'?", ":4")),
            (
                HEAD + f"[indicators.A]\n{COUNT}[indicators.A]\n{COUNT}",
                ("malformed TOML", "rename"),
            ),
            (HEAD + f'[indicators.A]\n{COUNT}result = "r"\n', ("unknown result 'r'", ":8")),
            (
                HEAD
                + '[results.a]\nlevel = "output"\nparent = "b"\n'
                + '[results.b]\nlevel = "output"\nparent = "a"\n',
                ("part of itself",),
            ),
            (HEAD + f"[indicators.A]\n{COUNT}name = 5\n", ("indicators.A.name",)),
            (HEAD + f"[indicators.A]\n{COUNT}targets = {{ 2008 = nan }}\n", ("nan", "2008")),
            ("languages = 5", ("[framework]",)),
        ],
        ids=[
            "malformed",
            "unknown-key",
            "duplicate-code",
            "dangling-reference",
            "parent-cycle",
            "wrong-type",
            "nan",
            "no-head",
        ],
    )
    def test_faulty_framework(self, content: str, words: tuple[str, ...], tmp_path: Path) -> None:
        """A faulty file ends in a message with place and mend, status 3 and no traceback."""
        file = tmp_path / "framework.toml"
        file.write_text(content, encoding="utf-8")

        fails(start("assess", str(file), BRIEFING), *words)

    def test_forty_megabytes(self, tmp_path: Path) -> None:
        """A file of 40 MB is refused unread."""
        file = tmp_path / "framework.toml"
        file.write_bytes(b"#" * 40_000_000)

        fails(start("check", str(file)), "over the limit of 32 MiB", "split")

    def test_missing_file(self, tmp_path: Path) -> None:
        """A file that is not there is named."""
        fails(start("check", str(tmp_path / "nowhere.toml")), "nowhere.toml")

    def test_many_faults_stay_on_a_screen(self, tmp_path: Path) -> None:
        """Of hundreds of faults the first are shown, and how many there are more."""
        file = tmp_path / "seen.csv"
        file.write_text("indicator,period,value\n" + "A,2008,x\n" * 100, encoding="utf-8")

        fails(start("check", FRAMEWORK, str(file)), "and 80 more faults")

    def test_a_terminal_without_arabic(self) -> None:
        """Where the terminal has no Arabic letters, they become escapes, not a traceback."""
        result = start("explain", FRAMEWORK, "T-R1", BRIEFING, env={"PYTHONIOENCODING": "cp1252"})

        assert 0 == result.returncode, result.stderr
        assert "\\u" in result.stdout


class TestBadOutput:
    """Outputs that cannot be written."""

    def write(
        self, output: Path, before: Callable[[], None] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Write the workbook of the example."""
        # A compiled module that could not be cached would be a full disk too.
        env = {"PYTHONDONTWRITEBYTECODE": "1"}
        return start("workbook", FRAMEWORK, f"--output={output}", BRIEFING, env=env, before=before)

    def test_missing_folder(self, tmp_path: Path) -> None:
        """A missing folder is named; nothing is written."""
        fails(self.write(tmp_path / "nowhere" / "book.xlsx"), "nowhere")

        assert [] == list(tmp_path.iterdir())

    def test_output_is_a_folder(self, tmp_path: Path) -> None:
        """A folder in the place of the output is left alone."""
        folder = tmp_path / "book.xlsx"
        folder.mkdir()

        fails(self.write(folder), "folder")

        assert folder.is_dir()

    @pytest.mark.skipif(
        not Path("/proc/self").exists(), reason="needs a folder that takes no files"
    )
    def test_unwritable_folder(self) -> None:
        """A folder that takes no files, not even from an administrator, is named."""
        fails(self.write(Path("/proc/book.xlsx")), "/proc")

    def test_full_disk_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """When the disk is full the old file is intact and no part of a new one remains."""
        # Nor is there room for a record of what was covered.
        for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
            monkeypatch.delenv(name, raising=False)
        file = tmp_path / "book.xlsx"
        file.write_bytes(b"old")

        def no_room() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))

        result = self.write(file, before=no_room)

        fails(result)
        assert b"old" == file.read_bytes()
        assert [file] == list(tmp_path.iterdir())
