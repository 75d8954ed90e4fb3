from datetime import date

from drafts import flow, seen
from indh_me.compute import Assessment, assess
from indh_me.model import Framework, Indicator, Observations, Period
from shown import shown, texts

AS_OF = date(2010, 6, 30)


def assessed() -> Assessment:
    """Assess an indicator half way to a target, a milestone that is overdue, and one without."""
    plan = Framework(
        code="DEMO",
        languages=["en"],
        indicators=[
            flow("A", {"2009": 100, "2010": 120}),
            Indicator.milestone("M", due=Period.year(2008)),
            flow("N"),
        ],
    )
    table = Observations.of(seen("A", "2009", 64), seen("A", "2010-S1", 40))
    return assess(plan, table, as_of=AS_OF)


def test_statuses_are_counted_in_colour_and_word() -> None:
    """How many indicators have each status is said in a word on the colour of the workbook."""
    root = shown(assessed())
    chips = [each for each in root.iter("span") if each.get("class") == "status"]

    assert ["At risk: 1", "Overdue: 1", "No target: 1"] == [each.text for each in chips[:3]]
    assert "background:#96290F;color:#FFFFFF;font-weight:600" == chips[1].get("style")
    assert ["At risk", "Overdue (days overdue: 546)", "No target"] == (
        [each.text for each in chips[3:]]
    )


def test_rate_has_a_bar() -> None:
    """A rate has a bar, which says it in words; where there is no rate there is none."""
    bars = [each for each in shown(assessed()).iter("svg") if each.get("class") == "bar"]

    assert ["64 %"] == [each.get("aria-label") for each in bars]
    assert ["96", "61.44"] == [each.get("width") for each in bars[0]][:2]


def test_targets_have_a_series() -> None:
    """Targets of several years are drawn, with what was reached of the one that is assessed."""
    (series,) = (each for each in shown(assessed()).iter("svg") if each.get("class") == "series")

    assert "Target: 2009: 100; 2010: 120" == series.get("aria-label")
    assert 1 == len(list(series.iter("circle")))


def test_row_of_an_assessment() -> None:
    """A row is shown by itself, fact by fact, with its reason and what the linter found."""
    root = shown(assessed()["M"])

    assert ["Period", "Target", "Actual"] == texts(root, "th")[:3]
    assert "Overdue" in texts(root)
    assert "546" in texts(root)
    assert "milestone M is overdue by 546 days" in texts(root)
