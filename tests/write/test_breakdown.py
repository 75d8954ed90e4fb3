from datetime import date

from drafts import flow, seen
from indh_me.compute import Breakdown, breakdown, suppress
from indh_me.model import Categories, Dimension, Framework, Observations
from indh_me.write import breakdown_to_plain, publication_to_plain

WOMEN, MEN = Categories.of(sex="female"), Categories.of(sex="male")


def _exactly(number: float) -> dict[str, float]:
    return dict.fromkeys(("best", "low", "high"), number)


def _made(total: float, women: float, men: float | str) -> Breakdown:
    sex = Dimension.of("sex", "female", "male")
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[sex],
        indicators=[flow("A", dimensions=["sex"])],
    )
    table = Observations.of(
        seen("A", "2008", total), seen("A", "2008", women, WOMEN), seen("A", "2008", men, MEN)
    )
    return breakdown(framework, table, "A", as_of=date(2008, 12, 31))


def test_groups_are_plain_data() -> None:
    """Groups, what is not disaggregated, and what contradicts itself are plain data."""
    assert {
        "indicator": "A",
        "unit": "count",
        "as_of": "2008-12-31",
        "dimensions": ["sex"],
        "groups": [
            {"categories": {}, "to_date": _exactly(80), "reason": None, "derived": False},
            {
                "categories": {"sex": "female"},
                "to_date": _exactly(40),
                "reason": None,
                "derived": False,
            },
            {
                "categories": {"sex": "male"},
                "to_date": _exactly(50),
                "reason": None,
                "derived": False,
            },
        ],
        "remainders": [
            {
                "categories": {},
                "dimension": "sex",
                "to_date": _exactly(-10),
                "reason": "categories_exceed_total",
            }
        ],
        "faults": [
            {
                "what": "the categories of 'sex' come to 10 more than the total",
                "where": "observations.A",
                "mend": "correct the total or its categories",
            }
        ],
    } == breakdown_to_plain(_made(80, 40, 50))


def test_missing_figures_have_their_reason() -> None:
    """A group without a figure has the reason why, and one that follows from others says so."""
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[Dimension.of("sex", "female", "male")],
        indicators=[flow("A", dimensions=["sex"])],
    )
    table = Observations.of(seen("A", "2008", 40, WOMEN), seen("A", "2008", "not_reported", MEN))
    made = breakdown(framework, table, "A", as_of=date(2008, 12, 31))
    total, _, men = breakdown_to_plain(made)["groups"]

    assert (True, {"best": None, "low": 40, "high": None}) == (total["derived"], total["to_date"])
    assert (False, None, "not_reported") == (men["derived"], men["to_date"], men["reason"])


def test_publications_are_plain_data() -> None:
    """A publication says of each figure whether it is shown, and never what is withheld."""
    plain = publication_to_plain(suppress(_made(90, 3, 50), below=5))

    assert ["indicator", "unit", "as_of", "dimensions", "suppressed_below"] == list(plain)[:5]
    assert ("A", "count", "2008-12-31", ["sex"], 5) == tuple(plain.values())[:5]
    assert [
        {"categories": {}, "disclosure": "shown", "to_date": _exactly(90), "reason": None},
        {
            "categories": {"sex": "female"},
            "disclosure": "suppressed",
            "to_date": None,
            "reason": None,
        },
    ] == plain["groups"][:2]
    assert {"categories": {}, "dimension": "sex"} == {
        key: plain["remainders"][0][key] for key in ("categories", "dimension")
    }
    assert {"disclosure", "to_date"} <= set(plain["remainders"][0])


def test_remainder_that_is_withheld() -> None:
    """What is not disaggregated is withheld where it would tell of a few persons."""
    (remainder,) = publication_to_plain(suppress(_made(93, 40, 50), below=5))["remainders"]

    assert ("suppressed", None) == (remainder["disclosure"], remainder["to_date"])
