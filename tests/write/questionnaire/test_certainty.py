import pytest

from indh_me.survey import Expression
from indh_me.write.questionnaire.certainty import certain, conjuncts


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("${a} = 'x'", True),
        ("${a} = 'y'", False),
        ("${b} = 'x'", None),
        ("${a} = 'y' and ${b} = 'x'", False),
        ("${b} = 'x' and ${a} = 'y'", False),
        ("${a} = 'x' and ${b} = 'x'", None),
        ("${a} = 'x' or ${b} = 'x'", True),
        ("${a} = 'y' or ${b} = 'x'", None),
        ("${a} = 'y' or ${none} = 'x'", False),
        ("not(${a} = 'y' and ${b} = 'x')", True),
        ("not(${b} = 'x')", None),
        ("${none} = ''", True),
        ("today() > date('2008-03-27')", None),
    ],
)
def test_what_is_certain(condition: str, *, expected: bool | None) -> None:
    """A condition is certain when no answer that is not known could change it."""
    assert expected is certain(Expression.parse(condition).tree, {"a": "x", "none": None})


def test_conjuncts() -> None:
    """A condition comes apart into those that must all hold, and no further."""
    tree = Expression.parse("${a} = 1 and (${b} = 2 or ${c} = 3) and not(${d} = 4)").tree

    parts = [str(part) for part in conjuncts(tree)]

    assert ["${a} = 1", "${b} = 2 or ${c} = 3", "not(${d} = 4)"] == parts
