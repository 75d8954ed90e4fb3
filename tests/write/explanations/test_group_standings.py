from datetime import date

from drafts import seen
from explained import lines
from indh_me.compute import assess
from indh_me.model import (
    Categories,
    Dimension,
    Framework,
    Indicator,
    Observations,
    Period,
    Target,
)

END = date(2008, 12, 31)


def test_groups() -> None:
    """Each group stands below its address, a step further in."""
    women, men = Categories.of(sex="female"), Categories.of(sex="male")
    indicator = Indicator(
        code="A",
        unit="count",
        direction="increase",
        accumulation="sum",
        dimensions=["sex"],
        targets=[
            Target(period=Period.year(2008), value=100),
            Target(period=Period.year(2008), value=60, categories=women),
        ],
    )
    framework = Framework(
        code="F",
        languages=["en"],
        dimensions=[Dimension.of("sex", "female", "male")],
        indicators=[indicator],
    )
    figures = Observations.of(
        seen("A", "2008", 100), seen("A", "2008", 40, women), seen("A", "2008", 50, men)
    )
    result = assess(framework, figures, as_of=END, by="sex")["A"]

    assert [
        "Actual / target: 100 / 100 = 100 %",
        "The target is met: actual 100, target 100.",
        "Status: Achieved",
        "sex=female:",
        "  Actual / target: 40 / 60 = 66.7 %",
        "  The target is not met: actual 40, target 60.",
        "  Status: At risk",
        "sex=male:",
        "  Status: No target",
    ] == lines(result)
    assert ["sex=female :", "  Réalisé / cible : 40 / 60 = 66,7 %"] == lines(result, "fr")[3:5]
    assert ["\u2066sex=male\u2069:", "  الوضعية: بدون قيمة مستهدفة"] == lines(result, "ar")[-2:]
