from itertools import pairwise

import pytest
from attrs import evolve

from indh_me.errors import UnknownCodeError
from indh_me.model import Text
from indh_me.survey import (
    Choice,
    ChoiceList,
    Instrument,
    Measurement,
    Question,
    Section,
)
from indh_me.survey.lint import FORM_RULES, check_form
from indh_me.survey.xlsform import XlsForm, xlsform_of
from refusals import refusal
from xlsforms import EN, GOOD, changed, form_of

WORDS = Text.of(en="Useful?", fr="Utile ?")


def asked(measures: Measurement | None) -> Instrument:
    """Return a form that asks one thing on a scale."""
    codes = [Choice(code, Text.of(en=code, fr=code)) for code in ("1", "2", "3")]
    question = Question(
        name="useful", kind="scale", choices="agree", label=WORDS, measures=measures
    )
    return Instrument(
        code="visit",
        title=WORDS,
        version="2026112301",
        languages=["en", "fr"],
        sections=[Section(name="who", label=WORDS, items=[question])],
        choice_lists=[ChoiceList("agree", codes, is_scale=True)],
    )


def wrong() -> XlsForm:
    """Return a form with mistakes of three rules."""
    sheets = changed(GOOD, "survey", 4, 0, "intger")
    sheets = changed(sheets, "survey", 5, 4, "")
    return form_of(changed(sheets, "settings", 1, 2, "1"))


def test_all_mistakes_are_found_at_once() -> None:
    """Every rule speaks in the same run, in the order of ids."""
    found = [each.id for each in check_form(wrong())]

    assert ["SV008", "SV009", "SV026"] == found
    assert all(one <= other for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("select", "ignore", "ids"),
    [
        ("SV008", (), ["SV008"]),
        (["SV00"], ["odd-version"], ["SV009"]),
        ((), ["SV00", "missing-words"], []),
    ],
)
def test_rules_are_picked(select: str, ignore: list[str], ids: list[str]) -> None:
    """Rules are selected and ignored by id, beginning of ids and name."""
    assert ids == [each.id for each in check_form(wrong(), select=select, ignore=ignore)]


@pytest.mark.parametrize("word", ["ME001", "SV999", "unknown-typ"])
def test_unknown_rules_are_refused(word: str) -> None:
    """A rule of frameworks, or one that does not exist, is refused with the nearest."""
    fault = refusal(lambda: check_form(wrong(), select=word), UnknownCodeError)

    assert f"unknown rule '{word}'" == fault.what


def test_instruments_are_checked_as_their_xlsform() -> None:
    """Of an instrument the same is found as of the XLSForm that is made of it."""
    form = asked(Measurement(direction="increase"))

    assert () == check_form(form)
    assert () == check_form(xlsform_of(form))


def test_scale_without_direction() -> None:
    """A scale of ours that is measured without a direction is told, at its row."""
    for form in (asked(None), xlsform_of(asked(None))):
        (found,) = check_form(form)

        assert ("SV068", "survey!B6") == (found.id, found.place.path)


def test_test_without_key() -> None:
    """A question of a tier that is told from right answers needs one."""
    measures = Measurement(direction="increase", ltem=4)

    assert ["SV069"] == [each.id for each in check_form(asked(measures))]
    assert () == check_form(asked(evolve(measures, key="2")))


def test_drafts_are_told_once_for_each_language() -> None:
    """Words of the item bank that nobody has read are told once for each language."""
    measures = Measurement(item="useful", direction="increase", review={"fr": "reviewed"})
    (found,) = check_form(asked(measures))

    assert ("SV070", "drafts in en: useful") == (found.id, found.message)


def test_forms_of_others_say_nothing_of_measures() -> None:
    """A form without our own sheet is never asked for a direction."""
    form = xlsform_of(asked(None))
    theirs = XlsForm([each for each in form.sheets if not each.name.startswith("_")])

    assert () == check_form(theirs)
    assert [] == [rule.id for rule in FORM_RULES if rule.about == ""]
    assert EN == form.sheet("settings").rows[0].get("default_language")  # type: ignore[union-attr]  # it is there
