import pytest

import indh_me as me


def form(**parts: object) -> me.Instrument:
    """Make a form in two languages with a word missing of each sort, all of them in Arabic."""
    both = me.Text.of(ar="؟", fr="?")
    french = me.Text.of(fr="?")
    row = me.Question(name="row", kind="single", label=french, choices="yn")
    age = me.Question(
        name="age",
        kind="integer",
        label=both,
        hint=french,
        required=True,
        required_message=french,
        constraint=". > 0",
        constraint_message=french,
    )
    plain: dict[str, object] = {
        "code": "visit",
        "title": french,
        "version": "2026112301",
        "languages": ["ar", "fr"],
        "choice_lists": [me.ChoiceList("yn", [me.Choice("v.1", french), me.Choice("no")])],
        "sections": [
            me.Section(
                name="main",
                label=french,
                items=[age, me.Grid(name="g", label=french, rows=[row])],
            )
        ],
    }
    return me.Instrument(**{**plain, **parts})  # type: ignore[arg-type]


PLACES = [
    "title",
    "sections.main.label",
    "sections.main.age.hint",
    "sections.main.age.required_message",
    "sections.main.age.constraint_message",
    "sections.main.g.label",
    "sections.main.g.row.label",
    'choice_lists.yn."v.1".label',
]


def test_missing_words_are_listed() -> None:
    """Every text that lacks a language is named, whatever part of the form it stands in."""
    assert [f"{place}.ar" for place in PLACES] == [
        fault.where.path for fault in me.missing_words(form())
    ]


def test_words_are_listed_with_their_places() -> None:
    """Everything that is read in a form is found once."""
    places = [place for place, _ in me.words_of(form())]

    assert {*PLACES, "sections.main.age.label"} == set(places)
    assert len(set(places)) == len(places)


def test_fallback_fills_what_is_missing() -> None:
    """With a language to take words from nothing is missing, and what was there is as it was."""
    filled = me.with_fallback(form(), "fr")
    age = filled.question("age")

    assert () == me.missing_words(filled)
    assert age is not None
    assert me.Text.of(ar="؟", fr="?") == age.label
    assert me.Text.of(ar="?", fr="?") == age.hint


def test_fallback_that_is_missing_too_is_refused() -> None:
    """A language that lacks the words too is no fallback, and all places are named."""
    with pytest.raises(me.InvalidInputError) as refused:
        me.with_fallback(form(), "en")

    assert [f"{place}.en" for place in PLACES] == [
        fault.where.path for fault in refused.value.faults
    ]
