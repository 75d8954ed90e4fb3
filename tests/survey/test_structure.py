from collections.abc import Iterable

import pytest

import indh_me as me

WORDS = me.Text.of(en="?")
LISTS = (
    me.ChoiceList("yn", [me.Choice("yes"), me.Choice("no")]),
    me.ChoiceList("province", [me.Choice("p1"), me.Choice("p2")]),
    me.ChoiceList("commune", [me.Choice("c1", parent="p1"), me.Choice("c2", parent="p2")]),
)


def question(name: str, kind: str = "text", **parts: object) -> me.Question:
    """Make a question with a label."""
    return me.Question(name=name, kind=kind, label=WORDS, **parts)  # type: ignore[arg-type]


def form(
    *items: me.Question | me.Grid, lists: Iterable[me.ChoiceList] = LISTS, **parts: object
) -> me.Instrument:
    """Make a form of one section."""
    plain: dict[str, object] = {
        "code": "visit",
        "title": WORDS,
        "version": "2026112301",
        "languages": ["en"],
        "sections": [me.Section(name="main", items=items)],
        "choice_lists": lists,
    }
    return me.Instrument(**{**plain, **parts})  # type: ignore[arg-type]


def faults(*items: me.Question | me.Grid, **parts: object) -> list[tuple[str, str]]:
    """Give what is wrong with a form, and where."""
    with pytest.raises(me.InvalidInputError) as refused:
        form(*items, **parts)  # type: ignore[arg-type]
    assert all(fault.mend for fault in refused.value.faults)
    return [(fault.where.path, fault.what) for fault in refused.value.faults]


A = question("a")
SEX = question("sex", "single", choices="yn")


@pytest.mark.parametrize(
    ("items", "where", "said"),
    [
        ([A, question("A")], "sections.main.A", "given twice"),
        ([A, A], "sections.main.a", "given twice"),
        ([question("main")], "sections.main.main", "given twice"),
        ([question("b", relevant="${c} = 1")], "sections.main.b.relevant", "no question is called"),
        ([question("b", relevant="${a} = 1"), A], "sections.main.b.relevant", "not asked before"),
        ([question("b", relevant="${b} = 1")], "sections.main.b.relevant", "not asked before"),
        ([question("b", relevant=". = 1")], "sections.main.b.relevant", "own answer"),
        ([question("b", relevant="1 + 1")], "sections.main.b.relevant", "is no condition"),
        ([question("b", constraint="'x'")], "sections.main.b.constraint", "is no condition"),
        (
            [question("n", "note"), question("b", relevant="${n} = 1")],
            "sections.main.b.relevant",
            "is a note",
        ),
        (
            [A, question("b", relevant="selected(${a}, 'x')")],
            "sections.main.b.relevant",
            "no choices to look through",
        ),
        ([SEX, question("b", relevant="${sex} = 'ye'")], "sections.main.b.relevant", "'ye' is no"),
        (
            [question("b", "calculated", calculation=". + 1")],
            "sections.main.b.calculation",
            "its own answer",
        ),
        (
            [A, question("b", "calculated", calculation="${a} = 1")],
            "sections.main.b.calculation",
            "gives a condition",
        ),
        ([question("b", "single", choices="yno")], "sections.main.b.choices", "no list is called"),
        (
            [question("b", "single", choices="yn", default="maybe")],
            "sections.main.b.default",
            "no choice of 'yn'",
        ),
        (
            [question("b", "single", choices="yn", measures=me.Measurement(key="x"))],
            "sections.main.b.measures.key",
            "no choice of 'yn'",
        ),
        ([question("c", "single", choices="commune")], "sections.main.c.within", "have parents"),
        (
            [question("c", "single", choices="commune", within="p")],
            "sections.main.c.within",
            "no question is called",
        ),
        (
            [A, question("c", "single", choices="commune", within="a")],
            "sections.main.c.within",
            "not a single choice",
        ),
        (
            [SEX, question("c", "single", choices="yn", within="sex")],
            "sections.main.c.within",
            "have no parents",
        ),
        (
            [SEX, question("c", "single", choices="commune", within="sex")],
            "choice_lists.commune.c1.parent",
            "'p1' is no choice of 'yn'",
        ),
        (
            [me.Grid(name="g", label=WORDS, rows=[SEX], relevant="${sex} = 'yes'")],
            "sections.main.g.relevant",
            "not asked before",
        ),
        ([me.Grid(name="g", label=WORDS, rows=[question("g", "single", choices="yn")])],
         "sections.main.g.g", "given twice"),
    ],
)  # fmt: skip
def test_wrong_structure_is_refused(
    items: list[me.Question | me.Grid], where: str, said: str
) -> None:
    """A form that no channel could ask is refused, with the place of each fault."""
    found = faults(*items)

    assert [where] == [path for path, what in found if said in what]


def test_section_and_form_hold_questions() -> None:
    """A section without questions is refused, and so is a form without any."""
    found = faults(sections=[me.Section(name="empty", items=[])])

    assert [("sections", "a form without questions")] == found[:1]
    assert ("sections.empty", "a section without questions") in found


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"lists": [*LISTS, LISTS[0]]}, "list 'yn' is given twice"),
        ({"languages": []}, "no languages"),
        ({"languages": ["fr", "fr"]}, "given twice"),
        ({"languages": ["FR"]}, "not a language tag"),
        ({"version": "1"}, "no version"),
        ({"moment": "later"}, "unknown moment"),
        ({"code": "a b"}, "cannot stand as code"),
    ],
)
def test_wrong_head_is_refused(parts: dict[str, object], said: str) -> None:
    """A form says its languages, its version and its moment in words that all channels know."""
    assert any(said in what for _, what in faults(A, **parts))


def test_cascade_is_taken() -> None:
    """Communes may be asked within the province that was picked before."""
    found = form(
        question("p", "single", choices="province"),
        question("c", "single", choices="commune", within="p"),
    )
    commune = found.question("c")

    assert commune is not None
    assert LISTS[2] == found.choices_of(commune)
    assert found.question("d") is None
    assert found.choices_of(A) is None
    assert LISTS[2] == found.lists["commune"]
    assert "b" == found.with_parts(code="b").code
    assert LISTS[0].choice("maybe") is None
    assert me.Choice("yes") == LISTS[0].choice("yes")


def test_grid_row_counts_after_its_grid() -> None:
    """A row of a grid can be looked at after the grid, and stands in it."""
    grid = me.Grid(name="g", label=WORDS, rows=[SEX], relevant="1 = 1")
    found = form(A, grid, question("b", relevant="${sex} = 'yes'"))
    places = {place.name: place for place in found.questions}

    assert ["a", "sex", "b"] == list(places)
    assert grid == places["sex"].grid
    assert (me.Expression.parse("1 = 1"),) == places["sex"].conditions
