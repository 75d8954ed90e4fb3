from datetime import date

from drafts import content, seen
from explained import lines
from indh_me.compute import IndicatorAssessment
from indh_me.model import (
    Indicator,
    Observation,
    Period,
    Revision,
    Target,
    Text,
)

END = date(2008, 12, 31)

REVISED = Target(
    period=Period.year(2008),
    value=20_000,
    revisions=[
        Revision(
            value=22_000,
            date=date(2008, 6, 1),
            rationale=Text.of(
                en="two more provinces", fr="deux provinces de plus", ar="إضافة إقليمين"
            ),
        ),
        Revision(value=21_000, date=date(2008, 9, 1)),
    ],
)

TRAINED = Indicator(
    code="A", unit="count", direction="increase", accumulation="sum", targets=[REVISED]
)


def row(indicator: Indicator, *observations: Observation, as_of: date = END) -> IndicatorAssessment:
    """Tell where an indicator stands."""
    return content([indicator], observations, as_of=as_of).assessment[indicator.code]


def test_revised_target() -> None:
    """Each version of a target stands with what has been reached of it, with day and reason."""
    result = row(TRAINED, seen("A", "2008", 18_000))

    assert [
        "Actual / target: 18 000 / 21 000 = 85.7 %",
        "The target is not met: actual 18 000, target 21 000.",
        "Status: On track",
        "The target has been revised:",
        "  original target 20 000: 18 000 / 20 000 = 90 %",
        "  revised on 2008-06-01 to 22 000: 18 000 / 22 000 = 81.8 % (two more provinces)",
        "  revised on 2008-09-01 to 21 000: 18 000 / 21 000 = 85.7 %",
    ] == lines(result)
    assert [
        "Réalisé / cible : 18 000 / 21 000 = 85,7 %",
        "La cible n'est pas atteinte : réalisé 18 000, cible 21 000.",
        "Statut : En bonne voie",
        "La cible a été révisée :",
        "  cible initiale 20 000 : 18 000 / 20 000 = 90 %",
        "  révisée le 2008-06-01 à 22 000 : 18 000 / 22 000 = 81,8 % (deux provinces de plus)",
        "  révisée le 2008-09-01 à 21 000 : 18 000 / 21 000 = 85,7 %",
    ] == lines(result, "fr")
    assert [
        "المحقق / المستهدف: \u206618\u00a0000 / 21\u00a0000 = 85,7\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 18\u00a0000 والمستهدف 21\u00a0000.",
        "الوضعية: في المسار الصحيح",
        "روجعت القيمة المستهدفة:",
        "  القيمة الأصلية 20\u00a0000: \u206618\u00a0000 / 20\u00a0000 = 90\u00a0%\u2069",
        (
            "  روجعت في \u200e2008-06-01 لتصبح 22\u00a0000: \u206618\u00a0000 / 22\u00a0000 "
            "= 81,8\u00a0%\u2069 (إضافة إقليمين)"
        ),
        (
            "  روجعت في \u200e2008-09-01 لتصبح 21\u00a0000: \u206618\u00a0000 / 21\u00a0000 "
            "= 85,7\u00a0%\u2069"
        ),
    ] == lines(result, "ar")


def test_revised_target_that_is_not_due() -> None:
    """Of a target that is not due the versions stand without a rate."""
    result = row(TRAINED, as_of=date(2008, 12, 30))

    assert [
        "The target of 2008 is not due.",
        "Status: Not due",
        "The target has been revised:",
        "  original target 20 000",
        "  revised on 2008-06-01 to 22 000 (two more provinces)",
        "  revised on 2008-09-01 to 21 000",
    ] == lines(result)
    assert [
        "La cible de la période 2008 n'est pas échue.",
        "Statut : Non échu",
        "La cible a été révisée :",
        "  cible initiale 20 000",
        "  révisée le 2008-06-01 à 22 000 (deux provinces de plus)",
        "  révisée le 2008-09-01 à 21 000",
    ] == lines(result, "fr")
    assert [
        "لم يحل أجل القيمة المستهدفة للفترة \u200e2008.",
        "الوضعية: لم يحل أجله",
        "روجعت القيمة المستهدفة:",
        "  القيمة الأصلية 20\u00a0000",
        "  روجعت في \u200e2008-06-01 لتصبح 22\u00a0000 (إضافة إقليمين)",
        "  روجعت في \u200e2008-09-01 لتصبح 21\u00a0000",
    ] == lines(result, "ar")
