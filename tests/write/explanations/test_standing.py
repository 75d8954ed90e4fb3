from datetime import date

import pytest
from attrs import evolve

from drafts import content, flow, seen
from explained import lines
from indh_me.catalog import labels
from indh_me.compute import IndicatorAssessment, Verdict
from indh_me.model import (
    Baseline,
    Indicator,
    Observation,
    Period,
    Quantity,
    Target,
)

APRIL = date(2008, 4, 15)
END = date(2008, 12, 31)
#: The way from 60 % at the end of 2007 to 80 % at the end of 2009.
RECALL = Indicator(
    code="A",
    unit="percent",
    direction="increase",
    accumulation="latest",
    baseline=Baseline(60, Period.year(2007)),
    targets=[Target(period=Period.year(2009), value=80)],
)


def row(indicator: Indicator, *observations: Observation, as_of: date = END) -> IndicatorAssessment:
    """Tell where an indicator stands."""
    return content([indicator], observations, as_of=as_of).assessment[indicator.code]


def test_flow_on_the_way() -> None:
    """Before its target is due a flow is held against what was expected by its last figure."""
    result = row(flow(targets={"2008": 20_000}), seen("A", "2008-Q1", 4_000), as_of=APRIL)

    assert [
        "Target of 2008: 20 000, due on 2008-12-31.",
        "The figures reported reach to 2008-03-31.",
        "Expected on 2008-03-31: 4 972.68, which is 24.9 % of the way from 0 to 20 000.",
        "Trajectory: linear; day 91 of 366 (2008-01-01 to 2008-12-31): 91 / 366 = 24.9 %",
        "Actual / expected: 4 000 / 4 972.68 = 80.4 %",
        "What was expected is not reached: actual 4 000, expected 4 972.68.",
        "Actual / target: 4 000 / 20 000 = 20 %",
        "Status: On track",
    ] == lines(result)
    assert [
        "Cible de la période 2008 : 20 000, à échéance du 2008-12-31.",
        "Les chiffres communiqués vont jusqu'au 2008-03-31.",
        "Attendu au 2008-03-31 : 4 972,68, soit 24,9 % du chemin de 0 à 20 000.",
        (
            "Trajectoire : linéaire ; jour 91 sur 366 (du 2008-01-01 au 2008-12-31) : 91 / "
            "366 = 24,9 %"
        ),
        "Réalisé / attendu : 4 000 / 4 972,68 = 80,4 %",
        "L'attendu n'est pas atteint : réalisé 4 000, attendu 4 972,68.",
        "Réalisé / cible : 4 000 / 20 000 = 20 %",
        "Statut : En bonne voie",
    ] == lines(result, "fr")
    assert [
        "القيمة المستهدفة للفترة \u200e2008: 20\u00a0000، وأجلها \u200e2008-12-31.",
        "تمتد الأرقام المبلغ عنها إلى غاية \u200e2008-03-31.",
        (
            "المنتظر في \u200e2008-03-31: 4\u00a0972,68، أي 24,9\u00a0% من المسافة من 0 إلى "
            "20\u00a0000."
        ),
        (
            "المسار: خطي؛ اليوم 91 من أصل 366 (من \u200e2008-01-01 إلى \u200e2008-12-31): "
            "\u206691 / 366 = 24,9\u00a0%\u2069"
        ),
        "المحقق / المنتظر: \u20664\u00a0000 / 4\u00a0972,68 = 80,4\u00a0%\u2069",
        "القيمة المنتظرة غير محققة: المحقق 4\u00a0000 والمنتظر 4\u00a0972,68.",
        "المحقق / المستهدف: \u20664\u00a0000 / 20\u00a0000 = 20\u00a0%\u2069",
        "الوضعية: في المسار الصحيح",
    ] == lines(result, "ar")


