import pytest

from indh_me.errors import Fault, ParseError
from indh_me.model import TOTAL, Categories, Category, Dimension, Text
from indh_me.model.dimension import parent_faults
from refusals import Strange, refusal, refusals


def category(code: str, parent: str | None = None) -> Category:
    """Return a category called by its code."""
    return Category(code, Text.plain(code, "fr"), parent)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", {}),
        ("  ", {}),
        ("sex=female", {"sex": "female"}),
        ("place=dakhla; sex=female", {"place": "dakhla", "sex": "female"}),
        (" sex = female ;place=dakhla", {"place": "dakhla", "sex": "female"}),
    ],
)
def test_addresses_are_read(text: str, pairs: dict[str, str]) -> None:
    """An address is read from its pairs, in any order and spacing."""
    assert Categories(pairs) == Categories.parse(text)


def test_address_is_written_in_order() -> None:
    """An address is written by the codes of its dimensions in order."""
    assert "place=dakhla; sex=female" == str(Categories.of(sex="female", place="dakhla"))
    assert "" == str(TOTAL)


@pytest.mark.parametrize("text", ["female", "sex=female;", "sex=female; dakhla", 5, None])
def test_other_addresses_are_refused(text: Strange) -> None:
    """What is not pairs of dimension and category is refused."""
    fault = refusal(lambda: Categories.parse(text), ParseError)

    assert "names no categories" in fault.what
    assert "write 'place=dakhla; sex=female'" == fault.mend


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("sex=", "'' cannot stand as a code"),
        ("sex=a=b", "'a=b' cannot stand as a code"),
        ("sex=female; sex=male", "dimension 'sex' is given twice"),
    ],
)
def test_impossible_addresses_are_refused(text: str, reason: str) -> None:
    """An address with an impossible code, or two of one dimension, is refused with the reason."""
    what = refusal(lambda: Categories.parse(text), ParseError).what

    assert f"'{text}' is no address: {reason}" == what


def test_all_faults_of_an_address_are_told() -> None:
    """An address with several faults is refused with all of them."""
    faults = refusals(lambda: Categories([("sex", "a b"), ("sex", "female")]))

    assert ["'a b' cannot stand as a code", "dimension 'sex' is given twice"] == [
        fault.what for fault in faults
    ]


def test_address_is_looked_up() -> None:
    """An address gives the category of each of its dimensions, and nothing of others."""
    address = Categories.of(sex="female", place="dakhla")

    assert ("place", "sex") == address.dimensions
    assert "female" == address.get("sex")
    assert address.get("age") is None
    assert {"sex": "female", "place": "dakhla"} == address.as_mapping()


def test_total_has_no_categories() -> None:
    """The total, and it alone, is the address without categories."""
    assert TOTAL.is_total
    assert Categories() == TOTAL
    assert not Categories.of(sex="female").is_total


def test_addresses_have_an_order() -> None:
    """Addresses are ordered by their pairs, the total first."""
    female, male = Categories.of(sex="female"), Categories.of(sex="male")

    assert [TOTAL, female, male] == sorted([male, female, TOTAL])


@pytest.mark.parametrize("name", ["Dakhla", None])
def test_category_is_called_something(name: Strange) -> None:
    """A category has a name, in a language."""
    fault = refusal(lambda: Category("dakhla", name))

    assert "is not a Text" in fault.what
    assert "name" == fault.where.path


@pytest.mark.parametrize("code", ["a b", ""])
def test_category_has_codes(code: str) -> None:
    """A category and its parent have possible codes."""
    name = Text.of(fr="Dakhla")

    assert "cannot stand as code" in refusal(lambda: Category(code, name)).what
    assert "cannot stand as parent" in refusal(lambda: Category("dakhla", name, code)).what


def test_dimension_from_codes() -> None:
    """A dimension made from codes calls its categories by them, in the language given."""
    sex = Dimension.of("sex", "femmes", "hommes", language="fr")

    assert ("femmes", "hommes") == sex.codes
    assert sex.categories[0] == sex.category("femmes") == category("femmes")
    assert sex.category("autres") is None
    assert not sex.overlapping


def test_categories_keep_their_order() -> None:
    """Categories stay in the order given, parents before or after their children."""
    place = Dimension(code="place", categories=[category("dakhla", "south"), category("south")])

    assert ("dakhla", "south") == place.codes


def test_faulty_categories_are_told_together() -> None:
    """Duplicates, unknown parents and circles are all reported, each at its place."""
    faults = refusals(
        lambda: Dimension(
            code="place",
            categories=[
                category("dakhla", "soouth"),
                category("south", "north"),
                category("north", "south"),
                category("a.b"),
                category("a.b"),
            ],
        )
    )

    assert [
        Fault(
            "unknown parent 'soouth'",
            "dakhla.parent",
            "did you mean 'south'? known: dakhla, south, north, a.b",
        ),
        Fault("'south' is part of itself: south > north > south", "south.parent", "cut the circle"),
        Fault("category 'a.b' is given twice", '"a.b"', "rename one"),
    ] == list(faults)


@pytest.mark.parametrize("categories", ["female", 5, [Text.of(fr="a")], ["female"]])
def test_dimension_holds_categories(categories: Strange) -> None:
    """A dimension is made of categories, not of their codes."""
    assert "categories" == refusal(lambda: Dimension(code="sex", categories=categories)).where.path


def test_overlapping_is_yes_or_no() -> None:
    """A word is not taken for yes or no."""
    word: Strange = "no"
    fault = refusal(lambda: Dimension(code="sex", overlapping=word))

    assert Fault("'no' is not a bool", "overlapping", "give True or False") == fault


@pytest.mark.parametrize(
    ("parents", "whats"),
    [
        ({}, []),
        ({"a": None, "b": "a", "c": "b"}, []),
        ({"a": "a"}, ["'a' is part of itself: a > a"]),
        ({"c": "a", "a": "b", "b": "a"}, ["'a' is part of itself: a > b > a"]),
        (
            {"a": "a", "b": "b"},
            ["'a' is part of itself: a > a", "'b' is part of itself: b > b"],
        ),
        ({"a": "b", "b": "x"}, ["unknown parent 'x'"]),
    ],
)
def test_parents_of_a_hierarchy(parents: dict[str, str | None], whats: list[str]) -> None:
    """Each unknown parent and each circle is found once."""
    assert whats == [fault.what for fault in parent_faults(parents)]


def test_long_circle_is_cut() -> None:
    """A circle of a thousand steps does not make a message of a thousand."""
    (fault,) = parent_faults({str(step): str((step + 1) % 1000) for step in range(1000)})

    assert "'0' is part of itself: 0 > 1 > 2 > 3 > 4 > 5 > ... > 0" == fault.what
