from drafts import content, flow
from indh_me.model import Indicator
from indh_me.write.content import Content
from indh_me.write.grid import Validation
from indh_me.write.sheets import DataEntry, data_entry_sheet
from indh_me.write.sheets.entry_columns import POSITION


def rules(made: Content) -> dict[str, list[Validation]]:
    """Give the rules of each column by its name."""
    found: dict[str, list[Validation]] = {}
    names = list(POSITION)
    for each in data_entry_sheet(DataEntry(made)).validations:
        found.setdefault(names[each.block.first_column], []).append(each)
    return found


def test_values_are_numbers_or_done() -> None:
    """Rows of figures take numbers, rows of milestones a choice, in runs."""
    made = content([flow("A", {"2008": 1, "2009": 1}), Indicator.milestone("M"), flow("B")])
    found = rules(made)["value"]

    assert [("I5:I6", "decimal"), ("I7", "list"), ("I8", "decimal")] == [
        (str(each.block), each.kind) for each in found
    ]
    assert "'_lists'!$B$2:$B$3" == str(found[1].source)
    assert all(each.title != "" and each.message != "" for each in found)


def test_every_column_to_fill_in_has_its_rule() -> None:
    """Bounds and counts take numbers; days and choices are checked; notes are free."""
    found = rules(content([flow()]))

    assert {
        "value": "decimal",
        "known_as": "list",
        "low": "decimal",
        "high": "decimal",
        "numerator": "decimal",
        "denominator": "decimal",
        "sample_size": "decimal",
        "collected": "date",
        "source": "list",
    } == {name: rule.kind for name, (rule,) in found.items()}


def test_other_sources_are_asked_about() -> None:
    """A source that is not in the list is a warning only; without sources there is no list."""
    (rule,) = rules(content([flow()]))["source"]

    assert "warning" == rule.severity
    assert "source" not in rules(content([flow()], sources=[]))


def test_no_rows_have_no_rules_for_values() -> None:
    """Without indicators nothing is to be filled in."""
    assert "value" not in rules(content([]))
