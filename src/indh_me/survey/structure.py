"""What holds a form together: names, lists, and conditions on what was asked before."""

from collections.abc import Iterator

from indh_me.errors import Fault, key_path, nearest, quoted
from indh_me.model import _fields

from .choice import ChoiceList
from .expression import Expression
from .functions import ExpressionKind
from .question import Grid, Question, QuestionKind
from .section import Section, places_of

__all__ = ["structure_faults"]


def structure_faults(
    sections: tuple[Section, ...], choice_lists: tuple[ChoiceList, ...]
) -> Iterator[Fault]:
    """Find what no channel could ask.

    Parameters
    ----------
    sections
        Sections of a form, in order.
    choice_lists
        What its questions offer.
    """
    for name in _fields.repeated(each.name for each in choice_lists):
        mend = "give each list a name of its own"
        yield Fault(f"list {quoted(name)} is given twice", key_path("choice_lists", name), mend)
    structure = _Structure(sections, choice_lists)
    if len(structure.all) == 0:
        yield Fault("a form without questions", "sections", "give it at least one")
    yield from structure.faults()


class _Structure:
    """One pass over a form in the order in which it is asked."""

    def __init__(self, sections: tuple[Section, ...], choice_lists: tuple[ChoiceList, ...]) -> None:
        self.sections = sections
        self.lists = {each.name: each for each in choice_lists}
        self.all = {place.name: place.question for place in places_of(sections)}
        self.earlier: dict[str, Question] = {}
        #: Where each name was used first, in small letters: two columns must not differ by case.
        self.names: dict[str, str] = {}

    def faults(self) -> Iterator[Fault]:
        for section in self.sections:
            at = key_path("sections", section.name)
            yield from self.name(section.name, at)
            yield from self.condition(section.relevant, f"{at}.relevant")
            if len(section.items) == 0:
                yield Fault("a section without questions", at, "give it one, or leave it out")
            for item in section.items:
                place = f"{at}.{item.name}"
                yield from self.name(item.name, place)
                if isinstance(item, Grid):
                    yield from self.condition(item.relevant, f"{place}.relevant")
                    for row in item.rows:
                        yield from self.name(row.name, f"{place}.{row.name}")
                        yield from self.question(row, f"{place}.{row.name}")
                    self.earlier.update({row.name: row for row in item.rows})
                else:
                    yield from self.question(item, place)
                    self.earlier[item.name] = item

    def name(self, name: str, place: str) -> Iterator[Fault]:
        first = self.names.get(name.lower())
        if first is None:
            self.names[name.lower()] = place
        else:
            mend = f"choose another; it stands at {first} too"
            yield Fault(f"the name {quoted(name)} is given twice", place, mend)

    def question(self, question: Question, at: str) -> Iterator[Fault]:
        yield from self.condition(question.relevant, f"{at}.relevant")
        yield from self.condition(question.constraint, f"{at}.constraint", about=question)
        if question.calculation is not None:
            yield from self.expression(question.calculation, f"{at}.calculation")
            if question.calculation.kind is ExpressionKind.TRUTH:
                # One client stores 1, another true.
                mend = "say what either comes to: if(condition, 'yes', 'no')"
                yield Fault("a calculation gives a condition", f"{at}.calculation", mend)
            if question.calculation.uses_itself:
                mend = "name the questions it is made from: ${a}"
                yield Fault("a calculation uses its own answer", f"{at}.calculation", mend)
        if question.choices is not None:
            found = self.lists.get(question.choices)
            if found is None:
                what = f"no list is called {quoted(question.choices)}"
                yield Fault(what, f"{at}.choices", nearest(question.choices, self.lists))
            else:
                yield from self.choices(question, found, at)

    def choices(self, question: Question, listed: ChoiceList, at: str) -> Iterator[Fault]:
        codes = [("default", question.default)]
        if question.measures is not None:
            codes.append(("measures.key", question.measures.key))
            codes.append(("measures.acceptable_from", question.measures.acceptable_from))
        for part, code in codes:
            if code is not None and code not in listed.codes:
                what = f"{quoted(code)} is no choice of {listed.name!r}"
                yield Fault(what, f"{at}.{part}", nearest(code, listed.codes))
        yield from self.nesting(question, listed, at)

    def nesting(self, question: Question, listed: ChoiceList, at: str) -> Iterator[Fault]:
        if question.within is None:
            if listed.is_nested:
                mend = "name the question that its parents are choices of"
                yield Fault(f"the choices of {listed.name!r} have parents", f"{at}.within", mend)
            return
        outer = self.earlier.get(question.within)
        if outer is None:
            yield self.unknown(question.within, f"{at}.within")
        elif outer.kind is not QuestionKind.SINGLE or outer.choices is None:
            mend = "name a question with one answer of a list"
            yield Fault(f"{question.within!r} is not a single choice", f"{at}.within", mend)
        elif not listed.is_nested:
            mend = "give each choice its parent, or leave out within"
            yield Fault(f"the choices of {listed.name!r} have no parents", f"{at}.within", mend)
        elif outer.choices in self.lists:
            parents = self.lists[outer.choices].codes
            for choice in listed.choices:
                if choice.parent not in parents:
                    what = f"{quoted(choice.parent)} is no choice of {outer.choices!r}"
                    where = key_path("choice_lists", listed.name, choice.code, "parent")
                    yield Fault(what, where, nearest(str(choice.parent), parents))

    def condition(
        self, expression: Expression | None, at: str, about: Question | None = None
    ) -> Iterator[Fault]:
        if expression is None:
            return
        yield from self.expression(expression, at)
        if expression.kind is not ExpressionKind.TRUTH:
            yield Fault(f"{expression} is no condition", at, "write a comparison: ${a} = 'yes'")
        if about is None and expression.uses_itself:
            mend = "name the question: ${a}; a dot stands for the answer in a constraint"
            yield Fault("a condition looks at its own answer", at, mend)

    def expression(self, expression: Expression, at: str) -> Iterator[Fault]:
        for name in expression.references:
            known = self.earlier.get(name)
            if known is None:
                yield self.unknown(name, at)
            elif known.kind is QuestionKind.NOTE:
                yield Fault(f"{name!r} is a note, which has no answer", at, "name a question")
            elif name in expression.selections and not known.kind.has_choices:
                mend = "compare it: ${a} = 'x'; only picked choices are looked through"
                yield Fault(f"{name!r} has no choices to look through", at, mend)
        yield from self.codes(expression, at)

    def unknown(self, name: str, at: str) -> Fault:
        if name in self.all:
            mend = "ask it earlier, or put the condition on a question that comes after it"
            return Fault(f"{name!r} is not asked before this", at, mend)
        return Fault(f"no question is called {quoted(name)}", at, nearest(name, self.all))

    def codes(self, expression: Expression, at: str) -> Iterator[Fault]:
        """Find codes that an answer is held against and that its question does not offer."""
        for name, code in expression.compared_codes:
            question = self.all.get(name)
            listed = None if question is None or question.choices is None else question.choices
            found = None if listed is None else self.lists.get(listed)
            if found is not None and code not in {*found.codes, ""}:
                what = f"{quoted(code)} is no choice of {name!r}"
                yield Fault(what, at, nearest(code, found.codes))