def test_level_on_the_way() -> None:
    """A level is held against a value on its way, with the same decimals throughout."""
    result = row(RECALL, seen("A", "2008", 64))

    assert [
        "Target of 2009: 80 %, due on 2009-12-31.",
        "The figures reported reach to 2008-12-31.",
        "Expected on 2008-12-31: 70.014 %, which is 50.1 % of the way from 60 % to 80 %.",
        "Trajectory: linear; day 366 of 731 (2008-01-01 to 2009-12-31): 366 / 731 = 50.1 %",
        (
            "Progress from the baseline, against what was expected: (64 % - 60 %) / (70.014 "
            "% - 60 %) = 39.9 %"
        ),
        "What was expected is not reached: actual 64 %, expected 70.014 %.",
        "Progress from the baseline: (64 % - 60 %) / (80 % - 60 %) = 20 %",
        "Status: Off track",
    ] == lines(result)
    assert [
        "Cible de la période 2009 : 80 %, à échéance du 2009-12-31.",
        "Les chiffres communiqués vont jusqu'au 2008-12-31.",
        "Attendu au 2008-12-31 : 70,014 %, soit 50,1 % du chemin de 60 % à 80 %.",
        (
            "Trajectoire : linéaire ; jour 366 sur 731 (du 2008-01-01 au 2009-12-31) : 366 / "
            "731 = 50,1 %"
        ),
        (
            "Progrès depuis la valeur de référence, par rapport à l'attendu : (64 % - 60 %) "
            "/ (70,014 % - 60 %) = 39,9 %"
        ),
        "L'attendu n'est pas atteint : réalisé 64 %, attendu 70,014 %.",
        "Progrès depuis la valeur de référence : (64 % - 60 %) / (80 % - 60 %) = 20 %",
        "Statut : Hors trajectoire",
    ] == lines(result, "fr")
    assert [
        "القيمة المستهدفة للفترة \u200e2009: 80\u00a0%، وأجلها \u200e2009-12-31.",
        "تمتد الأرقام المبلغ عنها إلى غاية \u200e2008-12-31.",
        (
            "المنتظر في \u200e2008-12-31: 70,014\u00a0%، أي 50,1\u00a0% من المسافة من "
            "60\u00a0% إلى 80\u00a0%."
        ),
        (
            "المسار: خطي؛ اليوم 366 من أصل 731 (من \u200e2008-01-01 إلى \u200e2009-12-31): "
            "\u2066366 / 731 = 50,1\u00a0%\u2069"
        ),
        (
            "التقدم انطلاقا من القيمة الأساسية، مقارنة بالمنتظر: \u2066(64\u00a0% - "
            "60\u00a0%) / (70,014\u00a0% - 60\u00a0%) = 39,9\u00a0%\u2069"
        ),
        "القيمة المنتظرة غير محققة: المحقق 64\u00a0% والمنتظر 70,014\u00a0%.",
        (
            "التقدم انطلاقا من القيمة الأساسية: \u2066(64\u00a0% - 60\u00a0%) / (80\u00a0% - "
            "60\u00a0%) = 20\u00a0%\u2069"
        ),
        "الوضعية: خارج المسار",
    ] == lines(result, "ar")


def test_decrease_on_the_way() -> None:
    """Other methods keep their formula, with the expected value in it."""
    fewer = evolve(
        RECALL,
        direction="decrease",
        method="two_minus_ratio",
        trajectory="s_curve",
        baseline=Baseline(40, Period.year(2007)),
        targets=[Target(period=Period.year(2009), value=20)],
    )
    result = row(fewer, seen("A", "2008", 32))

    assert [
        "Target of 2009: 20 %, due on 2009-12-31.",
        "The figures reported reach to 2008-12-31.",
        "Expected on 2008-12-31: 29.97 %, which is 50.1 % of the way from 40 % to 20 %.",
        (
            "Trajectory: S-curve; day 366 of 731 (2008-01-01 to 2009-12-31): 1 - 2 * (1 - "
            "366 / 731)^2 = 50.1 %"
        ),
        "2 minus actual / expected: 2 - 32 % / 29.97 % = 93.2 %",
        "What was expected is not reached: actual 32 %, expected 29.97 %.",
        "2 minus actual / target: 2 - 32 % / 20 % = 40 %",
        "Status: On track",
    ] == lines(result)
    assert [
        "Cible de la période 2009 : 20 %, à échéance du 2009-12-31.",
        "Les chiffres communiqués vont jusqu'au 2008-12-31.",
        "Attendu au 2008-12-31 : 29,97 %, soit 50,1 % du chemin de 40 % à 20 %.",
        (
            "Trajectoire : courbe en S ; jour 366 sur 731 (du 2008-01-01 au 2009-12-31) : 1 "
            "- 2 * (1 - 366 / 731)^2 = 50,1 %"
        ),
        "2 moins réalisé / attendu : 2 - 32 % / 29,97 % = 93,2 %",
        "L'attendu n'est pas atteint : réalisé 32 %, attendu 29,97 %.",
        "2 moins réalisé / cible : 2 - 32 % / 20 % = 40 %",
        "Statut : En bonne voie",
    ] == lines(result, "fr")
    assert [
        "القيمة المستهدفة للفترة \u200e2009: 20\u00a0%، وأجلها \u200e2009-12-31.",
        "تمتد الأرقام المبلغ عنها إلى غاية \u200e2008-12-31.",
        (
            "المنتظر في \u200e2008-12-31: 29,97\u00a0%، أي 50,1\u00a0% من المسافة من "
            "40\u00a0% إلى 20\u00a0%."
        ),
        (
            "المسار: منحنى على شكل حرف S؛ اليوم 366 من أصل 731 (من \u200e2008-01-01 إلى "
            "\u200e2009-12-31): \u20661 - 2 * (1 - 366 / 731)^2 = 50,1\u00a0%\u2069"
        ),
        "2 ناقص المحقق / المنتظر: \u20662 - 32\u00a0% / 29,97\u00a0% = 93,2\u00a0%\u2069",
        "القيمة المنتظرة غير محققة: المحقق 32\u00a0% والمنتظر 29,97\u00a0%.",
        "2 ناقص المحقق / المستهدف: \u20662 - 32\u00a0% / 20\u00a0% = 40\u00a0%\u2069",
        "الوضعية: في المسار الصحيح",
    ] == lines(result, "ar")


