import sys
from pathlib import Path

import pytest
from attrs import evolve

from indh_me.errors import InvalidInputError, OutputError
from indh_me.model import Text
from indh_me.survey import AddedQuestion, Grid, Question, communication_forms, training_forms
from indh_me.write.form_files import CHANNELS, write_forms
from occasions import EVENT, SESSION, a_session
from refusals import refusals

FORMS = training_forms(SESSION)
CHEAP = ("limesurvey", "codebook")


def test_every_channel_has_its_files(tmp_path: Path) -> None:
    """Each form goes out in every channel, paper once a language."""
    names = write_forms(communication_forms(EVENT), tmp_path)

    assert (
        {
            f"E1_{moment}{end}"
            for moment in ("event", "reach")
            for end in (
                ".xlsx",
                "-en.pdf",
                "-fr.pdf",
                ".html",
                "-limesurvey.txt",
                "-codebook.csv",
                "-codebook.xml",
            )
        }
        | {"E1-READ-ME.md"}
        == set(names)
        == {file.name for file in tmp_path.iterdir()}
    )


def test_channels_are_picked(tmp_path: Path) -> None:
    """Only the channels that are asked for are written."""
    write_forms(FORMS, tmp_path / "new" / "folder", channels=["limesurvey"])

    assert 4 == len(list((tmp_path / "new" / "folder").iterdir()))


def test_same_forms_give_the_same_bytes(tmp_path: Path) -> None:
    """Two folders written from the same forms are equal to the byte."""
    for folder in ("one", "two"):
        write_forms([FORMS.pre], tmp_path / folder)

    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_unknown_channels_are_refused(tmp_path: Path) -> None:
    """All channels that do not exist are named, and nothing is written."""
    found = refusals(
        lambda: write_forms(FORMS, tmp_path / "x", channels=["papr", "fax"]), InvalidInputError
    )

    assert ["'papr' is no channel", "'fax' is no channel"] == [fault.what for fault in found]
    assert not (tmp_path / "x").exists()


def test_missing_words_of_all_forms_are_reported_before_a_file_is_written(tmp_path: Path) -> None:
    """Each form and text that lacks a language is named at once."""
    half = Question(name="half", kind="text", label=Text.of(en="Half?"))
    session = a_session(questions=[AddedQuestion(question=half, moments=["pre", "end"])])
    forms = training_forms(session)
    found = refusals(lambda: write_forms(forms, tmp_path / "x"), InvalidInputError)

    assert [
        "S1_pre: sections.own_questions.half.label.fr",
        "S1_end: sections.own_questions.half.label.fr",
    ] == [fault.where.path for fault in found]
    assert not (tmp_path / "x").exists()
    write_forms(forms, tmp_path / "x", channels=CHEAP, allow_missing="en")
    told = (tmp_path / "x" / "S1-READ-ME.md").read_text(encoding="utf-8")
    assert "Words that were missing were taken from: English." in told


def test_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    """A file where the folder should be is reported, not a traceback."""
    (tmp_path / "x").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match="folder cannot be made"):
        write_forms(FORMS, tmp_path / "x", channels=CHEAP)


def test_progress_is_told(tmp_path: Path) -> None:
    """Each file is told before it is written, with how many there are."""
    told: list[tuple[str, int, int]] = []
    write_forms(
        FORMS,
        tmp_path,
        channels=["limesurvey"],
        progress=lambda name, done, total: told.append((name, done, total)),
    )

    assert [1, 2, 3] == [done for _, done, _ in told]
    assert {3} == {total for _, _, total in told}


def test_read_me_tells_that_words_are_drafts(tmp_path: Path) -> None:
    """The read-me says in each language how many questions nobody has signed."""
    write_forms(FORMS, tmp_path, channels=["limesurvey"])
    text = (tmp_path / "S1-READ-ME.md").read_text(encoding="utf-8")

    assert "questions are drafts that no native specialist has signed" in text
    assert "sont des brouillons" in text


def _signed(item: Question | Grid) -> Question | Grid:
    if isinstance(item, Grid) or item.measures is None:
        return item
    return evolve(item, measures=evolve(item.measures, review={"en": "reviewed"}))


def test_signed_words_are_told(tmp_path: Path) -> None:
    """Where every question was signed in a language, the read-me says so."""
    form = FORMS.pre
    signed = form.with_parts(
        sections=[
            evolve(section, items=[_signed(item) for item in section.items])
            for section in form.sections
        ]
    )
    write_forms([signed], tmp_path, channels=["limesurvey"])
    text = (tmp_path / "S1_pre-READ-ME.md").read_text(encoding="utf-8")

    assert "were signed by a native specialist" in text


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    """The Arabic part of the read-me is set right to left."""
    form = FORMS.pre.with_parts(languages=["en", "ar"])
    write_forms([form], tmp_path, channels=["codebook"], allow_missing="en")

    assert '<div dir="rtl">' in (tmp_path / "S1_pre-READ-ME.md").read_text(encoding="utf-8")


def test_channels_are_those_of_the_command_line() -> None:
    """The command offers every channel."""
    from indh_me.cli.form import CHANNELS as OFFERED  # noqa: PLC0415 - names alike

    assert CHANNELS == OFFERED


def test_nothing_is_written_without_the_extra_that_paper_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Typst is missing, paper is refused before the first file is written."""
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(OutputError, match=r"indh-me\[paper\]"):
        write_forms(FORMS, tmp_path / "x")
    assert not (tmp_path / "x").exists()
    assert 2 == len(write_forms([FORMS.pre], tmp_path / "x", channels=["xlsform"]))
