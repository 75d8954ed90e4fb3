from entered import filled, row
from filled_workbook import DEMO
from indh_me.compute import EntryFinding, EntryIssue, collect
from indh_me.errors import Fault, Place
from indh_me.model import Observation, Observations, Period, Text
from indh_me.write import collection_to_plain


def test_plain_data() -> None:
    """Every outcome is counted; what differs from what is known has both, with its cells."""
    known = Observations.of(
        Observation(
            indicator="T-R1",
            period=Period.year(2008),
            value=5,
            note=Text.of(fr="provisoire"),
        ),
        Observation(indicator="T-R1", period=Period.year(2009), value=6),
    )
    rejected = EntryFinding(EntryIssue.REJECTED, Fault("'x' is no figure", Place("D!I9"), "mend"))
    book = filled(
        row("T-R1", "2008", ">=7", note="provisoire", source="briefing"),
        row("T-R1", "2009", "6"),
        row("T-R1", "2010", None),
        row("T-R1", "2010", "not_applicable", "sex=male", cell="Data entry!I8"),
        findings=[rejected],
    )
    plain = collection_to_plain(collect(book, framework=DEMO, known=known))

    assert {
        "new": 1,
        "changed": 1,
        "same": 1,
        "missing": 0,
        "unknown": 0,
        "conflict": 0,
    } == plain["counts"]
    assert [
        {
            "outcome": "changed",
            "indicator": "T-R1",
            "period": "2008",
            "categories": {},
            "known": {
                "value": "5",
                "source": None,
                "collected": None,
                "note": {"fr": "provisoire"},
            },
            "entered": [
                {
                    "value": ">=7",
                    "source": "briefing",
                    "collected": None,
                    "note": "provisoire",
                    "place": {"file": "a.xlsx", "path": "Data entry!I5"},
                }
            ],
        },
        {
            "outcome": "new",
            "indicator": "T-R1",
            "period": "2010",
            "categories": {"sex": "male"},
            "known": None,
            "entered": [
                {
                    "value": "not_applicable",
                    "source": None,
                    "collected": None,
                    "note": None,
                    "place": {"file": "a.xlsx", "path": "Data entry!I8"},
                }
            ],
        },
    ] == plain["figures"]
    assert [
        {
            "issue": "rejected",
            "message": "'x' is no figure",
            "place": {"file": None, "path": "D!I9"},
            "mend": "mend",
        }
    ] == plain["findings"]
