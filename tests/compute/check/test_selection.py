import pytest

from indh_me.compute.check import INVALID_FILE, RULES, chosen_rules
from indh_me.errors import Fault, UnknownCodeError
from refusals import Strange, refusals

EVERY = {rule.id for rule in (INVALID_FILE, *RULES)}


def test_every_rule_is_picked_when_none_is() -> None:
    """Without a choice every rule is run, that of files among them."""
    assert EVERY == chosen_rules()
    assert EVERY == chosen_rules([], ())


@pytest.mark.parametrize(
    ("select", "ids"),
    [
        ("ME001", {"ME001"}),
        (["ME001"], {"ME001"}),
        (["ME001", "duplicate-observation"], {"ME001", "ME005"}),
        (["ME06"], {each for each in EVERY if each.startswith("ME06")}),
        (["ME0"], EVERY),
        (["ME"], EVERY),
        (["ME001", "ME00"], {each for each in EVERY if each.startswith("ME00")}),
    ],
)
def test_rules_are_picked(select: Strange, ids: set[str]) -> None:
    """Rules are picked by id, by what ids begin with, and by name."""
    assert ids == chosen_rules(select)


def test_ignored_rules_are_left_out() -> None:
    """What is ignored is left out, however narrowly it was selected."""
    assert EVERY - {"ME001", "ME005"} == chosen_rules(ignore=["overdue-milestone", "ME005"])
    assert {"ME005"} == chosen_rules(["ME001", "ME005"], "ME001")
    assert set() == chosen_rules(["ME001"], ["ME0"])


def test_unknown_rules_are_told_together() -> None:
    """What picks no rule is refused, with the nearest id or name, whichever it looks like."""
    faults = refusals(
        lambda: chosen_rules(["ME999", "ME001", ""], ["overdue-milestones"]), UnknownCodeError
    )

    assert [
        ("unknown rule 'ME999'", "select"),
        ("unknown rule ''", "select"),
        ("unknown rule 'overdue-milestones'", "ignore"),
    ] == [(fault.what, fault.where.path) for fault in faults]
    assert "ME000, ME001, ME002" in faults[0].mend
    assert faults[2].mend.startswith(
        "did you mean 'overdue-milestone'? known: invalid-file, overdue-milestone"
    )


@pytest.mark.parametrize("word", ["me001", "M", "001", "milestone", "ME0011", " ME001"])
def test_near_misses_pick_nothing(word: str) -> None:
    """An id or name is written as it stands, or begun from its first letter."""
    (fault,) = refusals(lambda: chosen_rules(word), UnknownCodeError)

    assert Fault(f"unknown rule '{word}'", "select", fault.mend) == fault