def test_achieved_on_the_way() -> None:
    """What is reached for good is achieved before its target is due."""
    result = row(flow(targets={"2008": 20_000}), seen("A", "2008-Q1", 21_000), as_of=APRIL)

    assert [
        "Target of 2008: 20 000, due on 2008-12-31.",
        "The figures reported reach to 2008-03-31.",
        "Expected on 2008-03-31: 4 972.68, which is 24.9 % of the way from 0 to 20 000.",
        "Trajectory: linear; day 91 of 366 (2008-01-01 to 2008-12-31): 91 / 366 = 24.9 %",
        "Actual / expected: 21 000 / 4 972.68 = 422.3 %",
        "What was expected is reached: actual 21 000, expected 4 972.68.",
        "Actual / target: 21 000 / 20 000 = 105 %",
        "The target is met: actual 21 000, target 20 000.",
        "Status: Achieved",
    ] == lines(result)
    assert [
        "Cible de la période 2008 : 20 000, à échéance du 2008-12-31.",
        "Les chiffres communiqués vont jusqu'au 2008-03-31.",
        "Attendu au 2008-03-31 : 4 972,68, soit 24,9 % du chemin de 0 à 20 000.",
        (
            "Trajectoire : linéaire ; jour 91 sur 366 (du 2008-01-01 au 2008-12-31) : 91 / "
            "366 = 24,9 %"
        ),
        "Réalisé / attendu : 21 000 / 4 972,68 = 422,3 %",
        "L'attendu est atteint : réalisé 21 000, attendu 4 972,68.",
        "Réalisé / cible : 21 000 / 20 000 = 105 %",
        "La cible est atteinte : réalisé 21 000, cible 20 000.",
        "Statut : Atteint",
    ] == lines(result, "fr")
    assert [
        "القيمة المستهدفة للفترة \u200e2008: 20\u00a0000، وأجلها \u200e2008-12-31.",
        "تمتد الأرقام المبلغ عنها إلى غاية \u200e2008-03-31.",
        (
            "المنتظر في \u200e2008-03-31: 4\u00a0972,68، أي 24,9\u00a0% من المسافة من 0 إلى "
            "20\u00a0000."
        ),
        (
            "المسار: خطي؛ اليوم 91 من أصل 366 (من \u200e2008-01-01 إلى \u200e2008-12-31): "
            "\u206691 / 366 = 24,9\u00a0%\u2069"
        ),
        "المحقق / المنتظر: \u206621\u00a0000 / 4\u00a0972,68 = 422,3\u00a0%\u2069",
        "القيمة المنتظرة محققة: المحقق 21\u00a0000 والمنتظر 4\u00a0972,68.",
        "المحقق / المستهدف: \u206621\u00a0000 / 20\u00a0000 = 105\u00a0%\u2069",
        "القيمة المستهدفة محققة: المحقق 21\u00a0000 والمستهدف 20\u00a0000.",
        "الوضعية: محقق",
    ] == lines(result, "ar")


