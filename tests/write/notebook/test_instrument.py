from indh_me.model import Text
from indh_me.survey import Choice, ChoiceList, Grid, Instrument, Question, Section
from shown import shown, texts

TRAINED = Question(name="trained", kind="single", label=Text.of(en="Trained?"), choices="yes_no")
WHEN = Question(
    name="when", kind="text", label=Text.of(en="When? <b>"), relevant="${trained} = 'yes'"
)


def form(*items: Question | Grid) -> Instrument:
    """Draft a form of a section."""
    yes, no = (Choice(word, Text.of(en=word.title())) for word in ("yes", "no"))
    return Instrument(
        code="visit",
        title=Text.of(en="A visit"),
        version="2026112301",
        languages=["en", "ar"],
        sections=[Section(name="who", label=Text.of(en="Who you are"), items=items)],
        choice_lists=[ChoiceList(name="yes_no", choices=[yes, no])],
    )


def test_questions_have_choices_and_conditions() -> None:
    """A question stands with its number, name, words, choices, and when it is asked."""
    root = shown(form(TRAINED, WHEN))

    assert ["Who you are", "1", "trained", "Trained?", "Yes, No", ""] == texts(root)[:6]
    assert ["2", "when", "When? <b>", ""] == texts(root)[6:10]
    assert "1" in texts(root)[10]


def test_rows_of_a_grid_stand_under_its_words() -> None:
    """The words of a grid stand once above its rows."""
    rows = [
        Question(name=name, kind="single", label=Text.of(en=name), choices="yes_no")
        for name in ("a", "b")
    ]
    root = shown(form(Grid(name="both", label=Text.of(en="Of these:"), rows=rows)))
    told = [each for each in texts(root) if each in {"Who you are", "Of these:", "a", "b"}]

    assert ["Who you are", "Of these:", "a", "a", "b", "b"] == told


def test_language_of_the_form_is_taken() -> None:
    """A form is shown in its first language."""
    assert "en" == shown(form(TRAINED)).get("lang")
