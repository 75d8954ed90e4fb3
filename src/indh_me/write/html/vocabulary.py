"""All words of a form on screen, by language: the page shows those of one."""

from collections.abc import Mapping

from indh_me.model import Text
from indh_me.survey import Instrument
from indh_me.write.words import Words

from .element import Markup, element

__all__ = ["Vocabulary"]

#: Labels that the script of the page looks up by these keys.
LABELS = (
    *("unanswered", "refused", "no_number", "no_whole_number", "no_date", "to_mend", "saved"),
)


class Vocabulary:
    """Words that are gathered while a page is written.

    Parameters
    ----------
    form
        The form, with words in all its languages.
    """

    def __init__(self, form: Instrument) -> None:
        self.languages = {each: Words(each, form.languages) for each in form.languages}
        self._keys: dict[tuple[str, ...], str] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._add("title", self._texts(form.title))
        for key in LABELS:
            # What stands in braces is filled in by the page.
            self._add(key, self._labels(key, count="{count}", file="{file}"))

    def _texts(self, text: Text) -> tuple[str, ...]:
        return tuple(words.text(text) for words in self.languages.values())

    def _labels(self, key: str, **filled: str) -> tuple[str, ...]:
        return tuple(
            words.label("questionnaire", key, **filled) for words in self.languages.values()
        )

    def _add(self, key: str, words: tuple[str, ...]) -> None:
        self._words[key] = words

    def key(self, text: Text) -> str:
        """Give the key of a text, and keep it."""
        words = self._texts(text)
        key = self._keys.setdefault(words, f"t{len(self._keys)}")
        self._add(key, words)
        return key

    def text(self, text: Text, name: str = "span", **attributes: str | bool | None) -> Markup:
        """Write an element whose words change with the language."""
        return element(name, self._texts(text)[0], data_words=self.key(text), **attributes)

    def label(self, key: str, name: str = "span", **attributes: str | bool | None) -> Markup:
        """Write an element with a label of the catalogue."""
        words = self._labels(key)
        self._add(key, words)
        return element(name, words[0], data_words=key, **attributes)

    def plain(self) -> Mapping[str, Mapping[str, str]]:
        """Give all words, by language and key."""
        return {
            language: {key: words[at] for key, words in self._words.items()}
            for at, language in enumerate(self.languages)
        }
