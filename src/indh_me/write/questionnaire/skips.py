"""The way through a form on paper: where an answer leads, what must be said before a question."""

import math
from collections.abc import Iterator, Mapping

from attrs import frozen

from indh_me.survey import AnswerValue, Grid, Instrument, Question, QuestionKind, Section
from indh_me.survey.tree import Answer, Call, Literal, Node, Operation, nodes

from .certainty import certain, conjuncts

__all__ = ["END", "Skips", "skips_of"]

#: Where an answer leads that ends the form.
END = ""
#: Kinds whose one answer can lead elsewhere.
LEADING = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE, QuestionKind.CONSENT})


@frozen
class Skips:
    """What a reader on paper must be told to be asked what a screen would ask.

    Parameters
    ----------
    arrows
        By question and code of a choice: the name of the question that it leads to, or `END`.
        Only answers that pass something over have one.
    before
        By name of section, grid or question: conditions to be read there, all of which must
        hold. Those that arrows have already settled are left out.
    follow_ups
        By question and code of a choice: the name of a text question that only asks for more
        on this choice, and can stand beside it.
    """

    arrows: Mapping[tuple[str, str], str]
    before: Mapping[str, tuple[Node, ...]]
    follow_ups: Mapping[tuple[str, str], str]


def skips_of(form: Instrument) -> Skips:
    """Work out arrows and conditions of a form on paper.

    Parameters
    ----------
    form
        The form.
    """
    search = _Search(form)
    return Skips(search.arrows, search.before(), search.follow_ups)


def _stored(value: bool | float | str) -> AnswerValue:  # noqa: FBT001 - what a formula gives
    """Give what is stored of a calculation: what comes to no number is no answer."""
    return None if value == "" or (isinstance(value, float) and math.isnan(value)) else value


def _asks_for_more(tree: Node | None) -> tuple[str, str] | None:
    """Give the question and the choice, if a condition is that it was chosen, and no more."""
    match tree:
        case Operation("=", Answer(name), Literal(str(code))):
            return name, code
        case Call("selected", (Answer(name), Literal(str(code)))):
            return name, code
    return None


class _Search:
    """A form with its questions in order."""

    def __init__(self, form: Instrument) -> None:
        self.form = form
        self.places = form.questions
        #: Where each question stands.
        self.at = {place.name: at for at, place in enumerate(self.places)}
        asked = (at for at, place in enumerate(self.places) if place.question.kind.is_asked)
        #: Where what is read at the end begins: behind the last question that is answered.
        self.end = max(asked, default=-1) + 1
        self.follow_ups = self.asking_for_more()
        self.arrows = self.leading()

    def asking_for_more(self) -> Mapping[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        asked = None
        for place in self.places:
            question = place.question
            more = None if question.relevant is None else _asks_for_more(question.relevant.tree)
            if (
                asked is not None
                and more is not None
                and question.kind is QuestionKind.TEXT
                and more[0] == asked.name
                and more not in found
                and place.section == asked.section
            ):
                found[more] = place.name
                continue
            can_lead = place.grid is None and question.within is None
            kinds = {QuestionKind.SINGLE, QuestionKind.MULTIPLE}
            asked = place if can_lead and question.kind in kinds else None
        return found

    def leading(self) -> Mapping[tuple[str, str], str]:
        found = {}
        for at, place in enumerate(self.places):
            listed = self.form.choices_of(place.question)
            if listed is None or place.question.kind not in LEADING or place.grid is not None:
                continue
            for code in listed.codes:
                target = self.target(at, code)
                if target is not None:
                    found[place.name, code] = target
        return found

    def target(self, start: int, code: str) -> str | None:
        """Find where an answer leads; `None` when nothing is passed over."""
        known: dict[str, AnswerValue] = {self.places[start].name: code}
        beside = set(self.follow_ups.values())
        passed = False
        for at in range(start + 1, len(self.places)):
            place = self.places[at]
            question = place.question
            if any(certain(each.tree, known) is False for each in place.conditions):
                known[place.name] = None
                passed = passed or (
                    question.kind is not QuestionKind.CALCULATED and place.name not in beside
                )
            elif question.calculation is not None:
                if set(question.calculation.references) <= set(known):
                    known[place.name] = _stored(question.calculation.evaluate(known))
            elif question.kind is QuestionKind.NOTE:
                rest = (each.question.kind.is_asked for each in self.places[at:])
                return END if passed and not any(rest) else None
            elif place.name not in beside:
                return place.name if passed else None
        return END if passed else None

    def before(self) -> Mapping[str, tuple[Node, ...]]:
        """Find the conditions that no arrow settles, by their section, grid or question."""
        told: dict[str, tuple[Node, ...]] = {}
        beside = set(self.follow_ups.values())
        for name, condition, last in self.holders():
            parts = conjuncts(condition)
            left = tuple(part for part in parts if not self.settled(part, last, told))
            if left and name not in beside:
                told[name] = left
        return told

    def holders(self) -> Iterator[tuple[str, Node, int]]:
        """Go through what has a condition: its name, the condition, where its last question is."""
        for section in self.form.sections:
            if section.relevant is not None and section.items:
                yield section.name, section.relevant.tree, self.last(section)
            for item in section.items:
                if item.relevant is not None:
                    yield item.name, item.relevant.tree, self.last(item)

    def last(self, holder: Section | Grid | Question) -> int:
        match holder:
            case Section(items=items):
                return self.last(items[-1])
            case Grid(rows=rows):
                return self.at[rows[-1].name]
        return self.at[holder.name]

    def settled(self, part: Node, last: int, told: Mapping[str, tuple[Node, ...]]) -> bool:
        """Tell whether whoever follows the arrows meets a condition anyway."""
        names = {node.name for node in nodes(part) if isinstance(node, Answer)}
        if len(names) != 1:
            return False
        (name,) = names
        gate = self.places[self.at[name]]
        listed = self.form.choices_of(gate.question)
        held_by = {gate.name, gate.section.name, gate.grid.name if gate.grid else gate.name}
        if listed is None or gate.question.kind not in LEADING or held_by & set(told):
            return False
        for code in listed.codes:
            if certain(part, {name: code}) is not True and self.lands(name, code) <= last:
                return False
        # Whoever is led past the gate must be led past what hangs on it, too.
        gate_at = self.at[name]
        return all(
            self.lands(*arrow) > last
            for arrow in self.arrows
            if self.at[arrow[0]] < gate_at < self.lands(*arrow)
        )

    def lands(self, name: str, code: str) -> int:
        """Tell where an answer leads, as a place in the order of questions."""
        target = self.arrows.get((name, code))
        if target is None:
            return self.at[name] + 1
        return self.end if target == END else self.at[target]
