"""Arrows and conditions on paper lead to the same questions as a screen asks."""

from collections.abc import Iterator, Mapping

from hypothesis import given, note
from hypothesis import strategies as st

from indh_me.survey import (
    AnswerValue,
    Choice,
    ChoiceList,
    Expression,
    Grid,
    Instrument,
    Question,
    QuestionKind,
    Section,
    route,
)
from indh_me.write.questionnaire import END, Skips, skips_of
from questionnaires import every_kind, question, small, text

LETTERS = ChoiceList("letters", [Choice(code, text(code, code, code)) for code in "abc"])


def asked(name: str, **parts: object) -> Question:
    """Give a question with the answers a, b and c."""
    return question(name, "single", name, choices="letters", **parts)


def test_no_arrow_without_a_gap() -> None:
    """An answer that passes nothing over has no arrow."""
    assert {} == skips_of(small(asked("one"), asked("two"), lists=(LETTERS,))).arrows


def test_arrow_goes_to_the_next_asked() -> None:
    """An answer leads to the first question that may still be asked; who comes by the other way
    need not read the condition.
    """
    form = small(
        asked("one"), asked("two", relevant="${one} = 'a'"), asked("three"), lists=(LETTERS,)
    )
    skips = skips_of(form)

    assert {("one", "b"): "three", ("one", "c"): "three"} == skips.arrows
    assert {} == skips.before


def test_arrow_to_the_end() -> None:
    """An answer after which nothing is asked leads to the end, and a last note is read there."""
    form = small(
        asked("one"),
        asked("two", relevant="${one} = 'a'"),
        question("bye", "note", "Bye"),
        lists=(LETTERS,),
    )

    assert {("one", "b"): END, ("one", "c"): END} == skips_of(form).arrows


def test_condition_that_no_arrow_settles_is_told() -> None:
    """A question that hangs on one further up, with others between, says so."""
    form = small(
        asked("one"), asked("two"), asked("three", relevant="${one} = 'a'"), lists=(LETTERS,)
    )
    skips = skips_of(form)

    assert {} == skips.arrows
    assert ["three"] == list(skips.before)


def test_condition_is_told_to_who_passed_its_gate() -> None:
    """Who was led past a question must be told what hangs on it, though it has arrows."""
    form = small(
        asked("one"),
        asked("gate", relevant="${one} = 'a'"),
        asked("inner", relevant="${gate} = 'a' or ${one} = 'b'"),
        asked("last", relevant="${gate} = 'a'"),
        lists=(LETTERS,),
    )
    skips = skips_of(form)

    assert "last" in skips.before


def test_follow_ups_stand_beside_their_choice() -> None:
    """A text that only asks for more on a choice stands beside it, and needs no words."""
    skips = skips_of(every_kind())

    assert {
        ("role", "other"): "role_other",
        ("channels", "other"): "channels_other",
    } == skips.follow_ups
    assert ["programme"] == list(skips.before)
    assert {("consent", "no"): END, ("applied", "no"): "channels"} == skips.arrows


CONDITIONS = st.sampled_from(
    ["{0} = 'a'", "{0} != 'b'", "{0} = 'a' or {1} = 'b'", "{0} = 'c' and {1} != 'a'", "{0} != ''"]
)


@st.composite
def forms(draw: st.DrawFn) -> Instrument:
    """Draw a form whose sections, grids and questions hang on questions before them."""
    names: list[str] = []

    def condition(*, often: bool) -> str | None:
        wanted = draw(st.booleans()) or (often and draw(st.booleans()))
        if not names or not wanted:
            return None
        # Mostly on the last few, as forms do.
        pick = st.sampled_from([f"${{{name}}}" for name in names[-4:]])
        return draw(CONDITIONS).format(draw(pick), draw(pick))

    def item(number: int) -> Question | Grid:
        name = f"q{number}"
        relevant = condition(often=True)
        match draw(st.sampled_from(("single", "single", "single", "text", "note", "grid", "sum"))):
            case "grid":
                rows = [asked(f"{name}r{row}") for row in range(2)]
                grid = Grid(name=name, label=text("?", "?", "?"), rows=rows, relevant=relevant)
                names.extend(row.name for row in rows)
                return grid
            case "sum" if names:
                named = f"${{{draw(st.sampled_from(names))}}}"
                calculation = f"if({named} = 'a', 'a', 'b')"
                made = question(name, "calculated", "?", calculation=calculation, relevant=relevant)
                names.append(name)
                return made
            case "text" | "note" as kind:
                return question(name, kind, "?", relevant=relevant)
        single = asked(name, relevant=relevant)
        names.append(name)
        return single

    sections = []
    number = 0
    for at in range(draw(st.integers(1, 3))):
        relevant = condition(often=False)
        items = []
        for _ in range(draw(st.integers(1, 4))):
            items.append(item(number))
            number += 1
        sections.append(Section(name=f"s{at}", items=items, relevant=relevant))
    return small(question("x", "text", "?"), lists=(LETTERS,)).with_parts(sections=sections)


def read_on_paper(
    form: Instrument, skips: Skips, answers: Mapping[str, AnswerValue]
) -> Iterator[str]:
    """Go through a form as a reader of paper does: following arrows, reading conditions, and
    answering what is met. Gives the names of what is answered or read.
    """
    given: dict[str, AnswerValue] = {}
    beside = set(skips.follow_ups.values())
    arrow: str | None = None

    def holds(name: str) -> bool:
        told = skips.before.get(name, ())
        known = {**given, **calculated(form, given)}
        return all(Expression(part).evaluate(known) is True for part in told)

    asked_at = [at for at, place in enumerate(form.questions) if place.question.kind.is_asked]
    for at, place in enumerate(form.questions):
        name = place.name
        if place.question.kind is QuestionKind.CALCULATED or name in beside:
            continue
        if arrow == END and at <= asked_at[-1]:
            continue
        if arrow not in {None, END, name}:
            continue
        arrow = END if arrow == END else None
        holders = {place.section.name, name if place.grid is None else place.grid.name}
        if not all(holds(each) for each in holders):
            continue
        yield name
        if place.question.kind is QuestionKind.NOTE:
            continue
        given[name] = answers[name]
        code = str(answers[name])
        if (name, code) in skips.follow_ups:
            yield skips.follow_ups[name, code]
        if place.grid is None:
            arrow = skips.arrows.get((name, code))


def calculated(form: Instrument, given: Mapping[str, AnswerValue]) -> Mapping[str, AnswerValue]:
    """Work out what a reader would, from what was answered."""
    found = dict(given)
    for place in form.questions:
        if place.question.calculation is not None and all(
            each.evaluate(found) is True for each in place.conditions
        ):
            found[place.name] = place.question.calculation.evaluate(found)
    return found


@given(forms(), st.data())
def test_paper_asks_what_a_screen_asks(form: Instrument, data: st.DataObject) -> None:
    """Whoever answers every question that arrows and conditions lead to has answered what a
    screen would have asked: no more, and no less.
    """
    answers: dict[str, AnswerValue] = {}
    for place in form.questions:
        if place.question.kind is QuestionKind.TEXT:
            answers[place.name] = "words"
        elif place.question.kind.is_asked:
            answers[place.name] = data.draw(st.sampled_from("abc"), place.name)
    skips = skips_of(form)
    note(f"{skips.arrows} {skips.before}")

    expected = [
        name
        for name in route(form, answers).asked
        if (found := form.question(name)) and found.kind is not QuestionKind.CALCULATED
    ]

    assert expected == list(read_on_paper(form, skips, answers))
