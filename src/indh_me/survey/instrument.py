"""Forms as values: sections of questions, lists of choices, in several languages."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Text, _fields
from indh_me.model.text import language_tags
from indh_me.notebook import ShownInNotebook

from .choice import ChoiceList
from .names import form_version
from .question import Question
from .section import QuestionPlace, Section, places_of
from .structure import structure_faults

__all__ = ["Instrument", "Moment"]


class Moment(Enum):
    """When a form is filled in.

    Examples
    --------
    >>> Moment("follow_up") is Moment.FOLLOW_UP
    True
    """

    #: Before the session.
    PRE = "pre"
    #: At its end, in the room (*à chaud*).
    END = "end"
    #: Eight to twelve weeks later (*à froid*).
    FOLLOW_UP = "follow_up"
    #: By the organiser, on the day of an event.
    EVENT = "event"
    #: After a campaign or event, by those it was for.
    REACH = "reach"


def _to_moment(word: Moment | str | None) -> Moment | None:
    return None if word is None else _fields.word_of(Moment, word, "moment")


def _sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    return _fields.tuple_of(sections, Section, "sections")


def _choice_lists(lists: Iterable[ChoiceList]) -> tuple[ChoiceList, ...]:
    return _fields.tuple_of(lists, ChoiceList, "choice_lists")


@frozen(kw_only=True)
class Instrument(ShownInNotebook):
    """A form: what is asked, in which order, under which conditions, in which languages.

    The same instrument is written for every channel (XLSForm, paper, HTML, LimeSurvey), with the
    same names and codes in each.

    Parameters
    ----------
    code
        Short name: the id of the form.
    title
        What it is called.
    version
        Ten digits, ``yyyymmddrr``: the day and a running number.
    languages
        Tags of its languages, at least one; the first is shown first.
    sections
        In order.
    choice_lists
        Every list that a question offers.
    moment
        When it is filled in.

    Raises
    ------
    InvalidInputError
        With every fault of its structure: names given twice, lists that do not exist, conditions
        on a question that comes later or does not exist, a key that is no choice. Words that are
        missing in a language are no fault here: a form must be read before it is mended.

    Examples
    --------
    >>> import indh_me as me
    >>> hello = me.Question(name="name", kind="text", label=me.Text.of(en="Your name?"))
    >>> back = me.Question(name="back", kind="single", choices="yn", label=me.Text.of(en="Again?"))
    >>> yes_no = me.ChoiceList("yn", [me.Choice("yes"), me.Choice("no")])
    >>> form = me.Instrument(
    ...     code="visit",
    ...     title=me.Text.of(en="A visit"),
    ...     version="2026112301",
    ...     languages=["en"],
    ...     sections=[me.Section(name="who", items=[hello, back])],
    ...     choice_lists=[yes_no],
    ... )
    >>> [place.name for place in form.questions], list(form.lists)
    (['name', 'back'], ['yn'])
    >>> form.choices_of(form.question("back")).codes, form.choices_of(hello)
    (('yes', 'no'), None)
    >>> form.with_parts(version="2026112302").version
    '2026112302'
    """

    code: str = field(validator=_fields.code)
    title: Text = field(validator=_fields.is_a(Text))
    version: str = field(validator=form_version)
    languages: tuple[str, ...] = field(converter=language_tags)
    sections: tuple[Section, ...] = field(converter=_sections)
    choice_lists: tuple[ChoiceList, ...] = field(default=(), converter=_choice_lists)
    moment: Moment | None = field(default=None, converter=_to_moment)

    def __attrs_post_init__(self) -> None:
        """Refuse what no channel could ask."""
        faults = [*self._head_faults(), *structure_faults(self.sections, self.choice_lists)]
        if faults:
            raise InvalidInputError(*faults)

    def _head_faults(self) -> Iterator[Fault]:
        if len(self.languages) == 0:
            yield Fault("no languages", "languages", "name one: languages = ['fr']")
        for tag in _fields.repeated(self.languages):
            yield Fault(f"language {quoted(tag)} is given twice", "languages", "keep one")

    @property
    def questions(self) -> tuple[QuestionPlace, ...]:
        """Every question with its place, rows of grids among them, in order."""
        return tuple(places_of(self.sections))

    @property
    def lists(self) -> Mapping[str, ChoiceList]:
        """Lists of choices by name."""
        return {each.name: each for each in self.choice_lists}

    def question(self, name: str) -> Question | None:
        """Find a question by its name, or give `None`."""
        for place in self.questions:
            if place.name == name:
                return place.question
        return None

    def choices_of(self, question: Question) -> ChoiceList | None:
        """Give the list of choices that a question offers; `None` if it has none."""
        return None if question.choices is None else self.lists[question.choices]

    def with_parts(self, **parts: object) -> "Instrument":
        """Make the same form with some parts replaced."""
        return evolve(self, **parts)  # type: ignore[arg-type]  # attrs checks them itself
