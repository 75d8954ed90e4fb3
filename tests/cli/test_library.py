import json

from command_line import (
    run,
)


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
