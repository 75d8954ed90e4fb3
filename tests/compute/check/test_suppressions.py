import pytest

from indh_me.compute import RULES, Finding, Rule, Severity
from indh_me.compute.check.suppressions import UNUSED, Suppressions, unused_suppressions
from indh_me.model import Framework, Suppression, Text

REASON = Text.of(fr="sans date")


def _framework(*suppressed: tuple[str, str | None]) -> Framework:
    """Draft a framework with suppressions of some rules at some places."""
    made = [Suppression(rule=rule, place=place, reason=REASON) for rule, place in suppressed]
    return Framework(code="DEMO", languages=["fr"], suppressions=made)


def _finding(place: str, rule: str = "ME003") -> Finding:
    return Finding(id=rule, severity="warning", place=place, message="m", mend="n")


@pytest.mark.parametrize(
    ("place", "path", "covered"),
    [
        (None, "indicators.A", True),
        (None, "", True),
        ("indicators", "indicators.A.baseline", True),
        ("indicators.A", "indicators.A", True),
        ("indicators.A", "indicators.A.targets.2008", True),
        ("indicators.A", "indicators.A[0]", True),
        ("indicators.A", "indicators.AB", False),
        ("indicators.A", "indicators", False),
        ("indicators.A", "indicators.B.A", False),
        ("indicators.A.targets_by_category", "indicators.A.targets_by_category[1].source", True),
        ("indicators.A.targets_by_category[1]", "indicators.A.targets_by_category[1].x", True),
        ("indicators.A.targets_by_category[1]", "indicators.A.targets_by_category[10]", False),
        ('observations."a.b"', 'observations."a.b"."2008 sex=female".source', True),
        ("observations.a", 'observations."a.b"', False),
        ("observations", 'observations."a[b"', True),
        ("observations.A.2008", 'observations.A."2008 sex=female"', False),
        ("indicators.A", "", False),
    ],
)
def test_places_cover_what_begins_with_their_keys(
    place: str | None, path: str, *, covered: bool
) -> None:
    """A suppression covers its place and all below it, by whole keys, and no other rule."""
    suppressions = Suppressions.of(_framework(("ME003", place)))

    assert ((0,) if covered else ()) == suppressions.covering(_finding(path))
    assert () == suppressions.covering(_finding(path, "ME002"))


def test_narrowest_comes_last() -> None:
    """Of several suppressions that cover a finding, the narrowest comes last."""
    framework = _framework(
        ("ME003", "indicators.A.baseline"),
        ("ME002", None),
        ("ME003", None),
        ("ME003", "indicators.B"),
        ("ME003", "indicators"),
    )
    suppressions = Suppressions.of(framework)

    assert (2, 4, 0) == suppressions.covering(_finding("indicators.A.baseline"))
    assert {"ME002", "ME003"} == suppressions.rules


def test_what_cannot_be_suppressed_is_not() -> None:
    """Neither the faults of a file nor the unused suppressions can be suppressed."""
    suppressions = Suppressions.of(_framework(("ME000", None), ("ME061", None)))

    assert frozenset() == suppressions.rules
    assert () == suppressions.covering(_finding("suppressions[0]", "ME061"))


def test_rule_of_suppressions() -> None:
    """The rule is the linter's, a warning, and comes after those whose findings it looks at."""
    assert (
        Rule(
            "ME061",
            "unused-suppression",
            Severity.WARNING,
            "a suppression suppresses no finding, or names a rule that does not exist",
        )
        == UNUSED
    )
    assert UNUSED in RULES


def test_unused_suppressions_are_told() -> None:
    """A suppression is reported when it names no rule, hides nothing, or cannot hide anything."""
    framework = _framework(
        ("ME003", None),
        ("ME003", "indicators.A"),
        ("ME001", "indicators.A"),
        ("ME008", None),
        ("ME999", None),
        ("ME061", None),
        ("ME000", None),
    )
    judged = {"ME001": False, "ME003": True, "ME008": True}
    found = list(unused_suppressions(framework, {0}, judged))

    assert [
        (
            "suppressions[1]",
            "there is no finding of ME003 at indicators.A to suppress",
            "delete the suppression, or correct its rule and place",
        ),
        (
            "suppressions[3]",
            "there is no finding of ME008 to suppress",
            "delete the suppression, or correct its rule and place",
        ),
        (
            "suppressions[4].rule",
            "unknown rule 'ME999'",
            "known: ME001, ME003, ME008",
        ),
        (
            "suppressions[5].rule",
            "findings of ME061 cannot be suppressed",
            "delete this suppression, and the one that is unused",
        ),
        (
            "suppressions[6].rule",
            "findings of ME000 cannot be suppressed",
            "mend the file: nothing is computed from one that cannot be read",
        ),
    ] == [(each.place.path, each.message, each.mend) for each in found]
    assert {("ME061", Severity.WARNING, None)} == {
        (each.id, each.severity, each.indicator) for each in found
    }
