import pytest

from indh_me.errors import ParseError
from indh_me.model import Unit, UnitKind
from refusals import Strange, refusal


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("count", Unit.count()),
        ("percent", Unit.percent()),
        ("milestone", Unit.milestone()),
        ("ratio per 1000", Unit.ratio(1000)),
        ("ratio per 0.5", Unit.ratio(0.5)),
        ("score 1..5", Unit.score(1, 5)),
        ("score -2..2.5", Unit.score(-2, 2.5)),
        ("currency MAD", Unit.money("MAD")),
    ],
)
def test_units_are_read_and_written(text: str, unit: Unit) -> None:
    """Each unit has one written form, which is read and written."""
    assert unit == Unit.parse(text)
    assert text == str(unit)


@pytest.mark.parametrize("text", [" count ", "score 1 .. 5", "score 1..5 "])
def test_spaces_do_not_matter(text: str) -> None:
    """Spaces around a unit and its numbers are let pass."""
    assert Unit.parse(text) in {Unit.count(), Unit.score(1, 5)}


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("cuont", "did you mean 'count'?"),
        ("Percent", "did you mean 'percent'?"),
        ("ratio of 1000", "did you mean 'ratio per 1000'?"),
        ("score 1-5", "did you mean 'score 1..5'?"),
        ("", "known: count, percent"),
        ("%", "known: count, percent"),
        (["count"], "did you mean 'count'?"),
        (7, "known: count, percent"),
        (None, "known: count, percent"),
    ],
)
def test_unknown_units_are_refused(text: Strange, mend: str) -> None:
    """An unknown unit is refused with the nearest form, or all of them."""
    fault = refusal(lambda: Unit.parse(text), ParseError)

    assert "unknown unit '" in fault.what
    assert fault.mend.startswith(mend)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ratio", "unit 'ratio' needs per, not nothing more"),
        ("score", "unit 'score' needs low and high, not nothing more"),
        ("currency", "unit 'currency' needs currency, not nothing more"),
        ("currency dirham", "'dirham' is not a currency"),
        ("currency mad", "'mad' is not a currency"),
        ("ratio per thousand", "'thousand' is not a number"),
        ("ratio per 1_000", "'1_000' is not a number"),
        ("ratio per nan", "'nan' is not a number"),
        ("ratio per 0", "ratio per '0.0'"),
        ("ratio per 1e999", "'inf' is not a figure"),
        ("score 5..1", "scale from '5.0' to '1.0'"),
        ("score 1...5", "'.5' is not a number"),
    ],
)
def test_units_half_said_are_refused(text: str, reason: str) -> None:
    """A unit that begins well is refused with what is wrong in the rest."""
    assert f"'{text}' is no unit: {reason}" == refusal(lambda: Unit.parse(text), ParseError).what


@pytest.mark.parametrize(
    ("kind", "details", "what"),
    [
        ("count", {"per": 1000}, "unit 'count' needs nothing more, not per"),
        ("ratio", {"per": 10, "low": 1}, "unit 'ratio' needs per, not per and low"),
        ("score", {"low": 1}, "unit 'score' needs low and high, not low"),
        (
            UnitKind.MILESTONE,
            {"currency": "MAD"},
            "unit 'milestone' needs nothing more, not currency",
        ),
        ("ratio", {"per": -1}, "ratio per '-1.0'"),
        ("score", {"low": 1, "high": 1}, "scale from '1.0' to '1.0'"),
        ("currency", {"currency": "MADs"}, "'MADs' is not a currency"),
        ("currency", {"currency": 5}, "'5' is not a string"),
        ("metre", {}, "unknown kind 'metre'"),
    ],
)
def test_kind_and_details_agree(kind: Strange, details: dict[str, Strange], what: str) -> None:
    """A kind has the details that it needs, and no others."""
    assert what == refusal(lambda: Unit(kind, **details)).what


def test_factor_turns_a_share_into_the_unit() -> None:
    """A numerator over its denominator is multiplied by 100, by the base of a rate, or by 1."""
    units = [Unit.percent(), Unit.ratio(1000), Unit.count(), Unit.score(1, 5), Unit.money("MAD")]

    assert [100, 1000, 1, 1, 1] == [unit.factor for unit in units]


def test_only_milestones_are_done_or_not() -> None:
    """Of all units the milestone alone says done or not done."""
    units = [Unit.count(), Unit.percent(), Unit.milestone(), Unit.ratio(10), Unit.money("MAD")]

    assert [Unit.milestone()] == [unit for unit in units if unit.is_milestone]
