import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.errors import Fault, ParseError
from indh_me.read.typed_number import SPACES, plain_text, spelt_numbers
from refusals import refusal

LANGUAGES = ("ar", "fr", "en", "es")
ARABIC, PERSIAN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"


def read(text: str, language: str) -> str:
    """Read a number."""
    return spelt_numbers(plain_text(text), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1250", "1250"),
        ("1 250", "1250"),
        ("1\u00a0250", "1250"),
        ("1\u202f250\u202f000", "1250000"),
        ("1\u2009250", "1250"),
        ("1,250,000", "1250000"),
        ("1.250.000", "1250000"),
        ("1,250.5", "1250.5"),
        ("1.25", "1.25"),
        ("12.5", "12.5"),
        ("0.250", "0.250"),
        ("١٢٫٥", "12.5"),
        ("١٬٢٥٠", "1250"),
        ("١٬٢٥٠٫٧٥", "1250.75"),
        ("۱۲۳", "123"),
        ("\u200f١٢", "12"),
        ("1.5e-7", "1.5e-7"),
        ("2E6", "2E6"),
        ("\N{MINUS SIGN}5", "-5"),
        (">=18 000", ">=18000"),
        ("69..73", "69..73"),
        ("64 [16/25; n=25]", "64 [16/25; n=25]"),
    ],
)
def test_one_reading(text: str, number: str, language: str) -> None:
    """A number that can be read in one way is read so in every language."""
    assert number == read(text, language)


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("1,25", "1.25", None),
        ("1,5..2,5", "1.5..2.5", None),
        ("0,250", "0.250", None),
        ("1 250,5", "1250.5", None),
        ("1.250,5", "1250.5", None),
        ("1.250", None, "1.250"),
        ("12.345", None, "12.345"),
    ],
)
def test_language_decides(text: str, french: str | None, english: str | None) -> None:
    """A comma stands before decimals in French and Arabic, and nowhere in English."""
    for language, number in (("fr", french), ("ar-MA", french), ("en", english)):
        if number is None:
            refusal(lambda tag=language: read(text, tag), ParseError)  # type: ignore[misc]
        else:
            assert number == read(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readings(language: str) -> None:
    """A comma before three digits is thousands or decimals: both are told, none is taken."""
    fault = refusal(lambda: read("1,250", language), ParseError)

    assert ("'1,250' can be read as 1250 or as 1.25", "write '1250' or '1.25'") == (
        *(fault.what, fault.mend),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["12 50", "1 25 000", "1,2,3", "12.345.67", "1.25,5.1", "1٫2٫3", "1٬25", "1 250 00"]
)
def test_no_reading(text: str, language: str) -> None:
    """Digits that no one groups like this are refused."""
    refusal(lambda: read(text, language), ParseError)


@given(
    number=st.integers(0, 10**12),
    decimals=st.text("0123456789", max_size=4),
    space=st.sampled_from(["", " ", *SPACES]),
    digits=st.sampled_from(["0123456789", ARABIC, PERSIAN]),
    language=st.sampled_from(LANGUAGES),
)
def test_grouped_numbers(
    number: int, decimals: str, space: str, digits: str, language: str
) -> None:
    """A number with spaces between thousands and the decimal sign of its language, in any digits,
    is that number.
    """
    sign = "." if language in {"en", "es"} else ","
    if len(decimals) == 3 and 0 < number < 1000 and sign == ",":
        decimals = ""
    whole = f"{number:,}".replace(",", space)
    text = f"{whole}{sign}{decimals}" if decimals else whole
    typed = text.translate(str.maketrans("0123456789", digits))

    assert float(f"{number}.{decimals or 0}") == float(read(typed, language))


@given(text=st.text(max_size=40), language=st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str) -> None:
    """Whatever is typed, it is spelt in one way or refused with what to do."""
    faults: tuple[Fault, ...] = ()
    try:
        read(text, language)
    except ParseError as error:
        faults = error.faults

    assert [] == [fault for fault in faults if fault.mend == ""]
