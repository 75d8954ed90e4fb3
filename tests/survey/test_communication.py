from attrs import evolve

from indh_me.survey.communication import communication_forms
from indh_me.survey.instrument import Instrument
from indh_me.survey.routing import route
from indh_me.survey.session import Topic
from indh_me.survey.translation import missing_words
from occasions import EVENT, an_event, words

FORMS = communication_forms(EVENT)


def _label(form: Instrument, name: str) -> str | None:
    question = form.question(name)
    assert question is not None
    assert question.label is not None
    return question.label.get("en")


def test_event_sheet_counts_people_present() -> None:
    """The sheet adds up women and men present, and gives the turnout of those invited."""
    names = [place.name for place in FORMS.event_sheet.questions]
    counts = [each for each in names if each.startswith(("women_", "men_"))]
    answers = {"invited": 40, **dict.fromkeys(counts, 5)}
    routing = route(FORMS.event_sheet, answers)

    assert 8 == len(counts)
    assert 40 == routing.answers["present"]
    assert 100 == routing.answers["turnout"]


def test_event_sheet_asks_no_consent() -> None:
    """The organiser fills the sheet in: nobody is asked to agree."""
    assert FORMS.event_sheet.question("consent") is None
    assert "invited" in route(FORMS.event_sheet, {}).asked


def test_reach_asks_for_recall_before_it_names_the_message() -> None:
    """What people remember by themselves is asked before the message is shown to them."""
    names = [place.name for place in FORMS.reach.questions]

    assert names.index("recall_unaided") < names.index("aided_m1") < names.index("m1")


def test_message_is_recalled_and_picked() -> None:
    """The message is shown in the aided question, and is the key among other sentences."""
    assert "Many" in str(_label(FORMS.reach, "aided_m1"))
    picked = FORMS.reach.question("m1")
    assert picked is not None
    assert picked.measures is not None
    assert "right" == picked.measures.key


def test_a_message_that_nobody_sent_is_asked_about_when_there_is_one() -> None:
    """The decoy is asked only when the event has one."""
    decoyed = communication_forms(an_event(decoy=words("It snows")))

    assert FORMS.reach.question("recall_decoy") is None
    assert "It snows" in str(_label(decoyed.reach, "recall_decoy"))


def test_knowledge_attitude_and_practice_are_asked_when_stated() -> None:
    """The core of a KAP survey is asked of the statements and practices that the event names."""
    event = an_event(
        statements=[Topic(code="s1", label=words("It began in 2005."))],
        practices=[Topic(code="p1", label=words("attend a meeting"))],
    )
    names = {place.name for place in communication_forms(event).reach.questions}

    assert {"kap_statement_s1", "kap_attitude", "kap_action_p1", "intends_p1"} <= names
    assert not any(place.name.startswith("kap") for place in FORMS.reach.questions)


def test_more_is_asked_about_the_practice_it_belongs_to() -> None:
    """What is asked about an intention depends on the answer for the same practice."""
    event = an_event(practices=[Topic(code=each, label=words(each)) for each in ("p1", "p2")])
    form = communication_forms(event).reach
    asked = route(form, {"consent": "yes", "intends_p2": "yes"}).asked

    assert "intends_where_p2" in asked
    assert "intends_where_p1" not in asked


def test_forms_miss_no_words() -> None:
    """Both forms have words in all their languages."""
    assert all(() == missing_words(form) for form in FORMS)


def test_events_of_one_language() -> None:
    """An event may be kept in one language alone."""
    event = evolve(EVENT, languages=["fr"])

    assert ("fr",) == communication_forms(event).reach.title.languages
