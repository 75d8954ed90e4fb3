import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.catalog import labels
from indh_me.compute import EntryForm
from indh_me.errors import Fault, ParseError
from indh_me.model import Absence, Quantity
from indh_me.read.typed_figure import LONGEST, typed_figure
from indh_me.testing import LANGUAGES, quantities
from indh_me.write.words import Words
from refusals import refusal


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (">=18000", ">=18000"),
        ("≥ 18 000", ">=18000"),
        ("=> 5", ">=5"),
        ("<=5", "<=5"),
        ("⩽ ٥", "<=5"),
        ("69..73", "69..73"),
        ("69 … 73", "69..73"),
        ("0.64 (0.58..0.70)", "0.64 (0.58..0.7)"),
        ("64 [16/25; n=25]", "64 [16/25; n=25]"),
        ("au moins 18 000", ">=18000"),
        ("At least 18 000", ">=18000"),
        ("18 000 على الأقل", ">=18000"),
        ("au plus 5", "<=5"),
        ("entre 69 et 73", "69..73"),
        ("بين 69 و73", "69..73"),
        ("environ 5", "5 (..)"),
        ("about 5 (between 3 and 7)", "5 (3..7)"),
        ("about 5 (at least 3)", "5 (3..)"),
        ("environ 5 (au plus 7)", "5 (..7)"),
        ("-5", "-5"),
    ],
)
def test_figures(text: str, figure: str, language: str) -> None:
    """Bounds and ranges are read in signs, and in the words of any language."""
    typed = typed_figure(text, language)

    assert (figure, EntryForm.NUMBER) == (str(typed.value), typed.form)


@pytest.mark.parametrize("text", ["45 %", "45%", "٤٥ ٪", ">=45 %", "40 %..45 %"])
def test_percentages(text: str) -> None:
    """A percent sign is taken away and told."""
    typed = typed_figure(text, "fr")

    assert (45.0, EntryForm.PERCENT) == (
        Quantity.parse(str(typed.value)).high or 45.0,
        typed.form,
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("Done", 1), ("Fait", 1), ("منجز", 1), ("oui", 1), ("YES", 1), ("نعم", 1), ("true", 1)),
        *(("Not done", 0), ("Non fait", 0), ("غير منجز", 0), ("non", 0), ("No", 0), ("لا", 0)),
    ],
)
def test_answers(text: str, number: int) -> None:
    """Answers of any language are 1 and 0, and told as answers."""
    typed = typed_figure(text, "es")

    assert (Quantity.exactly(number), EntryForm.ANSWER) == (typed.value, typed.form)


@pytest.mark.parametrize("absence", [Absence.NOT_REPORTED, Absence.NOT_APPLICABLE])
def test_absences(absence: Absence) -> None:
    """The words of the drop-down list for an absence are read in any language."""
    for word in labels()["absence"][absence.value].values():
        assert absence is typed_figure(f" {word.upper()} ", "es").value


@pytest.mark.parametrize(
    "text",
    [
        *(
            "about 100 people",
            "n/a",
            "-",
            ">5",
            "< 5",
            "69-73",
            "69 \N{EN DASH} 73",
            "=1+1",
            "5 6",
            "1e999",
        ),
        *("not_due", "inconnu", "73..69", "5 personnes", "nan", "inf", "٪", "()", "1 " * LONGEST),
    ],
)
def test_no_figure(text: str) -> None:
    """What is no figure is refused with the forms that there are."""
    fault = refusal(lambda: typed_figure(text, "fr"), ParseError)

    assert "write" in fault.mend


@given(quantity=quantities(st.integers(-(10**9), 10**9).map(float), sampled=False))
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_read_back(language: str, quantity: Quantity) -> None:
    """What the workbook writes in words of a figure is read as that figure."""
    words = Words(language).quantity(quantity)
    if quantity == Quantity():
        refusal(lambda: typed_figure(words, language), ParseError)
        return
    read = typed_figure(words, language).value

    if quantity.best is None and quantity.low == quantity.high:
        assert Quantity.exactly(quantity.low or 0.0) == read
    else:
        assert quantity == read


@given(text=st.text(max_size=40), language=st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str) -> None:
    """Whatever is typed, it is a figure or refused with what to do."""
    faults: tuple[Fault, ...] = ()
    try:
        typed_figure(text, language)
    except ParseError as error:
        faults = error.faults

    assert [] == [fault for fault in faults if fault.mend == ""]
