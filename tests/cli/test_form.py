from pathlib import Path

from command_line import run
from occasions import INDH


def test_forms_of_a_session(tmp_path: Path) -> None:
    """A session gets its three forms, and the names of all files are printed."""
    result = run("form", str(INDH / "session.toml"), "-o", str(tmp_path), "--channel=limesurvey")

    assert 0 == result.exit_code
    printed = [Path(line) for line in result.stdout.splitlines()]
    assert 4 == len(printed)
    assert all(file.is_file() for file in printed)


def test_forms_of_an_event(tmp_path: Path) -> None:
    """An event gets the organiser's sheet and the survey of reach."""
    result = run(
        *("form", str(INDH / "event.toml"), "-o", str(tmp_path)),
        *("--channel=codebook", "--channel=limesurvey"),
    )

    assert 0 == result.exit_code
    assert 7 == len(list(tmp_path.iterdir()))


def test_bad_file_is_an_error(tmp_path: Path) -> None:
    """A faulty session is status 3 with every fault, and writes nothing."""
    file = tmp_path / "session.toml"
    file.write_text('[session]\ncode = "A B"\n', encoding="utf-8")
    result = run("form", str(file), "-o", str(tmp_path / "forms"))

    assert 3 == result.exit_code
    assert "'A B' cannot stand as code" in result.stderr
    assert "'title' is missing" in result.stderr
    assert not (tmp_path / "forms").exists()


def test_logic_error_is_an_error(tmp_path: Path) -> None:
    """A condition on a question that comes later is reported with its place."""
    text = (INDH / "session.toml").read_text(encoding="utf-8")
    file = tmp_path / "session.toml"
    own = '\n[questions.q]\nmoments = ["pre"]\nkind = "text"\nlabel = "?"\nrelevant = "${zz} = 1"\n'
    file.write_text(text + own, encoding="utf-8")
    result = run("form", str(file), "-o", str(tmp_path / "forms"))

    assert 3 == result.exit_code
    assert "no question is called 'zz'" in result.stderr
    assert "sections.own_questions.q.relevant" in result.stderr


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    """A file that does not exist is status 3."""
    assert 3 == run("form", "nowhere.toml", "-o", str(tmp_path)).exit_code


def test_unknown_channel_is_a_usage_error(tmp_path: Path) -> None:
    """A channel that does not exist is status 2."""
    result = run("form", str(INDH / "event.toml"), "-o", str(tmp_path), "--channel=fax")

    assert 2 == result.exit_code


def test_help_has_an_example() -> None:
    """Help shows how it is used."""
    assert "indh-me form session.toml -o forms" in run("form", "--help").stdout
