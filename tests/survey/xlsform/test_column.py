import pytest

from indh_me.survey.xlsform import Columns, FormSheet


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("relevance", "relevant"),
        ("bind::relevant", "relevant"),
        ("bind:relevant", "relevant"),
        ("skip logic", "relevant"),
        ("jr:count", "repeat_count"),
        ("Choice-Filter", "choice_filter"),
        ("control::appearance", "appearance"),
        ("command", "type"),
        ("tag", "name"),
    ],
)
def test_a_column_is_read_in_every_spelling_that_converters_know(header: str, name: str) -> None:
    """What a converter takes for a column is that column, and so is what people write for it."""
    assert {name: header} == Columns.of(FormSheet("survey", [header], [])).plain


@pytest.mark.parametrize("header", ["constraint_msg", "jr:constraintMsg", "bind::jr:constraintMsg"])
def test_words_are_read_in_every_spelling(header: str) -> None:
    """A column of words is one under its older names too."""
    columns = Columns.of(FormSheet("survey", [header], []))

    assert {("constraint_message", ""): header} == columns.words


def test_a_name_is_that_of_its_sheet() -> None:
    """What is another name of a column in one sheet is a column of its own in another."""
    columns = Columns.of(FormSheet("choices", ["value", "count", "title"], []))

    assert {"name": "value", "count": "count", "title": "title"} == columns.plain
