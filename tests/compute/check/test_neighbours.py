"""What is found in one indicator does not depend on its neighbours."""

from indh_me.compute import Finding, check
from indh_me.model import (
    Absence,
    Baseline,
    Indicator,
    Period,
    Quantity,
    Result,
    Source,
    Text,
)
from plans import baseline, flow, level, plan, target

#: Rules that compare indicators with each other.
TOGETHER = {"ME017", "ME027", "ME028", "ME029", "ME031"}
WORDS = Text.of(fr="mots")
HALVES = [target("2008-S1", 1), target("2008-S2", 1)]
WOMEN = target("2008", 9, group="sex=female")
#: Of each kind that some rule passes over, and of each kind that one finds.
INDICATORS = (
    flow("a"),
    flow("b", targets=[target("2008", 5), *HALVES, target("2008-10/2009-03", 4, 5)]),
    flow(
        "c", accumulation="peak", baseline=baseline(7, "2009"), targets=[target("2008", 5), WOMEN]
    ),
    flow("d", direction="decrease", targets=[target("2008", 5), WOMEN], unit="currency MAD"),
    flow("e", accumulation="running_total", targets=[target("2008", 5), target("2009", 4), WOMEN]),
    flow("f", targets=[target("2008", 0)], baseline=Baseline(Absence.NOT_REPORTED)),
    flow("g", dimensions=["sex"], targets=[WOMEN, target("2008", 5)], result="R"),
    flow("h", direction="maintain", band=Quantity.between(1, 2), method="target_ratio"),
    level("i"),
    level("j", accumulation="mean", band=Quantity.between(90, 120), direction="maintain"),
    level("k", accumulation="sum", targets=[target("2008", 120), target("2009", 50)], name=WORDS),
    level("l", baseline=baseline(40, "2008"), targets=[target("2008", 40, 30)], result="R"),
    level("m", direction="decrease", baseline=baseline(40, "2007"), targets=[target("2008", 50)]),
    level("n", baseline=Baseline(Absence.NOT_APPLICABLE), targets=[target("2008", "<=0")]),
    level("o", unit="score 1..5", accumulation="running_total", definition=WORDS),
    Indicator.milestone("p"),
    Indicator.milestone("q", due=Period.year(2008)).with_baseline(Baseline(1)),
)


def _found(*indicators: Indicator) -> list[Finding]:
    framework = plan(
        *indicators,
        sources=[Source(code="s")],
        results=[Result(code="R", level="output", statement=WORDS)],
        title=WORDS,
    )
    return [
        each for each in check(framework) if each.id not in TOGETHER and each.indicator is not None
    ]


def test_each_indicator_is_judged_by_itself() -> None:
    """In a plan of many indicators, in one order or the other, the same is found as in as many
    plans of one.
    """
    alone = sorted(str(each) for indicator in INDICATORS for each in _found(indicator))

    assert alone == sorted(map(str, _found(*INDICATORS)))
    assert alone == sorted(map(str, _found(*reversed(INDICATORS))))


def test_these_indicators_have_faults_of_many_kinds() -> None:
    """Nearly all rules about single indicators find something in these."""
    found = {each.id for each in _found(*INDICATORS)}

    assert {
        "ME003",
        *("ME009", "ME010", "ME011", "ME012", "ME013", "ME014", "ME015", "ME016"),
        *("ME018", "ME019", "ME020", "ME021", "ME023", "ME024"),
        *("ME032", "ME033", "ME035", "ME036", "ME037"),
    } <= found
