import re
from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

from indh_me.compute import Finding, Rule, Severity, assess, check
from indh_me.compute.check import RULES, linter
from indh_me.compute.check.registry import CHECKS
from indh_me.compute.check.rule import Search, Subject
from indh_me.errors import UnknownCodeError
from indh_me.model import Framework, Indicator, Observations, Period, Suppression, Text
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


#: Rules that find something in the framework and table above, and the one about suppressions.
KNOWN = ("ME001", "ME003", "ME004", "ME005", "ME006", "ME007", "ME061")
SOON, OUT = Text.of(fr="bientôt"), Text.of(fr="retiré")


def _suppressing(*suppressed: tuple[str, str | None, Text]) -> Framework:
    """Suppress some findings of the framework."""
    return FRAMEWORK.with_suppressions(
        *(Suppression(rule=rule, place=place, reason=why) for rule, place, why in suppressed)
    )


def test_suppressed_findings_are_left_out() -> None:
    """What the framework suppresses is not given, unless asked for: then with the reason."""
    framework = _suppressing(
        ("ME003", "observations.A", SOON), ("ME003", "observations", OUT), ("ME007", None, OUT)
    )
    day = date(2008, 3, 27)
    left = check(framework, TABLE, as_of=day, select=KNOWN)
    everything = check(framework, TABLE, as_of=day, select=KNOWN, suppressed=True)

    assert ["ME001", "ME003", "ME004", "ME005"] == [each.id for each in left]
    assert left == tuple(each for each in everything if each.suppressed is None)
    assert [
        ("ME003", "observations.A", SOON),
        ("ME003", "observations.X", OUT),
        ("ME007", "observations.A.2008", OUT),
    ] == [
        (each.id, each.place.path, each.suppressed)
        for each in everything
        if each.suppressed is not None
    ]
    assert check(FRAMEWORK, TABLE, as_of=day, select=KNOWN) == tuple(
        evolve(each, suppressed=None) for each in everything
    )


def test_unused_suppressions_come_in_order() -> None:
    """A suppression of nothing is a finding of its own, which nothing suppresses."""
    framework = _suppressing(("ME006", None, SOON), ("ME061", None, OUT), ("ME003", None, OUT))
    found = check(framework, TABLE, select=KNOWN)

    assert ["ME004", "ME005", "ME007", "ME061", "ME061"] == [each.id for each in found]
    assert ["suppressions[0]", "suppressions[1].rule"] == [
        each.place.path for each in found if each.id == "ME061"
    ]


@pytest.mark.parametrize(
    ("rule", "table", "day", "unused"),
    [
        ("ME001", None, None, False),
        ("ME001", TABLE, None, False),
        ("ME006", None, date(2008, 3, 27), False),
        ("ME006", TABLE, None, True),
        ("ME002", None, None, True),
    ],
    ids=["no day", "no day, but data", "no data", "data", "framework alone"],
)
def test_suppressions_are_judged_by_what_was_seen(
    rule: str, table: Observations | None, day: date | None, *, unused: bool
) -> None:
    """Without the day or the data that its rule looks at, a suppression is not called unused."""
    found = check(_suppressing((rule, None, SOON)), table, as_of=day)

    assert unused is ("ME061" in {each.id for each in found})


def test_rule_is_judged_when_all_its_searches_have_seen_enough() -> None:
    """A rule that looks at plan and data is not judged by what it sees of the plan alone."""
    framework = _suppressing(("ME003", "observations.B", SOON))

    assert "ME061" not in {each.id for each in check(framework)}
    assert "ME061" in {each.id for each in check(framework, TABLE)}


def test_only_selected_rules_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that is not selected, or is ignored, is not even run."""
    run: list[str] = []

    def noted(rule: Rule, search: Search) -> Search:
        def noting(subject: Subject) -> Iterator[Finding]:
            run.append(rule.id)
            return search(subject)

        return noting

    noting = [(rule, noted(rule, search)) for rule, search in CHECKS]
    monkeypatch.setattr(linter, "CHECKS", noting)
    found = check(FRAMEWORK, TABLE, select=["ME003", "ME004", "ME005"], ignore="unknown-code")

    assert ["ME003", "ME003", "ME005"] == run
    assert {"ME003", "ME005"} == {each.id for each in found}


def test_unused_suppressions_do_not_depend_on_the_selection() -> None:
    """When it is asked for, a suppression is unused or not whichever rules are told besides."""
    framework = _suppressing(("ME003", None, SOON), ("ME006", None, OUT))

    assert [("ME061", "suppressions[1]")] == [
        (each.id, each.place.path)
        for each in check(framework, TABLE, select="ME061", ignore="ME003", suppressed=True)
    ]
    assert () == check(framework, TABLE, select=["ME006"])
    assert "ME061" not in {each.id for each in check(framework, TABLE, ignore=["ME061"])}


def test_unknown_rules_are_refused() -> None:
    """A selection of a rule that does not exist is refused, with the nearest."""
    fault = refusal(lambda: check(FRAMEWORK, select="duplicate-observations"), UnknownCodeError)

    assert ("unknown rule 'duplicate-observations'", "select") == (fault.what, fault.where.path)
    assert fault.mend.startswith("did you mean 'duplicate-observation'?")


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
