import pytest

from indh_me.errors import InvalidInputError
from indh_me.model import Text
from indh_me.write.questionnaire import readable_in
from questionnaires import every_kind, question, small


def test_unknown_language_is_refused() -> None:
    """A language that the form does not have is refused, with those that it has."""
    with pytest.raises(InvalidInputError, match="not in 'es'") as refused:
        readable_in(every_kind(), ["es"])

    assert "ar, fr, en" in refused.value.faults[0].mend


def test_other_languages_may_lack_words() -> None:
    """Words that are missing in a language that is not wanted are no fault."""
    form = small(question("a", "text", Text.of(fr="A")))

    assert ("fr",) == readable_in(form, ["fr"]).languages


def test_all_missing_words_are_named() -> None:
    """Every text without words in a wanted language is named, in one go."""
    lacking = Text.of(fr="A")
    form = small(question("a", "text", lacking, hint=lacking), question("b", "text", "B"))

    with pytest.raises(InvalidInputError) as refused:
        readable_in(form, ["ar"])

    places = [str(fault.where) for fault in refused.value.faults]
    assert ["sections.main.a.label.ar", "sections.main.a.hint.ar"] == places


def test_words_may_be_lent() -> None:
    """With a language to lend words, they stand in for those that are missing."""
    form = small(question("a", "text", Text.of(fr="Lequel ?")))
    found = readable_in(form, ["ar"], "fr").question("a")

    assert found is not None
    assert found.label is not None
    assert "Lequel ?" == found.label.get("ar")
