from datetime import UTC, date, datetime

import pytest

from indh_me.errors import ParseError
from indh_me.model import Citation, Source, Text
from refusals import Strange, refusal

BRIEFING = Source(
    code="briefing", label=Text.of(fr="point de presse"), date=date(2008, 3, 27), page="1-4"
)
BAD_CODES = ["", "-a", "_a", "a b", "a;b", "a*", "x" * 65, "a\n", 5, None]


@pytest.mark.parametrize("code", ["briefing", "T-R1", "2008.1", "a" * 64, "وثيقة", "é_1"])
def test_codes_of_any_script(code: str) -> None:
    """A code is letters and digits of any script, with '_', '-' and '.' between."""
    assert code == Source(code=code).code


@pytest.mark.parametrize("code", BAD_CODES)
@pytest.mark.parametrize("kind", [Source, Citation])
def test_other_codes_are_refused(kind: type[Source | Citation], code: Strange) -> None:
    """What could not stand in a formula, a sheet name or a column is no code."""
    fault = refusal(lambda: kind(code=code), ParseError)

    assert "cannot stand as code" in fault.what
    assert "code" == fault.where.path
    assert fault.mend.startswith("use a letter or digit")


def test_source_is_cited_by_its_code() -> None:
    """A citation points to its source, with a page and the words themselves."""
    quote = Text.of(ar="9 اجتماعات")

    assert Citation("briefing", "2", quote) == BRIEFING.cite(quote, page="2")
    assert Citation("briefing") == BRIEFING.cite()


def test_with_quote_makes_another() -> None:
    """Quoting other words leaves the first citation as it was."""
    first = Citation("briefing", "2")
    quoted = first.with_quote(Text.of(fr="9 réunions"))

    assert first.quote is None
    assert Citation("briefing", "2", Text.of(fr="9 réunions")) == quoted


@pytest.mark.parametrize("words", ["", "  ", 4])
@pytest.mark.parametrize(
    ("kind", "name"), [(Source, "page"), (Source, "address"), (Citation, "page")]
)
def test_pages_and_addresses_say_something(kind: Strange, name: str, words: Strange) -> None:
    """A page or address is words, or left out."""
    fault = refusal(lambda: kind(code="a", **{name: words}))

    assert "says nothing" in fault.what
    assert name == fault.where.path


@pytest.mark.parametrize("day", ["2008-03-27", datetime(2008, 3, 27, tzinfo=UTC)])
def test_source_is_dated_by_a_day(day: Strange) -> None:
    """The date of a source is a day, no text and no moment."""
    fault = refusal(lambda: Source(code="a", date=day))

    assert "is not a day" in fault.what
    assert "date" == fault.where.path


@pytest.mark.parametrize(
    ("kind", "name"), [(Source, "label"), (Source, "quote"), (Citation, "quote")]
)
def test_words_are_in_a_language(kind: Strange, name: str) -> None:
    """Where a text is wanted a plain string is refused: its language is not known."""
    fault = refusal(lambda: kind(code="a", **{name: "point de presse"}))

    assert "'point de presse' is not a Text" == fault.what
    assert name == fault.where.path
    assert "make one with Text.of(fr='...')" == fault.mend
