import json
from pathlib import Path

from command_line import (
    BRIEFING,
    FRAMEWORK,
    HEAD,
    ILLUSTRATION,
    assessed,
    run,
)

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
