from pathlib import Path

from command_line import run


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
