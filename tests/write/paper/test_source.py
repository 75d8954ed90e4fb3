import pytest

from golden_files import GoldenFiles
from indh_me.survey import Choice, ChoiceList, Instrument
from indh_me.write.paper import paper_body
from questionnaires import every_kind, question, small, text


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_kind(golden: GoldenFiles, language: str) -> None:
    """Every kind of question has its call, with arrows, conditions and follow-ups in words."""
    golden.check(f"paper-form-{language}.txt", paper_body(every_kind(), language))


def listed(count: int, words: str = "{}") -> ChoiceList:
    """Give a list of that many choices."""
    said = [words.format(at) for at in range(count)]
    return ChoiceList("list", [Choice(f"c{at}", text(*[each] * 3)) for at, each in enumerate(said)])


def body(form: Instrument) -> str:
    """Give the body of a form in English."""
    return paper_body(form, "en").partition("\n")[2]


def test_names_of_a_long_list_are_written_in() -> None:
    """From more choices than fit a page on, the name is written on a line."""
    asked = question("a", "single", "Which?", choices="list")

    assert body(small(asked, lists=(listed(24),))).startswith("#pick(")
    assert '#words(1, "Which?", count: 1)\n' == body(small(asked, lists=(listed(25),)))


def test_long_points_are_a_list() -> None:
    """Points of a scale that are whole sentences stand below each other."""
    asked = question("a", "scale", "How?", choices="list")

    assert body(small(asked, lists=(listed(5),))).startswith("#scale(")
    words = "I could explain part {} to a colleague"
    assert body(small(asked, lists=(listed(5, words),))).startswith("#pick(")


def test_codes_are_printed_when_asked_for() -> None:
    """Codes stand beside choices for those who type answers in, but only then."""
    form = small(question("a", "single", "Which?", choices="list"), lists=(listed(3),))

    assert "codes: true" not in body(form)
    assert "codes: true" in paper_body(form, "en", codes=True)


def test_all_items_and_codes_are_there() -> None:
    """Every question that is asked is in the source with its words, every choice with its code."""
    form = every_kind()
    source = body(form)

    for place in form.questions:
        if place.question.kind.is_asked:
            assert f'"{place.question.label.get("en")}"' in source  # type: ignore[union-attr]
            choices = form.choices_of(place.question)
            for choice in [] if choices is None else choices.choices:
                assert f'choice("{choice.code}", ' in source


def test_calculations_are_left_out() -> None:
    """Nobody works out a calculated question on paper."""
    assert "Hours a year" not in body(every_kind())


def test_choice_without_words_shows_its_code() -> None:
    """A choice that has no words shows its code, in the language as in a grid."""
    bare = ChoiceList("bare", [Choice("x1"), Choice("x2")])

    assert 'choice("x1", "x1")' in body(
        small(question("a", "single", "Which?", choices="bare"), lists=(bare,))
    )
