"""What forms are made for: a training session, or an event of communication."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, key_path, nearest, quoted
from indh_me.model import Text, _fields
from indh_me.model.text import language_tags

from .choice import Choice, ChoiceList, to_choices
from .instrument import Moment
from .names import form_version, question_name
from .question import Question

__all__ = ["AddedQuestion", "Event", "KnowledgeItem", "Message", "PlaceLevel", "Session", "Topic"]

T = TypeVar("T")


def _moments(words: Iterable[Moment | str]) -> tuple[Moment, ...]:
    return tuple(_fields.word_of(Moment, word, "moment") for word in words)


@frozen(kw_only=True)
class Topic:
    """Words that questions are asked about: an objective, a statement, a practice.

    Parameters
    ----------
    code
        Short name, which ends the names of the questions about it.
    label
        The words, as they fit into the questions.

    Examples
    --------
    >>> Topic(code="tracking", label=Text.of(en="keep a tracking table")).label.get("en")
    'keep a tracking table'
    """

    code: str = field(validator=question_name)
    label: Text = field(validator=_fields.is_a(Text))


@frozen(kw_only=True)
class _Keyed:
    """A choice of answers, one of which is right."""

    code: str = field(validator=question_name)
    choices: tuple[Choice, ...] = field(converter=to_choices)
    key: str = field(validator=_fields.words)

    def __attrs_post_init__(self) -> None:
        """Refuse a question that nobody could get right."""
        codes = [choice.code for choice in self.choices]
        faults = [
            Fault(f"choice {quoted(code)} is given twice", key_path("choices", code), "keep one")
            for code in _fields.repeated(codes)
        ]
        if len(codes) < 2:  # noqa: PLR2004 - a right answer and a wrong one
            mend = "give a right answer and at least one wrong one"
            faults.append(Fault(f"{len(codes)} choices", "choices", mend))
        if self.key not in codes:
            mend = nearest(self.key, codes)
            faults.append(Fault(f"{quoted(self.key)} is no choice", "key", mend))
        if faults:
            raise InvalidInputError(*faults)


@frozen(kw_only=True)
class KnowledgeItem(_Keyed):
    """A question with one right answer.

    The choice *I don't know* is added to its choices: who does not know should not have to guess.

    Parameters
    ----------
    code
        Name of the question, the same before, after and later.
    label
        The question.
    choices
        At least two answers; *I don't know* is added.
    key
        Code of the right one.
    objective
        Code of the objective that it tests.
    scenario
        Whether a case is to be decided (LTEM tier 5) and not a fact to be known (tier 4).

    Raises
    ------
    InvalidInputError
        When the key is no choice, or there is nothing to choose from.

    Examples
    --------
    >>> KnowledgeItem(
    ...     code="k1",
    ...     label=Text.of(en="Who chairs the provincial committee?"),
    ...     choices=[Choice("wali", Text.of(en="The wali")), Choice("none", Text.of(en="Nobody"))],
    ...     key="wali",
    ... ).key
    'wali'
    """

    label: Text = field(validator=_fields.is_a(Text))
    objective: str | None = None
    scenario: bool = field(default=False, validator=_fields.is_a(bool))


@frozen(kw_only=True)
class Message(_Keyed):
    """A message of an event, as the right sentence among others.

    Parameters
    ----------
    code
        Name of the question which of the sentences says it best.
    choices
        At least two sentences; *I don't know* is added.
    key
        Code of the one that is the message.

    Raises
    ------
    InvalidInputError
        When the key is no choice, or there is nothing to choose from.

    Examples
    --------
    >>> said = [Choice("a", Text.of(en="INDH is for all")), Choice("b", Text.of(en="INDH is over"))]
    >>> Message(code="m_all", choices=said, key="a").key
    'a'
    """


@frozen(kw_only=True)
class PlaceLevel:
    """One level of places to pick from, such as provinces.

    Parameters
    ----------
    name
        Name of its question.
    label
        The question.
    choices
        Places; below the first level each has its ``parent`` in the level above.

    Examples
    --------
    >>> level = PlaceLevel(
    ...     name="province",
    ...     label=Text.of(en="Which province?"),
    ...     choices=[
    ...         Choice("agadir", Text.of(en="Agadir")),
    ...         Choice("dakhla", Text.of(en="Dakhla")),
    ...     ],
    ... )
    >>> [each.code for each in level.choices]
    ['agadir', 'dakhla']
    """

    name: str = field(validator=question_name)
    label: Text = field(validator=_fields.is_a(Text))
    choices: tuple[Choice, ...] = field(converter=to_choices)


@frozen(kw_only=True)
class AddedQuestion:
    """A question of one's own, beside those of the item bank.

    Parameters
    ----------
    question
        The question.
    moments
        The forms that ask it.

    Examples
    --------
    >>> own = Question(name="q_hotel", kind="text", label=Text.of(en="How was the hotel?"))
    >>> [each.value for each in AddedQuestion(question=own, moments=["end"]).moments]
    ['end']
    """

    question: Question = field(validator=_fields.is_a(Question))
    moments: tuple[Moment, ...] = field(converter=_moments)


def _tuple(kind: type[T], noun: str) -> "field[tuple[T, ...]]":  # type: ignore[valid-type]
    return field(default=(), converter=lambda values: _fields.tuple_of(values, kind, noun))


@frozen(kw_only=True)
class _Occasion:
    """What a session and an event have in common."""

    code: str = field(validator=_fields.code)
    title: Text = field(validator=_fields.is_a(Text))
    date: "date" = field(validator=_fields.day)
    place: Text = field(validator=_fields.is_a(Text))
    languages: tuple[str, ...] = field(converter=language_tags)
    version: str = field(validator=form_version)
    places: tuple[PlaceLevel, ...] = _tuple(PlaceLevel, "places")
    questions: tuple[AddedQuestion, ...] = _tuple(AddedQuestion, "questions")
    choice_lists: tuple[ChoiceList, ...] = _tuple(ChoiceList, "choice_lists")
    feeds: tuple[tuple[str, str], ...] = field(default=(), converter=_fields.pairs)


def _doubles(noun: str, codes: Iterable[str]) -> Iterator[Fault]:
    for code in _fields.repeated(codes):
        yield Fault(f"{quoted(code)} is given twice", key_path(noun, code), "rename or remove one")


@frozen(kw_only=True)
class Session(_Occasion):
    """A training session, which `training_forms` makes three linked forms for.

    Parameters
    ----------
    code
        Short name. It begins the ids of the forms, and each form stores it.
    title
        What it is called.
    date
        Its first day.
    place
        Where it is held.
    trainer
        The role of who leads it; never a name.
    audience
        Whom it is for.
    languages
        Of the forms, the first shown first.
    version
        Of the forms: ten digits, the day and a running number, ``yyyymmddrr``. A form that is
        deployed again needs a higher one.
    objectives
        What people should be able to do afterwards.
    knowledge
        Questions with a right answer, asked before, at the end and later.
    roles
        Functions that people may have, instead of those of the item bank.
    results
        Figures of the participants' own services that the session should move.
    places
        Where people come from, from the widest level on.
    questions
        Questions of one's own.
    choice_lists
        What these offer.
    feeds
        Names of questions, each with the code of the indicator that its answers feed.

    Raises
    ------
    InvalidInputError
        With every fault: an item that tests no objective, codes given twice.

    Examples
    --------
    >>> import datetime
    >>> session = Session(
    ...     code="DAS-1",
    ...     title=Text.of(en="Monitoring a project"),
    ...     date=datetime.date(2008, 4, 24),
    ...     place=Text.of(en="Agadir"),
    ...     trainer=Text.of(en="Trainer"),
    ...     audience=Text.of(en="Heads of divisions"),
    ...     languages=["en"],
    ...     version="2008041001",
    ...     objectives=[Topic(code="tracking", label=Text.of(en="keep a table"))],
    ... )
    >>> [each.code for each in session.objectives]
    ['tracking']
    """

    trainer: Text = field(validator=_fields.is_a(Text))
    audience: Text = field(validator=_fields.is_a(Text))
    objectives: tuple[Topic, ...] = _tuple(Topic, "objectives")
    knowledge: tuple[KnowledgeItem, ...] = _tuple(KnowledgeItem, "knowledge")
    roles: tuple[Choice, ...] = _tuple(Choice, "roles")
    results: tuple[Topic, ...] = _tuple(Topic, "results")

    def __attrs_post_init__(self) -> None:
        """Refuse what would make no form."""
        codes = [each.code for each in self.objectives]
        faults = [
            *_doubles("objectives", codes),
            *_doubles("knowledge", (each.code for each in self.knowledge)),
            *_doubles("roles", (each.code for each in self.roles)),
            *_doubles("results", (each.code for each in self.results)),
        ]
        faults += [
            Fault(
                f"{quoted(item.objective)} is no objective of the session",
                key_path("knowledge", item.code, "objective"),
                nearest(item.objective, codes),
            )
            for item in self.knowledge
            if item.objective is not None and item.objective not in codes
        ]
        if faults:
            raise InvalidInputError(*faults)


@frozen(kw_only=True)
class Event(_Occasion):
    """An event or campaign, which `communication_forms` makes forms for.

    Parameters
    ----------
    code, title, date, place, languages, version, places, questions, choice_lists, feeds
        As of a `Session`.
    topic
        What it is about, as words that fit into a question.
    messages
        What people should have taken away.
    decoy
        A message that nobody sent: who remembers it remembers too much.
    statements
        True sentences that people should know: knowledge, before and after a campaign.
    practices
        What people should do, as words that follow "to": intention and practice.

    Raises
    ------
    InvalidInputError
        When codes are given twice.

    Examples
    --------
    >>> import datetime
    >>> event = Event(
    ...     code="MEDIA-1",
    ...     title=Text.of(fr="Jeudi médiatique"),
    ...     date=datetime.date(2008, 3, 27),
    ...     place=Text.of(fr="Rabat"),
    ...     languages=["fr"],
    ...     version="2008032701",
    ...     topic=Text.of(fr="l'INDH"),
    ... )
    >>> event.topic.get("fr")
    "l'INDH"
    """

    topic: Text = field(validator=_fields.is_a(Text))
    messages: tuple[Message, ...] = _tuple(Message, "messages")
    decoy: Text | None = field(default=None, validator=_fields.optional(Text))
    statements: tuple[Topic, ...] = _tuple(Topic, "statements")
    practices: tuple[Topic, ...] = _tuple(Topic, "practices")

    def __attrs_post_init__(self) -> None:
        """Refuse what would make no form."""
        faults = [
            *_doubles("messages", (each.code for each in self.messages)),
            *_doubles("statements", (each.code for each in self.statements)),
            *_doubles("practices", (each.code for each in self.practices)),
        ]
        if faults:
            raise InvalidInputError(*faults)
