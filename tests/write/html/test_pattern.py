import pytest

from indh_me.errors import InvalidInputError
from indh_me.write.html.pattern import browser_pattern


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("^[A-Z]{6}$", r"^[A-Z]{6}(?=\n?(?![\s\S]))"),
        (r"\d", r"\p{Nd}"),
        (r"[\d-]", r"[\p{Nd}\-]"),
        ("a.b", r"a[^\n]b"),
        ("x{", r"x\{"),
        ("x{,3}", "x{0,3}"),
        ("x{2,}?", "x{2,}?"),
        ("[]a]", r"[\]a]"),
        ("[^]a]", r"[^\]a]"),
        (r"a\-b\_", "a-b_"),
        ("(?:a|b)", "(?:a|b)"),
    ],
)
def test_pattern_is_translated(pattern: str, written: str) -> None:
    """What browsers read otherwise than Python is written so that they find the same."""
    assert written == browser_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", ["(?P<n>a)", "(?i)a", "a++", "a{2}+", r"(a)\1", r"[\W]", "(?>a)", r"\x41"]
)
def test_what_browsers_lack_is_refused(pattern: str) -> None:
    """A pattern that browsers cannot be trusted with is refused, with what can be written."""
    with pytest.raises(InvalidInputError) as refused:
        browser_pattern(pattern)

    (fault,) = refused.value.faults
    assert "differently" in fault.what
    assert "plain patterns" in fault.mend


def test_no_pattern_is_refused() -> None:
    """What is no regular expression at all is refused as such."""
    with pytest.raises(InvalidInputError, match="no regular expression"):
        browser_pattern("[a")
