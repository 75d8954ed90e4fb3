import pytest

from indh_me.write.html.element import Markup, element
from questionnaires import HOSTILE


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_escaped(words: str) -> None:
    """Words hold no tag and end no attribute."""
    written = element("p", words, title=words)

    assert 2 == written.count("<")
    assert 2 == written.count('"')


def test_markup_stands() -> None:
    """Markup stands as it is, also inside other markup."""
    assert "<p><b>&amp;</b></p>" == element("p", element("b", "&"))
    assert "<p><i></i></p>" == element("p", Markup("<i></i>"))


def test_attributes() -> None:
    """Attributes without a value stand alone; those that are not wanted are left out."""
    written = element("input", class_="x", data_at="1", checked=True, hidden=False, id=None)

    assert '<input class="x" data-at="1" checked>' == written


def test_what_html_cannot_hold_is_left_out() -> None:
    """Controls and halves of characters are left out."""
    assert "<p>ab\n</p>" == element("p", "a\x00\ud800b\n")
