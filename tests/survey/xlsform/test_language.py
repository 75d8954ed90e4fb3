import pytest

from indh_me.survey.xlsform.language import language_header, language_of


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Français (fr)", "fr"),
        ("English (EN)", "en"),
        ("Arabic", "ar"),
        ("العربية", "ar"),
        ("French (french)", "fr"),
        ("zgh", "zgh"),
        ("Français (fr-MA)", "fr-MA"),
        ("Klingonese", None),
        ("", None),
        ("()", None),
    ],
)
def test_language_of_a_header(name: str, tag: str | None) -> None:
    """The language of a header is told from its code, else from its name."""
    assert tag == language_of(name)


@pytest.mark.parametrize("tag", ["ar", "fr", "en", "zgh", "ary", "fr-MA", "kab", "und"])
def test_header_is_read_back(tag: str) -> None:
    """A header that we write names the language that it was written for."""
    assert tag == language_of(language_header(tag))