def test_achieved_off_any_path() -> None:
    """What is reached for good needs no path."""
    best = flow(targets={"2009": 5}, accumulation="peak")
    result = row(best, seen("A", "2008", 6))

    assert [
        "Target of 2009: 5, due on 2009-12-31.",
        "The figures reported reach to 2008-12-31.",
        "nothing can be expected on 2008-12-31: there is no baseline",
        "Actual / target: 6 / 5 = 120 %",
        "The target is met: actual 6, target 5.",
        "Status: Achieved",
    ] == lines(result)
    assert [
        "Cible de la période 2009 : 5, à échéance du 2009-12-31.",
        "Les chiffres communiqués vont jusqu'au 2008-12-31.",
        "rien ne peut être attendu au 2008-12-31 : la valeur de référence manque",
        "Réalisé / cible : 6 / 5 = 120 %",
        "La cible est atteinte : réalisé 6, cible 5.",
        "Statut : Atteint",
    ] == lines(result, "fr")
    assert [
        "القيمة المستهدفة للفترة \u200e2009: 5، وأجلها \u200e2009-12-31.",
        "تمتد الأرقام المبلغ عنها إلى غاية \u200e2008-12-31.",
        "لا يمكن تحديد قيمة منتظرة في \u200e2008-12-31: القيمة الأساسية غير متوفرة",
        "المحقق / المستهدف: \u20666 / 5 = 120\u00a0%\u2069",
        "القيمة المستهدفة محققة: المحقق 6 والمستهدف 5.",
        "الوضعية: محقق",
    ] == lines(result, "ar")


def test_maintained_on_the_way() -> None:
    """What should stay in a band is held against it at any time."""
    kept = flow(
        targets={"2009": 93},
        direction="maintain",
        accumulation="latest",
        band=Quantity.between(90, 95),
    )
    result = row(kept, seen("A", "2008", 96))

    assert [
        "Target of 2009: between 90 and 95, due on 2009-12-31.",
        "The figures reported reach to 2008-12-31.",
        "Expected on 2008-12-31, as on any day: between 90 and 95.",
        "Staying within the band: 1 - (96 - 95) / 95 = 98.9 %",
        "The figure is outside its band: actual 96, band between 90 and 95.",
        "Status: On track",
    ] == lines(result)
    assert [
        "Cible de la période 2009 : entre 90 et 95, à échéance du 2009-12-31.",
        "Les chiffres communiqués vont jusqu'au 2008-12-31.",
        "Attendu au 2008-12-31, comme chaque jour : entre 90 et 95.",
        "Maintien dans la plage fixée : 1 - (96 - 95) / 95 = 98,9 %",
        "Le chiffre est hors de la plage : réalisé 96, plage entre 90 et 95.",
        "Statut : En bonne voie",
    ] == lines(result, "fr")
    assert [
        "القيمة المستهدفة للفترة \u200e2009: بين 90 و95، وأجلها \u200e2009-12-31.",
        "تمتد الأرقام المبلغ عنها إلى غاية \u200e2008-12-31.",
        "المنتظر في \u200e2008-12-31 كما في كل يوم: بين 90 و95.",
        "البقاء ضمن النطاق المحدد: \u20661 - (96 - 95) / 95 = 98,9\u00a0%\u2069",
        "الرقم خارج النطاق: المحقق 96 والنطاق بين 90 و95.",
        "الوضعية: في المسار الصحيح",
    ] == lines(result, "ar")


