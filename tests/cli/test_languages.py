from collections.abc import Mapping

import pytest

from command_line import BRIEFING, FRAMEWORK, run
from indh_me.cli import main
from indh_me.compute import Status
from indh_me.write.words import Words

LANGUAGES = ["ar", "en", "fr"]
#: Verbs that print words, how they are called, and labels that must be among the words.
SAID: Mapping[str, tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    "assess": ((FRAMEWORK, BRIEFING), (("heading", "target"), ("status", "not_due"))),
    "explain": ((FRAMEWORK, "T-R1", BRIEFING), (("heading", "status"), ("status", "not_due"))),
    "breakdown": ((FRAMEWORK, "C-R3", BRIEFING), (("heading", "to_date"), ("heading", "total"))),
    "project": ((FRAMEWORK, BRIEFING), (("heading", "projection_method"),)),
    "library": ((), (("heading", "direction"), ("direction", "increase"))),
    "check": ((FRAMEWORK, BRIEFING), (("severity", "warning"), ("heading", "mend"))),
    "doctor": ((), (("doctor", "package"),)),
}


def test_every_verb_has_the_option() -> None:
    """Each verb that prints or writes words takes the language; some write all of theirs."""
    without = {
        name
        for name, verb in main.commands.items()
        if not any("--language" in each.opts for each in verb.params)
    }

    assert {"new", "form", "labels"} == without


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", SAID)
def test_words_are_in_the_language(verb: str, language: str) -> None:
    """Headings, statuses and explanations are in the language asked for."""
    arguments, labels = SAID[verb]
    shown = run(verb, *arguments, f"--language={language}").stdout
    words = [Words(language).label(section, key) for section, key in labels]

    # English findings are written as they always were.
    plain = [word for word in words if word.casefold() not in shown.casefold()]
    assert [] == plain


def test_statuses_are_told_in_each_language() -> None:
    """No two languages say a status alike, so that the test above can fail."""
    for status in Status:
        assert 3 == len({Words(language).label("status", status) for language in LANGUAGES})
