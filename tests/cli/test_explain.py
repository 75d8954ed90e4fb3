import json

from command_line import (
    BRIEFING,
    FRAMEWORK,
    ILLUSTRATION,
    run,
)


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
