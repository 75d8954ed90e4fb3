from pathlib import Path

from command_line import run


class TestLabels:
    """`indh-me labels`."""

    def test_list(self) -> None:
        """All labels are listed as tables of a framework file."""
        result = run("labels", "es")

        assert 0 == result.exit_code
        assert '\n[labels.es.status]\n# achieved = "Achieved"\n' in result.stdout

    def test_labels_of_a_framework(self, tmp_path: Path) -> None:
        """Those of a framework stand among them, and a workbook says them."""
        file = tmp_path / "framework.toml"
        head = '[framework]\ncode = "A"\nlanguages = ["es"]\n[labels.es.status]\n'
        file.write_text(f'{head}no_target = "Sin meta"\n[indicators.M]\nunit = "milestone"\n')

        assert '\nno_target = "Sin meta"\n' in run("labels", "es", str(file)).stdout
        assert "Sin meta" in run("assess", str(file), "--as-of=2008-03-27").stdout

    def test_bad_language(self) -> None:
        """What is no language is refused."""
        result = run("labels", "Spanish")

        assert 3 == result.exit_code
        assert "'Spanish' is not a language tag" in result.stderr
