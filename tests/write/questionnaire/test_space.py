import pytest

from indh_me.write.questionnaire.space import letters_asked, whole_boxes
from questionnaires import question


@pytest.mark.parametrize(
    ("constraint", "boxes"),
    [
        (None, 5),
        (". >= 0", 5),
        (". >= 0 and . <= 120", 3),
        (". < 10", 2),
        ("99 >= .", 2),
        (". <= ${max}", 5),
    ],
)
def test_limit_tells_the_boxes(constraint: str | None, boxes: int) -> None:
    """A number has as many boxes as its largest value has digits, or the usual number."""
    assert boxes == whole_boxes(question("a", "integer", "A", constraint=constraint))


@pytest.mark.parametrize(
    ("constraint", "letters"),
    [
        (None, None),
        ("string-length(.) = 6", 6),
        ("string-length(.) <= 10 and . != 'x'", 10),
        ("string-length(.) <= 500", None),
        ("string-length(.) >= 6", None),
        ("regex(., '^[A-Z]$')", 1),
        (r"regex(., '^[A-Z]{2}-\d{4}$')", 7),
        ("regex(., '^[A-Z]+$')", None),
        ("regex(., '^(a|b)$')", None),
    ],
)
def test_length_tells_the_letters(constraint: str | None, letters: int | None) -> None:
    """A text of a set length has a box a letter; others have lines."""
    assert letters == letters_asked(question("a", "text", "A", constraint=constraint))
