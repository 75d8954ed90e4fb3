"""The three linked forms of a training session."""

from collections.abc import Iterator

from attrs import frozen

from .assembly import (
    Assembly,
    checked_feeds,
    choices_with_unknown,
    grid_name,
    place_questions,
    role_choices,
)
from .faults import all_faults
from .instrument import Instrument, Moment
from .items import bank
from .question import Grid, Question, QuestionKind
from .section import Section
from .session import KnowledgeItem, Session

__all__ = ["TrainingForms", "training_forms"]

#: Elements of the code by which the forms of one person are put side by side.
CODE = (
    "code_mother",
    "code_father",
    "code_birthplace",
    "code_birth_day",
    "code_birth_month",
    "code_siblings",
)
DASH = ", '-', "


@frozen
class TrainingForms:
    """The forms of a training session.

    Parameters
    ----------
    pre
        Before the session: who takes part, and what they know.
    end
        At its end, in the room (*à chaud*): reaction, readiness, ability then and now, knowledge.
    follow_up
        Eight to twelve weeks later (*à froid*): use, help, obstacles, knowledge, results.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.model import Text
    >>> from indh_me.survey.session import Topic
    >>> session = Session(
    ...     code="DAS-1",
    ...     title=Text.of(en="Monitoring a project"),
    ...     date=date(2008, 4, 24),
    ...     place=Text.of(en="Agadir"),
    ...     trainer=Text.of(en="Trainer"),
    ...     audience=Text.of(en="Heads of divisions"),
    ...     languages=["en"],
    ...     version="2008041001",
    ...     objectives=[Topic(code="tracking", label=Text.of(en="keep a table"))],
    ... )
    >>> training_forms(session).follow_up.moment.value
    'follow_up'
    """

    pre: Instrument
    end: Instrument
    follow_up: Instrument

    def __iter__(self) -> Iterator[Instrument]:
        """Go through the three forms in the order in which they are filled in."""
        return iter((self.pre, self.end, self.follow_up))


def training_forms(session: Session) -> TrainingForms:
    """Make the three linked forms of a training session.

    The same question has the same name and the same answers in each form, so that answers can be
    compared without a table of correspondence. Nobody gives a name: a code of six elements that
    a person knows by heart, and nobody else knows together, links the forms.

    Parameters
    ----------
    session
        The session.

    Returns
    -------
    TrainingForms

    Raises
    ------
    InvalidInputError
        With every fault of all three: names given twice, conditions that cannot be met, lists
        that do not exist, indicators fed by questions that no form asks.

    Examples
    --------
    >>> import datetime
    >>> from indh_me.model import Text
    >>> from indh_me.survey.session import Session, Topic
    >>> session = Session(
    ...     code="DAS-1",
    ...     title=Text.of(en="Monitoring a project"),
    ...     date=datetime.date(2008, 4, 24),
    ...     place=Text.of(en="Agadir"),
    ...     trainer=Text.of(en="Trainer of the national coordination"),
    ...     audience=Text.of(en="Heads of social-action divisions"),
    ...     languages=["en"],
    ...     version="2008041001",
    ...     objectives=[Topic(code="tracking", label=Text.of(en="keep a tracking table"))],
    ... )
    >>> forms = training_forms(session)
    >>> [form.code for form in forms]
    ['DAS-1_pre', 'DAS-1_end', 'DAS-1_follow_up']
    >>> forms.end.question("now_tracking").label.get("en")
    'Today: keep a tracking table'
    """
    with all_faults() as attempt:
        pre = attempt(lambda: _pre(session))
        end = attempt(lambda: _end(session))
        follow_up = attempt(lambda: _follow_up(session))
    forms = TrainingForms(pre, end, follow_up)
    checked_feeds(session, forms)
    return forms


def _pre(session: Session) -> Instrument:
    form = _begun(session, Moment.PRE)
    form.add("M5", _knowledge(session, form))
    return form.instrument()


def _end(session: Session) -> Instrument:
    form = _begun(session, Moment.END)
    form.add("M1")
    form.add("M2")
    form.add("M3")
    form.add("M4", _then_and_now(session))
    form.add("M5", _knowledge(session, form))
    form.add("M6")
    return form.instrument()


def _follow_up(session: Session) -> Instrument:
    form = _begun(session, Moment.FOLLOW_UP)
    form.add("M7")
    form.add("M5", _knowledge(session, form))
    form.add("M8", _results(session))
    return form.instrument()


def _begun(session: Session, moment: Moment) -> Assembly:
    """Begin a form: consent, the code that links, who answers."""
    form = Assembly(session, moment)
    hidden = Question(
        name="session_code", kind=QuestionKind.CALCULATED, calculation=f"'{session.code}'"
    )
    consent = bank().item("consent").ask()
    form.put(Section(name="welcome", items=[consent, hidden]))
    linking = Question(
        name="matching_code",
        kind=QuestionKind.CALCULATED,
        # Day 1 and month 10 must not become day 11 and month 0.
        calculation=f"concat({DASH.join(f'${{{name}}}' for name in CODE)})",
    )
    asked = {item.id: item.ask() for item in form.asked("M0") if item.id != "consent"}
    if "role" in asked:
        form.offer(role_choices(session.roles))
    about = [question for name, question in asked.items() if not name.startswith("code_")]
    code = [question for name, question in asked.items() if name.startswith("code_")]
    places = () if moment is Moment.FOLLOW_UP else place_questions(session.places, form)
    form.add("M0", [*code, linking, *about, *places])
    return form


def _knowledge(session: Session, form: Assembly) -> Iterator[Question]:
    for item in session.knowledge:
        yield _tested(item, form)


def _tested(item: KnowledgeItem, form: Assembly) -> Question:
    template = bank().item("know_decision" if item.scenario else "know_fact")
    return template.ask(
        item.code,
        filling={"question": item.label},
        key=item.key,
        objective=item.objective,
        choices=form.offer(choices_with_unknown(item)),
    )


def _then_and_now(session: Session) -> list[Question | Grid]:
    """Ask for each objective how able people were before, and how able they are now."""
    rows = [
        bank()
        .item(template)
        .ask(
            f"{moment}_{objective.code}",
            filling={"objective": objective.label},
            objective=objective.code,
        )
        for objective in session.objectives
        for moment, template in (("before", "able_before"), ("now", "able_now"))
    ]
    if not rows:
        return []
    about = bank().module("M4")
    return [Grid(name=grid_name(about), label=about.heading or about.title, rows=rows)]


def _results(session: Session) -> Iterator[Question]:
    for result in session.results:
        for template in ("result", "result_source"):
            item = bank().item(template)
            yield item.ask(f"{template}_{result.code}", filling={"indicator": result.label})
