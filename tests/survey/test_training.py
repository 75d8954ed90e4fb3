import pytest
from attrs import evolve

from indh_me.errors import InvalidInputError
from indh_me.model import Text
from indh_me.read.session import read_event, read_session
from indh_me.survey.choice import Choice, ChoiceList
from indh_me.survey.communication import communication_forms
from indh_me.survey.evaluation import AnswerValue
from indh_me.survey.instrument import Instrument
from indh_me.survey.lint import check_form
from indh_me.survey.question import Grid, Question
from indh_me.survey.routing import route
from indh_me.survey.session import AddedQuestion, PlaceLevel, Topic
from indh_me.survey.training import training_forms
from indh_me.survey.translation import missing_words, words_of
from occasions import INDH, SESSION, a_session, words
from refusals import refusals

FORMS = training_forms(SESSION)


def _names(form: Instrument) -> list[str]:
    return [place.name for place in form.questions]


def test_forms_are_linked_by_names_and_answers() -> None:
    """What several forms ask has the same name, kind, words and answers in each."""
    asked: dict[str, tuple[object, ...]] = {}
    for form in FORMS:
        for place in form.questions:
            question = place.question
            listed = form.choices_of(question)
            told = (question.kind, question.label, None if listed is None else listed.choices)
            assert told == asked.setdefault(question.name, told)

    assert {"consent", "session_code", "matching_code", "k1"} <= set.intersection(
        *(set(_names(form)) for form in FORMS)
    )


@pytest.mark.parametrize("form", list(FORMS), ids=lambda form: form.moment.value)
def test_code_has_six_stable_elements(form: Instrument) -> None:
    """The matching code puts six required answers in a row, the same in each form."""
    code = form.question("matching_code")

    assert code is not None
    assert code.calculation is not None
    elements = code.calculation.references
    assert 6 == len(elements)
    assert all(question.required for name in elements if (question := form.question(name)))
    answers: dict[str, AnswerValue] = {
        **dict(zip(elements, ("A", "B", "C", 7, "02", 3), strict=True)),
        "consent": "yes",
    }
    assert "A-B-C-7-02-3" == route(form, answers).answers["matching_code"]


@pytest.mark.parametrize("form", list(FORMS), ids=lambda form: form.moment.value)
def test_nothing_is_asked_without_consent(form: Instrument) -> None:
    """Who does not agree is asked nothing more."""
    assert ("consent", "session_code") == route(form, {"consent": "no"}).asked
    assert ("consent", "session_code") == route(form, {}).asked


def test_each_form_asks_what_its_moment_needs() -> None:
    """Reaction is asked at the end, transfer later, knowledge each time."""
    pre, end, follow_up = (_names(form) for form in FORMS)

    assert "useful_work" in end
    assert not {"useful_work", "used"} & set(pre)
    assert "used" in follow_up
    assert "useful_work" not in follow_up
    assert all("k1" in names for names in (pre, end, follow_up))


def test_objectives_are_asked_then_and_now() -> None:
    """Each objective has two rows: ability before, ability now."""
    end = FORMS.end

    assert ["before_track", "now_track"] == [n for n in _names(end) if n.endswith("_track")]
    now = end.question("now_track")
    assert now is not None
    assert now.label is not None
    assert "Today: keep a table" == now.label.get("en")
    assert now.measures is not None
    assert "track" == now.measures.objective


def test_knowledge_has_a_key_and_lets_people_not_know() -> None:
    """A knowledge question knows its right answer, and offers not to know."""
    question = FORMS.pre.question("k1")

    assert question is not None
    assert question.measures is not None
    assert ("y2005", "track", 4) == (
        question.measures.key,
        question.measures.objective,
        question.measures.ltem,
    )
    listed = FORMS.pre.choices_of(question)
    assert listed is not None
    assert ("y2005", "y2007", "dk") == listed.codes


def test_a_case_to_decide_is_of_a_higher_tier() -> None:
    """A scenario is tier 5 of LTEM, a fact tier 4."""
    case = evolve(SESSION.knowledge[0], scenario=True)
    question = training_forms(a_session(knowledge=[case])).pre.question("k1")

    assert question is not None
    assert question.measures is not None
    assert 5 == question.measures.ltem


@pytest.mark.parametrize("form", list(FORMS), ids=lambda form: form.moment.value)
def test_forms_keep_to_their_languages(form: Instrument) -> None:
    """A form has words in its languages, all of them and no other."""
    assert () == missing_words(form)
    assert {("en", "fr")} == {text.languages for _, text in words_of(form)}


