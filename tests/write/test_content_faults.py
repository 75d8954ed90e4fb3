from datetime import date

from drafts import flow, seen
from indh_me.errors import Fault
from indh_me.model import Categories, Indicator
from indh_me.write.content_faults import content_faults


def test_what_a_spreadsheet_can_hold_has_no_faults() -> None:
    """Codes that differ, one figure for each period and group, milestones done or not."""
    indicators = [flow("A", dimensions=["sex"]), flow("A-1"), Indicator.milestone("M")]
    women = Categories.of(sex="female")
    observations = [seen("A", "2008", 1), seen("A", "2008", 1, women), seen("M", "2008", 0)]

    assert [] == list(content_faults(indicators, observations))


def test_codes_that_differ_in_capitals_only() -> None:
    """Spreadsheets ignore capitals and forms of letters, so such codes are refused together."""
    codes = ("T-R1", "t-r1", "é", "É", "ß", "SS", "ﬁ", "fi", "other")
    faults = list(content_faults(map(flow, codes), ()))

    assert [
        "a spreadsheet does not tell 'T-R1' from 't-r1'",
        "a spreadsheet does not tell 'é' from 'É'",
        "a spreadsheet does not tell 'ß' from 'SS'",
        "a spreadsheet does not tell 'ﬁ' from 'fi'",
    ] == [fault.what for fault in faults]


def test_figures_that_no_cell_can_hold() -> None:
    """Figures given twice, of unknown indicators, and half milestones are reported together."""
    observations = [
        seen("A", "2008", 1),
        seen("A", "2008-01/2008-12", 2),
        seen("B", "2008", 1),
        seen("M", "2008", ">=1"),
        seen("M", "2009", "not_reported"),
    ]

    assert [
        Fault(
            "A is reported twice for '2008'",
            "observations.A",
            "a cell holds one figure: keep the one that holds",
        ),
        Fault(
            "unknown indicator 'B'",
            "observations.B",
            "give the observations that the assessment was made from",
        ),
        Fault("'>=1' for the milestone M in '2008'", "observations.M", "report true or false"),
    ] == list(content_faults([flow("A"), Indicator.milestone("M")], observations))


def test_days_that_spreadsheets_do_not_count() -> None:
    """Before 1900-03-01 spreadsheets count days wrongly or not at all."""
    observations = [
        seen("A", "1890", 1),
        seen("A", "1901", 1, collected=date(1900, 2, 28)),
        seen("A", "1900-03", 1),
    ]
    faults = content_faults([flow(targets={"1890": 1, "1900": 1, "1901": 1})], observations)

    assert [
        "period '1890' of A begins before 1900-03-01",
        "period '1900' of A begins before 1900-03-01",
        "a figure of A is collected before 1900-03-01",
    ] == [fault.what for fault in faults]
