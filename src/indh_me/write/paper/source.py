"""Forms on paper as sources of Typst: text that is then typeset."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.resources import files

from attrs import frozen

from indh_me.model.text import reads_right_to_left
from indh_me.survey import Choice, ChoiceList, Grid, Instrument, Question, QuestionKind, Section
from indh_me.write.questionnaire import END, Skips, condition_words, numbers_of, skips_of
from indh_me.write.questionnaire.space import decimal_boxes, letters_asked, whole_boxes
from indh_me.write.words import Words

from .markup import Raw, call, literal

__all__ = ["paper_body", "paper_source", "paper_words"]

#: From so many choices on, the name of one is written in.
MOST_CHOICES = 24
#: So many letters of choices may stand beside a question.
BESIDE = 24
#: A scale with longer words than this is a list.
LONGEST_POINT = 28


def paper_source(
    form: Instrument,
    language: str,
    *,
    fonts: Iterable[str],
    size: float,
    square: Iterable[str],
    codes: bool = False,
) -> str:
    """Write the source of a form on paper.

    Parameters
    ----------
    form
        The form, with words in the language.
    language
        Its language.
    fonts
        Families of type, in order of preference.
    size
        Of its type, in points.
    square
        Rows of a square code, ``1`` for a dark module.
    codes
        Whether codes of choices are printed, for those who type answers in.

    Returns
    -------
    str
        Source for Typst: the layout, which is always the same, then `paper_body`.
    """
    layout = files(__name__.rpartition(".")[0]).joinpath("form.typ").read_text(encoding="utf-8")
    words = Words(language, form.languages)
    head = {
        "title": words.text(form.title),
        "language": language.partition("-")[0],
        "direction": Raw("rtl" if reads_right_to_left(language) else "ltr"),
        "fonts": tuple(fonts),
        "size": Raw(f"{size:g}pt"),
        "strip": {**_strip(form, words), "code": tuple(square)},
        "key": _key(words),
    }
    shown = "".join(f"  {name}: {literal(value)},\n" for name, value in head.items())
    return f"{layout}\n#show: form.with(\n{shown})\n\n{paper_body(form, language, codes=codes)}"


def paper_words(form: Instrument, language: str) -> str:
    """Give all words of a form on paper, to choose fonts for.

    Parameters
    ----------
    form, language
        As for `paper_source`.
    """
    words = Words(language, form.languages)
    around = [words.text(form.title), *_strip(form, words).values(), *_key(words).values()]
    return "\n".join([*around, paper_body(form, language)])


def _strip(form: Instrument, words: Words) -> dict[str, str]:
    label = partial(words.label, "questionnaire")
    return {
        "version": label("version", form=form.code, version=form.version),
        # Typst alone knows the page, and puts the numbers in the place of these words.
        "page": label("page", page="{page}", pages="{pages}"),
        "serial": label("serial"),
        "entered-on": label("entered_on"),
        "entered-by": label("entered_by"),
    }


def _key(words: Words) -> dict[str, str]:
    keys = {"one": "one_answer", "several": "several_answers", "thanks": "thanks"}
    return {name: words.label("questionnaire", key) for name, key in keys.items()}


def paper_body(form: Instrument, language: str, *, codes: bool = False) -> str:
    """Write what a form on paper asks, as one call of Typst a question.

    Parameters
    ----------
    form, language, codes
        As for `paper_source`.
    """
    page = _Page(form, Words(language, form.languages), numbers_of(form), skips_of(form), codes)
    return "".join(f"// {name}\n#{each.code}\n" for name, each in page.calls())


@frozen
class _Page:
    form: Instrument
    words: Words
    numbers: Mapping[str, int]
    skips: Skips
    codes: bool

    def calls(self) -> Iterator[tuple[str, Raw]]:
        for section in self.form.sections:
            yield from self.section(section)

    def section(self, section: Section) -> Iterator[tuple[str, Raw]]:
        label = None if section.label is None else self.words.text(section.label)
        only_if = self.only_if(section.name)
        if label is not None or only_if is not None:
            yield section.name, call("section", label, only_if=only_if)
        beside = set(self.skips.follow_ups.values())
        for item in section.items:
            if isinstance(item, Grid):
                yield item.name, self.grid(item)
            elif item.kind is not QuestionKind.CALCULATED and item.name not in beside:
                yield item.name, self.question(item)

    def only_if(self, name: str) -> str | None:
        conditions = self.skips.before.get(name)
        if conditions is None:
            return None
        said = condition_words(conditions, self.form, self.numbers, self.words)
        return self.words.label("questionnaire", "only_if", condition=said)

    def grid(self, grid: Grid) -> Raw:
        listed = self.form.lists[grid.choices]
        rows = tuple(
            call("row", self.numbers[row.name], self.label(row), hint=self.hint(row))
            for row in grid.rows
        )
        choices = tuple(self.choice(None, each) for each in listed.choices)
        return call("matrix", self.words.text(grid.label), choices, rows, **self.common(grid.name))

    def common(self, name: str, hint: str | None = None) -> dict[str, object]:
        return {"codes": self.codes or None, "hint": hint, "only_if": self.only_if(name)}

    def label(self, question: Question) -> str:
        return self.words.text(question.label)

    def hint(self, question: Question) -> str | None:
        return None if question.hint is None else self.words.text(question.hint)

    def question(self, question: Question) -> Raw:
        head = (self.numbers.get(question.name), self.label(question))
        common = self.common(question.name, self.hint(question))
        if question.kind is QuestionKind.NOTE:
            return call("note", head[1], only_if=common["only_if"])
        listed = self.form.choices_of(question)
        if listed is not None:
            return self.choosing(question, listed, head, common)
        del common["codes"]
        return self.writing(question, head, common)

    def writing(
        self, question: Question, head: tuple[object, ...], common: dict[str, object]
    ) -> Raw:
        label = self.words.label
        match question.kind:
            case QuestionKind.INTEGER:
                return call("number", *head, whole=whole_boxes(question), **common)
            case QuestionKind.DECIMAL:
                whole = whole_boxes(question)
                boxes = {"whole": whole, "decimals": decimal_boxes(), "point": self.words.point}
                return call("number", *head, **boxes, **common)
            case QuestionKind.DATE:
                parts = {key: label("questionnaire", key) for key in ("day", "month", "year")}
                return call("date", *head, **parts, **common)
        letters = letters_asked(question)
        if letters is not None:
            return call("letters", *head, count=letters, **common)
        return call("words", *head, **common)

    def choosing(
        self,
        question: Question,
        listed: ChoiceList,
        head: tuple[object, ...],
        common: dict[str, object],
    ) -> Raw:
        many = question.kind is QuestionKind.MULTIPLE
        if len(listed.choices) > MOST_CHOICES:
            # A list of that length is no question but a book: whoever types it in has the codes.
            return call("words", *head, count=1, hint=common["hint"], only_if=common["only_if"])
        if question.within is not None:
            return call("nested", *head, self.groups(question, listed), **common)
        choices = tuple(self.choice(question, each) for each in listed.choices)
        if question.kind is QuestionKind.CONSENT:
            return call("consent", *head, choices, **common)
        lengths = [len(self.named(each)) for each in listed.choices]
        if question.kind is QuestionKind.SCALE and max(lengths) <= LONGEST_POINT:
            return call("scale", *head, choices, **common)
        leads = any(name == question.name for name, _ in self.skips.arrows)
        asks = any(name == question.name for name, _ in self.skips.follow_ups)
        short = sum(lengths) <= BESIDE and not (many or leads or asks)
        function = "pick-beside" if short else "pick"
        return call(function, *head, choices, one=None if not many else False, **common)

    def groups(self, question: Question, listed: ChoiceList) -> tuple[object, ...]:
        outer = self.form.question(question.within or "")
        parents = None if outer is None else self.form.choices_of(outer)
        by_parent: dict[str | None, list[Raw]] = {}
        for each in listed.choices:
            by_parent.setdefault(each.parent, []).append(self.choice(question, each))
        return tuple(
            call("group", self.named(parent), tuple(by_parent[parent.code]))
            for parent in ([] if parents is None else parents.choices)
            if parent.code in by_parent
        )

    def named(self, choice: Choice) -> str:
        return choice.code if choice.label is None else self.words.text(choice.label)

    def choice(self, question: Question | None, choice: Choice) -> Raw:
        name = "" if question is None else question.name
        follow_up = self.form.question(self.skips.follow_ups.get((name, choice.code), ""))
        more = None
        if follow_up is not None:
            number = self.numbers[follow_up.name]
            more = call("row", number, self.label(follow_up), hint=self.hint(follow_up))
        return call(
            "choice",
            choice.code,
            self.named(choice),
            substantive=None if choice.is_substantive else False,
            go=self.go(name, choice.code),
            more=more,
        )

    def go(self, name: str, code: str) -> str | None:
        target = self.skips.arrows.get((name, code))
        if target is None:
            return None
        if target == END:
            return self.words.label("questionnaire", "go_to_end")
        return self.words.label("questionnaire", "go_to", number=str(self.numbers[target]))
