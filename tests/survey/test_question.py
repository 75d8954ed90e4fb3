import pytest

import indh_me as me

WORDS = me.Text.of(en="?")


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"kind": "single"}, "choices"),
        ({"kind": "text", "label": None}, "label"),
        ({"kind": "text", "choices": "yn"}, "choices"),
        ({"kind": "integer", "within": "a"}, "within"),
        ({"kind": "text", "calculation": "1"}, "calculation"),
        ({"kind": "calculated"}, "calculation"),
        ({"kind": "calculated", "calculation": "1", "required": True}, "required"),
        ({"kind": "note", "constraint": ". > 0"}, "constraint"),
        ({"kind": "note", "default": "1"}, "default"),
        ({"kind": "text", "required_message": WORDS}, "required_message"),
        ({"kind": "text", "constraint_message": WORDS}, "constraint_message"),
        ({"kind": "texts"}, "kind"),
        ({"kind": "text", "name": "âge"}, "name"),
        ({"kind": "text", "name": "meta"}, "name"),
        ({"kind": "text", "name": 5}, "name"),
    ],
)
def test_part_that_does_not_fit_is_refused(parts: dict[str, object], where: str) -> None:
    """A question with a part that its kind has no use for is refused, with the part's name."""
    with pytest.raises(me.InvalidInputError) as refused:
        me.Question(**{"name": "a", "label": WORDS, **parts})  # type: ignore[arg-type]

    assert where in [fault.where.path for fault in refused.value.faults]


def test_all_faults_are_told_at_once() -> None:
    """Of a question with several faults, all are told."""
    with pytest.raises(me.InvalidInputError) as refused:
        me.Question(name="a", kind="single", constraint_message=WORDS, calculation="1")

    assert ["choices", "label", "calculation", "constraint_message"] == [
        fault.where.path for fault in refused.value.faults
    ]


def test_parts_are_replaced() -> None:
    """A question with other parts is another value, and checked again."""
    question = me.Question(name="a", kind="text", label=WORDS)

    assert "b" == question.with_parts(name="b").name
    with pytest.raises(me.InvalidInputError):
        question.with_parts(kind="single")


def row(name: str, **parts: object) -> me.Question:
    """Make a row of a grid."""
    plain = {"kind": "scale", "label": WORDS, "choices": "agree5"}
    return me.Question(**{"name": name, **plain, **parts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "without rows"),
        ([row("a", kind="text", choices=None)], "a text question in a grid"),
        ([row("a"), row("b", choices="yn")], "other answers than the first"),
        ([row("a"), row("b", kind="single")], "other answers than the first"),
        ([row("a", relevant="1 = 1")], "no relevant of its own"),
        ([row("a", constraint=". != ''")], "no constraint of its own"),
        ([row("a", within="b")], "no within of its own"),
    ],
)
def test_grid_holds_rows_of_one_sort(rows: list[me.Question], said: str) -> None:
    """Rows of a grid share kind and choices, and have no conditions of their own."""
    with pytest.raises(me.InvalidInputError, match=said):
        me.Grid(name="g", label=WORDS, rows=rows)


def test_grid_knows_its_choices() -> None:
    """The choices of a grid are those of all its rows."""
    assert "agree5" == me.Grid(name="g", label=WORDS, rows=[row("a"), row("b")]).choices


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ([], "without choices"),
        ([me.Choice("a"), me.Choice("a")], "given twice"),
        ([me.Choice("a", parent="x"), me.Choice("b")], "no parent"),
    ],
)
def test_list_that_cannot_be_offered_is_refused(choices: list[me.Choice], said: str) -> None:
    """A list has choices, each once, and all or none of them have a parent."""
    with pytest.raises(me.InvalidInputError, match=said):
        me.ChoiceList("l", choices)


@pytest.mark.parametrize("code", ["", "a b", "é", "-a", "a" * 65, 5])
def test_code_that_cannot_be_stored_is_refused(code: str) -> None:
    """Codes of choices and of parents are letters, digits and some signs."""
    for make in (me.Choice, lambda parent: me.Choice("a", parent=parent)):
        with pytest.raises(me.ParseError, match="cannot be the code"):
            make(code)


def test_answers_that_are_none() -> None:
    """Don't know and refused say nothing of the matter; every other choice does."""
    said = {code: me.Choice(code).is_substantive for code in (me.DONT_KNOW, me.REFUSED, "5")}

    assert {"dk": False, "ref": False, "5": True} == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"kirkpatrick": 5}, "no level of kirkpatrick"),
        ({"ltem": 0}, "no level of ltem"),
        ({"acceptable_from": "4"}, "without a direction"),
        ({"direction": "up"}, "unknown direction"),
        ({"review": {"fr": "seen"}}, "unknown review status"),
    ],
)
def test_measurement_beyond_its_models_is_refused(parts: dict[str, object], said: str) -> None:
    """Levels and words that the models do not have are refused."""
    with pytest.raises(me.InvalidInputError, match=said):
        me.Measurement(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("direction", "accepted"),
    [("increase", [False, True, True]), ("decrease", [True, True, False])],
)
def test_acceptable_answers(direction: str, accepted: list[bool]) -> None:
    """From the standard on, answers are acceptable in the direction that is better."""
    measured = me.Measurement(direction=direction, acceptable_from="2")

    assert accepted == [measured.accepts(code, ["1", "2", "3"]) for code in "123"]
    assert me.Measurement().accepts("1", ["1"]) is None