def test_undefined_on_the_way() -> None:
    """Where bounds lie on both sides of a threshold, the status says so on the way too."""
    result = row(flow(targets={"2008": 20_000}), seen("A", "2008-Q1", ">=3000"), as_of=APRIL)

    assert [
        "Target of 2008: 20 000, due on 2008-12-31.",
        "The figures reported reach to 2008-03-31.",
        "Expected on 2008-03-31: 4 972.68, which is 24.9 % of the way from 0 to 20 000.",
        "Trajectory: linear; day 91 of 366 (2008-01-01 to 2008-12-31): 91 / 366 = 24.9 %",
        "Actual / expected: [at least 3 000] / 4 972.68 = at least 60.3 %",
        (
            "One cannot tell whether what was expected is reached: actual at least 3 000, "
            "expected 4 972.68."
        ),
        "Actual / target: [at least 3 000] / 20 000 = at least 15 %",
        "Status: Undefined",
        "Reason: the bounds of the known figure lie on both sides of a threshold",
    ] == lines(result)
    assert [
        "Cible de la période 2008 : 20 000, à échéance du 2008-12-31.",
        "Les chiffres communiqués vont jusqu'au 2008-03-31.",
        "Attendu au 2008-03-31 : 4 972,68, soit 24,9 % du chemin de 0 à 20 000.",
        (
            "Trajectoire : linéaire ; jour 91 sur 366 (du 2008-01-01 au 2008-12-31) : 91 / "
            "366 = 24,9 %"
        ),
        "Réalisé / attendu : [au moins 3 000] / 4 972,68 = au moins 60,3 %",
        "On ne peut pas dire si l'attendu est atteint : réalisé au moins 3 000, attendu 4 972,68.",
        "Réalisé / cible : [au moins 3 000] / 20 000 = au moins 15 %",
        "Statut : Non calculable",
        "Motif : les bornes du chiffre connu encadrent un seuil",
    ] == lines(result, "fr")
    assert [
        "القيمة المستهدفة للفترة \u200e2008: 20\u00a0000، وأجلها \u200e2008-12-31.",
        "تمتد الأرقام المبلغ عنها إلى غاية \u200e2008-03-31.",
        (
            "المنتظر في \u200e2008-03-31: 4\u00a0972,68، أي 24,9\u00a0% من المسافة من 0 إلى "
            "20\u00a0000."
        ),
        (
            "المسار: خطي؛ اليوم 91 من أصل 366 (من \u200e2008-01-01 إلى \u200e2008-12-31): "
            "\u206691 / 366 = 24,9\u00a0%\u2069"
        ),
        (
            "المحقق / المنتظر: \u2066[\u20673\u00a0000 على الأقل\u2069] / 4\u00a0972,68 = "
            "\u206760,3\u00a0% على الأقل\u2069\u2069"
        ),
        "لا يمكن الجزم بتحقق القيمة المنتظرة: المحقق 3\u00a0000 على الأقل والمنتظر 4\u00a0972,68.",
        (
            "المحقق / المستهدف: \u2066[\u20673\u00a0000 على الأقل\u2069] / 20\u00a0000 = "
            "\u206715\u00a0% على الأقل\u2069\u2069"
        ),
        "الوضعية: غير قابل للحساب",
        "السبب: حدود الرقم المعروف تقع على جانبي إحدى العتبات",
    ] == lines(result, "ar")


def test_no_rate_on_the_way() -> None:
    """Where no rate can be made of what is expected, the reason is given."""
    fewer = flow(targets={"2008": 20}, direction="decrease", method="target_ratio")
    result = row(fewer, seen("A", "2008-Q1", 3), as_of=APRIL)

    assert [
        "Target of 2008: 20, due on 2008-12-31.",
        "The figures reported reach to 2008-03-31.",
        "Expected on 2008-03-31: 4.97, which is 24.9 % of the way from 0 to 20.",
        "Trajectory: linear; day 91 of 366 (2008-01-01 to 2008-12-31): 91 / 366 = 24.9 %",
        "rate undefined: this ratio reads backwards, as a worse figure gives a better rate",
        "What was expected is reached: actual 3, expected 4.97.",
        "Status: On track",
    ] == lines(result)


def test_rate_on_its_side_of_a_threshold() -> None:
    """A rate just below a threshold of its status is not rounded to it."""
    result = row(flow(targets={"2008": 100_000}), seen("A", "2008", 79_996))

    assert [
        "Actual / target: 79 996 / 100 000 = 79.996 %",
        "The target is not met: actual 79 996, target 100 000.",
        "Status: At risk",
    ] == lines(result)
    assert [
        "Réalisé / cible : 79 996 / 100 000 = 79,996 %",
        "La cible n'est pas atteinte : réalisé 79 996, cible 100 000.",
        "Statut : À risque",
    ] == lines(result, "fr")
    assert [
        "المحقق / المستهدف: \u206679\u00a0996 / 100\u00a0000 = 79,996\u00a0%\u2069",
        "القيمة المستهدفة غير محققة: المحقق 79\u00a0996 والمستهدف 100\u00a0000.",
        "الوضعية: مهدد بالتأخر",
    ] == lines(result, "ar")


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("kind", ["", "_band", "_expected"])
def test_every_verdict_has_its_phrase(verdict: Verdict, kind: str) -> None:
    """Whether a target, a band or what was expected is met can be said of every verdict."""
    assert f"{verdict.value}{kind}" in labels()["phrase"]
