"""Forms put together from the item bank and what a session or an event adds."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, evolve, field

from indh_me.catalog import labels
from indh_me.errors import Fault, InvalidInputError, key_path, nearest, quoted
from indh_me.model import Text

from .choice import OTHER, Choice, ChoiceList
from .instrument import Instrument, Moment
from .items import Item, Module, bank
from .question import Grid, Question, QuestionKind
from .section import Section
from .session import Event, KnowledgeItem, Message, PlaceLevel, Session
from .translation import without_other_languages

__all__ = [
    "Assembly",
    "checked_feeds",
    "choices_with_unknown",
    "grid_name",
    "place_questions",
    "role_choices",
]

CONSENT = "${consent} = 'yes'"


@define
class Assembly:
    """A form in the making.

    Parameters
    ----------
    occasion
        What the form is made for.
    moment
        When it is filled in.
    """

    occasion: Session | Event
    moment: Moment
    sections: list[Section] = field(factory=list)
    lists: dict[str, ChoiceList] = field(factory=dict)

    def asked(self, module: str) -> tuple[Item, ...]:
        """List the items of a module that this form asks."""
        return bank().items(module, self.moment)

    def add(
        self,
        module: str,
        items: Iterable[Question | Grid] | None = None,
        *,
        relevant: str | None = CONSENT,
    ) -> None:
        """Add a module as a section.

        Parameters
        ----------
        module
            Its code in the bank.
        items
            Its questions; `None`: its items as they are, in a grid where the module is one.
        relevant
            The condition under which it is asked.
        """
        about = bank().module(module)
        asked = self._all_of(about) if items is None else list(items)
        if asked:
            section = Section(name=about.name, label=about.title, items=asked, relevant=relevant)
            self.put(section)

    def _all_of(self, module: Module) -> list[Question | Grid]:
        rows = [item.ask() for item in self.asked(module.code)]
        if rows and module.heading is not None:
            return [Grid(name=grid_name(module), label=module.heading, rows=rows)]
        return [*rows]

    def put(self, section: Section) -> None:
        """Add a section, and the lists of the bank that its questions offer."""
        self.sections.append(section)
        for item in section.items:
            for question in item.rows if isinstance(item, Grid) else (item,):
                if question.choices is not None and question.choices not in self.lists:
                    self.lists[question.choices] = bank().scale(question.choices)

    def offer(self, listed: ChoiceList) -> str:
        """Add a list of choices of one's own; give its name."""
        self.lists[listed.name] = listed
        return listed.name

    def instrument(self) -> Instrument:
        """Finish the form.

        Raises
        ------
        InvalidInputError
            With every fault of its structure.
        """
        occasion = self.occasion
        self._add_own_questions()
        feeds = dict(occasion.feeds)
        form = Instrument(
            code=f"{occasion.code}_{self.moment.value}",
            title=_joined(occasion.title, Text(labels()["moment"][self.moment.value])),
            version=occasion.version,
            languages=occasion.languages,
            sections=[_feeding(section, feeds) for section in self.sections],
            choice_lists=self.lists.values(),
            moment=self.moment,
        )
        return without_other_languages(form)

    def _add_own_questions(self) -> None:
        own = [each.question for each in self.occasion.questions if self.moment in each.moments]
        if not own:
            return
        known = {each.name: each for each in self.occasion.choice_lists}
        used = {each.choices for each in own if each.choices is not None}
        scales = {each.name for each in bank().scales}
        for name in sorted(used):
            if name in known:
                self.offer(known[name])
            elif name not in scales:
                mend = nearest(name, [*known, *scales])
                where = key_path("choice_lists", name)
                raise InvalidInputError(Fault(f"no list is called {quoted(name)}", where, mend))
        asks_consent = any(
            item.kind is QuestionKind.CONSENT
            for section in self.sections
            for item in section.items
            if isinstance(item, Question)
        )
        label = Text(labels()["form_section"]["own_questions"])
        relevant = CONSENT if asks_consent else None
        self.put(Section(name="own_questions", label=label, items=own, relevant=relevant))


def grid_name(module: Module) -> str:
    """Name the grid of a module, so shortly that its heading has a short name too."""
    return f"{module.code.lower()}_grid"


def _joined(title: Text, moment: Text) -> Text:
    """Name a form after what it is for and when it is filled in."""
    return Text(
        {
            tag: words if moment.get(tag) is None else f"{words} - {moment.get(tag)}"
            for tag, words in title.words
        }
    )


def _feeding(section: Section, feeds: Mapping[str, str]) -> Section:
    """Say of questions which indicator their answers feed."""
    items = [
        evolve(item, rows=[_fed(row, feeds) for row in item.rows])
        if isinstance(item, Grid)
        else _fed(item, feeds)
        for item in section.items
    ]
    return evolve(section, items=items)


def _fed(question: Question, feeds: Mapping[str, str]) -> Question:
    if question.name not in feeds or question.measures is None:
        return question
    return question.with_parts(measures=evolve(question.measures, feeds=feeds[question.name]))


def checked_feeds(occasion: Session | Event, forms: Iterable[Instrument]) -> None:
    """Refuse an indicator that is fed by a question which no form asks.

    Parameters
    ----------
    occasion
        What the forms were made for.
    forms
        All of them.

    Raises
    ------
    InvalidInputError
        With the name of each such question.
    """
    asked = {place.name for form in forms for place in form.questions}
    faults = [
        Fault(f"no form asks {quoted(name)}", key_path("feeds", name), nearest(name, asked))
        for name, _ in occasion.feeds
        if name not in asked
    ]
    if faults:
        raise InvalidInputError(*faults)


def choices_with_unknown(item: KnowledgeItem | Message) -> ChoiceList:
    """Give the answers to a question with one right answer, *I don't know* among them."""
    unknown = bank().scale("options_dk").choices
    codes = {choice.code for choice in item.choices}
    added = [choice for choice in unknown if choice.code not in codes]
    return ChoiceList(f"{item.code}_choices", [*item.choices, *added])


def role_choices(roles: tuple[Choice, ...]) -> ChoiceList:
    """Give the functions that people may have: the session's own, or those of the bank."""
    listed = bank().scale("roles")
    if not roles:
        return listed
    others = [each for each in listed.choices if each.code == OTHER]
    codes = {each.code for each in roles}
    return ChoiceList(listed.name, [*roles, *(each for each in others if each.code not in codes)])


def place_questions(levels: tuple[PlaceLevel, ...], form: Assembly) -> Iterator[Question]:
    """Ask for a place level by level, each offering what lies within the one before."""
    outer: PlaceLevel | None = None
    for level in levels:
        name = form.offer(ChoiceList(f"{level.name}_list", level.choices))
        yield Question(
            name=level.name,
            kind=QuestionKind.SINGLE,
            label=level.label,
            choices=name,
            within=None if outer is None else outer.name,
        )
        outer = level