def test_roles_may_be_of_ones_own() -> None:
    """The session's functions take the place of those of the bank, with *other* behind them."""
    forms = training_forms(a_session(roles=[Choice("head", words("Head"))]))

    assert ("head", "other") == forms.pre.lists["roles"].codes


def test_places_are_asked_from_the_widest_on() -> None:
    """A level of places offers what lies within the one before."""
    region = PlaceLevel(name="region", label=words("R?"), choices=[Choice("r", words("R"))])
    inner = [Choice("p", words("P"), parent="r")]
    province = PlaceLevel(name="province", label=words("P?"), choices=inner)
    forms = training_forms(a_session(places=[region, province]))

    question = forms.pre.question("province")
    assert question is not None
    assert "region" == question.within


def test_results_are_asked_later() -> None:
    """Figures that the session should move are asked weeks later, each with its document."""
    forms = training_forms(a_session(results=[Topic(code="files", label=words("Files"))]))

    names = [name for name in _names(forms.follow_up) if name.endswith("_files")]
    assert ["result_files", "result_source_files"] == names


def test_answers_feed_the_indicator_that_the_session_names() -> None:
    """A question says which indicator its answers feed, in a grid too."""
    forms = training_forms(a_session(feeds={"used": "T-R5", "useful_work": "T-R6"}))

    fed = {
        place.name: place.question.measures.feeds
        for form in forms
        for place in form.questions
        if place.question.measures is not None and place.question.measures.feeds is not None
    }
    assert {"used": "T-R5", "useful_work": "T-R6"} == fed


def test_own_questions_stand_in_their_forms() -> None:
    """A question of one's own is asked in the forms it names, with a list of one's own."""
    lunch = Question(name="lunch", kind="single", label=words("Lunch?"), choices="meals")
    forms = training_forms(
        a_session(
            questions=[AddedQuestion(question=lunch, moments=["end"])],
            choice_lists=[ChoiceList("meals", [Choice("good", words("Good"))])],
        )
    )

    assert "lunch" in _names(forms.end)
    assert "lunch" not in _names(forms.pre)


def test_faults_of_all_forms_are_reported_at_once() -> None:
    """Names given twice, conditions on nothing and unknown lists of all forms come together."""
    session = a_session(
        questions=[
            AddedQuestion(question=each, moments=moments)
            for each, moments in (
                (Question(name="sex", kind="text", label=words("?")), ["pre"]),
                (Question(name="a", kind="text", label=words("?"), relevant="${b} = 1"), ["end"]),
                (
                    Question(name="c", kind="single", label=words("?"), choices="nowhere"),
                    ["follow_up"],
                ),
            )
        ]
    )

    found = [fault.what for fault in refusals(lambda: training_forms(session), InvalidInputError)]
    assert [
        "the name 'sex' is given twice",
        "no question is called 'b'",
        "no list is called 'nowhere'",
    ] == found


def test_an_indicator_fed_by_nothing_is_refused() -> None:
    """Feeding from a question that no form asks is a fault, with the nearest name."""
    (fault,) = refusals(lambda: training_forms(a_session(feeds={"usedd": "A"})), InvalidInputError)

    assert "no form asks 'usedd'" == fault.what
    assert "'used'" in fault.mend


def test_a_language_that_the_bank_lacks_is_reported() -> None:
    """A form in a language without wording lists each text that lacks it."""
    session = a_session(languages=["en", "zgh"])
    missing = missing_words(training_forms(session).pre)

    assert 30 < len(missing)
    assert all(fault.where.path.endswith(".zgh") for fault in missing)


def test_grids_are_short_enough_to_read() -> None:
    """No grid of the bank's own has more than seven rows."""
    grids = [
        item
        for form in FORMS
        for section in form.sections
        for item in section.items
        if isinstance(item, Grid)
    ]
    assert grids
    assert all(len(grid.rows) <= 7 for grid in grids)


def test_title_tells_the_moment() -> None:
    """The title names the session and when the form is filled in."""
    assert (
        Text.of(en="Workshop - before the session", fr="Workshop (fr) - avant la session")
        == FORMS.pre.title
    )


@pytest.mark.parametrize(
    "form",
    [
        *training_forms(read_session(INDH / "session.toml")),
        *communication_forms(read_event(INDH / "event.toml")),
    ],
    ids=lambda form: form.code,
)
def test_forms_of_the_example_have_no_findings(form: Instrument) -> None:
    """The linter finds nothing in the example's forms but that their words are drafts."""
    assert {"SV070"} == {finding.id for finding in check_form(form)}
