"""The forms of an event or a campaign of communication."""

from collections.abc import Iterator

from attrs import frozen

from .assembly import Assembly, checked_feeds, choices_with_unknown, place_questions
from .faults import all_faults
from .instrument import Instrument, Moment
from .items import Item, bank
from .question import Question, QuestionKind
from .section import Section
from .session import Event

__all__ = ["CommunicationForms", "communication_forms"]


@frozen
class CommunicationForms:
    """The forms of an event.

    Parameters
    ----------
    event_sheet
        Filled in by the organiser on the day: invited and present, by sex and age.
    reach
        Asked of those it was for, some days later: recall, channels, what they took from it and,
        where the event states what people should know and do, knowledge, attitude and practice.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> words = me.Text.of(fr="Jeudi médiatique")
    >>> event = me.Event(
    ...     code="MEDIA-1",
    ...     title=words,
    ...     date=date(2008, 3, 27),
    ...     place=me.Text.of(fr="Rabat"),
    ...     languages=["fr"],
    ...     version="2008032701",
    ...     topic=me.Text.of(fr="l'INDH"),
    ... )
    >>> made = me.communication_forms(event)
    >>> made.event_sheet.code, made.reach.code
    ('MEDIA-1_event', 'MEDIA-1_reach')
    """

    event_sheet: Instrument
    reach: Instrument

    def __iter__(self) -> Iterator[Instrument]:
        """Go through the forms."""
        return iter((self.event_sheet, self.reach))


def communication_forms(event: Event) -> CommunicationForms:
    """Make the forms of an event or a campaign.

    Parameters
    ----------
    event
        The event.

    Returns
    -------
    CommunicationForms

    Raises
    ------
    InvalidInputError
        With every fault of the forms.

    Examples
    --------
    >>> import datetime
    >>> from indh_me.model import Text
    >>> event = Event(
    ...     code="MEDIA-1",
    ...     title=Text.of(fr="Jeudi médiatique"),
    ...     date=datetime.date(2008, 3, 27),
    ...     place=Text.of(fr="Rabat"),
    ...     languages=["fr"],
    ...     version="2008032701",
    ...     topic=Text.of(fr="l'INDH"),
    ... )
    >>> [form.moment.value for form in communication_forms(event)]
    ['event', 'reach']
    """
    with all_faults() as attempt:
        sheet = attempt(lambda: _event_sheet(event))
        reach = attempt(lambda: _reach(event))
    forms = CommunicationForms(sheet, reach)
    checked_feeds(event, forms)
    return forms


def _about(event: Event) -> Question:
    calculation = f"'{event.code}'"
    return Question(name="event_code", kind=QuestionKind.CALCULATED, calculation=calculation)


def _event_sheet(event: Event) -> Instrument:
    form = Assembly(event, Moment.EVENT)
    places = place_questions(event.places, form)
    asked = [item.ask() for item in form.asked("C4")]
    form.add("C4", [*asked, *places, _about(event)], relevant=None)
    return form.instrument()


def _reach(event: Event) -> Instrument:
    form = Assembly(event, Moment.REACH)
    form.put(Section(name="welcome", items=[bank().item("consent").ask(), _about(event)]))
    form.add("C1", _recall(event, form))
    form.add("C2", _takeout(event, form))
    form.add("C3", _practices(event, form))
    asked = [item.ask() for item in form.asked("M0") if item.id != "consent"]
    form.add("M0", [*asked, *place_questions(event.places, form)])
    return form.instrument()


def _recall(event: Event, form: Assembly) -> Iterator[Question]:
    for item in form.asked("C1"):
        match item.id:
            case "recall_aided":
                for message in event.messages:
                    key = next(each for each in message.choices if each.code == message.key)
                    if key.label is not None:
                        yield item.ask(f"aided_{message.code}", filling={"message": key.label})
            case "recall_decoy":
                if event.decoy is not None:
                    yield item.ask(filling={"message": event.decoy})
            case _:
                yield _filled(item, event)


def _filled(item: Item, event: Event) -> Question:
    known = {"event": event.title, "topic": event.topic}
    return item.ask(filling={name: known[name] for name in item.placeholders})


def _takeout(event: Event, form: Assembly) -> Iterator[Question]:
    for message in event.messages:
        yield (
            bank()
            .item("message_takeout")
            .ask(
                message.code,
                filling={"event": event.title},
                key=message.key,
                choices=form.offer(choices_with_unknown(message)),
            )
        )


def _practices(event: Event, form: Assembly) -> Iterator[Question]:
    """Ask what people know, think and do, where the event says what it is about."""
    if not event.statements and not event.practices:
        return
    for item in form.asked("C3"):
        match item.placeholders:
            case ("statement",):
                for each in event.statements:
                    yield item.ask(f"{item.id}_{each.code}", filling={"statement": each.label})
            case ("practice",):
                for each in event.practices:
                    yield item.ask(f"{item.id}_{each.code}", filling={"practice": each.label})
            case ():
                # It asks for more about an answer of each practice.
                for each in event.practices:
                    yield _more(item, each.code)
            case _:
                yield _filled(item, event)


def _more(item: Item, code: str) -> Question:
    relevant = str(item.question.relevant).replace("}", f"_{code}}}")
    return item.ask(f"{item.id}_{code}", relevant=relevant)
