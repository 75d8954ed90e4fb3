"""Forms with logic, and answers to them."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import define, field
from hypothesis import strategies as st

import indh_me as me

from .logic import DAYS, SAID, SMALL, Known, conditions, constraints, numbers

__all__ = ["answers_to", "instruments"]

LANGUAGES = ("fr", "ar", "en", "zgh")
WORDS = st.text("abcéس؟ت ⵣ'\"<&-.\n", min_size=1, max_size=12).filter(
    lambda text: text.strip() != ""
)
CODES = ("a", "b", "yes", "no", "dk", "1", "2", "x-1", "v.2", "other")


@st.composite
def _measurement(draw: st.DrawFn, codes: Sequence[str]) -> me.Measurement | None:
    if not draw(st.booleans()):
        return None
    standard = draw(st.sampled_from((None, *codes)))
    direction = st.sampled_from(("increase", "decrease"))
    return me.Measurement(
        item=draw(st.sampled_from((None, "useful"))),
        module=draw(st.sampled_from((None, "M1"))),
        kirkpatrick=draw(st.sampled_from((None, 1, 4))),
        ltem=draw(st.sampled_from((None, 8))),
        construct=draw(st.sampled_from((None, "use at work"))),
        direction=draw(direction if standard is not None else st.one_of(st.none(), direction)),
        acceptable_from=standard,
        key=draw(st.sampled_from((None, *codes))),
        objective=draw(st.sampled_from((None, "O1"))),
        feeds=draw(st.sampled_from((None, "T-R1"))),
        review=draw(st.dictionaries(st.sampled_from(LANGUAGES), st.just("reviewed"), max_size=2)),
    )


@define
class _Drawn:
    """One form while it is drawn."""

    draw: st.DrawFn
    languages: tuple[str, ...]
    known: Known = field(factory=Known)
    names: set[str] = field(factory=set)
    #: A question whose choices have others below them, and the list of these.
    cascade: tuple[str, str] | None = None

    def text(self) -> me.Text:
        return me.Text({tag: self.draw(WORDS) for tag in self.languages})

    def maybe_text(self) -> me.Text | None:
        return self.text() if self.draw(st.booleans()) else None

    def name(self, *stems: str) -> str:
        stem = self.draw(st.sampled_from(stems))
        found, number = stem, 1
        while found.lower() in self.names:
            found, number = f"{stem}{number}", number + 1
        self.names.add(found.lower())
        return found

    def condition(self) -> me.Expression | None:
        if not self.draw(st.booleans()):
            return None
        return me.Expression(self.draw(conditions(self.known)))

    def lists(self) -> None:
        count = self.draw(st.integers(1, 3))
        for name in ("yn", "agree5", "n0_10")[:count]:
            codes = self.draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=7, unique=True))
            self.known.lists[name] = me.ChoiceList(
                name,
                [me.Choice(code, self.maybe_text()) for code in codes],
                is_scale=self.draw(st.booleans()),
            )
        above = self.known.lists["yn"].codes
        self.known.lists["communes"] = me.ChoiceList(
            "communes",
            [
                me.Choice(code, self.maybe_text(), parent=self.draw(st.sampled_from(above)))
                for code in self.draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
            ],
        )

    def question(self) -> me.Question:
        kind = self.draw(st.sampled_from(list(me.QuestionKind)))
        name = self.name("q", "Age", "start", "today", "a_header")
        choices = self.draw(st.sampled_from(self.plain_lists())) if kind.has_choices else None
        within = None
        if kind is me.QuestionKind.SINGLE and self.cascade is not None and self.draw(st.booleans()):
            within, choices = self.cascade
        asks = self.draw(st.booleans()) and kind.is_asked
        rule = asks and self.draw(st.booleans())
        constraint = me.Expression(self.draw(constraints(kind, self.known))) if rule else None
        calculated = kind is me.QuestionKind.CALCULATED
        found = me.Question(
            name=name,
            kind=kind,
            label=self.maybe_text() if calculated else self.text(),
            hint=self.maybe_text(),
            choices=choices,
            within=within,
            required=asks,
            required_message=self.maybe_text() if asks else None,
            relevant=self.condition(),
            constraint=constraint,
            constraint_message=self.maybe_text() if rule else None,
            calculation=me.Expression(self.draw(numbers(self.known))) if calculated else None,
            default=self.default(kind, choices) if kind.is_asked else None,
            measures=self.draw(_measurement(self.codes(choices))),
        )
        if kind is me.QuestionKind.SINGLE and choices == "yn":
            self.cascade = (name, "communes")
        self.known.questions.append(found)
        return found

    def plain_lists(self) -> list[str]:
        return [name for name in self.known.lists if name != "communes"]

    def codes(self, choices: str | None) -> tuple[str, ...]:
        return () if choices is None else self.known.lists[choices].codes

    def default(self, kind: me.QuestionKind, choices: str | None) -> str | None:
        plain = {
            me.QuestionKind.INTEGER: st.sampled_from(("0", "12", "-3")),
            me.QuestionKind.DECIMAL: st.sampled_from(("0.5", "-1.25")),
            me.QuestionKind.DATE: DAYS.map(date.isoformat),
            me.QuestionKind.TEXT: st.sampled_from(("smith", "a + b", "it's (so)", "x div y")),
        }
        codes = self.codes(choices)
        return self.draw(st.one_of(st.none(), st.sampled_from(codes) if codes else plain[kind]))

    def grid(self) -> me.Grid:
        kind = self.draw(st.sampled_from((me.QuestionKind.SINGLE, me.QuestionKind.SCALE)))
        choices = self.draw(st.sampled_from(self.plain_lists()))
        relevant = self.condition()
        rows = [
            me.Question(
                name=self.name("row", "a_header"),
                kind=kind,
                label=self.text(),
                hint=self.maybe_text(),
                choices=choices,
                required=self.draw(st.booleans()),
                measures=self.draw(_measurement(self.codes(choices))),
            )
            for _ in range(self.draw(st.integers(1, 3)))
        ]
        self.known.questions += rows
        return me.Grid(name=self.name("g", "a"), label=self.text(), rows=rows, relevant=relevant)

    def section(self) -> me.Section:
        relevant = self.condition()
        items = [
            self.grid() if self.draw(st.sampled_from((False, False, True))) else self.question()
            for _ in range(self.draw(st.integers(1, 4)))
        ]
        return me.Section(
            name=self.name("s", "data", "page"),
            label=self.maybe_text(),
            items=items,
            relevant=relevant,
        )


@st.composite
def instruments(draw: st.DrawFn) -> me.Instrument:
    """Give forms: all kinds of questions, grids, cascades and logic, in one to three languages.

    Examples
    --------
    >>> from indh_me.testing import simplest
    >>> len(simplest(instruments()).questions)
    1
    """
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3, unique=True))
    drawn = _Drawn(draw, tuple(languages))
    drawn.lists()
    sections = [drawn.section() for _ in range(draw(st.integers(1, 3)))]
    nested = any(each.within is not None for each in drawn.known.questions)
    return me.Instrument(
        code=draw(st.sampled_from(("visit", "INDH-1.a"))),
        title=drawn.text(),
        version=draw(st.sampled_from(("2026112301", "0000000000"))),
        languages=languages,
        sections=sections,
        choice_lists=[each for each in drawn.known.lists.values() if nested or not each.is_nested],
        moment=draw(st.sampled_from((None, *me.Moment))),
    )


@st.composite
def answers_to(draw: st.DrawFn, form: me.Instrument) -> Mapping[str, me.AnswerValue]:
    """Give answers to some of the questions of a form, by name.

    Parameters
    ----------
    form
        The form. Its conditions and constraints are not looked at: `route` tells what they make
        of the answers.

    Examples
    --------
    >>> from indh_me.testing import simplest
    >>> answers = simplest(instruments().flatmap(answers_to))
    >>> isinstance(answers, dict)
    True
    """
    found: dict[str, me.AnswerValue] = {}
    for place in form.questions:
        question = place.question
        if not question.kind.is_asked or not draw(st.integers(0, 3)):
            continue
        listed = form.choices_of(question)
        if listed is not None:
            codes = st.lists(st.sampled_from(listed.codes), min_size=1, unique=True)
            several = tuple(draw(codes))
            is_many = question.kind is me.QuestionKind.MULTIPLE
            found[question.name] = several if is_many else several[0]
        elif question.kind is me.QuestionKind.INTEGER:
            found[question.name] = float(draw(SMALL))
        elif question.kind is me.QuestionKind.DECIMAL:
            found[question.name] = draw(SMALL) / 2
        elif question.kind is me.QuestionKind.DATE:
            found[question.name] = draw(DAYS)
        else:
            found[question.name] = draw(st.sampled_from(SAID))
    return found
