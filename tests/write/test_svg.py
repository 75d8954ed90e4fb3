import xml.etree.ElementTree as ET

import pytest

from indh_me.write.svg import coordinate, element, font_width, path_of, text_element, wrapped


def test_attributes_are_escaped() -> None:
    """Whatever an attribute holds, it stays inside its quotes."""
    made = ET.fromstring(element("a", title='5 < 6 & "so"', xml_lang="ar", font_size=12))

    assert '5 < 6 & "so"' == made.get("title")
    assert "12" == made.get("font-size")
    assert "ar" == made.get("{http://www.w3.org/XML/1998/namespace}lang")


@pytest.mark.parametrize("text", ["a < b & c > d", "</text>", "التكوين", "a\x00\ufffe\ud800b"])
def test_text_is_escaped(text: str) -> None:
    """Whatever a text holds, it is text; characters that no file can hold are left out."""
    made = ET.fromstring(text_element("text", text))

    assert text.replace("\x00", "").replace("\ufffe", "").replace("\ud800", "") == made.text


def test_children_stand_on_lines_of_their_own() -> None:
    """An element with others inside is written over several lines, for eyes and for diffs."""
    assert "<g>\n<a/>\n<b/>\n</g>" == element("g", element("a"), element("b"))


@pytest.mark.parametrize(
    ("number", "expected"), [(0.004, "0"), (-0.004, "0"), (100, "100"), (1.5, "1.5"), (-2, "-2")]
)
def test_coordinates_are_short(number: float, expected: str) -> None:
    """A coordinate has hundredths at most, no idle zeros, and no minus before nothing."""
    assert expected == coordinate(number)


def test_path() -> None:
    """A path moves to its first point and draws lines to the others."""
    assert "M0 1 L2 3 L4 5.5" == path_of([(0, 1), (2, 3), (4, 5.5)])
    assert "M0 1 L2 3 Z" == path_of([(0, 1), (2, 3)], closed=True)


def test_lines_fit() -> None:
    """No line is wider than its room, unless it is one word; no word is lost."""
    text = "a few words and one that-is-much-longer-than-any-line would-be"
    lines = wrapped(text, 10, 80)

    assert text == " ".join(lines)
    assert all(font_width(line, 10) <= 80 or " " not in line for line in lines)
    assert [] == wrapped("  ", 10, 80)
