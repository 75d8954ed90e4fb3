import json
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from random import Random

import pytest
from playwright.sync_api import Browser, Page

import indh_me.write.html
from formulas import PATTERNS, Formulas, came_to
from indh_me.survey import AnswerValue, route
from indh_me.survey.evaluation import evaluate
from indh_me.survey.tree import Call, Literal, This
from indh_me.write.html.rules import questions_and_rules
from indh_me.write.html.script import javascript, json_text
from indh_me.write.html.vocabulary import Vocabulary
from questionnaires import every_kind

COUNT = 3_000
TODAY = date(2026, 11, 23)
READ = """
const read = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? new Day(value.day) : value;
const mapped = (answers) =>
  new Map(Object.entries(answers).map(([name, value]) => [name, read(value)]));
"""
RUN = """(cases) => cases.map(([answers, self], at) =>
  evaluate(rules[at], mapped(answers), read(self), new Day("2026-11-23")))"""
ROUTE = """(cases) => cases.map((answers) => {
  const found = route(questions, rules, mapped(answers), new Day("2026-11-23"));
  const stored = (value) => value instanceof Day ? value.text : value;
  const plain = [...found.answers].map(([name, value]) => [name, stored(value)]);
  return [found.asked, found.broken, found.unanswered, plain];
})"""


def given(answer: AnswerValue) -> object:
    """Write an answer for the page: a day as what it is, several codes as a list."""
    if isinstance(answer, date):
        return {"day": answer.isoformat()}
    return list(answer) if isinstance(answer, tuple) else answer


def all_given(answers: Mapping[str, AnswerValue]) -> dict[str, object]:
    """Write answers for the page."""
    return {name: given(answer) for name, answer in answers.items()}


@pytest.fixture
def page(chromium: Browser) -> Page:
    """Return an empty page without a network that knows how to evaluate."""
    page = chromium.new_context(offline=True).new_page()
    script = files(indh_me.write.html).joinpath("evaluation.js").read_text(encoding="utf-8")
    page.add_script_tag(content=script + READ)
    return page


def know(page: Page, rules: list[str]) -> None:
    """Give rules to a page."""
    listed = "".join(f"(answer, self, today) => {rule},\n" for rule in rules)
    page.add_script_tag(content=f"const rules = [{listed}];")


def test_javascript_comes_to_the_same(page: Page) -> None:
    """Of thousands of random expressions each comes to the same in the browser as in Python,
    texts, numbers and not-a-number alike.
    """
    drawn = Formulas(Random(2008))  # noqa: S311 - no secret
    cases = [(drawn.tree(), drawn.answers(), drawn.given()) for _ in range(COUNT)]
    know(page, [javascript(tree) for tree, _, _ in cases])

    found = page.evaluate(RUN, [[all_given(answers), given(this)] for _, answers, this in cases])

    differ = [
        (str(tree), answers, this, came_to(expected), came_to(value))
        for (tree, answers, this), value in zip(cases, found, strict=True)
        if came_to(expected := evaluate(tree, answers, this, today=TODAY)) != came_to(value)
    ]
    assert [] == differ


def test_patterns_find_the_same(page: Page) -> None:
    """Each pattern finds in the browser what it finds in Python, in texts of many scripts."""
    texts = [
        *("", "a", "ab", "b", "a b", "a\n", "a\nb", "x{", "x y", "12", "٣", "12.5", "y", "a12"),
        *("é", "عين", "😀", "a&b", "a|b", "a-b", "2008-03", "[a", "]", "^", "\\", "/", "}", "ab\n"),
        *("a\u00a0b", "a\x1cb", "\u2028", "a_b", "x", "b\n\n", "a\r", "Ab", "aab", "a(b){c}"),
    ]
    pairs = [(pattern, text) for pattern in PATTERNS for text in texts]
    rules = [Call("regex", (This(), Literal(pattern))) for pattern, _ in pairs]
    know(page, [javascript(rule) for rule in rules])

    found = page.evaluate(RUN, [[{}, text] for _, text in pairs])

    differ = [
        (*pair, value)
        for rule, pair, value in zip(rules, pairs, found, strict=True)
        if evaluate(rule, {}, pair[1]) is not value
    ]
    assert [] == differ


def test_page_asks_the_same(page: Page) -> None:
    """Whatever is answered, the page asks, refuses and misses the same questions as `route()`,
    and calculates the same.
    """
    form = every_kind()
    random = Random(2009)  # noqa: S311 - no secret
    questions, rules = questions_and_rules(form, Vocabulary(form))
    know(page, list(rules))
    page.add_script_tag(content=f"const questions = {json_text(questions)};")
    offered: dict[str, list[AnswerValue]] = {
        "consent": ["yes", "yes", "yes", "no", None],
        "birth": [date(1990, 1, 2), date(2030, 1, 1), None],
        "age": [12.0, 17.0, 18.0, 40.0, None],
        "role": ["official", "other", None],
        "role_other": ["x", None],
        "applied": ["yes", "no", None],
        "times": [0.0, 3.0, None],
        "hours": [0.5, 2.0, None],
        "clear": ["5", None],
        "channels": [("radio",), ("radio", "other"), ("none", "tv"), (), None],
        "channels_other": ["y", None],
        "programme": ["z", None],
        "code": ["ABC123", "abc", None],
    }
    cases = [
        {name: random.choice(answers) for name, answers in offered.items()} for _ in range(500)
    ]

    found = page.evaluate(ROUTE, [all_given(answers) for answers in cases])

    for answers, (asked, broken, unanswered, came) in zip(cases, found, strict=True):
        expected = route(form, answers, today=TODAY)
        assert list(expected.asked) == asked
        assert list(expected.broken) == broken
        assert list(expected.unanswered) == unanswered
        plain = {
            name: json.loads(json.dumps(value, default=str))
            for name, value in expected.answers.items()
        }
        assert plain == dict(came)
