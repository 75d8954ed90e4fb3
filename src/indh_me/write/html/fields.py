"""Questions as fields of a page."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from indh_me.survey import Choice, ChoiceList, Grid, Instrument, Question, QuestionKind, Section
from indh_me.write.questionnaire import numbers_of, skips_of
from indh_me.write.questionnaire.space import letters_asked

from .element import Markup, element
from .vocabulary import Vocabulary

__all__ = ["sections_of"]

#: From so many choices on, they are picked from a list that opens.
MANY = 12
#: A scale with longer words than this is a list.
LONGEST_POINT = 28
#: A narrower field would be hard to hit.
FEWEST_LETTERS = 4


def sections_of(form: Instrument, vocabulary: Vocabulary) -> list[Markup]:
    """Write the sections of a form.

    Parameters
    ----------
    form
        The form.
    vocabulary
        Gathers the words.
    """
    follow_ups = frozenset(skips_of(form).follow_ups.values())
    fields = _Fields(form, numbers_of(form), follow_ups, vocabulary)
    return [fields.section(each) for each in form.sections]


@frozen
class _Fields:
    form: Instrument
    numbers: Mapping[str, int]
    follow_ups: frozenset[str]
    vocabulary: Vocabulary

    def section(self, section: Section) -> Markup:
        heading = [] if section.label is None else [self.vocabulary.text(section.label, "h2")]
        items = [
            self.grid(item) if isinstance(item, Grid) else self.question(item)
            for item in section.items
            if isinstance(item, Grid) or item.kind is not QuestionKind.CALCULATED
        ]
        return element("section", *heading, *items, data_part=section.name)

    def question(self, question: Question) -> Markup:
        if question.kind is QuestionKind.NOTE:
            inside = self.vocabulary.text(question.label, "p") if question.label else ""
            return element("div", inside, class_="question note", data_question=question.name)
        listed = self.form.choices_of(question)
        if listed is None:
            return self.labelled(question, self.input(question))
        if len(listed.choices) > MANY and question.kind is QuestionKind.SINGLE:
            return self.labelled(question, self.select(question, listed))
        return self.fieldset(question, listed)

    def labelled(self, question: Question, control: Markup) -> Markup:
        label = element("label", *self.heading(question), for_=_id(question))
        inside = (label, *self.hint(question), control, _fault(question))
        return element("div", *inside, class_="question", data_question=question.name)

    def fieldset(self, question: Question, listed: ChoiceList) -> Markup:
        longest = max(len(words) for each in listed.choices for words in self.said(each))
        is_scale = question.kind is QuestionKind.SCALE and longest <= LONGEST_POINT
        legend = element("legend", *self.heading(question))
        choices = self.choices(question, listed, "choices scale" if is_scale else "choices")
        kind = "question consent" if question.kind is QuestionKind.CONSENT else "question"
        inside = (legend, *self.hint(question), choices, _fault(question))
        described = self.described(question)
        return element(
            "fieldset",
            *inside,
            class_=kind,
            data_question=question.name,
            aria_describedby=described,
        )

    def said(self, choice: Choice) -> tuple[str, ...]:
        if choice.label is None:
            return (choice.code,)
        return tuple(words for _, words in choice.label.words)

    def grid(self, grid: Grid) -> Markup:
        """Write a grid: a heading that is only seen, and a set of choices a row."""
        listed = self.form.lists[grid.choices]
        marks = [
            element("span", self.named(each), class_="apart" if apart else None)
            for each, apart in zip(listed.choices, _apart(listed), strict=True)
        ]
        head = element(
            "div", element("div", *marks, class_="choices"), class_="head", aria_hidden="true"
        )
        label = self.vocabulary.text(grid.label, "p", id=f"g-{grid.name}")
        return element(
            "div",
            label,
            head,
            *(self.row(row, listed) for row in grid.rows),
            class_="grid",
            role="group",
            aria_labelledby=f"g-{grid.name}",
            data_part=grid.name,
        )

    def row(self, row: Question, listed: ChoiceList) -> Markup:
        hint = [element("br"), *self.hint(row, "span")] if row.hint is not None else []
        return element(
            "fieldset",
            element("legend", *self.heading(row), *hint),
            self.choices(row, listed, "choices"),
            _fault(row),
            class_="row",
            data_question=row.name,
            aria_describedby=self.described(row),
        )

    def heading(self, question: Question) -> Iterator[Markup]:
        yield element("span", f"{self.numbers[question.name]}.", class_="number")
        if question.label is not None:
            yield self.vocabulary.text(question.label)
        if question.required:
            # A reader of the screen is told by the field, where there is one.
            yield element("span", "*", class_="required", aria_hidden="true")

    def hint(self, question: Question, name: str = "p") -> Iterator[Markup]:
        if question.hint is not None:
            yield self.vocabulary.text(question.hint, name, class_="hint", id=f"h-{question.name}")

    def described(self, question: Question) -> str:
        hint = [] if question.hint is None else [f"h-{question.name}"]
        return " ".join([*hint, f"f-{question.name}"])

    def named(self, choice: Choice) -> Markup:
        if choice.label is None:
            return element("span", choice.code)
        return self.vocabulary.text(choice.label)

    def choices(self, question: Question, listed: ChoiceList, kind: str) -> Markup:
        many = question.kind is QuestionKind.MULTIPLE
        chosen = set((question.default or "").split())
        labels = [
            element(
                "label",
                element(
                    "input",
                    type="checkbox" if many else "radio",
                    name=question.name,
                    value=each.code,
                    checked=each.code in chosen,
                ),
                self.named(each),
                class_="choice apart" if apart and kind != "choices" else "choice",
                data_parent=each.parent,
            )
            for each, apart in zip(listed.choices, _apart(listed), strict=True)
        ]
        return element("div", *labels, class_=kind)

    def select(self, question: Question, listed: ChoiceList) -> Markup:
        options = [
            self.option(
                each,
                value=each.code,
                selected=each.code == question.default,
                data_parent=each.parent,
            )
            for each in listed.choices
        ]
        return element(
            "select",
            self.vocabulary.label("pick", "option", value=""),
            *options,
            **self.attributes(question),
        )

    def option(self, choice: Choice, **attributes: str | bool | None) -> Markup:
        if choice.label is None:
            return element("option", choice.code, **attributes)
        return self.vocabulary.text(choice.label, "option", **attributes)

    def attributes(self, question: Question) -> dict[str, str | bool | None]:
        return {
            "id": _id(question),
            "name": question.name,
            "aria_required": "true" if question.required else None,
            "aria_describedby": self.described(question),
        }

    def input(self, question: Question) -> Markup:
        attributes = self.attributes(question)
        value = question.default
        match question.kind:
            case QuestionKind.DATE:
                return element("input", type="date", value=value, **attributes)
            case QuestionKind.INTEGER | QuestionKind.DECIMAL as kind:
                mode = "numeric" if kind is QuestionKind.INTEGER else "decimal"
                return element("input", type="text", inputmode=mode, value=value, **attributes)
        letters = letters_asked(question)
        if letters is not None:
            size = str(max(letters, FEWEST_LETTERS))
            return element("input", type="text", size=size, value=value, **attributes)
        if question.name in self.follow_ups:
            return element("input", type="text", value=value, **attributes)
        return element("textarea", value or "", rows="2", **attributes)


def _id(question: Question) -> str:
    return f"q-{question.name}"


def _fault(question: Question) -> Markup:
    return element("p", class_="fault", id=f"f-{question.name}", role="alert", hidden=True)


def _apart(listed: ChoiceList) -> list[bool]:
    """Tell which choices are the first behind a scale that are no point of it."""
    points = [each.is_substantive for each in listed.choices]
    return [at > 0 and not here and points[at - 1] for at, here in enumerate(points)]
