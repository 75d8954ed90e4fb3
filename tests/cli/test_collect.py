import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from command_line import FRAMEWORK, ILLUSTRATION, fails, run, start
from filled_workbook import Desk
from hostile import book, cells, packed
from indh_me.model import Observations
from indh_me.read import read_framework, read_framework_file, read_observations

PLAN = read_framework(FRAMEWORK)
FILLED: Mapping[str, Mapping[str, object]] = {
    "T-R1|2008": {"value": 19_000},
    "C-R3|2009|place=agadir": {"value": "≥ 12", "known_as": None},
    "C-R4|2009": {"value": "peu", "known_as": None},
}


class TestCollect:
    """`indh-me collect`."""

    @pytest.fixture
    def desk(self, tmp_path: Path) -> Desk:
        """Return the workbook of the example, in which some figures are known."""
        known = Observations.concatenate(
            read_framework_file(FRAMEWORK)[1], read_observations(ILLUSTRATION)
        )
        return Desk(tmp_path, PLAN, known)

    def collect(self, desk: Desk, *more: str, output: str = "out.csv") -> tuple[int, str]:
        """Collect a workbook; give status and output."""
        file = desk.path.parent / output
        result = run(
            "collect",
            str(desk.path),
            f"--framework={FRAMEWORK}",
            f"--data={ILLUSTRATION}",
            f"--output={file}",
            *more,
        )
        return result.exit_code, result.output

    def test_nothing_entered(self, desk: Desk) -> None:
        """A workbook that comes back untouched changes nothing: status 0, the data as they were."""
        status, _ = self.collect(desk)

        assert 0 == status
        assert read_observations(ILLUSTRATION) == read_observations(desk.path.parent / "out.csv")

    def test_changes_are_told_and_not_taken(self, desk: Desk) -> None:
        """What is new is written, what was changed or cannot be read is told: status 1."""
        desk.fill(FILLED)
        status, told = self.collect(desk, "--language=en")
        written = read_observations(desk.path.parent / "out.csv")
        values = {(each.indicator, str(each.period)): str(each.value) for each in written}

        assert 1 == status
        assert "Changed" in told
        assert desk.cell("T-R1|2008") in told
        assert f"rejected: 'peu' is not a figure\n  where: {desk.path}: " in told
        assert "18700" == values["T-R1", "2008"]
        assert len(read_observations(ILLUSTRATION)) < len(written)

    def test_accepted_changes(self, desk: Desk) -> None:
        """With --accept, changed figures replace the known ones, and assess reads them."""
        desk.fill({"T-R1|2008": {"value": 19_000}})
        status, _ = self.collect(desk, "--accept")
        file = desk.path.parent / "out.csv"
        values = {
            (each.indicator, str(each.period)): str(each.value) for each in read_observations(file)
        }

        assert 0 == status
        assert "19000" == values["T-R1", "2008"]
        assert 0 == run("assess", FRAMEWORK, str(file), "--as-of=2011-03-31").exit_code

    def test_json(self, desk: Desk) -> None:
        """The same for programs: counts, figures with their cells, findings with theirs."""
        desk.fill(FILLED)
        status, told = self.collect(desk, "--format=json")
        plain = json.loads(told)

        assert 1 == status
        assert 1 == plain["counts"]["changed"]
        (changed,) = [each for each in plain["figures"] if each["outcome"] == "changed"]
        assert ("18700", "19000") == (changed["known"]["value"], changed["entered"][0]["value"])
        assert {"rejected"} == {each["issue"] for each in plain["findings"]}

    def test_conflict(self, desk: Desk, tmp_path: Path) -> None:
        """Two workbooks that differ are told with file and cell, and the known figure stays."""
        other = tmp_path / "other"
        other.mkdir()
        two = Desk(other, PLAN, read_observations(ILLUSTRATION))
        desk.fill({"T-R1|2008": {"value": 19_000}})
        two.fill({"T-R1|2008": {"value": 20_000}})
        status, told = self.collect(desk, str(two.path), "--accept", "--language=en")
        values = [str(each.value) for each in read_observations(desk.path.parent / "out.csv")]

        assert 1 == status
        assert 2 == told.count("Conflict ")
        assert str(two.path) in told
        assert "18700" in values

    @pytest.mark.parametrize("language", ["ar", "fr", "en"])
    def test_languages(self, desk: Desk, language: str) -> None:
        """The table is told in the language asked for."""
        _, told = self.collect(desk, f"--language={language}")

        assert {"ar": "المآل", "fr": "Suite donnée", "en": "Outcome"}[language] in told

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"no workbook", ("is no Excel workbook",)),
            (packed(book(cells("A1", "XFD1048576"))), ("reaches to XFD1048576", "mend:")),
            (packed(book(doctype="<!DOCTYPE x>")), ("declares a document type",)),
        ],
        ids=["text", "bomb", "entities"],
    )
    def test_hostile_file(self, tmp_path: Path, content: bytes, words: tuple[str, ...]) -> None:
        """A hostile file ends in a message and status 3, and nothing is written."""
        file, output = tmp_path / "book.xlsx", tmp_path / "out.csv"
        file.write_bytes(content)

        fails(start("collect", str(file), f"--framework={FRAMEWORK}", f"-o{output}"), *words)
        assert not output.exists()

    def test_other_framework(self, tmp_path: Path) -> None:
        """A workbook of another framework is bad input."""
        desk = Desk(tmp_path)
        status, told = self.collect(desk)

        assert 3 == status
        assert "the workbook is of the framework 'DEMO'" in told

    def test_missing_output(self) -> None:
        """Without an output it is wrong usage."""
        assert 2 == run("collect", "a.xlsx", f"--framework={FRAMEWORK}").exit_code
