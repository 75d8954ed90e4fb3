import pytest

from indh_me.survey import Expression
from indh_me.write.questionnaire import condition_words, numbers_of
from indh_me.write.words import Words
from questionnaires import every_kind


def said(condition: str, language: str = "en") -> str:
    """Say a condition on the form with every kind of question."""
    form = every_kind()
    tree = Expression.parse(condition).tree
    return condition_words((tree,), form, numbers_of(form), Words(language, form.languages))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("${consent} = 'yes'", "the answer to question 1 is “Yes”"),
        ("${consent} != 'no'", "the answer to question 1 is not “No”"),
        ("not(${consent} = 'no')", "the answer to question 1 is not “No”"),
        ("selected(${channels}, 'tv')", "“Television” is among the answers to question 15"),
        (
            "not(selected(${channels}, 'tv'))",
            "“Television” is not among the answers to question 15",
        ),
        ("selected(${consent}, 'yes')", "the answer to question 1 is “Yes”"),
        ("${age} >= 18", "the answer to question 3 is at least 18"),
        ("18 > ${age}", "the answer to question 3 is less than 18"),
        ("${hours} <= 2.5", "the answer to question 14 is at most 2.5"),
        ("${age} != 18", "the answer to question 3 is not 18"),
        ("${comment} = ''", "question 19 has no answer"),
        ("'' != ${comment}", "question 19 has an answer"),
        (
            "${age} > 18 and (${consent} = 'no' or ${age} = 20)",
            (
                "the answer to question 3 is more than 18 and "
                "(the answer to question 1 is “No” or the answer to question 3 is 20)"
            ),
        ),
        ("${times} + ${age} > 3", "this holds: \u2066[13] + [3] > 3\u2069"),
        ("${yearly} > 3", "this holds: \u2066(coalesce([14], 0) * 52) > 3\u2069"),
        ("not(${age} > 18)", "this holds: \u2066not([3] > 18)\u2069"),
    ],
)
def test_condition_in_words(condition: str, expected: str) -> None:
    """Conditions are said in words, by the numbers that stand on paper; what has no words is a
    formula with these numbers.
    """
    assert expected == said(condition)


def test_condition_in_other_languages() -> None:
    """Words of choices and signs of numbers are those of the language."""
    assert "كان جواب السؤال 1 هو «نعم»" == said("${consent} = 'yes'", "ar")
    assert "la réponse à la question 14 est d'au plus 2,5" == said("${hours} <= 2.5", "fr")
