from indh_me.write.questionnaire import numbers_of
from questionnaires import every_kind, question, small


def test_asked_questions_are_numbered() -> None:
    """Numbers run through all questions that a person answers, rows of grids among them."""
    numbers = numbers_of(every_kind())

    assert list(range(1, 20)) == list(numbers.values())
    assert (1, 8, 19) == (numbers["consent"], numbers["useful"], numbers["comment"])


def test_nobody_answers_notes_and_calculations() -> None:
    """Notes and calculated questions have no number, and take none from the next."""
    form = small(
        question("told", "note", "Hello"),
        question("sum", "calculated", "Sum", calculation="1 + 1"),
        question("a", "text", "A"),
    )

    assert {"a": 1} == numbers_of(form)
