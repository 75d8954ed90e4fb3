import pytest

from indh_me.errors import Fault
from indh_me.model import Text
from indh_me.model.text import language_tag, reads_right_to_left
from refusals import Strange, refusal, refusals


@pytest.mark.parametrize("tag", ["ar", "fr", "en", "zgh", "fr-MA", "ar-Latn-MA", "en-x-plain"])
def test_language_tags_are_taken(tag: str) -> None:
    """A BCP 47 tag is given back as it is."""
    assert tag == language_tag(tag)


@pytest.mark.parametrize("tag", ["", "f", "French", "FR", "fr_MA", "fr-", "fr ", "fr\n", 7, None])
def test_other_tags_are_refused(tag: Strange) -> None:
    """What has not the form of a language tag is refused."""
    fault = refusal(lambda: language_tag(tag))

    assert "is not a language tag" in fault.what
    assert "'fr'" in fault.mend


def test_direction_follows_script_then_language() -> None:
    """A language reads in the direction of the script that its tag names, else of its usual one."""
    tags = ["ar", "ar-MA", "he", "fr", "arn", "ar-Latn", "shi-Arab-MA", "uz-arab"]
    leftwards = [tag for tag in tags if reads_right_to_left(tag)]

    assert ["ar", "ar-MA", "he", "shi-Arab-MA", "uz-arab"] == leftwards


def test_text_is_equal_whatever_the_order() -> None:
    """Two texts of the same words are equal and hash alike, in whatever order they were given."""
    first, second = Text.of(fr="cible", ar="هدف"), Text([("ar", "هدف"), ("fr", "cible")])

    assert first == second
    assert hash(first) == hash(second)
    assert ("ar", "fr") == first.languages


def test_plain_text_has_one_language() -> None:
    """A plain text is in the language that it is said to be in."""
    assert Text.of(fr="cible") == Text.plain("cible", "fr")


def test_missing_language_gives_nothing() -> None:
    """There is no silent fallback: a missing language is `None`, and is listed as missing."""
    text = Text.of(fr="cible")

    assert text.get("en") is None
    assert ("en", "ar") == text.missing(["en", "fr", "ar"])


def test_resolve_takes_the_first_that_is_there() -> None:
    """Resolving gives the first language of those wanted, and tells which it is."""
    text = Text.of(fr="cible", en="target")

    assert ("target", "en") == text.resolve("ar", "en", "fr")


def test_resolve_takes_any_language_at_last() -> None:
    """When none of the wanted languages is there, another is given and named."""
    assert ("cible", "fr") == Text.of(fr="cible").resolve("ar", "en")
    assert ("cible", "fr") == Text.of(fr="cible").resolve()


def test_with_words_makes_another_text() -> None:
    """Adding and replacing words leaves the first text as it was."""
    text = Text.of(fr="cible")
    more = text.with_words(fr="objectif", **{"fr-MA": "but"})

    assert {"fr": "objectif", "fr-MA": "but"} == more.as_mapping()
    assert {"fr": "cible"} == text.as_mapping()


def test_text_needs_words() -> None:
    """A text without words is refused."""
    assert "a text without words" == refusal(lambda: Text({})).what


def test_blank_words_are_refused() -> None:
    """Words of blanks alone are refused, at their language."""
    fault = refusal(lambda: Text.of(fr="cible", en=" \n"))

    assert Fault("blank text in 'en'", "en", "write the words or leave it out") == fault


def test_language_given_twice_is_refused() -> None:
    """Two sets of words in one language contradict each other."""
    fault = refusal(lambda: Text([("fr", "cible"), ("fr", "but")]))

    assert "language 'fr' is given twice" == fault.what


def test_all_faults_of_a_text_are_told() -> None:
    """A text with several faults is refused with all of them."""
    faults = refusals(lambda: Text({"French": "cible", "en": " "}))

    assert 2 == len(faults)


@pytest.mark.parametrize("words", ["cible", 5, None, [("fr",)], [1]])
def test_text_is_a_mapping(words: Strange) -> None:
    """What is no mapping of languages to words is refused."""
    fault = refusal(lambda: Text(words))

    assert "is no mapping" in fault.what
    assert "{'fr': 'formation'}" in fault.mend


@pytest.mark.parametrize("words", [{"fr": 5}, {"fr": None}, {5: "cible"}])
def test_words_are_strings(words: Strange) -> None:
    """What is no string is refused, not turned into one."""
    assert "is not a string" in refusal(lambda: Text(words)).what
