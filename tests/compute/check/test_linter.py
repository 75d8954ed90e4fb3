import re
from datetime import date

from indh_me.compute import Severity, assess, check
from indh_me.compute.check import RULES
from indh_me.model import Framework, Indicator, Observations, Period
from refusals import refusal

FRAMEWORK = Framework(
    code="F",
    languages=["fr"],
    indicators=[
        Indicator.milestone("M", due=Period.year(2007)),
        Indicator(code="A", unit="count", direction="increase", accumulation="sum"),
    ],
)
TABLE = Observations.from_columns(
    ["A", "A", "A", "X"], ["2008", "2008", "2007/2008", "2008"], [1, 2, 3, 4]
)
#: The rules that this small plan and its data are made for.
FIRST = {f"ME00{number}" for number in range(1, 9)}


def test_rules_have_stable_ids() -> None:
    """Each rule has its own id, in order, a short name and a sentence."""
    ids = [rule.id for rule in RULES]

    assert sorted(set(ids)) == ids
    assert [] == [rule.id for rule in RULES if re.fullmatch(r"ME\d{3}", rule.id) is None]
    assert [] == [
        rule.name for rule in RULES if re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.name) is None
    ]
    assert [] == [rule.about for rule in RULES if rule.about == ""]


def test_findings_come_in_the_order_of_rules() -> None:
    """All rules look at framework and data, and their findings come in the order of ids."""
    found = check(FRAMEWORK, TABLE, as_of=date(2008, 3, 27))

    ids = [each.id for each in found]
    assert ["ME001", "ME003", "ME003", "ME003", "ME004", "ME005", "ME007"] == [
        each for each in ids if each in FIRST
    ]
    assert sorted(ids) == ids


def test_findings_have_the_severity_of_their_rule() -> None:
    """A finding matters as much as its rule says."""
    severities = {rule.id: rule.severity for rule in RULES}
    found = check(FRAMEWORK, TABLE, as_of=date(2008, 3, 27))

    assert [severities[each.id] for each in found] == [each.severity for each in found]
    assert set(Severity) == {each.severity for each in found}


def test_without_a_day_nothing_is_overdue() -> None:
    """The rules that need a day find nothing without one, the others look at all the data."""
    ids = {each.id for each in check(FRAMEWORK, TABLE)}

    assert {"ME003", "ME004", "ME005", "ME007"} == ids & FIRST


def test_framework_alone() -> None:
    """A framework can be checked without any data."""
    assert ["ME003"] == [each.id for each in check(FRAMEWORK) if each.id in FIRST]


def test_milestone_is_done_or_not() -> None:
    """A milestone reported as 5 is an error for the linter, and refused by `assess`."""
    framework = Framework(code="DEMO", languages=["fr"], indicators=[Indicator.milestone("M")])
    seen = Observations.from_columns(["M", "M"], ["2007", "2008"], [1, 5])

    (found,) = (each for each in check(framework, seen) if each.id == "ME008")
    assert "'5' for milestone M" == found.message
    assert "observations.M.2008" == found.place.path

    fault = refusal(lambda: assess(framework, seen, as_of=date(2008, 12, 31)))
    assert found.message == fault.what
    assert 1 == len(assess(framework, seen, as_of=date(2007, 12, 31)))
